// One change, inside one transaction: what goes, what comes, and what follows from both (counts, copies, relations,
// entities without support). Works on the neighbourhood of the change alone, never on the whole graph.
import {
  type Claim,
  compare,
  type Document,
  documentOfClaim,
  emptyGraph,
  type Graph,
  type Mention,
  mentionId,
  sentenceId,
} from '../../model.ts';
import { entitiesOf, nodesOf, type RelationshipShape, relationshipsOf } from '../shape.ts';
import { type Batch, type Ids, StoreError } from '../store.ts';
import { type Ask, askForEach } from './ask.ts';
import { checkNames } from './check.ts';
import { EntitiesGone } from './create.ts';
import { eachEdge, edgeRow, writeEdges } from './edges.ts';
import { countMentions, lockEntities, putEntities, removeUnsupported } from './entities.ts';
import { readClaimsOf, readDocuments, readMentions, readPublished, readSentences } from './read-back.ts';
import { putRelations } from './relations.ts';
import { digestProperty, markers } from './schema.ts';

/**
 * Removes, then puts, and works out what follows. Errors: `StoreError` for a record that names what is neither in the
 * batch nor in the database, or whose predicate can't be a relationship type.
 */
export async function writeChange(ask: Ask, put: Batch, remove: Ids): Promise<void> {
  await lockGraph(ask);
  const { entities, released, claims } = await changeArticles(ask, put, remove);
  await lockEntities(ask, entities);
  await countMentions(ask, entities);
  await putRelations(ask, claims);
  await removeUnsupported(ask, released);
}

/** Those who write in one step wait for each other here, and what was loaded is no longer as it was loaded. */
const lockGraph = (ask: Ask) =>
  ask('MATCH (v:WiregraphVersion) SET v.writes = coalesce(v.writes, 0) + 1, v.state = null');

/** What a change of articles has touched: what follows from them has to be worked out again. */
export interface Touched {
  /** Ids of the entities that stood on them, or do now. */
  readonly entities: ReadonlySet<string>;
  /** Those that stood on them. */
  readonly released: ReadonlySet<string>;
  /** Their claims, before and after. */
  readonly claims: readonly Claim[];
}

/**
 * The articles alone, with their edges: counts, relations and entities without support are as before. A document that is
 * removed and put is replaced: nodes that it has before and after stay the same nodes.
 */
export async function changeArticles(ask: Ask, put: Batch, remove: Ids): Promise<Touched> {
  checkNames(put);
  const gone = new Set(remove.documents ?? []);
  const given = new Set((put.documents ?? []).map((document) => document.id));
  const replaced = gone.intersection(given);
  const touched = documentsOf(put);
  const around = [...gone.union(touched)];
  await lockDocuments(ask, around);
  const before = { claims: await readClaimsOf(ask, around), mentions: await readMentions(ask, around) };
  const copies = (await copiesOf(ask, around)).difference(gone).difference(touched);

  const lost = gone.difference(replaced);
  await removeDocuments(ask, lost, before.claims);
  await removeParts(ask, replaced, before.claims, put);
  const isPut = new Set((put.claims ?? []).map((claim) => claim.id));
  const claims = before.claims.filter(
    ({ id, document }) => !gone.has(document) || (replaced.has(document) && isPut.has(id)),
  );
  const of = (documents: ReadonlySet<string>) =>
    before.mentions.filter((mention) => !documents.has(mention.document));
  const after = await merge(ask, put, touched, claims, of(gone));
  await putNodes(ask, after.graph);
  await putEntities(ask, after.graph.entities);
  await checkEntities(ask, put);
  await putEdges(ask, after, of(lost));
  await putCopies(ask, touched.union(copies), [
    ...after.graph.claims,
    ...after.kept,
    ...(await readClaimsOf(ask, [...copies])),
  ]);

  const all = [...before.claims, ...after.graph.claims];
  const released = namedBy(before);
  const named = namedBy(after.graph);
  return {
    entities: new Set([...released, ...named, ...after.graph.entities.map(({ id }) => id)]),
    released: new Set(released),
    claims: all,
  };
}

/** Ids of the entities that mentions and claims name, as often as they do. */
export const namedBy = ({ mentions, claims }: Pick<Graph, 'mentions' | 'claims'>): string[] => [
  ...mentions.map((mention) => mention.entity),
  ...claims.flatMap(entitiesOf),
];

const documentsOf = ({ documents = [], sentences = [], mentions = [], claims = [] }: Batch): Set<string> =>
  new Set([
    ...documents.map((document) => document.id),
    ...[...sentences, ...mentions, ...claims].map((part) => part.document),
  ]);

/** Holds documents until the end of the transaction, those that are there. What was loaded is no longer as it was loaded. */
async function lockDocuments(ask: Ask, ids: readonly string[]): Promise<void> {
  const cypher = `UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id}) SET d.${digestProperty} = null`;
  await askForEach(ask, cypher, [...ids].sort(compare));
}

