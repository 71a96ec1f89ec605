// Values across the border: ours to the driver's and back. No driver type gets past this file.
import {
  type Node as DriverNode,
  type Path as DriverPath,
  type Relationship as DriverRelationship,
  isNode,
  isPath,
  isRelationship,
} from 'neo4j-driver';
import { Float, type MapValue, Node, Path, Relationship, Temporal, type Value } from '../../cypher/values.ts';
import { wellFormed } from '../check.ts';
import { nodeKinds } from '../shape.ts';
import { StoreError } from '../store.ts';
import { digestProperty, markers } from './schema.ts';
import { temporalFromDriver, temporalToDriver } from './temporal.ts';

/**
 * A value as the driver sends it: a whole number as `bigint`, so that it arrives as INTEGER; a `Float` as `number`.
 * Errors: `StoreError` for what Neo4j can't take unharmed (a lone surrogate, an integer beyond 64 bits), and for nodes,
 * relationships and paths, which it takes from nobody.
 */
export function toDriver(value: Value): unknown {
  switch (typeof value) {
    case 'string':
      return wellFormed(value);
    case 'number':
      return Number.isInteger(value) ? BigInt(value) : value;
    case 'bigint':
      return within64Bits(value);
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : toDriverObject(value);
    default:
      throw new StoreError(
        `A ${typeof value} is no Cypher value: hand over null, text, numbers, lists or maps.`,
      );
  }
}

/** A map as the driver sends it: parameters, or properties. */
export const mapToDriver = (map: MapValue): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [wellFormed(key), toDriver(value)]));

/**
 * A value as queries give it on every store.
 * Errors: `StoreError` for a type that isn't supported yet (points, bytes, vectors).
 */
export function fromDriver(value: unknown): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'number':
      return Number.isInteger(value) ? new Float(value) : value;
    case 'object':
      return value === null ? null : fromDriverObject(value);
    default:
      return notSupported(typeof value);
  }
}

function toDriverObject(value: Extract<Value, object>): unknown {
  if (value instanceof Float) return value.value;
  if (value instanceof Node || value instanceof Relationship || value instanceof Path) {
    const kind = value.constructor.name.toLowerCase();
    throw new StoreError(`A ${kind} can't be a parameter: hand over its properties.id instead.`);
  }
  if (value instanceof Temporal) return temporalToDriver(value);
  if (isList(value)) return value.map(toDriver);
  return mapToDriver(value);
}

function fromDriverObject(value: object): Value {
  if (isList(value)) return value.map(fromDriver);
  if (isNode(value)) return node(value);
  if (isRelationship(value)) return relationship(value);
  if (isPath(value)) return path(value);
  const temporal = temporalFromDriver(value);
  if (temporal !== null) return temporal;
  if (Object.getPrototypeOf(value) === Object.prototype) return mapFromDriver(value);
  return notSupported(value.constructor.name);
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);

const mapFromDriver = (map: object): MapValue =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fromDriver(value)]));

const marks: ReadonlySet<string> = new Set(Object.values(markers));
const kinds: ReadonlySet<string> = new Set(nodeKinds);

/** Without what is ours alone; the kind goes first, since the server knows no order of labels. */
function node({ elementId, labels, properties }: DriverNode): Node {
  const shown = labels.filter((label) => !marks.has(label));
  const ordered = [...shown.filter((l) => kinds.has(l)), ...shown.filter((l) => !kinds.has(l)).sort()];
  const { [digestProperty]: _, ...own } = properties;
  return new Node(elementId, ordered, mapFromDriver(own));
}

function relationship(value: DriverRelationship): Relationship {
  const { elementId, type, startNodeElementId: start, endNodeElementId: end, properties } = value;
  return new Relationship(elementId, type, start, end, mapFromDriver(properties));
}

function path({ start, segments }: DriverPath): Path {
  const nodes = [start, ...segments.map((segment) => segment.end)].map(node);
  return new Path(
    nodes,
    segments.map((segment) => relationship(segment.relationship)),
  );
}

function within64Bits(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new StoreError(`${value} is beyond the integers of Cypher (64 bits): hand it over as text.`);
}

function notSupported(type: string): never {
  throw new StoreError(`A ${type} from Neo4j is not supported yet: return its parts, or toString() of it.`);
}
