// One WebAssembly memory with a model's matrices and the rows of floats that it works on. Knows no layer and no word.
import { instantiate, type Kernel } from './kernel.ts';
import type { ModelFile } from './weights.ts';

/** Where matrices and vectors come from. */
export type Tensors = Pick<ModelFile, 'matrix' | 'vector'>;

/** A matrix in the arena. *Units*: byte addresses. *Shape*: `rows` a multiple of 4, `columns` of 16, padded with zeros. */
export interface Placed {
  readonly at: number;
  readonly scales: number;
  readonly biases: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows of floats. *Units*: `at` and `stride` in bytes. */
export interface Rows {
  readonly at: number;
  readonly stride: number;
}

/** A part of a matrix that is placed: a matrix of the model with its biases, or rows of zeros with the biases given. */
export type Part =
  | { readonly weights: string; readonly biases?: string }
  | { readonly constant: readonly number[] };

/** The widest row that can be a factor, in floats: beyond it an exact sum might not fit 32 bits. */
const widest = 512;

/**
 * Takes memory, fills it with matrices, multiplies. Weights stay 8-bit integers, packed so that eight columns of four
 * rows stand together. A vector is rounded to 16 bits before each product; the sums are exact.
 */
export class Arena {
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: 4096 });
  readonly #capacity: number;
  readonly #integers: Rows;
  readonly #units: number;
  /** Below it the kernel keeps its constants. */
  #top = 2048;
  #kernel: Kernel | undefined;
  /** The whole memory as floats. Another array after `rows` or `place`. */
  floats = new Float32Array(this.#memory.buffer);

  /** For products of at most `capacity` rows at once. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#integers = { at: this.#take(capacity * widest * 2), stride: widest * 2 };
    this.#units = this.#take(capacity * 4);
  }

  /** The kernel over this memory. *Errors*: `WebAssembly.CompileError` where the engine has no SIMD. */
  async start(): Promise<Kernel> {
    this.#kernel = await instantiate(this.#memory);
    return this.#kernel;
  }

  /** `count` rows of `width` floats, all 0. Their stride is no multiple of a page: rows a page apart share cache lines. */
  rows(count: number, width: number): Rows {
    const bytes = padded(width, 4) * 4;
    const stride = bytes % 1024 === 0 ? bytes + 64 : bytes;
    return { at: this.#take(count * stride), stride };
  }

  /** Matrices of the model, one below the other, as one. */
  place(weights: Tensors, parts: readonly Part[]): Placed {
    const heights = parts.map((part) =>
      'weights' in part ? weights.matrix(part.weights).rows : part.constant.length,
    );
    const columns = padded(
      Math.max(...parts.map((part) => ('weights' in part ? weights.matrix(part.weights).columns : 0))),
      16,
    );
    const rows = padded(
      heights.reduce((a, b) => a + b, 0),
      4,
    );
    const placed = {
      at: this.#take(rows * columns),
      scales: this.#take(rows * 4),
      biases: this.#take(rows * 4),
      rows,
      columns,
    };
    let row = 0;
    for (const [i, part] of parts.entries()) {
      if ('weights' in part) {
        this.#pack(weights, part.weights, placed, row);
        if (part.biases !== undefined) this.floats.set(weights.vector(part.biases), placed.biases / 4 + row);
      } else this.floats.set(part.constant, placed.biases / 4 + row);
      row += heights[i] as number;
    }
    return placed;
  }

  /**
   * `out` = biases + matrix × each of `count` rows; *more* is added to what stands in `out` instead of to the biases.
   * *Exactly* adds what rounding to 16 bits lost, for twice the work; it destroys the rows.
   */
  multiply(
    matrix: Placed,
    from: Rows,
    count: number,
    out: Rows,
    { more = false, exactly = false }: { readonly more?: boolean; readonly exactly?: boolean } = {},
  ): void {
    const kernel = this.#kernel as Kernel;
    const integers = this.#integers;
    for (let done = 0; done < count; done += this.#capacity) {
      const some = Math.min(this.#capacity, count - done);
      const source = row(from, done);
      for (let pass = 0; pass < (exactly ? 2 : 1); pass++) {
        kernel.quantise(source, from.stride, integers.at, integers.stride, this.#units, some, matrix.columns);
        kernel.product(
          matrix.at,
          matrix.scales,
          matrix.biases,
          matrix.rows,
          matrix.columns,
          integers.at,
          integers.stride,
          this.#units,
          some,
          row(out, done),
          out.stride,
          more || pass === 1 ? 1 : 0,
        );
        if (exactly)
          kernel.subtract(
            source,
            from.stride,
            integers.at,
            integers.stride,
            this.#units,
            some,
            matrix.columns,
          );
      }
    }
  }

  #pack(weights: Tensors, name: string, { at, scales, columns }: Placed, first: number): void {
    const matrix = weights.matrix(name);
    const bytes = new Int8Array(this.#memory.buffer);
    this.floats.set(matrix.scales, scales / 4 + first);
    for (let r = 0; r < matrix.rows; r++) {
      const block = at + ((first + r) >> 2) * columns * 4 + ((first + r) & 3) * 8;
      for (let c = 0; c < matrix.columns; c++)
        bytes[block + (c >> 3) * 32 + (c & 7)] = matrix.values[r * matrix.columns + c] as number;
    }
  }

  #take(bytes: number): number {
    const at = this.#top;
    this.#top += padded(bytes, 64);
    const lacking = Math.ceil((this.#top - this.#memory.buffer.byteLength) / 65_536);
    if (lacking > 0) {
      this.#memory.grow(lacking);
      this.floats = new Float32Array(this.#memory.buffer);
    }
    return at;
  }
}

/** Address of a row. */
export const row = ({ at, stride }: Rows, index: number): number => at + index * stride;

/** The rows from one on, or from one float of each on. */
export const from = ({ at, stride }: Rows, index: number, float = 0): Rows => ({
  at: at + index * stride + float * 4,
  stride,
});

const padded = (n: number, unit: number) => Math.ceil(n / unit) * unit;
