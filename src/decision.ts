// What a person decided about a graph. Anchored on mentions and claims, which are never rewritten, so that a decision
// outlives every rebuild. The journal keeps them in the order in which they were made; they can be taken back.
import { z } from 'zod';

const mention = z.string().min(1);
const why = z.string().exactOptional();

/** The schema of a decision: checked when it is read from a file, trusted inside. */
export const Decision = z.discriminatedUnion('kind', [
  /** Two mentions stand for one thing, and so does whatever was judged to be one with either. */
  z.object({ kind: z.literal('same'), a: mention, b: mention, why }),
  /** Two mentions stand for different things. */
  z.object({ kind: z.literal('different'), a: mention, b: mention, why }),
  /** These mentions are one thing, apart from what they were judged to stand for. */
  z.object({ kind: z.literal('split'), mentions: z.array(mention).min(1), why }),
  /** What a mention stands for is called so. */
  z.object({ kind: z.literal('rename'), mention, name: z.string().trim().min(1), why }),
  /** A claim is not what its sentence says. */
  z.object({ kind: z.literal('reject'), claim: z.string().min(1), why: z.string().trim().min(1) }),
  /** A claim says something else than was read out of its sentence. */
  z.object({
    kind: z.literal('correct'),
    claim: z.string().min(1),
    predicate: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .exactOptional(),
    negated: z.boolean().exactOptional(),
    /** Who says so, by a mention or, where it is nobody who is in the graph, by words; null: the report itself. */
    speaker: z.object({ mention: mention.nullable(), text: z.string() }).nullable().exactOptional(),
    why,
  }),
]);

export type Decision = z.infer<typeof Decision>;

/** A decision as the journal keeps it. */
export interface Decided {
  /** Counts up; what the command line calls it. */
  readonly number: number;
  /** ISO 8601. */
  readonly decidedAt: string;
  readonly decision: Decision;
}

/** A decision that has no effect, and why: its ground is gone, or it can't hold beside a later one. */
export interface Idle {
  readonly number: number;
  readonly why: string;
}
