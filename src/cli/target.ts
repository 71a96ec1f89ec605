// What a command is pointed at: a .graph file, or the address of a Neo4j. Credentials come from the environment alone.
import type { Store } from '../../graph/store/store.ts';
import { open } from '../open.ts';

/** Whether it is an address rather than a file. */
export const isAddress = (target: string): boolean => /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//i.test(target);

/** The store behind a file's path or an address. *Errors*: `JournalError`, `StoreError`. */
export const openTarget = (target: string, env: NodeJS.ProcessEnv = process.env): Promise<Store> =>
  isAddress(target) ? openNeo4j(target, env) : open(target);

/** The Neo4j at an address, let in with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. *Errors*: `StoreError`. */
export async function openNeo4j(address: string, env: NodeJS.ProcessEnv = process.env): Promise<Store> {
  // Loaded here: the driver takes longer to load than a question to a file takes.
  const { Neo4jStore } = await import('../../graph/store/neo4j/index.ts');
  const { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  return Neo4jStore.open({
    address,
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
  });
}
