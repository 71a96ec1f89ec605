// What stands in the graph: the records that every room hands on, their ids, and how claims become relations.
// No input or output here, and nothing that knows a store.

/** Half-open stretch of a document's text. *Units*: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One article as read. `text` is normalised once, by its reader; every offset in the graph points into it. */
export interface Document {
  /** Path relative to the folder given (`/` as separator); `PATH#N` for record N of a container. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO 8601 date or date with time. */
  readonly publishedAt?: string;
  readonly url?: string;
  /** BCP 47, for instance `en`. */
  readonly language?: string;
  /** SHA-256 of title, text and the other fields, in hexadecimal: tells whether the article changed. */
  readonly contentHash: string;
  /** What stands in quotation marks, in reading order; absent where nobody looked. No store keeps it: claims have speakers. */
  readonly quotations?: readonly Quotation[];
  /** The time expressions, in reading order; absent where nobody looked. No store keeps them: claims have times. */
  readonly times?: readonly TimeExpression[];
}

/** A stretch in quotation marks, marks included, with whose words it is: an entity where they are known, and the words. */
export interface Quotation extends Span {
  readonly speaker: string | null;
  /** Null where nobody is named. */
  readonly speakerText: string | null;
}

/** Words that say when, with the ISO 8601 days that they mean, both included; null where those can't be known. */
export interface TimeExpression extends Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** A sentence of a document; its text is the document's slice. `index` counts from 0 in reading order. */
export interface Sentence extends Span {
  readonly document: string;
  readonly index: number;
}

export type Form = 'name' | 'nominal' | 'pronoun';

/**
 * A place in a document that stands for an entity. `id` is `DOCUMENT:START-END`; never rewritten. Words that stand for
 * several ("the two leaders") are a mention of each: `DOCUMENT:START-END/2` of the second.
 */
export interface Mention extends Span {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  readonly form: Form;
  /** Id of the entity that it was judged to stand for. */
  readonly entity: string;
}

export const entityTypes = ['Person', 'Organization', 'Place', 'Event', 'Topic'] as const;
export type EntityType = (typeof entityTypes)[number];

/** What mentions of any number of documents were judged to stand for. `aliases` excludes `name` and is sorted. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly wikidataId?: string;
}

export const modalities = ['actual', 'planned', 'possible', 'demanded'] as const;
export type Modality = (typeof modalities)[number];

/** Who says so: an entity where the words stand for one, and always the words themselves. */
export interface Speaker {
  readonly entity: string | null;
  readonly text: string;
}

/** A further argument of a claim (place, time, amount, topic, recipient, initiator), as it stands in the document. */
export interface Argument extends Span {
  readonly role: string;
  readonly entity: string | null;
  readonly text: string;
}

