// What export writes for Neo4j's own tools, given to them: the graph is then the same as after a load, which has nothing to do.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import { importGraph } from '../../../src/import.ts';
import { readGraph } from '../../../src/open.ts';
import { graph } from '../../graph/builder.ts';
import { held } from '../../graph/neo4j/held.ts';
import { picture } from '../../graph/neo4j/records.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { adminCommand, type Login, startServer } from '../../neo4j/server.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

/** With every kind of edge, and names that a tool could take for something else. */
async function file(): Promise<string> {
  const drawn = graph(
    '(a)-[:CALLED says:"aides" at:k]->(b), (k:Place)',
    '(a)-[:CALLED from:1]->(b)\n(b)-[:MET_WITH not says:c about:d]->(c), (d:Event)',
  );
  const odd = `"},;'\\u0027 \\ \`$x\n//\t:begin é😀\u0001`;
  const aliases = ['', 'x;y', "it's"];
  const entities = drawn.entities.map((e) => (e.id === 'a' ? { ...e, name: odd, aliases } : e));
  const documents = drawn.documents.map((d, i) => (i === 0 ? { ...d, title: odd, author: '' } : d));
  const out = join(folder({}), 'odd.graph');
  await importGraph({ lines: toLines({ ...drawn, entities, documents }), out });
  return out;
}

describeOnNeo4j('export --format cypher', (database) => {
  test('run twice leaves what load does', { timeout: 120_000 }, async () => {
    const path = await file();
    const store = await database.emptyStore();
    const { out: script, err } = await wiregraph(['export', path, '--format', 'cypher']);
    expect(err).toBe('');
    for (const _ of ['first', 'second'])
      for (const statement of script.split(/;\n/).filter((text) => text.trim() !== ''))
        await database.ask(statement);
    expect(await held(store)).toEqual(picture(await readGraph(path)));
    expect((await loaded(path, database.login())).out).toContain('nothing had changed');
  });

  test('export --format neo4j-csv, imported, is what load leaves', { timeout: 300_000 }, async ({ skip }) => {
    skip(process.env.WIREGRAPH_NEO4J !== undefined, 'neo4j-admin works on a server of our own only');
    const path = await file();
    const tables = join(folder({}), 'tables');
    const { out: command } = await wiregraph(['export', path, '--format', 'neo4j-csv', '--out', tables]);
    expect(readdirSync(tables)).toContain('claims.csv');
    const home = folder({});
    mkdirSync(join(home, 'conf'));
    const options = command.split('\n').filter((line) => line.startsWith('  --'));
    const [java, ...before] = adminCommand();
    await promisify(execFile)(
      java as string,
      [
        ...before,
        'database',
        'import',
        'full',
        'neo4j',
        ...options.map((line) => line.replace(/ \\$/, '').trim()),
      ],
      {
        cwd: home, // It leaves a report where it runs.
        env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      },
    );
    const server = await startServer({ home });
    try {
      const store = await Neo4jStore.open(server.login);
      const script = readFileSync(join(tables, 'afterwards.cypher'), 'utf8');
      for (const statement of script.split(/;\n/).filter((text) => text !== ''))
        await run(server.login, statement);
      expect(await held(store)).toEqual(picture(await readGraph(path)));
      await store.close();
      expect((await loaded(path, server.login)).out).toContain('nothing had changed');
    } finally {
      await server.stop();
    }
  });

  test('tables need a folder', async () => {
    const { code, err } = await wiregraph(['export', await file(), '--format', 'neo4j-csv']);
    expect([code, err]).toEqual([2, expect.stringContaining('name one with --out')]);
  });
});

async function run({ address, username = '', password = '' }: Login, statement: string): Promise<void> {
  const driver = neo4j.driver(address, neo4j.auth.basic(username, password), { telemetryDisabled: true });
  const session = driver.session();
  await session.run(statement);
  await driver.close();
}

const loaded = (
  path: string,
  { address, username = '', password = '' }: { address: string; username?: string; password?: string },
) =>
  wiregraph(['load', path, '--to', address], { env: { NEO4J_USERNAME: username, NEO4J_PASSWORD: password } });
