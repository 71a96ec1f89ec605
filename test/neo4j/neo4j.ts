// What a test needs of a real Neo4j: `describeOnNeo4j`, and in it a database that is its own while it runs.
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { Neo4jStore } from '../../graph/store/neo4j/index.ts';
import type { Login } from './server.ts';
import type { Lease } from './setup.ts';

/** The database of the `describe` at hand; to be used inside tests and hooks only. */
export interface Database {
  /** Where it is, for what is handed an address and credentials. */
  login(): Login;
  /** Takes out all nodes and relationships. */
  clear(): Promise<void>;
  /** A new store on the emptied database; closed at the end. */
  emptyStore(): Promise<Neo4jStore>;
  /** Rows of a query run past the store: integers as numbers. */
  ask(cypher: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
}

/**
 * A `describe` with a real, empty Neo4j; skipped, with the reason in its name, where there is none. Never one within
 * another: the inner would wait for the outer's database.
 */
export function describeOnNeo4j(name: string, body: (database: Database) => void): void {
  const given = inject('neo4j');
  // Left out only where no server can be had (no Java, or no Maven), and told so; `decide.ts` makes that an error in CI.
  if (given.kind === 'skip') describe.skip(`${name} (skipped: ${given.reason})`, () => body(unavailable));
  else describe(name, () => body(leased(given.port, given.kind === 'own')));
}

function leased(port: number, own: boolean): Database {
  let lease: { readonly login: Login; readonly socket: Socket; readonly driver: Driver } | undefined;
  let mayErase = false;
  const stores: Neo4jStore[] = [];
  const held = () => {
    if (lease === undefined) throw new Error('The database is there in tests and hooks only.');
    return lease;
  };
  const ask = async (cypher: string, parameters = {}) => {
    const { login, driver } = held();
    const session = driver.session(login.database === undefined ? {} : { database: login.database });
    try {
      return (await session.run(cypher, parameters)).records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  const clear = async () => {
    await erase(ask);
  };

  beforeAll(async () => {
    lease = await take(port);
    if (own) await claimFor(ask);
    mayErase = true;
    await clear();
  }, 300_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    if (lease === undefined) return;
    if (mayErase) await leave(ask);
    await lease.driver.close();
    lease.socket.destroy();
  }, 60_000);

  const emptyStore = async () => {
    await clear();
    const store = await Neo4jStore.open(held().login);
    stores.push(store);
    return store;
  };
  return { login: () => held().login, clear, emptyStore, ask };
}

async function take(port: number) {
  const socket = connect(port, '127.0.0.1');
  const [line] = await createInterface(socket)
    [Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [value as string]);
  const lease = JSON.parse(line ?? '{ "problem": "vitest has ended." }') as Lease;
  if ('problem' in lease) throw new Error(lease.problem);
  const { address, username, password } = lease.login;
  const auth = username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');
  const driver = neo4j.driver(address, auth, { disableLosslessIntegers: true, telemetryDisabled: true });
  return { login: lease.login, socket, driver };
}

/** In steps that fit a small server's memory. */
async function erase(ask: Ask): Promise<void> {
  await ask('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await ask('MATCH (n) WHERE NOT n:WiregraphTests CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS');
}

type Ask = Database['ask'];

/** A user's own database is taken only when it is empty, or when an earlier run of these tests left it unfinished. */
async function claimFor(ask: Ask): Promise<void> {
  const [found] = await ask(`
    MATCH (n)
    RETURN count(n) AS nodes, count(CASE WHEN n:WiregraphTests THEN 1 END) AS marks,
      count(CASE WHEN none(label IN labels(n) WHERE label STARTS WITH 'Wiregraph') THEN 1 END) AS others`);
  if (found?.others !== 0 || (found.nodes !== 0 && found.marks === 0))
    throw new Error(
      `The database holds ${found?.nodes} nodes, and these tests erase what they find: give them an empty one (WIREGRAPH_NEO4J, NEO4J_DATABASE).`,
    );
  await ask('MERGE (:WiregraphTests)');
}

async function leave(ask: Ask): Promise<void> {
  await erase(ask);
  await ask('MATCH (n:WiregraphTests) DELETE n');
  for (const { name } of await ask('SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH "wiregraph_"'))
    await ask(`DROP CONSTRAINT ${name}`);
  for (const { name } of await ask('SHOW INDEXES YIELD name WHERE name STARTS WITH "wiregraph_"'))
    await ask(`DROP INDEX ${name}`);
}

const refuse = () => {
  throw new Error('There is no Neo4j.');
};
const unavailable: Database = { login: refuse, clear: refuse, emptyStore: refuse, ask: refuse };
