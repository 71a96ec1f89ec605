// Where reports disagree: about two entities when their evidence is looked at, and in the whole graph when it is filtered by.
import { type Disagreement, disagreementsOf } from '../../graph/disagreements.ts';
import type { Claim, Relation } from '../../graph/model.ts';
import { type Atlas, otherEnd } from './atlas.ts';

/** What other reports say against a claim. Cost: the claims that relate the same two entities. */
export function disagreementsOn(atlas: Atlas, { id, subject, object }: Claim): readonly Disagreement[] {
  if (subject === null || object === null) return [];
  const between = (atlas.relationsOf.get(subject) ?? []).filter((r) => otherEnd(r, subject) === object);
  return among(atlas, between).filter(({ a, b }) => a.id === id || b.id === id);
}

/** Ids of the relations that are disputed, or with a claim that disagrees with another report's; kept once found. */
export function disputedIn(atlas: Atlas): ReadonlySet<string> {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const ids = new Set(atlas.graph.relations.filter((r) => r.disputed).map((r) => r.id));
  for (const id of atlas.disagreeing ?? []) ids.add(id);
  for (const { a, b } of atlas.disagreeing === null ? among(atlas, severalTimesTold(atlas)) : [])
    for (const claim of [a, b]) {
      const relation = atlas.relationOf.get(claim.id);
      if (relation !== undefined) ids.add(relation.id);
    }
  known.set(atlas, ids);
  return ids;
}

const known = new WeakMap<Atlas, ReadonlySet<string>>();

function among(atlas: Atlas, relations: readonly Relation[]): readonly Disagreement[] {
  const claims = relations
    .flatMap((relation) => relation.claims)
    .map((id) => atlas.claims.get(id))
    .filter((claim) => claim !== undefined);
  if (claims.length < 2) return [];
  const documents = [...new Set(claims.map((claim) => claim.document))]
    .map((id) => atlas.documents.get(id))
    .filter((document) => document !== undefined);
  return disagreementsOf({ claims, documents });
}

/** Relations of whose matter there is more than one claim: only these can disagree. */
function severalTimesTold(atlas: Atlas): readonly Relation[] {
  const matters = Map.groupBy(atlas.graph.relations, ({ type, subject, object }) =>
    subject < object ? `${type} ${subject} ${object}` : `${type} ${object} ${subject}`,
  );
  return [...matters.values()]
    .filter((relations) => relations.length > 1 || (relations[0]?.claims.length ?? 0) > 1)
    .flat();
}
