// The model file: from bytes to named matrices and word lists, checked. train/README.md describes the format.
import type { Lexicon } from './features.ts';
import { inflate } from './inflate.ts';

/** A matrix of 8-bit integers, row after row; a row times its scale is what was trained. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

export interface Sizes {
  readonly word: number;
  readonly affix: number;
  readonly shape: number;
  readonly vector: number;
  readonly hidden: number;
  readonly tag: number;
  readonly arc: number;
  readonly label: number;
}

/** The model is missing, damaged or of another version. The message says what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** A model file in memory: its integers stay integers. */
export class ModelFile {
  readonly sizes: Readonly<Record<string, number>>;
  readonly #strings: Readonly<Record<string, string>>;
  readonly #tensors: ReadonlyMap<string, Matrix | Float32Array>;

  constructor(header: Header, data: Uint8Array<ArrayBuffer>) {
    this.sizes = header.sizes;
    this.#strings = header.strings;
    this.#tensors = new Map(header.tensors.map((tensor) => [tensor.name, tensorOf(tensor, data)]));
  }

  /** A list of strings, in the order of their numbers. */
  list(name: string): string[] {
    const strings = Object.hasOwn(this.#strings, name) ? this.#strings[name] : undefined;
    if (strings === undefined) throw damaged(`it has no list "${name}"`);
    return strings.split('\n');
  }

  /** A tensor of two or more dimensions, all but the last flattened into rows. */
  matrix(name: string): Matrix {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined || tensor instanceof Float32Array) throw damaged(`it has no matrix "${name}"`);
    return tensor;
  }

  vector(name: string): Float32Array {
    const tensor = this.#tensors.get(name);
    if (!(tensor instanceof Float32Array)) throw damaged(`it has no vector "${name}"`);
    return tensor;
  }
}

/** The parser's model. */
export class Weights implements Lexicon {
  readonly sizes: Sizes;
  /** `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, number>;
  readonly #file: ModelFile;

  constructor(file: ModelFile) {
    this.#file = file;
    this.sizes = file.sizes as unknown as Sizes;
    this.tags = file.list('tags');
    this.labels = file.list('labels');
    this.words = numbered(file.list('words'));
    this.vectors = numbered(file.list('vectors'));
    this.shapes = numbered(file.list('shapes'));
  }

  matrix(name: string): Matrix {
    return this.#file.matrix(name);
  }

  vector(name: string): Float32Array {
    return this.#file.vector(name);
  }
}

/** The parser's model out of its gzipped file. *Errors*: as `readModelFile`. */
export async function readWeights(gzipped: Uint8Array<ArrayBuffer>, sha256: string): Promise<Weights> {
  return new Weights(await readModelFile(gzipped, sha256));
}

/**
 * Reads a gzipped model file. *Errors*: `ModelError` where the bytes don't have `sha256` (hexadecimal, of the gzipped
 * file) or are no model.
 */
export async function readModelFile(gzipped: Uint8Array<ArrayBuffer>, sha256: string): Promise<ModelFile> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', gzipped));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256)
    throw damaged(
      `its ${gzipped.length.toLocaleString('en')} bytes have the SHA-256 ${found}, not ${sha256}`,
    );
  try {
    return read(await inflate(gzipped));
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw damaged('it is no model file', cause);
  }
}

function read(bytes: Uint8Array<ArrayBuffer>): ModelFile {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, 4)) !== 'WGP1') throw damaged('it does not begin with WGP1');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(text.decode(bytes.subarray(8, 8 + length))) as Header;
  return new ModelFile(header, bytes.subarray(8 + length));
}

interface Header {
  readonly sizes: Readonly<Record<string, number>>;
  readonly strings: Readonly<Record<string, string>>;
  readonly tensors: readonly Tensor[];
}

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'int8' | 'float32';
  readonly offset: number;
  /** Where the half-precision scales stand, one a row; int8 alone has them. */
  readonly scales?: number;
}

const damaged = (how: string, cause?: unknown) =>
  new ModelError(
    `The language model can't be used: ${how}. Install wiregraph again, or make the model with train/.`,
    { cause },
  );

/** Strings, each with its position. */
function numbered(strings: readonly string[]): Map<string, number> {
  return new Map(strings.map((string, i) => [string, i]));
}

function tensorOf(
  { shape, type, offset, scales }: Tensor,
  data: Uint8Array<ArrayBuffer>,
): Matrix | Float32Array {
  const size = shape.reduce((a, b) => a * b, 1);
  const at = data.byteOffset + offset;
  if (type === 'float32') return new Float32Array(data.buffer, at, size);
  const columns = shape.at(-1) as number;
  const rows = size / columns;
  const halves = new Float16Array(data.buffer, data.byteOffset + (scales as number), rows);
  return { rows, columns, values: new Int8Array(data.buffer, at, size), scales: new Float32Array(halves) };
}
