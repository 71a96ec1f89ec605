// The graph's records as nodes and relationships with labels and properties: what a query sees. Pure; every store that
// keeps a graph keeps exactly this. No marker label, no driver type and no graphology here.
import { Float, type MapValue, type Value } from '../cypher/values.ts';
import {
  type Claim,
  type Document,
  type Entity,
  type Graph,
  type Mention,
  type Relation,
  type Sentence,
  sentenceId,
} from '../model.ts';

export const nodeKinds = ['Document', 'Sentence', 'Entity', 'Claim'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** Names a node: ids are unique among the nodes of one kind. The kind is the node's first label. */
export interface NodeReference {
  readonly kind: NodeKind;
  readonly id: string;
}

/** A node as it is kept. `properties.id` is `id`; a property that a record lacks is absent, never null. */
export interface NodeShape extends NodeReference {
  /** The kind, and for an entity its type: `['Entity', 'Person']`. */
  readonly labels: readonly string[];
  readonly properties: MapValue;
}

/** A relationship as it is kept. */
export interface RelationshipShape {
  readonly type: string;
  readonly from: NodeReference;
  readonly to: NodeReference;
  /** Tells relationships of one type between the same two nodes apart; empty where there can be only one. */
  readonly key: string;
  readonly properties: MapValue;
}

/** Every node of a graph: documents, sentences, entities, claims. A sentence's document must be in the graph. */
export function* nodesOf(graph: Graph): Generator<NodeShape> {
  const texts = new Map(graph.documents.map((document) => [document.id, document.text]));
  const mentions = Map.groupBy(graph.mentions, (mention) => mention.entity);
  for (const document of graph.documents) yield documentNode(document);
  for (const sentence of graph.sentences) yield sentenceNode(sentence, texts.get(sentence.document) ?? '');
  for (const entity of graph.entities) yield entityNode(entity, countsOf(mentions.get(entity.id) ?? []));
  for (const claim of graph.claims) yield claimNode(claim);
}

/** Every relationship of a graph, the structural ones first. Both ends are among `nodesOf` the same graph. */
export function* relationshipsOf(graph: Graph): Generator<RelationshipShape> {
  for (const sentence of graph.sentences) yield hasSentence(sentence);
  yield* copies(graph);
  yield* mentionedIn(graph.mentions);
  const sentences = Map.groupBy(graph.sentences, (sentence) => sentence.document);
  for (const claim of graph.claims) yield* aroundClaim(claim, sentences.get(claim.document) ?? []);
  for (const relation of graph.relations) yield relationEdge({ ...relation, claims: relation.claims.length });
}

/** One string for a node, unique over the kinds. */
export const nodeKey = (node: NodeReference): string => `${node.kind} ${node.id}`;

/** One string for a relationship, unique in a graph. */
export const relationshipKey = (r: RelationshipShape): string =>
  JSON.stringify([r.type, nodeKey(r.from), nodeKey(r.to), r.key]);

/** Ids of the entities that a claim names, in any part; each is support for its entity. */
export const entitiesOf = (claim: Claim): string[] =>
  [
    claim.subject,
    claim.object,
    claim.about,
    ...claim.speakers.map((speaker) => speaker.entity),
    ...claim.arguments.map((argument) => argument.entity),
  ].filter((id) => id !== null);

/** A document, without what stands around it. */
export function documentNode(document: Document): NodeShape {
  const { id, title, text, publisher, author, publishedAt, url, language, contentHash } = document;
  const fields = { id, title, text, publisher, author, publishedAt, url, language, contentHash };
  return { kind: 'Document', id, labels: ['Document'], properties: present(fields) };
}

function sentenceNode(sentence: Sentence, text: string): NodeShape {
  const { index, start, end } = sentence;
  const id = sentenceId(sentence);
  const properties = { id, index, text: text.slice(start, end), start, end };
  return { kind: 'Sentence', id, labels: ['Sentence'], properties };
}

/** An entity, and how often and in how many documents it is mentioned. */
export function entityNode(
  entity: Entity,
  counts: { readonly mentions: number; readonly documents: number },
): NodeShape {
  const { id, type, name, aliases, wikidataId } = entity;
  const { mentions, documents } = counts;
  const properties = present({ id, name, type, aliases, mentions, documents, wikidataId });
  return { kind: 'Entity', id, labels: ['Entity', type], properties };
}

function claimNode(claim: Claim): NodeShape {
  const { id, predicate, subjectText, objectText, negated, modality, asserted, eventType, mode } = claim;
  const { contexts, time, quote, start, end, origin, confidence, extractor } = claim;
  const properties = present({
    id,
    predicate,
    subjectText,
    objectText,
    speakerText: claim.speakers[0]?.text,
    negated,
    modality,
    asserted,
    eventType,
    mode,
    contexts,
    timeText: time?.text,
    timeFrom: time?.from,
    timeTo: time?.to,
    arguments: claim.arguments.filter((a) => a.entity === null).map((a) => `${a.role}=${a.text}`),
    quote,
    start,
    end,
    origin,
    confidence: float(confidence),
    extractor,
    rejected: claim.rejected,
    corrected: claim.corrected,
  });
  return { kind: 'Claim', id, labels: ['Claim'], properties };
}

function hasSentence(sentence: Sentence): RelationshipShape {
  return edge('HAS_SENTENCE', documentOf(sentence), { kind: 'Sentence', id: sentenceId(sentence) });
}

/** A claim knows the origin of its words, so the copies are known where they claim something. `share`: of all its claims. */
function* copies(graph: Graph): Generator<RelationshipShape> {
  const known = new Set(graph.documents.map((document) => document.id));
  for (const [copy, claims] of Map.groupBy(graph.claims, (claim) => claim.document))
    for (const [origin, copied] of Map.groupBy(claims, (claim) => claim.origin))
      if (origin !== copy && known.has(origin))
        yield edge('COPY_OF', documentOf({ document: copy }), documentOf({ document: origin }), {
          share: float(copied.length / claims.length),
        });
}

function* mentionedIn(mentions: readonly Mention[]): Generator<RelationshipShape> {
  const places = Map.groupBy(mentions, (mention) => JSON.stringify([mention.entity, mention.document]));
  for (const group of places.values()) {
    const [first] = group as [Mention];
    const spans = group
      .map(({ start, end }) => [start, end] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const properties = { count: group.length, spans: spans.flat() };
    yield edge('MENTIONED_IN', entity(first.entity), documentOf(first), properties);
  }
}

function* aroundClaim(claim: Claim, sentences: readonly Sentence[]): Generator<RelationshipShape> {
  const from: NodeReference = { kind: 'Claim', id: claim.id };
  if (claim.subject !== null) yield edge('SUBJECT', from, entity(claim.subject));
  if (claim.object !== null) yield edge('OBJECT', from, entity(claim.object));
  for (const sentence of sentences)
    if (sentence.start < claim.end && claim.start < sentence.end)
      yield edge('STATED_IN', from, { kind: 'Sentence', id: sentenceId(sentence) });
  for (const [step, speaker] of claim.speakers.entries())
    if (speaker.entity !== null)
      yield edge('ATTRIBUTED_TO', from, entity(speaker.entity), { step }, `${step}`);
  for (const [index, { entity: id, role, text, start, end }] of claim.arguments.entries())
    if (id !== null) yield edge('ARGUMENT', from, entity(id), { role, text, start, end }, `${index}`);
  if (claim.about !== null) yield edge('ABOUT', from, entity(claim.about));
}

/** How often, and in how many documents. */
const countsOf = (mentions: readonly Mention[]) => ({
  mentions: mentions.length,
  documents: new Set(mentions.map((mention) => mention.document)).size,
});

/** A relation with the number of its claims. */
export function relationEdge(
  relation: Omit<Relation, 'claims'> & { readonly claims: number },
): RelationshipShape {
  const { id, eventType, mode, negated, modality, asserted, disputed } = relation;
  const { documents, publishers, origins, speakers, events, firstPublished, lastPublished } = relation;
  const properties = present({
    id,
    eventType,
    mode,
    negated,
    modality,
    asserted,
    disputed,
    claims: relation.claims,
    documents,
    publishers,
    origins,
    speakers,
    events,
    firstPublished,
    lastPublished,
  });
  return edge(relation.type, entity(relation.subject), entity(relation.object), properties, id);
}

const entity = (id: string): NodeReference => ({ kind: 'Entity', id });
const documentOf = (part: { readonly document: string }): NodeReference => ({
  kind: 'Document',
  id: part.document,
});

function edge(
  type: string,
  from: NodeReference,
  to: NodeReference,
  properties: MapValue = {},
  key = '',
): RelationshipShape {
  return { type, from, to, key, properties };
}

/** Cypher knows no null property: what is missing is absent. */
function present(fields: Readonly<Record<string, Value | undefined>>): MapValue {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as MapValue;
}

/** A score is a FLOAT also where it is 0 or 1. */
const float = (value: number): Value => (Number.isInteger(value) ? new Float(value) : value);
