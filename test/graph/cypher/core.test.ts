// The core of the language against a naive evaluator: MATCH, OPTIONAL MATCH, WHERE, DISTINCT, groups, ORDER BY, SKIP, LIMIT
// and UNION over random graphs with properties, some missing and some of another type.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Match } from '../../../graph/cypher/ast.ts';
import { parse } from '../../../graph/cypher/parser.ts';
import { rowsOn } from './draw.ts';
import { type Drawn, type Found, graphology, naive, nowhere } from './naive.ts';

/** What `x` is: the naive evaluator knows no others. */
type X = number | string | null;

const value: fc.Arbitrary<X> = fc.constantFrom(null, 0, 1, 2, 'a', 'ab');
const drawn: fc.Arbitrary<Drawn & { readonly xs: readonly X[] }> = fc
  .integer({ min: 1, max: 5 })
  .chain((nodes) =>
    fc.record({
      labels: fc.array(fc.subarray(['A', 'B']), { minLength: nodes, maxLength: nodes }),
      xs: fc.array(value, { minLength: nodes, maxLength: nodes }),
      edges: fc.array(
        fc.record({
          from: fc.nat(nodes - 1),
          to: fc.nat(nodes - 1),
          type: fc.constantFrom('T', 'U'),
          x: value,
        }),
        { maxLength: 7 },
      ),
    }),
  );

/** Values of `a.x`, `b.x`, `c.x` where one stands. */
type Row = Readonly<
  Record<'a' | 'b' | 'c', { readonly id: string; readonly x: X; readonly labels: readonly string[] } | null>
>;

interface Condition {
  readonly text: string;
  holds(row: Row): boolean | null;
}

const name = fc.constantFrom('a' as const, 'b' as const, 'c' as const);
const operands = fc.oneof(
  name.map((of) => ({ text: `${of}.x`, get: (row: Row) => row[of]?.x ?? null })),
  value.map((x) => ({ text: JSON.stringify(x), get: () => x })),
);

/** `<` and its kin: null for what can't be compared. */
const compared = (a: X, b: X): number | null =>
  a === null || b === null || typeof a !== typeof b ? null : a < b ? -1 : a > b ? 1 : 0;
const and = (a: boolean | null, b: boolean | null) =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const not = (a: boolean | null) => (a === null ? null : !a);
const tests: Readonly<Record<string, (a: X, b: X) => boolean | null>> = {
  '=': (a, b) => (a === null || b === null ? null : a === b),
  '<>': (a, b) => (a === null || b === null ? null : a !== b),
  '<': (a, b) => {
    const order = compared(a, b);
    return order === null ? null : order < 0;
  },
  '>=': (a, b) => {
    const order = compared(a, b);
    return order === null ? null : order >= 0;
  },
  CONTAINS: (a, b) => (typeof a === 'string' && typeof b === 'string' ? a.includes(b) : null),
  'STARTS WITH': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a.startsWith(b) : null),
};
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(operands, fc.constantFrom(...Object.keys(tests)), operands).map(([left, operator, right]) => ({
    text: `${left.text} ${operator} ${right.text}`,
    holds: (row: Row) => (tests[operator] as (typeof tests)[string])(left.get(row), right.get(row)),
  })),
  name.map((of) => ({ text: `${of}.x IS NULL`, holds: (row: Row) => (row[of]?.x ?? null) === null })),
  name.map((of) => ({ text: `${of}:A`, holds: (row: Row) => row[of]?.labels.includes('A') ?? null })),
);
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  simple,
  simple.map(({ text, holds }) => ({ text: `NOT (${text})`, holds: (row: Row) => not(holds(row)) })),
  fc.tuple(simple, simple).map(([a, b]) => ({
    text: `(${a.text}) AND (${b.text})`,
    holds: (row: Row) => and(a.holds(row), b.holds(row)),
  })),
  fc.tuple(simple, simple).map(([a, b]) => ({
    text: `(${a.text}) OR (${b.text})`,
    holds: (row: Row) => not(and(not(a.holds(row)), not(b.holds(row)))),
  })),
);

const patterns = fc.constantFrom(
  '(a)',
  '(a:A)',
  '(a)-->(b)',
  '(a)-[:T]->(b:B)',
  '(a)--(b)',
  '(a:A)<--(b), (b)-->(c)',
  '(a)-->(b)-->(a)',
  '(a)-[:T]->(b)-[:U]-(c)',
  '(a)-[:T*1..2]->(b)',
  '(a), (b)',
  '(a)-->(b)-->(c)-->(a)',
  '(a)-[*0..1]-(b)',
);

/** What follows the MATCHes, and what it makes of their rows. */
interface Ending {
  readonly text: string;
  readonly isOrdered?: boolean;
  of(rows: readonly Row[]): readonly (readonly unknown[])[];
}

const x = (row: Row, of: keyof Row): X => row[of]?.x ?? null;
const id = (row: Row, of: keyof Row): string | null => row[of]?.id ?? null;
/** Text before numbers, null last. */
const rank = (a: X) => (a === null ? 2 : typeof a === 'number' ? 1 : 0);
const order = (a: X, b: X): number =>
  rank(a) - rank(b) || (a === b ? 0 : (a as number) < (b as number) ? -1 : 1);
