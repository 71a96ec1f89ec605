// How fast Cypher is: each question of the table in hand-written loops over graphology, in Ladybug where it is installed,
// and in ours, warm, all in one run; then loading, the snapshot, and parsing. `npm run bench:cypher`.
import { parse } from '../graph/cypher/parser.ts';
import { plan } from '../graph/cypher/plan.ts';
import { proceduresOf } from '../graph/cypher/procedures.ts';
import type { Parameters } from '../graph/cypher/values.ts';
import { cypher, snapshotOfGraphology } from '../graph/store/graphology.ts';
import { benchGraph, graphologyOf, sizes } from './graph.ts';
import { openLadybug } from './ladybug.ts';
import * as loops from './loops.ts';

interface Question {
  readonly name: string;
  readonly text: string;
  /** Where its Cypher says it in another way. */
  readonly ladybug?: string;
  readonly parameters: Parameters;
  readonly loop: () => loops.Rows;
}

const records = benchGraph();
const before = memory();
const loadBegan = performance.now();
const graph = graphologyOf(records);
const loaded = performance.now() - loadBegan;
const graphMemory = memory() - before;
const snapshotBegan = performance.now();
const snapshot = snapshotOfGraphology(graph, 'labels', 'type');
const built = performance.now() - snapshotBegan;
const bothMemory = memory() - before;

const nameOf = (id: string) => graph.getNodeAttribute(id, 'name') as string;
const byName = new Map(graph.filterNodes((id) => id.startsWith('e')).map((id) => [nameOf(id), id]));
const [middling, other] = ['e30', 'e40000'];
const type = 'MET';
const questions: readonly Question[] = [
  {
    name: 'point lookup by name',
    text: 'MATCH (e:Entity {name: $name}) RETURN e.id',
    parameters: { name: nameOf('e4321') },
    loop: () => loops.pointLookup(byName, nameOf('e4321')),
  },
  {
    name: 'lookup by scan',
    text: 'MATCH (n) WHERE n.name STARTS WITH $name RETURN n.id',
    parameters: { name: nameOf('e4321') },
    loop: () => loops.scanLookup(graph, nameOf('e4321')),
  },
  {
    name: 'one hop',
    text: `MATCH (:Entity {name: $name})-[:${type}]->(b) RETURN b.name`,
    parameters: { name: nameOf(middling) },
    loop: () => loops.oneHop(graph, middling),
  },
  {
    name: 'two hops, distinct',
    text: `MATCH (:Entity {name: $name})-[:${type}]->()-[:${type}]->(c) WITH DISTINCT c RETURN count(*)`,
    parameters: { name: nameOf(middling) },
    loop: () => loops.twoHops(graph, middling),
  },
  {
    name: '*1..3, distinct',
    text: `MATCH (:Entity {name: $name})-[:${type}*1..3]->(c) WITH DISTINCT c RETURN count(*)`,
    parameters: { name: nameOf(middling) },
    loop: () => loops.threeHops(graph, middling),
  },
  {
    name: 'shortestPath',
    text: 'MATCH (a:Entity {name: $a}), (b:Entity {name: $b}), p = shortestPath((a)-[:CALLED|MET|CRITICISED|VISITED*]-(b)) RETURN length(p)',
    parameters: { a: nameOf(middling), b: nameOf(other) },
    ladybug:
      'MATCH (a:Entity {name: $a})-[r:CALLED|MET|CRITICISED|VISITED* SHORTEST 1..30]-(b:Entity {name: $b}) RETURN length(r)',
    loop: () => loops.shortestPath(graph, middling, other),
  },
  {
    name: 'filter, group, top 10',
    text: 'MATCH (e:Entity)-[m:MENTIONED_IN]->(d:Document) WHERE d.publishedAt >= $since AND m.count >= 2 WITH e, count(*) AS n RETURN e.name AS name, n ORDER BY n DESC, name LIMIT 10',
    parameters: { since: '2024-03-01' },
    loop: () => loops.filterGroupTop(graph, '2024-03-01'),
  },
  {
    name: 'CONTAINS, top 50',
    text: 'MATCH (e:Entity) WHERE e.name CONTAINS $part RETURN e.name AS name ORDER BY name LIMIT 50',
    parameters: { part: 'Holtwood' },
    loop: () => loops.contains(graph, 'Holtwood'),
  },
  {
    name: 'triangles',
    text: `MATCH (a)-[:${type}]->(b)-[:${type}]->(c)-[:${type}]->(a) RETURN count(*)`,
    parameters: {},
    loop: () => loops.triangles(graph),
  },
];

