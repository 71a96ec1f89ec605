// Values as the engine handles them: those of values.ts, but nodes, relationships and paths as mere references into the
// snapshot. They become what they refer to when they leave the engine.
import {
  Duration,
  Float,
  LocalDate,
  LocalDateTime,
  LocalTime,
  Temporal,
  ZonedDateTime,
  ZonedTime,
} from './values.ts';

/** A node as a value inside the engine. One object a node: `===` tells whether two are the same. */
export class NodeRef {
  readonly handle: number;
  constructor(handle: number) {
    this.handle = handle;
  }
}

/** A relationship as a value inside the engine; one object each. */
export class RelationshipRef {
  readonly handle: number;
  constructor(handle: number) {
    this.handle = handle;
  }
}

/** A path as a value inside the engine: `nodes` has one more than `relationships`. */
export class PathRef {
  readonly nodes: readonly NodeRef[];
  readonly relationships: readonly RelationshipRef[];
  constructor(nodes: readonly NodeRef[], relationships: readonly RelationshipRef[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** A value inside the engine. An INTEGER is a safe whole `number`, or a `bigint` beyond; a FLOAT is a `Float` where it is whole. */
export type Inner =
  | null
  | boolean
  | string
  | number
  | bigint
  | Float
  | NodeRef
  | RelationshipRef
  | PathRef
  | Temporal
  | readonly Inner[]
  | InnerMap;

export interface InnerMap {
  readonly [key: string]: Inner;
}

export type Numeric = number | bigint | Float;

export const isNumeric = (value: Inner): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;

export const isInteger = (value: Inner): value is number | bigint =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));

export const isList = (value: Inner): value is readonly Inner[] => Array.isArray(value);

export const isMap = (value: Inner): value is InnerMap =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Float) &&
  !(value instanceof Temporal) &&
  !isReference(value);

const isReference = (value: object): boolean =>
  value instanceof NodeRef || value instanceof RelationshipRef || value instanceof PathRef;

/** The name of a value's type, as Cypher calls it. */
export function typeName(value: Inner): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'string') return 'STRING';
  if (isNumeric(value)) return isInteger(value) ? 'INTEGER' : 'FLOAT';
  if (isList(value)) return 'LIST';
  if (value instanceof NodeRef) return 'NODE';
  if (value instanceof RelationshipRef) return 'RELATIONSHIP';
  if (value instanceof PathRef) return 'PATH';
  return value instanceof Temporal ? temporalName(value) : 'MAP';
}

function temporalName(value: Temporal): string {
  if (value instanceof LocalDate) return 'DATE';
  if (value instanceof LocalTime) return 'LOCAL TIME';
  if (value instanceof ZonedTime) return 'ZONED TIME';
  if (value instanceof LocalDateTime) return 'LOCAL DATETIME';
  if (value instanceof ZonedDateTime) return 'ZONED DATETIME';
  return value instanceof Duration ? 'DURATION' : 'TEMPORAL';
}
