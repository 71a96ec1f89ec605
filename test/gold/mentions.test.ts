import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GoldMention } from '../../bench/standing.ts';

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const list: GoldMention[] = JSON.parse(readFileSync(join(import.meta.dirname, 'mentions.json'), 'utf8'));
const pronoun = /^(?:s?he|his|her|it|its|they|their|i|we|our|us|you|myself)$/i;

// The articles are not ours to ship: without them there is nothing to hold the list against.
describe.skipIf(!existsSync(join(shared, 'eval')))('The list of mentions', () => {
  const known = new Set(['seeds', 'uk-visit'].flatMap((name) => goldIds(name)));

  test('names no entity that the gold files don’t know', () => {
    const ids = list.flatMap((mention) => [mention.entity, ...(mention.or ?? [])].flat());
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  test('says pronoun of pronouns alone', () => {
    const slices = list.map((mention) => ({ form: mention.form, words: slice(mention) }));
    expect(slices.filter(({ form, words }) => (form === 'pronoun') !== pronoun.test(words))).toEqual([]);
  });

  test('begins and ends each mention at a word’s edge', () => {
    const cut = list.filter(({ document, start, end }) => {
      const text = textOf(document);
      const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
      return isLetter(start - 1) || isLetter(end) || !isLetter(start) || !isLetter(end - 1);
    });
    expect(cut).toEqual([]);
  });

  test('has a one-word head inside each description', () => {
    const headless = list.filter((mention) => {
      const [start = -1, end = -1] = mention.head ?? [];
      const isInside = start >= mention.start && end <= mention.end && start < end;
      return (
        (mention.form === 'nominal') !== (isInside && /^[\p{L}-]+$/u.test(slice({ ...mention, start, end })))
      );
    });
    expect(headless).toEqual([]);
  });
});

function goldIds(name: string): string[] {
  const gold = JSON.parse(readFileSync(join(shared, 'eval', `${name}.gold.json`), 'utf8'));
  return gold.entities.map(({ id }: { id: string }) => id);
}

function textOf(document: string): string {
  const folder = [join(shared, 'seeds'), join(shared, 'eval/uk-visit')].find((path) =>
    existsSync(join(path, document)),
  );
  return readFileSync(join(folder ?? '', document), 'utf8').replace(/^\uFEFF/, '');
}

const slice = ({ document, start, end }: { document: string; start: number; end: number }): string =>
  textOf(document).slice(start, end);
