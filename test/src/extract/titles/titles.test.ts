import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { titlesOf } from '../../../../src/extract/titles/index.ts';
import { parse } from '../../../../src/text/index.ts';
import { marked, offices, written } from './marked.ts';

/** The sentences of sentences.txt, each with the offices that it gives. */
function sentences(): { text: string; wanted: string[] }[] {
  const found: { text: string; wanted: string[] }[] = [];
  const file = readFileSync(new URL('sentences.txt', import.meta.url), 'utf8');
  for (const line of file.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) found.push({ text: line, wanted: [] });
    else {
      const parts = line.split('|').map((part) => part.trim().replace(/^(?:the|an?) /i, ''));
      found.at(-1)?.wanted.push(parts.join(' | '));
    }
  }
  return found;
}

describe('an office is', () => {
  test.each([
    ['past', 'Former {Chilean} president [Anna Holt] left.', 'Anna Holt | PRESIDENT_OF | Chilean | former'],
    ['past by a hyphen', 'Ex-president [Anna Holt] left.', 'Anna Holt | PRESIDENT_OF |  | former'],
    ['past by “then-”', 'Then-President [Anna Holt] left.', 'Anna Holt | PRESIDENT_OF |  | former'],
    [
      'past by the tense',
      '[Anna Holt] was president of {Chile}.',
      'Anna Holt | PRESIDENT_OF | Chile | former',
    ],
    ['past by “no longer”', '[Anna Holt] is no longer president.', 'Anna Holt | PRESIDENT_OF |  | former'],
    ['given up', '[Anna Holt] resigned as mayor of {Lima}.', 'Anna Holt | MAYOR_OF | Lima | former'],
    ['acting', 'Acting President [Anna Holt] left.', 'Anna Holt | PRESIDENT_OF |  | acting'],
    ['to come', 'President-elect [Anna Holt] left.', 'Anna Holt | PRESIDENT_OF |  | elect'],
    ['to come by “will”', '[Anna Holt] will become president.', 'Anna Holt | PRESIDENT_OF |  | elect'],
    ['to come by a plan', '[Anna Holt] is set to become president.', 'Anna Holt | PRESIDENT_OF |  | elect'],
  ])('%s', async (_, text, wanted) => {
    expect(await offices(text)).toEqual([wanted]);
  });

  test.each([
    ['denied', '[Anna Holt] is not the president of {Chile}.'],
    ['wished for', '[Anna Holt] wants to be president of {Chile}.'],
    ['possible', '[Anna Holt] could become president of {Chile}.'],
    ['a condition', 'If [Anna Holt] were president, all would be well.'],
    ['somebody else’s', 'In a letter to the president, [Anna Holt] asked for time.'],
    ['a verb', '[Anna Holt] chairs and heads the <Labour Party>.'],
    ['no person’s', 'The general election surprised [Anna Holt].'],
  ])('nobody’s where it is %s', async (_, text) => {
    expect(await offices(text)).toEqual([]);
  });
});

test('a name that took its title in keeps its place, and the title is found in it', async () => {
  const found = await offices('[President Anna Holt] met [Chancellor Tom Lund].');
  expect(found).toEqual([
    'President Anna Holt | PRESIDENT_OF |  | current',
    'Chancellor Tom Lund | CHANCELLOR_OF |  | current',
  ]);
});

test('a capitalised office shows a person whom nobody took for one', async () => {
  expect(await offices('Prime Minister Zorvan Quell left.')).toEqual([
    'Zorvan Quell | PRIME_MINISTER_OF |  | current',
  ]);
});

test('a courtesy is a title without office', async () => {
  const { article, names } = await marked('Mrs [Holt] left.');
  expect(titlesOf(article, names).map((title) => written(article, title))).toEqual(['Holt | - |  | current']);
});

test('the sentences of sentences.txt are read as they should be, but for a few', async () => {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const sentence of sentences()) {
    const found = await offices(sentence.text);
    const open = [...sentence.wanted];
    for (const line of found) if (open.includes(line)) open.splice(open.indexOf(line), 1);
    right += sentence.wanted.length - open.length;
    given += found.length;
    wanted += sentence.wanted.length;
  }
  expect(right / given).toBeGreaterThan(0.98);
  expect(right / wanted).toBeGreaterThan(0.98);
});

describe('bad input', () => {
  const read = async (text: string) => {
    const article = { id: 'report.md', text, trees: await parse(text) };
    return { article, titles: titlesOf(article, namesOf(article)) };
  };

  test('words of offices in any order give places within the sentence', async () => {
    const word = fc.constantFrom(
      ...'president Prime Minister of the the and , Anna Holt Chile ’s former deputy - elect ( ) wife his "  . secretary general said was as appointed Mr. vice head'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 40 }), async (words) => {
        const { article, titles } = await read(words.join(' '));
        for (const { holder, words: title, body } of titles)
          for (const place of [holder, title, ...(body === undefined ? [] : [body])]) {
            const { length } = article.trees[place.sentence]?.words ?? [];
            expect(0 <= place.from && place.from < place.to && place.to <= (length ?? 0)).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('ten thousand titled names take a moment', async () => {
    const text = 'Presidents Anna Holt and Omar Reyes met Mayor Tom Lund of Lima. '.repeat(3000);
    const article = { id: 'report.md', text, trees: await parse(text) };
    const names = namesOf(article);
    const start = performance.now();
    titlesOf(article, names);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test.each(['', '.', 'president', 'President', '"The president', 'PRESIDENT OF THE', 'of of of'])(
    '“%s”',
    async (text) => {
      expect((await read(text)).titles).toEqual([]);
    },
  );
});
