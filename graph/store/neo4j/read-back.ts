// What the database holds around a change, as records again: claims, mentions, sentences and documents, as far as
// relations and the edges around claims are made from them. Words that only the file keeps stay empty.
import type { MapValue } from '../../cypher/values.ts';
import type { Claim, Document, Mention, Sentence } from '../../model.ts';
import { documentOfClaim, mentionId } from '../../model.ts';
import { type Ask, askForEach } from './ask.ts';
import { digestProperty } from './schema.ts';

/** Documents of these ids, those that are there. `text` is read as well: sentences are cut out of it. */
export async function readDocuments(ask: Ask, ids: readonly string[]): Promise<Document[]> {
  const cypher = 'UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id}) RETURN properties(d) AS document';
  const rows = await askForEach<{ document: Document }>(ask, cypher, ids);
  return rows.map(({ document }) => withoutDigest(document));
}

const withoutDigest = ({
  [digestProperty]: _,
  ...document
}: Document & { [digestProperty]?: unknown }): Document => document;

/** What relations need to know of these documents. */
export async function readPublished(
  ask: Ask,
  ids: readonly string[],
): Promise<Map<string, Pick<Document, 'publisher' | 'publishedAt'>>> {
  const cypher = `
    UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id})
    RETURN d.id AS id, d.publisher AS publisher, d.publishedAt AS publishedAt`;
  type Row = { id: string; publisher: string | null; publishedAt: string | null };
  const rows = await askForEach<Row>(ask, cypher, ids);
  return new Map(
    rows.map(({ id, publisher, publishedAt }) => [
      id,
      { ...(publisher !== null && { publisher }), ...(publishedAt !== null && { publishedAt }) },
    ]),
  );
}

export function readSentences(ask: Ask, documents: readonly string[]): Promise<Sentence[]> {
  const cypher = `
    UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id})-[:HAS_SENTENCE]->(s:WiregraphSentence)
    RETURN d.id AS document, s.index AS index, s.start AS start, s.end AS end`;
  return askForEach(ask, cypher, documents);
}

/** The mentions of documents, one for each span of a MENTIONED_IN. */
export async function readMentions(ask: Ask, documents: readonly string[]): Promise<Mention[]> {
  const cypher = `
    UNWIND $rows AS id MATCH (e:WiregraphEntity)-[m:MENTIONED_IN]->(d:WiregraphDocument {id: id})
    RETURN e.id AS entity, d.id AS document, m.spans AS spans`;
  type Row = { entity: string; document: string; spans: number[] };
  const rows = await askForEach<Row>(ask, cypher, documents);
  return rows.flatMap(({ entity, document, spans }) =>
    pairs(spans).map(([start, end]) => {
      const span = { start, end };
      return { id: mentionId(document, span), document, ...span, text: '', form: 'name' as const, entity };
    }),
  );
}

/** The claims of documents. A claim's id begins with its document's: an index finds them. */
export async function readClaimsOf(ask: Ask, documents: readonly string[]): Promise<Claim[]> {
  const cypher = `
    UNWIND $rows AS document MATCH (c:WiregraphClaim) WHERE c.id STARTS WITH document + ':' ${returnClaim}`;
  const wanted = new Set(documents);
  return unique((await askForEach<ClaimRow>(ask, cypher, documents)).map(toClaim)).filter((claim) =>
    wanted.has(claim.document),
  );
}

/**
 * Every claim with the subject, predicate and object of one of the rows, as far as `relationsOf` looks at it.
 * *Cost*: one pass over the claims of each subject, however many rows it has.
 */
export async function readClaimsBetween(ask: Ask, ends: readonly Ends[]): Promise<Claim[]> {
  const cypher = `
    UNWIND $rows AS row
    MATCH (a:WiregraphEntity {id: row.subject})<-[:SUBJECT]-(c:WiregraphClaim)-[:OBJECT]->(b:WiregraphEntity)
    WHERE c.predicate + ' ' + b.id IN row.wanted
    RETURN ${forRelations}`;
  return unique((await askForEach<ClaimRow>(ask, cypher, bySubject(ends))).map(toClaim));
}

const forRelations = `
      c {.id, .predicate, .negated, .modality, .eventType, .mode, .origin, .speakerText, .rejected} AS properties,
      [a.id] AS subject, [b.id] AS object, [(c)-[:ABOUT]->(e:WiregraphEntity) | e.id] AS about,
      [(c)-[:ATTRIBUTED_TO {step: 0}]->(e:WiregraphEntity) | {step: 0, entity: e.id}] AS speakers, [] AS arguments`;

/** The same of every claim whose subject is one of these, and of those with a symmetric predicate whose object is. */
export async function readClaimsAt(
  ask: Ask,
  entities: readonly string[],
  symmetric: readonly string[],
): Promise<Claim[]> {
  const subject = `
    UNWIND $rows AS id
    MATCH (a:WiregraphEntity {id: id})<-[:SUBJECT]-(c:WiregraphClaim)-[:OBJECT]->(b:WiregraphEntity)
    RETURN ${forRelations}`;
  const object = `
    UNWIND $rows AS row
    MATCH (b:WiregraphEntity {id: row.id})<-[:OBJECT]-(c:WiregraphClaim)-[:SUBJECT]->(a:WiregraphEntity)
    WHERE c.predicate IN row.symmetric
    RETURN ${forRelations}`;
  const rows = entities.map((id) => ({ id, symmetric }));
  const found = [
    ...(await askForEach<ClaimRow>(ask, subject, entities)),
    ...(await askForEach<ClaimRow>(ask, object, rows)),
  ];
  return unique(found.map(toClaim));
}