const grouped = <T>(rows: readonly T[], key: (row: T) => unknown): T[][] => [
  ...Map.groupBy(rows, (row) => JSON.stringify(key(row))).values(),
];
const endings: fc.Arbitrary<Ending> = fc.oneof(
  fc.constant<Ending>({
    text: 'RETURN elementId(a), elementId(b), elementId(c), b.x',
    of: (rows) => rows.map((row) => [id(row, 'a'), id(row, 'b'), id(row, 'c'), x(row, 'b')]),
  }),
  fc.constant<Ending>({
    text: 'RETURN count(*), count(b.x)',
    of: (rows) => [[rows.length, rows.filter((row) => x(row, 'b') !== null).length]],
  }),
  fc.constant<Ending>({
    text: 'RETURN DISTINCT a.x, b.x',
    of: (rows) =>
      grouped(rows, (row) => [x(row, 'a'), x(row, 'b')]).map(([row]) => [
        x(row as Row, 'a'),
        x(row as Row, 'b'),
      ]),
  }),
  fc.constant<Ending>({
    text: 'WITH a, count(*) AS n, count(DISTINCT b) AS m, min(c.x) AS least RETURN elementId(a), n, m, least',
    of: (rows) =>
      grouped(rows, (row) => id(row, 'a')).map((group) => [
        id(group[0] as Row, 'a'),
        group.length,
        new Set(group.flatMap((row) => id(row, 'b') ?? [])).size,
        group
          .map((row) => x(row, 'c'))
          .filter((found) => found !== null)
          .sort(order)[0] ?? null,
      ]),
  }),
  fc.constant<Ending>({
    text: 'RETURN a.x, b.x, count(*) AS n',
    of: (rows) =>
      grouped(rows, (row) => [x(row, 'a'), x(row, 'b')]).map((group) => [
        x(group[0] as Row, 'a'),
        x(group[0] as Row, 'b'),
        group.length,
      ]),
  }),
  fc.constant<Ending>({
    text: 'RETURN a.x AS k UNION RETURN 1 AS k',
    of: (rows) => [...new Set([...rows.map((row) => x(row, 'a')), 1])].map((found) => [found]),
  }),
  fc.tuple(fc.nat(3), fc.nat(4), fc.boolean()).map(
    ([skip, limit, isDown]): Ending => ({
      text: `WITH DISTINCT a.x AS k, elementId(b) AS b RETURN k, b ORDER BY k${isDown ? ' DESC' : ''}, b SKIP ${skip} LIMIT ${limit}`,
      isOrdered: true,
      of: (rows) =>
        grouped(rows, (row) => [x(row, 'a'), id(row, 'b')])
          .map(([row]) => [x(row as Row, 'a'), id(row as Row, 'b')] as const)
          .sort((p, q) => order(p[0], q[0]) * (isDown ? -1 : 1) || order(p[1], q[1]))
          .slice(skip, skip + limit),
    }),
  ),
);

test('a query of the core gives what trying every way gives', async () => {
  const optional = fc.option(fc.tuple(patterns, conditions), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      drawn,
      patterns,
      conditions,
      optional,
      endings,
      async (graph, pattern, where, more, ending) => {
        // Names that no pattern binds stand for null in both.
        const bound = (text: string) =>
          (['a', 'b', 'c'] as const).filter((of) => new RegExp(`\\(${of}\\b`).test(text));
        const free = (['a', 'b', 'c'] as const).filter(
          (of) => !bound(`${pattern} ${more?.[0] ?? ''}`).includes(of),
        );
        const isKnown = ({ text }: Condition, names: readonly string[]) =>
          [...text.matchAll(/\b([abc])[.:]/g)].every(([, of]) => names.includes(of as string));
        fc.pre(
          isKnown(where, bound(pattern)) &&
            (more === null || isKnown(more[1], bound(`${pattern} ${more[0]}`))),
        );
        const first = `MATCH ${pattern} WHERE ${where.text}`;
        const second = more === null ? '' : ` OPTIONAL MATCH ${more[0]} WHERE ${more[1].text}`;
        const nulls = free.length === 0 ? '' : ` WITH *, ${free.map((of) => `null AS ${of}`).join(', ')}`;
        const text = `${first}${second}${nulls} ${ending.text}`;
        const rowOf = ({ nodes }: Found): Row => {
          const at = (of: string) => {
            const key = nodes.get(of);
            return key === undefined || key < 0
              ? null
              : { id: String(key), x: graph.xs[key] as X, labels: graph.labels[key] as string[] };
          };
          return { a: at('a'), b: at('b'), c: at('c') };
        };
        const ways = (of: string, condition: Condition, before: Found) =>
          naive(graph, pathsOf(of), before).filter((found) => condition.holds(rowOf(found)) === true);
        const matched = ways(pattern, where, nowhere);
        const found =
          more === null
            ? matched
            : matched.flatMap((before) => {
                const further = ways(more[0], more[1], before);
                return further.length > 0 ? further : [before];
              });
        const expected = ending.of(found.map(rowOf)).map((row) => JSON.stringify(row));
        const rows = (await rowsOn(graphology(graph), text)).map((row) => JSON.stringify(row));
        if (ending.isOrdered) expect(rows, text).toEqual(expected);
        else expect(rows.sort(), text).toEqual(expected.sort());
      },
    ),
    { numRuns: 1000 },
  );
}, 120_000);

function pathsOf(pattern: string): Match['paths'] {
  const [branch] = parse(`MATCH ${pattern} RETURN 1`).branches;
  const [clause] = branch?.clauses ?? [];
  return clause?.kind === 'match' ? clause.paths : [];
}
