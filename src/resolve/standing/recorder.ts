// A shelf that remembers how it was before what is written through it. Knows nothing of what stands in it.
import type { Kind, Shelf } from './shelf.ts';

/** Writes to a shelf; `before` goes on showing what stood there. *Cost*: a look at each row that is written. */
export class Recorder implements Shelf {
  readonly #shelf: Shelf;
  /** By kind, key and who: what stood there first; undefined where nothing did. */
  readonly #old = new Map<Kind, Map<string, Map<string, string | undefined>>>();
  /** The shelf as it was. Nothing can be written to it. */
  readonly before: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.before = {
      get: (kind, key, who) => {
        const rows = this.#old.get(kind)?.get(key);
        return rows?.has(who) === true ? rows.get(who) : shelf.get(kind, key, who);
      },
      under: (kind, key) => [...this.#under(kind, key)],
      all: (kind) => this.#all(kind),
      put: refuse,
      delete: refuse,
    };
  }

  get(kind: Kind, key: string, who: string): string | undefined {
    return this.#shelf.get(kind, key, who);
  }

  under(kind: Kind, key: string): readonly (readonly [string, string])[] {
    return this.#shelf.under(kind, key);
  }

  all(kind: Kind): Iterable<readonly [string, string, string]> {
    return this.#shelf.all(kind);
  }

  put(kind: Kind, key: string, who: string, value: string): void {
    this.#remember(kind, key, who);
    this.#shelf.put(kind, key, who, value);
  }

  delete(kind: Kind, key: string, who: string): void {
    this.#remember(kind, key, who);
    this.#shelf.delete(kind, key, who);
  }

  #remember(kind: Kind, key: string, who: string): void {
    const keys = this.#old.get(kind) ?? new Map<string, Map<string, string | undefined>>();
    this.#old.set(kind, keys);
    const rows = keys.get(key) ?? new Map<string, string | undefined>();
    keys.set(key, rows);
    if (!rows.has(who)) rows.set(who, this.#shelf.get(kind, key, who));
  }

  *#under(kind: Kind, key: string): Generator<readonly [string, string]> {
    const old = this.#old.get(kind)?.get(key);
    for (const row of this.#shelf.under(kind, key)) if (old?.has(row[0]) !== true) yield row;
    for (const [who, value] of old ?? []) if (value !== undefined) yield [who, value];
  }

  *#all(kind: Kind): Generator<readonly [string, string, string]> {
    const old = this.#old.get(kind);
    for (const row of this.#shelf.all(kind)) if (old?.get(row[0])?.has(row[1]) !== true) yield row;
    for (const [key, rows] of old ?? [])
      for (const [who, value] of rows) if (value !== undefined) yield [key, who, value];
  }
}

function refuse(): never {
  throw new Error('A shelf as it was before a change is not written to.');
}
