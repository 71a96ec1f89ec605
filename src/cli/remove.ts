// wiregraph remove: articles out of a graph, exactly.
import type { Command } from 'commander';
import { remove } from '../remove.ts';
import { differenceText } from './diff.ts';
import { oneLine } from './printable.ts';
import { amount } from './summary.ts';
import type { Terminal } from './terminal.ts';

export function addRemove(program: Command, terminal: Terminal): void {
  program
    .command('remove')
    .description('take articles out of a graph: it is then as if they had never been in it')
    .argument('<graph>', 'a .graph file')
    .argument('<articles...>', 'ids of articles, as query and export show them')
    .addHelpText('after', examples)
    .action(async (path: string, articles: string[]) => {
      const { removed, missing, known, difference, entities } = await remove(path, articles);
      if (missing.length > 0) {
        for (const id of missing) terminal.tell(unknown(path, id, known));
        terminal.tell('Nothing was removed.');
        terminal.exitCode = 1;
        return;
      }
      await terminal.print(
        `${terminal.colors.bold(oneLine(path))}: ${amount(removed.length, 'article')} removed\n\n${differenceText(difference, terminal, entities)}`,
      );
    });
}

const examples = `
Examples:
  wiregraph remove ceasefire.graph reports/monday.md
  wiregraph query ceasefire.graph "MATCH (d:Document) RETURN d.id"      the ids

The text of a removed article is overwritten in the file. To remove all that is gone from a folder: wiregraph build --sync.`;

function unknown(path: string, id: string, known: readonly string[]): string {
  const near = known.filter((other) => other.endsWith(`/${id}`) || id.endsWith(`/${other}`)).slice(0, 3);
  const hint =
    near.length > 0
      ? `Is it ${near.join(' or ')}?`
      : `It holds ${amount(known.length, 'article')}: wiregraph query ${path} "MATCH (d:Document) RETURN d.id"`;
  return `${path} holds no article ${id}. ${hint}`;
}
