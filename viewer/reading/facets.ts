// What there is to filter by: relation types, publishers, speakers and standings with how often each occurs.
import { compare } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';
import { speakerKeys, standingOf, standings } from './standing.ts';
import { typeWords } from './words.ts';

export interface Facet {
  readonly value: string;
  /** As people read it. */
  readonly label: string;
  /** Relations, or claims where a claim has it. */
  readonly count: number;
}

export type Facets = Readonly<
  Record<'relationTypes' | 'publishers' | 'speakers' | 'standings', readonly Facet[]>
>;

/** The facets of a graph, the most frequent first; worked out when they are first asked for. */
export function facetsOf(atlas: Atlas): Facets {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const { claims, relations } = atlas.graph;
  const facets: Facets = {
    relationTypes: counted(
      relations.map((r) => r.type),
      typeWords,
    ),
    publishers: counted(
      claims.map((c) => atlas.documents.get(c.document)?.publisher ?? ''),
      (name) => (name === '' ? 'no publisher' : name),
    ),
    speakers: counted(
      claims.flatMap((c) => [...new Set(speakerKeys(c))]),
      (key) => speakerName(atlas, key),
    ),
    standings: counted(relations.map(standingOf), (standing) => standing).toSorted(
      (a, b) => standings.indexOf(a.value as never) - standings.indexOf(b.value as never),
    ),
  };
  known.set(atlas, facets);
  return facets;
}

/** A speaker as people read it. */
export const speakerName = (atlas: Atlas, key: string): string =>
  key === '' ? 'the report itself' : (atlas.entities.get(key)?.name ?? key);

function counted(values: readonly string[], label: (value: string) => string): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => b.count - a.count || compare(a.label, b.label));
}

const known = new WeakMap<Atlas, Facets>();
