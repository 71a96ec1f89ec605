// wiregraph view: a graph in the browser.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Store } from '../../graph/store/store.ts';
import { open, readGraph, sizeOf } from '../open.ts';
import type { ServeOptions } from '../serve/serve.ts';
import { viewerFolder } from './installed.ts';
import { isAddress, openNeo4j } from './target.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** What `view` and `demo` share. */
export interface ViewOptions {
  readonly port: number;
  readonly once?: boolean;
  readonly listen?: string;
}

export function addView(program: Command, terminal: Terminal): void {
  withViewOptions(program.command('view'))
    .description('serve the viewer for a graph on 127.0.0.1 and print its address')
    .argument('<graph>', 'a .graph file, or the address of a Neo4j that holds one')
    .option('--database <name>', "of a Neo4j, the database; the server's default by default")
    .addHelpText('after', examples)
    .action(async (path: string, { database, ...options }: ViewOptions & { database?: string }) => {
      if (!isAddress(path)) return await view(await sourceOf(path), basename(path), options, terminal);
      const store = await openNeo4j(path, database);
      try {
        await view(await neo4jSource(store), new URL(path).host, options, terminal);
      } finally {
        await store.close();
      }
    });
}

/** The most supported entities first, more on request; questions go to the Neo4j itself. */
async function neo4jSource(store: Store): Promise<GraphSource> {
  const { excerptOf } = await import('../../graph/store/excerpt.ts');
  const excerpt = (entities: number) => excerptOf(store, { entities, deadline: 60_000 });
  return { graph: async () => (await excerpt(150)).graph, excerpt, store };
}

/** More claims than this are shown before all of them are read. */
const many = 3000;

/** The graph of a file, looked at now so that what is wrong with it is said here, and again once the file has changed. */
async function sourceOf(path: string): Promise<GraphSource> {
  const version = () => {
    const { mtimeMs, size, ino } = statSync(path);
    return [mtimeMs, size, ino].join('-');
  };
  const isLarge = () => (sizeOf(path)?.claims ?? 0) > many;
  if (isLarge()) {
    const sight = async () => {
      // A file that has changed may hold articles that its graph doesn't have yet.
      if (!isLarge()) return (await import('../../graph/evidence.ts')).sightOf(await readGraph(path));
      return new (await import('../sight.ts')).FileSight(path);
    };
    return { graph: () => readGraph(path), sight, version, store: await open(path) };
  }
  let last = { version: version(), graph: await readGraph(path) };
  const graph = async () => {
    const now = version();
    if (now !== last.version) last = { version: now, graph: await readGraph(path) };
    return last.graph;
  };
  return { graph, version };
}

/** A graph, and where it may change, what tells its states apart. */
export type GraphSource = Pick<ServeOptions, 'graph' | 'version' | 'excerpt' | 'sight' | 'store'>;

const examples = `
Examples:
  wiregraph view ceasefire.graph
  wiregraph view ceasefire.graph --port 8080
  wiregraph view bolt://localhost:7687

Whoever knows the printed address can read the graph, from this machine alone. Ctrl-C ends it.`;

/** Adds the options of a command that ends in `view`. */
export function withViewOptions(command: Command): Command {
  return command
    .option('--port <number>', 'the port; any free one by default', portOf, 0)
    .option(
      '--listen <address>',
      'listen there, for instance on 0.0.0.0 in a container; 127.0.0.1 by default',
    )
    .option('--once', 'end after the first request that was answered with what it asked for');
}

/** Serves a graph until Ctrl-C, with `once` until the first request has been answered. */
export async function view(
  source: GraphSource,
  name: string,
  { port, listen, once = false }: ViewOptions,
  terminal: Terminal,
): Promise<void> {
  const { serve } = await import('../serve/serve.ts');
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const onAnswer = ({ status }: { readonly status: number }) => {
    if (once && status === 200) end();
  };
  const server = await serve({
    ...source,
    ...(listen === undefined ? {} : { listen }),
    name,
    viewerFolder,
    port,
    onAnswer,
  });
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await terminal.print(`${server.address}\n`);
    if (terminal.isInteractive) terminal.tell('Open it in a browser. Ctrl-C ends it.');
    await ended;
  } finally {
    process.removeListener('SIGINT', end).removeListener('SIGTERM', end);
    await server.close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`--port ${text} is no port. Name a number from 1024 to 65535, or leave it out.`);
}
