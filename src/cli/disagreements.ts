// wiregraph disagreements: where reports disagree, each with both quotes; or what all, or only one, say.
import { type Command, Option } from 'commander';
import {
  type Disagreement,
  type DisagreementKind,
  disagreementKinds,
  disagreementsOf,
} from '../../graph/disagreements.ts';
import type { Claim, Document, Graph } from '../../graph/model.ts';
import { readGraph } from '../open.ts';
import { oneLine, printableJson } from './printable.ts';
import { amount, matterOf } from './summary.ts';
import { cut } from './table.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly kind?: DisagreementKind;
  readonly json?: boolean;
}

export function addDisagreements(program: Command, terminal: Terminal): void {
  program
    .command('disagreements')
    .description('list where reports disagree: who denies what others state, other days, numbers, places')
    .argument('<graph>', 'a .graph file')
    .addOption(new Option('--kind <kind>', 'only these').choices(disagreementKinds))
    .option('--json', 'print one JSON object a disagreement')
    .addHelpText('after', examples)
    .action(async (path: string, { kind, json = false }: Options) => {
      const graph = await readGraph(path);
      const found = disagreementsOf(graph).filter((one) => kind === undefined || one.kind === kind);
      if (json) return await printJson(found, terminal);
      await terminal.print(
        found.length === 0 ? 'No report disagrees with another.\n' : textOf(found, graph, terminal),
      );
    });
}

const examples = `
Examples:
  wiregraph disagreements ceasefire.graph
  wiregraph disagreements ceasefire.graph --kind date
  wiregraph query ceasefire.graph "MATCH (a)-[r {disputed: true}]->(b) RETURN a.name, type(r), b.name, r.negated"

Only reports of different origins are compared, of about the same days: copies agree by nature.`;

function textOf(found: readonly Disagreement[], graph: Graph, terminal: Terminal): string {
  const { bold, dim } = terminal.colors;
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  const width = terminal.columns ?? 100;
  const said = (words: string) => oneLine(entities.get(words)?.name ?? words);
  const blocks = found.map(({ kind, a, b, says: [one, other] }) =>
    [
      `${bold(matterOf(a, entities))}  ${kind}: ${said(one)} – ${said(other)}`,
      ...[a, b].map((claim) => dim(`  ${quoteOf(claim, documents, width - 2)}`)),
    ].join('\n'),
  );
  return `${amount(found.length, 'disagreement')}\n\n${blocks.join('\n\n')}\n`;
}

function quoteOf(
  { quote, document }: Claim,
  documents: ReadonlyMap<string, Document>,
  width: number,
): string {
  const { publisher, title } = documents.get(document) ?? {};
  const source = ` (${cut(oneLine(publisher || title || document), Math.floor(width / 3))})`;
  return `“${cut(oneLine(quote), Math.max(20, width - source.length - 2))}”${source}`;
}

async function printJson(found: readonly Disagreement[], terminal: Terminal): Promise<void> {
  for (const one of found) {
    const json = JSON.stringify(one);
    await terminal.print(`${terminal.columns === undefined ? json : printableJson(json)}\n`);
  }
}
