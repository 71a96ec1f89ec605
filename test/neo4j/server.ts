// Starts a real Neo4j Community server out of the jars that pom.xml names, and stops it. Knows nothing of vitest.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';

/** Where a database is and how to get in. No username where the server asks for none. */
export interface Login {
  readonly address: string;
  readonly username?: string;
  readonly password?: string;
  readonly database?: string;
}

export interface Server {
  readonly login: Login;
  stop(): Promise<void>;
}

/** Of Neo4j, and how it is set up where the default won't do. */
export interface ServerOptions {
  /** A long-term or a calendar release; the latter needs Java 21. `WIREGRAPH_NEO4J_VERSION`, or 5.26.28. */
  readonly version?: string;
  /** Most memory of the Java heap: `512m`. */
  readonly heap?: string;
  /** Let Java compile well: it pays where the server works for minutes. */
  readonly optimise?: boolean;
  /** Lines of neo4j.conf beside ours. `WIREGRAPH_NEO4J_SETTINGS` (separated by `;`), or none. */
  readonly settings?: readonly string[];
  /** Where its files stand: it is left there by `stop`. A temporary folder of its own, if left out. */
  readonly home?: string;
  /** Password of a home that was used before. */
  readonly password?: string;
  /** Any free one, if left out. */
  readonly port?: number;
}

const root = join(import.meta.dirname, '../..');
const longTerm = '5.26.28';
const wanted = (): string => process.env.WIREGRAPH_NEO4J_VERSION || longTerm;
const folderOf = (version: string): string =>
  join(root, version === longTerm ? '.neo4j/lib' : `.neo4j/lib-${version}`);

/** Whether the jars have been fetched by an earlier run. */
export const haveJars = (version = wanted()): boolean => existsSync(folderOf(version));

/** Whether there is a Java that starts a source file: one with a compiler. */
export const haveJdk = (): boolean =>
  process.env.JAVA_HOME ? existsSync(`${java()}c`) : findCommand('javac') !== null;

/** Path of a command, or null where the machine has none of that name. */
export function findCommand(name: string, path = process.env.PATH ?? ''): string | null {
  const candidates = path.split(delimiter).map((folder) => join(folder, name));
  return candidates.find((file) => existsSync(file)) ?? null;
}

/**
 * A fresh, empty server on a free port of 127.0.0.1, ready to answer, with a random password. *Cost*: about 10 s; the
 * first time also the download of 240 jars (128 MB) through Maven. Its files stand in a temporary folder until `stop`.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { version = wanted(), heap = '512m', optimise = false, settings = ownSettings() } = options;
  if (!haveJars(version)) await fetchJars(version);
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'wiregraph-neo4j-')));
  const port = options.port ?? (await freePort());
  await writeFile(join(home, 'neo4j.conf'), merged([...settingsAt(port), ...settings]));
  const main = join(import.meta.dirname, 'Server.java');
  const child = spawn(java(), [...optionsOf(version, heap, optimise), main, home, `${home}/neo4j.conf`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await end(child);
    if (options.home === undefined) await rm(home, { recursive: true, force: true });
  };
  try {
    await started(child, home);
    const address = `bolt://127.0.0.1:${port}`;
    const login: Login =
      options.password === undefined
        ? await choosePassword(address)
        : { address, username: 'neo4j', password: options.password, database: 'neo4j' };
    return { login, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The last of those with one name: Neo4j refuses a name that stands there twice. */
const merged = (lines: readonly string[]): string =>
  [...new Map(lines.map((line) => [line.split('=', 1)[0], line])).values()].join('\n');

const ownSettings = (): string[] => (process.env.WIREGRAPH_NEO4J_SETTINGS ?? '').split(';');

/** How to run `neo4j-admin` out of the same jars: a program and its first arguments. */
export const adminCommand = (): string[] => [
  java(),
  ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ...['-cp', join(folderOf(wanted()), '*'), 'org.neo4j.cli.AdminTool'],
];

/** Into a folder beside, then renamed: an interrupted download is no `lib`. */
async function fetchJars(version: string): Promise<void> {
  const folder = `${folderOf(version)}-${process.pid}`;
  const pom = join(import.meta.dirname, 'pom.xml');
  const goals = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, `-Dneo4j.version=${version}`];
  await promisify(execFile)('mvn', ['--quiet', '--batch-mode', '--file', pom, ...goals]).catch((cause) => {
    const problem = `Maven could not fetch Neo4j: ${cause.stdout || cause.message}`;
    throw new Error(`${problem}\nSet WIREGRAPH_NEO4J to a server of your own, or try again with a network.`);
  });
  await rename(folder, folderOf(version));
}

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java');

const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
const optionsOf = (version: string, heap: string, optimise: boolean) => [
  ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ...[`-Xmx${heap}`, '-XX:+UseSerialGC', ...(optimise ? [] : ['-XX:TieredStopAtLevel=1'])],
  ...['-cp', join(folderOf(version), '*')],
];

const settingsAt = (port: number): string[] => [
  'server.bolt.enabled=true',
  `server.bolt.listen_address=127.0.0.1:${port}`,
  'server.http.enabled=false',
  'server.memory.pagecache.size=64m',
  'dbms.usage_report.enabled=false',
  'dbms.security.auth_enabled=true',
  'dbms.security.auth_max_failed_attempts=0',
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

/** Resolves when the server says that it has started; rejects with what it printed and logged if it ends before. */
async function started(child: ChildProcess, home: string): Promise<void> {
  let printed = '';
  const says = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('started')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
  const ends = Promise.race([once(child, 'exit'), once(child, 'error')]).then(async ([reason]) => {
    const log = await readFile(join(home, 'logs/debug.log'), 'utf8').catch(() => '');
    const errors = log.split('\n').filter((line) => /ERROR|Caused by/.test(line));
    throw new Error(`Neo4j did not start (${reason}). ${[printed, ...errors].join('\n').slice(-2000)}`);
  });
  await Promise.race([says, ends]);
}

/** A new server lets `neo4j` in with the password `neo4j`, once, to choose another. */
async function choosePassword(address: string): Promise<Login> {
  const password = randomBytes(12).toString('hex');
  const driver = neo4j.driver(address, neo4j.auth.basic('neo4j', 'neo4j'), { telemetryDisabled: true });
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM "neo4j" TO $password',
      { password },
      { database: 'system' },
    );
  } finally {
    await driver.close();
  }
  return { address, username: 'neo4j', password, database: 'neo4j' };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exit;
  clearTimeout(timer);
}
