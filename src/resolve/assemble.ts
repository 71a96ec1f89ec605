// Records of all articles → the graph: entities, mentions, claims with their origins, relations. A pure function.
import { bySentence } from '../../graph/exchange.ts';
import { compare, type Document, type Graph, relationsOf } from '../../graph/model.ts';
import { symmetricTypes } from '../../graph/vocabulary/index.ts';
import type { Annotated } from '../annotated.ts';
import type { Decided, Idle } from '../decision.ts';
import { decideClaims } from './claims.ts';
import { type Resolution, resolveEntities } from './entities.ts';
import { eventsOf } from './events.ts';
import { originsOf } from './origins.ts';
import { byId, isImported, partOf } from './part.ts';
import { topicsOf } from './topics.ts';
import { unsaidIn } from './unsaid.ts';

/** Changes whenever the same records may give another graph: a graph in a cache is then made again. */
export const assemblerVersion = '19';

/** What articles and decisions amount to. */
export interface Assembled {
  readonly graph: Graph;
  /** Why names were judged to be one, by entity. */
  readonly reasons: Resolution['reasons'];
  /** Decisions that have no effect, and why. */
  readonly idle: readonly Idle[];
}

/** The graph of articles, in whatever order they come. Mentions outside every chain stand for nothing and are left out. */
export const assemble = (articles: readonly Article[], decisions: readonly Decided[] = []): Graph =>
  assembleWithReasons(articles, decisions).graph;

interface Article {
  readonly document: Document;
  readonly record: Annotated;
}

/** The same, with what a person may ask about it. */
export function assembleWithReasons(
  articles: readonly Article[],
  decisions: readonly Decided[] = [],
): Assembled {
  const documents = articles.map((article) => article.document).sort((a, b) => compare(a.id, b.id));
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const records = articles.map((article) => article.record);
  const publishedAt = new Map(documents.map(({ id, publishedAt }) => [id, publishedAt]));
  const resolution = resolveEntities(records, { publishedAt, decisions });
  const origins = originsOf(
    articles.map(({ document, record }) => ({ document, sentences: record.sentences })),
  );
  const entityOf = (mention: string) => resolution.entityOf.get(mention);
  const traced = articles.map((article) => ({
    ...article,
    originOf: (offset: number) => origins.of(article.document.id, offset),
  }));
  const topics = topicsOf(traced, decisions);
  const unsaid = unsaidIn(records, entityOf, decisions);
  const parts = traced.map(({ document, record, originOf }) =>
    partOf(document, record, { entityOf, originOf, topicsOf: topics.of, toldOf: unsaid.toldOf }),
  );
  const found = byId(parts.flatMap((part) => part.claims));
  const decided = decideClaims(found, decisions, entityOf);
  const names = new Map(resolution.entities.map(({ id, name }) => [id, name]));
  // An import says itself what its claims are about, also that it is nothing.
  const imported = new Set(
    records.flatMap(({ statements }) => statements.filter(isImported).map(({ id }) => id)),
  );
  const own = decided.claims.filter((claim) => !imported.has(claim.id));
  const events = eventsOf(own, documentOf, (id) => names.get(id) ?? id);
  const claims = decided.claims.map((claim) => ({
    ...claim,
    about: claim.about ?? events.aboutOf.get(claim.id) ?? null,
  }));
  return {
    graph: {
      documents: byId(parts.map((part) => part.document)),
      sentences: parts.flatMap((part) => part.sentences).sort(bySentence),
      entities: byId([...resolution.entities, ...events.entities, ...topics.entities]),
      mentions: byId(parts.flatMap((part) => part.mentions)),
      claims,
      relations: relationsOf(claims, documentOf, symmetricTypes),
    },
    reasons: resolution.reasons,
    idle: [...resolution.idle, ...decided.idle].sort((a, b) => a.number - b.number),
  };
}
