import { expect } from 'vitest';
import type { Tree } from '../../../src/text/parse.ts';
import { isTree } from '../../../src/text/parser/decode.ts';

/** Holds trees to what every text must give: in order, inside the text, words at their places, one root, no cycle. */
export function expectTrees(text: string, trees: readonly Tree[]): void {
  let at = 0;
  for (const { start, end, words, names } of trees) {
    expect(isTree(words.map((word) => word.head))).toBe(true);
    expect(text.slice(at, start).trim()).toBe('');
    expect([words[0]?.start, words.at(-1)?.end]).toEqual([start, end]);
    let last = start;
    for (const [i, word] of words.entries()) {
      const before = words[i - 1];
      const isContraction = before?.start === word.start && before.end === word.end;
      const slice = text.slice(word.start, word.end);
      // The parts of a contraction share its span; every other form is its slice.
      const isPart = isContraction || (words[i + 1]?.start === word.start && words[i + 1]?.end === word.end);
      if (isPart) expect(slice).toContain(word.form);
      else expect(slice).toBe(word.form);
      if (!isContraction) expect(text.slice(last, word.start).trim()).toBe('');
      last = word.end;
    }
    let to = 0;
    for (const name of names) {
      expect(name.from).toBeGreaterThanOrEqual(to);
      expect(name.to).toBeGreaterThan(name.from);
      to = name.to;
    }
    expect(to).toBeLessThanOrEqual(words.length);
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
}
