// The types that `IS :: TYPE` tests for and valueType() gives. Source: Neo4j's manual, "Type predicate expressions".
import { type Inner, isList, isMap, NodeRef, PathRef, RelationshipRef, typeName } from './inner.ts';

/** A type. Null is of every type that is not `NOT NULL`. */
export type ValueType =
  | { readonly kind: 'plain'; readonly name: string; readonly notNull: boolean }
  | { readonly kind: 'listOf'; readonly item: ValueType; readonly notNull: boolean }
  | { readonly kind: 'oneOf'; readonly options: readonly ValueType[] };

/** Every name of a plain type, and what it is called here. Longer names come before those that they begin with. */
export const typeNames: readonly (readonly [written: string, name: string])[] = [
  ['TIMESTAMP WITHOUT TIME ZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITHOUT TIMEZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITH TIME ZONE', 'ZONED DATETIME'],
  ['TIMESTAMP WITH TIMEZONE', 'ZONED DATETIME'],
  ['TIME WITHOUT TIME ZONE', 'LOCAL TIME'],
  ['TIME WITHOUT TIMEZONE', 'LOCAL TIME'],
  ['TIME WITH TIME ZONE', 'ZONED TIME'],
  ['TIME WITH TIMEZONE', 'ZONED TIME'],
  ['ZONED DATETIME', 'ZONED DATETIME'],
  ['LOCAL DATETIME', 'LOCAL DATETIME'],
  ['SIGNED INTEGER', 'INTEGER'],
  ['PROPERTY VALUE', 'PROPERTY VALUE'],
  ['ANY RELATIONSHIP', 'RELATIONSHIP'],
  ['ANY NODE', 'NODE'],
  ['ANY MAP', 'MAP'],
  ['ANY PROPERTY VALUE', 'PROPERTY VALUE'],
  ['ANY VALUE', 'ANY'],
  ['ZONED TIME', 'ZONED TIME'],
  ['LOCAL TIME', 'LOCAL TIME'],
  ['RELATIONSHIP', 'RELATIONSHIP'],
  ['DURATION', 'DURATION'],
  ['NOTHING', 'NOTHING'],
  ['BOOLEAN', 'BOOLEAN'],
  ['INTEGER', 'INTEGER'],
  ['VARCHAR', 'STRING'],
  ['STRING', 'STRING'],
  ['VERTEX', 'NODE'],
  ['FLOAT', 'FLOAT'],
  ['BOOL', 'BOOLEAN'],
  ['DATE', 'DATE'],
  ['EDGE', 'RELATIONSHIP'],
  ['NODE', 'NODE'],
  ['NULL', 'NULL'],
  ['PATH', 'PATH'],
  ['MAP', 'MAP'],
  ['INT', 'INTEGER'],
  ['ANY', 'ANY'],
];

/** The type as text. */
export function textOfType(type: ValueType): string {
  if (type.kind === 'oneOf') return type.options.map(textOfType).join(' | ');
  const name = type.kind === 'plain' ? type.name : `LIST<${textOfType(type.item)}>`;
  return type.notNull ? `${name} NOT NULL` : name;
}

/** Whether a value is of a type. */
export function isOfValueType(value: Inner, type: ValueType): boolean {
  if (type.kind === 'oneOf') return type.options.some((option) => isOfValueType(value, option));
  if (value === null) return !type.notNull && !(type.kind === 'plain' && type.name === 'NOTHING');
  if (type.kind === 'listOf') return isList(value) && value.every((item) => isOfValueType(item, type.item));
  if (type.name === 'ANY') return true;
  if (type.name === 'PROPERTY VALUE') return isStorable(value);
  return typeName(value) === type.name;
}

const isStorable = (value: Inner): boolean =>
  isList(value)
    ? value.every((item) => item !== null && !isList(item) && isStorable(item))
    : !(
        value instanceof NodeRef ||
        value instanceof RelationshipRef ||
        value instanceof PathRef ||
        (value !== null && isMap(value))
      );

/** What valueType() gives: the closest type of a value. */
export function valueTypeOf(value: Inner): string {
  if (value === null) return 'NULL';
  if (!isList(value)) return `${typeName(value)} NOT NULL`;
  return `LIST<${itemType(value)}> NOT NULL`;
}

function itemType(items: readonly Inner[]): string {
  if (items.length === 0) return 'NOTHING';
  const present = [...new Set(items.filter((item) => item !== null).map(valueTypeOf))].sort(byRank);
  if (present.length === 0) return 'NULL';
  const hasNull = items.includes(null);
  return present.map((type) => (hasNull ? type.replace(/ NOT NULL$/, '') : type)).join(' | ');
}

/** The order in which Neo4j lists types. */
const ranks =
  'BOOLEAN STRING INTEGER FLOAT DATE LOCAL_TIME ZONED_TIME LOCAL_DATETIME ZONED_DATETIME DURATION POINT NODE RELATIONSHIP MAP LIST PATH'.split(
    ' ',
  );

function byRank(a: string, b: string): number {
  const rank = (type: string) => ranks.indexOf(type.replace(/ NOT NULL$|<.*$/g, '').replace(' ', '_'));
  return rank(a) - rank(b) || (a < b ? 1 : -1);
}
