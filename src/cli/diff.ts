// wiregraph diff: what changed from one graph to another, for a person as a list, for a program as JSON.
import type { Command } from 'commander';
import { type Changes, type Difference, differenceOf, isSame } from '../../graph/difference.ts';
import type { Entity, Relation } from '../../graph/model.ts';
import { readGraph } from '../open.ts';
import { oneLine, printableJson } from './printable.ts';
import { amount, nameOf, supportText, typeText } from './summary.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export function addDiff(program: Command, terminal: Terminal): void {
  program
    .command('diff')
    .description('say what changed from one graph to another: articles, entities, relations, support')
    .argument('<before>', 'a .graph file')
    .argument('<after>', 'a .graph file')
    .option('--json', 'print the records as one JSON object: added, removed and changed of each kind')
    .addHelpText('after', examples)
    .action(async (before: string, after: string, { json = false }: { json?: boolean }) => {
      const [old, now] = [await readGraph(before), await readGraph(after)];
      const difference = differenceOf(old, now);
      await terminal.print(
        json
          ? `${shown(JSON.stringify(difference), terminal)}\n`
          : differenceText(difference, terminal, [...old.entities, ...now.entities]),
      );
    });
}

const examples = `
Examples:
  wiregraph diff monday.graph tuesday.graph
  wiregraph diff monday.graph tuesday.graph --json | jq '.relations.added[].id'

+ is new, - is gone, ~ has changed.`;

/** A file gets the bytes as they are; a terminal would obey some of them. */
const shown = (json: string, { columns }: Terminal): string =>
  columns === undefined ? json : printableJson(json);

/** The lines that a person reads, each with its line feed. `entities`: those that changed relations may name. */
export function differenceText(
  difference: Difference,
  terminal: Terminal,
  entities: readonly Entity[],
): string {
  if (isSame(difference)) return 'Nothing changed.\n';
  const { bold } = terminal.colors;
  const names = new Map(entities.map((entity) => [entity.id, entity]));
  const claims = counts(difference.claims, 'claim');
  const sections = [
    ['Articles', marked(difference.documents, ({ id, title }) => [id, title])],
    ['Entities', entityRows(difference.entities)],
    [claims === '' ? 'Relations' : `Relations (${claims})`, relationRows(difference.relations, names)],
  ] as const;
  const changed = sections.filter(([, rows]) => rows.length > 0);
  // A claim may change and no relation with it: one without an object, or one of many.
  if (changed.length === 0)
    return `Changed: ${claims === '' ? 'what lies beneath' : claims}, and no relation.\n`;
  return changed.map(([title, rows]) => `${bold(title)}\n${lines(rows, terminal)}`).join('\n');
}

type Row = readonly string[];

function lines(rows: readonly Row[], terminal: Terminal): string {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, () => ({ title: '' }));
  const [, ...told] = table(columns, rows, { width: terminal.columns });
  const { green, red } = terminal.colors;
  const colour = (line: string) =>
    line.startsWith('+') ? green(line) : line.startsWith('-') ? red(line) : line;
  return told.map((line) => `${colour(line)}\n`).join('');
}

/** Added, removed, changed: a mark, then what tells the record. */
function marked<T>(changes: Changes<T>, cells: (record: T) => readonly string[]): Row[] {
  const row = (mark: string, record: T): Row => [mark, ...cells(record).map(oneLine)];
  return [
    ...changes.added.map((record) => row('+', record)),
    ...changes.removed.map((record) => row('-', record)),
    ...changes.changed.map(({ after }) => row('~', after)),
  ];
}

function entityRows({ added, removed, changed }: Changes<Entity>): Row[] {
  const plain = marked({ added, removed, changed: [] }, ({ name, type }) => [name, type]);
  const both = changed.map(({ before, after }): Row => {
    const more = after.aliases.filter((alias) => !before.aliases.includes(alias) && alias !== before.name);
    const less = before.aliases.filter((alias) => !after.aliases.includes(alias) && alias !== after.name);
    const told = [
      before.name === after.name ? '' : `was ${before.name}`,
      ...more.map((alias) => `also ${alias}`),
      ...less.map((alias) => `no longer ${alias}`),
    ];
    return ['~', oneLine(after.name), after.type, oneLine(told.filter(Boolean).join(', '))];
  });
  return [...plain, ...both];
}

function relationRows(
  { added, removed, changed }: Changes<Relation>,
  names: ReadonlyMap<string, Entity>,
): Row[] {
  const cells = (relation: Relation) => [
    nameOf(relation.subject, names),
    typeText(relation),
    nameOf(relation.object, names),
  ];
  const plain = marked({ added, removed, changed: [] }, (relation) => [
    ...cells(relation),
    supportText(relation),
  ]);
  const both = changed.map(({ before, after }): Row => {
    const [was, is] = [supportText(before), supportText(after)];
    const dispute =
      before.disputed === after.disputed ? '' : after.disputed ? ', now disputed' : ', no longer disputed';
    return ['~', ...cells(after), `${was === is ? `${is}, other claims` : `${was} → ${is}`}${dispute}`];
  });
  return [...plain, ...both];
}

/** `3 claims more, 1 claim less`. */
function counts({ added, removed, changed }: Changes<unknown>, noun: string): string {
  const parts = [
    [added, 'more'],
    [removed, 'less'],
    [changed, 'changed'],
  ] as const;
  return parts
    .filter(([list]) => list.length > 0)
    .map(([list, what]) => `${amount(list.length, noun)} ${what}`)
    .join(', ');
}
