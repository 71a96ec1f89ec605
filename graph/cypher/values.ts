// The values that a query takes and gives, the same on every store: no driver type and no graphology type is among them.
import type { Temporal } from './temporal/values.ts';

/**
 * A Cypher value. INTEGER is a whole `number` (a `bigint` beyond ±2^53), FLOAT a `number` with a fraction, NaN or an
 * infinity, or a `Float` where the number is whole (1.0 is not 1). The others are what they look like.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Float
  | Node
  | Relationship
  | Path
  | Temporal
  | readonly Value[]
  | MapValue;

export {
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  Temporal,
  ZonedDateTime,
  ZonedTime,
} from './temporal/values.ts';

export interface MapValue {
  readonly [key: string]: Value;
}

/** A FLOAT whose number is whole, which plain `number` would take for an INTEGER. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  toJSON(): number {
    return this.value;
  }
}

/** A node as a query returns it. `id` is the store's own handle, good for one session; ours is `properties.id`. */
export class Node {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: MapValue;
  constructor(id: string, labels: readonly string[], properties: MapValue) {
    this.id = id;
    this.labels = labels;
    this.properties = properties;
  }
}

/** A relationship as a query returns it; `start` and `end` are handles of nodes. */
export class Relationship {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: MapValue;
  constructor(id: string, type: string, start: string, end: string, properties: MapValue) {
    this.id = id;
    this.type = type;
    this.start = start;
    this.end = end;
    this.properties = properties;
  }
}

/** Nodes and relationships in turn: `nodes` has one more than `relationships`. */
export class Path {
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];
  constructor(nodes: readonly Node[], relationships: readonly Relationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** Values of `$name` in a query. */
export type Parameters = Readonly<Record<string, Value>>;

/** One value per column. */
export type Row = readonly Value[];
