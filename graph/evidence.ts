// What the viewer sees of a graph that is too large to be sent whole: a sketch at once, what relations rest on after it, and
// the evidence when it is asked for. The interface, and one that a graph in memory gives.
import { type Disagreement, disagreementsOf } from './disagreements.ts';
import { folded, hasAll, wantedIn } from './fold.ts';
import { type Grounds, groundsOfGraph } from './grounds.ts';
import { type Claim, compare, type Document, type Graph, type Relation } from './model.ts';
import { inSupport, type Sketch, sketchOfGraph } from './sketch.ts';

/** Of what evidence is asked for. */
export type Wanted =
  | { readonly kind: 'relation'; readonly id: string }
  | { readonly kind: 'relations'; readonly ids: readonly string[] }
  /** `most`: from so many reports at most. */
  | { readonly kind: 'entity'; readonly id: string; readonly most: number }
  | { readonly kind: 'document'; readonly id: string };

/** A part of a graph: claims with the reports that they stand in, these without their texts unless one is asked for. */
export interface Evidence extends Omit<Graph, 'entities' | 'relations'> {
  /** Reports that say something of what was asked for, read or not. */
  readonly reports: number;
}

/** A sentence that has the words that were looked for. */
export interface SentenceFound {
  readonly document: Document;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Each may take a while; none keeps the server from other answers for long. */
export interface Sight {
  sketch(): Promise<Sketch>;
  /** In the order of the sketch's relations. */
  grounds(): Promise<Grounds>;
  evidence(wanted: Wanted): Promise<Evidence>;
  /** Sentences with every word of a query, newest report first, so many at most. */
  sentences(query: string, most: number): Promise<readonly SentenceFound[]>;
  /** Ids of the relations with a claim that disagrees with another report's. */
  disagreeing(): Promise<readonly string[]>;
}

/** The sight of a graph in memory. */
export function sightOf(graph: Graph): Sight {
  const relations = inSupport(graph.relations);
  const related = new Map(graph.relations.map((relation) => [relation.id, relation]));
  const relationOf = new Map(
    relations.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)),
  );
  return {
    sketch: async () => sketchOfGraph(graph),
    grounds: async () => groundsOfGraph(graph, relations),
    evidence: async (wanted) => evidenceIn(graph, wanted, (id) => related.get(id)),
    sentences: async (query, most) => sentencesWith(graph.documents, graph.sentences, query, most),
    disagreeing: async () => disagreeingIn(disagreementsOf(graph), ({ id }) => relationOf.get(id)),
  };
}

/** Ids of the relations that disagreements are about, each once. */
export const disagreeingIn = (
  found: readonly Disagreement[],
  relationOf: (claim: Claim) => string | undefined,
): string[] => [
  ...new Set(found.flatMap(({ a, b }) => [relationOf(a), relationOf(b)]).filter((id) => id !== undefined)),
];

/** What of a part of a graph is evidence for something; `relationOf` gives a relation's ends. Cost: linear in the part. */
export function evidenceIn(
  part: Omit<Graph, 'entities' | 'relations'>,
  wanted: Wanted,
  relationOf: (id: string) => Pick<Relation, 'subject' | 'object'> | undefined,
): Evidence {
  const claims = part.claims.filter(concerning(wanted, relationOf));
  const mentions = part.mentions.filter((mention) =>
    wanted.kind === 'entity'
      ? mention.entity === wanted.id
      : wanted.kind === 'document' && mention.document === wanted.id,
  );
  const named = new Set([
    ...claims.flatMap(({ document, origin }) => [document, origin]),
    ...mentions.map(({ document }) => document),
    ...(wanted.kind === 'document' ? [wanted.id] : []),
  ]);
  const documents = part.documents.filter(({ id }) => named.has(id));
  const isWhole = ({ id }: Document) => wanted.kind === 'document' && wanted.id === id;
  return {
    documents: documents.map((document) => (isWhole(document) ? document : withoutText(document))),
    sentences:
      wanted.kind === 'document' ? part.sentences.filter(({ document }) => document === wanted.id) : [],
    mentions,
    claims,
    reports: documents.length,
  };
}

/** What lists need of a report. */
export function withoutText({ quotations: _, times: __, ...document }: Document): Document {
  return { ...document, text: '' };
}

function concerning(
  wanted: Wanted,
  relationOf: (id: string) => Pick<Relation, 'subject' | 'object'> | undefined,
): (claim: Claim) => boolean {
  switch (wanted.kind) {
    case 'document':
      return ({ document }) => document === wanted.id;
    case 'entity':
      return ({ subject, object, about, speakers }) =>
        [subject, object, about].includes(wanted.id) || speakers.some(({ entity }) => entity === wanted.id);
    case 'relations':
      return among(wanted.ids.flatMap((id) => relationOf(id) ?? []));
    case 'relation': {
      // All between the same two: what is denied, and what was struck out, belongs beside it.
      const relation = relationOf(wanted.id);
      return among(relation === undefined ? [] : [relation]);
    }
  }
}

/** Whether a claim has the two ends of one of these. */
function among(relations: readonly Pick<Relation, 'subject' | 'object'>[]): (claim: Claim) => boolean {
  const pairOf = ({ subject, object }: Pick<Claim, 'subject' | 'object'>) =>
    [subject, object].sort().join(' ');
  const pairs = new Set(relations.map(pairOf));
  return (claim) => claim.subject !== null && claim.object !== null && pairs.has(pairOf(claim));
}

/** Sentences with every word of a query at the start of a word, newest report first. Cost: linear in the texts. */
export function sentencesWith(
  documents: readonly Document[],
  sentences: Graph['sentences'],
  query: string,
  most: number,
): readonly SentenceFound[] {
  const wanted = wantedIn(query);
  if (wanted.every((word) => word.length < 3)) return [];
  const found: SentenceFound[] = [];
  const within = Map.groupBy(sentences, ({ document }) => document);
  const newest = documents.toSorted((a, b) => compare(b.publishedAt ?? '', a.publishedAt ?? ''));
  for (const document of newest) {
    if (!hasAll(folded(document.text), wanted)) continue;
    for (const { index, start, end } of within.get(document.id) ?? []) {
      const text = document.text.slice(start, end);
      if (!hasAll(folded(text), wanted)) continue;
      found.push({ document: withoutText(document), index, start, end, text });
      if (found.length === most) return found;
    }
  }
  return found;
}
