// The .graph file: articles' texts, their records and the decisions, in SQLite; and the graph as it stands, which can be
// thrown away. Knows nothing of how records are made or what becomes of them.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, statSync, unlinkSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Document } from '../graph/model.ts';
import { Annotated } from './annotated.ts';
import { Decided, Decision, Idle } from './decision.ts';
import type { Shelf } from './resolve/standing/shelf.ts';
import { SqliteShelf, shelfTable } from './shelf.ts';

/** An article and how its extractor read it. */
export interface Article {
  readonly document: Document;
  readonly record: Annotated;
}

/** The file can't be used: it is none of ours, of another version, damaged, missing, or another process writes it. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** "wire" in ASCII: what `file` and SQLite tools show of a .graph file. */
const applicationId = 0x77697265;
const version = 2;

/** How to write what may erase a text: no log keeps it, also where the process is killed. */
const erasing = 'PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL';
/** How to write what only adds: into a log that is brought in from time to time, without waiting for the disk. */
const adding = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';

const texts = [
  `CREATE TABLE documents (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT, author TEXT, publishedAt TEXT, url TEXT, language TEXT,
  contentHash TEXT NOT NULL, observedAt TEXT NOT NULL, text TEXT NOT NULL
) STRICT`,
  `CREATE TABLE records (
  document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  extractor TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL
) STRICT`,
  'CREATE TABLE decisions (number INTEGER PRIMARY KEY, decidedAt TEXT NOT NULL, decision TEXT NOT NULL) STRICT',
];

/** Names the journal wherever it is copied; files from before it was there get it when they are next written. */
const identity = 'CREATE TABLE journal (id TEXT NOT NULL) STRICT';

/** What each source's bytes were when it was read, and what was in it: while both stay, it needn't be read again. */
const marks =
  'CREATE TABLE marks (source TEXT PRIMARY KEY, mark TEXT NOT NULL, documents TEXT NOT NULL) STRICT, WITHOUT ROWID';

/** Tables that a file from before they were there may lack. */
const later = [identity, marks];

/** What can be made again: the graph as it stands, what it was made by, and the articles that came after. */
const made = [
  shelfTable,
  'CREATE TABLE standing (number INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT',
  'CREATE TABLE pending (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
];

/** The tables of each version. Version 1 kept the graph as lines, which nobody reads any more. */
const tables: Readonly<Record<number, readonly string[]>> = {
  1: [
    ...texts,
    'CREATE TABLE cache (hash TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (hash, number)) STRICT, WITHOUT ROWID',
  ],
  2: [...texts, ...made],
};

/** What the graph that stands was made of, besides the articles. */
const Standing = z.object({
  /** The version of what made it. */
  by: z.string(),
  decisions: z.array(Decided),
  /** Decisions that have no effect. */
  idle: z.array(Idle),
  /** Whether it must be made anew whatever changes: decisions don't tell which articles they are about. */
  isForeign: z.boolean(),
  size: z.object({ documents: z.int(), entities: z.int(), claims: z.int(), relations: z.int() }),
  /** Another whenever the graph is made anew or changed. */
  state: z.string(),
});
export type Standing = z.infer<typeof Standing>;
export type Size = Standing['size'];

const DocumentRow = z.object({
  id: z.string().min(1),
  title: z.string(),
  text: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  contentHash: z.string(),
});

/** An open .graph file. Every change is one transaction: a crash loses at most the change in hand. */
export class Journal implements Disposable {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #isNew: boolean;
  readonly #shelf: SqliteShelf;
  /** Whether a text went while the file was open. */
  #isErased = false;
  /** How changes are written at the moment. */
  #mode = erasing;

  private constructor(path: string, db: DatabaseSync, isNew: boolean) {
    this.path = path;
    this.#db = db;
    this.#isNew = isNew;
    this.#shelf = new SqliteShelf(db);
  }

  /** Opens a file to look: nothing is written, not even beside it. *Errors*: `JournalError`. */
  static read(path: string): Journal {
    if (!existsSync(path))
      throw new JournalError(
        `There is no file ${path}. Build it with: wiregraph build ARTICLES --out ${path}`,
      );
    return guard(path, () => {
      const db = openToRead(path);
      check(path, db);
      return new Journal(path, db, false);
    });
  }

