// What makes a query quick never changes its rows: indexes and columns against trying everything, short cuts against the
// same question asked in a way that allows none.
import { describe, expect, test } from 'vitest';
import { run } from '../../../graph/cypher/run.ts';
import { type Snapshot, snapshotOf } from '../../../graph/cypher/snapshot.ts';
import { Float, type Parameters, type Value } from '../../../graph/cypher/values.ts';

/** Numbers without pattern that are the same each time. */
const scattered = (i: number, below: number): number =>
  Math.floor((((i * 2_654_435_761) % 4_294_967_296) / 4_294_967_296) * below);

const values: readonly Value[] = [
  1,
  new Float(1),
  1.5,
  'one',
  '',
  true,
  [1],
  2n ** 60n,
  new Float(2 ** 60),
  '\0"x',
];

const quick = snapshotOf(
  Array.from({ length: 1200 }, (_, i) => ({
    id: `n${i}`,
    labels: i % 3 === 0 ? ['A', 'B'] : ['A'],
    properties: { i, ...(i % 7 === 0 ? {} : { value: values[scattered(i, values.length)] as Value }) },
  })),
  Array.from({ length: 2400 }, (_, i) => ({
    id: `r${i}`,
    type: i % 4 === 0 ? 'KNOWS' : 'MET',
    start: scattered(3 * i, i < 400 ? 12 : 1200),
    end: scattered(5 * i + 1, i < 400 ? 12 : 1200),
    properties: { weight: scattered(7 * i, 5) },
  })),
);

const slow: Snapshot = {
  ...quick,
  nodeColumn: () => null,
  relationshipColumn: () => null,
  nodesWithValue: () => null,
};

async function rowsOf(text: string, snapshot: Snapshot, parameters: Parameters = {}): Promise<unknown[]> {
  return Array.fromAsync(run(text, snapshot, { parameters }).rows);
}

describe('indexes and columns give what trying everything gives', () => {
  test.each([
    'MATCH (n:B {value: $value}) RETURN n.i',
    'MATCH (n {value: $value}) RETURN n.i',
    'MATCH (n) WHERE $value = n.value RETURN n.i',
    'UNWIND [$value, null, "none"] AS x MATCH (n:A {value: x}) RETURN x, n.i',
    'MATCH (a:B {value: $value})-[r:MET]->(b {value: a.value}) RETURN a.i, b.i',
    'MATCH (n) RETURN n.value, count(*) ORDER BY n.value, count(*) LIMIT 7',
    'MATCH ()-[r]->() WHERE r.weight >= 3 RETURN r.weight, count(*)',
  ])('%s', async (text) => {
    for (const value of values)
      for (const _again of [1, 2, 3])
        expect(await rowsOf(text, quick, { value })).toEqual(await rowsOf(text, slow, { value }));
  });
});

test('LIMIT keeps the rows from the front of the order, equal ones as they came', async () => {
  const all = await rowsOf('MATCH (n) RETURN n.value AS v, n.i AS i ORDER BY v DESC', quick);
  for (const [skip, limit] of [
    [0, 0],
    [0, 1],
    [3, 40],
    [1190, 40],
  ] as const) {
    const text = `MATCH (n) RETURN n.value AS v, n.i AS i ORDER BY v DESC SKIP ${skip} LIMIT $limit`;
    expect(await rowsOf(text, quick, { limit })).toEqual(all.slice(skip, skip + limit));
  }
});

test('DISTINCT tells texts from what is written like them', async () => {
  const text = `UNWIND ['[1]', [1], '\\u0000[1]', 1, '1', '\\u0000"[1]', 1.0] AS x RETURN count(DISTINCT x)`;
  expect(await rowsOf(text, quick)).toEqual([[6]]);
});

test('a query that writes finds by value what it has just written', async () => {
  const { cypher } = await import('../../../graph/store/graphology.ts');
  const { MultiDirectedGraph } = await import('graphology');
  const graph = new MultiDirectedGraph();
  const text = 'UNWIND [1, 2, 1, 3, 2] AS x MERGE (n:N {x: x}) ON MATCH SET n.x = n.x + 10 RETURN n.x';
  const rows = await Array.fromAsync(cypher(graph, text, {}, { mode: 'write' }).rows);
  expect(rows).toEqual([[11], [12], [11], [3], [12]]);
});

