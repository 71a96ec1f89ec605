// The .graph file: articles' texts, their records and the decisions, in SQLite; and the derived graph, as a cache that can
// be thrown away. The only file that knows SQLite. Knows nothing of how records are made or what becomes of them.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, statSync, unlinkSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Document } from '../graph/model.ts';
import { Annotated } from './annotated.ts';
import { type Decided, Decision } from './decision.ts';

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
const version = 1;

/** How to write what may erase a text: no log keeps it, also where the process is killed. */
const erasing = 'PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL';
/** How to write what only adds: into a log that is brought in from time to time, without waiting for the disk. */
const adding = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';

const tables = [
  `CREATE TABLE documents (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT, author TEXT, publishedAt TEXT, url TEXT, language TEXT,
  contentHash TEXT NOT NULL, observedAt TEXT NOT NULL, text TEXT NOT NULL
) STRICT`,
  `CREATE TABLE records (
  document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  extractor TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL
) STRICT`,
  'CREATE TABLE decisions (number INTEGER PRIMARY KEY, decidedAt TEXT NOT NULL, decision TEXT NOT NULL) STRICT',
  'CREATE TABLE cache (hash TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (hash, number)) STRICT, WITHOUT ROWID',
];

/** Names the journal wherever it is copied; files from before it was there get it when they are next written. */
const identity = 'CREATE TABLE journal (id TEXT NOT NULL) STRICT';

/** What each source's bytes were when it was read, and what was in it: while both stay, it needn't be read again. */
const marks =
  'CREATE TABLE marks (source TEXT PRIMARY KEY, mark TEXT NOT NULL, documents TEXT NOT NULL) STRICT, WITHOUT ROWID';

