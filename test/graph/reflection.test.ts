// A snapshot that is kept current answers what one that is made anew answers.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { cypher, snapshotOfGraphology } from '../../graph/store/graphology.ts';

const number = fc.nat(5);
const text = fc.constantFrom('a', 'ab', 'b');
/** A statement, or a change behind Cypher's back. */
const change = fc.oneof(
  fc.record({
    query: fc.constantFrom(
      'CREATE (:A {x: $n})',
      'CREATE (:A:B {x: $n, t: $t})-[:T {x: $n}]->(:B {t: $t})',
      'MERGE (a:A {x: $n}) MERGE (b:B {t: $t}) MERGE (a)-[:U]->(b)',
      'MATCH (a:A {x: $n}) SET a.x = a.x + 1, a:C',
      'MATCH (a:C) REMOVE a:C, a.t',
      'MATCH (a {x: $n}), (b {t: $t}) CREATE (b)-[:V {x: $n}]->(a)',
      'MATCH ()-[r {x: $n}]->() SET r.x = 5, r.t = $t',
      'MATCH (a {x: $n}) DETACH DELETE a',
      'MATCH ()-[r:U]->() DELETE r',
    ),
    n: number,
    t: text,
  }),
  fc.record({ attribute: fc.constantFrom('x', 't', 'labels'), node: number, value: fc.oneof(number, text) }),
);
const questions = [
  'MATCH (a) RETURN elementId(a), labels(a), properties(a)',
  'MATCH (a)-[r]->(b) RETURN elementId(a), type(r), properties(r), elementId(b)',
  'MATCH (a:A {x: 1}) RETURN elementId(a)',
  "MATCH (a {t: 'ab'}) RETURN elementId(a)",
  "MATCH (a) WHERE a.t CONTAINS 'b' RETURN elementId(a)",
  'MATCH (a:B)<-[r:T|V]-(b:A) RETURN elementId(a), elementId(r), elementId(b)',
  'MATCH (a)-[:U*1..2]-(b) RETURN elementId(a), elementId(b)',
  'MATCH ()-[r {x: 5}]->() RETURN elementId(r)',
  'MATCH (a:C) RETURN count(a)',
];

/** Rows, without their order. */
async function rowsOn(graph: MultiDirectedGraph, query: string): Promise<string[]> {
  const rows = await Array.fromAsync(cypher(graph, query).rows);
  return rows.map((row) => JSON.stringify(row, (_, value) => sorted(value))).sort();
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

test('whatever changes it, by whomever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const graph = new MultiDirectedGraph();
      for (let i = 0; i < 4; i++) graph.addNode(`k${i}`, { labels: ['A'], x: i });
      for (const step of changes) {
        if ('query' in step) {
          const { query, n, t } = step;
          await Array.fromAsync(cypher(graph, query, { n, t }, { mode: 'write' }).rows);
        } else if (graph.hasNode(`k${step.node}`))
          graph.setNodeAttribute(`k${step.node}`, step.attribute, step.value);
        const anew = graph.copy() as MultiDirectedGraph;
        for (const question of questions)
          expect(await rowsOn(graph, question), question).toEqual(await rowsOn(anew, question));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('is the same one after a query that adds or changes', async () => {
  const graph = new MultiDirectedGraph();
  const before = snapshotOfGraphology(graph, 'labels', 'type');
  for (const query of ['CREATE (:A {x: 1})-[:T]->(:B)', 'MATCH (a:A) SET a.x = 2', 'MERGE (a:A {x: 2})'])
    await Array.fromAsync(cypher(graph, query, {}, { mode: 'write' }).rows);
  expect(snapshotOfGraphology(graph, 'labels', 'type')).toBe(before);
  expect(await rowsOn(graph, 'MATCH (a:A)-[:T]->(:B) RETURN a.x')).toEqual(['[2]']);
});

test('stands still for a query that has begun to read', async () => {
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < 3; i++) graph.addNode(i, { labels: ['A'] });
  const { rows } = cypher(graph, 'MATCH (a:A) RETURN elementId(a)');
  const first = await rows[Symbol.asyncIterator]().next();
  await Array.fromAsync(cypher(graph, 'CREATE (:A)', {}, { mode: 'write' }).rows);
  expect(await rowsOn(graph, 'MATCH (a:A) RETURN count(a)')).toEqual(['[4]']);
  const rest: unknown[] = [first.value];
  for await (const row of rows) rest.push(row);
  expect(rest).toEqual([['0'], ['1'], ['2']]);
});

test('is asked by a plan that fits what it has become', async () => {
  const graph = new MultiDirectedGraph();
  const question = 'MATCH (a:A)-->(b:B) RETURN count(*)';
  expect(await rowsOn(graph, question)).toEqual(['[0]']);
  const many = 'UNWIND range(1, 300) AS i CREATE (:A)-[:T]->(:B {i: i})';
  await Array.fromAsync(cypher(graph, many, {}, { mode: 'write' }).rows);
  expect(await rowsOn(graph, question)).toEqual(['[300]']);
});
