// When values are equal, and which comes first: `=` with its three-valued logic, `<` with its null for what can't be
// compared, the total order of ORDER BY, and the sameness of DISTINCT and grouping. Source: openCypher 9, CIP2016-06-14.

import { double } from './arithmetic.ts';
import {
  type Inner,
  type InnerMap,
  isInteger,
  isList,
  isMap,
  isNumeric,
  NodeRef,
  type Numeric,
  PathRef,
  RelationshipRef,
  typeName,
} from './inner.ts';
import { isSameKind, orderTemporal } from './temporal/compare.ts';
import { Duration, Float, Temporal } from './values.ts';

/** `a = b`; null where that can't be known. */
export function equals(a: Inner, b: Inner): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' || typeof a === 'boolean') return a === b;
  if (isNumeric(a)) return isNumeric(b) && compareNumbers(a, b) === 0;
  if (isList(a))
    return isList(b) && a.length === b.length && allEqual(a.map((item, i) => [item, b[i] as Inner]));
  if (a instanceof PathRef) return b instanceof PathRef && orderPaths(a, b) === 0;
  if (a instanceof NodeRef || a instanceof RelationshipRef) return a === b;
  if (a instanceof Temporal) return b instanceof Temporal && isSameKind(a, b) && sameTemporal(a, b);
  return isMap(b) && equalMaps(a, b);
}

/** Durations are equal part by part: a day is not 24 hours. */
const sameTemporal = (a: Temporal, b: Temporal): boolean =>
  a instanceof Duration ? String(a) === String(b) : orderTemporal(a, b) === 0;

function equalMaps(a: InnerMap, b: InnerMap): boolean | null {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
  return allEqual(keys.map((key) => [a[key] as Inner, b[key] as Inner]));
}

function allEqual(pairs: readonly (readonly [Inner, Inner])[]): boolean | null {
  let result: boolean | null = true;
  for (const [a, b] of pairs) {
    const equal = equals(a, b);
    if (equal === false) return false;
    if (equal === null) result = null;
  }
  return result;
}

/** `value IN list`: null where it may be in it for all that is known. */
export function isIn(value: Inner, list: readonly Inner[]): boolean | null {
  let result: boolean | null = false;
  for (const item of list) {
    const equal = equals(value, item);
    if (equal === true) return true;
    if (equal === null) result = null;
  }
  return result;
}

/** Less than, equal to or greater than 0, for `<` and its kin; NaN where none holds; null where no one can say. */
export function compareValues(a: Inner, b: Inner): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : null;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : null;
  if (isNumeric(a)) return isNumeric(b) ? compareNumbers(a, b) : null;
  if (isList(a)) return isList(b) ? compareLists(a, b) : null;
  // By handle, as Neo4j does by its own ids: `a < b` picks one of two orders.
  if (a instanceof NodeRef) return b instanceof NodeRef ? a.handle - b.handle : null;
  if (a instanceof RelationshipRef) return b instanceof RelationshipRef ? a.handle - b.handle : null;
  // A month is shorter or longer than 30 days: which duration is less no one can say.
  if (a instanceof Temporal)
    return b instanceof Temporal && isSameKind(a, b) && !(a instanceof Duration) ? orderTemporal(a, b) : null;
  return isMap(a) && isMap(b) ? compareMaps(a, b) : null;
}

function compareLists(a: readonly Inner[], b: readonly Inner[]): number | null {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i] as Inner, b[i] as Inner);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** As `orderMaps`, but values are compared as `<` does. */
function compareMaps(a: InnerMap, b: InnerMap): number | null {
  const byKeys = orderKeys(a, b);
  if (byKeys !== 0) return byKeys;
  const keys = Object.keys(a).sort(compareStrings);
  return compareLists(valuesOf(a, keys), valuesOf(b, keys));
}

/** An INTEGER beside a FLOAT is compared as a double, as Neo4j does. */
function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number')
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  const [x, y] = isInteger(a) === isInteger(b) ? [plain(a), plain(b)] : [double(a), double(b)];
  return x < y ? -1 : x > y ? 1 : Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : 0;
}

const plain = (value: Numeric): number | bigint => (value instanceof Float ? value.value : value);

/** By code point, as Neo4j does; JavaScript's own order puts what lies beyond U+FFFF before U+E000. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Puts surrogates above all other code units. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** The order of ORDER BY, min and max, over all values: by type, then by value; null last. Errors: none. */
export function order(a: Inner, b: Inner): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return orderNumbers(a, b);
  const byType = typeOrder(a) - typeOrder(b);
  return byType !== 0 ? byType : orderAlike(a, b);
}

