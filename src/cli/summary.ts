// What a build has found, on one screen: how much of what, and the strongest relations with a quote each.
import stringWidth from 'string-width';
import { disagreementsOf } from '../../graph/disagreements.ts';
import {
  type Claim,
  compare,
  type Entity,
  type EntityType,
  entityTypes,
  type Graph,
  type Relation,
} from '../../graph/model.ts';
import type { Report } from '../build.ts';
import type { Size } from '../journal.ts';
import { oneLine } from './printable.ts';
import { Quotes, quoted } from './quotes.ts';
import { cut, table } from './table.ts';
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
    ...speakerLines(graph, terminal.columns ?? 100, terminal.colors),
    ...loneLines(graph, terminal.columns ?? 100, terminal.colors),
    ...disputeLines(graph, out, terminal.columns ?? 100, terminal.colors),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** How much there is, and what is new: of graphs that are too large to be read for a summary. */
export function brief(
  report: Report,
  { documents, entities, claims, relations }: Size,
  out: string,
  terminal: Terminal,
): string {
  return [
    `${terminal.colors.bold(oneLine(out))}: ${amount(documents, 'article')} (${changes(report)})`,
    `${entities} entities, ${amount(claims, 'claim')}, ${amount(relations, 'relation')}`,
    `What is in it: wiregraph query, disagreements, view`,
  ]
    .map((line) => `${line}\n`)
    .join('');
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

const strongestLines = (graph: Graph, width: number, colors: Terminal['colors']): string[] =>
  relationLines([...graph.relations].sort(byStrength).slice(0, 8), graph, width, colors);

/** Who is quoted most, as one line: several reports of one briefing have one speaker. */
function speakerLines(graph: Graph, width: number, { bold }: Terminal['colors']): string[] {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const counts = new Map<string, number>();
  for (const { speakers } of graph.claims) {
    const id = speakers[0]?.entity;
    if (id != null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, 5);
  const title = 'Who says most: ';
  const told = most.map(([id, count]) => `${nameOf(id, entities)} (${count})`);
  // Whole names, as many as the line holds.
  while (told.length > 1 && stringWidth(title + told.join(', ')) > width) told.pop();
  return most.length === 0
    ? []
    : ['', `${bold(title.trimEnd())} ${cut(told.join(', '), width - title.length)}`];
}

/** Of what only one origin tells, the likeliest: there a reader looks twice. Not where there is but one. */
function loneLines(graph: Graph, width: number, colors: Terminal['colors']): string[] {
  const origins = new Set(graph.claims.map((claim) => claim.origin));
  if (origins.size < 2) return [];
  const sureness = new Map(graph.claims.map(({ id, confidence }) => [id, confidence]));
  const sure = (relation: Relation) => Math.max(...relation.claims.map((id) => sureness.get(id) ?? 0));
  const lone = graph.relations
    .filter(({ origins, eventType, asserted }) => origins === 1 && eventType !== null && asserted)
    .sort((a, b) => sure(b) - sure(a) || compare(a.id, b.id));
  if (lone.length === 0) return [];
  return [
    '',
    colors.bold(`Only one report says (${lone.length} in all):`),
    ...relationLines(lone.slice(0, 3), graph, width, colors),
  ];
}

/**
 * What reports say independently of each other, those of most origins first, and what only one says; asserted events and ties
 * alike. *Shape*: printable lines.
 */
export function agreementLines(graph: Graph, { colors, columns = 100 }: Terminal): string[] {
  const all = new Set(graph.claims.map((claim) => claim.origin)).size;
  const told = graph.relations.filter(({ asserted }) => asserted).sort(byStrength);
  const sections = [
    [`What all ${all} independent reports say`, told.filter(({ origins }) => all > 1 && origins === all)],
    ['What several say', told.filter(({ origins }) => origins > 1 && origins < all)],
    ['What only one says', told.filter(({ origins }) => origins === 1)],
  ] as const;
  const lines = sections.flatMap(([title, found]) =>
    found.length === 0
      ? []
      : [
          '',
          colors.bold(`${title} (${found.length}):`),
          ...relationLines(found.slice(0, mostShown), graph, columns, colors),
          ...(found.length > mostShown ? [colors.dim(`  … and ${found.length - mostShown} more`)] : []),
        ],
  );
  return lines.length === 0 ? ['No report says anything about two things that have names.'] : lines.slice(1);
}

const mostShown = 20;

/** Where reports disagree, and how to see all of it. */
function disputeLines(graph: Graph, out: string, width: number, { bold, dim }: Terminal['colors']): string[] {
  const all = disagreementsOf(graph);
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  // Once a matter: the same outlets may disagree with several others.
  const found = [...new Map(all.map((one) => [`${one.kind} ${matterOf(one.a, entities)}`, one])).values()];
  if (found.length === 0) return [];
  const publishers = new Map(
    graph.documents.map(({ id, publisher, title }) => [id, publisher || title || id]),
  );
  const shown = found.slice(0, 3).flatMap(({ kind, a, b, says }) => [
    cut(
      `${matterOf(a, entities)}  ${kind}: ${says.map((words) => nameOf(words, entities)).join(' – ')}`,
      width,
    ),
    ...[a, b].map(({ quote, document }) => {
      const source = ` (${cut(oneLine(publishers.get(document) ?? document), 40)})`;
      return dim(`  ${quoted(cut(oneLine(quote), Math.max(20, width - source.length - 4)))}${source}`);
    }),
  ]);
  return [
    '',
    bold(`Where they disagree (${found.length} in all):`),
    ...shown,
    dim(`  wiregraph disagreements ${oneLine(out)}`),
  ];
}

/** A table of relations, each with a quote under it. */
function relationLines(
  relations: readonly Relation[],
  graph: Graph,
  width: number,
  { bold, dim }: Terminal['colors'],
): string[] {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const cells = relations.map((relation) => [
    nameOf(relation.subject, entities),
    typeText(relation),
    nameOf(relation.object, entities),
    supportText(relation),
  ]);
  const columns = [{ title: '' }, { title: '' }, { title: '' }, { title: '' }];
  const [, ...rows] = table(columns, cells, { width });
  const quotes = new Quotes(graph);
  return rows.flatMap((row, i) => [bold(row), dim(`  ${quotes.of(relations[i] as Relation, width - 2)}`)]);
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

/** `Henrik Dahl CALLED Katla Jónsdóttir`: a claim's ends by name, or in the report's own words where they have none. */
export function matterOf(claim: Claim, entities: ReadonlyMap<string, Entity>): string {
  const end = (id: string | null, words: string | null) =>
    id === null ? cut(oneLine(words ?? ''), 40) : nameOf(id, entities);
  const { subject, subjectText, predicate, object, objectText } = claim;
  return `${end(subject, subjectText)} ${predicate} ${end(object, objectText)}`.trim();
}

/** `CALLED`, `not CALLED`, `CALLED (planned)`. */
export const typeText = ({ negated, type, modality }: Relation): string =>
  `${negated ? 'not ' : ''}${type}${modality === 'actual' ? '' : ` (${modality})`}`;

/** `6 articles, 5 independent`: a copy of another's report is none of its own. */
export const supportText = ({ documents, origins }: Relation): string =>
  amount(documents, 'article') + (origins < documents ? `, ${origins} independent` : '');

/** `1 claim`, `2 claims`. */
export const amount = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
