// wiregraph build: articles → a .graph file, and what was found.
import type { Command } from 'commander';
import type { Report } from '../build.ts';
import { columnsOf, columnsOption } from './columns.ts';
import { namesFrom } from './names.ts';
import { summary } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { vocabularyFrom } from './vocabulary.ts';

interface Options {
  readonly out: string;
  readonly sync?: boolean;
  readonly vocabulary?: string | undefined;
  readonly columns?: string | undefined;
  readonly names?: string | undefined;
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
    .addHelpText('after', examples)
    .action(async (articles: string[], { out, sync = false, vocabulary, columns, names }: Options) => {
      const report = await buildWithProgress(
        { sources: articles, out, sync, vocabulary, columns, names },
        terminal,
      );
      if (report === undefined) return;
      const isEmpty = report.graph.documents.length === 0 && report.failures.length > 0;
      if (!isEmpty) await terminal.print(summary(report, out, terminal));
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

const examples = `
Examples:
  wiregraph build articles/ --out ceasefire.graph
  wiregraph build articles/ late.txt --out ceasefire.graph
  wiregraph build articles/ --out ceasefire.graph --sync

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
    const [{ build }, { createExtractor }, { createReaders }] = await Promise.all([
      import('../build.ts'),
      import('../extract/index.ts'),
      import('../read/formats.ts'),
    ]);
    const { vocabulary: file, columns, names: list, ...more } = options;
    const vocabulary = await vocabularyFrom(file);
    const listed = await namesFrom(list);
    const report = await build({
      ...more,
      ...(listed === undefined ? {} : { names: listed.names }),
      readers: createReaders({ columns: await columnsOf(columns) }),
      ...(vocabulary === undefined ? {} : { extractor: createExtractor({ vocabulary }) }),
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
