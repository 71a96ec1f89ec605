// What a build has found, on one screen: how much of what, and the strongest relations with a quote each.
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
import { oneLine } from './printable.ts';
import { cut, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Printable lines, each with its line feed. */
export function summary(report: Report, out: string, terminal: Terminal): string {
  const { graph } = report;
  const { bold, dim } = terminal.colors;
  const lines = [
    `${bold(oneLine(out))}: ${amount(graph.documents.length, 'article')} (${changes(report)})`,
    [
      ...entityCounts(graph),
      amount(graph.claims.length, 'claim'),
      amount(graph.relations.length, 'relation'),
    ].join(', '),
    ...strongestTable(graph, terminal.columns ?? 120, dim),
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

function strongestTable(graph: Graph, width: number, style: (titles: string) => string): string[] {
  const strongest = [...graph.relations].sort(byStrength).slice(0, 12);
  if (strongest.length === 0) return [];
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const cells = strongest.map((relation) => [
    nameOf(relation.subject, entities),
    typeText(relation),
    nameOf(relation.object, entities),
    String(relation.documents),
  ]);
  const columns = [
    { title: 'subject' },
    { title: 'relation' },
    { title: 'object' },
    { title: 'articles', align: 'right' } as const,
  ];
  const claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const starts = new Map(graph.mentions.map((mention) => [mention.id, mention.start]));
  const narrow = table(columns, cells);
  const used = Math.max(...narrow.map((line) => line.length)) + 2;
  // Where the names leave no room for words, the numbers alone are better than scraps of a sentence.
  if (width - used < 24) return ['', ...table(columns, cells, { width, style })];
  const withQuotes = strongest.map((relation, i) => [
    ...(cells[i] ?? []),
    quoteFor(relation, claims, starts, width - used),
  ]);
  return ['', ...table([...columns, { title: 'in their words' }], withQuotes, { width, style })];
}

/** Most articles first, then most independent reports and claims; asserted before denied, planned and the rest. */
const byStrength = (a: Relation, b: Relation): number =>
  b.documents - a.documents ||
  b.origins - a.origins ||
  b.claims.length - a.claims.length ||
  Number(b.asserted) - Number(a.asserted) ||
  compare(a.id, b.id);

const nameOf = (id: string, entities: ReadonlyMap<string, Entity>): string =>
  oneLine(entities.get(id)?.name ?? id);

/** `CALLED`, `not CALLED`, `CALLED (planned)`. */
const typeText = ({ negated, type, modality }: Relation): string =>
  `${negated ? 'not ' : ''}${type}${modality === 'actual' ? '' : ` (${modality})`}`;

/** The quote that needs least cutting: from the first of the two ends on, of the claim where that is shortest. */
function quoteFor(
  relation: Relation,
  claims: ReadonlyMap<string, Claim>,
  starts: ReadonlyMap<string, number>,
  width: number,
): string {
  const quotes = relation.claims
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .map((claim) => excerpt(claim, starts, width))
    .sort((a, b) => a.length - b.length || compare(a, b));
  return quotes[0] ?? '';
}

function excerpt(claim: Claim, starts: ReadonlyMap<string, number>, width: number): string {
  const whole = `“${oneLine(claim.quote)}”`;
  if (whole.length <= width) return whole;
  const ends = [claim.subjectMention, claim.objectMention].map((id) => starts.get(id ?? '') ?? claim.start);
  const from = Math.min(...ends) - claim.start;
  const part = from > 0 ? `“…${oneLine(claim.quote.slice(from))}”` : whole;
  return cut(part, width);
}

const amount = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
