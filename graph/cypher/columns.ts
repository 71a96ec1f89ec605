// Properties the other way round: one property of everything in one array, and who has which value. Made when they are
// asked for, since most properties never are.
import { type Inner, isNumeric, type Numeric } from './inner.ts';
import { Float, type MapValue } from './values.ts';

/** The values of one property by handle; null where there is none. */
export type ValueColumn = readonly Inner[];

/** Columns and indexes over things that stand still. */
export class Columns {
  readonly #things: readonly { readonly properties: MapValue }[];
  readonly #columns = new Map<string, ValueColumn>();
  /** By key; null for one that has been asked for once: a single question is answered sooner by trying all. */
  readonly #indexes = new Map<string, ReadonlyMap<unknown, readonly number[]> | null>();

  constructor(things: readonly { readonly properties: MapValue }[]) {
    this.#things = things;
  }

  /** One property of everything. Cost: linear, once a key. */
  of(key: string): ValueColumn {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = this.#things.map(({ properties }) =>
      Object.hasOwn(properties, key) ? (properties[key] as Inner) : null,
    );
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

  #index(key: string): ReadonlyMap<unknown, readonly number[]> {
    const index = new Map<unknown, number[]>();
    for (const [handle, value] of this.of(key).entries()) {
      const entry = indexed(value);
      if (entry === undefined) continue;
      const handles = index.get(entry);
      if (handles === undefined) index.set(entry, [handle]);
      else handles.push(handle);
    }
    return index;
  }
}

const none: readonly number[] = [];

/** What equal values have in common: more than they may, as 2^53 + 1 and 2.0^53 do. Undefined for what isn't indexed. */
function indexed(value: Inner): string | number | boolean | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value !== null && isNumeric(value) ? asDouble(value) : undefined;
}

const asDouble = (value: Numeric): number => (value instanceof Float ? value.value : Number(value));
