// Conditions that are tried within a scan or a hop let through what they let through after it, whatever they are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../../graph/cypher/run.ts';
import { snapshotOf } from '../../../graph/cypher/snapshot.ts';
import { Texts } from '../../../graph/cypher/texts.ts';
import { Float, type MapValue, type Parameters, type Value } from '../../../graph/cypher/values.ts';

/** Few values and many, texts that look like borders between texts, and what is no text. */
const values: readonly Value[] = [
  0,
  -1,
  1,
  new Float(1),
  2.5,
  new Float(Number.NaN),
  2n ** 60n,
  '',
  'a',
  'ab',
  'aba',
  '\0',
  '\0a',
  'a\0b',
  'ä€😀',
  '😀a',
  true,
  false,
  [1],
  ['a', 'b'],
];

const pick = (i: number, salt: number): Value =>
  values[(Math.imul(i + 1, 2_654_435_761) >>> (8 + salt)) % values.length] as Value;

function propertiesOf(i: number): MapValue {
  const many = i % 5 === 0 ? {} : { many: i % 2 === 0 ? `${String(pick(i, 3))} ${i}` : i };
  return { i, ...(i % 3 === 0 ? {} : { few: pick(i, 1) }), ...many };
}

const [nodeCount, relationshipCount] = [1300, 2600];
const snapshot = snapshotOf(
  Array.from({ length: nodeCount }, (_, i) => ({
    id: `n${i}`,
    labels: i % 4 === 0 ? ['A', 'B'] : ['A'],
    properties: propertiesOf(i),
  })),
  Array.from({ length: relationshipCount }, (_, i) => ({
    id: `r${i}`,
    type: i % 3 === 0 ? 'T' : 'U',
    start: (i * 7919) % nodeCount,
    end: (i * 104_729) % (i % 2 === 0 ? nodeCount : 40),
    properties: propertiesOf(i),
  })),
);

const operand = fc.constantFrom(
  'x.few',
  'x.many',
  'x.none',
  '$value',
  'null',
  "'a'",
  '1',
  '1.0',
  "'ab'",
  "' 7'",
);
const comparison = fc
  .tuple(operand, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), operand)
  .map((parts) => parts.join(' '));
const ofText = fc
  .tuple(operand, fc.constantFrom('CONTAINS', 'STARTS WITH', 'ENDS WITH'), operand)
  .map((parts) => parts.join(' '));
const simple = fc.oneof(
  comparison,
  ofText,
  fc.constantFrom(
    'x.few IS NULL',
    'x.many IS NOT NULL',
    '1 < x.few < 3',
    'x.i % 3 = 0',
    'x.few IN [1, null]',
  ),
);
const condition = fc.oneof(
  simple,
  simple.map((part) => `NOT (${part})`),
  fc
    .tuple(simple, fc.constantFrom('AND', 'OR', 'XOR'), simple)
    .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
);

const rowsOf = (text: string, parameters: Parameters): Promise<unknown[]> =>
  Array.fromAsync(run(text, snapshot, { parameters }).rows);

describe('a condition lets through in a MATCH what it lets through after it', () => {
  test.each([
    ['MATCH (x)', ''],
    ['MATCH (x:B)', ''],
    ['MATCH (x)-->()', ''],
    ['MATCH (a:B)-[:T]->(x)', ', a'],
    ['MATCH (a)-[x:U]->(b:B)', ', a, b'],
    ['MATCH (a {few: 1})-[x]-(b)', ', a, b'],
  ])(
    '%s',
    async (match, besides) => {
      await fc.assert(
        fc.asyncProperty(condition, fc.constantFrom(...values), async (holds, value) => {
          const returned = `RETURN x.i AS i, count(*) AS n, min(x.many) ORDER BY i`;
          const within = await rowsOf(`${match} WHERE ${holds} ${returned}`, { value });
          // Once more, since texts are joined only for whoever asks again.
          const again = await rowsOf(`${match} WHERE ${holds} ${returned}`, { value });
          const after = await rowsOf(`${match} WITH x${besides} WHERE ${holds} ${returned}`, { value });
          expect(within, holds).toEqual(after);
          expect(again, holds).toEqual(after);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

test('joined texts are found where each alone would be', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\0', '€'), { maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.option(text)), text, (all, part) => {
      if (part === '') return;
      const texts = Texts.of(all);
      const expected = (passes: (whole: string) => boolean) =>
        all.flatMap((whole, i) => (whole !== null && passes(whole) ? [i] : []));
      expect(texts?.find('CONTAINS', part)).toEqual(expected((whole) => whole.includes(part)));
      expect(texts?.find('STARTS WITH', part)).toEqual(expected((whole) => whole.startsWith(part)));
      expect(texts?.find('ENDS WITH', part)).toEqual(expected((whole) => whole.endsWith(part)));
    }),
    { numRuns: 3000 },
  );
});
