// wiregraph import: ndjson of `export` → a .graph file.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { ImportError, importGraph } from '../import.ts';
import { oneLine } from './printable.ts';
import type { Terminal } from './terminal.ts';

export function addImport(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description('make a .graph file of what export wrote')
    .argument('<file>', 'ndjson; - for standard input')
    .requiredOption('-o, --out <file>', 'the .graph file to make; always needed')
    .addHelpText('after', examples)
    .action(async (path: string, { out }: { out: string }) => {
      const { graph, changed } = await importGraph({ lines: linesOf(path), out });
      const { documents, entities, claims } = graph;
      await terminal.print(
        `${oneLine(out)}: ${documents.length} articles, ${entities.length} entities, ${claims.length} claims\n`,
      );
      if (changed > 0)
        terminal.tell(`${changed} lines came out otherwise: relations are worked out again from the claims.`);
    });
}

const examples = `
Examples:
  wiregraph import ceasefire.ndjson --out again.graph
  wiregraph export ceasefire.graph | wiregraph import - --out again.graph`;

async function* linesOf(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {});
  input.on('error', (cause: NodeJS.ErrnoException) =>
    reject(
      new ImportError(`${path} can't be read (${cause.code}). Check the path and your rights.`, { cause }),
    ),
  );
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) return;
    yield next.value;
  }
}
