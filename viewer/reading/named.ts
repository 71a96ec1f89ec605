// Which entity a text names, where it is the name of one alone.
import type { Entity } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';

/** The entity whose name is exactly that; undefined where none or several are called so. Cost: constant, linear the first time. */
export function entityNamed(atlas: Atlas, name: string): Entity | undefined {
  let names = known.get(atlas);
  if (names === undefined) {
    names = new Map();
    for (const entity of atlas.graph.entities) names.set(entity.name, names.has(entity.name) ? null : entity);
    known.set(atlas, names);
  }
  return names.get(name) ?? undefined;
}

const known = new WeakMap<Atlas, Map<string, Entity | null>>();
