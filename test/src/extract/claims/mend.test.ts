import { expect, test } from 'vitest';
import { mended } from '../../../../src/extract/claims/mend.ts';
import type { Tree } from '../../../../src/text/index.ts';

/** A tree of words, each with its head: 0 for the root. */
function tree(...words: readonly (readonly [form: string, head: number])[]): Tree {
  let start = 0;
  return {
    start: 0,
    end: words.map(([form]) => form).join(' ').length,
    kind: 'prose',
    paragraph: 0,
    names: [],
    words: words.map(([form, head]) => {
      const word = { form, head, start, end: start + form.length };
      start = word.end + 1;
      return { ...word, lemma: form, upos: 'PROPN', xpos: 'NNP', deprel: head === 0 ? 'root' : 'dep' };
    }),
  };
}

test('a name whose words hang on each other by a way round is joined without a circle', () => {
  // "Northern" hangs on "agreed", "agreed" on "Rail", "Rail" is the root.
  const { words } = mended(tree(['Northern', 3], ['Rail', 0], ['agreed', 2]), [
    { sentence: 0, from: 0, to: 2, type: 'Organization', confidence: 0.9 },
  ]);
  for (const start of words) {
    let up = start;
    for (let steps = 0; up.head > 0; steps++) {
      expect(steps).toBeLessThan(words.length);
      up = words[up.head - 1] as typeof up;
    }
  }
});
