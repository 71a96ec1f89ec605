// Properties the other way round: one property of everything in an array, as codes into its few values, or as one long
// text; and who has which value. Made when they are asked for, since most properties never are.
import { type Inner, isNumeric, type Numeric } from './inner.ts';
import { Texts, type TextTest } from './texts.ts';
import { Float, type MapValue } from './values.ts';

/** One property of things by handle. */
export interface Column {
  /** Null where there is none. */
  readonly values: readonly Inner[];
  /** Null where nearly every value is another. Cost: linear, once. */
  codes(): Codes | null;
  /** Handles, ascending, of all whose value is a text that passes; null where only trying all would tell. */
  search(test: TextTest, part: string): readonly number[] | null;
}

/** Few values that many things have: the value of a handle is `values[of[handle]]`. */
export interface Codes {
  readonly values: readonly Inner[];
  readonly of: Uint8Array | Uint16Array;
}

/** Columns and indexes over things, kept current by `put`. */
export class Columns {
  readonly #things: readonly { readonly properties: MapValue }[];
  readonly #columns = new Map<string, OwnColumn>();
  /** By key; null for one that has been asked for once: a single question is answered sooner by trying all. */
  readonly #indexes = new Map<string, Map<unknown, number[]> | null>();

  constructor(things: readonly { readonly properties: MapValue }[]) {
    this.#things = things;
  }

  /** One property of everything. Cost: linear, once a key. */
  of(key: string): Column {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = new OwnColumn(this.#things.map(({ properties }) => own(properties, key)));
    this.#columns.set(key, column);
    return column;
  }

  /** Handles, ascending, among which are all whose property equals a value; null where only trying all would tell. */
  find(key: string, value: Inner): readonly number[] | null {
    const wanted = indexed(value);
    if (wanted === undefined) return null;
    const known = this.#indexes.get(key);
    const index = known ?? (known === null ? this.#index(key) : null);
    if (known === undefined || known === null) this.#indexes.set(key, index);
    return index === null ? null : (index.get(wanted) ?? none);
  }

  /** Says that a thing is new, or has other properties than `before`. Cost: by the number of columns and indexes. */
  put(handle: number, properties: MapValue, before: MapValue): void {
    for (const [key, column] of this.#columns) column.set(handle, own(properties, key));
    for (const [key, index] of this.#indexes) {
      const [old, now] = [indexed(own(before, key)), indexed(own(properties, key))];
      if (index === null || old === now) continue;
      if (old !== undefined) removeFrom(index.get(old) ?? [], handle);
      if (now !== undefined) addTo(index, now, handle);
    }
  }

  #index(key: string): Map<unknown, number[]> {
    const index = new Map<unknown, number[]>();
    for (const [handle, value] of this.of(key).values.entries()) {
      const entry = indexed(value);
      if (entry !== undefined) addTo(index, entry, handle);
    }
    return index;
  }
}

class OwnColumn implements Column {
  readonly #values: Inner[];
  /** Undefined as long as no one has asked. */
  #codes: Codes | null | undefined;
  #texts: Texts | null | undefined;
  #searches = 0;

  constructor(values: Inner[]) {
    this.#values = values;
  }

  get values(): readonly Inner[] {
    return this.#values;
  }

  codes(): Codes | null {
    if (this.#codes === undefined) this.#codes = codesOf(this.#values);
    return this.#codes;
  }

  search(test: TextTest, part: string): readonly number[] | null {
    this.#searches += 1;
    if (this.#searches === 1 || part === '') return null;
    if (this.#texts === undefined) this.#texts = Texts.of(this.#values);
    return this.#texts?.find(test, part) ?? null;
  }

  set(handle: number, value: Inner): void {
    if (handle < this.#values.length && this.#values[handle] === value) return;
    this.#values[handle] = value;
    this.#codes = undefined;
    this.#texts = undefined;
    this.#searches = 0;
  }
}

/** One value in eight may be another; more of them don't pay. */
function codesOf(values: readonly Inner[]): Codes | null {
  const most = Math.min(65_535, Math.max(64, values.length >> 3));
  const numbers = new Map<Inner, number>();
  const of = new Uint16Array(values.length);
  for (let handle = 0; handle < values.length; handle++) {
    const value = values[handle] as Inner;
    let number = numbers.get(value);
    if (number === undefined) {
      if (numbers.size >= most) return null;
      number = numbers.size;
      numbers.set(value, number);
    }
    of[handle] = number;
  }
  return { values: [...numbers.keys()], of: numbers.size <= 256 ? Uint8Array.from(of) : of };
}

const none: readonly number[] = [];

const own = (properties: MapValue, key: string): Inner =>
  Object.hasOwn(properties, key) ? (properties[key] as Inner) : null;

function addTo(index: Map<unknown, number[]>, entry: unknown, handle: number): void {
  const handles = index.get(entry);
  if (handles === undefined) index.set(entry, [handle]);
  else if ((handles.at(-1) as number) < handle) handles.push(handle);
  else if (!handles.includes(handle)) {
    handles.push(handle);
    handles.sort((a, b) => a - b);
  }
}

function removeFrom(handles: number[], handle: number): void {
  const place = handles.indexOf(handle);
  if (place >= 0) handles.splice(place, 1);
}

/** What equal values have in common: more than they may, as 2^53 + 1 and 2.0^53 do. Undefined for what isn't indexed. */
function indexed(value: Inner): string | number | boolean | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value !== null && isNumeric(value) ? asDouble(value) : undefined;
}

const asDouble = (value: Numeric): number => (value instanceof Float ? value.value : Number(value));
