// Where what articles contribute stands until something changes: rows of text under a kind, a key and who put them there.
// Knows no SQLite; the journal has one that lasts, tests use the one in memory.

/** What a row is. Each module here says of its own kinds what stands in them. */
export type Kind =
  | 'article'
  | 'ask'
  | 'entity'
  | 'event'
  | 'group'
  | 'holder'
  | 'id'
  | 'name'
  | 'occasion'
  | 'offer'
  | 'office'
  | 'pair'
  | 'participant'
  | 'phrase'
  | 'print'
  | 'relation'
  | 'sighting'
  | 'support'
  | 'topic'
  | 'trace';

/** Rows in no order that means anything. */
export interface Shelf {
  get(kind: Kind, key: string, who: string): string | undefined;
  /** All rows of a key, as who and value. */
  under(kind: Kind, key: string): readonly (readonly [who: string, value: string])[];
  /** All rows of a kind. */
  all(kind: Kind): Iterable<readonly [key: string, who: string, value: string]>;
  put(kind: Kind, key: string, who: string, value: string): void;
  /** Nothing happens where there is no such row. */
  delete(kind: Kind, key: string, who: string): void;
}

/** The rows of one kind as what they mean. */
export class Drawer<T> {
  readonly #shelf: Shelf;
  readonly #kind: Kind;

  constructor(shelf: Shelf, kind: Kind) {
    this.#shelf = shelf;
    this.#kind = kind;
  }

  get(key: string, who = ''): T | undefined {
    const value = this.#shelf.get(this.#kind, key, who);
    return value === undefined ? undefined : (JSON.parse(value) as T);
  }

  under(key: string): (readonly [who: string, value: T])[] {
    return this.#shelf.under(this.#kind, key).map(([who, value]) => [who, JSON.parse(value) as T] as const);
  }

  *all(): Generator<readonly [key: string, who: string, value: T]> {
    for (const [key, who, value] of this.#shelf.all(this.#kind))
      yield [key, who, JSON.parse(value) as T] as const;
  }

  isEmpty(): boolean {
    for (const _ of this.#shelf.all(this.#kind)) return false;
    return true;
  }

  put(key: string, who: string, value: T): void {
    this.#shelf.put(this.#kind, key, who, JSON.stringify(value));
  }

  delete(key: string, who = ''): void {
    this.#shelf.delete(this.#kind, key, who);
  }
}

/** A shelf that lasts as long as the object. */
export class MemoryShelf implements Shelf {
  readonly #rows = new Map<string, Map<string, Map<string, string>>>();

  get(kind: Kind, key: string, who: string): string | undefined {
    return this.#rows.get(kind)?.get(key)?.get(who);
  }

  under(kind: Kind, key: string): readonly (readonly [string, string])[] {
    return [...(this.#rows.get(kind)?.get(key) ?? [])];
  }

  *all(kind: Kind): Generator<readonly [string, string, string]> {
    for (const [key, rows] of this.#rows.get(kind) ?? [])
      for (const [who, value] of rows) yield [key, who, value] as const;
  }

  put(kind: Kind, key: string, who: string, value: string): void {
    const keys = this.#rows.get(kind) ?? new Map<string, Map<string, string>>();
    this.#rows.set(kind, keys);
    keys.set(key, (keys.get(key) ?? new Map()).set(who, value));
  }

  delete(kind: Kind, key: string, who: string): void {
    const rows = this.#rows.get(kind)?.get(key);
    rows?.delete(who);
    if (rows?.size === 0) this.#rows.get(kind)?.delete(key);
  }
}
