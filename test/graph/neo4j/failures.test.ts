// What goes wrong while a graph is loaded: the server dies and comes back, connections break, nothing may be written. Either
// the load goes on, or it says what is wrong; the next one makes the graph whole.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Neo4jError } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { storeError } from '../../../graph/store/neo4j/errors.ts';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { startServer } from '../../neo4j/server.ts';
import { folder } from '../../src/folder.ts';
import { held } from './held.ts';
import { invented, sourceOf } from './loading.ts';
import { picture } from './records.ts';

describeOnNeo4j('a load', (database) => {
  test('goes on when connections break', { timeout: 240_000 }, async () => {
    await database.emptyStore();
    const proxy = await breakingProxy(database.login().address);
    const store = await Neo4jStore.open({ ...database.login(), address: proxy.address });
    const whole = invented();
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      if (steps % 2 === 0) proxy.cut();
    };
    await store.load(sourceOf(whole), { onProgress });
    expect(proxy.cuts()).toBeGreaterThan(1);
    expect(await held(store)).toEqual(picture(whole));
    await store.close();
    proxy.close();
  });

  test('goes on when the server dies and comes back', { timeout: 300_000 }, async ({ skip }) => {
    skip(process.env.WIREGRAPH_NEO4J !== undefined, 'only a server of our own can be killed');
    const home = folder({});
    const first = await startServer({ home });
    const { password = '', address } = first.login;
    const port = Number(new URL(address).port);
    const store = await Neo4jStore.open(first.login);
    const whole = invented();
    let again: ReturnType<typeof startServer> | undefined;
    const onProgress = () => {
      // It halts at once, as if it had been killed.
      again ??= first.stop().then(() => startServer({ home, password, port }));
    };
    await store.load(sourceOf(whole), { onProgress });
    expect(await held(store)).toEqual(picture(whole));
    await store.close();
    await (await again)?.stop();
  });

  test('says that a database is read-only', { timeout: 300_000 }, async ({ skip }) => {
    skip(process.env.WIREGRAPH_NEO4J !== undefined, 'only a server of our own can be set so');
    const home = folder({});
    // A database that isn't there yet can't be read-only.
    const first = await startServer({ home });
    await first.stop();
    const { password = '' } = first.login;
    const server = await startServer({
      home,
      password,
      settings: ['server.databases.default_to_read_only=true'],
    });
    try {
      const store = await Neo4jStore.open(server.login);
      const load = store.load(sourceOf(invented()));
      await expect(load).rejects.toThrow(StoreError);
      await expect(load).rejects.toThrow('is read-only: name another');
      await store.close();
    } finally {
      await server.stop();
    }
  });
});

test.each([
  [
    'Neo.ClientError.Cluster.NotALeader',
    'is a replica, which takes no writes: write the address with neo4j://',
  ],
  ['Neo.ClientError.Security.Forbidden', 'Ask whoever runs it for that right'],
  [
    'Neo.DatabaseError.Transaction.TransactionLogError',
    'make room, restart it, and load again; what was loaded stays',
  ],
  ['ServiceUnavailable', 'No Neo4j answers at bolt://db:7687: start it'],
])('%s is told in a sentence', (code, told) => {
  const error = storeError(new Neo4jError('Some words.', code, '50N42', 'words'), {
    address: 'bolt://db:7687',
  });
  expect(error).toBeInstanceOf(StoreError);
  expect(error.message).toContain(told);
});

/** Hands bytes on, until it is told to cut every connection; new ones are taken. */
async function breakingProxy(address: string) {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    for (const socket of [client, behind])
      open.add(socket.on('error', () => {}).on('close', () => open.delete(socket)));
    client.pipe(behind).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const cut = () => {
    cuts += 1;
    for (const socket of open) socket.destroy();
  };
  return {
    address: `bolt://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`,
    cut,
    cuts: () => cuts,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
