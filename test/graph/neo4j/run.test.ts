// Queries on a real Neo4j: parameters, modes, and everything that stops one.
import { expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { rows } from './held.ts';

const endless = 'UNWIND range(1, 1000000000) AS i WITH i WHERE i % 2 = 3 RETURN count(i)';

describeOnNeo4j('a query on Neo4j', (database) => {
  test('takes its parameters as values', async () => {
    const store = await database.emptyStore();
    const parameters = { from: 1, names: ['a', '}) DETACH DELETE n //'] };
    const query = 'UNWIND $names AS name RETURN name, $from + 1 AS next';
    expect((await store.run(query, { parameters })).columns).toEqual(['name', 'next']);
    expect(await rows(store, query, { parameters })).toEqual(parameters.names.map((name) => [name, 2]));
  });

  test('reads only, unless it is asked to write', async () => {
    const store = await database.emptyStore();
    const refused = rows(store, 'CREATE (:WiregraphForeign)');
    await expect(refused).rejects.toThrow(CypherError);
    await expect(refused).rejects.toThrow('run it with mode "write"');
    await store.run('CREATE (:WiregraphForeign)', { mode: 'write' });
    expect(await rows(store, 'MATCH (n:WiregraphForeign) RETURN count(n)')).toEqual([[1]]);
  });

  test('names its columns also where there are no rows', async () => {
    const store = await database.emptyStore();
    for (const mode of ['read', 'write'] as const)
      expect((await store.run('MATCH (n:Nothing) RETURN n.id AS id', { mode })).columns).toEqual(['id']);
  });

  test('says which names the database does not know, and which may be meant', async () => {
    const store = await database.emptyStore();
    await store.run("CREATE (:Person {name: 'Ada'})-[:CALLED]->(:Person)", { mode: 'write' });
    const hintsOf = async (query: string) => {
      const result = await store.run(query);
      await Array.fromAsync(result.rows);
      return result.hints?.();
    };
    expect(await hintsOf('MATCH (p:Persn) RETURN p.nme')).toEqual([
      'No node has the label "Persn": did you mean Person?',
      'Nothing has the property "nme": did you mean name?',
    ]);
    expect(await hintsOf('MATCH ()-[:CALED]->(q) RETURN q.name')).toEqual([
      'No relationship has the type "CALED": did you mean CALLED?',
    ]);
    expect(await hintsOf('MATCH (p:Person)-[:CALLED]->(q) RETURN q.name')).toEqual([]);
  });

  test('that is wrong says where', async () => {
    const store = await database.emptyStore();
    const error = await store.run('MATCH (a)\nRETURN b').catch((error) => error);
    expect(error).toBeInstanceOf(CypherError);
    expect(error.position).toEqual({ line: 2, column: 8, offset: 17 });
    expect(error.message).toMatch(/^Line 2, column 8: Variable `b` not defined\nRETURN b\n {7}\^$/);
  });

  test('that lacks a parameter says which', async () => {
    const store = await database.emptyStore();
    const refused = rows(store, 'RETURN $who');
    await expect(refused).rejects.toThrow(CypherError);
    await expect(refused).rejects.toThrow('who');
  });

  test.each(['read', 'write'] as const)('with too many rows is stopped (%s)', async (mode) => {
    const store = await database.emptyStore();
    const query = 'UNWIND [1, 2, 3] AS i CREATE (:WiregraphForeign) RETURN i';
    const asked = mode === 'read' ? 'UNWIND [1, 2, 3] AS i RETURN i' : query;
    expect(await rows(store, asked, { mode, rows: 3 })).toHaveLength(3);
    await database.clear();
    await expect(rows(store, asked, { mode, rows: 2 })).rejects.toThrow(QueryStopped);
    expect(await rows(store, 'MATCH (n:WiregraphForeign) RETURN n')).toEqual([]);
  });

  test.each(['read', 'write'] as const)(
    'is stopped by its deadline, also on the server (%s)',
    async (mode) => {
      const store = await database.emptyStore();
      const started = Date.now();
      await expect(rows(store, endless, { mode, deadline: 300 })).rejects.toThrow(QueryStopped);
      expect(Date.now() - started).toBeLessThan(5000);
      await expect.poll(() => running(), { timeout: 10_000 }).toEqual([]);
    },
  );

  test('is stopped by its signal, also on the server', async () => {
    const store = await database.emptyStore();
    const controller = new AbortController();
    const refused = rows(store, endless, { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    await expect(refused).rejects.toThrow('its signal was aborted');
    await expect.poll(() => running(), { timeout: 10_000 }).toEqual([]);
    await expect(rows(store, 'RETURN 1', { signal: AbortSignal.abort() })).rejects.toThrow(QueryStopped);
  });

  test('can be left half-way', async () => {
    const store = await database.emptyStore();
    for (let round = 0; round < 200; round++) {
      const { rows } = await store.run('UNWIND range(1, 5000) AS i RETURN i');
      for await (const [first] of rows) {
        expect(first).toBe(1);
        break;
      }
    }
  });

  const running = () =>
    database.ask(
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "1000000000" AND NOT currentQuery CONTAINS "SHOW" RETURN currentQuery',
    );
});