describe('a shortest path is as short as all shortest ones', () => {
  test.each(['-[:MET*]->', '<-[:MET*]-', '-[*]-', '-[:MET|KNOWS*..3]-', '-[* {weight: 2}]-'])(
    '%s',
    async (hops) => {
      const pairs = 'MATCH (a), (b) WHERE a.i < 20 AND b.i IN [1, 3, 400, 777] AND a <> b';
      const one = `${pairs} MATCH p = shortestPath((a)${hops}(b)) RETURN a.i, b.i, length(p), nodes(p)[0] = a, nodes(p)[-1] = b`;
      const all = `${pairs} MATCH p = allShortestPaths((a)${hops}(b)) RETURN DISTINCT a.i, b.i, length(p), true AS from, true AS to`;
      const found = await rowsOf(one, quick);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await rowsOf(all, quick));
    },
  );
});

test('a shortest path hangs together', async () => {
  const text = `MATCH (a {i: 3}), (b) WHERE b.i > 900 MATCH p = shortestPath((a)-[:MET*]-(b))
    UNWIND range(0, length(p) - 1) AS k
    WITH relationships(p)[k] AS r, nodes(p)[k] AS x, nodes(p)[k + 1] AS y
    RETURN count(*) > 100, all(ok IN collect((startNode(r) = x AND endNode(r) = y) OR (startNode(r) = y AND endNode(r) = x)) WHERE ok)`;
  expect(await rowsOf(text, quick)).toEqual([[true, true]]);
});

test('a query that was refused reading is not taken for one that may write', async () => {
  const target = { nodeId: () => 'x', relationshipId: () => 'y', commit: () => {} };
  await run('CREATE (:A)', quick, { target }).written;
  expect(() => run('CREATE (:A)', quick)).toThrow();
});

test('a text that is asked again is asked with its new parameters', async () => {
  const text = 'MATCH (n:B {i: $i}) RETURN n.i';
  expect([await rowsOf(text, quick, { i: 3 }), await rowsOf(text, quick, { i: 6 })]).toEqual([[[3]], [[6]]]);
});

describe('what many hops reach is what their ways lead to', () => {
  test.each(['*1..3]->', '*0..2]->', '*0..0]->', '*1..3]-', '*2..3]->'])('%s', async (hops) => {
    for (const [left, end] of [
      ['-', hops],
      ['<-', hops.replace('>', '')],
    ] as const) {
      const found = 'WITH DISTINCT a, c RETURN a.i, c.i ORDER BY a.i, c.i';
      const of = (name: string) =>
        `MATCH (a:B) WHERE a.i IN [6, 15, 30, 60, 90, 120, 300] MATCH (a)${left}[${name}:MET|KNOWS${end}(c)`;
      const wanted = await rowsOf(`${of('r')} WITH a, c, size(r) AS s ${found}`, quick);
      expect(wanted.length).toBeGreaterThan(0);
      expect(await rowsOf(`${of('')} ${found}`, quick)).toEqual(wanted);
      expect(await rowsOf(`${of('')} RETURN count(DISTINCT [a.i, c.i])`, quick)).toEqual([[wanted.length]]);
      const bound = `MATCH (c {i: 6}) ${of('')} WITH DISTINCT a, c RETURN a.i, c.i ORDER BY a.i`;
      expect(await rowsOf(bound, quick)).toEqual(wanted.filter((row) => (row as number[])[1] === 6));
    }
  });
});

test.each(['->', '-'])('triangles are those that a list of all ways of three has (%s)', async (end) => {
  const cycle = `MATCH (a)-[r:MET]${end}(b)-[s:MET]${end}(c)-[t:MET]${end}(a) WHERE a.i < 40 RETURN a.i, count(*) ORDER BY a.i`;
  const ways = `MATCH (a)-[:MET*3]${end}(d) WHERE a.i < 40 WITH a, d WHERE a = d RETURN a.i, count(*) ORDER BY a.i`;
  const found = await rowsOf(cycle, quick);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(await rowsOf(ways, quick));
});
