// The exchange format: one JSON object a line, checked both ways. `export --format ndjson` is this, sorted by kind and id.
import { z } from 'zod';
import {
  type Claim,
  compare,
  entityTypes,
  type Graph,
  isAsserted,
  modalities,
  type Sentence,
  type Span,
  sentenceId,
} from './model.ts';
import { structuralTypes } from './vocabulary/index.ts';

const id = z.string().min(1);
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const typeName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .refine((name) => !structuralTypes.has(name), 'A text can’t name a type that holds the graph together');
const reference = id.nullable();

const lines = {
  document: z.object({
    kind: z.literal('document'),
    id,
    title: z.string(),
    text: z.string(),
    publisher: z.string().exactOptional(),
    author: z.string().exactOptional(),
    publishedAt: z.string().exactOptional(),
    url: z.string().exactOptional(),
    language: z.string().exactOptional(),
    contentHash: z.string(),
    quotations: z
      .array(z.object({ ...span, speaker: reference, speakerText: z.string().nullable() }))
      .exactOptional(),
    times: z
      .array(z.object({ ...span, from: z.string().nullable(), to: z.string().nullable() }))
      .exactOptional(),
  }),
  sentence: z.object({ kind: z.literal('sentence'), document: id, index: z.int().nonnegative(), ...span }),
  entity: z.object({
    kind: z.literal('entity'),
    id,
    type: z.enum(entityTypes),
    name: z.string(),
    aliases: z.array(z.string()),
    wikidataId: z.string().exactOptional(),
  }),
  mention: z.object({
    kind: z.literal('mention'),
    id,
    document: id,
    ...span,
    text: z.string(),
    form: z.enum(['name', 'nominal', 'pronoun']),
    entity: id,
  }),
  claim: z.object({
    kind: z.literal('claim'),
    id,
    document: id,
    ...span,
    quote: z.string(),
    subject: reference,
    subjectText: z.string(),
    subjectMention: reference.default(null),
    predicate: typeName,
    object: reference,
    objectText: z.string().nullable(),
    objectMention: reference.default(null),
    negated: z.boolean(),
    modality: z.enum(modalities),
    asserted: z.boolean(),
    attributedTo: reference,
    speakerText: z.string().nullable(),
    via: z.array(z.object({ entity: reference, text: z.string() })),
    time: z.object({ text: z.string(), from: z.string().nullable(), to: z.string().nullable() }).nullable(),
    arguments: z.array(z.object({ role: z.string(), entity: reference, text: z.string(), ...span })),
    about: reference,
    eventType: z.string().nullable(),
    mode: z.string().nullable(),
    contexts: z.array(z.string()).default([]),
    origin: id,
    confidence: z.number().min(0).max(1),
    extractor: z.string(),
    rejected: z.string().exactOptional(),
    corrected: z.string().exactOptional(),
  }),
  relation: z.object({
    kind: z.literal('relation'),
    id,
    subject: id,
    type: typeName,
    object: id,
    negated: z.boolean(),
    modality: z.enum(modalities),
    asserted: z.boolean(),
    eventType: z.string().nullable(),
    mode: z.string().nullable(),
    claims: z.array(id),
    documents: z.int(),
    publishers: z.int(),
    origins: z.int(),
    speakers: z.int(),
    events: z.int(),
    disputed: z.boolean(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
  }),
};

/** The schema of one line. */
export const Line = z.discriminatedUnion('kind', [
  lines.document,
  lines.sentence,
  lines.entity,
  lines.mention,
  lines.claim,
  lines.relation,
]);
export type Line = z.infer<typeof Line>;

/** A graph of someone else that can't be taken. The message names the line and what is wrong with it. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
}

/** Every line of a graph, in the order of `export`: kinds by name, each sorted by id. Equal graphs give equal bytes. */
export function* toLines(graph: Graph): Generator<string> {
  for (const record of toRecords(graph)) yield JSON.stringify(record);
}

/** The same as objects, for a caller that wants no text. Errors: `ExchangeError` for a record that is no line. */
export function* toRecords(graph: Graph): Generator<Line> {
  for (const { speakers, ...claim } of graph.claims) {
    const [nearest, ...via] = speakers;
    const who = { attributedTo: nearest?.entity ?? null, speakerText: nearest?.text ?? null, via };
    yield ordered('claim', { ...claim, ...who });
  }
  for (const document of graph.documents) yield ordered('document', document);
  for (const entity of graph.entities) yield ordered('entity', entity);
  for (const mention of graph.mentions) yield ordered('mention', mention);
  for (const relation of graph.relations) yield ordered('relation', relation);
  for (const sentence of graph.sentences) yield ordered('sentence', sentence);
}

/**
 * The graph that lines hold, in any order; empty lines are passed over. *Errors*: `ExchangeError` with the line's number
 * where a line is no JSON, lacks something, repeats an id or names what the file doesn't hold, or where a quote or a
 * mention isn't its document's slice.
 */
export async function fromLines(source: AsyncIterable<string> | Iterable<string>): Promise<Graph> {
  const records: { readonly [K in Line['kind']]: Map<string, Extract<Line, { kind: K }>> } = {
    claim: new Map(),
    document: new Map(),
    entity: new Map(),
    mention: new Map(),
    relation: new Map(),
    sentence: new Map(),
  };
  const numbers: LineNumbers = new Map();
  let number = 0;
  for await (const text of source) {
    number += 1;
    if (text.trim() === '') continue;
    const line = parseLine(text, number);
    const key = line.kind === 'sentence' ? sentenceId(line) : line.id;
    const first = numbers.get(`${line.kind} ${key}`);
    if (first !== undefined)
      throw new ExchangeError(
        `Line ${number} is a second ${line.kind} "${key}" after line ${first}: keep one of them.`,
      );
    numbers.set(`${line.kind} ${key}`, number);
    (records[line.kind] as Map<string, Line>).set(key, line);
  }
  const graph: Graph = {
    documents: sorted(records.document).map(withoutKind),
    sentences: [...records.sentence.values()].map(withoutKind).sort(bySentence),
    entities: sorted(records.entity).map(withoutKind),
    mentions: sorted(records.mention).map(withoutKind),
    claims: sorted(records.claim).map(toClaim),
    relations: sorted(records.relation).map(withoutKind),
  };
  check(graph, numbers);
  return graph;
}

/** Order of sentences: by document, then as they stand in it. */
export const bySentence = (a: Sentence, b: Sentence): number =>
  compare(a.document, b.document) || a.index - b.index;

function parseLine(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ExchangeError(
      `Line ${number} is no JSON: ${JSON.stringify(text.slice(0, 60))}. Each line is one JSON object.`,
    );
  }
  const result = Line.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ExchangeError(`Line ${number}, ${issue?.path.join('.') || 'kind'}: ${issue?.message}.`);
}

