// wiregraph watch: keeps a .graph file, and a Neo4j, in step with folders and feeds.
import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Report } from '../build.ts';
import { columnsOf, columnsOption } from './columns.ts';
import { oneLine } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { number } from './usage.ts';
import { vocabularyFrom } from './vocabulary.ts';

interface Options {
  readonly out: string;
  readonly to?: string;
  readonly database?: string;
  readonly pages?: string;
  readonly every: string;
  readonly vocabulary?: string;
  readonly columns?: string;
  readonly allowPrivate?: boolean;
}

export function addWatch(program: Command, terminal: Terminal): void {
  program
    .command('watch')
    .description('keep a .graph file in step with folders and feeds, until it is stopped')
    .argument('<sources...>', 'folders, files, and addresses of feeds and pages')
    .requiredOption('-o, --out <file>', 'the .graph file to make or to keep')
    .option('--to <address>', 'a Neo4j to keep in step as well: bolt://HOST:PORT')
    .option('--database <name>', "the database there; the server's default by default")
    .option('--pages <folder>', 'where fetched pages go; beside the file by default')
    .option('--every <minutes>', 'how often feeds are asked', '15')
    .option('--vocabulary <file>', 'relation types and rules of your own, as YAML or JSON')
    .addOption(columnsOption())
    .option('--allow-private', 'also addresses inside private networks and on this machine')
    .addHelpText('after', examples)
    .action(async (sources: string[], options: Options) => {
      const stop = new AbortController();
      const onInterrupt = () => stop.abort();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onInterrupt);
      try {
        await keepInStep(sources, options, terminal, stop.signal);
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      } finally {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, onInterrupt);
        terminal.clearBar();
      }
      terminal.tell('Stopped. What is done is kept.');
    });
}

const examples = `
Examples:
  wiregraph watch articles/ --out news.graph
  wiregraph watch https://news.example/rss.xml articles/ --out news.graph --every 30
  wiregraph watch articles/ --out news.graph --to bolt://localhost:7687

A line is printed for each article that is added (+), has changed (~), is gone (-) or can't be read (!). Feeds are asked only for
what has changed, and robots.txt is kept. Where everything is gone at once, the file stays as it is.`;

/** Feeds are asked no more often than this, however short `--every` is. In minutes. */
const leastMinutes = 1;
/** Folders are looked into at least so often, in ms. */
const lookEvery = 60_000;

async function keepInStep(
  sources: readonly string[],
  options: Options,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const isWeb = (source: string) => /^https?:\/\//i.test(source);
  const [addresses, paths] = [sources.filter(isWeb), sources.filter((source) => !isWeb(source))];
  const { out } = options;
  const pages = options.pages ?? `${out.replace(/\.graph$/, '')}-pages`;
  const minutes = number('--every', options.every, leastMinutes, 7 * 24 * 60);
  const [{ watch }, { build, BuildError }, { JournalError }, { save }] = await Promise.all([
    import('../watch.ts'),
    import('../build.ts'),
    import('../journal.ts'),
    import('../fetch/save.ts'),
  ]);
  const vocabulary = await vocabularyFrom(options.vocabulary);
  const columns = await columnsOf(options.columns);
  if (addresses.length > 0) await mkdir(pages, { recursive: true });
  const folders = addresses.length > 0 ? [...paths, pages] : paths;
  const told = new Set<string>();
  /** A failure is told once, not with every look. */
  const tell = (reason: string) => {
    if (!told.has(reason)) terminal.tell(`! ${reason}`);
    told.add(reason);
  };
  const fetchOptions = { out: pages, allowPrivate: options.allowPrivate === true, signal };
  let next = -Infinity;
  const step = async () => {
    if (addresses.length > 0 && performance.now() >= next) {
      next = performance.now() + minutes * 60_000;
      for (const reason of (await save(addresses, fetchOptions)).failures) tell(reason);
    }
    try {
      const own = vocabulary === undefined ? {} : { vocabulary };
      const report = await build({ sources: folders, out, sync: true, columns, ...own, signal });
      await terminal.print(linesOf(report));
      for (const { reason } of report.failures) tell(reason);
      if (options.to !== undefined) await load(options.to);
    } catch (error) {
      // No article yet, or somebody else has the file: the next look may find it otherwise.
      if (!(error instanceof BuildError || error instanceof JournalError)) throw error;
      tell(error.message);
    }
  };
  const load = async (to: string) => {
    const { loadInto } = await import('./load.ts');
    const said = await loadInto(out, to, options.database, terminal);
    if (!said.endsWith('; nothing had changed')) await terminal.print(`${said}\n`);
  };
  await watch({ paths: folders, except: out, step, every: Math.min(lookEvery, minutes * 60_000), signal });
}

function linesOf({ added, replaced, removed }: Report): string {
  const marked = (mark: string, ids: readonly string[]) => ids.map((id) => `${mark} ${oneLine(id)}\n`);
  return [...marked('+', added), ...marked('~', replaced), ...marked('-', removed)].join('');
}
