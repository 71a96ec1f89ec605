// Queries that change the graph: what they change, who sees it when, and what is left where they fail.
import fc from 'fast-check';
import { DirectedGraph, MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../../graph/cypher/errors.ts';
import type { Parameters } from '../../../graph/cypher/values.ts';
import { type CypherOptions, cypher } from '../../../graph/store/graphology.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { draw, rowsOn } from './draw.ts';

const two = "(a:Person {name: 'Ann', age: 40})-[:CALLED {times: 2}]->(b:Person {name: 'Bob'})";

const write = (
  graph: MultiDirectedGraph,
  query: string,
  parameters: Parameters = {},
  options: CypherOptions = {},
) => rowsOn(graph, query, parameters, { mode: 'write', ...options });

/** What a graph holds, to compare. */
const held = (graph: MultiDirectedGraph) => JSON.stringify(graph.export());

describe('a graph after a query', () => {
  test.each<[query: string, read: string, rows: unknown[][]]>([
    ['CREATE (n:City {name: $x})', 'MATCH (n:City) RETURN n.name', [['Oslo']]],
    ['CREATE (n $properties)', 'MATCH (n {a: 1}) RETURN n.b', [[['x', 'y']]]],
    [
      "MATCH (a {name: 'Ann'}) CREATE (a)-[:LIVES_IN {since: 2020}]->(:City)",
      'MATCH (:Person)-[r]->(c:City) RETURN type(r), r.since',
      [['LIVES_IN', 2020]],
    ],
    [
      'MATCH (n:Person) SET n.age = coalesce(n.age, 0) + 1, n:Known',
      'MATCH (n:Known) RETURN n.age ORDER BY n.age',
      [[1], [41]],
    ],
    ['MATCH (n {name: $a}) SET n = {x: 1}', 'MATCH (n {x: 1}) RETURN keys(n)', [[['x']]]],
    ['MATCH (n {name: $a}) SET n += {age: null, x: 1}', 'MATCH (n {x: 1}) RETURN keys(n)', [[['name', 'x']]]],
    [
      'MATCH (n {name: $a}) REMOVE n:Person, n.age',
      'MATCH (n {name: $a}) RETURN labels(n), n.age',
      [[[], null]],
    ],
    ['MATCH ()-[r]->() DELETE r', 'MATCH (n) RETURN count(n), count { ()-->() }', [[2, 0]]],
    ['MATCH (n {name: $a}) DETACH DELETE n', 'MATCH (n) RETURN n.name', [['Bob']]],
    ['MATCH (n) DETACH DELETE n', 'MATCH (n) RETURN count(n)', [[0]]],
    [
      'UNWIND [1, 2, 1] AS x MERGE (n:N {x: x}) ON CREATE SET n.made = 1 ON MATCH SET n.met = 1',
      'MATCH (n:N) RETURN n.x, n.made, n.met ORDER BY n.x',
      [
        [1, 1, 1],
        [2, 1, null],
      ],
    ],
    [
      'MATCH p = (a)-->(b) FOREACH (n IN nodes(p) | SET n.seen = true CREATE (:Log {of: n.name}))',
      'MATCH (l:Log) RETURN l.of, count { ({seen: true}) } ORDER BY l.of',
      [
        ['Ann', 2],
        ['Bob', 2],
      ],
    ],
    [
      'MATCH (n:Person) CALL { WITH n CREATE (l:Log {of: n.name}) RETURN l } SET l.done = true',
      'MATCH (l:Log {done: true}) RETURN count(l)',
      [[2]],
    ],
    ['CREATE (n:A) UNION ALL CREATE (m:B)', 'MATCH (n) WHERE n:A|B RETURN count(n)', [[2]]],
    ['UNWIND range(1, 3) AS x CREATE (n:N) RETURN n LIMIT 0', 'MATCH (n:N) RETURN count(n)', [[3]]],
  ])('%s', async (query, read, rows) => {
    const graph = draw(two);
    const parameters = { x: 'Oslo', a: 'Ann', properties: { a: 1, b: ['x', 'y'] } };
    await write(graph, query, parameters);
    expect(await rowsOn(graph, read, parameters)).toEqual(rows);
  });

  test('has the same keys and attributes where nothing was changed', async () => {
    const graph = draw(two);
    graph.setNodeAttribute('b', 'labels', 'Person');
    await write(graph, "MATCH (n {name: 'Bob'}) SET n.age = 30");
    expect(graph.getNodeAttributes('b')).toEqual({ labels: 'Person', name: 'Bob', age: 30 });
    expect(graph.getNodeAttributes('a')).toEqual({ labels: ['Person'], name: 'Ann', age: 40 });
  });

  test('has changed before anyone takes a row', async () => {
    const graph = draw(two);
    cypher(graph, 'CREATE (:City)', {}, { mode: 'write' });
    expect(graph.order).toBe(3);
  });

  test('gives what was created the ids that the query saw', async () => {
    const graph = draw('(n0:A)');
    const [[node, edge] = []] = await write(
      graph,
      'CREATE (a:B)-[r:T]->(b) RETURN elementId(a), elementId(r)',
    );
    expect(graph.getNodeAttribute(node, 'labels')).toEqual(['B']);
    expect(graph.getEdgeAttribute(edge, 'type')).toBe('T');
  });
});

describe('what a query sees of its own changes', () => {
  test.each<[query: string, rows: unknown[][]]>([
    ['MATCH (n) CREATE (:Copy) RETURN count(*)', [[2]]],
    ['MATCH (n) CREATE (:Copy) WITH count(*) AS c MATCH (m) RETURN c, count(m)', [[2, 4]]],
    ['UNWIND [1, 2] AS x CREATE (n:N) WITH n MATCH (m:N) RETURN count(*)', [[4]]],
    [
      'MATCH (n:Person) SET n.name = n.name + "!" WITH n MATCH (m:Person) RETURN DISTINCT m.name',
      [['Ann!'], ['Bob!']],
    ],
    ['CREATE (a)-[:NEW]->(b) WITH a MATCH (a)-[:NEW]->(x) RETURN count(x)', [[1]]],
    ['MATCH (a)-[r]->(b) DELETE r WITH a MATCH (a)-->(x) RETURN count(x)', [[0]]],
    ['MATCH (n) DETACH DELETE n WITH count(*) AS c MATCH (m) RETURN c, count(m)', []],
    ['MATCH (n) DETACH DELETE n WITH count(*) AS c OPTIONAL MATCH (m) RETURN c, m', [[2, null]]],
    ['CREATE (n:X {a: 1}) SET n.a = 2, n.b = n.a RETURN n.a, n.b', [[2, 1]]],
    ['CREATE (n:X {a: 1}) SET n.a = 2 SET n.b = n.a RETURN n.a, n.b', [[2, 2]]],
    [
      'UNWIND [0, 1] AS i CALL { CREATE (:N) WITH * MATCH (n:N) RETURN count(n) AS c } RETURN i, c',
      [
        [0, 1],
        [1, 2],
      ],
    ],
  ])('%s', async (query, rows) => {
    expect(await write(draw(two), query)).toEqual(rows);
  });

  const steps = [
    'CREATE (:A {n: 1})-[:T]->(:B {n: 2})',
    'MATCH (a:A) WITH a LIMIT 1 CREATE (a)-[:T {n: 1}]->(a)',
    'MATCH (a), (b) WITH a, b LIMIT 5 CREATE (a)-[:V]->(b)',
    'MATCH ()-[r:T]->() WITH r LIMIT 1 DELETE r',
    'MATCH (a:B) WITH a LIMIT 1 DETACH DELETE a',
    'MATCH (a) WITH a LIMIT 2 SET a:C, a.x = 1',
    'MATCH (a:A) REMOVE a:A',
    'MERGE (a:M {k: 1}) ON CREATE SET a.c = 1 ON MATCH SET a.m = 1',
    'MATCH (a), (b) WITH a, b LIMIT 3 MERGE (a)-[:U]-(b)',
    'UNWIND [1, 2] AS i FOREACH (j IN [1, 2] | CREATE (:F {i: i * j}))',
    'MATCH ()-[r]->() WITH r LIMIT 1 SET r.x = [1, 2], r += {y: 2}',
  ];
  const look =
    'OPTIONAL MATCH (n) OPTIONAL MATCH (n)-[r]->(m) OPTIONAL MATCH (n)<-[q]-(k:B) OPTIONAL MATCH (n)-[s:T]-() RETURN ' +
    'elementId(n), labels(n), properties(n), type(r), properties(r), elementId(m), elementId(q), count(s)';
  const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).sort();

  test('is what the graph holds afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 6 }), async (list) => {
        const graph = draw('(a:A {n: 0})-[:T]->(b:B)-[:U]->(a), (c)');
        const query = [...list, look].join('\nWITH count(*) AS c\n');
        const seen = await write(graph, query);
        expect(sorted(seen), query).toEqual(sorted(await rowsOn(graph, `WITH 0 AS c ${look}`)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a query that fails leaves the graph as it was', () => {
  test.each<[query: string, code: CypherError['code']]>([
    ['CREATE (:A) WITH 1 AS x RETURN 1 / 0', 'ArithmeticError'],
    ['MATCH (n) SET n.age = n.name * 2', 'TypeError'],
    ['MATCH (n) DELETE n', 'ConstraintVerificationFailed'],
    ['MATCH (n) DETACH DELETE n WITH n RETURN n.name', 'EntityNotFound'],
    ['CREATE (:A) MERGE (:B {x: null})', 'SemanticError'],
    ['OPTIONAL MATCH (n:None) CREATE (:A) CREATE (n)-[:T]->(:B)', 'TypeError'],
    ['CREATE (n {a: {b: 1}})', 'TypeError'],
    ['CREATE (n {a: [1, "x"]})', 'TypeError'],
    ['CREATE (n {a: [[1]]})', 'TypeError'],
    ['UNWIND range(1, 3) AS x CREATE (:N {x: 1 / (x - 3)})', 'ArithmeticError'],
  ])('%s', async (query, code) => {
    const graph = draw(two);
    const before = held(graph);
    const error = await write(graph, query).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CypherError);
    expect((error as CypherError).code).toBe(code);
    expect(held(graph)).toBe(before);
  });

  test.each<[name: string, options: CypherOptions]>([
    ['its deadline', { deadline: 30 }],
    ['its row limit', { rows: 100 }],
    ['its signal', { signal: AbortSignal.timeout(30) }],
  ])('stopped by %s', async (_, options) => {
    const graph = draw(two);
    const before = held(graph);
    const query = 'UNWIND range(1, 300000) AS x CREATE (n:N {x: x}) RETURN x';
    await expect(write(graph, query, {}, options)).rejects.toThrow(QueryStopped);
    expect(held(graph)).toBe(before);
  });

  test('refused by a graph that takes no second edge', async () => {
    const graph = new DirectedGraph();
    for (const key of ['a', 'b']) graph.addNode(key, { labels: [key] });
    graph.addEdge('a', 'b', { type: 'T', n: 1 });
    const before = JSON.stringify(graph.export());
    const query = 'MATCH (a:a)-[r]->(b) SET r.n = 2, a.x = 1 CREATE (:C), (a)-[:U]->(b)';
    const rows = cypher(graph, query, {}, { mode: 'write' }).rows;
    await expect(Array.fromAsync(rows)).rejects.toThrow(StoreError);
    expect(JSON.stringify(graph.export())).toBe(before);
  });

  test('because the graph was changed by others meanwhile', async () => {
    const graph = draw(two);
    const query = 'UNWIND range(1, 100000) AS x CREATE (:N {x: x})';
    const rows = cypher(graph, query, {}, { mode: 'write' }).rows;
    graph.addNode('other');
    await expect(Array.fromAsync(rows)).rejects.toThrow('run it again');
    expect(graph.order).toBe(3);
  });

  test('because a property has the name of what the graph keeps', async () => {
    const graph = draw(two);
    await expect(write(graph, 'CREATE (n {labels: "x"})')).rejects.toThrow('would overwrite');
    expect(graph.order).toBe(2);
  });
});

describe('what can’t be written is said before anything runs', () => {
  test.each<[query: string, problem: string, column: number]>([
    ['MATCH (a) CREATE (a)', '"a" is already defined', 18],
    ['CREATE (a)--(b)', 'exactly one type', 11],
    ['CREATE (a)-[:T]-(b)', 'with a direction', 11],
    ['CREATE (a)-[:T|U]->(b)', 'exactly one type', 11],
    ['CREATE (a)-[:T*2]->(b)', 'can’t create a path of variable length', 11],
    ['CREATE (a:A|B)', 'takes plain labels', 8],
    ['CREATE (a WHERE a.x = 1)', 'WHERE can’t stand in a pattern that CREATE creates', 21],
    ['CREATE p = shortestPath((a)-[:T]->(b))', 'can’t create a shortest path', 8],
    ['MERGE (a $x)', 'MERGE can’t take all properties from $x', 10],
    ['MATCH (a) SET b.x = 1', '"b" is not defined.', 15],
    ['MATCH p = (a) SET p.x = 1', 'A path can’t be changed', 19],
    ['MATCH (a) DELETE 1 + 1', 'not a number', 20],
    ['MATCH (a) SET a.x = count(a)', 'An aggregate can’t stand in SET', 21],
    ['CREATE (a) MATCH (b) RETURN b', 'WITH is needed between what writes and what reads', 12],
    ['FOREACH (x IN [1] | SET y.x = 1)', '"y" is not defined.', 25],
    ['CREATE (a) RETURN a CREATE (b)', 'Expected the end of the query', 21],
  ])('%s: %s', async (query, problem, column) => {
    const error = await write(draw(two), query, { x: {} }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CypherError);
    expect((error as CypherError).message).toContain(problem);
    expect((error as CypherError).position).toMatchObject({ line: 1, column });
  });
});

test('two thousand MERGEs one after the other take little time', async () => {
  const graph = new MultiDirectedGraph();
  const start = performance.now();
  await write(graph, 'UNWIND range(1, 2000) AS x MERGE (n:N {x: x % 1000}) MERGE (n)-[:T]->(:M {x: x})');
  expect(graph.order).toBe(3000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
