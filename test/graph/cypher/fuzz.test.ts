// Whatever is asked: an answer or a named error, soon.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../../graph/cypher/errors.ts';
import { print } from '../../../graph/cypher/print.ts';
import { draw, rowsOn } from './draw.ts';
import { queries } from './generate.ts';

const graph = draw(
  "(a:A {name: 'x', n: 1})-[:T {n: 2}]->(b:B {name: 'y'})-[:U]->(c)-[:T]->(a), (b)-[:T]->(b), (d:A)-[:U]->(b)",
);
const parameters = { a: 1, b: 'b', n: 2, x: [1, 2], r: null, name: { a: 1 } };

const before = JSON.stringify(graph.export());

/** Rows, or the named error that leaves the graph as it was. Each text may write, to a graph of its own. */
async function outcome(text: string): Promise<unknown> {
  const own = graph.copy() as typeof graph;
  try {
    return await rowsOn(own, text, parameters, { mode: 'write', deadline: 500, rows: 10_000 });
  } catch (error) {
    const isNamed = error instanceof CypherError || error instanceof QueryStopped;
    if (isNamed && JSON.stringify(own.export()) === before) return error;
    throw new Error(`${text}\n${(error as Error).stack}`);
  }
}

test('a tree at random gives rows or a named error', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (tree) => {
      expect(await outcome(print(tree))).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

const seeds = [
  'MATCH (a:A)-[r:T|U*1..3]->(b) WHERE a.n > 1 AND NOT (b)-->(a) RETURN a.name, count(r) AS c ORDER BY c DESC LIMIT 3',
  'MATCH (a) OPTIONAL MATCH p = (a)-[r]-(b {n: $a}) WITH DISTINCT a, collect(b) AS bs WHERE size(bs) >= 0 RETURN *',
  "UNWIND [1, 2.5, 'x', null] AS x RETURN CASE x WHEN 1 THEN [y IN $x | y + 1] ELSE {k: x} END AS v, x IN $x",
  'MATCH (a:A) SET a.n = 1, a:C CREATE (a)-[:T {n: $a}]->(b:B) MERGE (c {n: $n}) ON CREATE SET c += {x: 1} RETURN c',
  "MATCH (a)-[r]->(b) WHERE a.name =~ '(?i)[a-x]+' CALL { WITH a MATCH (a)--(c) RETURN count(c) AS d } DELETE r RETURN d",
  "RETURN date('2024-02-29') + duration({months: $a, days: 2.5}) AS d, datetime.truncate('week', datetime('2024-01-01T10:00Z'))",
  'MATCH p = shortestPath((a:A)-[*..3]-(b:B)) RETURN a {.name, .*, x: COLLECT { MATCH (n) RETURN n.n }} AS m, COUNT { (a)-->() }',
  'MATCH (n) WHERE EXISTS { (n)-[:T]->(m) } AND all(x IN labels(n) WHERE x STARTS WITH "A") RETURN n UNION RETURN 1 AS n',
];
const scraps = [
  ...'()[]{}<>-=*/+:|.,$&!%^',
  "'",
  '"',
  '`',
  ' ',
  '\n',
  'MATCH',
  'WITH',
  'RETURN',
  'a',
  '1',
  'null',
  'count(*)',
];

test('a text that was tampered with gives rows or a named error', async () => {
  const tampered = fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(130), fc.nat(6), fc.constantFrom(...scraps, '')), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, changes]) =>
      changes.reduce((sum, [at, length, scrap]) => sum.slice(0, at) + scrap + sum.slice(at + length), text),
    );
  await fc.assert(
    fc.asyncProperty(tampered, async (text) => {
      expect(await outcome(text)).toBeDefined();
    }),
    { numRuns: 1500 },
  );
});

test('any text at all gives rows or a named error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
      expect(await outcome(text)).toBeDefined();
    }),
    { numRuns: 500 },
  );
});
