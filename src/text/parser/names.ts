// The head that finds names: a BiLSTM over the parser's states of a sentence, and the likeliest tags under a conditional
// random field. train/README.md says how it was made and what is in its file. Knows no text and no document.
import { type Features, featuresOf } from './features.ts';
import { instantiate, type Kernel } from './kernel.ts';
import { flagCount, NameLists } from './names-lists.ts';
import { likeliest, spansOf } from './names-tags.ts';
import { longest, writeInput } from './network.ts';
import type { Matrix, ModelFile, Weights } from './weights.ts';

/** What a name can name, for the head. */
export type NameKind = 'person' | 'organization' | 'place';

/** A name in a sentence: words `from` to `to`, `to` exclusive. */
export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  /** For each kind how well the words would be a name of that kind, and how well no name: logarithms without a zero. */
  readonly scores: Readonly<Record<NameKind | 'none', number>>;
}

// What a word's form alone gives to the first layer, kept for the forms seen last: half a kilobyte each.
const cachedForms = 4096;

/** Finds the names of one sentence after the other, given the parser's states. Deterministic, as the parser is. */
export class NameHead {
  readonly #parser: Weights;
  readonly #lists: NameLists;
  readonly #tags: readonly string[];
  readonly #field: {
    readonly follows: Float32Array;
    readonly starts: Float32Array;
    readonly ends: Float32Array;
  };
  readonly #memory: Layout;
  readonly #kernel: Kernel;
  readonly #inputs = new Map<string, Float32Array>();

  private constructor(file: ModelFile, parser: Weights, memory: Layout, kernel: Kernel) {
    this.#parser = parser;
    this.#lists = new NameLists(file);
    this.#tags = file.list('tags');
    this.#field = {
      follows: file.vector('follows'),
      starts: file.vector('starts'),
      ends: file.vector('ends'),
    };
    this.#memory = memory;
    this.#kernel = kernel;
  }

  /** The head of a file; `parser` holds the weights whose states it will be given. */
  static async from(file: ModelFile, parser: Weights): Promise<NameHead> {
    const memory = new Layout(file);
    return new NameHead(file, parser, memory, await instantiate(memory.memory));
  }

  /** The names, in order, without overlap. `states` as in `Analysis`. Cost: linear. */
  find(forms: readonly string[], states: Float32Array): FoundName[] {
    const scores = this.scores(forms, states);
    return spansOf(this.#tags, likeliest(scores, this.#field)).map(({ from, to, kind }) => ({
      from,
      to,
      kind,
      scores: this.#spanScores(scores, from, to),
    }));
  }

  /** Raw scores of the tags, a row a word, for whoever compares implementations. */
  scores(forms: readonly string[], states: Float32Array): Float32Array[] {
    const n = forms.length;
    if (n === 0 || n > longest) throw new RangeError(`A sentence has 1 to ${longest} words, not ${n}.`);
    const { floats, state, shared, fromStates, gates, input } = this.#memory;
    const flags = this.#lists.flagsOf(forms);
    for (let i = 0; i < n; i++) {
      // First: it works in the same memory.
      const fromForm = this.#inputOf(forms[i] as string);
      floats.set(states.subarray(i * fromStates.columns, (i + 1) * fromStates.columns), state.at >> 2);
      this.#multiply(fromStates, state.at, shared.at);
      const row = floats.subarray(shared.at >> 2, (shared.at >> 2) + fromStates.rows);
      add(row, fromForm);
      for (const flag of flags[i] as number[]) add(row, this.#memory.flags[flag] as Float32Array);
      for (let k = 0; k < row.length; k++) row[k] = Math.max(row[k] as number, leak * (row[k] as number));
      this.#multiply(input, shared.at, gates.at + i * gates.stride);
    }
    this.#recur(n);
    return this.#tagScores(n);
  }

  #inputOf(form: string): Float32Array {
    const known = this.#inputs.get(form);
    if (known !== undefined) return known;
    const { floats, state, shared, fromInput } = this.#memory;
    const features: Features = featuresOf(form, this.#parser);
    writeInput(this.#parser, features, floats.subarray(state.at >> 2, (state.at >> 2) + fromInput.columns));
    this.#multiply(fromInput, state.at, shared.at);
    const input = floats.slice(shared.at >> 2, (shared.at >> 2) + fromInput.rows);
    if (this.#inputs.size >= cachedForms) this.#inputs.delete(this.#inputs.keys().next().value as string);
    this.#inputs.set(form, input);
    return input;
  }

  #recur(n: number): void {
    const { gates, hidden, forwards, backwards, cell, short, width } = this.#memory;
    for (const [matrix, half] of [
      [forwards, 0],
      [backwards, 1],
    ] as const) {
      this.#kernel.recur(
        matrix.at,
        matrix.scales,
        gates.at + half * width * 16,
        gates.stride,
        hidden.at + half * width * 4,
        hidden.stride,
        n,
        width,
        half,
        cell.at,
        short.at,
      );
    }
  }

  #tagScores(n: number): Float32Array[] {
    const { floats, hidden, out, shared } = this.#memory;
    const scores: Float32Array[] = [];
    for (let i = 0; i < n; i++) {
      this.#multiply(out, hidden.at + i * hidden.stride, shared.at);
      scores.push(floats.slice(shared.at >> 2, (shared.at >> 2) + this.#tags.length));
    }
    return scores;
  }

  /** What the words score as a name of each kind, and as none: their tags' scores, summed. */
  #spanScores(scores: readonly Float32Array[], from: number, to: number): FoundName['scores'] {
    const found = { person: 0, organization: 0, place: 0, none: 0 };
    const first = { person: 1, organization: 5, place: 9 };
    for (let at = from; at < to; at++) {
      const row = scores[at] as Float32Array;
      const part = to - from === 1 ? 3 : at === from ? 0 : at === to - 1 ? 2 : 1;
      found.none += row[0] as number;
      for (const kind of kinds) found[kind] += row[first[kind] + part] as number;
    }
    return found;
  }

  #multiply(matrix: Placed, vector: number, out: number): void {
    const { floats, short } = this.#memory;
    floats.copyWithin(out >> 2, matrix.biases >> 2, (matrix.biases >> 2) + matrix.rows);
    const unit = this.#kernel.quantise(vector, short.at, matrix.columns);
    this.#kernel.multiply(matrix.at, matrix.scales, short.at, unit, out, matrix.rows, matrix.columns);
  }
}

