// The store on a Neo4j: opens, writes change by change, answers, closes. What is kept and how stands in shape.ts and
// write.ts; a database may hold what it likes besides.
import type { Driver } from 'neo4j-driver';
import type { Query } from '../../cypher/ast.ts';
import { print } from '../../cypher/print.ts';

import { type Batch, type Ids, type Result, type RunOptions, type Store, StoreError } from '../store.ts';
import { type Ask, asking } from './ask.ts';
import { connect, databaseOf, type Neo4jOptions } from './connect.ts';
import { storeError } from './errors.ts';
import { run } from './run.ts';
import { schema, version } from './schema.ts';
import { writeChange } from './write.ts';

/** A graph in a Neo4j database, 5.26 or newer. Made by `Neo4jStore.open`. */
export class Neo4jStore implements Store {
  readonly #driver: Driver;
  readonly #options: Neo4jOptions;
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
    this.#prepared ??= this.#prepare();
    await this.#prepared.catch((error) => {
      this.#prepared = undefined;
      throw error;
    });
    await this.#transact('write', async (ask) => {
      await lock(ask);
      await writeChange(ask, put, remove);
    });
  }

  /** Errors: `CypherError`, `QueryStopped`, `StoreError`. */
  run(query: string | Query, options: RunOptions = {}): Promise<Result> {
    return run(this.#driver, this.#options, typeof query === 'string' ? query : print(query), options);
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.#driver.close();
  }

  /** Constraints first; the version last, so that a database with a version has them all. */
  async #prepare(): Promise<void> {
    if (await this.#transact('read', checkVersion)) return;
    for (const statement of schema) await this.#transact('write', (ask) => ask(statement));
    await this.#transact('write', (ask) =>
      ask('MERGE (v:WiregraphVersion {id: "wiregraph"}) ON CREATE SET v.version = $version', { version }),
    );
    await this.#transact('read', checkVersion);
  }

  async #transact<T>(mode: 'read' | 'write', work: (ask: Ask) => Promise<T>): Promise<T> {
    const session = this.#driver.session(databaseOf(this.#options));
    try {
      return mode === 'read'
        ? await session.executeRead((transaction) => work(asking(transaction)))
        : await session.executeWrite((transaction) => work(asking(transaction)));
    } catch (error) {
      throw storeError(error, this.#options);
    } finally {
      await session.close();
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

/** Writers wait for each other here: each reads what the one before has written, and counts support out of that. */
const lock = (ask: Ask) => ask('MATCH (v:WiregraphVersion) SET v.writes = coalesce(v.writes, 0) + 1');