/** Documents with a claim whose report was copied from one of these. */
async function copiesOf(ask: Ask, origins: readonly string[]): Promise<Set<string>> {
  const cypher = 'UNWIND $rows AS id MATCH (c:WiregraphClaim {origin: id}) RETURN c.id AS id';
  const claims = await askForEach<{ id: string }>(ask, cypher, origins);
  return new Set(claims.map(({ id }) => documentOfClaim(id)).filter((id) => id !== null));
}

const claimEdges = 'SUBJECT|OBJECT|STATED_IN|ATTRIBUTED_TO|ARGUMENT|ABOUT';

/** Only our own relationships go: where another hangs on a node, the server refuses to delete the node. */
async function removeDocuments(ask: Ask, gone: ReadonlySet<string>, claims: readonly Claim[]): Promise<void> {
  const going = claims.filter((claim) => gone.has(claim.document)).map((claim) => claim.id);
  await askForEach(ask, `${eachClaim} OPTIONAL MATCH (c)-[r:${claimEdges}]->() DELETE r, c`, going);
  for (const part of [
    'MATCH (d)-[r:HAS_SENTENCE]->(s:WiregraphSentence) DELETE r, s',
    'MATCH (:WiregraphEntity)-[r:MENTIONED_IN]->(d) DELETE r',
    'MATCH (d)-[r:COPY_OF]-(:WiregraphDocument) DELETE r',
    'DELETE d',
  ])
    await askForEach(ask, `UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id}) ${part}`, [...gone]);
}

/** What a replaced document doesn't have any more: its other claims and sentences. */
async function removeParts(
  ask: Ask,
  replaced: ReadonlySet<string>,
  claims: readonly Claim[],
  put: Batch,
): Promise<void> {
  const isPut = new Set((put.claims ?? []).map((claim) => claim.id));
  const going = claims.filter(({ id, document }) => replaced.has(document) && !isPut.has(id));
  await askForEach(
    ask,
    `${eachClaim} OPTIONAL MATCH (c)-[r:${claimEdges}]->() DELETE r, c`,
    going.map((claim) => claim.id),
  );
  const own = Map.groupBy(put.sentences ?? [], (sentence) => sentence.document);
  const cypher = `
    UNWIND $rows AS row
    MATCH (d:WiregraphDocument {id: row.id})-[r:HAS_SENTENCE]->(s:WiregraphSentence) WHERE NOT s.id IN row.kept
    OPTIONAL MATCH (s)<-[in:STATED_IN]-(:WiregraphClaim)
    DELETE in, r, s`;
  await askForEach(
    ask,
    cypher,
    [...replaced].map((id) => ({ id, kept: (own.get(id) ?? []).map(sentenceId) })),
  );
}

const eachClaim = 'UNWIND $rows AS id MATCH (c:WiregraphClaim {id: id})';

interface After {
  /** The touched documents with all their sentences and mentions; entities and claims as the batch has them. */
  readonly graph: Graph;
  /** Claims of the touched documents that are not in the batch. */
  readonly kept: readonly Claim[];
  /** Claims of the touched documents that were there before, in the batch or not. */
  readonly old: readonly Claim[];
}

/** The touched documents as they will be: the records of the batch over those of the database. */
async function merge(
  ask: Ask,
  put: Batch,
  touched: ReadonlySet<string>,
  old: readonly Claim[],
  mentions: readonly Mention[],
): Promise<After> {
  const given = new Map((put.documents ?? []).map((document) => [document.id, document]));
  const others = await readDocuments(
    ask,
    [...touched].filter((id) => !given.has(id)),
  );
  const documents = [...others, ...given.values()];
  const lost = touched.difference(new Set(documents.map((document) => document.id)));
  for (const id of lost)
    throw new StoreError(
      `Records name the document "${id}", but neither the batch nor the database holds it.`,
    );
  const claims = byKey((claim) => claim.id, put.claims);
  const isPut = new Set(claims.map((claim) => claim.id));
  // A place may be a mention of several ("the two leaders"); the database keeps places, not ids.
  const isPutAt = new Set((put.mentions ?? []).map(placeOf));
  const graph: Graph = {
    documents,
    sentences: byKey(sentenceId, await readSentences(ask, [...touched]), put.sentences),
    entities: byKey((entity) => entity.id, put.entities),
    mentions: [
      ...mentions.filter((mention) => !isPutAt.has(placeOf(mention))),
      ...byKey((mention) => mention.id, put.mentions),
    ],
    claims,
    relations: [],
  };
  return { graph, kept: old.filter((claim) => !isPut.has(claim.id)), old };
}

const placeOf = (mention: Mention): string => mentionId(mention.document, mention);

