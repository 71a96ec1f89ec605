// What queries give on small drawn graphs; what goes wrong while they run; how they are stopped.
import { describe, expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../../graph/cypher/errors.ts';
import { parse } from '../../../graph/cypher/parser.ts';
import { Float, Node, Path, Relationship, type Value } from '../../../graph/cypher/values.ts';
import { cypher } from '../../../graph/store/graphology.ts';
import { MemoryStore } from '../../../graph/store/memory.ts';
import { draw, rowsOn } from './draw.ts';

const two = "(a:Person {name: 'Ann', age: 40})-[:CALLED {times: 2}]->(b:Person {name: 'Bob'})";
const chain = '(a:A {id: 1})-[:T {w: 1}]->(b:B {id: 2})-[:T {w: 2}]->(c:C {id: 3})-[:U]->(d:A {id: 4})';
const loop = '(a {id: 1})-[:T]->(a)';

describe('MATCH', () => {
  test.each<[query: string, pattern: string, rows: Value[][]]>([
    ['MATCH (n) RETURN n.id ORDER BY n.id', chain, [[1], [2], [3], [4]]],
    ['MATCH (n:A) RETURN n.id ORDER BY n.id', chain, [[1], [4]]],
    ['MATCH (n:A|B) RETURN n.id ORDER BY n.id', chain, [[1], [2], [4]]],
    ['MATCH (n:!A) RETURN n.id ORDER BY n.id', chain, [[2], [3]]],
    ['MATCH (n:A&B) RETURN n.id', chain, []],
    ['MATCH (n:%) RETURN count(*)', '(a:X), (b)', [[1]]],
    ['MATCH (n {id: 2}) RETURN n.id', chain, [[2]]],
    ['MATCH (n WHERE n.id > 2) RETURN n.id ORDER BY n.id', chain, [[3], [4]]],
    [
      'MATCH (a)-->(b) RETURN a.id, b.id ORDER BY a.id',
      chain,
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'MATCH (a)<--(b) RETURN a.id, b.id ORDER BY a.id',
      chain,
      [
        [2, 1],
        [3, 2],
        [4, 3],
      ],
    ],
    ['MATCH ({id: 2})--(b) RETURN b.id ORDER BY b.id', chain, [[1], [3]]],
    ['MATCH (a)-[:U]->(b) RETURN b.id', chain, [[4]]],
    ['MATCH (a)-[r:T|U]->(b) RETURN type(r) ORDER BY type(r)', chain, [['T'], ['T'], ['U']]],
    ['MATCH (a)-[r:!T]->(b) RETURN type(r)', chain, [['U']]],
    ['MATCH (a)-[:T {w: 2}]->(b) RETURN b.id', chain, [[3]]],
    ['MATCH (a)-[r WHERE r.w < 2]->(b) RETURN b.id', chain, [[2]]],
    [
      'MATCH (a)-->()-->(b) RETURN a.id, b.id ORDER BY a.id',
      chain,
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'MATCH (a:A), (b:B) RETURN a.id, b.id ORDER BY a.id',
      chain,
      [
        [1, 2],
        [4, 2],
      ],
    ],
    ['MATCH (a)-->(b), (b)-->(c:C) RETURN a.id, b.id, c.id', chain, [[1, 2, 3]]],
    ['MATCH (a {id: 1}) MATCH (a)-->(b) RETURN b.id', chain, [[2]]],
    // A relationship is met once in a MATCH, a node as often as it fits.
    ['MATCH (a)--(b)--(c) RETURN count(*)', '(a)-[:T]->(b)', [[0]]],
    ['MATCH (a)--(b) MATCH (b)--(c) RETURN count(*)', '(a)-[:T]->(b)', [[2]]],
    [
      'MATCH (a)-->(b)<--(c) RETURN a.id, c.id ORDER BY a.id',
      '(a {id: 1})-[:T]->(x), (b {id: 2})-[:T]->(x)',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    // A loop is one relationship from either side.
    ['MATCH (a)-->(b) RETURN count(*)', loop, [[1]]],
    ['MATCH (a)--(b) RETURN count(*)', loop, [[1]]],
    ['MATCH (a)-->(a) RETURN a.id', loop, [[1]]],
    ['MATCH (a)--(a) RETURN a.id', loop, [[1]]],
    // Several relationships between the same nodes are several rows.
    ['MATCH (a)-->(b) RETURN count(*)', '(a)-[:T]->(b), (a)-[:T]->(b)', [[2]]],
    ['MATCH (a)-[r]->(b) MATCH (c)-[r]->(d) RETURN count(*)', two, [[1]]],
    ['MATCH (a)-[r]->(b) MATCH (c)-[r]-(d) RETURN c.name ORDER BY c.name', two, [['Ann'], ['Bob']]],
    ['MATCH (a)-[r]->(b) MATCH (b)-[r]->(a) RETURN a', two, []],
  ])('%s on %s', async (query, pattern, rows) => {
    expect(await rowsOn(pattern, query)).toEqual(rows);
  });
});

describe('paths of variable length', () => {
  test.each<[query: string, pattern: string, rows: Value[][]]>([
    ['MATCH ({id: 1})-[*]->(n) RETURN n.id ORDER BY n.id', chain, [[2], [3], [4]]],
    ['MATCH ({id: 1})-[*2]->(n) RETURN n.id', chain, [[3]]],
    ['MATCH ({id: 1})-[*2..]->(n) RETURN n.id ORDER BY n.id', chain, [[3], [4]]],
    ['MATCH ({id: 1})-[*..2]->(n) RETURN n.id ORDER BY n.id', chain, [[2], [3]]],
    ['MATCH ({id: 1})-[*0..1]->(n) RETURN n.id ORDER BY n.id', chain, [[1], [2]]],
    ['MATCH ({id: 1})-[*0]->(n) RETURN n.id', chain, [[1]]],
    ['MATCH ({id: 1})-[*2..1]->(n) RETURN n.id', chain, []],
    ['MATCH ({id: 1})-[:T*]->(n) RETURN n.id ORDER BY n.id', chain, [[2], [3]]],
    ['MATCH ({id: 1})-[* {w: 1}]->(n) RETURN n.id', chain, [[2]]],
    ['MATCH ({id: 3})<-[*]-(n) RETURN n.id ORDER BY n.id', chain, [[1], [2]]],
    ['MATCH ({id: 3})-[*1..2]-(n) RETURN n.id ORDER BY n.id', chain, [[1], [2], [4]]],
    ['MATCH (a {id: 1})-[r*]->(b {id: 3}) RETURN [x IN r | x.w]', chain, [[[1, 2]]]],
    ['MATCH (b {id: 3})<-[r*]-(a {id: 1}) RETURN [x IN r | x.w]', chain, [[[2, 1]]]],
    ['MATCH (n)-[r*]->({id: 4}) WHERE n.id = 2 RETURN [x IN r | type(x)]', chain, [[['T', 'U']]]],
    ['MATCH (a)-[*]-(a) RETURN count(*)', '(a)-[:T]->(b)-[:T]->(c)-[:T]->(a)', [[6]]],
    ['MATCH (a)-[*]->(b) RETURN count(*)', loop, [[1]]],
    ['MATCH ({id: 1})-[*1..2]->()-[*1..2]->(n) RETURN n.id ORDER BY n.id', chain, [[3], [4], [4]]],
  ])('%s on %s', async (query, pattern, rows) => {
    expect(await rowsOn(pattern, query)).toEqual(rows);
  });

  test('a named path holds its nodes and relationships in the order in which it is drawn', async () => {
    const query = `MATCH p = (a {id: 1})-[*2]->(c)-[:U]->(d)
      RETURN [n IN nodes(p) | n.id], [r IN relationships(p) | type(r)], length(p)`;
    expect(await rowsOn(chain, query)).toEqual([[[1, 2, 3, 4], ['T', 'T', 'U'], 3]]);
    const backwards = 'MATCH p = (d {id: 4})<-[*2..3]-(a {id: 1}) RETURN [n IN nodes(p) | n.id]';
    expect(await rowsOn(chain, backwards)).toEqual([[[4, 3, 2, 1]]]);
    expect(await rowsOn(chain, 'MATCH p = (n {id: 1}) RETURN length(p)')).toEqual([[0]]);
  });
});

describe('OPTIONAL MATCH and null', () => {
  test.each<[query: string, pattern: string, rows: Value[][]]>([
    ['OPTIONAL MATCH (n) RETURN n', '', [[null]]],
    [
      'MATCH (a:Person) OPTIONAL MATCH (a)-->(b) RETURN a.name, b.name ORDER BY a.name',
      two,
      [
        ['Ann', 'Bob'],
        ['Bob', null],
      ],
    ],
    [
      'MATCH (a {name: "Bob"}) OPTIONAL MATCH (a)-->(b) OPTIONAL MATCH (b)-->(c) RETURN b, c',
      two,
      [[null, null]],
    ],
    ['MATCH (a {name: "Bob"}) OPTIONAL MATCH (a)-->(b) MATCH (b) RETURN b', two, []],
    ['MATCH (a {name: "Bob"}) OPTIONAL MATCH (a)-->(b) MATCH (b)-->(c) RETURN b', two, []],
    ['MATCH (a {name: "Ann"}) OPTIONAL MATCH (a)-[r]->(b) WHERE r.times > 5 RETURN b', two, [[null]]],
    ['MATCH (a {name: "Ann"}) OPTIONAL MATCH p = (a)-[:NONE]->(b) RETURN p, length(p)', two, [[null, null]]],
    ['MATCH (n) WHERE n.age > 30 RETURN n.name', two, [['Ann']]],
    ['MATCH (n) WHERE NOT n.age > 30 RETURN n.name', two, []],
    ['MATCH (n) WHERE n.age IS NULL RETURN n.name', two, [['Bob']]],
    ['MATCH (n {age: null}) RETURN n', two, []],
    ['MATCH (n) RETURN count(n.age), count(n), count(*), collect(n.age)', two, [[1, 2, 2, [40]]]],
  ])('%s on %s', async (query, pattern, rows) => {
    expect(await rowsOn(pattern, query)).toEqual(rows);
  });
});

describe('WITH, RETURN and what follows them', () => {
  const people =
    "({name: 'Ann', city: 'Oslo', age: 40}), ({name: 'Bob', city: 'Oslo', age: 20}), ({name: 'Eve', city: 'Rome'})";
  test.each<[query: string, rows: Value[][]]>([
    ['MATCH (n) RETURN n.name ORDER BY n.age DESC', [['Eve'], ['Ann'], ['Bob']]],
    ['MATCH (n) RETURN n.name ORDER BY n.age', [['Bob'], ['Ann'], ['Eve']]],
    ['MATCH (n) RETURN n.name AS x ORDER BY x SKIP 1 LIMIT 1', [['Bob']]],
    ['MATCH (n) RETURN n.name AS x ORDER BY n.city DESC, x DESC LIMIT $most', [['Eve'], ['Bob']]],
    ['MATCH (n) RETURN DISTINCT n.city AS city ORDER BY city', [['Oslo'], ['Rome']]],
    ['MATCH (n) RETURN DISTINCT n.city ORDER BY n.city', [['Oslo'], ['Rome']]],
    [
      'MATCH (n) RETURN n.city AS city, count(*) AS n ORDER BY n DESC',
      [
        ['Oslo', 2],
        ['Rome', 1],
      ],
    ],
    [
      'MATCH (n) RETURN n.city, count(*) ORDER BY count(*), n.city',
      [
        ['Rome', 1],
        ['Oslo', 2],
      ],
    ],
    [
      'MATCH (n) RETURN n.city, count(*) + 1 AS more ORDER BY n.city',
      [
        ['Oslo', 3],
        ['Rome', 2],
      ],
    ],
    ['MATCH (n) RETURN sum(n.age), avg(n.age), min(n.age), max(n.name)', [[60, new Float(30), 20, 'Eve']]],
    ['MATCH (n) WHERE n.name = "X" RETURN count(*), sum(n.age), avg(n.age), collect(n)', [[0, 0, null, []]]],
    ['MATCH (n) WHERE n.name = "X" RETURN n.city, count(*)', []],
    ['MATCH (n) RETURN count(DISTINCT n.city), collect(DISTINCT n.city)', [[2, ['Oslo', 'Rome']]]],
    ['MATCH (n) WITH n.city AS city, count(*) AS n WHERE n > 1 RETURN city', [['Oslo']]],
    ['MATCH (n) WITH n ORDER BY n.age LIMIT 2 RETURN collect(n.name)', [[['Bob', 'Ann']]]],
    ['MATCH (n) WITH n.name AS name WHERE n.city = "Rome" RETURN name', [['Eve']]],
    ['MATCH (n) WITH DISTINCT n.city AS city WHERE n.city = "Rome" RETURN city', [['Rome']]],
    ['WITH 1 AS x RETURN *', [[1]]],
    ['WITH 1 AS b, 2 AS a RETURN *, a + b AS c', [[2, 1, 3]]],
    ['WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b', [[2, 1]]],
    ['UNWIND [3, 1, 2] AS x RETURN x ORDER BY -x', [[3], [2], [1]]],
    ['UNWIND [] AS x RETURN x', []],
    ['UNWIND null AS x RETURN x', []],
    ['UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN collect(x)', [[[1, 2, 3]]]],
    ['RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x', [[1], [2]]],
    ['RETURN 1 AS x UNION ALL RETURN 1 AS x', [[1], [1]]],
    [
      'RETURN 1 AS x, 2 AS y UNION RETURN 3 AS y, 4 AS x',
      [
        [1, 2],
        [4, 3],
      ],
    ],
    [
      'UNWIND [1, 1.0, null, null, "1", [1], [1.0], {a: 1}, {a: 1.0}] AS x RETURN DISTINCT x',
      [[1], [null], ['1'], [[1]], [{ a: 1 }]],
    ],
  ])('%s', async (query, rows) => {
    expect(await rowsOn(people, query, { most: 2 })).toEqual(rows);
  });

  test('a column without an alias is called by its text as it is written', async () => {
    const { columns } = cypher(draw(two), 'MATCH (n) RETURN n . name, count( * ),1+1 AS b,  n.age+ 1');
    expect(columns).toEqual(['n . name', 'count( * )', 'b', 'n.age+ 1']);
  });
});

describe('patterns as conditions and values', () => {
  test.each<[query: string, rows: Value[][]]>([
    ['MATCH (n) WHERE (n)-->() RETURN n.id ORDER BY n.id', [[1], [2], [3]]],
    ['MATCH (n) WHERE NOT (n)-->() RETURN n.id', [[4]]],
    ['MATCH (n) WHERE NOT (n)-[:U]->() AND (n)<--() RETURN n.id ORDER BY n.id', [[2], [4]]],
    ['MATCH (a), (b) WHERE (a)-[:T*2]->(b) RETURN a.id, b.id', [[1, 3]]],
    ['MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.id > n.id + 0 AND m:C } RETURN n.id', [[2]]],
    ['MATCH (n) WHERE exists((n)-[:U]-()) RETURN n.id ORDER BY n.id', [[3], [4]]],
    ['MATCH (n) RETURN COUNT { (n)--() } AS c ORDER BY c, n.id', [[1], [1], [2], [2]]],
    ['MATCH (n) RETURN [(n)-->(m) | m.id] AS next ORDER BY n.id', [[[2]], [[3]], [[4]], [[]]]],
    ['MATCH (n {id: 1}) RETURN [p = (n)-[*]->(m) WHERE m.id <> 3 | length(p)] AS l', [[[1, 3]]]],
    ['MATCH (n {id: 1}) RETURN [x IN [2, 3] WHERE EXISTS { (n)-->({id: x}) }] AS l', [[[2]]]],
    ['MATCH ()-->(n) WHERE (n)-->() RETURN n.id ORDER BY n.id', [[2], [3]]],
  ])('%s', async (query, rows) => {
    expect(await rowsOn(chain, query)).toEqual(rows);
  });
});

test('nodes, relationships and paths leave as what they are', async () => {
  const [[a, r, p] = []] = await rowsOn(two, 'MATCH p = (a)-[r]->(b) RETURN a, r, p');
  const ann = new Node('a', ['Person'], { name: 'Ann', age: 40 });
  expect(a).toEqual(ann);
  expect(r).toMatchObject({ type: 'CALLED', start: 'a', end: 'b', properties: { times: 2 } });
  expect(r).toBeInstanceOf(Relationship);
  expect(p).toBeInstanceOf(Path);
  expect((p as Path).nodes[0]).toEqual(ann);
});

test('a tree runs as its text does', async () => {
  const graph = draw(two);
  const query = 'MATCH (a)-[r]->(b) WHERE a.age > $age RETURN a.name, count(r) AS n';
  expect(await rowsOn(graph, query, { age: 3 })).toEqual([['Ann', 1]]);
  const store = new MemoryStore();
  const { columns } = await store.run(parse(query), { parameters: { age: 3 } });
  expect(columns).toEqual(['a.name', 'n']);
});

describe('what is wrong is said before anything runs', () => {
  test.each([
    ['MATCH (n) RETURN m', '"m" is not defined.', 18],
    ['MATCH (n) WITH n.x AS x RETURN n', '"n" is not defined.', 32],
    ['MATCH (n) RETURN n ORDER BY m', '"m" is not defined.', 29],
    ['MATCH (n) RETURN DISTINCT n.x ORDER BY n.y', '"n" is not defined.', 40],
    ['MATCH (n)-[n]->() RETURN n', '"n" is already a node', 10],
    ['MATCH (a)-[r]->()-[r]->() RETURN r', '"r" can’t stand for two relationships', 18],
    ['MATCH (n), n = ()-->() RETURN n', '"n" is already defined.', 12],
    ['MATCH (n) WHERE count(n) > 1 RETURN n', 'An aggregate can’t stand in WHERE', 17],
    ['RETURN count(count(*))', 'An aggregate can’t stand within another', 14],
    ['MATCH (n) RETURN n.x + count(*)', '"n" is mixed with an aggregate', 18],
    ['RETURN 1 AS x, 2 AS x', 'Two columns are called "x"', 1],
    ['RETURN *', 'RETURN * needs a variable', 1],
    ['RETURN foo(1)', 'The function foo() does not exist, or is not supported yet.', 8],
    ["RETURN toUper('a')", 'The function toUper() does not exist: did you mean toupper()?', 8],
    [
      'RETURN point({x: 1, y: 2})',
      'The function point() is not supported yet: keep coordinates as numbers.',
      8,
    ],
    ['RETURN size()', 'size() takes 1 argument.', 8],
    ['MATCH (n $x) RETURN n', 'A pattern can’t take all its properties from $x', 10],
    ['CREATE (n)', 'This query writes, and only reading is allowed here', 1],
    ['CALL { CREATE (n) }', 'This query writes, and only reading is allowed here', 1],
    ['RETURN EXISTS { CREATE (n) }', 'A query within an expression can’t write.', 17],
    ['RETURN COLLECT { RETURN 1 AS a, 2 AS b }', 'takes a query with exactly one column', 8],
    ['CALL none() YIELD x RETURN x', 'There is no procedure none here', 1],
    ['RETURN shortestPath((a)-->(b))', 'Both ends of a shortest path must be known', 8],
    ["RETURN 'a' * 2", '* can’t take a text.', 12],
    ['RETURN 1 IN 2', 'IN takes a list, not a number.', 13],
    ['WITH 1 AS x CALL { WITH x RETURN 2 AS x } RETURN x', '"x" is already defined outside', 13],
    ['RETURN 1 LIMIT -1', 'LIMIT takes a whole number from 0 on.', 16],
    ['MATCH (n) RETURN n LIMIT n.x', 'LIMIT takes a number or a parameter', 26],
    ['RETURN 1 AS x UNION RETURN 2 AS y', 'The branches of a UNION must have the same columns', 21],
    ['MATCH (n) WHERE (n)-->(m) RETURN n', '"m" is not defined.', 17],
    ['MATCH (n) RETURN (n)-->()', 'A pattern can stand only in a condition', 18],
    ['RETURN true AND 1', 'A condition must be true or false', 17],
    ['MATCH p = (n) RETURN p.x', 'A path has no property "x".', 22],
    [`MATCH ${'(a), '.repeat(500)}(a) RETURN 1`, 'at most 500 nodes', 7],
    ['RETURN $missing', 'The parameter $missing is missing', 8],
    ['UNWIND [1] AS x UNWIND [2] AS x RETURN x', '"x" is already defined.', 17],
    ['MATCH (n) RETURN n.x ORDER BY count(*)', 'ORDER BY can aggregate only where a column does.', 11],
  ])('%s: %s', async (query, problem, column) => {
    const error = await rowsOn(two, query).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CypherError);
    expect((error as CypherError).message).toContain(problem);
    expect((error as CypherError).position).toMatchObject({ line: 1, column });
  });
});

describe('what goes wrong with a value is said with its place', () => {
  test.each([
    ['RETURN 1 / 0', 'Division of an integer by zero.', 10],
    ['RETURN 9223372036854775807 + 1', 'beyond the INTEGERs of 64 bits', 28],
    ['UNWIND [1] AS x RETURN x.y', 'A value of type INTEGER has no property "y".', 24],
    ['UNWIND [1] AS x RETURN toLower(x)', 'toLower() can’t take a value of type INTEGER.', 24],
    ['UNWIND [1] AS x MATCH (n) WHERE x RETURN n', 'A condition must be a BOOLEAN', 33],
    ['UNWIND ["a"] AS x RETURN sum(x)', 'sum() can’t take a value of type STRING.', 26],
    ['UNWIND [1] AS x RETURN 2 IN x', 'IN takes a list, not INTEGER.', 26],
    ['RETURN 1 LIMIT $n', 'LIMIT takes a whole number from 0 on, not -1.', 16],
    ['RETURN range(1, 2, 0)', 'range() can’t take steps of 0.', 8],
  ])('%s: %s', async (query, problem, column) => {
    const error = await rowsOn(two, query, { n: -1 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CypherError);
    expect((error as CypherError).message).toContain(problem);
    expect((error as CypherError).position).toMatchObject({ line: 1, column });
  });
});

describe('a query that would take too much is stopped', () => {
  const clique = draw(
    Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 12 }, (_, j) => `(n${i})-[:T]->(n${j})`).join(', '),
    ).join(', '),
  );
  test.each([
    'MATCH (a)-[*]->(b) RETURN count(*)',
    'MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)',
    'MATCH (a) WHERE COUNT { (a)-[*]->() } > 1 RETURN a',
    'RETURN reduce(n = 0, x IN range(1, 10000000) | n + size([y IN range(1, 1000) WHERE y > 0]))',
    'UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y RETURN x SKIP 9000000000',
  ])('%s at its deadline', async (query) => {
    const start = performance.now();
    await expect(rowsOn(clique, query, {}, { deadline: 100 })).rejects.toThrow(QueryStopped);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test.each([
    'RETURN range(1, 100000000000)',
    "RETURN reduce(s = 'a', x IN range(1, 100) | s + s)",
    'RETURN reduce(s = [1], x IN range(1, 100) | s + s)',
    'UNWIND range(1, 10000000) AS x UNWIND range(1, 10) AS y WITH collect(x) AS xs RETURN size(xs)',
    'UNWIND range(1, 10000000) AS x CREATE ()',
  ])('%s before memory runs out', async (query) => {
    await expect(rowsOn(clique, query, {}, { mode: 'write' })).rejects.toThrow(QueryStopped);
  });

  test('a signal that is aborted already stops at once', async () => {
    const signal = AbortSignal.abort();
    await expect(rowsOn(two, 'MATCH (n) RETURN n', {}, { signal })).rejects.toThrow(QueryStopped);
  });

  test('others have their turn while a long query runs', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await rowsOn(clique, 'MATCH (a)-[*]->(b) RETURN count(*)', {}, { deadline: 300 }).catch(() => null);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('whoever wants few rows pays for few', async () => {
    const start = performance.now();
    expect(await rowsOn(clique, 'MATCH (a)-[*]->(b) RETURN a LIMIT 3')).toHaveLength(3);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('parameters', () => {
  test.each<[value: unknown, problem: string]>([
    [new Date(0), '$x is no value that a query can hold'],
    [undefined, '$x is no value that a query can hold'],
    [[() => 1], '$x[0] is no value that a query can hold'],
    [{ a: new Node('n', [], {}) }, '$x.a is a Node'],
    [2n ** 64n, '$x is beyond the INTEGERs of 64 bits'],
  ])('%o is refused', async (value, problem) => {
    await expect(rowsOn(two, 'RETURN $x', { x: value as Value })).rejects.toThrow(problem);
  });

  test.each<[value: Value]>([
    [null],
    [1],
    [0.5],
    [new Float(1)],
    [9007199254740993n],
    [['a', [null]]],
    [{ a: { b: 1 } }],
    ['}) DETACH DELETE n //'],
  ])('%o comes back as it went', async (value) => {
    expect(await rowsOn(two, 'RETURN $x', { x: value })).toEqual([[value]]);
  });

  test('names of JavaScript’s own are names like any other', async () => {
    const query = 'RETURN {constructor: 1}.toString, $m.__proto__, $m.constructor, {__proto__: 2}.__proto__';
    const m = JSON.parse('{"__proto__": 7}') as Value;
    expect(await rowsOn(two, query, { m })).toEqual([[null, 7, null, 2]]);
    expect(await rowsOn(two, 'MATCH (n) RETURN n.constructor LIMIT 1')).toEqual([[null]]);
  });
});
