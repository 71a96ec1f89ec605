// wiregraph export: a graph → ndjson (everything), tsv (the triples) or openie (what its sentences say, in their own words).
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { toLines } from '../../graph/exchange.ts';
import type { Graph } from '../../graph/model.ts';
import { readGraph } from '../open.ts';
import { printable, printableJson } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { toTsv } from './tsv.ts';
import { UsageError } from './usage.ts';

type Format = 'ndjson' | 'tsv' | 'openie';

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description('write a graph out, to standard output or to a file')
    .argument('<graph>', 'a .graph file')
    .addOption(
      new Option(
        '-f, --format <format>',
        'ndjson: everything, a record a line; tsv: the triples; openie: what each sentence says, in its own words',
      )
        .choices(['ndjson', 'tsv', 'openie'])
        .default('ndjson'),
    )
    .option('-o, --out <file>', 'the file to write; one of that name is replaced')
    .addHelpText('after', examples)
    .action(async (path: string, { format, out }: { format: Format; out?: string }) => {
      const graph = await readGraph(path);
      await (out === undefined ? print(graph, format, terminal) : save(graph, format, out));
    });
}

const examples = `
Examples:
  wiregraph export ceasefire.graph --format ndjson > ceasefire.ndjson
  wiregraph export ceasefire.graph --format tsv --out triples.tsv
  wiregraph export ceasefire.graph --format openie > open.tsv

The tsv has: subject, predicate, object, negated, modality, attributedTo, document, quote.
The openie has: sentence, confidence, predicate, subject, object, further phrases.`;

async function* linesOf(graph: Graph, format: Format): AsyncGenerator<string> {
  if (format === 'openie') yield* openLines(graph);
  else yield* format === 'tsv' ? toTsv(graph) : toLines(graph);
}

/** Sentence, confidence, predicate, arguments: the articles are read again for it. */
async function* openLines({ documents }: Graph): AsyncGenerator<string> {
  const { openRecords } = await import('../extract/openie.ts');
  for (const { text } of documents)
    for (const { sentence, confidence, predicate, parts } of await openRecords(text))
      yield [sentence, confidence.toFixed(2), predicate, ...parts].join('\t');
}

async function print(graph: Graph, format: Format, terminal: Terminal): Promise<void> {
  // A file gets the bytes as they are; a terminal would obey some of them.
  const onTerminal = format === 'ndjson' ? printableJson : printable;
  const show = terminal.columns === undefined ? (line: string) => line : onTerminal;
  for await (const line of linesOf(graph, format)) await terminal.print(`${show(line)}\n`);
}

/** Writes beside the file and renames, so that a failure leaves what was there. */
async function save(graph: Graph, format: Format, out: string): Promise<void> {
  if (out.endsWith('.graph'))
    throw new UsageError(
      `--out ${out} is named like a graph, but ${format} is text. Name it ${out.replace(/\.graph$/, `.${format}`)}.`,
    );
  const part = `${out}.part`;
  try {
    const text = async function* () {
      for await (const line of linesOf(graph, format)) yield `${line}\n`;
    };
    await pipeline(Readable.from(text()), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      `${out} can't be written (${code}). Check that its folder is there and that you may write to it.`,
      {
        cause: error,
      },
    );
  }
}
