// The shelf that lasts: a table in a .graph file. Knows SQLite, as journal.ts does, and no more of the file.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Kind, Shelf } from './resolve/standing/shelf.ts';

/** What the table is made with. */
export const shelfTable = `CREATE TABLE shelf (
  kind TEXT NOT NULL, key TEXT NOT NULL, who TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key, who)
) STRICT, WITHOUT ROWID`;

/** A shelf in a database that has the table. What is put is kept when the transaction around it is. */
export class SqliteShelf implements Shelf {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  get(kind: Kind, key: string, who: string): string | undefined {
    const row = this.#statement('SELECT value FROM shelf WHERE kind = ? AND key = ? AND who = ?');
    return row.get(kind, key, who)?.value as string | undefined;
  }

  under(kind: Kind, key: string): readonly (readonly [string, string])[] {
    const rows = this.#statement('SELECT who, value FROM shelf WHERE kind = ? AND key = ?').all(kind, key);
    return rows.map(({ who, value }) => [who as string, value as string] as const);
  }

  /** A statement of its own, so that rows may be asked for while others are walked. */
  *all(kind: Kind): Generator<readonly [string, string, string]> {
    const statement = this.#db.prepare('SELECT key, who, value FROM shelf WHERE kind = ?');
    statement.setReturnArrays(true);
    yield* statement.iterate(kind) as Iterable<unknown> as Iterable<readonly [string, string, string]>;
  }

  put(kind: Kind, key: string, who: string, value: string): void {
    this.#statement('INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?)').run(kind, key, who, value);
  }

  delete(kind: Kind, key: string, who: string): void {
    this.#statement('DELETE FROM shelf WHERE kind = ? AND key = ? AND who = ?').run(kind, key, who);
  }

  /** Takes everything out. */
  clear(): void {
    this.#statement('DELETE FROM shelf').run();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}
