// Any graphology graph as a snapshot for the engine: what MemoryStore and `cypher` ask. Knows nothing of reports.
import type { AbstractGraph } from 'graphology-types';
import type { Query } from '../cypher/ast.ts';
import type { Change } from '../cypher/change.ts';
import type { Procedure } from '../cypher/procedures.ts';
import { type Answer, run } from '../cypher/run.ts';
import type { Parameters } from '../cypher/values.ts';
import { targetOf } from './graphology-write.ts';
import { graphProcedures } from './procedures.ts';
import { isCurrentSnapshot, snapshotOfGraphology } from './reflection.ts';
import type { Result, RunOptions } from './store.ts';

/** How a graphology graph is to be read, besides what holds for any query. */
export interface CypherOptions extends RunOptions {
  /** The node attribute with a label or a list of labels; `labels`, if left out. */
  readonly labels?: string;
  /** The edge attribute with the relationship's type; `type`, if left out. An edge without it has the type `EDGE`. */
  readonly type?: string;
  /** What CALL can call besides `graphProcedures`; of two with one name, this one counts. */
  readonly procedures?: readonly Procedure[];
}

/**
 * Asks any graphology graph in Cypher, and with the mode `write` changes it: at once, whether or not the rows are taken,
 * and as a whole or not at all. Every attribute besides labels and type is a property; null and undefined are
 * none. An undirected edge counts as drawn from its source to its target. Errors: `CypherError`, `QueryStopped`, and
 * `StoreError` for an attribute that is no value. Cost: the graph is read once after each change to it.
 */
export function cypher(
  graph: AbstractGraph,
  text: string,
  parameters: Parameters = {},
  options: CypherOptions = {},
): Result {
  return runOnGraphology(graph, text, { ...options, parameters });
}

/**
 * The same for text or tree, with the parameters among the options; `written` as in `cypher/run.ts`. `onChange` is told
 * what the query has changed.
 */
export function runOnGraphology(
  graph: AbstractGraph,
  query: string | Query,
  options: CypherOptions & { readonly onChange?: (change: Change) => void },
): Answer {
  const { labels = 'labels', type = 'type', mode = 'read', onChange, procedures: own, ...others } = options;
  const procedures = own === undefined ? graphProcedures : [...graphProcedures, ...own];
  const settings = { ...others, procedures };
  const snapshot = snapshotOfGraphology(graph, labels, type);
  if (mode === 'read') return run(query, snapshot, settings);
  const isCurrent = () => isCurrentSnapshot(graph, snapshot);
  return run(query, snapshot, {
    ...settings,
    target: targetOf(graph, { labels, type }, isCurrent, onChange),
  });
}

export { snapshotOfGraphology } from './reflection.ts';
