// Names in texts that are no article: bounded in time, nothing invented, every place inside the text.
import { expect, test } from 'vitest';
import { read } from './found.ts';

const repeat = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n\n');

test.each([
  ['nothing', ''],
  ['white space', ' \n\n\t '],
  ['marks alone', '— “” ’s ( ) … & - - -'],
  ['names in other scripts', 'Владимир Путин встретился с 習近平 и محمد بن سلمان в Москве.'],
  ['a table of results', 'TEAM  P  W  D  L\nARS   3  2  1  0\nCHE   3  1  1  1\nLIV   3  0  2  1'],
  ['a transcript', repeat(100, () => 'I: I said that I would. I did.')],
  ['broken letters', 'The \ud800 minister met \udfff Ana\u0000Holt \u202e in Oslo.'],
])('%s gives names inside the text', async (_, text) => {
  const { names, trees, words } = await read(text);
  for (const [i, { sentence, from, to, confidence }] of names.entries()) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(trees[sentence]?.words.length ?? 0);
    expect(words[i]?.trim()).not.toBe('');
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('a name of 500 characters is none', async () => {
  const { words } = await read(`Reporters met ${'Anna'.repeat(125)} in Oslo.`);
  expect(words).toEqual(['Oslo']);
});

test('no name overlaps another', async () => {
  const text =
    'The United States Ambassador to the United Nations Ana Maria Holt of New York City met New York Times editors.';
  const { names } = await read(text);
  for (const [i, name] of names.entries()) expect(name.from).toBeGreaterThanOrEqual(names[i - 1]?.to ?? 0);
});

test('a text in capitals gives what lists and letters’ order can', async () => {
  const { words } = await read(
    'RUSSIA SAID ON MONDAY THAT IT WOULD ANSWER. THE MINISTER THEN WENT HOME AND SLEPT.',
  );
  expect(words).toEqual(['RUSSIA']);
});

test('a word in small letters is no name where sentences have capitals', async () => {
  const { words } = await read(
    'Oslo liked the frank answer. The mayor was frank. He left with bill in hand. It rained.',
  );
  expect(words).toEqual(['Oslo']);
});

test('ten thousand names are read in linear time', async () => {
  const letters = 'abcdefghij';
  const word = (i: number) => {
    const [a = '', ...rest] = String(i + 1000)
      .split('')
      .map((digit) => letters[Number(digit)] as string);
    return a.toUpperCase() + rest.join('');
  };
  const { names } = await read(
    repeat(2500, (i) => `Anna ${word(i)} met Peter ${word(i + 2500)} in Oslo, Norway.`),
  );
  expect(names.length).toBeGreaterThan(9000);
}, 60_000);

test('ten thousand names in one sentence are read in linear time', async () => {
  const { names } = await read(
    `They met ${Array.from({ length: 10_000 }, (_, i) => `Anna ${'ABCDEFGHIJ'[i % 10]}olt`).join(', ')}.`,
  );
  expect(names.length).toBeGreaterThan(9000);
}, 60_000);
