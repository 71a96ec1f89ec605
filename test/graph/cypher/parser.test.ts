// Text to tree: what is refused, where, and in which words. That trees are right shows in print.test.ts and run.test.ts.
import { expect, test } from 'vitest';
import { CypherError } from '../../../graph/cypher/errors.ts';
import { parse } from '../../../graph/cypher/parser.ts';
import { print } from '../../../graph/cypher/print.ts';

const errorOf = (text: string): CypherError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error(`Parsed: ${text}`);
};

test.each([
  ['', 1, 1, 'Expected a clause, such as MATCH but the query ends.'],
  ['MATCH (n)', 1, 10, 'Expected RETURN but the query ends.'],
  ['MATCH (n RETURN n', 1, 10, 'Expected ")" but found "RETURN".'],
  ['MATCH (n)\nRETRUN n', 2, 1, 'Expected RETURN but found "RETRUN".'],
  ['RETURN', 1, 7, 'Expected an expression but the query ends.'],
  ['RETURN 1 +', 1, 11, 'Expected an expression but the query ends.'],
  ['RETURN [1, 2', 1, 13, 'Expected "," or "]" but the query ends.'],
  ['RETURN {a: 1, b}', 1, 16, 'Expected ":" but found "}".'],
  ["RETURN 'abc", 1, 8, "This text is never closed: end it with '."],
  ['RETURN `a', 1, 8, 'This name is never closed: end it with `.'],
  ['RETURN /* a', 1, 8, 'This comment is never closed: end it with */.'],
  ["RETURN '\\q'", 1, 9, '"\\q" is no escape'],
  ['RETURN 12abc', 1, 8, '"12abc" is neither a number nor a name.'],
  ['RETURN 9223372036854775808', 1, 8, 'too large for an INTEGER of 64 bits'],
  ['RETURN -9223372036854775809', 1, 8, 'too small for an INTEGER of 64 bits'],
  ['RETURN #', 1, 8, '"#" is no part of a query.'],
  ['RETURN 1 WHERE true', 1, 10, 'Expected the end of the query but found "WHERE".'],
  ['MATCH (n) WITH n.x RETURN 1', 1, 16, 'Only a variable can go through WITH without a name'],
  ['MATCH (n) WHERE RETURN n', 1, 17, 'Expected an expression but found "RETURN".'],
  ['RETURN 1 IS :: NUMBER', 1, 16, 'Expected a type, such as INTEGER but found "NUMBER".'],
  [
    'MATCH ()-[*]->+() RETURN 1',
    1,
    16,
    'A relationship has a length within or behind its brackets, not both.',
  ],
  ['CREATE', 1, 7, 'Expected "(" but the query ends.'],
  ['CREATE (n) SET n', 1, 16, 'Expected a property, as in n.name.'],
  ['MATCH (n) SET n.x + 1', 1, 19, 'Expected "=" but found "+".'],
  ['MATCH (n) SET 1 = 2', 1, 15, 'Expected a property, as in n.name.'],
  ['MATCH (n) REMOVE n', 1, 18, 'Expected a property, as in n.name.'],
  ['MATCH (n) DELETE', 1, 17, 'Expected an expression but the query ends.'],
  ['MERGE (n) ON FIND SET n.x = 1', 1, 11, 'Expected ON CREATE SET or ON MATCH SET but found "ON".'],
  ['FOREACH (x IN [1] | RETURN x)', 1, 21, 'Expected a clause that writes, such as SET'],
  ['MATCH (n) UNWIND [1] AS x', 1, 26, 'Expected RETURN but the query ends.'],
  ['CALL { RETURN 1 AS x', 1, 21, 'Expected "}" but the query ends.'],
  ['MATCH (n) RETURN n {1}', 1, 21, 'Expected a key but found "1".'],
  ['MATCH p = shortestPath((a)-->(b)-->(c)) RETURN p', 1, 11, 'A shortest path has two nodes'],
  ['RETURN exists(n.x)', 1, 8, 'write n.x IS NOT NULL'],
  ['RETURN 1 UNION RETURN 2 UNION ALL RETURN 3', 1, 25, 'UNION and UNION ALL can’t be mixed'],
])('%j is wrong at %i:%i: %s', (text, line, column, problem) => {
  const error = errorOf(text);
  expect(error.message).toContain(problem);
  expect(error.position).toMatchObject({ line, column });
});

