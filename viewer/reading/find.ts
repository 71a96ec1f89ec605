// Search over names and aliases.

import { folded, hasAll, wantedIn } from '../../graph/fold.ts';
import type { Entity } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';

export interface Found {
  readonly entity: Entity;
  /** The name or alias that matched. */
  readonly name: string;
}

/**
 * Entities whose name or an alias has every word of the query at the start of one of its words, the best known first.
 * Accents and case don't count. Cost: linear in the names; the first time they are folded, which takes ten times longer.
 */
export function find(atlas: Atlas, query: string, limit = 8): readonly Found[] {
  const wanted = wantedIn(query);
  if (wanted.length === 0) return [];
  const found: (Found & { readonly rank: number })[] = [];
  for (const { entity, names } of namesIn(atlas)) {
    const at = names.findIndex((name) => hasAll(name, wanted));
    if (at === -1) continue;
    const mentions = atlas.mentionCount(entity.id);
    const name = at === 0 ? entity.name : (entity.aliases[at - 1] ?? entity.name);
    found.push({ entity, name, rank: mentions + (at === 0 ? 1000 : 0) });
  }
  return found.sort((a, b) => b.rank - a.rank || compare(a.entity.id, b.entity.id)).slice(0, limit);
}

interface Named {
  readonly entity: Entity;
  /** The name and then the aliases, folded. */
  readonly names: readonly string[];
}

const known = new WeakMap<readonly Entity[], readonly Named[]>();

function namesIn(atlas: Atlas): readonly Named[] {
  const before = known.get(atlas.graph.entities);
  if (before !== undefined) return before;
  const names = atlas.graph.entities.map((entity) => ({
    entity,
    names: [entity.name, ...entity.aliases].map(folded),
  }));
  known.set(atlas.graph.entities, names);
  return names;
}
