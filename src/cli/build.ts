// wiregraph build: articles → a .graph file, and what was found.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Report } from '../build.ts';
import { sizeOf } from '../open.ts';
import { columnsOf, columnsOption } from './columns.ts';
import { namesFrom } from './names.ts';
import { brief, summary } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { number } from './usage.ts';
import { vocabularyFrom } from './vocabulary.ts';

interface Options {
  readonly out: string;
  readonly sync?: boolean;
  readonly vocabulary?: string | undefined;
  readonly columns?: string | undefined;
  readonly names?: string | undefined;
  readonly extractor?: string | undefined;
  readonly reader?: readonly string[] | undefined;
  readonly workers?: string | undefined;
  readonly timeout?: string | undefined;
  readonly queue?: string | undefined;
}

export function addBuild(program: Command, terminal: Terminal): void {
  program
    .command('build')
    .description('read articles into a .graph file, or add them to the one that is there')
    .argument('<articles...>', 'files and folders: text, pages, feeds, PDF, Word, mail, tables, archives')
    .requiredOption('-o, --out <file>', 'the .graph file to make or to add to; always needed')
    .option('--sync', 'remove the articles that are gone from the folders')
    .option('--vocabulary <file>', 'relation types and rules of your own, as YAML or JSON')
    .option('--names <file>', 'names of your own, as CSV: name, aliases, type, id, wikidataId; they win')
    .addOption(columnsOption())
    .option('--extractor <module>', 'an extractor of your own: ./FILE.mjs or a package')
    .option('--reader <module...>', 'readers of your own, asked before the built-in ones')
    .option('--workers <number>', 'threads that read articles; as many as there are cores by default')
    .option(
      '--queue <address>',
      'have articles read on other machines: redis://HOST:PORT; see wiregraph work',
    )
    .option('--timeout <seconds>', 'most time for an article; long ones get more', '30')
    .addHelpText('after', examples)
    .action(async (articles: string[], options: Options) => {
      const { out, sync = false } = options;
      const report = await buildWithProgress({ ...options, sources: articles }, terminal);
      if (report === undefined) return;
      const size = existsSync(out) ? sizeOf(out) : undefined;
      const count = size?.documents ?? report.graph.documents.length;
      const isEmpty = count === 0 && report.failures.length > 0;
      const tell = size !== undefined && count > mostRead ? brief(report, size, out, terminal) : undefined;
      if (!isEmpty) await terminal.print(tell ?? summary(report, out, terminal));
      tellWhatIsMissing(report, sync, terminal);
      if (isEmpty) {
        terminal.tell(`No article could be read: ${out} holds none.`);
        terminal.exitCode = 1;
        return;
      }
      if (terminal.isInteractive) terminal.tell(`See it: wiregraph view ${out}`);
      terminal.exitCode = report.failures.length > 0 ? 3 : 0;
    });
}

/** Of more articles the strongest relations and the rest aren't looked for: all would have to be read for one that is new. */
const mostRead = 2000;

const examples = `
Examples:
  wiregraph build articles/ --out ceasefire.graph
  wiregraph build articles/ late.txt --out ceasefire.graph
  wiregraph build articles/ --out ceasefire.graph --sync

Articles are read by as many threads as there are cores; the graph is the same for any number. --extractor and --reader
name modules whose default export is an Extractor, or a Reader or a list of them.
An article is read once: building again reads what is new or has changed. Ctrl-C stops; the same command goes on.
--names FILE says who is who: whatever bears a name or alias of a row (aliases between semicolons) is that row. The file
keeps the list; a later one takes its place.
--vocabulary FILE adds types, what triggers them and examples; a rule whose example fails is refused.
Front matter, where there is one, may state title, publisher, author, date, url and language.`;

/** Builds with a bar and with Ctrl-C; undefined where that stopped it. */
export async function buildWithProgress(
  options: Options & { readonly sources: readonly string[] },
  terminal: Terminal,
): Promise<Report | undefined> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    // Loaded here: the extractor's rules take longer to load than most other commands take to run.
    const { build } = await import('../build.ts');
    const { sources, out, sync, extractor, reader, workers, timeout, queue } = options;
    const vocabulary = await vocabularyFrom(options.vocabulary);
    const listed = await namesFrom(options.names);
    const columns = await columnsOf(options.columns);
    const report = await build({
      ...{ sources, out, columns },
      ...(sync === undefined ? {} : { sync }),
      ...(listed === undefined ? {} : { names: listed.names }),
      ...(vocabulary === undefined ? {} : { vocabulary }),
      ...(extractor === undefined ? {} : { extractor }),
      ...(reader === undefined ? {} : { readerModules: reader }),
      ...(workers === undefined ? {} : { workers: number('--workers', workers, 1, 1024) }),
      ...(timeout === undefined ? {} : { patience: 1000 * number('--timeout', timeout, 1, 86_400) }),
      ...(queue === undefined ? {} : { queue }),
      onNotice: (notice) => terminal.tell(notice),
      signal: stop.signal,
      onProgress: ({ done, total, source }) => terminal.bar(done, total, source),
    });
    return { ...report, failures: [...(listed?.failures ?? []), ...report.failures] };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    terminal.tell('Stopped. What is done is kept; the same command goes on from there.');
    terminal.exitCode = 1;
    return undefined;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    terminal.clearBar();
  }
}

function tellWhatIsMissing({ failures, passedOver }: Report, sync: boolean, terminal: Terminal): void {
  if (passedOver.length > 0) {
    const some = passedOver.slice(0, 5).join(', ');
    const more = passedOver.length > 5 ? ` and ${passedOver.length - 5} more` : '';
    const files = count(passedOver.length, 'file');
    terminal.tell(`Passed over ${files}, hidden or of other kinds: ${some}${more}.`);
  }
  if (sync && failures.some((failure) => failure.stage === 'find'))
    terminal.tell('Nothing was removed, because not every source could be looked into.');
  if (failures.length === 0) return;
  terminal.tell(`Left out, ${failures.length} in all:`);
  for (const { reason } of failures) terminal.tell(`  ${reason}`);
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
