// The network of train/network.py, run over WebAssembly: words in, tags, heads and labels out. Knows no text.
import { decode } from './decode.ts';
import { type Features, featuresOf } from './features.ts';
import { instantiate, type Kernel } from './kernel.ts';
import type { Weights } from './weights.ts';

/** What the network says of a sentence of n words. Indices point into `Weights.tags` and `Weights.labels`. */
export interface Analysis {
  readonly tags: Int32Array;
  /** 0 for the root's child, otherwise 1 + the head's index. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** What the two layers hold of each word, for other heads: the lower's floats, then the upper's, a row a word. */
  readonly states: Float32Array;
}

/** Raw scores, for whoever compares implementations: tag logits, arc scores (head 0 is the root), label logits. */
export interface Scores {
  readonly tags: readonly Float32Array[];
  readonly arcs: readonly Float32Array[];
  /** Of the label under the decoded head. */
  readonly labels: readonly Float32Array[];
  readonly analysis: Analysis;
}

/** The longest sentence that the network takes at once, in words. */
export const longest = 200;

// Inputs to the first layer depend on the form alone: kept for the forms seen last, 4 KB each.
const cachedForms = 4096;

/** A network ready to run. One at a time: it works in one memory. Cost of a word: about 0.85 million multiply-adds. */
export class Network {
  readonly #weights: Weights;
  readonly #memory: Layout;
  readonly #kernel: Kernel;
  readonly #inputs = new Map<string, Float32Array>();

  private constructor(weights: Weights, memory: Layout, kernel: Kernel) {
    this.#weights = weights;
    this.#memory = memory;
    this.#kernel = kernel;
  }

  static async from(weights: Weights): Promise<Network> {
    const memory = new Layout(weights);
    return new Network(weights, memory, await instantiate(memory.memory));
  }

  analyse(forms: readonly string[]): Analysis {
    return this.#run(forms).analysis;
  }

  /** The same with the scores behind it. */
  scores(forms: readonly string[]): Scores {
    return this.#run(forms);
  }

  #run(forms: readonly string[]): Scores {
    const n = forms.length;
    if (n === 0 || n > longest) throw new RangeError(`A sentence has 1 to ${longest} words, not ${n}.`);
    this.#readForms(forms);
    this.#recur(n, 'lower');
    const tagScores = this.#tag(n);
    this.#recur(n, 'upper');
    this.#correctTags(tagScores);
    const arcs = this.#scoreArcs(n);
    const heads = decode(arcs);
    const labelScores = this.#scoreLabels(heads);
    const root = this.#weights.labels.indexOf('root');
    const labels = Int32Array.from(heads, (head, i) =>
      head === 0 ? root : bestBut(root, labelScores[i] as Float32Array),
    );
    const tags = Int32Array.from(tagScores, (scores) => bestBut(-1, scores));
    const analysis = { tags, heads, labels, states: this.#states(n) };
    return { tags: tagScores, arcs, labels: labelScores, analysis };
  }

