// wiregraph demo, which `npm start` runs: the example articles, built and shown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { buildWithProgress } from './build.ts';
import { exampleArticles } from './installed.ts';
import { oneLine } from './printable.ts';
import { summary } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { type ViewOptions, view, withViewOptions } from './view.ts';

export function addDemo(program: Command, terminal: Terminal): void {
  withViewOptions(program.command('demo'))
    .description('build a graph of the example articles, print what is in it and serve the viewer')
    .option('-o, --out <file>', 'keep the graph in this file')
    .addHelpText('after', examples)
    .action(async (options: ViewOptions & { out?: string }) => {
      // The package's own folder may be read-only, and a demo leaves nothing behind that nobody asked for.
      const folder = mkdtempSync(join(tmpdir(), 'wiregraph-demo-'));
      try {
        await demo(options.out ?? join(folder, 'examples.graph'), options, terminal);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

const examples = `
Examples:
  wiregraph demo
  wiregraph demo --out examples.graph`;

async function demo(out: string, options: ViewOptions, terminal: Terminal): Promise<void> {
  const report = await buildWithProgress({ sources: [exampleArticles], out }, terminal);
  if (report === undefined) return;
  const question = 'MATCH (a)-[r {asserted: true}]->(b) RETURN a.name, type(r), b.name, r.documents';
  await terminal.print(summary(report, out, terminal));
  await terminal.print(`\nAsk it:  npx wiregraph query ${oneLine(out)} "${question}"\nSee it:  `);
  await view({ graph: report.graph }, 'examples', options, terminal);
}
