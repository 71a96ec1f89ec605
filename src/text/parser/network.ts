// The network of train/network.py, run over WebAssembly: words in, tags, heads and labels out. Knows no text.
import { Arena, from, type Part, type Placed, type Rows, row } from './arena.ts';
import { decode } from './decode.ts';
import { Inputs } from './inputs.ts';
import type { Kernel } from './kernel.ts';
import type { Weights } from './weights.ts';

/** What the network says of a sentence of n words. Indices point into `Weights.tags` and `Weights.labels`. */
export interface Analysis {
  readonly tags: Int32Array;
  /** 0 for the root's child, otherwise 1 + the head's index. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Raw scores, for whoever compares implementations: tag logits, arc scores (head 0 is the root), label logits. */
export interface Scores {
  readonly tags: readonly Float32Array[];
  readonly arcs: readonly Float32Array[];
  /** Of the label under the decoded head. */
  readonly labels: readonly Float32Array[];
  readonly analysis: Analysis;
}

/** What the network has of a sentence's words on its way, for other heads on the same layers. Good until the next visit. */
export interface States {
  /** *Shape*: a row a word: the lower layer's floats, then the upper's, `2 × hidden` each, forwards then backwards. */
  readonly layers: Float32Array;
  /** *Shape*: a row a word: what the lower layer was given. */
  readonly inputs: Float32Array;
}

/** The longest sentence that the network takes at once, in words. */
export const longest = 200;

/** Sentences are read together until they have so many words: weights are fetched once for all, and still fit the cache. */
const batchWords = 128;

/** Two sentences always fit. */
const capacity = 2 * longest;

/**
 * A network ready to run. One at a time: it works in one memory. A sentence has the same scores whatever is read with it
 * or was before. Cost of a word: about 0.85 million multiply-adds.
 */
export class Network {
  readonly #weights: Weights;
  readonly #model: Model;
  readonly #kernel: Kernel;
  // What `visit` is shown: the same memory each time, as so many floats would be slow to throw away.
  readonly #layers: Float32Array;
  readonly #inputs: Float32Array;

  private constructor(weights: Weights, model: Model, kernel: Kernel) {
    this.#weights = weights;
    this.#model = model;
    this.#kernel = kernel;
    this.#layers = new Float32Array(longest * 4 * weights.sizes.hidden);
    this.#inputs = new Float32Array(longest * model.inputs.width);
  }

  static async from(weights: Weights): Promise<Network> {
    const model = new Model(weights);
    return new Network(weights, model, await model.arena.start());
  }