  #states(n: number): Float32Array {
    const { floats, hidden } = this.#memory;
    const width = 2 * this.#weights.sizes.hidden;
    const states = new Float32Array(n * 2 * width);
    for (let i = 0; i < n; i++) {
      const low = (hidden.lower.at + i * hidden.lower.stride) >> 2;
      const high = (hidden.upper.at + (i + 1) * hidden.upper.stride) >> 2;
      states.set(floats.subarray(low, low + width), i * 2 * width);
      states.set(floats.subarray(high, high + width), (i * 2 + 1) * width);
    }
    return states;
  }

  #readForms(forms: readonly string[]): void {
    const { floats, gates } = this.#memory;
    for (const [i, form] of forms.entries())
      floats.set(this.#inputOf(form), (gates.at + i * gates.stride) >> 2);
  }

  #inputOf(form: string): Float32Array {
    const known = this.#inputs.get(form);
    if (known !== undefined) return known;
    const { floats, wide, spare, lowerInput } = this.#memory;
    writeInput(
      this.#weights,
      featuresOf(form, this.#weights),
      floats.subarray(wide.at >> 2, (wide.at >> 2) + lowerInput.columns),
    );
    this.#multiply(lowerInput, wide.at, spare.at, true);
    const input = floats.slice(spare.at >> 2, (spare.at >> 2) + lowerInput.rows);
    if (this.#inputs.size >= cachedForms) this.#inputs.delete(this.#inputs.keys().next().value as string);
    this.#inputs.set(form, input);
    return input;
  }

  #recur(n: number, layer: 'lower' | 'upper'): void {
    const { gates, hidden, cell, short } = this.#memory;
    const { forwards, backwards } = this.#memory[layer];
    const out = hidden[layer];
    // The upper layer's row 0 is the learned root.
    const first = layer === 'upper' ? out.at + out.stride : out.at;
    const width = this.#weights.sizes.hidden;
    for (const [matrix, half] of [
      [forwards, 0],
      [backwards, 1],
    ] as const) {
      this.#kernel.recur(
        matrix.at,
        matrix.scales,
        gates.at + half * width * 16,
        gates.stride,
        first + half * width * 4,
        out.stride,
        n,
        width,
        half,
        cell.at,
        short.at,
      );
    }
  }

  #tag(n: number): Float32Array[] {
    const { floats, tagger, tagEmbedding, hidden, gates, upperInput, spare } = this.#memory;
    const count = this.#weights.tags.length;
    const tags: Float32Array[] = [];
    for (let i = 0; i < n; i++) {
      const row = hidden.lower.at + i * hidden.lower.stride;
      this.#multiply(tagger, row, spare.at);
      tags.push(floats.slice(spare.at >> 2, (spare.at >> 2) + count));
      this.#kernel.softmax(spare.at, count);
      this.#multiply(tagEmbedding, spare.at, row + this.#weights.sizes.hidden * 8);
      this.#multiply(upperInput, row, gates.at + i * gates.stride);
    }
    return tags;
  }

  /** The upper layer has read the sentence: what it adds to the lower one's tags. */
  #correctTags(tagScores: readonly Float32Array[]): void {
    const { floats, lateTagger, hidden, spare } = this.#memory;
    for (const [i, scores] of tagScores.entries()) {
      this.#multiply(lateTagger, hidden.upper.at + (i + 1) * hidden.upper.stride, spare.at);
      for (let t = 0; t < scores.length; t++)
        scores[t] = (scores[t] as number) + (floats[(spare.at >> 2) + t] as number);
    }
  }

  #scoreArcs(n: number): Float32Array[] {
    const { floats, hidden, pairs, arc, spare, wide, pairInput } = this.#memory;
    const size = this.#weights.sizes.arc;
    for (let i = 0; i <= n; i++) {
      const out = pairs.at + i * pairs.stride;
      this.#multiply(pairInput, hidden.upper.at + i * hidden.upper.stride, out);
      leak(floats.subarray(out >> 2, (out >> 2) + pairInput.rows));
    }
    const scores: Float32Array[] = [];
    for (let i = 0; i < n; i++) {
      const dependent = (pairs.at + (i + 1) * pairs.stride) >> 2;
      floats.copyWithin(wide.at >> 2, dependent, dependent + size);
      floats.fill(0, (wide.at >> 2) + size, (wide.at >> 2) + arc.columns);
      floats[(wide.at >> 2) + size] = 1;
      this.#kernel.dots(arc.at, arc.columns * 4, size, wide.at, arc.columns, spare.at);
      floats.copyWithin(wide.at >> 2, spare.at >> 2, (spare.at >> 2) + size);
      this.#kernel.dots(pairs.at + size * 4, pairs.stride, n + 1, wide.at, size, spare.at);
      const row = floats.slice(spare.at >> 2, (spare.at >> 2) + n + 1);
      row[i + 1] = impossible;
      scores.push(row);
    }
    return scores;
  }

  #scoreLabels(heads: Int32Array): Float32Array[] {
    const { floats, pairs, label, halves, wide, spare } = this.#memory;
    const { arc, label: size } = this.#weights.sizes;
    const count = this.#weights.labels.length;
    const read = (row: number, offset: number, width: number) => {
      const from = (pairs.at + row * pairs.stride) / 4 + offset;
      floats.copyWithin(wide.at >> 2, from, from + size);
      floats.fill(0, (wide.at >> 2) + size, (wide.at >> 2) + width);
      floats[(wide.at >> 2) + size] = 1;
    };
    // Words of one head share its half of the product, which is most of the work.
    const scores: Float32Array[] = new Array(heads.length);
    for (const [head, words] of Map.groupBy(heads.keys(), (i) => heads[i] as number)) {
      read(head, 2 * arc + size, label.columns);
      this.#multiply(label, wide.at, halves.at);
      for (const i of words) {
        read(i + 1, 2 * arc, label.columns);
        this.#kernel.dots(halves.at, (size + 1) * 4, count, wide.at, padded(size + 1, 4), spare.at);
        scores[i] = floats.slice(spare.at >> 2, (spare.at >> 2) + count);
      }
    }
    return scores;
  }

  /**
   * `out` = biases + matrix × the floats at `vector`. `exactly` adds what rounding to 16 bits lost, for twice the work;
   * it destroys the floats.
   */
  #multiply(matrix: Placed, vector: number, out: number, exactly = false): void {
    const { floats, short } = this.#memory;
    floats.copyWithin(out >> 2, matrix.biases >> 2, (matrix.biases >> 2) + matrix.rows);
    for (let pass = exactly ? 0 : 1; pass < 2; pass++) {
      const unit = this.#kernel.quantise(vector, short.at, matrix.columns);
      this.#kernel.multiply(matrix.at, matrix.scales, short.at, unit, out, matrix.rows, matrix.columns);
      if (pass === 0) this.#kernel.subtract(vector, short.at, unit, matrix.columns);
    }
  }
}

