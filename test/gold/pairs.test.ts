import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Side {
  readonly name: string;
  readonly type: string;
  readonly context: string;
}
interface Pair {
  readonly id: number;
  readonly same: boolean;
  readonly kind: string;
  readonly a: Side;
  readonly b: Side;
}
const pairs: Pair[] = JSON.parse(readFileSync(join(import.meta.dirname, 'pairs.json'), 'utf8'));
const more: Pair[] = ['more-pairs.json', 'last-pairs.json'].flatMap((file) =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')),
);
const sides = [...pairs, ...more].flatMap(({ a, b }) => [a, b]);

test('The list of pairs is a hundred, of which forty are homonyms that are different', () => {
  const homonyms = pairs.filter(({ kind }) => kind === 'homonym');
  expect([pairs.length, homonyms.length, homonyms.some(({ same }) => same)]).toEqual([100, 40, false]);
});

test('each name of a pair stands in its sentence', () => {
  expect(sides.filter(({ name, context }) => !context.includes(name))).toEqual([]);
});

test('homonyms are written alike', () => {
  const unlike = [...pairs, ...more].filter(({ kind, a, b }) => kind === 'homonym' && a.name !== b.name);
  expect(unlike).toEqual([]);
});

test('a hundred more go on counting where the first end', () => {
  expect(more.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, i) => 101 + i));
  expect(more.filter(({ same }) => same)).toHaveLength(54);
});