  /**
   * Opens a file to write, or makes it; no other process can open it until it is closed. *Errors*: `JournalError`, also
   * where the path holds a file of someone else, which is left as it is.
   */
  static write(path: string): Journal {
    const isNew = !existsSync(path) || statSync(path).size === 0;
    return guard(path, () => {
      const db = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
      try {
        db.exec('PRAGMA trusted_schema = OFF; PRAGMA locking_mode = EXCLUSIVE');
        const found = isNew ? version : check(path, db);
        db.exec(`PRAGMA secure_delete = ON; ${erasing}; BEGIN EXCLUSIVE`);
        if (isNew) create(db);
        else if (found < version) renew(db);
        identify(db);
        if (!hasTable(db, 'marks')) db.exec(marks);
        db.exec('COMMIT');
        return new Journal(path, db, isNew);
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  /** The journal's id: the same in every copy of the file; undefined in one from before there was any. */
  id(): string | undefined {
    if (this.#get("SELECT 1 FROM sqlite_schema WHERE name = 'journal'") === undefined) return undefined;
    return z.string().min(1).parse(this.#get('SELECT id FROM journal')?.id);
  }

  /** Content hash and extractor of a document that is kept; undefined where it isn't. */
  head(id: string): { readonly contentHash: string; readonly extractor: string } | undefined {
    const row = this.#get(
      'SELECT contentHash, extractor FROM documents JOIN records ON document = id WHERE id = ?',
      id,
    );
    return row === undefined
      ? undefined
      : z.object({ contentHash: z.string(), extractor: z.string() }).parse(row);
  }

  /** Ids of all documents, in no order that means anything. */
  ids(): string[] {
    return [...this.#all('SELECT id FROM documents')].map((row) => String(row.id));
  }

  /** Every article, one at a time. *Errors*: `JournalError` where a record isn't what a record is. */
  *articles(): Generator<Article> {
    for (const row of this.#all('SELECT * FROM documents JOIN records ON document = id ORDER BY id'))
      yield { document: this.#document(row), record: this.#record(row) };
  }

  /** One article. *Errors*: `JournalError` where there is none, or its record isn't what a record is. */
  article(id: string): Article {
    const row = this.#get('SELECT * FROM documents JOIN records ON document = id WHERE id = ?', id);
    if (row === undefined) throw new JournalError(`${this.path} holds no article ${id}.`);
    return { document: this.#document(row), record: this.#record(row) };
  }

  /** Every document, the newest first, one at a time. */
  *documents(): Generator<Document> {
    for (const row of this.#all('SELECT * FROM documents ORDER BY publishedAt DESC, id'))
      yield this.#document(row);
  }

  /** Of every document by whom and when it was published. */
  *heads(): Generator<Pick<Document, 'id' | 'publisher' | 'publishedAt'>> {
    for (const { id, publisher, publishedAt } of this.#all(
      'SELECT id, publisher, publishedAt FROM documents',
    ))
      yield {
        id: String(id),
        ...(publisher === null ? {} : { publisher: String(publisher) }),
        ...(publishedAt === null ? {} : { publishedAt: String(publishedAt) }),
      };
  }

  has(id: string): boolean {
    return this.#get('SELECT 1 FROM documents WHERE id = ?', id) !== undefined;
  }

  /**
   * Keeps an article of which nothing is there yet. Doesn't wait for the disk: a process that is killed loses nothing, a
   * machine that loses power perhaps the last seconds. *Errors*: `JournalError` where the id is taken.
   */
  add(article: Article, observedAt: string): void {
    if (this.head(article.document.id) !== undefined)
      throw new JournalError(`${this.path} holds ${article.document.id} already. Use put to replace it.`);
    this.#change(adding, () => this.#insert(article, observedAt));
  }

  /**
   * Keeps articles, each in place of the one with its id, and removes others, all or none. Ids that aren't there are passed
   * over. Texts that go are overwritten in the file; so is the graph that stands, for it may hold words of theirs, unless
   * `update` takes those out within the same change. `observedAt`: ISO 8601, when the articles were read in.
   */
  replace(
    { put = [], remove = [] }: { readonly put?: Iterable<Article>; readonly remove?: readonly string[] },
    observedAt: string,
    update?: () => void,
  ): void {
    this.#change(erasing, () => {
      let isErased = false;
      for (const id of remove) {
        isErased = this.#erase(id) || isErased;
        this.#run('DELETE FROM marks WHERE source IN (?, ?)', id, sourceOf(id));
      }
      for (const article of put) {
        isErased = this.#erase(article.document.id) || isErased;
        this.#insert(article, observedAt);
      }
      if (update !== undefined) update();
      else if (isErased) this.#forget();
      this.#isErased ||= isErased;
    });
  }

  /** Keeps articles, each in place of the one with its id, all or none. See `replace`. */
  put(articles: Iterable<Article>, observedAt: string): void {
    this.replace({ put: articles }, observedAt);
  }

  /** Removes articles. See `replace`. */
  remove(ids: readonly string[]): void {
    if (ids.length > 0) this.replace({ remove: ids }, '');
  }

  #erase(id: string): boolean {
    this.#run('DELETE FROM pending WHERE document = ?', id);
    return this.#run('DELETE FROM documents WHERE id = ?', id) > 0;
  }

  #forget(): void {
    this.#run('DELETE FROM standing');
    this.#run('DELETE FROM pending');
    this.#shelf.clear();
  }

  #insert(article: Article, observedAt: string): void {
    const { id, title, text, publisher, author, publishedAt, url, language, contentHash } = article.document;
    if (![id, title, text].every((value) => value.isWellFormed()))
      throw new JournalError(`The document "${id.toWellFormed()}" holds half of a character. Mend its text.`);
    const record = JSON.stringify(article.record);
    const digest = createHash('sha256').update(record).digest('hex');
    const others = [publisher, author, publishedAt, url, language].map((value) => value ?? null);
    this.#run(
      `INSERT INTO documents (id, title, text, publisher, author, publishedAt, url, language, contentHash, observedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, title, text, ...others, contentHash, observedAt],
    );
    this.#run('INSERT INTO records VALUES (?, ?, ?, ?)', id, article.record.extractor, digest, record);
    this.#run('INSERT INTO pending VALUES (?)', id);
  }

  /** Ids of the documents that a source holds: its own, and `SOURCE#RECORD`. Sorted. */
  idsOf(source: string): string[] {
    return [...this.#all(`SELECT id FROM documents WHERE ${ofSource} ORDER BY id`, ...range(source))].map(
      (row) => String(row.id),
    );
  }

  /**
   * The mark that a source was given, as long as what was in it then is kept, as this extractor reads it; else undefined.
   * Cost: linear in the source's documents.
   */
  mark(source: string, extractor: string): string | undefined {
    const row = this.#get('SELECT mark, documents FROM marks WHERE source = ?', source);
    if (row === undefined || row.documents !== this.#contents(source)) return undefined;
    const other = `SELECT 1 FROM records WHERE extractor <> ? AND document IN (SELECT id FROM documents WHERE ${ofSource})`;
    return this.#get(other, extractor, ...range(source)) === undefined ? String(row.mark) : undefined;
  }

  /** Marks sources with what their bytes are; what is in them must be kept. */
  setMarks(given: ReadonlyMap<string, string>): void {
    if (given.size === 0) return;
    this.#change(this.#mode, () => {
      for (const [source, mark] of given)
        this.#run('INSERT OR REPLACE INTO marks VALUES (?, ?, ?)', source, mark, this.#contents(source));
    });
  }

  #contents(source: string): string {
    const hash = createHash('sha256');
    const sql = `SELECT id, contentHash FROM documents WHERE ${ofSource} ORDER BY id`;
    for (const row of this.#all(sql, ...range(source)))
      hash.update(JSON.stringify([row.id, row.contentHash]));
    return hash.digest('hex');
  }

  /** The decisions in the order in which they were made. *Errors*: `JournalError` where one isn't what a decision is. */
  decisions(): Decided[] {
    return [...this.#all('SELECT number, decidedAt, decision FROM decisions ORDER BY number')].map((row) => ({
      number: Number(row.number),
      decidedAt: String(row.decidedAt),
      decision: this.#json(Decision, String(row.decision), `decision ${row.number}`),
    }));
  }

  /** Keeps a decision and gives its number. `decidedAt`: ISO 8601. */
  decide(decision: Decision, decidedAt: string): number {
    const last = Number(this.#get('SELECT max(number) AS last FROM decisions')?.last ?? 0);
    this.#change(erasing, () =>
      this.#run('INSERT INTO decisions VALUES (?, ?, ?)', last + 1, decidedAt, JSON.stringify(decision)),
    );
    return last + 1;
  }

  /** Takes a decision back; false where there is none of that number. */
  undo(number: number): boolean {
    const isThere = this.#get('SELECT number FROM decisions WHERE number = ?', number) !== undefined;
    if (isThere) this.#change(erasing, () => this.#run('DELETE FROM decisions WHERE number = ?', number));
    return isThere;
  }

  /** What tells whether an article's record is another than it was. */
  fingerprint(id: string): string {
    const row = this.#get(
      'SELECT contentHash, digest FROM documents JOIN records ON document = id WHERE id = ?',
      id,
    );
    return `${row?.contentHash} ${row?.digest}`;
  }

  /** The graph as it stands. What it holds is only as sound as whoever wrote the file. */
  get shelf(): Shelf {
    return this.#shelf;
  }

  /** What the graph that stands was made of; undefined where none does, or it was made by something older or unsound. */
  standing(): Standing | undefined {
    if (this.#version() < 2) return undefined;
    const row = this.#get('SELECT value FROM standing');
    if (row === undefined) return undefined;
    try {
      return Standing.safeParse(JSON.parse(String(row.value))).data;
    } catch {
      return undefined;
    }
  }

  /** Ids of the articles that came after the graph that stands was made. */
  pending(): string[] {
    return [...this.#all('SELECT document FROM pending ORDER BY document')].map((row) =>
      String(row.document),
    );
  }

  /** Changes the graph that stands, all or nothing; within `replace`, as a part of that. Afterwards no article is pending. */
  stand(body: (shelf: SqliteShelf) => Omit<Standing, 'state'>): void {
    const change = () => {
      const standing = { ...body(this.#shelf), state: randomUUID() };
      this.#run('INSERT OR REPLACE INTO standing VALUES (1, ?)', JSON.stringify(standing));
      this.#run('DELETE FROM pending');
    };
    if (this.#db.isTransaction) change();
    else this.#change(erasing, change);
  }

  /** Throws the graph that stands away. */
  forget(): void {
    this.#change(erasing, () => this.#forget());
  }

  get isOpen(): boolean {
    return this.#db.isOpen;
  }

  /** Closes the file and leaves nothing beside it. A new file that took in no article is not left behind. */
  close(): void {
    if (!this.#db.isOpen) return;
    const isEmpty = this.#isNew && this.ids().length === 0;
    if (!this.#isReadOnly()) this.#db.exec('PRAGMA journal_mode = DELETE');
    // SQLite overwrites what is deleted, but not what it had moved from page to page before.
    if (this.#isErased && !isEmpty) guard(this.path, () => this.#db.exec('VACUUM'));
    this.#db.close();
    if (isEmpty) unlinkSync(this.path);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** One transaction. */
  #change(mode: string, body: () => void): void {
    guard(this.path, () => {
      if (this.#mode !== mode) this.#db.exec(mode);
      this.#mode = mode;
      this.#db.exec('BEGIN IMMEDIATE');
      try {
        body();
        this.#db.exec('COMMIT');
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #isReadOnly(): boolean {
    return this.#get('PRAGMA query_only')?.query_only === 1;
  }

  #document(row: Record<string, unknown>): Document {
    const fields = this.#checked(DocumentRow, row, `document "${row.id}"`);
    return Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== null),
    ) as unknown as Document;
  }

  #record(row: Record<string, unknown>): Annotated {
    return this.#json(Annotated, String(row.record), `record of "${row.id}"`);
  }

  #json<T>(schema: z.ZodType<T>, text: string, what: string): T {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new JournalError(`${this.path}: the ${what} is no JSON. Build the file again from its articles.`);
    }
    return this.#checked(schema, value, what);
  }

  #checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw new JournalError(
      `${this.path}: the ${what} is damaged at ${issue?.path.join('.')} (${issue?.message}). Build the file again from its articles.`,
    );
  }

  #get(sql: string, ...values: readonly (string | number)[]): Record<string, unknown> | undefined {
    return guard(this.path, () => this.#db.prepare(sql).get(...values));
  }

  #version(): number {
    return Number(this.#get('PRAGMA user_version')?.user_version);
  }

  /** How many rows changed. */
  #run(sql: string, ...values: readonly (string | number | null)[]): number {
    return Number(this.#db.prepare(sql).run(...values).changes);
  }

  *#all(sql: string, ...values: readonly (string | number)[]): Generator<Record<string, unknown>> {
    const rows = guard(this.path, () => this.#db.prepare(sql).iterate(...values));
    for (;;) {
      const next = guard(this.path, () => rows.next());
      if (next.done === true) return;
      yield next.value;
    }
  }
}

/** Documents of a source: its own id, or one that goes on after it with `#`, which `$` follows. */
const ofSource = '(id = ? OR (id > ? AND id < ?))';
const range = (source: string) => [source, `${source}#`, `${source}$`];

/** The id of the source that a document was read from. */
export const sourceOf = (document: string): string => document.replace(/#[^#]*$/, '');

function openToRead(path: string): DatabaseSync {
  const open = () => {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON');
    return db;
  };
  // A process died while it wrote, and its log lies beside the file: SQLite brings it in, or undoes it, when it may write.
  if (existsSync(`${path}-wal`)) recover(path);
  const db = open();
  try {
    db.prepare('PRAGMA application_id').get();
    return db;
  } catch (error) {
    db.close();
    if (!isUnfinished(error)) throw error;
    recover(path);
    return open();
  }
}

function recover(path: string): void {
  const writer = new DatabaseSync(path);
  try {
    writer.exec('PRAGMA trusted_schema = OFF; PRAGMA locking_mode = EXCLUSIVE');
    writer.prepare('PRAGMA user_version').get();
    writer.exec('PRAGMA journal_mode = DELETE');
  } finally {
    writer.close();
  }
}

function create(db: DatabaseSync): void {
  for (const table of [...texts, ...made]) db.exec(table);
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`);
}

const hasTable = (db: DatabaseSync, name: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

function identify(db: DatabaseSync): void {
  if (hasTable(db, 'journal')) return;
  db.exec(identity);
  db.prepare('INSERT INTO journal VALUES (?)').run(randomUUID());
}

/** Makes a file of version 1 one of this: its texts and decisions stay, its graph is made again. */
function renew(db: DatabaseSync): void {
  db.exec('DROP TABLE cache');
  for (const table of made) db.exec(table);
  db.exec(`PRAGMA user_version = ${version}`);
}

/** Refuses what isn't a .graph of this version with our tables and nothing else: no view, no trigger of a stranger. Gives its version. */
function check(path: string, db: DatabaseSync): number {
  const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (pragma('application_id') !== applicationId)
    throw new JournalError(`${path} is no graph of wiregraph, but another SQLite file. Name another file.`);
  const found = Number(pragma('user_version'));
  const expected = tables[found];
  if (expected === undefined)
    throw new JournalError(
      `${path} is of version ${found}; this wiregraph knows version ${version}. ${found > version ? 'Install a newer wiregraph' : 'Build it again from its articles'}.`,
    );
  const schema = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').all();
  const others = schema.map((row) => row.sql).filter((sql) => !later.includes(String(sql)));
  if (JSON.stringify(others) !== JSON.stringify(expected))
    throw new JournalError(
      `${path} holds other tables than a graph of wiregraph has. Build it again from its articles.`,
    );
  return found;
}

const isUnfinished = (error: unknown): boolean => [776, 264].includes(Number(codeOf(error)));

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;
}

/** Runs what touches the file; an error of SQLite becomes a `JournalError` that says what to do. */
function guard<T>(path: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new JournalError(`${path} ${whatToDo(code, error)}`, { cause: error });
  }
}

/** By SQLite's primary result code. Source: https://www.sqlite.org/rescode.html */
function whatToDo(code: number, error: unknown): string {
  switch (code & 0xff) {
    case 5:
      return 'is being written by another process. Wait until that has finished.';
    case 8:
      return "can't be written: it, or its folder, is read-only. Name another file with --out.";
    case 11:
      return 'is damaged. Build it again from its articles.';
    case 13:
      return "can't be written: the disk is full. What was kept so far is safe.";
    case 14:
      return "can't be opened. Check that its folder is there and that you may read and write it.";
    case 26:
      return 'is no graph of wiregraph. Name another file.';
    default:
      return `can't be used: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
