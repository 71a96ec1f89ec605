import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Side {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}
const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const list: { readonly kind: string; readonly a: Side; readonly b: Side }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'disagreements.json'), 'utf8'),
);

// The articles are not ours to ship: without them there is nothing to hold the list against.
test.skipIf(!existsSync(join(shared, 'eval')))(
  'Each side of a disagreement is whole words of its article',
  () => {
    const cut = list
      .flatMap(({ a, b }) => [a, b])
      .filter(({ document, start, end }) => {
        const text = textOf(document);
        const isInWord = (at: number) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
        return start >= end || end > text.length || isInWord(start) || isInWord(end);
      });
    expect(cut).toEqual([]);
  },
);

test('no disagreement is listed twice', () => {
  const keys = list.map(({ kind, a, b }) => JSON.stringify([kind, a, b]));
  expect(new Set(keys).size).toBe(keys.length);
});

function textOf(document: string): string {
  const folder = ['seeds', 'eval/uk-visit'].find((path) => existsSync(join(shared, path, document)));
  return readFileSync(join(shared, folder ?? '', document), 'utf8').replace(/^\uFEFF/, '');
}
