// Getting in: addresses, credentials, databases and versions. Each refusal is one sentence with the next step.
import { expect, test } from 'vitest';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { batch, claim, report } from './records.ts';

const refusal = (options: Parameters<typeof Neo4jStore.open>[0]): Promise<Error> =>
  Neo4jStore.open(options).then(
    () => new Error('It was let in.'),
    (error: Error) => error,
  );

test.each([
  'bolt://ada:secret@localhost:7687',
  'bolt://ada@localhost',
  'neo4j+s://ada:se/cr@et@example.org',
  'ada:secret@localhost',
])('%s is refused, and no password is repeated', async (address) => {
  const error = await refusal({ address });
  expect(error).toBeInstanceOf(StoreError);
  expect(error.message).toContain('NEO4J_PASSWORD');
  expect(error.message).not.toMatch(/secret|se\/cr|ada/);
});

test.each(['localhost:7687', 'http://localhost:7474', 'bolt:/localhost', 'bolt://', ''])(
  '%j is no address',
  async (address) => {
    const error = await refusal({ address });
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toContain('write it as bolt://localhost:7687');
  },
);

test.each(['bolt://127.0.0.1:1', 'neo4j://127.0.0.1:1'])('nobody answers at %s', async (address) => {
  const error = await refusal({ address, username: 'neo4j', password: 'secret' });
  expect(error).toBeInstanceOf(StoreError);
  expect(error.message).toBe(`No Neo4j answers at ${address}: start it, or check the address.`);
});

describeOnNeo4j('a Neo4j', (database) => {
  const isOpen = () => database.login().username === undefined;

  test('refuses a wrong password', async ({ skip }) => {
    skip(isOpen(), 'this server asks for no password');
    const error = await refusal({ ...database.login(), password: 'wrong' });
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(/refuses the user "neo4j": check user name and password/);
  });

  test('refuses a call without a user name', async ({ skip }) => {
    skip(isOpen(), 'this server asks for no password');
    const error = await refusal({ address: database.login().address });
    expect(error.message).toMatch(/refuses the call without a user name: check user name and password/);
  });

  test('has no database of that name', async () => {
    const error = await refusal({ ...database.login(), database: 'nosuch' });
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(/has no database "nosuch": create it, or name another/);
  });

  test('with a graph of another version is left as it is', async () => {
    const open = await database.emptyStore();
    await database.ask('CREATE (:WiregraphVersion {id: "wiregraph", version: 99})');
    const error = await refusal(database.login());
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(/graph of version 99, this wiregraph writes version 2: use/);
    const write = open.write({ put: batch(report('a'), claim('a', 'x CALLED y')) });
    await expect(write).rejects.toThrow('version 99');
    expect(await database.ask('MATCH (n:WiregraphDocument) RETURN n')).toEqual([]);
  });

  test('is not changed by being opened', async () => {
    await database.emptyStore();
    expect(await database.ask('MATCH (n) WHERE NOT n:WiregraphTests RETURN n')).toEqual([]);
  });
});