const kinds: readonly NameKind[] = ['person', 'organization', 'place'];
const leak = 0.1;

function add(to: Float32Array, values: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (values[i] as number);
}

/** A matrix in memory: byte addresses; `rows` a multiple of 4, `columns` of 8, padded with zeros. */
interface Placed {
  readonly at: number;
  readonly scales: number;
  readonly biases: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where everything stands in the head's own memory, as network.ts lays out the parser's. */
class Layout {
  readonly memory: WebAssembly.Memory;
  readonly floats: Float32Array;
  readonly width: number;
  readonly fromStates: Placed;
  readonly fromInput: Placed;
  /** What each flag adds, in floats; nothing for 0. */
  readonly flags: readonly Float32Array[];
  readonly input: Placed;
  readonly forwards: Placed;
  readonly backwards: Placed;
  readonly out: Placed;
  readonly state: { readonly at: number };
  readonly shared: { readonly at: number };
  readonly gates: { readonly at: number; readonly stride: number };
  readonly hidden: { readonly at: number; readonly stride: number };
  readonly cell: { readonly at: number };
  readonly short: { readonly at: number };

  constructor(file: ModelFile) {
    const fills: (() => void)[] = [];
    let top = 0;
    const take = (bytes: number) => {
      const at = top;
      top += padded(bytes, 16);
      return at;
    };
    const place = (parts: readonly string[], biases: readonly string[] = []): Placed => {
      const matrices = parts.map((name) => file.matrix(name));
      const columns = padded((matrices[0] as Matrix).columns, 8);
      const rows = padded(
        matrices.reduce((sum, matrix) => sum + matrix.rows, 0),
        4,
      );
      const placed = {
        at: take(rows * columns),
        scales: take(rows * 4),
        biases: take(rows * 4),
        rows,
        columns,
      };
      fills.push(() => {
        const bytes = new Int8Array(this.memory.buffer);
        let row = 0;
        for (const [part, matrix] of matrices.entries()) {
          this.floats.set(matrix.scales, placed.scales / 4 + row);
          const bias = biases[part];
          if (bias !== undefined) this.floats.set(file.vector(bias), placed.biases / 4 + row);
          for (let r = 0; r < matrix.rows; r++, row++)
            bytes.set(
              matrix.values.subarray(r * matrix.columns, (r + 1) * matrix.columns),
              placed.at + row * columns,
            );
        }
      });
      return placed;
    };
    this.width = file.sizes.hidden as number;
    this.fromStates = place(['shared.states'], ['shared.bias']);
    this.fromInput = place(['shared.input']);
    this.flags = Array.from({ length: flagCount + 1 }, (_, flag) => {
      const row = new Float32Array(this.fromStates.rows);
      file.addRow('shared.flags', flag, row, 0);
      return row;
    });
    this.input = place(
      ['lstm.forwards.input', 'lstm.backwards.input'],
      ['lstm.forwards.bias', 'lstm.backwards.bias'],
    );
    this.forwards = place(['lstm.forwards.recurrent']);
    this.backwards = place(['lstm.backwards.recurrent']);
    this.out = place(['out.weight'], ['out.bias']);
    this.state = { at: take(4 * Math.max(this.fromStates.columns, this.fromInput.columns)) };
    this.shared = { at: take(4 * Math.max(this.fromStates.rows, this.out.rows)) };
    this.gates = { at: take(longest * 8 * this.width * 4), stride: 8 * this.width * 4 };
    this.hidden = { at: take(longest * 2 * this.width * 4), stride: 2 * this.width * 4 };
    this.cell = { at: take(this.width * 4) };
    this.short = { at: take(2 * Math.max(this.fromStates.columns, 512)) };
    const pages = Math.ceil(top / 65_536);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.floats = new Float32Array(this.memory.buffer);
    for (const fill of fills) fill();
  }
}

const padded = (n: number, unit: number) => Math.ceil(n / unit) * unit;
