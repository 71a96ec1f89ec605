// Graphs as a loader takes them, for tests.
import { inventedEntities, inventedReports } from '../../../bench/invented.ts';
import { type Graph, relationsOf } from '../../../graph/model.ts';
import type { GraphSource } from '../../../graph/store/neo4j/index.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';

/** A graph as a source; the digest of an article is all that it holds. */
export function sourceOf(whole: Graph, journal = 'journal'): GraphSource {
  const articles = whole.documents.map((document) => {
    const own = <T extends { document: string }>(parts: readonly T[]) =>
      parts.filter((part) => part.document === document.id);
    const article = {
      document,
      sentences: own(whole.sentences),
      mentions: own(whole.mentions),
      claims: own(whole.claims),
    };
    return { id: document.id, digest: JSON.stringify(article), read: () => article };
  });
  return {
    journal,
    state: JSON.stringify(whole),
    size: { documents: whole.documents.length, entities: whole.entities.length },
    entities: () => whole.entities,
    articles: () => articles,
    has: (id) => whole.documents.some((document) => document.id === id),
  };
}

/** A graph of more articles than one step takes. */
export function invented(claims = 6000): Graph {
  const reports = [...inventedReports(claims)];
  const documents = reports.map((report) => report.document);
  const all = reports.flatMap((report) => report.claims);
  return {
    documents,
    sentences: reports.flatMap((report) => report.sentences),
    entities: [...inventedEntities(claims)],
    mentions: reports.flatMap((report) => report.mentions),
    claims: all,
    relations: relationsOf(all, new Map(documents.map((d) => [d.id, d])), symmetricTypes),
  };
}
