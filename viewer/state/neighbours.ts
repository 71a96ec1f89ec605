// Who can be brought onto the wall beside an entity, and who hangs on it alone: expand and collapse, as data.
import { type Atlas, otherEnd } from '../reading/atlas.ts';
import type { Seen } from './seen.ts';

/** Ids of neighbours that aren't to be seen, the best supported first. */
export function absentNeighbours(atlas: Atlas, seen: Seen, entity: string): readonly string[] {
  const found = new Set<string>();
  for (const relation of atlas.relationsOf.get(entity) ?? []) {
    const other = otherEnd(relation, entity);
    if (!seen.entities.has(other)) found.add(other);
  }
  return [...found];
}

/** Ids of neighbours to be seen that hang on nothing else there. */
export function hangingOn(seen: Seen, entity: string): readonly string[] {
  const neighbours = new Set<string>();
  const others = new Set<string>();
  for (const { subject, object } of seen.relations) {
    if (subject === object) continue;
    if (subject === entity) neighbours.add(object);
    else if (object === entity) neighbours.add(subject);
    else others.add(subject).add(object);
  }
  return [...neighbours].filter((id) => !others.has(id));
}

/** So many at most come at a time: more can't be read at once. */
export const atATime = 25;
