// What `import … from 'wiregraph/graph'` gives: the model and its exchange format, the stores, Cypher, and the typed API.
// Runs in Node and in the browser; the Neo4j driver is loaded only when a Neo4j is opened.
import type { Neo4jOptions, Neo4jStore } from './store/neo4j/index.ts';

export * from './api.ts';
export type * from './cypher/ast.ts';
export { CypherError, type ErrorCode, type Position, QueryStopped } from './cypher/errors.ts';
export type { PlanStep } from './cypher/explain.ts';
export { parse } from './cypher/parser.ts';
export { print } from './cypher/print.ts';
export type { Field, Procedure, ProcedureEnvironment } from './cypher/procedures.ts';
export {
  Duration,
  Float,
  LocalDate,
  LocalDateTime,
  LocalTime,
  type MapValue,
  Node,
  type Parameters,
  Path,
  Relationship,
  type Row,
  Temporal,
  type Value,
  ZonedDateTime,
  ZonedTime,
} from './cypher/values.ts';
export * from './difference.ts';
export * from './disagreements.ts';
export * from './exchange.ts';
export * from './model.ts';
export { type Question, type QuestionParameter, questionOf } from './queries/question.ts';
export { type CypherOptions, cypher } from './store/graphology.ts';
export { MemoryStore } from './store/memory.ts';
export {
  type Batch,
  type Ids,
  type Result,
  type RunOptions,
  type Store,
  StoreError,
} from './store/store.ts';
export * from './vocabulary/index.ts';
export type { Neo4jOptions, Neo4jStore };

/** A store on a Neo4j database, 5.26 or newer. Errors: `StoreError` where it can't be reached or refuses. */
export async function openNeo4j(options: Neo4jOptions): Promise<Neo4jStore> {
  const { Neo4jStore } = await import('./store/neo4j/index.ts');
  return Neo4jStore.open(options);
}