/**
 * The relations that stand between such ends, each with the handle by which the server finds it. A relationship between
 * two of our entities is ours where its id is made as `relationId` makes it.
 */
export function readRelations(ask: Ask, ends: readonly Ends[]): Promise<Standing[]> {
  const cypher = `
    UNWIND $rows AS row
    MATCH (a:WiregraphEntity {id: row.subject})-[r]->(b:WiregraphEntity)
    WHERE type(r) + ' ' + b.id IN row.wanted AND ${isOurs}
    RETURN ${standing}`;
  return askForEach(ask, cypher, bySubject(ends));
}

/** The relations at some entities, in either direction. */
export async function readRelationsAt(ask: Ask, entities: readonly string[]): Promise<Standing[]> {
  const out = `
    UNWIND $rows AS id MATCH (a:WiregraphEntity {id: id})-[r]->(b:WiregraphEntity) WHERE ${isOurs} RETURN ${standing}`;
  const into = `
    UNWIND $rows AS id MATCH (b:WiregraphEntity {id: id})<-[r]-(a:WiregraphEntity) WHERE ${isOurs} RETURN ${standing}`;
  return [
    ...(await askForEach<Standing>(ask, out, entities)),
    ...(await askForEach<Standing>(ask, into, entities)),
  ];
}

const isOurs = "r.id STARTS WITH a.id + ' ' + type(r)";
const standing =
  'r.id AS id, elementId(r) AS handle, a.id AS subject, type(r) AS type, b.id AS object, properties(r) AS properties';

/** A relation as it stands in the database. */
export interface Standing {
  readonly id: string;
  readonly handle: string;
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly properties: MapValue;
}

const bySubject = (ends: readonly Ends[]) =>
  [...Map.groupBy(ends, (end) => end.subject)].map(([subject, alike]) => ({
    subject,
    wanted: alike.map(({ predicate, object }) => `${predicate} ${object}`),
  }));

/** Subject, predicate and object of claims that make relations together. */
export interface Ends extends MapValue {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

const returnClaim = `
  RETURN properties(c) AS properties,
    [(c)-[:SUBJECT]->(e:WiregraphEntity) | e.id] AS subject,
    [(c)-[:OBJECT]->(e:WiregraphEntity) | e.id] AS object,
    [(c)-[:ABOUT]->(e:WiregraphEntity) | e.id] AS about,
    [(c)-[by:ATTRIBUTED_TO]->(e:WiregraphEntity) | {step: by.step, entity: e.id}] AS speakers,
    [(c)-[as:ARGUMENT]->(e:WiregraphEntity) | {entity: e.id, role: as.role, text: as.text, start: as.start, end: as.end}] AS arguments`;

interface ClaimRow {
  readonly properties: Pick<Claim, 'id' | 'start' | 'end' | 'predicate' | 'origin' | 'negated' | 'modality'> &
    Partial<Omit<Claim, 'arguments'>> & { readonly speakerText?: string | null };
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly about: readonly string[];
  readonly speakers: readonly { step: number; entity: string }[];
  readonly arguments: readonly Claim['arguments'][number][];
}

function toClaim({ properties, subject, object, about, speakers, arguments: named }: ClaimRow): Claim {
  const { id, start, end, predicate, origin, negated, modality, speakerText } = properties;
  return {
    id,
    document: documentOfClaim(id) ?? '',
    start,
    end,
    quote: properties.quote ?? '',
    subject: subject[0] ?? null,
    subjectText: properties.subjectText ?? '',
    subjectMention: null,
    predicate,
    object: object[0] ?? null,
    objectText: properties.objectText ?? null,
    objectMention: null,
    negated,
    modality,
    asserted: properties.asserted ?? false,
    speakers: chain(speakers, speakerText ?? null),
    time: null,
    arguments: named,
    about: about[0] ?? null,
    eventType: properties.eventType ?? null,
    mode: properties.mode ?? null,
    contexts: properties.contexts ?? [],
    origin,
    confidence: 1,
    extractor: properties.extractor ?? '',
    ...(properties.rejected == null ? {} : { rejected: properties.rejected }),
    ...(properties.corrected == null ? {} : { corrected: properties.corrected }),
  };
}

/** Speakers in their order; one that is no entity, and not the nearest, leaves a gap without words. */
function chain(steps: ClaimRow['speakers'], nearest: string | null): Claim['speakers'] {
  const length = Math.max(nearest === null ? 0 : 1, ...steps.map(({ step }) => step + 1));
  const entityAt = new Map(steps.map(({ step, entity }) => [step, entity]));
  return Array.from({ length }, (_, step) => ({
    entity: entityAt.get(step) ?? null,
    text: step === 0 ? (nearest ?? '') : '',
  }));
}

const unique = (claims: readonly Claim[]): Claim[] => [...new Map(claims.map((c) => [c.id, c])).values()];

const pairs = (spans: readonly number[]): (readonly [number, number])[] =>
  spans.flatMap((start, i) => (i % 2 === 0 ? [[start, spans[i + 1] as number] as const] : []));
