// Which relations filters let through. A filter on publisher, speaker or time asks for one claim behind the relation that
// passes all three.
import type { Claim, Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { disputedIn } from '../reading/disputes.ts';
import { speakerKeys, standingOf } from '../reading/standing.ts';
import { type Filters, isWithin } from './filters.ts';

/** Whether a relation passes. Cost: constant, but linear in a relation's claims where filters ask for its claims. */
export function passing(atlas: Atlas, filters: Filters): (relation: Relation) => boolean {
  const claimPasses = passingClaims(atlas, filters);
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
    (claimPasses === null ||
      relation.claims.some((id) => {
        const claim = atlas.claims.get(id);
        return claim !== undefined && claimPasses(claim);
      }));
}

/** Whether a claim passes those filters that ask for claims; null where none is on. */
export function passingClaims(atlas: Atlas, filters: Filters): ((claim: Claim) => boolean) | null {
  const publishers = setOf(filters.publishers);
  const speakers = setOf(filters.speakers);
  if (publishers === null && speakers === null && filters.since === null && filters.until === null)
    return null;
  return (claim) => {
    const document = atlas.documents.get(claim.document);
    return (
      (publishers === null || publishers.has(document?.publisher ?? '')) &&
      (speakers === null || speakerKeys(claim).some((key) => speakers.has(key))) &&
      isWithin(document?.publishedAt, filters)
    );
  };
}

const setOf = <T>(list: readonly T[]): ReadonlySet<T> | null => (list.length === 0 ? null : new Set(list));