  /** One item a sentence, in order. `visit`, if given, is shown the states of each, by its position. */
  analyse(
    sentences: readonly (readonly string[])[],
    visit?: (sentence: number, states: States) => void,
  ): Analysis[] {
    const analyses: Analysis[] = new Array(sentences.length);
    for (const batch of batchesOf(sentences)) {
      this.#read(batch);
      if (visit !== undefined) for (const sentence of batch) visit(sentence.index, this.#states(sentence));
      this.#scorePairs(batch);
      for (const sentence of batch) {
        const tags = this.#tagsOf(sentence);
        const heads = this.#headsOf(sentence);
        analyses[sentence.index] = { tags, heads, labels: this.#labelsOf(heads, sentence) };
      }
    }
    return analyses;
  }

  /** The same for one sentence, with the scores behind it. */
  scores(forms: readonly string[]): Scores {
    const [analysis] = this.analyse([forms]) as [Analysis];
    const { arena, early, arcs } = this.#model;
    const n = forms.length;
    const [sentence] = batchesOf([forms])[0] as [Sentence];
    const slice = (at: number, count: number) => arena.floats.slice(at >> 2, (at >> 2) + count);
    this.#scoreArcs(sentence);
    const arcScores = forms.map((_, i) => slice(arcs.at + i * (n + 1) * 4, n + 1));
    const labels: Float32Array[] = new Array(n);
    this.#scoreLabels(analysis.heads, sentence, 0, (word, at) => {
      labels[word] = slice(at, this.#weights.labels.length);
    });
    return {
      tags: forms.map((_, i) => slice(row(early, i), this.#weights.tags.length)),
      arcs: arcScores,
      labels,
      analysis,
    };
  }

  /** Runs both layers and the tagger between them. */
  #read(batch: readonly Sentence[]): void {
    const { arena, inputs, gates, lower, upper, early, soft, tagger, tagEmbedding, upperInput } = this.#model;
    const { hidden } = this.#weights.sizes;
    const tags = this.#weights.tags.length;
    const count = batch.reduce((sum, { forms }) => sum + forms.length, 0);
    inputs.read(
      batch.flatMap(({ forms }) => forms),
      gates,
    );
    this.#recur('lower', batch);
    arena.multiply(tagger, lower, count, early);
    arena.floats.copyWithin(soft.at >> 2, early.at >> 2, row(early, count) >> 2);
    this.#kernel.softmax(soft.at, soft.stride, count, tags);
    arena.multiply(tagEmbedding, soft, count, from(lower, 0, 2 * hidden));
    arena.multiply(upperInput, lower, count, gates);
    for (const { root } of batch) arena.floats.set(this.#model.root, row(upper, root) >> 2);
    this.#recur('upper', batch);
  }

  /** Sentences side by side, two by two: longest first, so that the first of two is never the shorter. */
  #recur(layer: 'lower' | 'upper', batch: readonly Sentence[]): void {
    const { gates, work } = this.#model;
    const out = this.#model[layer];
    const width = this.#weights.sizes.hidden;
    const start = ({ first, root }: Sentence) => row(out, layer === 'upper' ? root + 1 : first);
    for (let i = 0; i < batch.length; i += 2) {
      const sentence = batch[i] as Sentence;
      const other = batch[i + 1];
      for (const backward of [0, 1] as const) {
        const matrix = this.#model.recurrent[layer][backward];
        const half = backward * width * 4;
        this.#kernel.recur(
          matrix.at,
          matrix.scales,
          row(gates, sentence.first) + half * 4,
          gates.stride,
          start(sentence) + half,
          out.stride,
          sentence.forms.length,
          other === undefined ? 0 : row(gates, other.first) + half * 4,
          other === undefined ? 0 : start(other) + half,
          other?.forms.length ?? 0,
          width,
          backward,
          work.at,
        );
      }
    }
  }

  /** What tags, arcs and labels need of each word, and the upper layer's correction of the tags: it has read the sentence. */
  #scorePairs(batch: readonly Sentence[]): void {
    const { arena, upper, early, pairs, pairInput, labelInput, arc, heads } = this.#model;
    const { root, forms } = batch.at(-1) as Sentence;
    const count = root + 1 + forms.length;
    arena.multiply(pairInput, upper, count, pairs);
    // Labels are near each other: here a rounding would show. It costs the states.
    arena.multiply(labelInput, upper, count, from(pairs, 0, slots.labelDependent), { exactly: true });
    for (const { first, root, forms } of batch) {
      const late = row(pairs, root + 1);
      this.#kernel.add(late, pairs.stride, row(early, first), early.stride, forms.length, slots.dependent);
    }
    this.#kernel.leak(pairs.at + slots.dependent * 4, pairs.stride, count, slots.end - slots.dependent);
    arena.multiply(arc, from(pairs, 0, slots.head), count, heads);
  }

  #tagsOf({ first, forms }: Sentence): Int32Array {
    const { early } = this.#model;
    const count = this.#weights.tags.length;
    return Int32Array.from(forms, (_, i) => this.#kernel.best(row(early, first + i), count, -1));
  }

  #headsOf(sentence: Sentence): Int32Array {
    this.#scoreArcs(sentence);
    const { arena, arcs } = this.#model;
    const n = sentence.forms.length;
    return decode(arena.floats.subarray(arcs.at >> 2, (arcs.at >> 2) + n * (n + 1)), n);
  }

