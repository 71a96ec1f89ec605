// Which relations filters let through. A filter on publisher, speaker or time asks for one claim behind the relation that
// passes all three.
import type { Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { disputedIn } from '../reading/disputes.ts';
import { standingOf } from '../reading/standing.ts';
import { type Filters, isWithin } from './filters.ts';

/** Whether a relation passes. Cost: constant, after a walk over all grounds where filters ask for claims. */
export function passing(atlas: Atlas, filters: Filters): (relation: Relation) => boolean {
  const grounded = groundedBy(atlas, filters);
  const types = setOf(filters.relationTypes);
  const standings = setOf<string>(filters.standings);
  const without = new Set<string | undefined>(filters.withoutTypes);
  const disputed = filters.only === 'disputed' ? disputedIn(atlas) : null;
  const typeOf = (id: string) => atlas.entities.get(id)?.type;
  return (relation) =>
    relation.origins >= filters.origins &&
    (types === null || types.has(relation.type)) &&
    (standings === null || standings.has(standingOf(relation))) &&
    (filters.only !== 'single' || relation.origins === 1) &&
    (disputed === null || disputed.has(relation.id)) &&
    (without.size === 0 ||
      !(without.has(typeOf(relation.subject)) || without.has(typeOf(relation.object)))) &&
    (grounded === null || grounded.has(relation));
}

/**
 * Relations with a claim that passes those filters that ask for claims; null where none is on, or while it isn't known what
 * relations rest on.
 */
function groundedBy(atlas: Atlas, filters: Filters): ReadonlySet<Relation> | null {
  const { grounds } = atlas;
  if (!asksForClaims(filters) || grounds === null) return null;
  const publishers = setOf(filters.publishers);
  const reports = grounds.publishers.map(
    (publisher, number) =>
      (publishers === null || publishers.has(publisher)) &&
      isWithin(grounds.published[number] || undefined, filters),
  );
  const wanted = setOf(filters.speakers);
  const speakers = wanted === null ? null : grounds.speakers.map((key) => wanted.has(key));
  const found = new Set<Relation>();
  for (const [row, number] of grounds.relation.entries()) {
    const document = grounds.document[row] ?? 0;
    if (number < 0 || reports[document < 0 ? ~document : document] !== true) continue;
    if (speakers !== null && speakers[grounds.speaker[row] ?? 0] !== true) continue;
    found.add(atlas.supported[number] as Relation);
  }
  return found;
}

/** Whether a filter is on for which claims must be known. */
export const asksForClaims = ({ publishers, speakers, since, until }: Filters): boolean =>
  publishers.length > 0 || speakers.length > 0 || since !== null || until !== null;

const setOf = <T>(list: readonly T[]): ReadonlySet<T> | null => (list.length === 0 ? null : new Set(list));
