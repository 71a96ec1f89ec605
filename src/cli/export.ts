// wiregraph export: a graph → ndjson (everything), tsv (the triples), openie (what its sentences say, in their own words) or
// html (the viewer with the graph in it, as one page).
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { toLines } from '../../graph/exchange.ts';
import type { Graph } from '../../graph/model.ts';
import { readGraph } from '../open.ts';
import { singleViewerFolder } from './installed.ts';
import { saveTables, scriptOf, type Tables } from './neo4j.ts';
import { printable, printableJson } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { toTsv } from './tsv.ts';
import { UsageError } from './usage.ts';

type Format = 'ndjson' | 'tsv' | 'openie' | 'html' | 'cypher' | 'neo4j-csv';

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description('write a graph out, to standard output or to a file')
    .argument('<graph>', 'a .graph file')
    .addOption(
      new Option(
        '-f, --format <format>',
        'ndjson: everything, a record a line; tsv: the triples; openie: what each sentence says, in its own words; html: the viewer with the graph in it, one page that opens from disk; cypher: a script for cypher-shell; neo4j-csv: a folder of tables for neo4j-admin',
      )
        .choices(['ndjson', 'tsv', 'openie', 'html', 'cypher', 'neo4j-csv'])
        .default('ndjson'),
    )
    .option(
      '-o, --out <file>',
      'the file to write, or the folder for neo4j-csv; one of that name is replaced',
    )
    .addHelpText('after', examples)
    .action(async (path: string, { format, out }: { format: Format; out?: string }) => {
      if (format === 'neo4j-csv') return await tell(await saveTables(path, out), terminal);
      const lines =
        format === 'cypher' ? scriptOf(path) : linesOf(await readGraph(path), format, basename(path));
      await (out === undefined ? print(lines, format, terminal) : save(lines, format, out));
    });
}

const examples = `
Examples:
  wiregraph export ceasefire.graph --format ndjson > ceasefire.ndjson
  wiregraph export ceasefire.graph --format tsv --out triples.tsv
  wiregraph export ceasefire.graph --format openie > open.tsv
  wiregraph export ceasefire.graph --format html --out ceasefire.html
  wiregraph export ceasefire.graph --format cypher | cypher-shell -u neo4j
  wiregraph export ceasefire.graph --format neo4j-csv --out tables/

The tsv has: subject, predicate, object, negated, modality, attributedTo, document, quote.
The openie has: sentence, confidence, predicate, subject, object, further phrases.
The cypher and the neo4j-csv are for an empty Neo4j; "wiregraph load" keeps either in step afterwards.
The html asks no network, holds every article, and lets itself be queried in Cypher.`;

const tell = async ({ command, afterwards }: Tables, terminal: Terminal) =>
  await terminal.print(`${[...command.split('\n'), afterwards].map(printable).join('\n')}\n`);

async function* linesOf(graph: Graph, format: Format, name: string): AsyncGenerator<string> {
  if (format === 'openie') yield* openLines(graph);
  else if (format === 'html') yield* pageLines(graph, name);
  else yield* format === 'tsv' ? toTsv(graph) : toLines(graph);
}

/** Sentence, confidence, predicate, arguments: the articles are read again for it. */
async function* openLines({ documents }: Graph): AsyncGenerator<string> {
  const { openRecords } = await import('../extract/openie.ts');
  for (const { text } of documents)
    for (const { sentence, confidence, predicate, parts } of await openRecords(text))
      yield [sentence, confidence.toFixed(2), predicate, ...parts].join('\t');
}

async function* pageLines(graph: Graph, name: string): AsyncGenerator<string> {
  const { pageOf, readSingleViewer } = await import('../serve/page.ts');
  const viewer = await readSingleViewer(singleViewerFolder).catch((cause) => {
    throw new UsageError(`The viewer isn't built: run "npm run build", then try again.`, { cause });
  });
  yield* pageOf(graph, name, viewer);
}

async function print(lines: AsyncIterable<string>, format: Format, terminal: Terminal): Promise<void> {
  // A file gets the bytes as they are; a terminal would obey some of them.
  const onTerminal = format === 'ndjson' ? printableJson : printable;
  const show = terminal.columns === undefined ? (line: string) => line : onTerminal;
  for await (const line of lines) await terminal.print(`${show(line)}\n`);
}

/** Writes beside the file and renames, so that a failure leaves what was there. */
async function save(lines: AsyncIterable<string>, format: Format, out: string): Promise<void> {
  if (out.endsWith('.graph'))
    throw new UsageError(
      `--out ${out} is named like a graph, but ${format} is text. Name it ${out.replace(/\.graph$/, `.${format}`)}.`,
    );
  const part = `${out}.part`;
  try {
    const text = async function* () {
      for await (const line of lines) yield `${line}\n`;
    };
    await pipeline(Readable.from(text()), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(
      `${out} can't be written (${code}). Check that its folder is there and that you may write to it.`,
      {
        cause: error,
      },
    );
  }
}
