// The head that finds names: a BiLSTM over the parser's states of a sentence, and the likeliest tags under a conditional
// random field. train/README.md says how it was made and what is in its file. Knows no text and no document.
import { Arena, type Placed, type Rows, row } from './arena.ts';
import { longest } from './batches.ts';
import type { Kernel } from './kernel.ts';
import { flagCount, NameLists } from './names-lists.ts';
import { likeliest, spansOf } from './names-tags.ts';
import type { States } from './network.ts';
import type { ModelFile } from './weights.ts';

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

/** Finds the names of one sentence after the other, given the parser's states. Deterministic, as the parser is. */
export class NameHead {
  readonly #lists: NameLists;
  readonly #tags: readonly string[];
  readonly #field: {
    readonly follows: Float32Array;
    readonly starts: Float32Array;
    readonly ends: Float32Array;
  };
  readonly #model: Model;
  readonly #kernel: Kernel;

  private constructor(file: ModelFile, model: Model, kernel: Kernel) {
    this.#lists = new NameLists(file);
    this.#tags = file.list('tags');
    this.#field = {
      follows: file.vector('follows'),
      starts: file.vector('starts'),
      ends: file.vector('ends'),
    };
    this.#model = model;
    this.#kernel = kernel;
  }

  /** The head of a file, for the states of the parser that it was trained on. */
  static async from(file: ModelFile): Promise<NameHead> {
    const model = new Model(file);
    return new NameHead(file, model, await model.arena.start());
  }

  /** The names, in order, without overlap. Cost: linear. */
  find(forms: readonly string[], states: States): FoundName[] {
    const scores = this.scores(forms, states);
    return spansOf(this.#tags, likeliest(scores, this.#field)).map(({ from, to, kind }) => ({
      from,
      to,
      kind,
      scores: this.#spanScores(scores, from, to),
    }));
  }

  /** Raw scores of the tags, a row a word, for whoever compares implementations. */
  scores(forms: readonly string[], { layers, inputs }: States): Float32Array[] {
    const n = forms.length;
    if (n === 0 || n > longest) throw new RangeError(`A sentence has 1 to ${longest} words, not ${n}.`);
    const { arena, layer, embedding, shared, fromLayers, fromInputs, gates, input } = this.#model;
    for (let i = 0; i < n; i++) {
      arena.floats.set(
        layers.subarray(i * fromLayers.columns, (i + 1) * fromLayers.columns),
        row(layer, i) >> 2,
      );
      arena.floats.set(
        inputs.subarray(i * fromInputs.columns, (i + 1) * fromInputs.columns),
        row(embedding, i) >> 2,
      );
    }
    arena.multiply(fromLayers, layer, n, shared);
    arena.multiply(fromInputs, embedding, n, shared, { more: true });
    for (const [i, flags] of this.#lists.flagsOf(forms).entries())
      for (const flag of flags) this.#addFlag(flag, row(shared, i) >> 2);
    this.#kernel.leak(shared.at, shared.stride, n, fromLayers.rows);
    arena.multiply(input, shared, n, gates);
    this.#recur(n);
    return this.#tagScores(n);
  }

  #addFlag(flag: number, at: number): void {
    const { arena, flags } = this.#model;
    const row = flags[flag] as Float32Array;
    for (let i = 0; i < row.length; i++)
      arena.floats[at + i] = (arena.floats[at + i] as number) + (row[i] as number);
  }

  #recur(n: number): void {
    const { gates, hidden, recurrent, width, work } = this.#model;
    for (const backward of [0, 1] as const) {
      const matrix = recurrent[backward];
      this.#kernel.recur(
        matrix.at,
        matrix.scales,
        gates.at + backward * width * 16,
        gates.stride,
        hidden.at + backward * width * 4,
        hidden.stride,
        n,
        0,
        0,
        0,
        width,
        backward,
        work.at,
      );
    }
  }

  #tagScores(n: number): Float32Array[] {
    const { arena, hidden, out, outScores } = this.#model;
    arena.multiply(out, hidden, n, outScores);
    return Array.from({ length: n }, (_, i) => {
      const at = row(outScores, i) >> 2;
      return arena.floats.slice(at, at + this.#tags.length);
    });
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
}

const kinds: readonly NameKind[] = ['person', 'organization', 'place'];

/** The head's weights in a memory of their own, and the rows for the words of a sentence. */
class Model {
  readonly arena = new Arena(64);
  readonly width: number;
  readonly fromLayers: Placed;
  readonly fromInputs: Placed;
  /** What each flag adds; nothing for 0. */
  readonly flags: readonly Float32Array[];
  readonly input: Placed;
  readonly recurrent: readonly [Placed, Placed];
  readonly out: Placed;
  readonly layer: Rows;
  readonly embedding: Rows;
  readonly shared: Rows;
  readonly gates: Rows;
  readonly hidden: Rows;
  readonly outScores: Rows;
  readonly work: Rows;

  constructor(file: ModelFile) {
    const { arena } = this;
    this.width = file.sizes.hidden as number;
    this.fromLayers = arena.place(file, [{ weights: 'shared.states', biases: 'shared.bias' }]);
    this.fromInputs = arena.place(file, [{ weights: 'shared.input' }]);
    this.flags = flagsOf(file);
    this.input = arena.place(file, [
      { weights: 'lstm.forwards.input', biases: 'lstm.forwards.bias' },
      { weights: 'lstm.backwards.input', biases: 'lstm.backwards.bias' },
    ]);
    this.recurrent = [
      arena.place(file, [{ weights: 'lstm.forwards.recurrent' }]),
      arena.place(file, [{ weights: 'lstm.backwards.recurrent' }]),
    ];
    this.out = arena.place(file, [{ weights: 'out.weight', biases: 'out.bias' }]);
    this.layer = arena.rows(longest, this.fromLayers.columns);
    this.embedding = arena.rows(longest, this.fromInputs.columns);
    this.shared = arena.rows(longest, this.fromLayers.rows);
    this.gates = arena.rows(longest, 8 * this.width);
    this.hidden = arena.rows(longest, 2 * this.width);
    this.outScores = arena.rows(longest, this.out.rows);
    this.work = arena.rows(1, 3 * this.width);
  }
}

function flagsOf(file: ModelFile): Float32Array[] {
  const { columns, values, scales } = file.matrix('shared.flags');
  return Array.from({ length: flagCount + 1 }, (_, flag) =>
    Float32Array.from(
      values.subarray(flag * columns, (flag + 1) * columns),
      (value) => value * (scales[flag] as number),
    ),
  );
}
