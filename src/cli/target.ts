// What a command is pointed at: a .graph file, or the address of a Neo4j. Credentials come from the environment, from a
// file or from whoever sits at the terminal; never from the command line, which histories and process lists show.
import { readFileSync } from 'node:fs';
import type { Neo4jOptions, Neo4jStore } from '../../graph/store/neo4j/index.ts';
import { type Store, StoreError } from '../../graph/store/store.ts';
import { open } from '../open.ts';
import { askForPassword } from './password.ts';
import { UsageError } from './usage.ts';

/** Whether it is an address rather than a file. */
export const isAddress = (target: string): boolean => /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//i.test(target);

/** The store behind a file's path or an address. *Errors*: `JournalError`, `StoreError`, `UsageError`. */
export const openTarget = (target: string, database?: string): Promise<Store> =>
  isAddress(target) ? openNeo4j(target, database) : open(target);

/** How to get into a Neo4j, for the help of commands. */
export const credentialsHelp = `
NEO4J_USERNAME and NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE with the path of a file, say how to get in; at a terminal, the
password is asked for. An address that holds one is refused. NEO4J_DATABASE names the database where --database does not.`;

/**
 * The Neo4j at an address. A server that wants a password and was given none asks for it at the terminal, where there is
 * one. *Errors*: `StoreError`, `UsageError`.
 */
export async function openNeo4j(
  address: string,
  database: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  askPassword: (prompt: string) => Promise<string | undefined> = askForPassword,
): Promise<Neo4jStore> {
  // Loaded here: the driver takes longer to load than a question to a file takes.
  const { Neo4jStore } = await import('../../graph/store/neo4j/index.ts');
  const options = optionsFrom(address, database, env);
  try {
    return await Neo4jStore.open(options);
  } catch (error) {
    if (options.password !== undefined || !isRefusal(error)) throw error;
    const username = options.username ?? 'neo4j';
    const password = typed.get(address) ?? (await askPassword(`Password of ${username} at ${address}: `));
    if (password === undefined) throw error;
    typed.set(address, password);
    return Neo4jStore.open({ ...options, username, password });
  }
}

/** What was typed while this process runs: nobody is asked twice. */
const typed = new Map<string, string>();

function optionsFrom(address: string, database: string | undefined, env: NodeJS.ProcessEnv): Neo4jOptions {
  const { NEO4J_USERNAME, NEO4J_DATABASE } = env;
  const password = passwordFrom(env);
  // A password without a name is the first user's: every Neo4j begins with that one.
  const username = NEO4J_USERNAME || (password === undefined ? undefined : 'neo4j');
  const name = database || NEO4J_DATABASE;
  return {
    address,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(name ? { database: name } : {}),
  };
}

function passwordFrom({ NEO4J_PASSWORD, NEO4J_PASSWORD_FILE }: NodeJS.ProcessEnv): string | undefined {
  if (NEO4J_PASSWORD) return NEO4J_PASSWORD;
  if (!NEO4J_PASSWORD_FILE) return undefined;
  try {
    return readFileSync(NEO4J_PASSWORD_FILE, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UsageError(
      `NEO4J_PASSWORD_FILE names ${NEO4J_PASSWORD_FILE}, which can't be read (${code}). Name a file that holds the password alone.`,
      { cause },
    );
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof StoreError &&
  /Security\.(?:Unauthorized|AuthenticationRateLimit)/.test(codeOf(error.cause));

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';
