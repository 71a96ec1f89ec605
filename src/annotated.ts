// One article as its extractor read it: what extract gives, the journal keeps and resolve takes. Knows no other article.
import { z } from 'zod';
import { entityTypes, modalities } from '../graph/model.ts';

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };

/** An end of a statement: its words with their place, and the mention there, if it is one. */
const End = z.object({
  ...span,
  text: z.string(),
  mention: z.string().nullable(),
  /** Of words that name nothing: their noun and its kind, in lower case, "prisoner exchange"; topics are made of it. */
  noun: z.string().exactOptional(),
  /** Set by an import: id of the entity as the imported graph has it, null where it has none. */
  entity: z.string().nullable().exactOptional(),
});

const FoundMention = z.object({
  ...span,
  /** `DOCUMENT:START-END`; of words that stand for several things, `DOCUMENT:START-END/2` for the second. */
  id: z.string(),
  text: z.string(),
  form: z.enum(['name', 'nominal', 'pronoun']),
});

/** What the article says of a thing besides its name and offices: it tells homonyms apart. Names and lemmas, lower-cased. */
const Known = z.object({
  /** What it is called: "minister", "archer", "capital". */
  roles: z.array(z.string()),
  /** Countries, towns and organisations that it is said to be of: "south korea", "texas". */
  places: z.array(z.string()),
  gender: z.enum(['male', 'female']).exactOptional(),
  /** In years, as the article says it. */
  age: z.int().exactOptional(),
  /** Set where a list, or the words around one of its names, show what kind of thing it is; else that is a guess. */
  evident: z.literal(true).exactOptional(),
});

/**
 * Mentions of one article that stand for the same thing. `name` is the fullest name by which the article, or common
 * knowledge, calls it: "Vladimir Putin"; "Russia" for "Moscow" where a government acts.
 */
const Chain = z.object({
  type: z.enum(entityTypes),
  name: z.string(),
  mentions: z.array(z.string()),
  known: Known.exactOptional(),
  /** Set by an import: the entity as the imported graph has it. */
  entity: z
    .object({ id: z.string(), aliases: z.array(z.string()), wikidataId: z.string().exactOptional() })
    .exactOptional(),
});

/** Subject – predicate – object as words and mentions of one article, with its evidence. See `Claim` for the fields. */
const Statement = z.object({
  ...span,
  /** Made by `claimId`; the claim keeps it. */
  id: z.string(),
  subject: End,
  predicate: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  object: End.nullable(),
  negated: z.boolean(),
  modality: z.enum(modalities),
  speakers: z.array(End),
  time: z.object({ text: z.string(), from: z.string().nullable(), to: z.string().nullable() }).nullable(),
  arguments: z.array(z.object({ ...End.shape, role: z.string() })),
  about: z.string().nullable(),
  eventType: z.string().nullable(),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  /**
   * Set where no words say whose office it is. The object is the country that the report is about, null where that isn't clear
   * or the office isn't a country's: then it is a claim only if other articles say whose it is.
   */
  unsaid: z.literal(true).exactOptional(),
  /** Set by an import: the document that the report was copied from, and the extractor where the record's is another. */
  origin: z.string().exactOptional(),
  extractor: z.string().exactOptional(),
  /** Set by an import of a claim that an editor had struck out, or changed. */
  rejected: z.string().exactOptional(),
  corrected: z.string().exactOptional(),
});

/** A stretch in quotation marks; `speaker` null where nobody is named. */
const FoundQuotation = z.object({ ...span, speaker: End.nullable() });

/** A time expression with the ISO 8601 days that it means, both included; null where they can't be known. */
const FoundTime = z.object({ ...span, from: z.string().nullable(), to: z.string().nullable() });

/** The schema of a journal record: checked when it is read from a file, trusted inside. */
export const Annotated = z.object({
  document: z.string(),
  contentHash: z.string(),
  /** `name@version` of the extractor. */
  extractor: z.string(),
  /** In reading order, without overlap. */
  sentences: z.array(z.object(span)),
  mentions: z.array(FoundMention),
  chains: z.array(Chain),
  statements: z.array(Statement),
  /** In reading order; absent where the extractor looks for none. For whoever shows the article; claims don't rest on them. */
  quotations: z.array(FoundQuotation).exactOptional(),
  times: z.array(FoundTime).exactOptional(),
});

export type End = z.infer<typeof End>;
export type FoundMention = z.infer<typeof FoundMention>;
export type Chain = z.infer<typeof Chain>;
export type Statement = z.infer<typeof Statement>;
export type FoundQuotation = z.infer<typeof FoundQuotation>;
/** Tokens and trees are not in it: they are a function of the text, made again where something asks for them. */
export type Annotated = z.infer<typeof Annotated>;
