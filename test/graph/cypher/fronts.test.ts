// What is passed over early is what would have been left out at the end: columns of rows behind a LIMIT, nodes on no circle.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { rowsOn } from './draw.ts';

const edges = (nodes: number) =>
  fc.array(fc.tuple(fc.nat(nodes - 1), fc.constantFrom('T', 'U'), fc.nat(nodes - 1)), {
    minLength: 5,
    maxLength: 60,
  });

function graphOf(nodes: number, edges: readonly (readonly [number, string, number])[]): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < nodes; i++)
    graph.addNode(i, { labels: i % 2 ? ['A'] : ['B'], i, k: i % 4, ...(i % 3 ? { odd: i % 2 } : {}) });
  for (const [from, type, to] of edges) graph.addEdge(from, to, { type });
  return graph;
}

const sorted = [
  'MATCH (x) WITH x, x.k AS first RETURN first, x.i AS i ORDER BY first DESC, i DESC',
  'MATCH (x)-->(y) WITH x, y, y.k AS k RETURN k, x.i AS a, y.i AS b, y.odd AS odd ORDER BY k, b DESC, a DESC, odd',
  'MATCH (x) OPTIONAL MATCH (x)-[:T]->(y) WITH x.k AS k, x, y RETURN k, x.i AS i, y.i AS other ORDER BY k DESC, i DESC, other DESC',
  'MATCH (x)-[r]->(y) WITH count(r) AS times, x RETURN times, x.i AS i ORDER BY times DESC, i DESC',
  'UNWIND [{a: 1, b: 2}, {a: 0, b: 3}, null] AS m WITH m.a AS a, m RETURN a, m.b AS b ORDER BY a, b DESC',
];

test.each(sorted)('the front of "%s" is that of all its rows', async (query) => {
  await fc.assert(
    fc.asyncProperty(edges(30), fc.nat(6), async (drawn, limit) => {
      const graph = graphOf(30, drawn);
      const all = await rowsOn(graph, query);
      expect(await rowsOn(graph, `${query} LIMIT ${limit}`)).toEqual(all.slice(0, limit));
    }),
    { numRuns: 60 },
  );
});

test('of many rows that are alike in the first key the front has those that the second puts there', async () => {
  const query = 'MATCH (x) WITH x, x.k AS k RETURN k, x.i AS i ORDER BY k, i DESC LIMIT 3';
  expect(await rowsOn(graphOf(5000, []), query)).toEqual([
    [0, 4996],
    [0, 4992],
    [0, 4988],
  ]);
});

test('a column that fails does so, though its row is behind the front', async () => {
  const query =
    'UNWIND range(1, 5000) AS k WITH k, CASE WHEN k < 5000 THEN {p: k} ELSE 3 END AS v RETURN k, v.p ORDER BY k LIMIT 1';
  await expect(rowsOn('', query)).rejects.toThrow();
});

test('what a query has deleted is an error, whichever row reads it', async () => {
  const query =
    'UNWIND range(1, 5000) AS i CREATE (x:A {i: i}) WITH x, i DELETE x WITH i, x RETURN i, x.i ORDER BY i LIMIT 1';
  await expect(rowsOn('', query, {}, { mode: 'write' })).rejects.toThrow();
});

const circles = [
  ['MATCH (a)-->(b)-->(a)', 'MATCH (a)-->(b)-->(z) WHERE z = a'],
  ['MATCH (a)-[:T]->(b)-[:U]->(c)-[:T]->(a)', 'MATCH (a)-[:T]->(b)-[:U]->(c)-[:T]->(z) WHERE z = a'],
  ['MATCH (a:A)-[:T]-(b)<-[:U]-(a)', 'MATCH (a:A)-[:T]-(b)<-[:U]-(z) WHERE z = a'],
  ['MATCH (a)-[:T]->(b)-[:U]->(a)', 'MATCH (a)-[:T]->(b)-[:U]->(z) WHERE z = a'],
  ['MATCH (a)-[:T]->(a)', 'MATCH (a)-[:T]->(z) WHERE z = a'],
  ['MATCH (a)-->(b) MATCH (b)-[:U]->(a)', 'MATCH (a)-->(b) MATCH (b)-[:U]->(z) WHERE z = a'],
  [
    'MATCH (a) OPTIONAL MATCH (a)-[:U]->(b)-->(a)',
    'MATCH (a) OPTIONAL MATCH (a)-[:U]->(b)-->(z) WHERE z = a',
  ],
] as const;

test.each(circles)('%s finds what %s does', async (closed, open) => {
  await fc.assert(
    fc.asyncProperty(edges(9), async (drawn) => {
      const graph = graphOf(9, drawn);
      const found = async (pattern: string) =>
        (await rowsOn(graph, `${pattern} RETURN a.i AS i, count(*) AS times ORDER BY i`)).map((row) => [
          ...row,
        ]);
      expect(await found(closed)).toEqual(await found(open));
    }),
    { numRuns: 60 },
  );
});
