import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instantiate } from '../../../../src/text/parser/kernel.ts';
import { compileKernel } from '../../../../train/kernel.mjs';

test('kernel.ts is what kernel.as compiles to', async () => {
  const committed = readFileSync(new URL('../../../../src/text/parser/kernel.ts', import.meta.url), 'utf8');
  expect(codeIn(committed)).toBe(codeIn(await compileKernel()));
});

test('multiply and quantise are matrix times vector', async () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernel = await instantiate(memory);
  const floats = new Float32Array(memory.buffer);
  new Int8Array(memory.buffer).set(Array.from({ length: 32 }, (_, i) => ((i * 37) % 255) - 127));
  const [scales, vector, integers, out] = [64, 96, 160, 192];
  floats.set([0.5, 1, 2, 4], scales / 4);
  floats.set([1, -2, 3, -4, 5, -6, 7, -8], vector / 4);
  const unit = kernel.quantise(vector, integers, 8);
  kernel.multiply(0, scales, integers, unit, out, 4, 8);
  const weights = new Int8Array(memory.buffer, 0, 32);
  for (let row = 0; row < 4; row++) {
    let sum = 0;
    for (let i = 0; i < 8; i++) sum += (weights[row * 8 + i] as number) * (i + 1) * (i % 2 === 0 ? 1 : -1);
    expect(floats[out / 4 + row]).toBeCloseTo(sum * 0.5 * 2 ** row, 0);
  }
});

const codeIn = (module: string) => /'([A-Za-z0-9+/=]{100,})'/.exec(module)?.[1];
