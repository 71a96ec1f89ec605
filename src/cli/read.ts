// wiregraph read: what a reader makes of a file or an address, for a person and, as JSON, for a program.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Document } from '../../graph/model.ts';
import { type Failure, isFailure } from '../read/reader.ts';
import { isEnglish } from '../text/index.ts';
import { columnsOf, columnsOption } from './columns.ts';
import { oneLine, printable, printableJson } from './printable.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly json?: boolean;
  readonly columns?: string;
  readonly allowPrivate?: boolean;
}

export function addRead(program: Command, terminal: Terminal): void {
  program
    .command('read')
    .description(
      'show what is read out of files, folders and addresses: title, publisher, author, date, text',
    )
    .argument('<sources...>', 'files, folders, and addresses of pages')
    .option('--json', 'one JSON object a document')
    .addOption(columnsOption())
    .option('--allow-private', 'also addresses inside private networks and on this machine')
    .addHelpText('after', examples)
    .action(async (sources: string[], options: Options) => {
      let found = 0;
      for await (const result of results(sources, options)) {
        if (isFailure(result)) {
          terminal.tell(result.reason);
          terminal.exitCode = 3;
          continue;
        }
        found += 1;
        if (!isEnglish(result.text))
          terminal.tell(`${result.id} does not read as English: build leaves it out.`);
        await terminal.print(
          options.json ? `${printableJson(JSON.stringify(result))}\n` : shown(result, terminal),
        );
      }
      if (found > 0) return;
      if (terminal.exitCode === 0) terminal.tell(`Nothing to read in ${sources.join(', ')}.`);
      terminal.exitCode = 1;
    });
}

const examples = `
Examples:
  wiregraph read saved-page.html
  wiregraph read https://news.example/2025/05/19/report --json
  wiregraph read archive.csv --columns text=Body,title=Headline,date=Day`;

async function* results(sources: readonly string[], options: Options): AsyncGenerator<Document | Failure> {
  // Loaded here: most other commands take less time than this.
  const { createReaders, read, readAddress } = await import('../index.ts');
  const columns = await columnsOf(options.columns);
  for (const source of sources) {
    if (/^https?:\/\//i.test(source) && !existsSync(source))
      yield* readAddress(source, { columns, allowPrivate: options.allowPrivate === true });
    else yield* read([source], createReaders({ columns }));
  }
}

function shown(document: Document, { colors: { bold, dim } }: Terminal): string {
  const { id, title, publisher, author, publishedAt, url, language, text } = document;
  const facts = {
    Publisher: publisher,
    Author: author,
    Published: publishedAt,
    Address: url,
    Language: language,
    Id: id,
  };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${dim(`${name}:`.padEnd(11))}${oneLine(value)}`],
  );
  return `${bold(oneLine(title))}\n${lines.join('\n')}\n\n${printable(text.trim())}\n\n`;
}
