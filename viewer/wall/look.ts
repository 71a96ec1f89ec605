// What is lit, what is at rest and what steps back, given what is selected and what the pointer is on. Pure.
import type { Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import type { Seen } from '../state/seen.ts';
import type { Selection } from '../state/state.ts';

export interface Look {
  /** Ids of the lit entities; null where nothing is lit and everything is at rest. */
  readonly entities: ReadonlySet<string> | null;
  /** Ids of the lit relations. */
  readonly relations: ReadonlySet<string>;
  /** What the selection or the pointer rests on: drawn strongest. */
  readonly chosen: ReadonlySet<string>;
}

/** The neighbourhood of the selection together with that of what is hovered over. */
export function lookOf(atlas: Atlas, seen: Seen, chosen: readonly (Selection | null)[]): Look {
  const shown = relationIds(seen);
  const entities = new Set<string>();
  const relations = new Set<string>();
  const chosenIds = new Set<string>();
  for (const one of chosen) {
    const touched = one === null ? [] : touching(atlas, one).filter((r) => shown.has(r.id));
    if (one === null || (one.kind === 'entity' ? !seen.entities.has(one.id) : touched.length === 0)) continue;
    chosenIds.add(one.id);
    if (one.kind === 'entity') entities.add(one.id);
    for (const relation of touched) {
      relations.add(relation.id);
      entities.add(relation.subject);
      entities.add(relation.object);
    }
  }
  return { entities: chosenIds.size === 0 ? null : entities, relations, chosen: chosenIds };
}

const ids = new WeakMap<Seen, ReadonlySet<string>>();

/** Ids of the relations to be seen; made once, because the pointer asks at every move. */
export function relationIds(seen: Seen): ReadonlySet<string> {
  const known = ids.get(seen) ?? new Set(seen.relations.map((r) => r.id));
  ids.set(seen, known);
  return known;
}

function touching(atlas: Atlas, selection: Selection): readonly Relation[] {
  if (selection.kind === 'entity') return atlas.relationsOf.get(selection.id) ?? [];
  const relation = atlas.relations.get(selection.id);
  return relation === undefined ? [] : [relation];
}
