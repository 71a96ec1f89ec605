// What of the graph a state lets through: the one place where filters are applied, for wall and table alike.
import type { Entity, Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { bySupport } from '../reading/atlas.ts';
import type { State } from './state.ts';

export interface Seen {
  /** Entities that stand on the wall, whether or not a filter hides them: their places don't depend on filters. */
  readonly placed: readonly Entity[];
  /** Ids of the placed entities that no filter hides. */
  readonly entities: ReadonlySet<string>;
  /** Relations between shown entities, best supported first. */
  readonly relations: readonly Relation[];
  /** Connected entities that the limit leaves out. */
  readonly waiting: number;
}

/** The entities and relations to show. Cost: linear, plus sorting the relations. */
export function seen(atlas: Atlas, state: Pick<State, 'hidden' | 'limit'>): Seen {
  const placed = atlas.ranked.slice(0, state.limit);
  const entities = new Set(placed.filter((e) => !state.hidden.includes(e.type)).map((e) => e.id));
  const relations = atlas.graph.relations
    .filter((r) => entities.has(r.subject) && entities.has(r.object))
    .sort(bySupport);
  return { placed, entities, relations, waiting: atlas.ranked.length - placed.length };
}

/** All relations that pass the filters, whatever the wall has room for: what the table lists. */
export function listed(atlas: Atlas, state: Pick<State, 'hidden'>): readonly Relation[] {
  const isShown = (id: string) => {
    const type = atlas.entities.get(id)?.type;
    return type !== undefined && !state.hidden.includes(type);
  };
  return atlas.graph.relations.filter((r) => isShown(r.subject) && isShown(r.object)).sort(bySupport);
}
