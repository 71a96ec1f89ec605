// What there is to filter by: relation types, publishers, speakers and standings with how often each occurs.
import { compare } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';
import { standingOf, standings } from './standing.ts';
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

/** The facets of a graph, the most frequent first; worked out when they are first asked for. None of claims while grounds lack. */
export function facetsOf(atlas: Atlas): Facets {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const { relations } = atlas.graph;
  const [types, publishers, speakers, found] = [new Counts(), new Counts(), new Counts(), new Counts()];
  for (const relation of relations) {
    types.add(relation.type);
    found.add(standingOf(relation));
  }
  const { grounds } = atlas;
  for (const [row, document] of grounds?.document.entries() ?? []) {
    if (document >= 0) publishers.add(grounds?.publishers[document] ?? '');
    speakers.add(grounds?.speakers[grounds.speaker[row] ?? 0] ?? '');
  }
  const facets: Facets = {
    relationTypes: types.facets(typeWords),
    publishers: publishers.facets((name) => (name === '' ? 'no publisher' : name)),
    speakers: speakers.facets((key) => speakerName(atlas, key)),
    standings: found
      .facets((standing) => standing)
      .toSorted((a, b) => standings.indexOf(a.value as never) - standings.indexOf(b.value as never)),
  };
  known.set(atlas, facets);
  return facets;
}

/** A speaker as people read it. */
export const speakerName = (atlas: Atlas, key: string): string =>
  key === '' ? 'the report itself' : (atlas.entities.get(key)?.name ?? key);

class Counts {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  /** The most frequent first. */
  facets(label: (value: string) => string): Facet[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, label: label(value), count }))
      .sort((a, b) => b.count - a.count || compare(a.label, b.label));
  }
}

const known = new WeakMap<Atlas, Facets>();
