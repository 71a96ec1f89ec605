// What of the graph a state lets through: the one place where scope and filters are applied, for wall and table alike.
import type { Entity, Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { around, ways } from '../reading/paths.ts';
import { activeFilters } from './filters.ts';
import { passing } from './passing.ts';
import type { Chosen } from './state.ts';

export interface Seen {
  /** Entities that stand on the wall, whether or not a filter hides them: their places don't depend on filters. */
  readonly placed: readonly Entity[];
  /** Ids of the placed entities that nothing hides. */
  readonly entities: ReadonlySet<string>;
  /** Relations between shown entities that pass the filters, best supported first. */
  readonly relations: readonly Relation[];
  /** Entities of the scope that the limit leaves out. */
  readonly waiting: number;
}

/** The entities and relations to show. Cost: linear. */
export function seen(atlas: Atlas, chosen: Chosen): Seen {
  const { filters, pinned } = chosen;
  const passes = passing(atlas, filters);
  const { placed, waiting } = placedIn(atlas, chosen, passes);
  const hidden = new Set(chosen.hidden);
  const standing = new Set(
    placed
      .filter((e) => !hidden.has(e.id) && (pinned.includes(e.id) || !filters.withoutTypes.includes(e.type)))
      .map((e) => e.id),
  );
  const only = onlyRelations(atlas, chosen, passes);
  const relations = atlas.supported.filter(
    (r) =>
      standing.has(r.subject) && standing.has(r.object) && (only === null || only.has(r.id)) && passes(r),
  );
  return { placed, entities: staying(standing, relations, chosen), relations, waiting };
}

/** All relations that pass the filters, best supported first, whatever the wall has room for: what the table lists. */
export function listed(atlas: Atlas, chosen: Chosen): readonly Relation[] {
  const passes = passing(atlas, chosen.filters);
  const hidden = new Set(chosen.hidden);
  const inside = chosen.scope.is === 'all' ? null : new Set(scoped(atlas, chosen, passes).map((e) => e.id));
  const only = onlyRelations(atlas, chosen, passes);
  return atlas.supported.filter(
    (r) =>
      passes(r) &&
      !hidden.has(r.subject) &&
      !hidden.has(r.object) &&
      (inside === null || (inside.has(r.subject) && inside.has(r.object))) &&
      (only === null || only.has(r.id)),
  );
}

/**
 * What is placed depends on filters only in a neighbourhood or on a way, which lead over relations that pass. The list
 * is the same one as before where it holds the same: whoever lays it out rests on that.
 */
function placedIn(
  atlas: Atlas,
  chosen: Chosen,
  passes: (relation: Relation) => boolean,
): Pick<Seen, 'placed' | 'waiting'> {
  const all = scoped(atlas, chosen, passes);
  const first = all.slice(0, chosen.limit);
  const ids = new Set(first.map((e) => e.id));
  const more = [...chosen.added, ...chosen.pinned].filter((id) => !ids.has(id));
  const placed = [...first, ...new Set(more)]
    .map((one) => (typeof one === 'string' ? atlas.entities.get(one) : one))
    .filter((e) => e !== undefined);
  return { placed: sameAsBefore(placed), waiting: all.length - first.length };
}

function scoped(atlas: Atlas, { scope }: Chosen, passes: (relation: Relation) => boolean): readonly Entity[] {
  const those = (ids: readonly string[]) =>
    ids.map((id) => atlas.entities.get(id)).filter((e) => e !== undefined);
  switch (scope.is) {
    case 'all':
      return atlas.ranked;
    case 'around':
      return those(around(atlas, scope.entity, scope.steps, passes));
    case 'path':
      return those([
        ...new Set([scope.from, scope.to, ...ways(atlas, scope.from, scope.to, passes).entities]),
      ]);
    case 'answer':
      return those(scope.entities);
  }
}

/** Ids of the relations that a path or an answer is made of; null where all between its entities are shown. */
function onlyRelations(
  atlas: Atlas,
  { scope, added }: Chosen,
  passes: (relation: Relation) => boolean,
): ReadonlySet<string> | null {
  if (added.length > 0) return null;
  if (scope.is === 'path') return ways(atlas, scope.from, scope.to, passes).relations;
  return scope.is === 'answer' && scope.relations.length > 0 ? new Set(scope.relations) : null;
}

/** While a filter is on, an entity that it leaves without a relation steps aside too, unless it was put there by hand. */
function staying(
  standing: ReadonlySet<string>,
  relations: readonly Relation[],
  { filters, scope, added, pinned }: Chosen,
): ReadonlySet<string> {
  const isFiltered = activeFilters(filters).some(({ kind }) => kind !== 'withoutTypes');
  if (!isFiltered) return standing;
  const kept = new Set(relations.flatMap((r) => [r.subject, r.object]));
  const byHand = new Set([
    ...added,
    ...pinned,
    ...(scope.is === 'path' ? [scope.from, scope.to] : scope.is === 'around' ? [scope.entity] : []),
  ]);
  return new Set([...standing].filter((id) => kept.has(id) || byHand.has(id)));
}

let before: readonly Entity[] = [];

/** A graph that is still being read stands on the wall already: more of it changes nobody's place. */
function sameAsBefore(placed: readonly Entity[]): readonly Entity[] {
  if (before.length !== placed.length || before.some((e, i) => e !== placed[i])) before = placed;
  return before;
}
