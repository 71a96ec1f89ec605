// Texts that nobody would call an article: each is read in bounded time and memory, without a crash or a wrong offset.
import { describe, expect, test } from 'vitest';
import { isEnglish, parse, segment, wordsOf } from '../../../src/text/index.ts';
import { expectTrees } from './expect-trees.ts';

const filled = (length: number, part: string) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

describe('a text', () => {
  test.each(['', ' \n\t\n ', '\uFEFF', '\u0000\n'])(
    'without a word has no words in its trees: %j',
    async (text) => {
      const trees = await parse(text);
      expect(trees.flatMap(({ words }) => words.filter(({ form }) => /[\p{L}\p{N}]/u.test(form)))).toEqual(
        [],
      );
    },
  );

  test.each([
    ['emoji and right-to-left text', '👩‍👩‍👧 said שלום עולם. مرحبا بكم, she added 🙂.'],
    ['combining marks', 'Ańna Ho̊lt mȩt a̐b.'],
    ['a lone surrogate', 'The \ud83d end.'],
    ['brackets 2,000 deep', `${'('.repeat(2000)}x${')'.repeat(2000)}`],
    ['brackets with words, 500 deep', `${'(said a '.repeat(500)}b${')'.repeat(500)}`],
    ['other alphabets', '会議が開かれた。Президент встретил министра. 대통령은 전화를 걸었다.'],
    ['a word of 20,000 letters', `The ${'a'.repeat(20_000)} fell.`],
    ['control characters', 'A\u0000B \u200b C\u2028D\r\nE'],
    ['nothing but headlines', filled(3000, 'Talks to resume\n\n')],
  ])('with %s', async (_, text) => {
    expectTrees(text, await parse(text));
  });

  test('that is one sentence of 200,000 characters is parsed in pieces', { timeout: 120_000 }, async () => {
    const text = filled(200_000, 'and the minister of the north ').trim();
    const trees = await parse(text);
    expectTrees(text, trees);
    expect(Math.max(...trees.map(({ words }) => words.length))).toBeLessThanOrEqual(600);
  });

  // What makes a careless regular expression or loop take the square of the length.
  test.each([
    '(',
    '[',
    '"',
    '“',
    "'",
    'a',
    'a.',
    'A.',
    '1,',
    '1/',
    '1.',
    'www.',
    'http://',
    'a@a.',
    '-',
    'a-',
    '=',
    '.',
    '!',
    ' ',
    '\n',
    'a\n',
    '. ',
    'a ',
    'A. ',
    '“a” ',
    '"a" ',
    '[1] ',
    '• a\n',
    '\u0301',
    '👩‍👩‍👧 ',
    '漢字',
    "can't ",
    'a&',
    'U.S. The ',
    'A, (',
    'A - ',
    'LIMA — ',
    'Photo: A',
    '(AP) ',
    '/AP',
    'A, left, ',
    'in this a, ',
    'Thanks, A ',
  ])('of 200,000 characters, all %j, is cut in linear time', { timeout: 30_000 }, (part) => {
    const text = filled(200_000, part);
    const began = process.threadCpuUsage();
    for (const { start, end } of segment(text)) wordsOf(text, start, end);
    isEnglish(text);
    const { user, system } = process.threadCpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
