// NAME.graph → what a loader takes: article by article out of the graph that stands, never all of it. Knows no database.
import { createHash } from 'node:crypto';
import type { GraphSource } from '../graph/store/neo4j/source.ts';
import { isCurrent, keepUp, standingGraph } from './derive.ts';
import { Journal } from './journal.ts';

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
  const ids = journal.ids();
  const { entities = 0, claims = 0 } = journal.standing()?.size ?? {};
  const decided = JSON.stringify(journal.decisions().filter(({ decision }) => 'claim' in decision));
  return {
    journal: journal.id() ?? '',
    state: journal.standing()?.state ?? '',
    size: { documents: ids.length, entities, claims },
    entities: () => graph.entities(),
    *articles() {
      for (const id of ids)
        yield {
          id,
          digest: digestOf(journal, id, decided),
          read: () => graph.part(id),
        };
    },
    has: (document) => journal.has(document),
    [Symbol.dispose]: () => journal.close(),
  };
}

/** Of everything that stands on an article. */
function digestOf(journal: Journal, id: string, decided: string): string {
  const { shelf } = journal;
  const rows = [journal.fingerprint(id), shelf.get('article', id, ''), shelf.get('trace', id, ''), decided];
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
}
