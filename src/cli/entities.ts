// wiregraph entities: what a graph's names stand for, with aliases, mentions and the reasons for every merge.
import type { Command } from 'commander';
import { compare, type Entity } from '../../graph/model.ts';
import { entitiesOf } from '../../graph/store/shape.ts';
import { entitiesCalled } from '../called.ts';
import { look, type StandingGraph } from '../decide.ts';
import { oneLine, printableJson } from './printable.ts';
import { amount } from './summary.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export function addEntities(program: Command, terminal: Terminal): void {
  program
    .command('entities')
    .description('list what names stand for, with aliases, mentions and why names were judged to be one')
    .argument('<graph>', 'a .graph file')
    .argument('[search]', 'an id, also a former one, or part of a name or alias')
    .option('--json', 'print one JSON object an entity')
    .addHelpText('after', examples)
    .action(async (path: string, search: string | undefined, { json = false }: { json?: boolean }) => {
      await look(path, async ({ graph }) => {
        const found = foundBy(search, graph.entities());
        if (json) return await printJson(found, graph, terminal);
        if (found.length === 0) {
          terminal.tell(`Nothing in ${path} is called ${search}.`);
          terminal.exitCode = 1;
          return;
        }
        await terminal.print(
          found.length === 1 && search !== undefined
            ? detailText(found[0] as Entity, graph, terminal)
            : listText(found, graph, terminal),
        );
      });
    });
}

const examples = `
Examples:
  wiregraph entities ceasefire.graph
  wiregraph entities ceasefire.graph Holt            all whose name or alias has it; of one, everything
  wiregraph entities ceasefire.graph --json | jq -r '.id'

Where they are wrong: wiregraph merge, split, different, rename.`;

/** An event bears the names of those who took part: it is shown where nothing else is meant. */
function foundBy(search: string | undefined, entities: readonly Entity[]): readonly Entity[] {
  if (search === undefined) return entities;
  const meant = entities.filter((entity) => isMeant(entity, search));
  const others = meant.filter(({ type }) => type !== 'Event');
  if (meant.length === 0) return entitiesCalled({ entities }, search);
  return others.length > 0 ? others : meant;
}

const isMeant = ({ id, name, aliases }: Entity, search: string): boolean =>
  id === search || [name, ...aliases].some((text) => text.toLowerCase().includes(search.toLowerCase()));

function listText(entities: readonly Entity[], graph: StandingGraph, terminal: Terminal): string {
  const counts = new Map(graph.counted().map(({ entity, mentions }) => [entity.id, mentions]));
  const rows = entities
    .map((entity) => ({ entity, count: counts.get(entity.id) ?? 0 }))
    .sort((a, b) => b.count - a.count || compare(a.entity.id, b.entity.id))
    .map(({ entity: { id, name, type, aliases }, count }) =>
      [name, type, `${count}`, aliases.join(', '), id].map(oneLine),
    );
  const columns = [
    { title: 'name' },
    { title: 'type' },
    { title: 'mentions', align: 'right' as const },
    { title: 'also' },
    { title: 'id' },
  ];
  const lines = table(columns, rows, { width: terminal.columns, style: terminal.colors.bold });
  return `${lines.join('\n')}\n`;
}

function detailText(entity: Entity, graph: StandingGraph, terminal: Terminal): string {
  const { bold, dim } = terminal.colors;
  const documents = graph.documentsWith(entity).sort(compare);
  const own = documents.flatMap((document) => {
    const {
      mentions,
      document: { text },
    } = graph.part(document);
    return mentions
      .filter((mention) => mention.entity === entity.id)
      .sort((a, b) => a.start - b.start)
      .map(({ id, start, end }) => ({ id, start, end, text }));
  });
  const lines = [
    `${bold(oneLine(entity.name))}  ${entity.type}  ${dim(oneLine(entity.id))}`,
    ...(entity.aliases.length === 0 ? [] : [`also ${entity.aliases.map(oneLine).join(', ')}`]),
    '',
    ...graph
      .reasons(entity)
      .map(({ a, b, why }) => oneLine(a === b ? `${a}: ${why}` : `${a} = ${b}: ${why}`)),
    '',
    ...(own.length === 0 ? claimLines(entity, graph, terminal) : [`${amount(own.length, 'mention')}:`]),
    ...own.map(({ id, start, end, text }) => {
      const around = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
      return `  ${oneLine(id)}  ${dim(`…${oneLine(around)}…`)}`;
    }),
  ];
  return `${lines.filter((line, i) => line !== '' || lines[i - 1] !== '').join('\n')}\n`;
}

/** An event or a topic stands in no text: its claims do. */
function claimLines({ id }: Entity, graph: StandingGraph, { colors }: Terminal): string[] {
  const own = graph.graph().claims.filter((claim) => entitiesOf(claim).includes(id));
  const lines = own.map((claim) => `  ${oneLine(claim.id)}  ${colors.dim(`“${oneLine(claim.quote)}”`)}`);
  return [`${amount(own.length, 'claim')}:`, ...lines];
}

const few = 5;

async function printJson(
  entities: readonly Entity[],
  graph: StandingGraph,
  terminal: Terminal,
): Promise<void> {
  // Of many, every article is read once; of few, those where they are mentioned.
  const all = entities.length > few ? Map.groupBy(graph.graph().mentions, ({ entity }) => entity) : undefined;
  const mentionsOf = (entity: Entity) =>
    all === undefined ? graph.mentions(entity, graph.documentsWith(entity)) : (all.get(entity.id) ?? []);
  for (const entity of entities) {
    const own = mentionsOf(entity).map(({ id }) => id);
    const json = JSON.stringify({ ...entity, mentions: own.sort(compare), reasons: graph.reasons(entity) });
    await terminal.print(`${terminal.columns === undefined ? json : printableJson(json)}\n`);
  }
}
