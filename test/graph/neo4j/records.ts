// Tiny builders of records for tests of the Neo4j store, and a graph kept in plain maps to compare it with.
import {
  type Claim,
  claimId,
  compare,
  type Document,
  type Entity,
  type Graph,
  isAsserted,
  type Mention,
  mentionId,
  relationsOf,
  type Sentence,
  type Span,
  sentenceId,
} from '../../../graph/model.ts';
import { entitiesOf, nodesOf, relationshipsOf } from '../../../graph/store/shape.ts';
import type { Batch } from '../../../graph/store/store.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';

/** A report of three sentences of 20 characters. */
export function report(id: string, fields: Partial<Document> = {}): Document {
  return { id, title: id, text: 'One said it was so. '.repeat(3), contentHash: `hash of ${id}`, ...fields };
}

export const sentences = ({ id, text }: Document): Sentence[] =>
  [0, 1, 2]
    .map((index) => ({ document: id, index, start: index * 20, end: index * 20 + 19 }))
    .filter((sentence) => sentence.end <= text.length);

export function person(id: string, fields: Partial<Entity> = {}): Entity {
  return { id, type: 'Person', name: id, aliases: [], ...fields };
}

export function mention(document: string, entity: string, start: number): Mention {
  const span = { start, end: start + 3 };
  return { id: mentionId(document, span), document, ...span, text: '', form: 'name', entity };
}

/** Entities are named by their words: `claim('a', 'putin CALLED trump', {…})`; the id follows from `at`. */
export function claim(document: string, says: string, fields: Partial<Claim> = {}, at = 0): Claim {
  const [subject = '', predicate = '', object = null] = says.split(' ');
  const quote: Span = { start: at, end: at + 15 };
  const place = { start: at, end: at + 3 };
  const base: Claim = {
    id: claimId(document, quote, predicate, place, object === null ? null : { start: at + 9, end: at + 15 }),
    document,
    ...quote,
    quote: 'One said it was',
    subject,
    subjectText: 'One',
    subjectMention: null,
    predicate,
    object,
    objectText: object,
    objectMention: null,
    negated: false,
    modality: 'actual',
    asserted: true,
    speakers: [],
    time: null,
    arguments: [],
    about: null,
    eventType: null,
    mode: null,
    contexts: [],
    origin: document,
    confidence: 1,
    extractor: 'test@1',
    ...fields,
  };
  return { ...base, asserted: isAsserted(base) };
}

/** A report with its sentences, its claims, and every entity that they name, each mentioned once. */
export function batch(document: Document, ...claims: Claim[]): Batch {
  const names = [...new Set(claims.flatMap(entitiesOf))];
  return {
    documents: [document],
    sentences: sentences(document),
    entities: names.map((name) => person(name)),
    mentions: names.map((name, i) => mention(document.id, name, i * 4)),
    claims,
  };
}

/** Everything that a store of this graph holds, as sorted lines: two graphs are the same where these are. */
export function picture(graph: Graph): string[] {
  const nodes = [...nodesOf(graph)].map(({ labels, properties }) => line({ labels, properties }));
  const relationships = [...relationshipsOf(graph)].map(({ type, from, to, properties }) =>
    line({ type, from: `${from.kind} ${from.id}`, to: `${to.kind} ${to.id}`, properties }),
  );
  return [...nodes, ...relationships].sort(compare);
}

/** JSON with sorted keys. */
export const line = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && !('toJSON' in part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  );

/** What a store does, done the slow way: all records in maps, everything derived again after each change. */
export class Reference {
  readonly #documents = new Map<string, Document>();
  readonly #sentences = new Map<string, Sentence>();
  readonly #entities = new Map<string, Entity>();
  readonly #mentions = new Map<string, Mention>();
  readonly #claims = new Map<string, Claim>();

  write({ put = {}, remove = [] }: { put?: Batch; remove?: readonly string[] }): void {
    const before = this.#supported();
    const gone = new Set(remove);
    for (const id of gone) this.#documents.delete(id);
    for (const parts of [this.#sentences, this.#mentions, this.#claims])
      for (const [id, part] of parts) if (gone.has(part.document)) parts.delete(id);
    for (const document of put.documents ?? []) this.#documents.set(document.id, document);
    for (const sentence of put.sentences ?? []) this.#sentences.set(sentenceId(sentence), sentence);
    for (const entity of put.entities ?? []) this.#entities.set(entity.id, entity);
    for (const mention of put.mentions ?? []) this.#mentions.set(mention.id, mention);
    for (const claim of put.claims ?? []) this.#claims.set(claim.id, claim);
    for (const id of before.difference(this.#supported())) this.#entities.delete(id);
  }

  /** Whether every document and entity that a change names is there, or comes with it. */
  has(put: Batch, remove: readonly string[]): boolean {
    const parts = [...(put.sentences ?? []), ...(put.mentions ?? []), ...(put.claims ?? [])];
    const given = new Set((put.documents ?? []).map((document) => document.id));
    return parts.every(
      ({ document }) => given.has(document) || (this.#documents.has(document) && !remove.includes(document)),
    );
  }

  graph(): Graph {
    const sorted = <Part>(parts: ReadonlyMap<string, Part>) =>
      [...parts].sort(([a], [b]) => compare(a, b)).map(([, part]) => part);
    const claims = sorted(this.#claims);
    return {
      documents: sorted(this.#documents),
      sentences: sorted(this.#sentences),
      entities: sorted(this.#entities),
      mentions: sorted(this.#mentions),
      claims,
      relations: relationsOf(claims, this.#documents, symmetricTypes),
    };
  }

  #supported(): Set<string> {
    const mentioned = [...this.#mentions.values()].map((mention) => mention.entity);
    return new Set([...mentioned, ...[...this.#claims.values()].flatMap(entitiesOf)]);
  }
}