test.each([
  ['CREATE INDEX FOR (n:A) ON (n.x)', 'INDEX'],
  ['MATCH (n) SET n[$key] = 1', 'name is worked out'],
  ['MATCH (n) SET n:$(label)', 'dynamic label'],
  ['CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x', 'IN TRANSACTIONS'],
  ['LOAD CSV FROM "a" AS row RETURN row', 'LOAD'],
  ['MATCH ((a)-->(b)){1,3} RETURN a', 'path in brackets'],
  ['RETURN "a" IS NFC NORMALIZED', 'normalized'],
  ['MATCH ANY SHORTEST (a)-->(b) RETURN a', 'path selector'],
  ['MATCH (n:$(label)) RETURN n', 'dynamic label'],
])('%j is refused as not supported yet', (text, what) => {
  const error = errorOf(text);
  expect(error.message).toContain('not supported yet');
  expect(error.message.toLowerCase()).toContain(what.toLowerCase());
  expect(error.position).not.toBeNull();
});

test.each([
  ['MATCH (n) WHERE n.x == 1 RETURN n', 'write one ='],
  ['MATCH (n) WHERE n.x != 1 RETURN n', 'write <>'],
  ["MATCH (n) WHERE n.x LIKE 'a%' RETURN n", 'write CONTAINS'],
  ['MATCH (n) RETURN n.x, count(*) GROUP BY n.x', 'leave GROUP BY out'],
  ['SELECT 1', 'ends with RETURN'],
  [':use neo4j', 'a command of a console'],
  ['RETURN 1; RETURN 2', 'run them one after the other'],
  ['SHOW INDEXES', 'db.labels()'],
  ['LOAD CSV FROM "a" AS row RETURN row', 'UNWIND $rows AS row'],
  ['MATCH (a) ((x)-[:T]->(y)){1,3} (b) RETURN b', '->{1,3}'],
  ['CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x', 'leave IN TRANSACTIONS out'],
])('%j is refused with what to write instead', (text, advice) => {
  expect(errorOf(text).message).toContain(advice);
  expect(errorOf(text).position).not.toBeNull();
});

test.each([
  'USING INDEX a:A(x)',
  'USING TEXT INDEX a:A(x, y)',
  'USING RANGE INDEX SEEK a:A(x)',
  'USING SCAN a:A',
  'USING JOIN ON a, b',
])('%s is for another planner, and passed over', (hint) => {
  const text = (between: string) => `MATCH (a:A)-->(b) ${between}WHERE a.x = 1 RETURN a`;
  expect(print(parse(text(`${hint} `)))).toBe(print(parse(text(''))));
});

test('the message ends with the line and a caret under the place', () => {
  expect(errorOf('MATCH (n)\n  WHERE n.x = = 1\nRETURN n').message.split('\n').slice(1)).toEqual([
    '  WHERE n.x = = 1',
    '              ^',
  ]);
});

test('a long line is cut to its part around the place', () => {
  const [, line, caret] = errorOf(`RETURN ${'1 + '.repeat(1000)}]`).message.split('\n');
  expect(line?.length).toBeLessThan(120);
  expect(line?.[(caret?.length ?? 0) - 1]).toBe(']');
});

test.each([
  ['brackets', `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ['lists', `RETURN ${'['.repeat(10_000)}1${']'.repeat(10_000)}`],
  ['patterns', `RETURN ${'EXISTS {(a WHERE '.repeat(10_000)}true${')}'.repeat(10_000)}`],
  ['signs', `RETURN ${'-'.repeat(10_000)}a`],
  ['negations', `RETURN ${'NOT '.repeat(10_000)}true`],
  ['subqueries', `${'CALL { '.repeat(10_000)}RETURN 1 AS x${' }'.repeat(10_000)} RETURN x`],
  ['queries in expressions', `RETURN ${'COUNT { RETURN '.repeat(10_000)}1${' }'.repeat(10_000)}`],
  ['loops', `${'FOREACH (x IN [1] | '.repeat(10_000)}CREATE ()${')'.repeat(10_000)}`],
  ['map projections', `RETURN ${'a {x: '.repeat(10_000)}a${'}'.repeat(10_000)}`],
  ['types', `RETURN 1 IS :: ${'LIST<'.repeat(10_000)}INT${'>'.repeat(10_000)}`],
  ['clauses', 'CREATE () '.repeat(10_000)],
  ['a chain of sums', `RETURN 1${' + 1'.repeat(100_000)}`],
  ['a chain of properties', `RETURN a${'.x'.repeat(100_000)}`],
])('%s without end are refused, in little time', (_, text) => {
  expect(errorOf(text).message).toMatch(/more than \d+|at most \d+/);
});

test('ten megabytes of text are refused at once', () => {
  const text = `RETURN [${'1,'.repeat(5_000_000)}1] AS x`;
  const start = performance.now();
  expect(errorOf(text).message).toContain('hand over values as parameters');
  expect(performance.now() - start).toBeLessThan(1000);
});

test('the longest text that is taken takes a few seconds at most', () => {
  const text = `RETURN [${'1,'.repeat(499_000)}1] AS x`;
  const start = performance.now();
  parse(text);
  expect(performance.now() - start).toBeLessThan(5000);
});
