// Whatever is asked, however large or wrong: a named error that says where, or an answer, in bounded time.
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../../graph/cypher/errors.ts';
import type { Parameters } from '../../../graph/cypher/values.ts';
import { rowsOn } from './draw.ts';

const empty = new MultiDirectedGraph();

/** Every node leads to every node, itself included: there are more ways than anyone could walk. */
const everyToEvery = new MultiDirectedGraph();
for (let i = 0; i < 40; i++) everyToEvery.addNode(i, { labels: ['N'], i });
for (let i = 0; i < 40; i++) for (let j = 0; j < 40; j++) everyToEvery.addEdge(i, j, { type: 'T' });

/** A ring, as cyclic data goes. */
const ring = new MultiDirectedGraph();
for (let i = 0; i < 1000; i++) ring.addNode(i, { labels: ['N'], i });
for (let i = 0; i < 1000; i++) ring.addEdge(i, (i + 1) % 1000, { type: 'T' });

async function errorOf(
  graph: MultiDirectedGraph,
  query: string,
  parameters: Parameters = {},
): Promise<CypherError | QueryStopped> {
  const error: unknown = await rowsOn(graph, query, parameters, { deadline: 1000 }).catch((e: unknown) => e);
  if (error instanceof CypherError || error instanceof QueryStopped) return error;
  throw new Error(`No named error: ${String(error).slice(0, 200)}`);
}

test.each([
  ['RETURN 9223372036854775808', 'SyntaxError', 8],
  ['RETURN 9223372036854775807 + 1', 'ArithmeticError', 28],
  ['RETURN -9223372036854775808 - 1', 'ArithmeticError', 29],
  ['RETURN 4611686018427387904 * 2', 'ArithmeticError', 28],
  ['UNWIND [1, 9223372036854775807] AS x RETURN sum(x)', 'ArithmeticError', 45],
  ['RETURN 1 / 0', 'ArithmeticError', 10],
  ['RETURN 1 % 0', 'ArithmeticError', 10],
  ['RETURN 0x8000000000000000', 'SyntaxError', 8],
  ['RETURN 1 SKIP 9223372036854775808', 'SyntaxError', 15],
  ['RETURN 1 SKIP -1', 'SyntaxError', 15],
  ['RETURN 1 LIMIT 1.5', 'SyntaxError', 16],
  ['RETURN 1 LIMIT $none', 'ParameterMissing', 16],
  ['MATCH (a {i: $none}) RETURN a', 'ParameterMissing', 14],
  ['MATCH (a) WHERE a.i > $none RETURN a', 'ParameterMissing', 23],
  ['CALL graph.none() YIELD x RETURN x', 'ProcedureError', 1],
  ['CALL graph.degree(1, 2, 3) YIELD node RETURN node', 'SyntaxError', 1],
  ['RETURN none()', 'SyntaxError', 8],
  ['MATCH (a)-[:T*5..2]->(b) RETURN a', null, null],
  ['LOAD CSV FROM "x" AS row RETURN row', 'Unsupported', 1],
  ['MATCH ((a)-[:T]->(b)){1,3} RETURN a', 'Unsupported', 7],
  ['RETURN "', 'SyntaxError', 8],
  ['RETURN /* ', 'SyntaxError', 8],
  ['RETURN \\', 'SyntaxError', 8],
])('%s: %s at %s', async (query, code, column) => {
  if (code === null) {
    expect(await rowsOn(ring, query)).toEqual([]);
    return;
  }
  const error = await errorOf(ring, query);
  expect(error).toBeInstanceOf(CypherError);
  const { code: found, position } = error as CypherError;
  expect({ code: found, column: position?.column }).toEqual({ code, column });
});

test('an enormous SKIP skips all', async () => {
  expect(await rowsOn(ring, 'MATCH (a) RETURN a SKIP 9223372036854775807')).toEqual([]);
  expect(await rowsOn(ring, 'MATCH (a) RETURN a ORDER BY a.i SKIP 9223372036854775807 LIMIT 5')).toEqual([]);
  expect(await rowsOn(ring, 'MATCH (a) RETURN a.i ORDER BY a.i LIMIT 9223372036854775807')).toHaveLength(
    1000,
  );
});

describe('what explodes is stopped by its deadline', () => {
  test.each([
    'MATCH (a)-[*]->(b) RETURN count(*)',
    'MATCH p = (a)-[*]-(a) RETURN count(p)',
    'MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)',
    'MATCH (a)-->(b)-->(c)-->(d)-->(e)-->(f) RETURN count(*)',
    'MATCH (a) WHERE COUNT { (a)-[*]->() } > 0 RETURN a',
    'MATCH (a) RETURN [(a)-[*]->(b) | b.i]',
    'MATCH p = allShortestPaths((a {i: 0})-[*]->(b {i: 1})) WHERE length(p) > 20 RETURN p',
    'UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y RETURN count(*)',
    'RETURN reduce(s = 0, x IN range(1, 10000000) | s + size(range(1, 1000)))',
    'RETURN [x IN range(1, 1000000) WHERE any(y IN range(1, 1000) WHERE x = -y)]',
  ])('%s', async (query) => {
    const began = performance.now();
    expect(await errorOf(everyToEvery, query)).toBeInstanceOf(QueryStopped);
    // Far more than the deadline, for a machine that is busy with other things.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
}, 60_000);

describe('what would need too much memory is stopped before', () => {
  test.each([
    'RETURN range(1, 1000000000)',
    'UNWIND range(1, 9000000) AS x WITH collect(x) AS list RETURN list + list + list',
    "RETURN reduce(s = 'x', i IN range(1, 60) | s + s)",
    'WITH [1] AS a RETURN reduce(s = a, i IN range(1, 40) | s + s)',
  ])('%s', async (query) => {
    const error: unknown = await rowsOn(empty, query, {}, { deadline: 20_000 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(QueryStopped);
  });
}, 120_000);

test('a ring is walked around once', async () => {
  const found = await rowsOn(ring, 'MATCH (a {i: 0})-[:T*]->(b) RETURN count(*), count(DISTINCT b)');
  expect(found).toEqual([[1000, 1000]]);
  expect(
    await rowsOn(ring, 'MATCH p = shortestPath((a {i: 0})-[:T*]->(b {i: 999})) RETURN length(p)'),
  ).toEqual([[999]]);
});

test('a value that holds itself is refused, as a parameter and in the graph', async () => {
  const itself: Record<string, never> = {};
  Object.assign(itself, { itself });
  expect(await errorOf(empty, 'RETURN $itself', { itself })).toBeInstanceOf(CypherError);
  const graph = new MultiDirectedGraph();
  graph.addNode('a', { itself });
  await expect(rowsOn(graph, 'MATCH (a) RETURN a')).rejects.toThrow('Node "a" has the attribute "itself"');
});
