// A value of a query as plain JavaScript, for whoever checks rows with a schema of their own.
import { Float, type MapValue, Node, Path, Relationship, Temporal, type Value } from '../cypher/values.ts';

/** What `plain` gives: JSON, and bigint where a whole number fits no other. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/**
 * A FLOAT becomes a number; a node or relationship its properties; a path the list of its nodes' properties; a time
 * its ISO 8601 text. The difference between 1 and 1.0 is lost, nothing else that a schema could ask for.
 */
export function plain(value: Value): Plain {
  if (value instanceof Float) return value.value;
  if (value instanceof Temporal) return value.toString();
  if (value instanceof Node || value instanceof Relationship) return plainMap(value.properties);
  if (value instanceof Path) return value.nodes.map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return plainMap(value as MapValue);
  return value as Plain;
}

const plainMap = (map: MapValue): Plain =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plain(value)]));
