// Where reports disagree, looked up by relation and by claim; worked out when it is first asked for.
import { type Disagreement, disagreementsOf } from '../../graph/disagreements.ts';
import type { Atlas } from './atlas.ts';

/** Disagreements by the id of each claim in them. */
export function disagreementsBy(atlas: Atlas): ReadonlyMap<string, readonly Disagreement[]> {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const found = new Map<string, Disagreement[]>();
  for (const disagreement of disagreementsOf(atlas.graph))
    for (const { id } of [disagreement.a, disagreement.b]) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [disagreement]);
      else list.push(disagreement);
    }
  known.set(atlas, found);
  return found;
}

/** Ids of the relations that are disputed, or with a claim that disagrees with another report's. */
export function disputedIn(atlas: Atlas): ReadonlySet<string> {
  const ids = new Set(atlas.graph.relations.filter((r) => r.disputed).map((r) => r.id));
  for (const claim of disagreementsBy(atlas).keys()) {
    const relation = atlas.relationOf.get(claim);
    if (relation !== undefined) ids.add(relation.id);
  }
  return ids;
}

const known = new WeakMap<Atlas, ReadonlyMap<string, readonly Disagreement[]>>();
