// The Store interface: what the memory store and Neo4j have in common. contract/ in test/ holds both to it.
import type { Query } from '../cypher/ast.ts';
import type { PlanStep } from '../cypher/explain.ts';
import type { Parameters, Row } from '../cypher/values.ts';
import type { Claim, Document, Entity, Mention, Sentence } from '../model.ts';

export { CypherError, QueryStopped } from '../cypher/errors.ts';

/** Records to add or replace. Relations are not in it: every store works them out from the claims (`relationsOf`). */
export interface Batch {
  readonly documents?: readonly Document[];
  readonly sentences?: readonly Sentence[];
  readonly entities?: readonly Entity[];
  readonly mentions?: readonly Mention[];
  readonly claims?: readonly Claim[];
}

/**
 * Documents to remove, each with its sentences, mentions and claims. Relations go with their last claim; an entity goes
 * when a write takes its last mention and claim away.
 */
export interface Ids {
  readonly documents?: readonly string[];
}

export interface RunOptions {
  /** Values of `$name` in the query. */
  readonly parameters?: Parameters;
  /** `read` (the default) refuses a query that writes. */
  readonly mode?: 'read' | 'write';
  readonly signal?: AbortSignal;
  /** Milliseconds after which the query is stopped with a `QueryStopped`. */
  readonly deadline?: number;
  /** The most rows that are wanted; one more stops the query with a `QueryStopped`. */
  readonly rows?: number;
}

export interface Result {
  readonly columns: readonly string[];
  /** Each row has one value per column, in the order of `columns`. */
  readonly rows: AsyncIterable<Row>;
  /** After EXPLAIN or PROFILE, where the store can say: how the query is answered. */
  readonly plan?: (() => readonly PlanStep[]) | null;
  /** Where the store can say, once the rows are taken: what the query asks for and nothing in the graph has, a sentence each. */
  readonly hints?: () => readonly string[];
}

/** Holds a graph and answers queries. Errors: `CypherError` (position in the text), `StoreError`, `QueryStopped`. */
export interface Store {
  /** Removes, then puts, as one step. Writing the same twice equals once. */
  write(change: { readonly put?: Batch; readonly remove?: Ids }): Promise<void>;
  run(query: string | Query, options?: RunOptions): Promise<Result>;
  close(): Promise<void>;
}

/** The store can't be reached, refuses, or holds something that it can't take. The message says the next step. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