/** Tables that a file from before they were there may lack. */
const later = [identity, marks];

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
  /** How changes are written at the moment. */
  #mode = erasing;

  private constructor(path: string, db: DatabaseSync, isNew: boolean) {
    this.path = path;
    this.#db = db;
    this.#isNew = isNew;
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
        if (!isNew) check(path, db);
        db.exec(`PRAGMA secure_delete = ON; ${erasing}; BEGIN EXCLUSIVE`);
        if (isNew) create(db);
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

  /** Every document without its record, one at a time. */
  *documents(): Generator<Document> {
    for (const row of this.#all('SELECT * FROM documents ORDER BY id')) yield this.#document(row);
  }

  /**
   * Keeps an article of which nothing is there yet. Doesn't wait for the disk: a process that is killed loses nothing, a
   * machine that loses power perhaps the last seconds. *Errors*: `JournalError` where the id is taken.
   */
  add(article: Article, observedAt: string): void {
    if (this.head(article.document.id) !== undefined)
      throw new JournalError(`${this.path} holds ${article.document.id} already. Use put to replace it.`);
    // The cache may hold words of a text that was removed: it goes first, and for good.
    if (this.#get('SELECT 1 FROM cache LIMIT 1') !== undefined) this.#change(erasing, () => {});
    this.#change(adding, () => this.#insert(article, observedAt));
  }

  /** Keeps articles, each in place of the one with its id, all or none. `observedAt`: ISO 8601, when they were read in. */
  put(articles: Iterable<Article>, observedAt: string): void {
    this.#change(erasing, () => {
      for (const article of articles) this.#insert(article, observedAt);
    });
  }

  #insert(article: Article, observedAt: string): void {
    const { id, title, text, publisher, author, publishedAt, url, language, contentHash } = article.document;
    if (![id, title, text].every((value) => value.isWellFormed()))
      throw new JournalError(`The document "${id.toWellFormed()}" holds half of a character. Mend its text.`);
    const record = JSON.stringify(article.record);
    const digest = createHash('sha256').update(record).digest('hex');
    const others = [publisher, author, publishedAt, url, language].map((value) => value ?? null);
    this.#run('DELETE FROM documents WHERE id = ?', id);
    this.#run(
      `INSERT INTO documents (id, title, text, publisher, author, publishedAt, url, language, contentHash, observedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, title, text, ...others, contentHash, observedAt],
    );
    this.#run('INSERT INTO records VALUES (?, ?, ?, ?)', id, article.record.extractor, digest, record);
  }

  /** Removes articles; their texts are overwritten in the file. Ids that aren't there are passed over. */
  remove(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#change(erasing, () => {
      for (const id of ids) {
        this.#run('DELETE FROM documents WHERE id = ?', id);
        this.#run('DELETE FROM marks WHERE source IN (?, ?)', id, sourceOf(id));
      }
    });
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

  /** Marks sources with what their bytes are; what is in them must be kept. The derived graph stays. */
  setMarks(given: ReadonlyMap<string, string>): void {
    if (given.size === 0) return;
    this.#transact(this.#mode, () => {
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

  /** A hash of everything that the graph is made from, in hexadecimal. Cost: linear in the articles, not their texts. */
  digest(): string {
    const hash = createHash('sha256');
    for (const row of this.#all(
      'SELECT id, contentHash, digest FROM documents JOIN records ON document = id ORDER BY id',
    ))
      hash.update(JSON.stringify([row.id, row.contentHash, row.digest]));
    for (const row of this.#all('SELECT decision FROM decisions ORDER BY number'))
      hash.update(JSON.stringify([row.decision]));
    return hash.digest('hex');
  }

  /** The lines cached under a hash, in order; undefined where there are none. */
  cached(hash: string): Iterable<string> | undefined {
    if (this.#get('SELECT number FROM cache WHERE hash = ? LIMIT 1', hash) === undefined) return undefined;
    return this.#all('SELECT line FROM cache WHERE hash = ? ORDER BY number', hash).map((row) =>
      String(row.line),
    );
  }

  /** The lines cached under a hash that are of one kind (`entity`), in order. Cost: one pass over all lines. */
  *cachedOf(hash: string, kind: string): Generator<string> {
    const start = `{"kind":"${kind}"`;
    const lines = 'SELECT line FROM cache WHERE hash = ? AND substr(line, 1, ?) = ? ORDER BY number';
    for (const row of this.#all(lines, hash, start.length, start)) yield String(row.line);
  }

  /** How many lines there are of each kind under a hash. */
  countCached(hash: string): ReadonlyMap<string, number> {
    const sql = `
      SELECT substr(line, 10, instr(substr(line, 10), '"') - 1) AS kind, count(*) AS lines FROM cache
      WHERE hash = ? GROUP BY kind`;
    return new Map([...this.#all(sql, hash)].map((row) => [String(row.kind), Number(row.lines)]));
  }

  /**
   * The lines cached under a hash that are a document or of one, document by document. Cost: SQLite sorts them, in files of
   * its own where they are many.
   */
  *cachedByDocument(
    hash: string,
  ): Generator<{ readonly document: string; readonly lines: readonly string[] }> {
    const sql = `
      SELECT coalesce(json_extract(line, '$.document'), json_extract(line, '$.id')) AS document, line FROM cache
      WHERE hash = ? AND substr(line, 1, 16) IN ('{"kind":"documen', '{"kind":"sentenc', '{"kind":"mention', '{"kind":"claim",')
      ORDER BY document, number`;
    let [document, lines]: [string | undefined, string[]] = [undefined, []];
    for (const row of this.#all(sql, hash)) {
      if (document !== undefined && row.document !== document) {
        yield { document, lines };
        lines = [];
      }
      document = String(row.document);
      lines.push(String(row.line));
    }
    if (document !== undefined) yield { document, lines };
  }

  /** The text of a document; undefined where it isn't kept. */
  text(id: string): string | undefined {
    const row = this.#get('SELECT text FROM documents WHERE id = ?', id);
    return row === undefined ? undefined : String(row.text);
  }

  /** Puts lines into the cache, in place of whatever is there. */
  cache(hash: string, lines: Iterable<string>): void {
    this.#change(erasing, () => {
      let number = 0;
      for (const line of lines) this.#run('INSERT INTO cache VALUES (?, ?, ?)', hash, number++, line);
    });
  }

  /** Closes the file and leaves nothing beside it. A new file that took in no article is not left behind. */
  close(): void {
    if (!this.#db.isOpen) return;
    const isEmpty = this.#isNew && this.ids().length === 0;
    if (!this.#isReadOnly()) this.#db.exec('PRAGMA journal_mode = DELETE');
    this.#db.close();
    if (isEmpty) unlinkSync(this.path);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** One transaction. Whatever changes, the cache goes: it may hold words of a text that is removed. */
  #change(mode: string, body: () => void): void {
    this.#transact(mode, () => {
      this.#db.exec('DELETE FROM cache');
      body();
    });
  }

  #transact(mode: string, body: () => void): void {
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

  #run(sql: string, ...values: readonly (string | number | null)[]): void {
    this.#db.prepare(sql).run(...values);
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
  for (const table of tables) db.exec(table);
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`);
}

const hasTable = (db: DatabaseSync, name: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

function identify(db: DatabaseSync): void {
  if (hasTable(db, 'journal')) return;
  db.exec(identity);
  db.prepare('INSERT INTO journal VALUES (?)').run(randomUUID());
}

/** Refuses what isn't a .graph of this version with our tables and nothing else: no view, no trigger of a stranger. */
function check(path: string, db: DatabaseSync): void {
  const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (pragma('application_id') !== applicationId)
    throw new JournalError(`${path} is no graph of wiregraph, but another SQLite file. Name another file.`);
  const found = pragma('user_version');
  if (found !== version)
    throw new JournalError(
      `${path} is of version ${found}; this wiregraph knows version ${version}. ${Number(found) > version ? 'Install a newer wiregraph' : 'Build it again from its articles'}.`,
    );
  const schema = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').all();
  const others = schema.map((row) => row.sql).filter((sql) => !later.includes(String(sql)));
  if (JSON.stringify(others) !== JSON.stringify(tables))
    throw new JournalError(
      `${path} holds other tables than a graph of wiregraph has. Build it again from its articles.`,
    );
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
