// wiregraph load: a .graph file → a Neo4j, by differences.
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { Loaded, LoadProgress } from '../../graph/store/neo4j/index.ts';
import { openSource } from '../source.ts';
import { oneLine } from './printable.ts';
import { amount } from './summary.ts';
import { credentialsHelp, openNeo4j } from './target.ts';
import type { Terminal } from './terminal.ts';

export function addLoad(program: Command, terminal: Terminal): void {
  program
    .command('load')
    .description('make a Neo4j hold a graph: what it has already stays untouched')
    .argument('<graph>', 'a .graph file')
    .requiredOption('--to <address>', 'bolt://HOST:PORT or neo4j://HOST:PORT; with +s or +ssc encrypted')
    .option('--database <name>', "the database there; the server's default by default")
    .addHelpText('after', examples)
    .action(async (path: string, { to, database }: { to: string; database?: string }) => {
      await terminal.print(`${await loadInto(path, to, database, terminal)}\n`);
    });
}

const examples = `
Examples:
  wiregraph load ceasefire.graph --to bolt://localhost:7687
  NEO4J_USERNAME=neo4j NEO4J_PASSWORD_FILE=secret wiregraph load ceasefire.graph --to neo4j+s://db.example:7687

Stopped at any moment, the same command goes on from there. One .graph file feeds one database; several loads of it at once
are safe. What else the database holds is left alone.
${credentialsHelp}`;

/** Loads a file with a bar, and gives a sentence about what was done. Ctrl-C stops it between two transactions. */
export async function loadInto(
  path: string,
  to: string,
  database: string | undefined,
  terminal: Terminal,
): Promise<string> {
  // Node lets garbage pile up to hundreds of megabytes before it looks; with this, a load of any size stays at half of that,
  // and takes no longer.
  setFlagsFromString('--optimize-for-size');
  const stop = new AbortController();
  const onInterrupt = () => stop.abort(new Stopped());
  using source = await openSource(path);
  const store = await openNeo4j(to, database);
  process.once('SIGINT', onInterrupt);
  try {
    const onProgress = ({ step, done, total }: LoadProgress) =>
      terminal.bar(done, total, `${step} into ${to}`);
    const loaded = await store.load(source, { onProgress, signal: stop.signal });
    const { documents, entities, claims } = source.size;
    const all = [
      amount(documents, 'article'),
      `${entities} ${entities === 1 ? 'entity' : 'entities'}`,
      amount(claims, 'claim'),
    ];
    return `${oneLine(to)}: ${all.join(', ')}${changes(loaded)}`;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    terminal.clearBar();
    await store.close();
  }
}

/** Ctrl-C. What was done is kept. */
class Stopped extends Error {
  override readonly name = 'UsageError';
  override readonly message = 'Stopped. What is loaded is kept; the same command goes on from there.';
}

function changes({ written, unchanged, removed }: Loaded): string {
  if (written + removed === 0) return '; nothing had changed';
  const parts = [
    written > 0 && `${written} written`,
    removed > 0 && `${removed} removed`,
    unchanged > 0 && `${unchanged} as they were`,
  ];
  return `; ${parts.filter(Boolean).join(', ')}`;
}