const ladybug = await openLadybug(records);
console.log(
  `bulk load ${loaded.toFixed(0)} ms, ${graphMemory.toFixed(0)} MB; snapshot ${built.toFixed(0)} ms, ${bothMemory.toFixed(0)} MB with the graph`,
);
if (typeof ladybug === 'string') console.log(ladybug);
console.log(
  `${'query'.padEnd(24)}${['loops ms', 'Ladybug ms', 'ours ms', 'to loops', 'to Ladybug'].map((head) => head.padStart(12)).join('')}`,
);
/** Parts of names of the questions to be asked; all, if it is not set. */
const only = process.env.ONLY?.split(',');
for (const { name, text, ladybug: theirs = text, parameters, loop } of questions) {
  if (only !== undefined && !only.some((part) => name.includes(part))) continue;
  const ask = async () => {
    const rows: unknown[] = [];
    for await (const row of cypher(graph, text, parameters).rows) rows.push(row);
    return rows;
  };
  const [wanted, found] = [JSON.stringify(loop()), JSON.stringify(await ask())];
  const works = [loop, ask, ...(typeof ladybug === 'string' ? [] : [() => ladybug.ask(theirs, parameters)])];
  const [byLoop, byUs, byLadybug = null] = (await bests(works)) as [number, number, number?];
  const isSame = wanted === found || [...wanted].sort().join('') === [...found].sort().join('');
  const cells = [
    milliseconds(byLoop),
    byLadybug === null ? '–' : milliseconds(byLadybug),
    milliseconds(byUs),
  ];
  const ratios = [ratio(byUs, byLoop), byLadybug === null ? '–' : ratio(byUs, byLadybug)];
  console.log(
    name.padEnd(24) +
      [...cells, ...ratios].map((cell) => cell.padStart(12)).join('') +
      (isSame ? '' : `  ROWS DIFFER: ${wanted.slice(0, 60)} / ${found.slice(0, 60)}`),
  );
  if (!isSame) process.exitCode = 1;
}
const texts = questions.map(({ text }) => text);
const procedures = proceduresOf(undefined);
const everything = Object.assign({}, ...questions.map(({ parameters }) => parameters));
const [cold, warm] = (await bests([
  () => texts.forEach((text) => void plan(parse(text), snapshot, procedures)),
  () => texts.forEach((text) => void cypher(graph, text, everything)),
])) as [number, number];
console.log(
  `parse and plan ${microseconds(cold)} µs; to a first row's eve, warm, ${microseconds(warm)} µs (means over the table)`,
);
const statements = 10_000;
const time = await churn();
console.log(
  `${statements} statements that merge, change and delete by turns: ${time.toFixed(0)} ms of processor time, ${((1000 * time) / statements).toFixed(0)} µs each`,
);
if (typeof ladybug !== 'string') await ladybug.close();

/** Changes the graph by small statements, one after the other: what it costs that each sees what the last one did. */
async function churn(): Promise<number> {
  const turns = [
    'MERGE (a:Entity {name: $a}) MERGE (b:Entity {name: $b}) MERGE (a)-[:MET]->(b)',
    'MATCH (a:Entity {name: $a})-[r:MET]->(:Entity {name: $b}) SET r.claims = 1',
    'MATCH (:Entity {name: $a})-[r:MET]->(:Entity {name: $b}) DELETE r',
    'MERGE (e:Entity {name: $new}) MERGE (e)-[:MET]->(:Entity {name: $new})',
    'MATCH (e:Entity {name: $new}) DETACH DELETE e',
  ];
  const ask = (text: string, i: number) => {
    const [a, b] = [nameOf(`e${i % 500}`), nameOf(`e${(i * 7919) % sizes.entities}`)];
    return Array.fromAsync(cypher(graph, text, { a, b, new: `New ${i}` }, { mode: 'write' }).rows);
  };
  for (const text of turns) await ask(text, 0);
  const began = process.threadCpuUsage();
  for (let i = 0; i < statements; i++)
    await ask(turns[i % turns.length] as string, Math.floor(i / turns.length));
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

/**
 * The fastest run of each, in milliseconds. They take turns of a tenth of a second or more, so that each runs warm, and
 * all have the same luck with what else the machine does.
 */
async function bests(works: readonly (() => unknown)[]): Promise<number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  const until = performance.now() + 4000;
  for (let turns = 0; turns < 3 || performance.now() < until; turns++)
    for (const [i, work] of works.entries()) {
      const turnEnds = performance.now() + 100;
      do {
        const began = performance.now();
        await work();
        least[i] = Math.min(least[i] as number, performance.now() - began);
      } while (performance.now() < turnEnds);
    }
  return least;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function milliseconds(time: number): string {
  return time.toFixed(time < 10 ? 4 : 1);
}

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)}x`;
}

function microseconds(time: number): string {
  return ((1000 * time) / texts.length).toFixed(1);
}
