// What a build has found, on one screen: how much of what, and the strongest relations with a quote each.
import {
  compare,
  type Entity,
  type EntityType,
  entityTypes,
  type Graph,
  type Relation,
} from '../../graph/model.ts';
import type { Report } from '../build.ts';
import { oneLine } from './printable.ts';
import { Quotes } from './quotes.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Printable lines, each with its line feed. */
export function summary(report: Report, out: string, terminal: Terminal): string {
  const { graph } = report;
  const { bold } = terminal.colors;
  const lines = [
    `${bold(oneLine(out))}: ${amount(graph.documents.length, 'article')} (${changes(report)})`,
    [
      ...entityCounts(graph),
      amount(graph.claims.length, 'claim'),
      amount(graph.relations.length, 'relation'),
    ].join(', '),
    ...(graph.relations.length === 0 ? [] : ['']),
    ...strongestLines(graph, terminal.columns ?? 100, terminal.colors),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function changes({ added, replaced, unchanged, removed }: Report): string {
  const parts = [
    [added, 'new'],
    [replaced, 'read again'],
    [unchanged, 'as before'],
    [removed, 'removed'],
  ] as const;
  const told = parts.filter(([ids]) => ids.length > 0).map(([ids, what]) => `${ids.length} ${what}`);
  return told.length === 0 ? 'nothing new' : told.join(', ');
}

const plurals: Readonly<Record<EntityType, readonly [string, string]>> = {
  Person: ['person', 'people'],
  Organization: ['organisation', 'organisations'],
  Place: ['place', 'places'],
  Event: ['event', 'events'],
  Topic: ['topic', 'topics'],
};

function entityCounts(graph: Graph): string[] {
  return entityTypes.flatMap((type) => {
    const found = graph.entities.filter((entity) => entity.type === type).length;
    return found === 0 ? [] : [`${found} ${plurals[type][found === 1 ? 0 : 1]}`];
  });
}

function strongestLines(graph: Graph, width: number, { bold, dim }: Terminal['colors']): string[] {
  const strongest = [...graph.relations].sort(byStrength).slice(0, 10);
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const cells = strongest.map((relation) => [
    nameOf(relation.subject, entities),
    typeText(relation),
    nameOf(relation.object, entities),
    supportText(relation),
  ]);
  const columns = [{ title: '' }, { title: '' }, { title: '' }, { title: '' }];
  const [, ...rows] = table(columns, cells, { width });
  const quotes = new Quotes(graph);
  return rows.flatMap((row, i) => [bold(row), dim(`  ${quotes.of(strongest[i] as Relation, width - 2)}`)]);
}

/**
 * Most independent reports first, then most articles and claims. What happened comes before offices, which news states
 * in passing, and what is asserted before what is denied or planned.
 */
const byStrength = (a: Relation, b: Relation): number =>
  b.origins - a.origins ||
  b.documents - a.documents ||
  Number(b.eventType !== null) - Number(a.eventType !== null) ||
  Number(b.asserted) - Number(a.asserted) ||
  b.claims.length - a.claims.length ||
  compare(a.id, b.id);

/** An entity's name on one line; the id where it has none. */
export const nameOf = (id: string, entities: ReadonlyMap<string, Entity>): string =>
  oneLine(entities.get(id)?.name ?? id);

/** `CALLED`, `not CALLED`, `CALLED (planned)`. */
export const typeText = ({ negated, type, modality }: Relation): string =>
  `${negated ? 'not ' : ''}${type}${modality === 'actual' ? '' : ` (${modality})`}`;

/** `6 articles, 5 independent`: a copy of another's report is none of its own. */
export const supportText = ({ documents, origins }: Relation): string =>
  amount(documents, 'article') + (origins < documents ? `, ${origins} independent` : '');

/** `1 claim`, `2 claims`. */
export const amount = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
