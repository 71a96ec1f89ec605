import { describe, expect, test } from 'vitest';
import type { Place } from '../../../../src/extract/article.ts';
import { acronymsOf } from '../../../../src/extract/titles/acronyms.ts';
import { marked } from './marked.ts';

async function pairs(text: string): Promise<string[]> {
  const { article, names } = await marked(text);
  const words = ({ sentence, from, to }: Place) =>
    article.trees[sentence]?.words
      .slice(from, to)
      .map((word) => word.form)
      .join(' ');
  return acronymsOf(article, names).map(({ full, short }) => `${words(short)} = ${words(full)}`);
}

describe('a short form stands for the name', () => {
  test.each([
    [
      'before it in brackets',
      'The <World Health Organization> (<WHO>) met.',
      'WHO = World Health Organization',
    ],
    [
      'after it in brackets',
      'The <WHO> (<World Health Organization>) met.',
      'WHO = World Health Organization',
    ],
    ['with small words', 'The <Ministry of Public Works> (<MPW>) met.', 'MPW = Ministry of Public Works'],
    ['with its small words’ letters', 'The <Bank of Chile> (<BOC>) met.', 'BOC = Bank of Chile'],
    ['that names no one found', 'The National Grain Board (NGB) met.', 'NGB = National Grain Board'],
    ['introduced by “or”', 'The <Northern Rail Union>, or <NRU>, met.', 'NRU = Northern Rail Union'],
    [
      'elsewhere in the article',
      'The <Northern Rail Union> met. Later the <NRU> called a strike.',
      'NRU = Northern Rail Union',
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await pairs(text)).toEqual([wanted]);
  });

  test.each([
    ['whose letters it hasn’t', 'The <Northern Rail Union> (<XYZ>) met.'],
    [
      'where two names have its letters',
      'The <Northern Rail Union> met the <New River University>. The <NRU> won.',
    ],
    ['no more than a country in brackets', '[Anna Holt] (<USA>) won.'],
  ])('not %s', async (_, text) => {
    expect(await pairs(text)).toEqual([]);
  });
});
