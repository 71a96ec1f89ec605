// Queries within queries, procedures, shortest paths, map projections: clauses that have a file of their own here.
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../graph/cypher/procedures.ts';
import { cypher } from '../../../graph/store/graphology.ts';
import { draw, rowsOn } from './draw.ts';

const people =
  "(ann:P {name: 'Ann', age: 40})-[:KNOWS]->(bob:P {name: 'Bob', age: 30})-[:KNOWS]->(cid:P {name: 'Cid'})-[:KNOWS]->(eve:P {name: 'Eve'})-[:KNOWS]->(ann), (ann)-[:LIKES]->(cid), (dot:Q {name: 'Dot'})";

describe('rows', () => {
  test.each<[query: string, rows: unknown[][]]>([
    ['CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x', [[1], [2]]],
    [
      'UNWIND [1, 2] AS a CALL { WITH a RETURN a * 10 AS b } RETURN a, b',
      [
        [1, 10],
        [2, 20],
      ],
    ],
    ['UNWIND [1, 2] AS a CALL (a) { WITH 1 AS one RETURN a + one AS b } RETURN b', [[2], [3]]],
    ['WITH 1 AS a CALL (*) { RETURN a AS b UNION ALL RETURN a + 1 AS b } RETURN b', [[1], [2]]],
    ['WITH 1 AS a CALL { RETURN 5 AS b } RETURN a, b', [[1, 5]]],
    [
      'MATCH (n:P) CALL { WITH n MATCH (n)-->(m) RETURN m.name AS m ORDER BY m LIMIT 1 } RETURN n.name, m ORDER BY m',
      [
        ['Eve', 'Ann'],
        ['Ann', 'Bob'],
        ['Bob', 'Cid'],
        ['Cid', 'Eve'],
      ],
    ],
    [
      "MATCH (n:P) WHERE EXISTS { MATCH (n)-->(m) WITH m WHERE m.name = 'Cid' RETURN m } RETURN n.name ORDER BY n.name",
      [['Ann'], ['Bob']],
    ],
    ['MATCH (n:P) WHERE COUNT { MATCH (n)-->(m) RETURN DISTINCT m } > 1 RETURN n.name', [['Ann']]],
    [
      "MATCH (n {name: 'Ann'}) RETURN COLLECT { MATCH (n)-->(m) RETURN m.name ORDER BY m.name } AS names",
      [[['Bob', 'Cid']]],
    ],
    [
      "MATCH (n {name: 'Ann'}) RETURN n {.name, .none, next: [(n)-->(m) | m {.name}][0].name} AS m",
      [[{ name: 'Ann', none: null, next: 'Bob' }]],
    ],
    [
      "MATCH (n {name: 'Ann'}) WITH n, 5 AS x RETURN n {x, name: 'other', .*} AS m",
      [[{ name: 'other', age: 40, x: 5 }]],
    ],
    ['OPTIONAL MATCH (n:None) RETURN n {.name} AS m', [[null]]],
    ["MATCH ({name: 'Ann'})-[r WHERE type(r) = 'KNOWS']->{2}(b) RETURN b.name, size(r)", [['Cid', 2]]],
    ["MATCH ({name: 'Ann'})-[:KNOWS]->{,1}(b) RETURN b.name", [['Ann'], ['Bob']]],
    ["MATCH ({name: 'Dot'})-->+(b) RETURN b.name", []],
    ['MATCH (n:P) ORDER BY n.name DESC LIMIT 2 RETURN collect(n.name) AS names', [[['Eve', 'Cid']]]],
    ["RETURN 'a' || 'b' AS text, [1] || [2] AS list", [['ab', [1, 2]]]],
    ["UNWIND ['Ann', 'Bob', null] AS x RETURN x =~ '(?i)a.*' AS m", [[true], [false], [null]]],
  ])('%s', async (query, rows) => {
    expect(await rowsOn(people, query)).toEqual(rows);
  });
});

