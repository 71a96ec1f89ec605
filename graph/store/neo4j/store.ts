// The store on a Neo4j: opens, writes change by change, answers, closes. What is kept and how stands in shape.ts and
// write.ts; a database may hold what it likes besides.
import { bookmarkManager, type Driver } from 'neo4j-driver';
import type { Query } from '../../cypher/ast.ts';
import { print } from '../../cypher/print.ts';

import { type Batch, type Ids, type Result, type RunOptions, type Store, StoreError } from '../store.ts';
import { type Ask, asking } from './ask.ts';
import { connect, databaseOf, type Neo4jOptions } from './connect.ts';
import { EntitiesGone } from './create.ts';
import { isTurnedAway, storeError } from './errors.ts';
import { type Loaded, type LoadOptions, load, type Transact } from './load.ts';
import { run } from './run.ts';
import { constraints, indexes, version } from './schema.ts';
import type { GraphSource } from './source.ts';
import { writeChange } from './write.ts';

/** A graph in a Neo4j database, 5.26 or newer. Made by `Neo4jStore.open`. */
export class Neo4jStore implements Store {
  readonly #driver: Driver;
  readonly #options: Neo4jOptions;
  /** Who has written through this store reads it again, whichever server of a cluster answers. */
  readonly #bookmarks = bookmarkManager();
  #prepared: Promise<void> | undefined;

  private constructor(driver: Driver, options: Neo4jOptions) {
    this.#driver = driver;
    this.#options = options;
  }

  /**
   * The store of a database that answers, lets us in and holds no graph of another version. Changes nothing there: the
   * constraints come with the first write. Errors: `StoreError`.
   */
  static async open(options: Neo4jOptions): Promise<Neo4jStore> {
    const driver = await connect(options);
    const store = new Neo4jStore(driver, options);
    try {
      await store.#transact('read', checkVersion);
      return store;
    } catch (error) {
      await driver.close();
      throw error;
    }
  }

  /**
   * One call is one transaction, retried as a whole while the server asks for it; one call at a time is at work in a
   * database. *Cost*: the neighbourhood of the change is read and written, and the server keeps it in memory until the
   * end: hand a large graph over by some hundred documents at a time.
   */
  async write({ put = {}, remove = {} }: { readonly put?: Batch; readonly remove?: Ids }): Promise<void> {
    await this.#ready();
    await this.#transact('write', (ask) => writeChange(ask, put, remove));
  }

  /**
   * Makes the database hold what a source holds, by differences, and gives what was done. Killed and called again, it
   * goes on; several at once are safe. One journal feeds one database. Errors: `StoreError`; the signal's reason.
   */
  async load(source: GraphSource, options: LoadOptions = {}): Promise<Loaded> {
    const transact: Transact = (mode, work) => this.#transact(mode, work);
    await this.#prepare(constraints, source.journal);
    const { documents } = source.size;
    if (await this.#transact('read', (ask) => isLoaded(ask, source.state)))
      return { written: 0, unchanged: documents, removed: 0 };
    const run = crypto.randomUUID();
    await this.#transact('write', (ask) => ask('MATCH (v:WiregraphVersion) SET v.state = $run', { run }));
    const loaded = await repeated(() => load(transact, source, options));
    await this.#prepare(indexes, source.journal);
    // Another load that has begun meanwhile may bring another state: then neither says that it is done.
    await this.#transact('write', (ask) =>
      ask('MATCH (v:WiregraphVersion {state: $run}) SET v.state = $state', { run, state: source.state }),
    );
    return loaded;
  }

  /** Errors: `CypherError`, `QueryStopped`, `StoreError`. */
  run(query: string | Query, options: RunOptions = {}): Promise<Result> {
    return run(
      this.#driver,
      this.#options,
      typeof query === 'string' ? query : print(query),
      options,
      this.#bookmarks,
    );
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.#driver.close();
  }

  async #ready(): Promise<void> {
    this.#prepared ??= this.#prepare([...constraints, ...indexes]);
    await this.#prepared.catch((error) => {
      this.#prepared = undefined;
      throw error;
    });
  }

  /** The version last, so that a database with a version has all constraints. */
  async #prepare(statements: readonly string[], journal: string | null = null): Promise<void> {
    await this.#transact('read', checkVersion);
    for (const statement of statements) await this.#transact('write', (ask) => ask(statement));
    const [held] = await this.#transact('write', (ask) =>
      ask<{ journal: string | null }>(claim, { version, journal }),
    );
    if (journal !== null && held?.journal !== journal)
      throw new StoreError(
        'The database holds the graph of another .graph file, and one file feeds one database: load into another database, or empty this one first.',
      );
    await this.#transact('read', checkVersion);
  }

  /** A server that starts, or goes, may break off while it lets us in, which the driver doesn't count as worth another try. */
  async #transact<T>(mode: 'read' | 'write', work: (ask: Ask) => Promise<T>): Promise<T> {
    const stopAt = performance.now() + doorstep;
    for (;;) {
      try {
        return await this.#transactOnce(mode, work);
      } catch (error) {
        if (!isTurnedAway(error) || performance.now() > stopAt) throw storeError(error, this.#options);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async #transactOnce<T>(mode: 'read' | 'write', work: (ask: Ask) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      ...databaseOf(this.#options),
      bookmarkManager: this.#bookmarks,
      ...(mode === 'read' ? { defaultAccessMode: 'READ' as const } : {}),
    });
    try {
      return mode === 'read'
        ? await session.executeRead((transaction) => work(asking(transaction)))
        : await session.executeWrite((transaction) => work(asking(transaction)));
    } finally {
      await session.close();
    }
  }
}

/** For so long a server may break off while it lets us in, in ms. */
const doorstep = 60_000;

/** Another load may take entities away that this one needs; what is done already isn't done again. */
async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EntitiesGone) || attempt === 3) throw error;
    }
  }
}

/** Whether the database holds a graph of ours; one of another version is refused. */
async function checkVersion(ask: Ask): Promise<boolean> {
  const found = await ask<{ version: number }>('MATCH (v:WiregraphVersion) RETURN v.version AS version');
  const other = found.find((node) => node.version !== version);
  if (other !== undefined)
    throw new StoreError(
      `The database holds a wiregraph graph of version ${other.version}, this wiregraph writes version ${version}: use the wiregraph that wrote it, or load the .graph file into an empty database.`,
    );
  return found.length > 0;
}

/** The first who comes says which journal feeds the database; a graph that was written without one may be taken over. */
const claim = `
  MERGE (v:WiregraphVersion {id: "wiregraph"}) ON CREATE SET v.version = $version
  SET v.journal = coalesce(v.journal, $journal)
  RETURN v.journal AS journal`;

async function isLoaded(ask: Ask, state: string): Promise<boolean> {
  const cypher = `
    MATCH (v:WiregraphVersion {state: $state}) WHERE NOT EXISTS { (:WiregraphNote) } RETURN v.id AS id`;
  return (await ask(cypher, { state })).length > 0;
}
