// A value of a query → words for a table, or JSON. Whole relationships always say their polarity and modality.
import {
  Float,
  type MapValue,
  Node,
  Path,
  Relationship,
  Temporal,
  type Value,
} from '../../graph/cypher/values.ts';
import { oneLine, printableJson } from './printable.ts';

/** One printable line. Text stands bare at the top and in quotes inside a list or a map. */
export function shown(value: Value): string {
  return typeof value === 'string' ? oneLine(value) : inside(value);
}

/** One JSON object: a column's value under its name. Integers of any size are written out; NaN and infinities as text. */
export function jsonRow(columns: readonly string[], row: readonly Value[]): string {
  const entries = columns.map((column, i) => [column, plain(row[i] ?? null)] as const);
  return printableJson(JSON.stringify(Object.fromEntries(entries)));
}

function inside(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return oneLine(JSON.stringify(value));
  if (value instanceof Float) return value.value.toFixed(1);
  if (value instanceof Node) return nodeText(value);
  if (value instanceof Relationship) return relationshipText(value);
  if (value instanceof Path) return pathText(value);
  if (isList(value)) return `[${value.map(inside).join(', ')}]`;
  if (value instanceof Temporal) return oneLine(String(value));
  if (typeof value === 'object') return mapText(value);
  return String(value);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const mapText = (map: MapValue): string =>
  `{${Object.entries(map)
    .map(([key, value]) => `${oneLine(key)}: ${inside(value)}`)
    .join(', ')}}`;

/** `(:Person {name: "Lena Holt"})`: the most telling label and property. The rest stands in `--json`. */
function nodeText({ labels, properties }: Node): string {
  const label = labels.find((name) => name !== 'Entity') ?? labels[0];
  const key = ['name', 'title', 'quote', 'text', 'id'].find((name) => properties[name] !== undefined);
  const told = key === undefined ? '' : ` ${mapText({ [key]: properties[key] ?? null })}`;
  return `(${label === undefined ? '' : `:${oneLine(label)}`}${told})`;
}

/** `[not CALLED, planned, 3 documents]`: what must not be cut off comes first. Structural ones: `[ARGUMENT {role: "place"}]`. */
function relationshipText({ type, properties }: Relationship): string {
  const { negated, modality, documents } = properties;
  if (typeof negated !== 'boolean' || typeof modality !== 'string') {
    const told = Object.keys(properties).length === 0 ? '' : ` ${mapText(properties)}`;
    return `[${oneLine(type)}${told}]`;
  }
  const support = typeof documents === 'number' ? `, ${documents} document${documents === 1 ? '' : 's'}` : '';
  return `[${negated ? 'not ' : ''}${oneLine(type)}, ${oneLine(modality)}${support}]`;
}

function pathText({ nodes, relationships }: Path): string {
  const steps = relationships.map((relationship, i) => {
    const text = relationshipText(relationship);
    const arrow = relationship.start === nodes[i]?.id ? `-${text}->` : `<-${text}-`;
    return arrow + inside(nodes[i + 1] ?? null);
  });
  return inside(nodes[0] ?? null) + steps.join('');
}

function plain(value: Value): unknown {
  if (typeof value === 'bigint') return rawJson(String(value));
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Float) return rawJson(value.value.toFixed(1));
  if (value instanceof Node) return { labels: value.labels, properties: plain(value.properties) };
  if (value instanceof Relationship) return { type: value.type, properties: plain(value.properties) };
  if (value instanceof Path)
    return { nodes: value.nodes.map(plain), relationships: value.relationships.map(plain) };
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(plain);
  if (value instanceof Temporal) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** A number as its own digits. Node has it; TypeScript's library doesn't know it yet. */
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;
