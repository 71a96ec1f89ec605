// Compiles src/text/parser/kernel.as into src/text/parser/kernel.ts: `npm run kernel`, after a change to the former.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const folder = join(import.meta.dirname, '../src/text/parser');

/** The module that holds the compiled kernel, as text. */
export async function compileKernel() {
  const source = readFileSync(join(folder, 'kernel.as'), 'utf8');
  const files = { 'kernel.ts': source };
  const written = {};
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '--importMemory',
      '--noAssert',
    ],
    {
      readFile: (name) => files[name] ?? null,
      writeFile: (name, contents) => {
        written[name] = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const code = Buffer.from(written['kernel.wasm']).toString('base64');
  return `// The compiled kernel.as, made by \`npm run kernel\`: do not edit. See kernel.as for what each function does.

/** What kernel.as exports. Addresses are byte offsets into the memory given to \`instantiate\`. */
export interface Kernel {
  quantise(from: number, fromStride: number, to: number, toStride: number, units: number, count: number, length: number): void;
  subtract(at: number, atStride: number, integers: number, integerStride: number, units: number, count: number, length: number): void;
  product(
    weights: number,
    scales: number,
    biases: number,
    rows: number,
    columns: number,
    vectors: number,
    vectorStride: number,
    units: number,
    count: number,
    out: number,
    outStride: number,
    adds: 0 | 1,
  ): void;
  recur(
    weights: number,
    scales: number,
    gates: number,
    gateStride: number,
    out: number,
    outStride: number,
    count: number,
    otherGates: number,
    otherOut: number,
    otherCount: number,
    width: number,
    backward: 0 | 1,
    work: number,
  ): void;
  softmax(at: number, stride: number, count: number, length: number): void;
  leak(at: number, stride: number, count: number, length: number): void;
  add(from: number, fromStride: number, to: number, toStride: number, count: number, length: number): void;
  dots(
    vectors: number,
    vectorStride: number,
    count: number,
    rows: number,
    stride: number,
    rowCount: number,
    length: number,
    out: number,
  ): void;
  best(at: number, length: number, barred: number): number;
}

/** The kernel over a memory. *Errors*: \`WebAssembly.CompileError\` where the engine has no SIMD. */
export async function instantiate(memory: WebAssembly.Memory): Promise<Kernel> {
  const bytes = Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as Kernel;
}

const code =
  '${code}';
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(folder, 'kernel.ts'), await compileKernel());