const impossible = -1e4;

/** A matrix in memory: byte addresses; `rows` a multiple of 4, `columns` of 8, padded with zeros. */
interface Placed {
  readonly at: number;
  readonly scales: number;
  readonly biases: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows of floats, `stride` bytes apart. */
interface Rows {
  readonly at: number;
  readonly stride: number;
}

/** Where everything stands in the one memory: the weights as 8-bit integers, then the work space of a sentence. */
class Layout {
  readonly memory: WebAssembly.Memory;
  readonly floats: Float32Array;
  readonly lowerInput: Placed;
  readonly upperInput: Placed;
  readonly lower: { readonly forwards: Placed; readonly backwards: Placed };
  readonly upper: { readonly forwards: Placed; readonly backwards: Placed };
  readonly tagger: Placed;
  readonly lateTagger: Placed;
  readonly tagEmbedding: Placed;
  /** Arc dependents, arc heads, label dependents, label heads in one. */
  readonly pairInput: Placed;
  /** Transposed, as floats: rows of `columns` floats. */
  readonly arc: { readonly at: number; readonly columns: number };
  readonly label: Placed;
  readonly gates: Rows;
  readonly hidden: { readonly lower: Rows; readonly upper: Rows };
  readonly pairs: Rows;
  readonly halves: Rows;
  readonly wide: Rows;
  readonly spare: Rows;
  readonly cell: Rows;
  readonly short: Rows;