describe('a shortest path', () => {
  const names = 'RETURN [n IN nodes(p) | n.name] AS names ORDER BY names';
  test.each<[query: string, rows: unknown[][]]>([
    [`MATCH p = shortestPath((:P {name: 'Ann'})-[*]->(:P {name: 'Cid'})) ${names}`, [[['Ann', 'Cid']]]],
    [
      `MATCH p = shortestPath((:P {name: 'Ann'})-[:KNOWS*]->(:P {name: 'Cid'})) ${names}`,
      [[['Ann', 'Bob', 'Cid']]],
    ],
    [
      `MATCH p = shortestPath((:P {name: 'Cid'})<-[:KNOWS*]-(:P {name: 'Ann'})) ${names}`,
      [[['Cid', 'Bob', 'Ann']]],
    ],
    [
      `MATCH p = allShortestPaths((:P {name: 'Bob'})-[*]-(:P {name: 'Eve'})) ${names}`,
      [[['Bob', 'Ann', 'Eve']], [['Bob', 'Cid', 'Eve']]],
    ],
    [
      `MATCH p = shortestPath((:P {name: 'Ann'})-[*]->(:P {name: 'Cid'})) WHERE length(p) > 1 ${names}`,
      [[['Ann', 'Bob', 'Cid']]],
    ],
    [
      `MATCH p = shortestPath((:P {name: 'Ann'})-[*]->(:P {name: 'Cid'})) WHERE none(n IN nodes(p) WHERE n.name = 'Bob') ${names}`,
      [[['Ann', 'Cid']]],
    ],
    [`MATCH p = shortestPath((:P {name: 'Ann'})-[*..1]->(:P {name: 'Eve'})) ${names}`, []],
    ["MATCH (a {name: 'Ann'}), (d:Q) RETURN shortestPath((a)-[*]->(d)) AS p", [[null]]],
    [
      "MATCH (a {name: 'Ann'}), (c {name: 'Cid'}) RETURN length(shortestPath((a)-[:KNOWS*]->(c))) AS l, size(allShortestPaths((a)-[*]-(c))) AS s",
      [[2, 1]],
    ],
    ["MATCH (a {name: 'Ann'}), (b {name: 'Bob'}), shortestPath((a)-[r*]->(b)) RETURN size(r)", [[1]]],
  ])('%s', async (query, rows) => {
    expect(await rowsOn(people, query)).toEqual(rows);
  });

  test('between a node and itself is refused', async () => {
    const query = "MATCH (a {name: 'Ann'}) MATCH p = shortestPath((a)-[*]->(a)) RETURN p";
    await expect(rowsOn(people, query)).rejects.toThrow('two different ends');
  });

  test('through a graph that explodes is found at once', async () => {
    const layers = Array.from({ length: 12 }, (_, i) =>
      [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => `(n${i}${a}:L${i})-[:T]->(n${i + 1}${b}:L${i + 1})`)),
    );
    const start = performance.now();
    const query = 'MATCH p = shortestPath((:L0)-[*]->(:L12)) RETURN length(p) LIMIT 1';
    expect(await rowsOn(draw(layers.flat().join(', ')), query)).toEqual([[12]]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a procedure', () => {
  const degrees: Procedure = {
    name: 'my.degrees',
    parameters: [{ name: 'least', type: 'INTEGER' }],
    columns: [
      { name: 'node', type: 'NODE' },
      { name: 'degree', type: 'INTEGER' },
    ],
    *call([least], { snapshot }) {
      for (let handle = 0; handle < snapshot.nodeCount; handle++) {
        const degree = snapshot.outgoing.end(handle, null) - snapshot.outgoing.begin(handle, null);
        if (degree >= Number(least)) yield [snapshot.node(handle), degree];
      }
    },
  };
  const quiet: Procedure = { name: 'my.nothing', parameters: [], columns: [], call: () => [] };
  const options = { procedures: [degrees, quiet] };

  test.each<[query: string, rows: unknown[][]]>([
    ['CALL my.degrees(2) YIELD node, degree RETURN node.name, degree', [['Ann', 2]]],
    ['CALL my.degrees(1) YIELD node AS n WHERE n.age > 35 RETURN n.name', [['Ann']]],
    [
      'UNWIND [1, 2, 3] AS x CALL my.degrees(x) YIELD degree RETURN x, count(*)',
      [
        [1, 4],
        [2, 1],
      ],
    ],
    ['MATCH (n:Q) CALL my.nothing() RETURN n.name', [['Dot']]],
    ['CALL my.nothing', []],
    ['CALL { CALL my.degrees(2) YIELD degree RETURN degree } RETURN degree', [[2]]],
  ])('%s', async (query, rows) => {
    expect(await rowsOn(people, query, {}, options)).toEqual(rows);
  });

  test('gives its own columns where it stands alone, and takes arguments by their names', async () => {
    const { columns, rows } = cypher(draw(people), 'CALL my.degrees', { least: 2 }, options);
    expect(columns).toEqual(['node', 'degree']);
    expect(await Array.fromAsync(rows, ([, degree]) => degree)).toEqual([2]);
  });

  test.each([
    ['CALL my.none()', 'There is no procedure my.none here'],
    ['CALL my.degrees()', 'my.degrees() takes 1 argument.'],
    ["CALL my.degrees('x')", 'takes least as INTEGER, not a text'],
    ['CALL my.degrees(1) YIELD other', 'gives no "other": it gives node, degree.'],
    ['WITH 1 AS degree CALL my.degrees(1) YIELD degree RETURN degree', '"degree" is already defined.'],
    [
      'UNWIND [1.5] AS x CALL my.degrees(x) YIELD degree RETURN degree',
      'takes least as INTEGER, and this is of type FLOAT',
    ],
    ['CALL my.degrees', 'The parameter $least is missing'],
  ])('%s: %s', async (query, problem) => {
    await expect(rowsOn(people, query, {}, options)).rejects.toThrow(problem);
  });
});

describe('a plan', () => {
  const stepsOf = async (query: string) => {
    const { rows, plan } = cypher(draw(people), query);
    const given = await Array.fromAsync(rows);
    return { given, steps: (plan?.() ?? []).map(({ operator, details, rows }) => [operator, details, rows]) };
  };

  test('is explained without being run', async () => {
    const { given, steps } = await stepsOf('EXPLAIN MATCH (n:P) WHERE n.age > 35 RETURN n.name');
    expect(given).toEqual([]);
    expect(steps).toEqual([
      ['project', 'n.name', undefined],
      ['scan', '(n:P), n.age > 35', undefined],
      ['argument', '', undefined],
    ]);
  });

  test('is profiled with the rows that each step gives', async () => {
    const { given, steps } = await stepsOf('PROFILE MATCH (n:P) WHERE n.age > 35 RETURN n.name');
    expect(given).toEqual([['Ann']]);
    expect(steps.map(([operator, , rows]) => [operator, rows])).toEqual([
      ['project', 1],
      ['scan', 1],
      ['argument', 1],
    ]);
  });

  test('is not there where no one asks', async () => {
    expect(cypher(draw(people), 'RETURN 1').plan).toBeNull();
  });
});
