// What the typed API answers with: entities, relations and claims as records, made of the nodes and relationships that a
// store gives. Asks nothing.
import { Float, type MapValue, Node, Relationship, type Value } from '../cypher/values.ts';
import type { Matter } from '../disagreements.ts';
import type { Entity, EntityType, Modality, Relation } from '../model.ts';

/** An entity, and how often it is named in how many documents. */
export interface KnownEntity extends Entity {
  readonly mentions: number;
  readonly documents: number;
}

/** A relation with the number of its claims; `claims(relation)` gives the claims themselves. */
export interface KnownRelation extends Omit<Relation, 'claims'> {
  readonly claims: number;
}

/** A relation and its ends. */
export interface Fact {
  readonly subject: KnownEntity;
  readonly relation: KnownRelation;
  readonly object: KnownEntity;
}

/** What one sentence says, word for word, and who published it. */
export interface Evidence {
  readonly id: string;
  readonly predicate: string;
  readonly quote: string;
  /** Place of the quote in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly asserted: boolean;
  /** Nearest speaker first, as far as they are entities; empty where the report itself says so. */
  readonly speakers: readonly KnownEntity[];
  /** The nearest speaker in the report's words. */
  readonly speakerText: string | null;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
}

/** A claim with its ends; null where the text names no entity. */
export interface Statement extends Evidence {
  readonly subject: KnownEntity | null;
  readonly object: KnownEntity | null;
  /** ISO 8601 day on which it is said to have happened, else that of publication; null where neither is known. */
  readonly day: string | null;
  /** Whether `day` is said in the text. */
  readonly isDayTold: boolean;
}

export function entityOf(value: Value | undefined): KnownEntity {
  const properties = propertiesOf(value);
  const wikidataId = textOrNull(properties.wikidataId);
  return {
    id: text(properties.id),
    type: text(properties.type) as EntityType,
    name: text(properties.name),
    aliases: texts(properties.aliases),
    ...(wikidataId === null ? {} : { wikidataId }),
    mentions: number(properties.mentions),
    documents: number(properties.documents),
  };
}

export function factOf(
  subject: Value | undefined,
  relation: Value | undefined,
  object: Value | undefined,
): Fact {
  const ends = { subject: entityOf(subject), object: entityOf(object) };
  return { ...ends, relation: relationOf(relation, ends.subject.id, ends.object.id) };
}

function relationOf(value: Value | undefined, subject: string, object: string): KnownRelation {
  const properties = propertiesOf(value);
  return {
    id: text(properties.id),
    subject,
    type: value instanceof Relationship ? value.type : '',
    object,
    negated: properties.negated === true,
    modality: text(properties.modality) as Modality,
    asserted: properties.asserted === true,
    eventType: textOrNull(properties.eventType),
    mode: textOrNull(properties.mode),
    claims: number(properties.claims),
    documents: number(properties.documents),
    publishers: number(properties.publishers),
    origins: number(properties.origins),
    speakers: number(properties.speakers),
    events: number(properties.events),
    disputed: properties.disputed === true,
    firstPublished: textOrNull(properties.firstPublished),
    lastPublished: textOrNull(properties.lastPublished),
  };
}

/** A row of claim, document and speakers. */
export function evidenceOf([c, d, speakers]: readonly Value[]): Evidence {
  const claim = propertiesOf(c);
  const document = propertiesOf(d);
  return {
    id: text(claim.id),
    predicate: text(claim.predicate),
    quote: text(claim.quote),
    start: number(claim.start),
    end: number(claim.end),
    negated: claim.negated === true,
    modality: text(claim.modality) as Modality,
    asserted: claim.asserted === true,
    speakers: (Array.isArray(speakers) ? speakers : []).map(entityOf),
    speakerText: textOrNull(claim.speakerText),
    document: text(document.id),
    title: text(document.title),
    publisher: textOrNull(document.publisher),
    publishedAt: textOrNull(document.publishedAt),
    url: textOrNull(document.url),
  };
}

/** A row of claim, document, speakers, subject and object. */
export function statementOf(row: readonly Value[]): Statement {
  const [c, d, , subject, object] = row;
  const told = textOrNull(propertiesOf(c).timeFrom);
  const published = textOrNull(propertiesOf(d).publishedAt);
  return {
    ...evidenceOf(row),
    subject: subject instanceof Node ? entityOf(subject) : null,
    object: object instanceof Node ? entityOf(object) : null,
    day: (told ?? published)?.slice(0, 10) ?? null,
    isDayTold: told !== null,
  };
}

export const propertiesOf = (value: Value | undefined): MapValue =>
  value instanceof Node || value instanceof Relationship ? value.properties : {};

export const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

export const textOrNull = (value: Value | undefined): string | null =>
  typeof value === 'string' ? value : null;

export const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

export const number = (value: Value | undefined): number =>
  Number(value instanceof Float ? value.value : (value ?? 0));

/** What `disagreementsOf` looks at, of a row of claim, document, speakers, subject, object and arguments with entities. */
export function matterOf([c, d, , subject, object, entities]: readonly Value[]): Matter {
  const claim = propertiesOf(c);
  const time = textOrNull(claim.timeText);
  const rejected = textOrNull(claim.rejected);
  return {
    id: text(claim.id),
    document: text(propertiesOf(d).id),
    subject: textOrNull(propertiesOf(subject).id),
    subjectText: text(claim.subjectText),
    predicate: text(claim.predicate),
    object: textOrNull(propertiesOf(object).id),
    objectText: textOrNull(claim.objectText),
    negated: claim.negated === true,
    modality: text(claim.modality) as Modality,
    asserted: claim.asserted === true,
    ...(rejected !== null && { rejected }),
    confidence: number(claim.confidence),
    origin: text(claim.origin),
    quote: text(claim.quote),
    time:
      time === null ? null : { text: time, from: textOrNull(claim.timeFrom), to: textOrNull(claim.timeTo) },
    arguments: [
      ...texts(claim.arguments).map((written) => argumentOf(written)),
      ...(Array.isArray(entities) ? (entities as readonly MapValue[]) : []).map(
        ({ role, entity, text: words }) => ({
          role: text(role),
          entity: textOrNull(entity),
          text: text(words),
        }),
      ),
    ],
  };
}

/** `role=words`, as the stores keep arguments that are no entities. */
function argumentOf(written: string): Matter['arguments'][number] {
  const at = written.indexOf('=');
  return { role: written.slice(0, at), entity: null, text: written.slice(at + 1) };
}