  #scoreArcs({ root, forms }: Sentence): void {
    const { arena, pairs, heads, arcs, arc } = this.#model;
    const n = forms.length;
    this.#kernel.dots(
      row(pairs, root + 1) + slots.dependent * 4,
      pairs.stride,
      n,
      row(heads, root),
      heads.stride,
      n + 1,
      arc.rows,
      arcs.at,
    );
    // A word is never its own head.
    for (let i = 0; i < n; i++) arena.floats[(arcs.at >> 2) + i * (n + 1) + i + 1] = impossible;
  }

  #labelsOf(heads: Int32Array, sentence: Sentence): Int32Array {
    const { labels } = this.#weights;
    const root = labels.indexOf('root');
    const found = new Int32Array(heads.length).fill(root);
    this.#scoreLabels(heads, sentence, 1, (word, at) => {
      found[word] = this.#kernel.best(at, labels.length, root);
    });
    return found;
  }

  /** Shows the label scores of each word under its head, for heads from `least` on. What a head brings is computed once. */
  #scoreLabels(
    heads: Int32Array,
    { root }: Sentence,
    least: number,
    show: (word: number, at: number) => void,
  ): void {
    const { arena, pairs, label, some, halves, spare } = this.#model;
    const count = this.#weights.labels.length;
    const size = this.#weights.sizes.label + 1;
    const governors = [...new Set(heads)].filter((head) => head >= least);
    for (let done = 0; done < governors.length; done += headsAtOnce) {
      const group = governors.slice(done, done + headsAtOnce);
      for (const [i, head] of group.entries()) {
        const at = (row(pairs, root + head) >> 2) + slots.labelHead;
        arena.floats.copyWithin(row(some, i) >> 2, at, at + label.columns);
      }
      arena.multiply(label, some, group.length, halves);
      for (let word = 0; word < heads.length; word++) {
        const i = group.indexOf(heads[word] as number);
        if (i === -1) continue;
        const dependent = row(pairs, root + 1 + word) + slots.labelDependent * 4;
        this.#kernel.dots(dependent, 0, 1, row(halves, i), size * 4, count, padded(size, 4), spare.at);
        show(word, spare.at);
      }
    }
  }

  #states({ first, root, forms }: Sentence): States {
    const { arena, inputs, lower, upper } = this.#model;
    const width = 2 * this.#weights.sizes.hidden;
    const layers = this.#layers.subarray(0, forms.length * 2 * width);
    for (let i = 0; i < forms.length; i++) {
      const low = row(lower, first + i) >> 2;
      const high = row(upper, root + 1 + i) >> 2;
      layers.set(arena.floats.subarray(low, low + width), i * 2 * width);
      layers.set(arena.floats.subarray(high, high + width), (i * 2 + 1) * width);
    }
    return { layers, inputs: inputs.of(forms, this.#inputs) };
  }
}

const impossible = -1e4;

/** Heads whose half of the label scores is computed in one product. */
const headsAtOnce = 16;

/** A sentence in a batch: its words stand in rows from `first` on, in the upper layer after the root's row. */
interface Sentence {
  /** Among the sentences given. */
  readonly index: number;
  readonly forms: readonly string[];
  readonly first: number;
  readonly root: number;
}

/** Sentences of like length together, longest first. */
function batchesOf(sentences: readonly (readonly string[])[]): Sentence[][] {
  const length = (index: number) => (sentences[index] as readonly string[]).length;
  const order = sentences.map((_, index) => index).sort((a, b) => length(b) - length(a) || a - b);
  const batches: Sentence[][] = [];
  let words = batchWords;
  for (const index of order) {
    const forms = sentences[index] as readonly string[];
    const n = forms.length;
    if (n === 0 || n > longest) throw new RangeError(`A sentence has 1 to ${longest} words, not ${n}.`);
    let batch = batches.at(-1);
    if (batch === undefined || (words + n > batchWords && batch.length % 2 === 0)) {
      batch = [];
      batches.push(batch);
      words = 0;
    }
    batch.push({ index, forms, first: words, root: words + batch.length });
    words += n;
  }
  return batches;
}

