// Texts that are no article: bounded in time, nothing invented, every place inside the text.
import { expect, test } from 'vitest';
import { resolved } from './chained.ts';

const repeat = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n\n');

test.each([
  ['nothing', ''],
  ['white space', ' \n\n\t '],
  ['marks alone', '— “” ’s ( ) … & - - -'],
  ['all capitals', 'ANNA HOLT MET PETER BELL. SHE SAID THAT HE WOULD RESIGN.'],
  ['no capitals', 'anna holt met peter bell. she said that he would resign.'],
  ['other scripts', 'Он сказал, что 習近平 приедет. He met محمد بن سلمان.'],
  ['a table of results', 'TEAM  P  W  D  L\nARS   3  2  1  0\nCHE   3  1  1  1\nLIV   3  0  2  1'],
  ['unbalanced quotation marks', '“He said “I” said he ” ” “ and “ we'],
  ['pronouns alone', 'He him his himself she her it its they them we us I me you who whose.'],
])('%s is read without harm', async (_, text) => {
  const { article, referents } = await resolved(text);
  for (const { sentence, from, to, head, reason } of referents.references) {
    const length = article.trees[sentence]?.words.length ?? 0;
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(length);
    expect(head).toBeGreaterThanOrEqual(from);
    expect(head).toBeLessThan(to);
    expect(reason).not.toBe('');
  }
});

test('a hundred I of nobody stand for nobody', async () => {
  const { referents } = await resolved(repeat(100, (i) => `I said that I would do it ${i} times.`));
  expect(referents.references).toEqual([]);
});

test('ten thousand names take time in proportion', async () => {
  const letters = 'abcdefghij';
  const word = (i: number) =>
    `${'BCDFGHKLMN'[i % 10]}${[...String(i)].map((digit) => letters[Number(digit)]).join('')}`;
  const time = async (count: number) => {
    const text = repeat(count, (i) => `Anna ${word(i)} met Peter ${word(i + 7)} and he thanked her.`);
    const began = performance.now();
    await resolved(text);
    return performance.now() - began;
  };
  await time(100);
  const [small, large] = [await time(500), await time(5000)];
  expect(large).toBeLessThan(40 * small);
}, 120_000);