/**
 * The record as its line, checked. The schema also puts the keys into its own order, at every depth, so that equal graphs
 * give equal bytes however their objects were made.
 */
function ordered<K extends Line['kind']>(kind: K, record: object): Extract<Line, { kind: K }> {
  const values = Object.entries({ kind, ...record }).filter(([, value]) => value !== undefined);
  const result = lines[kind].safeParse(Object.fromEntries(values));
  if (result.success) return result.data as Extract<Line, { kind: K }>;
  const issue = result.error.issues[0];
  throw new ExchangeError(`A ${kind} can’t be written, ${issue?.path.join('.')}: ${issue?.message}.`);
}

/** The claim that a line stands for. */
export function toClaim({
  kind: _,
  attributedTo,
  speakerText,
  via,
  ...claim
}: Extract<Line, { kind: 'claim' }>): Claim {
  const nearest =
    speakerText === null && attributedTo === null ? [] : [{ entity: attributedTo, text: speakerText ?? '' }];
  return { ...claim, speakers: [...nearest, ...via] };
}

function sorted<T extends { id: string }>(records: ReadonlyMap<string, T>): T[] {
  return [...records.values()].sort((a, b) => compare(a.id, b.id));
}

function withoutKind<T extends { kind: string }>({ kind: _, ...record }: T): Omit<T, 'kind'> {
  return record;
}

/** Of each record, by kind and id. */
type LineNumbers = Map<string, number>;

function check(graph: Graph, numbers: LineNumbers): void {
  const documents = new Map(graph.documents.map((d) => [d.id, d]));
  const entities = new Set(graph.entities.map((e) => e.id));
  const mentions = new Set(graph.mentions.map((m) => m.id));
  const claims = new Set(graph.claims.map((c) => c.id));
  const place = (kind: Line['kind'], id: string) => `Line ${numbers.get(`${kind} ${id}`)}, ${kind} "${id}"`;
  const know = (what: string, id: string | null, known: { has(id: string): boolean }, kind: string) => {
    if (id !== null && !known.has(id))
      throw new ExchangeError(`${what}, names the ${kind} "${id}", but the file holds no such ${kind}.`);
  };
  const within = (what: string, document: string, { start, end }: Span) => {
    const length = documents.get(document)?.text.length ?? 0;
    if (start > end || end > length)
      throw new ExchangeError(
        `${what}, stands at ${start}–${end}, which is no place in ${length} characters.`,
      );
  };
  const slice = (what: string, document: string, span: Span, text: string) => {
    within(what, document, span);
    const found = documents.get(document)?.text.slice(span.start, span.end);
    if (found !== text)
      throw new ExchangeError(
        `${what}, says ${shortened(text)} at ${span.start}–${span.end}, where its document has ${shortened(found)}.`,
      );
  };
  for (const s of graph.sentences) {
    const what = place('sentence', sentenceId(s));
    know(what, s.document, documents, 'document');
    within(what, s.document, s);
  }
  for (const d of graph.documents) {
    const what = place('document', d.id);
    for (const span of [...(d.quotations ?? []), ...(d.times ?? [])]) within(what, d.id, span);
    for (const { speaker } of d.quotations ?? []) know(what, speaker, entities, 'entity');
  }
  for (const m of graph.mentions) {
    const what = place('mention', m.id);
    know(what, m.document, documents, 'document');
    know(what, m.entity, entities, 'entity');
    slice(what, m.document, m, m.text);
  }
  for (const c of graph.claims) {
    const what = place('claim', c.id);
    know(what, c.document, documents, 'document');
    slice(what, c.document, c, c.quote);
    for (const a of c.arguments) slice(`${what}, argument ${a.role}`, c.document, a, a.text);
    const named = [
      c.subject,
      c.object,
      c.about,
      ...c.speakers.map((s) => s.entity),
      ...c.arguments.map((a) => a.entity),
    ];
    for (const id of named) know(what, id, entities, 'entity');
    for (const id of [c.subjectMention, c.objectMention]) know(what, id, mentions, 'mention');
    if (c.asserted !== isAsserted(c))
      throw new ExchangeError(
        `${what}, has asserted: ${c.asserted}, but asserted is what is actual and neither negated nor rejected.`,
      );
  }
  for (const r of graph.relations) {
    const what = place('relation', r.id);
    for (const id of [r.subject, r.object]) know(what, id, entities, 'entity');
    for (const id of r.claims) know(what, id, claims, 'claim');
  }
}

const shortened = (text: string | undefined): string => JSON.stringify(text?.slice(0, 60) ?? '');
