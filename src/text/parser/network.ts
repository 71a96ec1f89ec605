// The network of train/network.py, run over WebAssembly: words in, tags, heads and labels out. Knows no text.
import { from, row } from './arena.ts';
import { batchesOf, longest, type Sentence } from './batches.ts';
import { decode } from './decode.ts';
import type { Kernel } from './kernel.ts';
import { headsAtOnce, Layout, slots } from './layout.ts';
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

/**
 * A network ready to run. One at a time: it works in one memory. A sentence has the same scores whatever is read with it
 * or was before. Cost of a word: about 0.85 million multiply-adds.
 */
export class Network {
  readonly #weights: Weights;
  readonly #layout: Layout;
  readonly #kernel: Kernel;
  // What `visit` is shown: the same memory each time, as so many floats would be slow to throw away.
  readonly #layers: Float32Array;
  readonly #inputs: Float32Array;

  private constructor(weights: Weights, layout: Layout, kernel: Kernel) {
    this.#weights = weights;
    this.#layout = layout;
    this.#kernel = kernel;
    this.#layers = new Float32Array(longest * 4 * weights.sizes.hidden);
    this.#inputs = new Float32Array(longest * layout.inputs.width);
  }

  static async from(weights: Weights): Promise<Network> {
    const layout = new Layout(weights);
    return new Network(weights, layout, await layout.arena.start());
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
    const { arena, early, arcs } = this.#layout;
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
    const { arena, inputs, gates, lower, upper, early, soft, tagger, tagEmbedding, upperInput } =
      this.#layout;
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
    for (const { root } of batch) arena.floats.set(this.#layout.root, row(upper, root) >> 2);
    this.#recur('upper', batch);
  }

  /** Sentences side by side, two by two: longest first, so that the first of two is never the shorter. */
  #recur(layer: 'lower' | 'upper', batch: readonly Sentence[]): void {
    const { gates, work } = this.#layout;
    const out = this.#layout[layer];
    const width = this.#weights.sizes.hidden;
    const start = ({ first, root }: Sentence) => row(out, layer === 'upper' ? root + 1 : first);
    for (let i = 0; i < batch.length; i += 2) {
      const sentence = batch[i] as Sentence;
      const other = batch[i + 1];
      for (const backward of [0, 1] as const) {
        const matrix = this.#layout.recurrent[layer][backward];
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
    const { arena, upper, early, pairs, pairInput, labelInput, arc, heads } = this.#layout;
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
    const { early } = this.#layout;
    const count = this.#weights.tags.length;
    return Int32Array.from(forms, (_, i) => this.#kernel.best(row(early, first + i), count, -1));
  }

  #headsOf(sentence: Sentence): Int32Array {
    this.#scoreArcs(sentence);
    const { arena, arcs } = this.#layout;
    const n = sentence.forms.length;
    return decode(arena.floats.subarray(arcs.at >> 2, (arcs.at >> 2) + n * (n + 1)), n);
  }

  #scoreArcs({ root, forms }: Sentence): void {
    const { arena, pairs, heads, arcs, arc } = this.#layout;
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
    const { arena, pairs, label, some, halves, spare } = this.#layout;
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
    const { arena, inputs, lower, upper } = this.#layout;
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

const padded = (n: number, unit: number) => Math.ceil(n / unit) * unit;
