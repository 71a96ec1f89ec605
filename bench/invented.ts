// Reports that nobody wrote, for benchmarks: as many as are wanted, always the same, with a few names in most of them and
// most names in few. Made one after the other, so that any number fits into memory.

import type { Sentence } from '../graph/model.ts';
import { type Claim, claimId, type Document, type Entity, type Mention, mentionId } from '../graph/model.ts';
import { relationTypes } from '../graph/vocabulary/index.ts';

/** A report with all that stands on it. */
export interface Report {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}

/** How much there is of each, out of the number of claims: ten claims to an entity, two to a relation, twenty to a report. */
export const sizes = (claims: number) => ({
  claims,
  entities: Math.ceil(claims / 10),
  relations: Math.ceil(claims / 2),
  documents: Math.ceil(claims / claimsEach),
});

const claimsEach = 20;
const claimsPerSentence = 2;

/** The entities of so many claims, sorted by id. */
export function* inventedEntities(claims: number): Generator<Entity> {
  const { entities } = sizes(claims);
  for (let number = 0; number < entities; number += 1)
    yield {
      id: entityId(number),
      type: typeOf(number),
      name: nameOf(number),
      aliases: [`${nameOf(number)} Jr`],
    };
}

/** The reports of so many claims, sorted by id. Every relation has at least one claim, and every entity a relation. */
export function* inventedReports(claims: number): Generator<Report> {
  const { documents } = sizes(claims);
  for (let number = 0; number < documents; number += 1) yield report(number, claims);
}

const padded = (number: number) => String(number).padStart(8, '0');
const entityId = (number: number) => `person:${padded(number)}`;
const nameOf = (number: number) => `Invented ${number.toString(36)}`;
const typeOf = (number: number) =>
  number % 5 === 0 ? 'Organization' : number % 7 === 0 ? 'Place' : 'Person';

/** 0–1, the same for the same seed. Source: the finaliser of MurmurHash3. */
function chance(seed: number): number {
  let h = seed | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** Who did what to whom, of a relation by its number. */
function relation(number: number, entities: number) {
  const subject = number < entities ? number : Math.floor(entities * chance(number * 3 + 1) ** 3);
  const other = Math.floor(entities * chance(number * 3 + 2) ** 3);
  const object = other === subject ? (subject + 1) % entities : other;
  const type = relationTypes[Math.floor(chance(number * 3 + 3) * relationTypes.length)];
  return { subject, object, predicate: type?.name ?? 'CALLED', negated: number % 50 === 0 };
}

function report(number: number, total: number): Report {
  const { entities, relations } = sizes(total);
  const id = `${padded(number)}.txt`;
  const sentences: Sentence[] = [];
  const claims: Claim[] = [];
  const mentions = new Map<string, Mention>();
  let text = '';
  for (let first = number * claimsEach; first < Math.min(total, (number + 1) * claimsEach); ) {
    const start = text.length;
    const stated: Omit<Parameters<typeof claimOf>[0], 'quote' | 'start' | 'end'>[] = [];
    for (let i = 0; i < claimsPerSentence && first < total; i += 1, first += 1) {
      const which = first < relations ? first : Math.floor(relations * chance(first * 7 + 5) ** 2);
      const { subject, object, ...says } = relation(which, entities);
      const mention = (entity: number): Mention => {
        const span = { start: text.length, end: text.length + nameOf(entity).length };
        text += nameOf(entity);
        const found: Mention = {
          id: mentionId(id, span),
          document: id,
          ...span,
          text: nameOf(entity),
          form: 'name',
          entity: entityId(entity),
        };
        mentions.set(found.id, found);
        return found;
      };
      const by = mention(subject);
      text += ` is said to have met, called or otherwise dealt with `;
      const to = mention(object);
      text += i + 1 < claimsPerSentence ? ', and ' : '.';
      stated.push({ document: id, by, to, ...says, speaks: chance(first) < 0.3 ? by : null });
    }
    const span = { start, end: text.length };
    sentences.push({ document: id, index: sentences.length, ...span });
    for (const one of stated) claims.push(claimOf({ ...one, ...span, quote: text.slice(start) }));
    text += ' ';
  }
  const day = String(1 + (number % 28)).padStart(2, '0');
  const document: Document = {
    id,
    title: `Report ${number}`,
    text,
    publisher: `Paper ${number % 400}`,
    publishedAt: `2025-05-${day}`,
    language: 'en',
    contentHash: padded(number),
  };
  return { document, sentences, mentions: [...mentions.values()], claims };
}

function claimOf({
  document,
  start,
  end,
  quote,
  by,
  to,
  predicate,
  negated,
  speaks,
}: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly by: Mention;
  readonly to: Mention;
  readonly predicate: string;
  readonly negated: boolean;
  readonly speaks: Mention | null;
}): Claim {
  return {
    id: claimId(document, { start, end }, predicate, by, to),
    document,
    start,
    end,
    quote,
    subject: by.entity,
    subjectText: by.text,
    subjectMention: by.id,
    predicate,
    object: to.entity,
    objectText: to.text,
    objectMention: to.id,
    negated,
    modality: 'actual',
    asserted: !negated,
    speakers: speaks === null ? [] : [{ entity: speaks.entity, text: speaks.text }],
    time: null,
    arguments: [],
    about: null,
    eventType: null,
    mode: null,
    contexts: [],
    origin: document,
    confidence: 0.9,
    extractor: 'invented@1',
  };
}
