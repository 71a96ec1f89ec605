import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, isTree } from '../../../../src/text/parser/decode.ts';

/** The tree of the best heads under rows of scores, one a token. */
const treeOf = (...rows: number[][]) => [...decode(Float32Array.from(rows.flat()), rows.length)];

describe('decode', () => {
  test('takes the best heads where they are a tree', () => {
    expect(treeOf([0, -9, 5], [5, 0, -9])).toEqual([2, 0]);
  });

  test('breaks a cycle where that costs least', () => {
    // 1 and 2 want each other; hanging 2 on the root costs less than hanging 1 there.
    expect(treeOf([1, -9, 5], [3, 5, -9])).toEqual([2, 0]);
  });

  test('leaves the root once, though two words want it', () => {
    expect(treeOf([5, -9, 1], [5, 2, -9])).toEqual([0, 1]);
  });

  test('finds what trying every tree finds', () => {
    const sentence = fc.integer({ min: 1, max: 5 }).chain((n) =>
      fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n + 1, maxLength: n + 1 }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(sentence, (rows) => {
        for (const [i, row] of rows.entries()) row[i + 1] = -1000;
        const heads = treeOf(...rows);
        expect(isTree(heads)).toBe(true);
        expect(total(rows, heads)).toBe(bestTotal(rows));
      }),
      { numRuns: 300 },
    );
  });
});

const total = (rows: readonly number[][], heads: ArrayLike<number>) =>
  rows.reduce((sum, row, i) => sum + (row[heads[i] as number] as number), 0);

/** The best total of any tree, by trying all. */
function bestTotal(rows: readonly number[][]): number {
  const n = rows.length;
  let best = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = rows.map((_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
    if (isTree(heads)) best = Math.max(best, total(rows, heads));
  }
  return best;
}