  constructor(weights: Weights) {
    const { hidden, tag, arc } = weights.sizes;
    const fills: (() => void)[] = [];
    let top = 0;
    const take = (bytes: number) => {
      const at = top;
      top += padded(bytes, 16);
      return at;
    };
    const rows = (count: number, floats: number): Rows => ({
      at: take(count * padded(floats, 4) * 4),
      stride: padded(floats, 4) * 4,
    });
    const place = (parts: readonly string[], biases: readonly string[] = []): Placed => {
      const matrices = parts.map((name) => weights.matrix(name));
      const height = matrices.reduce((sum, m) => sum + m.rows, 0);
      const wide = padded(matrices[0]?.columns ?? 0, 8);
      const tall = padded(height, 4);
      const placed = {
        at: take(tall * wide),
        scales: take(tall * 4),
        biases: take(tall * 4),
        rows: tall,
        columns: wide,
      };
      fills.push(() => {
        const bytes = new Int8Array(this.memory.buffer);
        let row = 0;
        for (const [part, { rows: count, columns, values, scales }] of matrices.entries()) {
          this.floats.set(scales, placed.scales / 4 + row);
          const bias = biases[part];
          if (bias !== undefined) this.floats.set(weights.vector(bias), placed.biases / 4 + row);
          for (let r = 0; r < count; r++, row++)
            bytes.set(values.subarray(r * columns, (r + 1) * columns), placed.at + row * wide);
        }
      });
      return placed;
    };
    const inputOf = (layer: string) =>
      place(
        [`${layer}.forwards.input`, `${layer}.backwards.input`],
        [`${layer}.forwards.bias`, `${layer}.backwards.bias`],
      );
    const recurrent = (layer: string) => ({
      forwards: place([`${layer}.forwards.recurrent`]),
      backwards: place([`${layer}.backwards.recurrent`]),
    });
    this.lowerInput = inputOf('lower');
    this.lower = recurrent('lower');
    this.upperInput = inputOf('upper');
    this.upper = recurrent('upper');
    this.tagger = place(['tagger.weight'], ['tagger.bias']);
    this.lateTagger = place(['late_tagger.weight'], ['late_tagger.bias']);
    this.tagEmbedding = place(['tag_embedding']);
    const pair = ['arc_dependent', 'arc_head', 'label_dependent', 'label_head'];
    this.pairInput = place(
      pair.map((name) => `${name}.weight`),
      pair.map((name) => `${name}.bias`),
    );
    this.label = place(['label_weight']);
    this.arc = { at: take(arc * padded(arc + 1, 4) * 4), columns: padded(arc + 1, 4) };
    this.gates = rows(longest, 8 * hidden);
    this.hidden = { lower: rows(longest, padded(2 * hidden + tag, 8)), upper: rows(longest + 1, 2 * hidden) };
    this.pairs = rows(longest + 1, this.pairInput.rows);
    this.halves = rows(1, this.label.rows + 4);
    this.wide = rows(1, 1024);
    this.spare = rows(1, Math.max(longest + 8, 8 * hidden));
    this.cell = rows(1, hidden);
    this.short = rows(1, 512);

    const pages = Math.ceil(top / 65_536);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.floats = new Float32Array(this.memory.buffer);
    for (const fill of fills) fill();
    this.#transposeArc(weights);
    this.floats.set(weights.vector('root'), this.hidden.upper.at / 4);
  }

  #transposeArc(weights: Weights): void {
    const { rows, columns, values, scales } = weights.matrix('arc_weight');
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        this.floats[this.arc.at / 4 + c * this.arc.columns + r] =
          (values[r * columns + c] as number) * (scales[r] as number);
      }
    }
  }
}

const padded = (n: number, unit: number) => Math.ceil(n / unit) * unit;

/** Word, prefixes summed, suffixes summed, shape, vector: one after the other; what is left of `out` becomes 0. */
export function writeInput(weights: Weights, features: Features, out: Float32Array): void {
  const { word, affix, shape } = weights.sizes;
  out.fill(0);
  weights.addRow('words', features.word, out, 0);
  for (const [i, bucket] of features.affixes.entries()) {
    weights.addRow(`affixes.${affixTables[i]}`, bucket, out, word + (i < 3 ? 0 : affix));
  }
  weights.addRow('shapes', features.shape, out, word + 2 * affix);
  weights.addRow('vectors', features.vector, out, word + 2 * affix + shape);
}

const affixTables = ['p1', 'p2', 'p3', 's1', 's2', 's3', 's4'];

function leak(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < 0) values[i] = value * 0.1;
  }
}

function bestBut(barred: number, scores: Float32Array): number {
  let best = barred === 0 ? 1 : 0;
  for (let i = best + 1; i < scores.length; i++) {
    if (i !== barred && (scores[i] as number) > (scores[best] as number)) best = i;
  }
  return best;
}
