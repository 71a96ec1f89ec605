// The TCK's notation of values, both ways: a cell's text and a query's value each in one canonical form, so that two are
// the same where their forms are. Source: the TCK's README, "Format of the expected results".
import { Float, Node, Path, Relationship, Temporal, type Value } from '../../graph/cypher/values.ts';

/** How lists count: as they are, or in any order. */
export type ListOrder = 'kept' | 'ignored';

/** A cell in canonical form. Errors: `Error` for a cell that is no value. */
export function canonicalCell(cell: string, lists: ListOrder = 'kept'): string {
  return new CellReader(cell, lists).whole();
}

/** A value of a query in canonical form. Temporal values are written as text, as the TCK does. */
export function canonicalValue(value: Value, lists: ListOrder = 'kept'): string {
  const inner = (item: Value) => canonicalValue(item, lists);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : float(value);
  if (value instanceof Float) return float(value.value);
  if (Array.isArray(value)) return list(value.map(inner), lists);
  if (value instanceof Node) return `(${labels(value.labels)}${map(value.properties, inner)})`;
  if (value instanceof Relationship) return `[:${value.type}${map(value.properties, inner)}]`;
  if (value instanceof Path) {
    const steps = value.relationships.map((relationship, i) => {
      const isForward = relationship.start === value.nodes[i]?.id;
      return `${isForward ? '-' : '<-'}${inner(relationship)}${isForward ? '->' : '-'}${inner(value.nodes[i + 1] as Node)}`;
    });
    return `<${inner(value.nodes[0] as Node)}${steps.join('')}>`;
  }
  if (value instanceof Temporal) return JSON.stringify(asJava(String(value)));
  return map(value as Readonly<Record<string, Value>>, inner) || '{}';
}

/** A cell as a value to hand over as a parameter: no nodes, relationships or paths. */
export function valueOfCell(cell: string): Value {
  return new CellReader(cell, 'kept').value();
}

/** The TCK writes times as java.time does: without seconds where there are none. Neo4j and we write them always. */
const asJava = (text: string): string => text.replace(/(\d\d:\d\d):00(?![.\d])/, '$1');

const float = (value: number): string => `float ${value === 0 ? 0 : value}`;

const list = (items: readonly string[], lists: ListOrder): string =>
  `[${(lists === 'ignored' ? [...items].sort() : items).join(', ')}]`;

const labels = (names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name) => `:${name}`)
    .join('');

function map(entries: Readonly<Record<string, Value>>, inner: (value: Value) => string): string {
  const parts = Object.entries(entries).map(([key, value]) => `${key}: ${inner(value)}`);
  return parts.length === 0 ? '' : `{${parts.sort().join(', ')}}`;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

class CellReader {
  readonly #text: string;
  readonly #lists: ListOrder;
  #at = 0;

  constructor(text: string, lists: ListOrder) {
    this.#text = text.trim();
    this.#lists = lists;
  }

  whole(): string {
    const found = this.#any();
    if (this.#at < this.#text.length) throw new Error(`"${this.#text}" is no value of the TCK.`);
    return found;
  }

  /** By way of the canonical form, which but for floats is JSON with plain keys. */
  value(): Value {
    this.#space();
    const start = this.#text[this.#at];
    if (start === '[') return this.#items(']', () => this.value());
    if (start === '{') return Object.fromEntries(this.#items('}', () => [this.#key(), this.value()]));
    const found = this.#any();
    if (found.startsWith('float ')) {
      const number = Number(found.slice(6));
      return Number.isInteger(number) ? new Float(number) : number;
    }
    return JSON.parse(found) as Value;
  }

  #any(): string {
    this.#space();
    const start = this.#text[this.#at];
    if (start === "'") return JSON.stringify(this.#string());
    if (start === '(') return this.#node();
    if (start === '<') return this.#path();
    if (start === '{') return this.#map() || '{}';
    if (start !== '[') return this.#word();
    if (/^\[\s*:/.test(this.#text.slice(this.#at))) return this.#relationship();
    return list(
      this.#items(']', () => this.#any()),
      this.#lists,
    );
  }

  #string(): string {
    let value = '';
    for (this.#at += 1; this.#text[this.#at] !== "'"; this.#at += 1) {
      if (this.#at >= this.#text.length) throw new Error(`${this.#text} is never closed.`);
      const letter = this.#text[this.#at] as string;
      if (letter === '\\') this.#at += 1;
      const next = this.#text[this.#at] as string;
      value += letter === '\\' ? (escapes[next] ?? next) : letter;
    }
    this.#at += 1;
    return value;
  }

  #node(): string {
    this.#expect('(');
    const names = this.#labels();
    const properties = this.#map();
    this.#expect(')');
    return `(${labels(names)}${properties})`;
  }

  #relationship(): string {
    this.#expect('[');
    const [type] = this.#labels();
    const properties = this.#map();
    this.#expect(']');
    return `[:${type}${properties}]`;
  }

  #path(): string {
    this.#expect('<');
    let path = this.#node();
    while (!this.#take('>')) {
      const isBackward = this.#take('<');
      this.#expect('-');
      const relationship = this.#relationship();
      this.#expect('-');
      if (!isBackward) this.#expect('>');
      path += `${isBackward ? '<-' : '-'}${relationship}${isBackward ? '-' : '->'}${this.#node()}`;
    }
    return `<${path}>`;
  }

  #labels(): string[] {
    const names: string[] = [];
    while (this.#take(':')) names.push(this.#match(/[^\s:{})\]]+/y));
    return names;
  }

  /** Empty where there is none, or nothing in it. */
  #map(): string {
    this.#space();
    if (this.#text[this.#at] !== '{') return '';
    const parts = this.#items('}', () => `${this.#key()}: ${this.#any()}`);
    return parts.length === 0 ? '' : `{${parts.sort().join(', ')}}`;
  }

  #key(): string {
    this.#space();
    const key = this.#match(/[^\s:]+/y);
    this.#expect(':');
    return key;
  }

  /** What stands between the bracket at hand and its closing one. */
  #items<T>(closing: string, read: () => T): T[] {
    const items: T[] = [];
    this.#at += 1;
    while (!this.#take(closing)) {
      items.push(read());
      this.#take(',');
    }
    return items;
  }

  #word(): string {
    const word = this.#match(/[^\s,\]})]+/y);
    if (/^(?:null|true|false|-?\d+)$/.test(word)) return word === '-0' ? '0' : word;
    const number = Number(word.replace(/Inf$/, 'Infinity'));
    if (Number.isNaN(number) && word !== 'NaN') throw new Error(`"${word}" is no value of the TCK.`);
    return float(number);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new Error(`${this.#text} is no value of the TCK.`);
    this.#at += found.length;
    return found;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #take(sign: string): boolean {
    this.#space();
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Error(`Expected ${sign} in ${this.#text}.`);
  }
}