function typeOrder(value: Inner): number {
  if (value === null) return 8;
  if (value instanceof Temporal) return 4 + (temporalOrder.indexOf(typeName(value)) + 1) / 10;
  if (isNumeric(value)) return 7;
  if (typeof value === 'boolean') return 6;
  if (typeof value === 'string') return 5;
  if (value instanceof PathRef) return 4;
  if (isList(value)) return 3;
  if (value instanceof RelationshipRef) return 2;
  return value instanceof NodeRef ? 1 : 0;
}

/** Between paths and text. Source: Neo4j's manual, "Ordering of different value types". */
const temporalOrder = ['ZONED DATETIME', 'LOCAL DATETIME', 'DATE', 'ZONED TIME', 'LOCAL TIME', 'DURATION'];

function orderAlike(a: Inner, b: Inner): number {
  if (a === null || b === null) return 0;
  if (isNumeric(a) && isNumeric(b)) return orderNumbers(plain(a), plain(b));
  if (isList(a) && isList(b)) return orderLists(a, b);
  if (a instanceof PathRef && b instanceof PathRef) return orderPaths(a, b);
  if (a instanceof NodeRef && b instanceof NodeRef) return a.handle - b.handle;
  if (a instanceof RelationshipRef && b instanceof RelationshipRef) return a.handle - b.handle;
  if (a instanceof Temporal && b instanceof Temporal) return orderTemporal(a, b);
  if (isMap(a) && isMap(b)) return orderMaps(a, b);
  return compareValues(a, b) ?? 0;
}

/** NaN is the greatest number. */
function orderNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function orderLists(a: readonly Inner[], b: readonly Inner[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const found = order(a[i] as Inner, b[i] as Inner);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

const orderPaths = (a: PathRef, b: PathRef): number => orderLists(steps(a), steps(b));

const steps = ({ nodes, relationships }: PathRef): Inner[] =>
  nodes.flatMap((node, i) => [node, ...relationships.slice(i, i + 1)]);

/** Smaller maps first, then by their keys, then by their values. Source: Neo4j's MapValue. */
function orderMaps(a: InnerMap, b: InnerMap): number {
  const keys = Object.keys(a).sort(compareStrings);
  return orderKeys(a, b) || orderLists(valuesOf(a, keys), valuesOf(b, keys));
}

function orderKeys(a: InnerMap, b: InnerMap): number {
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  return (
    keysOfA.length - keysOfB.length || orderLists(keysOfA.sort(compareStrings), keysOfB.sort(compareStrings))
  );
}

const valuesOf = (map: InnerMap, keys: readonly string[]): Inner[] => keys.map((key) => map[key] as Inner);

/**
 * A key that values have in common exactly where DISTINCT and grouping take them for one: null with null, 1 with 1.0.
 * NaN is never the same as another, as in Neo4j.
 */
export function sameness(value: Inner): unknown {
  if (typeof value === 'string') return value.startsWith('\0') ? `\0"${value}` : value;
  if (typeof value === 'number') return Number.isNaN(value) ? Symbol('NaN') : value;
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? exact(value) : value;
  if (value instanceof Float) return value.value;
  return value instanceof NodeRef || value instanceof RelationshipRef ? value : `\0${written(value)}`;
}

/** The same for several values at once. */
export const samenessOf = (values: readonly Inner[]): unknown =>
  values.length === 1 ? sameness(values[0] as Inner) : written(values);

const exact = (value: bigint): number | bigint => (BigInt(Number(value)) === value ? Number(value) : value);

/** Counts NaNs, so that each is written in its own way. */
let unlike = 0;

function written(value: Inner): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return String(exact(value));
  if (typeof value === 'number' && Number.isNaN(value)) return `NaN ${++unlike}`;
  if (value instanceof Float) return String(value.value === 0 ? 0 : value.value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof NodeRef) return `n${value.handle}`;
  if (value instanceof RelationshipRef) return `r${value.handle}`;
  if (value instanceof PathRef) return `p[${steps(value).map(written).join()}]`;
  if (value instanceof Temporal) return `${typeName(value)} ${value}`;
  if (isList(value)) return `[${value.map(written).join()}]`;
  const keys = Object.keys(value).sort(compareStrings);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${written((value as InnerMap)[key] as Inner)}`).join()}}`;
}
