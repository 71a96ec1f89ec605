// wiregraph disagreements: where reports disagree, each with both quotes; or what all, or only one, say.
import { type Command, Option } from 'commander';
import stringWidth from 'string-width';
import {
  type Disagreement,
  type DisagreementKind,
  disagreementKinds,
  disagreementsOf,
} from '../../graph/disagreements.ts';
import type { Claim, Document, Graph } from '../../graph/model.ts';
import { readGraph } from '../open.ts';
import { oneLine, printableJson } from './printable.ts';
import { quoted } from './quotes.ts';
import { agreementLines, amount, matterOf, nameOf } from './summary.ts';
import { cut } from './table.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly kind?: DisagreementKind;
  readonly json?: boolean;
  readonly agreement?: boolean;
}

export function addDisagreements(program: Command, terminal: Terminal): void {
  program
    .command('disagreements')
    .description('list where reports disagree: who denies what others state, other days, numbers, places')
    .argument('<graph>', 'a .graph file')
    .addOption(new Option('--kind <kind>', 'only these').choices(disagreementKinds))
    .option('--agreement', 'list instead what several reports say independently, and what only one says')
    .option('--json', 'print one JSON object a disagreement')
    .addHelpText('after', examples)
    .action(async (path: string, { kind, json = false, agreement = false }: Options) => {
      const graph = await readGraph(path);
      if (agreement)
        return await terminal.print(
          agreementLines(graph, terminal)
            .map((line) => `${line}\n`)
            .join(''),
        );
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
  wiregraph disagreements ceasefire.graph --agreement
  wiregraph query ceasefire.graph "MATCH (a)-[r {disputed: true}]->(b) RETURN a.name, type(r), b.name, r.negated"

Only reports of different origins are compared, of about the same days: copies agree by nature.`;

/** Each disagreement: whose matter and in what, then what each report says and the sentence that says so, whole. */
function textOf(found: readonly Disagreement[], graph: Graph, terminal: Terminal): string {
  const { bold, dim } = terminal.colors;
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  const width = terminal.columns ?? 100;
  const blocks = found.map(({ kind, a, b, says: [one, other] }) =>
    [
      `${bold(matterOf(a, entities))}  ${kind}: ${nameOf(one, entities)} – ${nameOf(other, entities)}`,
      ...wrapped(`${sourceOf(a, documents)}: ${quoted(a.quote)}`, width).map(dim),
      ...wrapped(`${sourceOf(b, documents)}: ${quoted(b.quote)}`, width).map(dim),
    ].join('\n'),
  );
  return `${amount(found.length, 'disagreement')}\n\n${blocks.join('\n\n')}\n`;
}

/** Who published it, or its title, and the day. */
function sourceOf({ document }: Claim, documents: ReadonlyMap<string, Document>): string {
  const { publisher, title, publishedAt } = documents.get(document) ?? {};
  const day = publishedAt === undefined ? '' : `, ${oneLine(publishedAt).slice(0, 10)}`;
  return `${cut(oneLine(publisher || title || document), 40)}${day}`;
}

/** Lines of whole words, the first further left than the others. */
function wrapped(text: string, width: number): string[] {
  const lines = [' '];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`;
    if (stringWidth(line) <= width || lines.at(-1)?.trim() === '') lines[lines.length - 1] = line;
    else lines.push(`    ${word}`);
  }
  return lines;
}

async function printJson(found: readonly Disagreement[], terminal: Terminal): Promise<void> {
  for (const one of found) {
    const json = JSON.stringify(one);
    await terminal.print(`${terminal.columns === undefined ? json : printableJson(json)}\n`);
  }
}
