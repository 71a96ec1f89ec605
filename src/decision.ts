// What a person decided about a graph. Anchored on mentions and claims, which are never rewritten, so that a decision
// outlives every rebuild. The journal keeps them in the order in which they were made; they can be taken back.
import { z } from 'zod';

const mention = z.string().min(1);
const why = z.string().exactOptional();

/** Somebody or something in a list that a person brought; see `src/names.ts`. */
export const ListedName = z.object({
  name: z.string().trim().min(1),
  type: z.enum(['Person', 'Organization', 'Place', 'Topic']),
  aliases: z.array(z.string().trim().min(1)),
  /** The entity's id; made of type and name where there is none. */
  id: z.string().min(1).exactOptional(),
  wikidataId: z
    .string()
    .regex(/^Q\d+$/)
    .exactOptional(),
});

export type ListedName = z.infer<typeof ListedName>;

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
  /** Whatever bears one of these names is that; in place of every earlier list. */
  z.object({ kind: z.literal('names'), names: z.array(ListedName), why }),
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

/** The schema of a decision as the journal keeps it. */
export const Decided = z.object({
  /** Counts up; what the command line calls it. */
  number: z.int(),
  /** ISO 8601. */
  decidedAt: z.string(),
  decision: Decision,
});
export type Decided = z.infer<typeof Decided>;

/** The schema of a decision that has no effect, with the reason: its ground is gone, or it can't hold beside a later one. */
export const Idle = z.object({ number: z.int(), why: z.string() });
export type Idle = z.infer<typeof Idle>;
