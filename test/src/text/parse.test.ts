import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/text/parse.ts';
import { expectTrees } from './expect-trees.ts';

const root = join(import.meta.dirname, '../../..');

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

  test('any text gives trees with one root and no cycle, in order and within the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) =>
        expectTrees(text, await parse(text)),
      ),
      { numRuns: 100 },
    );
  });

  test('real articles give trees, too', { timeout: 60_000 }, async () => {
    for (const text of articles()) expectTrees(text, await parse(text));
  });
});

/** The articles that ship as examples, and those beside the project where they are. */
function articles(): string[] {
  const folders = [
    join(root, 'examples/articles'),
    join(process.env.WIREGRAPH_SHARED ?? join(root, '../shared'), 'seeds'),
  ];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
}
