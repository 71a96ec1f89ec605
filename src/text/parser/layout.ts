// Where the network's weights stand in memory, and the rows for the words of a batch.
import { Arena, type Part, type Placed, type Rows } from './arena.ts';
import { capacity, longest } from './batches.ts';
import { Inputs } from './inputs.ts';
import type { Weights } from './weights.ts';

/** Heads whose half of the label scores is computed in one product. */
export const headsAtOnce = 16;

/** Floats of a row of pair scores where each part begins; a part of the parser's own ends in a constant 1. */
export const slots = { dependent: 112, head: 212, labelDependent: 308, labelHead: 360, end: 424 } as const;

/** The weights in memory, and the rows for the words of a batch. */
export class Layout {
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
