// Rows that are counted by one node are counted as they would be one by one.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { Value } from '../../../graph/cypher/values.ts';
import { cypher } from '../../../graph/store/graphology.ts';

const edge = fc.tuple(fc.nat(59), fc.constantFrom('T', 'U'), fc.nat(59));
const patterns = [
  'MATCH (x)',
  'MATCH (x:B)',
  'MATCH (a)-[:T]->(x)',
  'MATCH (x)-[:T]->(a:A)',
  'MATCH (a)-[r]-(x) WHERE r.w > 1',
  'MATCH (a)-->(b)-[:U]-(x)',
  'MATCH (a:A)-[:T*1..2]->(x)',
  'MATCH (a)-[:T|U*0..2]->(x) WITH DISTINCT x',
  'MATCH (a)-[:T]->(b)-[:T]->(x) WITH DISTINCT x',
  'MATCH (a)-->(b)-->(a)-->(x)',
  'UNWIND [1, 2] AS i MATCH (a)-->(x)',
];
const keys = ['x', 'x.k', 'x.k, x.odd', 'labels(x)', 'x.k + 1', 'x.missing'];

function graphOf(edges: readonly (readonly [number, string, number])[]): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < 60; i++)
    graph.addNode(`n${i}`, { labels: i % 2 ? ['A'] : ['B'], k: i % 5, ...(i % 3 ? { odd: i % 2 } : {}) });
  for (const [from, type, to] of edges) graph.addEdge(`n${from}`, `n${to}`, { type, w: (from + to) % 4 });
  return graph;
}

const rowsOf = (graph: MultiDirectedGraph, text: string): Promise<(readonly Value[])[]> =>
  Array.fromAsync(cypher(graph, text).rows);

const texts = (rows: readonly (readonly Value[])[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

test.for(patterns)('%s, counted by what is said of a node', async (pattern) => {
  await fc.assert(
    fc.asyncProperty(fc.array(edge, { maxLength: 200 }), fc.constantFrom(...keys), async (edges, key) => {
      const graph = graphOf(edges);
      const counts = new Map<string, number>();
      const single = texts(await rowsOf(graph, `${pattern} RETURN ${key}`));
      for (const row of single) counts.set(row, (counts.get(row) ?? 0) + 1);
      const expected = [...counts].map(([row, count]) => `${row.slice(0, -1)},${count}]`).sort();
      expect(texts(await rowsOf(graph, `${pattern} RETURN ${key}, count(*)`))).toEqual(expected);
      expect(texts(await rowsOf(graph, `${pattern} RETURN ${key}, count(x)`))).toEqual(expected);
      expect(await rowsOf(graph, `${pattern} RETURN count(*)`)).toEqual([[single.length]]);
    }),
    { numRuns: 40 },
  );
});

test('what a query has created is counted with the rest', async () => {
  const graph = graphOf([]);
  const text =
    'UNWIND range(1, 100) AS i CREATE (:N)-[:T]->(:M {i: i % 2}) WITH count(*) AS c MATCH ()-[:T]->(m) RETURN m.i, count(*)';
  const rows = await Array.fromAsync(cypher(graph, text, {}, { mode: 'write' }).rows);
  expect(texts(rows)).toEqual(['[0,50]', '[1,50]']);
});

test('keys by chance are drawn for each row', async () => {
  const graph = graphOf(Array.from({ length: 200 }, () => [0, 'T', 1] as const));
  const rows = await rowsOf(graph, 'MATCH ()-[:T]->(x) RETURN x.k, rand() < 0.5, count(*)');
  expect(rows.length).toBe(2);
});
