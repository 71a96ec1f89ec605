import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Side {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}
const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
interface Listed {
  readonly kind: string;
  readonly a: Side;
  readonly b: Side;
}
const list = listIn('disagreements.json');
const clusters = readdirSync(join(import.meta.dirname, 'development')).filter((name) =>
  existsSync(join(import.meta.dirname, pathOf(name))),
);

// The articles are not ours to ship: without them there is nothing to hold the list against.
test.skipIf(!existsSync(join(shared, 'eval')))(
  'Each side of a disagreement is whole words of its article',
  () => {
    expect(cutIn(list, textOf)).toEqual([]);
  },
);

test.each(clusters)('Each side of a disagreement in %s is whole words of its article', (name) => {
  const read = (document: string) =>
    readFileSync(join(import.meta.dirname, 'development', name, 'articles', document), 'utf8');
  expect(cutIn(listIn(pathOf(name)), read)).toEqual([]);
});

test.each(['disagreements.json', ...clusters.map(pathOf)])(
  'no disagreement is listed twice in %s',
  (path) => {
    const keys = listIn(path).map(({ kind, a, b }) => JSON.stringify([kind, a, b]));
    expect(new Set(keys).size).toBe(keys.length);
  },
);

function listIn(path: string): readonly Listed[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
}

function pathOf(name: string): string {
  return `development/${name}/${name}.disagreements.json`;
}

function cutIn(listed: readonly Listed[], textOf: (document: string) => string): readonly Side[] {
  return listed
    .flatMap(({ a, b }) => [a, b])
    .filter(({ document, start, end }) => {
      const text = textOf(document);
      const isInWord = (at: number) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
      return start >= end || end > text.length || isInWord(start) || isInWord(end);
    });
}

function textOf(document: string): string {
  const folder = ['seeds', 'eval/uk-visit'].find((path) => existsSync(join(shared, path, document)));
  return readFileSync(join(shared, folder ?? '', document), 'utf8').replace(/^\uFEFF/, '');
}