/** When a claim's matter is said to happen: the words, and the ISO 8601 days they mean where that can be known. */
export interface Time {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One sentence's statement about two entities, with its evidence. `start` and `end` bound `quote` in the document. */
export interface Claim extends Span {
  /** `DOCUMENT:START-END:PREDICATE:SUBJECT:OBJECT`, the last two as spans: from places, never from entity ids. */
  readonly id: string;
  readonly document: string;
  readonly quote: string;
  readonly subject: string | null;
  readonly subjectText: string;
  readonly subjectMention: string | null;
  readonly predicate: string;
  readonly object: string | null;
  /** Null where the sentence names no object ("Zelensky resigned"). */
  readonly objectText: string | null;
  readonly objectMention: string | null;
  readonly negated: boolean;
  readonly modality: Modality;
  /** Not negated and actual: what a careful reader would repeat. */
  readonly asserted: boolean;
  /** Nearest speaker first; empty where the report itself says so. */
  readonly speakers: readonly Speaker[];
  readonly time: Time | null;
  readonly arguments: readonly Argument[];
  /** Id of the Event entity that the claim is about. */
  readonly about: string | null;
  /** PLOVER event type, mode and contexts, where the predicate has them. */
  readonly eventType: string | null;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  /** Id of the document that this report was copied from; its own document where it is no copy. */
  readonly origin: string;
  /** 0–1. */
  readonly confidence: number;
  /** `name@version`. */
  readonly extractor: string;
  /** Why an editor struck it out: it makes no relation, and is not `asserted`. Absent where nobody did. */
  readonly rejected?: string;
  /** Why an editor changed its predicate, polarity or speaker; empty where no reason was given. */
  readonly corrected?: string;
}

/** The edge that people look at: all claims of one subject, predicate, object, polarity and modality. Derived. */
export interface Relation {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly asserted: boolean;
  readonly eventType: string | null;
  readonly mode: string | null;
  /** Ids of the claims, sorted. */
  readonly claims: readonly string[];
  /** Support, as counts of different documents, publishers, independent origins, speakers and events. */
  readonly documents: number;
  readonly publishers: number;
  readonly origins: number;
  readonly speakers: number;
  readonly events: number;
  /** Some report asserts it and some report denies it. */
  readonly disputed: boolean;
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
}

/** A whole graph. Every list is sorted by id (sentences by document and index) and free of duplicates. */
export interface Graph {
  readonly documents: readonly Document[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
}

/** The graph of no article. */
export const emptyGraph: Graph = {
  documents: [],
  sentences: [],
  entities: [],
  mentions: [],
  claims: [],
  relations: [],
};

/** Id of the mention at a place. */
export const mentionId = (document: string, span: Span): string => `${document}:${span.start}-${span.end}`;

/** Id of a sentence: the node that claims are STATED_IN. */
export const sentenceId = (sentence: Sentence): string => `${sentence.document}#s${sentence.index}`;

/** Id of the claim that a predicate and its arguments' places make. `object` null where there is none. */
export function claimId(
  document: string,
  quote: Span,
  predicate: string,
  subject: Span,
  object: Span | null,
): string {
  const place = (span: Span | null) => (span === null ? '' : `${span.start}-${span.end}`);
  return `${document}:${place(quote)}:${predicate}:${place(subject)}:${place(object)}`;
}

/** A claim's document, out of the claim's id as `claimId` makes it; null for an id of another form. */
export const documentOfClaim = (id: string): string | null =>
  /^(.+):\d+-\d+:[A-Z][A-Z0-9_]*:\d+-\d+:(?:\d+-\d+)?$/s.exec(id)?.[1] ?? null;

/** Whether a careful reader would repeat it. */
export const isAsserted = (claim: { negated: boolean; modality: Modality; rejected?: string }): boolean =>
  !claim.negated && claim.modality === 'actual' && claim.rejected === undefined;

/** Id of the relation of a subject, type and object with a polarity and a modality. */
export function relationId(
  key: Pick<Relation, 'subject' | 'type' | 'object' | 'negated' | 'modality'>,
): string {
  const marks = [key.negated ? 'not' : '', key.modality === 'actual' ? '' : key.modality].filter(Boolean);
  return [key.subject, [key.type, ...marks].join('/'), key.object].join(' ');
}

/**
 * The relations that claims amount to, sorted by id. Claims with an end that is no entity, and rejected ones, make none.
 * A symmetric predicate is stored once, in the direction that most of its claims have (ties by entity id).
 * The one function that counts support: both stores call it. Cost: linear in the claims, plus sorting.
 */
export function relationsOf(
  claims: Iterable<Counted>,
  documents: ReadonlyMap<string, Pick<Document, 'publisher' | 'publishedAt'>>,
  symmetric: ReadonlySet<string>,
): Relation[] {
  const groups = Map.groupBy(bound(claims), (claim) => groupKey(claim, symmetric));
  const relations = [...groups.values()].map((group) => relationOf(group, documents));
  return markDisputed(relations, symmetric).sort((a, b) => compare(a.id, b.id));
}

/** Order of ids: by UTF-16 code units, the same on every machine (no locale). */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What of a claim makes a relation. */
export type Counted = Pick<
  Claim,
  | 'id'
  | 'document'
  | 'subject'
  | 'predicate'
  | 'object'
  | 'negated'
  | 'modality'
  | 'speakers'
  | 'about'
  | 'eventType'
  | 'mode'
  | 'origin'
  | 'rejected'
>;

type Bound = Counted & { readonly subject: string; readonly object: string };

function* bound(claims: Iterable<Counted>): Generator<Bound> {
  for (const claim of claims)
    if (claim.subject !== null && claim.object !== null && claim.rejected === undefined) yield claim as Bound;
}

function groupKey(claim: Bound, symmetric: ReadonlySet<string>): string {
  return JSON.stringify([
    ...pairKey(claim.subject, claim.predicate, claim.object, symmetric),
    claim.negated,
    claim.modality,
  ]);
}

/** What relations have in common that say the same, or deny it: subject, type and object, as one symmetric type has them. */
export function pairKey(
  subject: string,
  type: string,
  object: string,
  symmetric: ReadonlySet<string>,
): string[] {
  return symmetric.has(type) && object < subject ? [object, type, subject] : [subject, type, object];
}

function relationOf(
  group: readonly Bound[],
  documents: ReadonlyMap<string, Pick<Document, 'publisher' | 'publishedAt'>>,
): Relation {
  const sorted = [...group].sort((a, b) => compare(a.id, b.id));
  const first = sorted[0] as Bound;
  const [subject, object] = direction(sorted);
  const count = (values: Iterable<string | null | undefined>) =>
    new Set([...values].filter((v) => v != null)).size;
  const published = sorted
    .map((c) => documents.get(c.document)?.publishedAt)
    .filter((d) => d !== undefined)
    .sort(compare);
  const core = { subject, type: first.predicate, object, negated: first.negated, modality: first.modality };
  return {
    id: relationId(core),
    ...core,
    asserted: isAsserted(first),
    eventType: first.eventType,
    mode: first.mode,
    claims: [...new Set(sorted.map((c) => c.id))],
    documents: count(sorted.map((c) => c.document)),
    publishers: count(sorted.map((c) => documents.get(c.document)?.publisher)),
    origins: count(sorted.map((c) => c.origin)),
    speakers: count(sorted.map((c) => c.speakers[0] && (c.speakers[0].entity ?? c.speakers[0].text))),
    events: count(sorted.map((c) => c.about)),
    disputed: false,
    firstPublished: published[0] ?? null,
    lastPublished: published.at(-1) ?? null,
  };
}

function direction(group: readonly Bound[]): [string, string] {
  const [low, high] = [group[0]?.subject as string, group[0]?.object as string].sort(compare) as [
    string,
    string,
  ];
  const forward = group.filter((claim) => claim.subject === low).length;
  return forward * 2 >= group.length ? [low, high] : [high, low];
}

function markDisputed(relations: readonly Relation[], symmetric: ReadonlySet<string>): Relation[] {
  const key = (r: Relation) => JSON.stringify(pairKey(r.subject, r.type, r.object, symmetric));
  const actual = relations.filter((r) => r.modality === 'actual');
  const denied = new Set(actual.filter((r) => r.negated).map(key));
  const asserted = new Set(actual.filter((r) => !r.negated).map(key));
  const isDisputed = (r: Relation) => r.modality === 'actual' && denied.has(key(r)) && asserted.has(key(r));
  return relations.map((r) => ({ ...r, disputed: isDisputed(r) }));
}
