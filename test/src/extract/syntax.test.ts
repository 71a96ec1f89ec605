import { expect, test } from 'vitest';
import { spanOf } from '../../../src/extract/syntax.ts';
import { parse } from '../../../src/text/index.ts';

test.each([
  ['Ana Holt’s brother left.', 0, 2, 'Ana Holt'],
  ['Ana Holt’s brother left.', 0, 3, 'Ana Holt’s'],
  ['Ana Holt’s brother left.', 2, 4, '’s brother'],
  ['They don’t agree.', 1, 2, 'do'],
  ['They don’t agree.', 2, 3, 'n’t'],
  ['They agree.', 0, 2, 'They agree'],
])('in “%s” words %i to %i are “%s”', async (text, from, to, words) => {
  const [tree] = await parse(text);
  const { start, end } = spanOf({ words: tree?.words ?? [] }, { from, to });
  expect(text.slice(start, end)).toBe(words);
});
