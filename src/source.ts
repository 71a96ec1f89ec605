// NAME.graph → what a loader takes: article by article out of the graph that stands, never all of it. Knows no database.
import { createHash } from 'node:crypto';
import type { GraphSource } from '../graph/store/neo4j/source.ts';
import { isCurrent, keepUp, standingGraph } from './derive.ts';
import { Journal } from './journal.ts';
import type { StandingArticle } from './resolve/standing/article.ts';
import { Drawer } from './resolve/standing/shelf.ts';

/** The graph of an open file; dispose of it when the load is over. */
export interface OpenSource extends GraphSource, Disposable {
  readonly size: { readonly documents: number; readonly entities: number; readonly claims: number };
}

/**
 * The graph of a .graph file in parts. A file whose graph isn't up to date, or that has no id yet, is written to first.
 * *Errors*: `JournalError`.
 */
export async function openSource(path: string): Promise<OpenSource> {
  const ready = Journal.read(path);
  if (ready.id() !== undefined && isCurrent(ready)) return sourceOf(ready);
  ready.close();
  makeReady(path);
  return sourceOf(Journal.read(path));
}

function makeReady(path: string): void {
  using journal = Journal.write(path);
  keepUp(journal);
}

function sourceOf(journal: Journal): OpenSource {
  const graph = standingGraph(journal);
  const articles = new Drawer<StandingArticle>(journal.shelf, 'article');
  const ids = journal.ids();
  const claims = JSON.stringify(journal.decisions().filter(({ decision }) => 'claim' in decision));
  return {
    journal: journal.id() ?? '',
    state: journal.standing()?.state ?? '',
    size: {
      documents: ids.length,
      entities: graph.entities().length,
      claims: articles.all().reduce((sum, [, , article]) => sum + article.claims, 0),
    },
    entities: () => graph.entities(),
    *articles() {
      for (const id of ids)
        yield {
          id,
          digest: digestOf(journal, id, claims),
          read: () => graph.part(id),
        };
    },
    has: (document) => journal.has(document),
    [Symbol.dispose]: () => journal.close(),
  };
}

/** Of everything that stands on an article. */
function digestOf(journal: Journal, id: string, claims: string): string {
  const { shelf } = journal;
  const rows = [journal.fingerprint(id), shelf.get('article', id, ''), shelf.get('trace', id, ''), claims];
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
}