/** Floats of a row of pair scores where each part begins; a part of the parser's own ends in a constant 1. */
const slots = { dependent: 112, head: 212, labelDependent: 308, labelHead: 360, end: 424 } as const;

/** The weights in memory, and the rows for the words of a batch. */
class Model {
  readonly arena = new Arena(64);
  readonly inputs: Inputs;
  readonly recurrent: Readonly<Record<'lower' | 'upper', readonly [Placed, Placed]>>;
  readonly upperInput: Placed;
  readonly tagger: Placed;
  readonly tagEmbedding: Placed;
  /** The late tagger, then arc dependents and arc heads: see `slots`. */
  readonly pairInput: Placed;
  /** Label dependents, label heads. */
  readonly labelInput: Placed;
  readonly arc: Placed;
  readonly label: Placed;
  readonly root: Float32Array;

  readonly gates: Rows;
  /** States of the words, and behind them the embedding of their tags. */
  readonly lower: Rows;
  /** States of the root and the words of each sentence. */
  readonly upper: Rows;
  readonly early: Rows;
  readonly soft: Rows;
  readonly pairs: Rows;
  /** What a word brings to arc scores as a head. */
  readonly heads: Rows;
  /** n + 1 floats a word, without gaps. */
  readonly arcs: Rows;
  readonly some: Rows;
  /** A head's half of the label scores. */
  readonly halves: Rows;
  readonly spare: Rows;
  readonly work: Rows;

  constructor(weights: Weights) {
    const { arena } = this;
    const { hidden, tag, arc, label } = weights.sizes;
    const place = (...parts: Part[]) => arena.place(weights, parts);
    const linear = (name: string): Part => ({ weights: `${name}.weight`, biases: `${name}.bias` });
    const input = (layer: string) =>
      (['forwards', 'backwards'] as const).map((direction) => ({
        weights: `${layer}.${direction}.input`,
        biases: `${layer}.${direction}.bias`,
      }));
    const recurrent = (layer: string) =>
      [
        place({ weights: `${layer}.forwards.recurrent` }),
        place({ weights: `${layer}.backwards.recurrent` }),
      ] as const;
    const one = (zeros: number): Part => ({ constant: [1, ...new Array(zeros).fill(0)] });
    this.recurrent = { lower: recurrent('lower'), upper: recurrent('upper') };
    this.upperInput = place(...input('upper'));
    this.tagger = place(linear('tagger'));
    this.tagEmbedding = place({ weights: 'tag_embedding' });
    this.pairInput = place(
      linear('late_tagger'),
      { constant: new Array(slots.dependent - weights.tags.length).fill(0) },
      linear('arc_dependent'),
      one(3),
      linear('arc_head'),
    );
    this.labelInput = place(linear('label_dependent'), one(3), linear('label_head'), one(15));
    this.arc = place({ weights: 'arc_weight' });
    this.label = place({ weights: 'label_weight' });
    this.root = weights.vector('root');

    const words = capacity;
    const nodes = 2 * capacity;
    this.gates = arena.rows(words, 8 * hidden);
    this.lower = arena.rows(words, padded(2 * hidden + tag, 8));
    this.upper = arena.rows(nodes, 2 * hidden);
    this.early = arena.rows(words, slots.dependent);
    this.soft = arena.rows(words, slots.dependent);
    this.pairs = arena.rows(nodes, slots.end);
    this.heads = arena.rows(nodes, this.arc.rows);
    this.arcs = arena.rows(longest, longest + 1);
    this.some = arena.rows(headsAtOnce, this.label.columns);
    this.halves = arena.rows(headsAtOnce, this.label.rows + 4);
    this.spare = arena.rows(1, weights.labels.length);
    this.work = arena.rows(1, 3 * hidden);
    this.inputs = new Inputs(weights, arena, place(...input('lower')));
    if (slots.head - slots.dependent !== arc + 4 || slots.labelHead - slots.labelDependent !== label + 4)
      throw new RangeError(
        `The network has room for other layers than arcs of ${arc} and labels of ${label}.`,
      );
  }
}

const padded = (n: number, unit: number) => Math.ceil(n / unit) * unit;
