import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Arena, row, type Tensors } from '../../../../src/text/parser/arena.ts';
import { compileKernel } from '../../../../train/kernel.mjs';

test('kernel.ts is what kernel.as compiles to', async () => {
  const committed = readFileSync(new URL('../../../../src/text/parser/kernel.ts', import.meta.url), 'utf8');
  expect(codeIn(committed)).toBe(codeIn(await compileKernel()));
});

const codeIn = (module: string) => /'([A-Za-z0-9+/=]{100,})'/.exec(module)?.[1];

describe('the arena', () => {
  // Five rows of three, whose scales are 1, ½, ¼ …, with biases 1, 2, 3 …
  const values = Int8Array.from({ length: 15 }, (_, i) => ((i * 37) % 255) - 127);
  const model = {
    matrix: () => ({ rows: 5, columns: 3, values, scales: Float32Array.from([1, 0.5, 0.25, 0.125, 0.0625]) }),
    vector: () => Float32Array.from([1, 2, 3, 4, 5]),
  } as Tensors;

  test.each([1, 2, 3, 70])('multiplies a matrix with %i rows', async (count) => {
    const arena = new Arena(64);
    const matrix = arena.place(model, [{ weights: 'weights', biases: 'biases' }, { constant: [1] }]);
    const [from, out] = [arena.rows(count, matrix.columns), arena.rows(count, matrix.rows)];
    await arena.start();
    const vectors = Array.from({ length: count }, (_, v) => [v + 1, -2, 0.5]);
    for (const [v, vector] of vectors.entries()) arena.floats.set(vector, row(from, v) >> 2);

    arena.multiply(matrix, from, count, out);
    for (const [v, vector] of vectors.entries()) {
      const found = arena.floats.subarray(row(out, v) >> 2, (row(out, v) >> 2) + 6);
      const wanted = [0, 1, 2, 3, 4].map((r) =>
        vector.reduce((sum, x, c) => sum + x * (values[r * 3 + c] as number) * 0.5 ** r, r + 1),
      );
      for (const [r, value] of [...wanted, 1].entries()) expect(found[r]).toBeCloseTo(value, v < 10 ? 1 : 0);
    }
  });

  test('a product that makes good what rounding lost is exact to a float', async () => {
    const arena = new Arena(1);
    const matrix = arena.place(model, [{ weights: 'weights' }]);
    const [from, out] = [arena.rows(1, matrix.columns), arena.rows(1, matrix.rows)];
    await arena.start();
    const vector = [1000, 0.123456, -0.654321];
    arena.floats.set(vector, from.at >> 2);
    arena.multiply(matrix, from, 1, out, { exactly: true });
    const wanted = vector.reduce((sum, x, c) => sum + x * (values[c] as number), 0);
    expect(Math.abs((arena.floats[out.at >> 2] as number) - wanted)).toBeLessThan(0.02);
  });
});
