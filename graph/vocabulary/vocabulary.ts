// What a relation type is. The types themselves are data beside this file; what triggers them stands in src/extract/rules.

/** A relation type, named as a verb from subject to object in the tense that news uses. */
export interface RelationType {
  /** A–Z, 0–9, _; begins with a letter; never one of `structuralTypes`. */
  readonly name: string;
  /** One sentence with `A` and `B`: "A spoke to B by telephone." */
  readonly meaning: string;
  /** Whether A–B says the same as B–A. */
  readonly symmetric: boolean;
  /** PLOVER event type, where it is one. Source: PLOVER codebook, 2023. */
  readonly eventType?: string;
  /** PLOVER mode of the event type. */
  readonly mode?: string;
}

/** Relationship types that hold the graph together: no text may name one. */
export const structuralTypes: ReadonlySet<string> = new Set([
  'HAS_SENTENCE',
  'COPY_OF',
  'MENTIONED_IN',
  'SUBJECT',
  'OBJECT',
  'STATED_IN',
  'ATTRIBUTED_TO',
  'ARGUMENT',
  'ABOUT',
  'DISAGREES_WITH',
]);
