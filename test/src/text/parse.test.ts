import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, type Tree } from '../../../src/text/parse.ts';
import { isTree } from '../../../src/text/parser/decode.ts';

describe('parse', () => {
  test('gives each word its place, tags, lemma and head', async () => {
    const [tree] = await parse('Denmark hosted the talks.');
    expect(tree?.words.map((w) => [w.form, w.lemma, w.upos, w.head, w.deprel])).toEqual([
      ['Denmark', 'Denmark', 'PROPN', 2, 'nsubj'],
      ['hosted', 'host', 'VERB', 0, 'root'],
      ['the', 'the', 'DET', 4, 'det'],
      ['talks', 'talk', 'NOUN', 2, 'obj'],
      ['.', '.', 'PUNCT', 2, 'punct'],
    ]);
    expect([tree?.words[3]?.start, tree?.words[3]?.end]).toEqual([19, 24]);
  });

  test.each(['', ' \n\t\n ', '\uFEFF'])('a text without words has no trees: %j', async (text) => {
    expect(await parse(text)).toEqual([]);
  });

  test('any text gives trees with one root and no cycle, in order and within the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) =>
        expectTrees(text, await parse(text)),
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ['emoji and right-to-left text', '👩‍👩‍👧 said שלום עולם. مرحبا بكم'],
    ['nested brackets', `${'('.repeat(300)}x${')'.repeat(300)}`],
    ['a lone surrogate', 'The \ud83d end.'],
    ['a sentence of 200,000 characters', 'and the minister of the north '.repeat(6700)],
  ])('%s', async (_, text) => {
    expectTrees(text, await parse(text));
  });
});

function expectTrees(text: string, trees: readonly Tree[]): void {
  let at = 0;
  for (const tree of trees) {
    expect(isTree(tree.words.map((word) => word.head))).toBe(true);
    expect(tree.start).toBeGreaterThanOrEqual(at);
    expect(tree.words[0]?.start).toBeGreaterThanOrEqual(tree.start);
    expect(tree.words.at(-1)?.end).toBeLessThanOrEqual(tree.end);
    for (const word of tree.words) expect(text.slice(word.start, word.end)).toContain(word.form);
    at = tree.end;
  }
}
