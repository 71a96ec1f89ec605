// Loading into Neo4j: rows a second (nodes and relationships) of `wiregraph load` against a plain loop of UNWIND over 1,000
// rows, and what memory the loader takes. Each has a fresh server with the same settings, started here.
//   npm run bench:neo4j -- 100000      claims; ten to an entity, two to a relation, twenty to a report
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { emptyGraph, type Graph, type Relation, relationsOf } from '../graph/model.ts';
import { mapToDriver } from '../graph/store/neo4j/codec.ts';
import { constraints, markers } from '../graph/store/neo4j/schema.ts';
import { nodesOf, relationshipsOf } from '../graph/store/shape.ts';
import { symmetricTypes } from '../graph/vocabulary/index.ts';
import { type Login, startServer } from '../test/neo4j/server.ts';
import { inventedEntities, inventedReports, sizes } from './invented.ts';
import { graphOf, makeInventedFile } from './invented-file.ts';

const claims = Number(process.argv[2] ?? 20_000);
const heap = process.argv[3] ?? '2g';

interface Measured {
  readonly seconds: number;
  /** Seconds of a processor, loader and server together: on a busy machine the better measure. */
  readonly processor: number;
  readonly rows: number;
  readonly memory?: number;
}

function report(name: string, { seconds, processor, rows, memory }: Measured): void {
  const peak = memory === undefined ? '' : `, ${Math.round(memory / 1e6)} MB at most`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${rows} rows, ${Math.round(rows / seconds)} rows/s; ${processor.toFixed(1)} s of a processor${peak}`,
  );
}

/** Rows are counted where they are: in the database, and those of ours that the plain loop doesn't write are left out. */
async function onServer(work: (login: Login) => Promise<Omit<Measured, 'rows'>>): Promise<Measured> {
  const settings = ['server.memory.pagecache.size=1g', 'dbms.memory.transaction.total.max=0'];
  const server = await startServer({ heap, optimise: true, settings });
  try {
    const driver = driverOf(server.login);
    const before = await processorTime(driver);
    const measured = await work(server.login);
    const processor = measured.processor + (await processorTime(driver)) - before;
    const [nodes, relationships] = await Promise.all([
      run(driver, 'MATCH (n) WHERE NOT n:WiregraphVersion RETURN count(n) AS count'),
      run(driver, 'MATCH ()-[r]->() RETURN count(r) AS count'),
    ]);
    await driver.close();
    return { ...measured, processor, rows: Number(nodes[0]?.count) + Number(relationships[0]?.count) };
  } finally {
    await server.stop();
  }
}

/** The whole command in a process of its own: its start, reading the file, all indexes. */
async function load({ address, username = '', password = '' }: Login, path: string) {
  const env = { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const script = `
    const { main } = await import(${JSON.stringify(join(import.meta.dirname, '../src/cli/main.ts'))});
    process.exitCode = await main(${JSON.stringify(['load', path, '--to', address])});
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.log(maxRSS, userCPUTime + systemCPUTime);`;
  const start = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`load failed: ${printed}`);
  const [kilobytes = 0, microseconds = 0] = (printed.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return {
    seconds: (performance.now() - start) / 1000,
    memory: kilobytes * 1024,
    processor: microseconds / 1e6,
  };
}

/** What one writes who has the rows at hand: constraints, nodes by label, relationships by type, 1,000 rows at a time. */
async function plainLoop(login: Login) {
  const relations = allRelations();
  const driver = driverOf(login);
  const start = performance.now();
  const before = process.cpuUsage();
  for (const statement of constraints) await run(driver, statement);
  const nodes = new Buffers(driver, (labels, kind) => {
    return `UNWIND $rows AS row MERGE (n:${markers[kind as 'Claim']} {id: row.id}) SET n += row.properties, n:${labels}`;
  });
  for (const entity of inventedEntities(claims))
    for (const { labels, kind, id, properties } of nodesOf({ ...emptyGraph, entities: [entity] }))
      await nodes.add(labels.join(':'), kind, { id, properties: mapToDriver(properties) });
  for (const one of inventedReports(claims))
    for (const { labels, kind, id, properties } of nodesOf(graphOf(one)))
      await nodes.add(labels.join(':'), kind, { id, properties: mapToDriver(properties) });
  await nodes.flush();
  const edges = new Buffers(driver, (type, ends) => {
    const [from, to] = ends.split(' ') as ['Claim', 'Entity'];
    return `UNWIND $rows AS row MATCH (a:${markers[from]} {id: row.from}) MATCH (b:${markers[to]} {id: row.to})
      MERGE (a)-[r:${type}]->(b) SET r += row.properties`;
  });
  const addAll = async (graph: Graph) => {
    for (const { type, from, to, properties } of relationshipsOf(graph))
      await edges.add(type, `${from.kind} ${to.kind}`, {
        from: from.id,
        to: to.id,
        properties: mapToDriver(properties),
      });
  };
  for (const one of inventedReports(claims)) await addAll(graphOf(one));
  for (const relation of relations) await addAll({ ...emptyGraph, relations: [relation] });
  await edges.flush();
  const seconds = (performance.now() - start) / 1000;
  await driver.close();
  const { user, system } = process.cpuUsage(before);
  return { seconds, processor: (user + system) / 1e6 };
}

class Buffers {
  readonly #rows = new Map<string, object[]>();
  readonly #driver: Driver;
  readonly #statement: (name: string, kind: string) => string;

  constructor(driver: Driver, statement: (name: string, kind: string) => string) {
    this.#driver = driver;
    this.#statement = statement;
  }

  async add(name: string, kind: string, row: object): Promise<void> {
    const statement = this.#statement(name, kind);
    const rows = this.#rows.get(statement) ?? [];
    this.#rows.set(statement, rows);
    rows.push(row);
    if (rows.length === 1000) await run(this.#driver, statement, { rows: rows.splice(0) });
  }

  async flush(): Promise<void> {
    for (const [statement, rows] of this.#rows) await run(this.#driver, statement, { rows });
  }
}

function allRelations(): Relation[] {
  const all = [...inventedReports(claims)];
  const documents = new Map(all.map(({ document }) => [document.id, document]));
  return relationsOf(
    all.flatMap((one) => one.claims),
    documents,
    symmetricTypes,
  );
}

function driverOf({ address, username = '', password = '' }: Login): Driver {
  return neo4j.driver(address, neo4j.auth.basic(username, password), {
    useBigInt: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** Seconds that the server has taken of processors so far. */
async function processorTime(driver: Driver): Promise<number> {
  const [bean] = await run(
    driver,
    'CALL dbms.queryJmx("java.lang:type=OperatingSystem") YIELD attributes RETURN attributes.ProcessCpuTime.value AS time',
  );
  return Number(bean?.time) / 1e9;
}

async function run(driver: Driver, cypher: string, parameters = {}) {
  const session = driver.session();
  try {
    const { records } = await session.executeWrite((transaction) => transaction.run(cypher, parameters));
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'));
try {
  const { documents, entities, relations } = sizes(claims);
  console.log(`${claims} claims, ${entities} entities, ${relations} relations, ${documents} reports`);
  const path = join(folder, 'invented.graph');
  makeInventedFile(path, claims);
  const plain = process.argv.includes('--no-plain') ? undefined : await onServer(plainLoop);
  const ours = await onServer((login) => load(login, path));
  if (plain !== undefined) report('plain loop', plain);
  report('wiregraph load', ours);
  if (plain !== undefined)
    console.log(
      `${(plain.seconds / ours.seconds).toFixed(2)} times as fast, ${(plain.processor / ours.processor).toFixed(2)} times by processor`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
