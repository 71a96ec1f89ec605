// From an address and credentials to a driver that has been let in. Nothing here reads or writes our graph.
import neo4j, { type Driver } from 'neo4j-driver';
import { StoreError } from '../store.ts';
import { storeError } from './errors.ts';

/** Which database, and how to get in. Credentials never stand in the address: it is shown, logged and kept in histories. */
export interface Neo4jOptions {
  /** `bolt://HOST:PORT` or `neo4j://HOST:PORT`; with `+s` encrypted, with `+ssc` encrypted and self-signed. */
  readonly address: string;
  /** Left out where the server asks for none. */
  readonly username?: string;
  readonly password?: string;
  /** The server's default where it is left out. */
  readonly database?: string;
}

/** A driver whose server answers and takes the credentials. Errors: `StoreError`. */
export async function connect(options: Neo4jOptions): Promise<Driver> {
  const { address, username, password = '' } = options;
  checkAddress(address);
  const auth = username === undefined ? undefined : neo4j.auth.basic(username, password);
  const driver = neo4j.driver(address, auth, {
    useBigInt: true,
    telemetryDisabled: true,
    // A server that restarts is waited for.
    maxTransactionRetryTime: 120_000,
    userAgent: 'wiregraph',
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
  try {
    await driver.getServerInfo(databaseOf(options));
    return driver;
  } catch (error) {
    await driver.close();
    throw storeError(error, options);
  }
}

/** The database as the driver wants it named: not at all, where it is the default. */
export const databaseOf = ({ database }: Neo4jOptions): { database?: string } =>
  database === undefined ? {} : { database };

const schemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

/** What is refused is shown without what may be a password. */
function checkAddress(address: string): void {
  if (address.includes('@')) {
    const shown = address.replace(/^([a-z0-9+]+:\/\/)?.*@/s, '$1…@');
    throw new StoreError(
      `The address "${shown}" holds a user name or a password: take them out and hand them over apart (the command line reads NEO4J_USERNAME and NEO4J_PASSWORD).`,
    );
  }
  const scheme = /^([a-z+0-9]+):\/\/[^/]/.exec(address)?.[1] ?? '';
  if (!schemes.includes(scheme))
    throw new StoreError(
      `"${address}" is no address of a Neo4j: write it as bolt://localhost:7687 (${schemes.join(', ')}).`,
    );
}