/** The last record of each key, in the order of the keys. */
function byKey<Part>(key: (part: Part) => string, ...lists: (readonly Part[] | undefined)[]): Part[] {
  const last = new Map(lists.flatMap((list) => list ?? []).map((part) => [key(part), part]));
  return [...last].sort(([a], [b]) => compare(a, b)).map(([, part]) => part);
}

/** Documents, sentences and claims. The label is the kind's, so it may stand in the text. */
async function putNodes(ask: Ask, graph: Graph): Promise<void> {
  const nodes = [...nodesOf({ ...graph, entities: [] })];
  for (const [kind, alike] of Map.groupBy(nodes, (node) => node.kind)) {
    const rows = alike.map(({ id, properties }) => ({ id, properties }));
    const cypher = `UNWIND $rows AS row MERGE (n:${markers[kind]} {id: row.id}) SET n = row.properties, n:${kind}`;
    await askForEach(ask, cypher, rows);
  }
}

/** After `putNodes`: what the batch names is there, or the whole change is taken back. */
async function checkEntities(ask: Ask, { claims = [], mentions = [] }: Batch): Promise<void> {
  const named = new Set([...claims.flatMap(entitiesOf), ...mentions.map((mention) => mention.entity)]);
  const cypher = 'UNWIND $rows AS id MATCH (e:WiregraphEntity {id: id}) RETURN e.id AS id';
  const found = new Set((await askForEach<{ id: string }>(ask, cypher, [...named])).map((row) => row.id));
  for (const id of named.difference(found)) {
    const what =
      claims.find((claim) => entitiesOf(claim).includes(id)) ?? mentions.find((m) => m.entity === id);
    throw new EntitiesGone(
      `"${what?.id}" names the entity "${id}", but neither the batch nor the database holds it.`,
    );
  }
}

/** The edges around the touched documents and the claims of the batch. */
async function putEdges(
  ask: Ask,
  { graph, kept, old }: After,
  mentionsBefore: readonly Mention[],
): Promise<void> {
  const stays = new Set(kept.map((claim) => claim.id));
  const edges = [...relationshipsOf({ ...graph, claims: [...graph.claims, ...kept] })].filter(
    ({ from, type }) => type !== 'COPY_OF' && (type === 'STATED_IN' || !stays.has(from.id)),
  );
  const replaced = old.filter((claim) => !stays.has(claim.id)).map((claim) => claim.id);
  await askForEach(ask, `${eachClaim} MATCH (c)-[r:${claimEdges}]->() DELETE r`, replaced);
  await askForEach(ask, `${eachClaim} MATCH (c)-[r:STATED_IN]->() DELETE r`, [...stays]);
  await putMentionedIn(ask, relationshipsOf({ ...emptyGraph, mentions: mentionsBefore }), edges);
  await writeEdges(
    ask,
    edges.filter((edge) => edge.type !== 'MENTIONED_IN'),
  );
}

/** Only where spans differ: MERGE would look through all the documents of an entity that stands in many. */
async function putMentionedIn(
  ask: Ask,
  before: Iterable<RelationshipShape>,
  edges: readonly RelationshipShape[],
): Promise<void> {
  const key = (edge: RelationshipShape) => JSON.stringify([edge.from.id, edge.to.id, edge.properties.spans]);
  const old = new Map([...before].map((edge) => [key(edge), edge]));
  const wanted = new Map(
    edges.filter((edge) => edge.type === 'MENTIONED_IN').map((edge) => [key(edge), edge]),
  );
  const dead = [...old].filter(([spans]) => !wanted.has(spans)).map(([, edge]) => edgeRow(edge));
  const made = [...wanted].filter(([spans]) => !old.has(spans)).map(([, edge]) => edgeRow(edge));
  const each = eachEdge('Entity', 'Document');
  await askForEach(ask, `${each} MATCH (a)-[r:MENTIONED_IN]->(b) DELETE r`, dead);
  await askForEach(ask, `${each} CREATE (a)-[r:MENTIONED_IN]->(b) SET r = row.properties`, made);
}

/** COPY_OF of documents. `claims`: all those of `documents`. A document that is a copy of one that isn't there is no copy. */
export async function putCopies(
  ask: Ask,
  documents: ReadonlySet<string>,
  claims: readonly Claim[],
): Promise<void> {
  const origins = new Set(claims.map((claim) => claim.origin)).union(documents);
  const known = [...(await readPublished(ask, [...origins])).keys()].map((id) => ({ id }) as Document);
  const sorted = byKey((claim) => claim.id, claims);
  const copies = [...relationshipsOf({ ...emptyGraph, documents: known, claims: sorted })].filter(
    (edge) => edge.type === 'COPY_OF',
  );
  const cypher = 'UNWIND $rows AS id MATCH (:WiregraphDocument {id: id})-[r:COPY_OF]->() DELETE r';
  await askForEach(ask, cypher, [...documents]);
  await writeEdges(ask, copies);
}
