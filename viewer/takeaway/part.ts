// The part of the graph that is taken away: all of it, what is seen, or the selection with what it touches.
import type { Claim, Document, Entity, Relation } from '../../graph/model.ts';
import { type Atlas, claimsOf } from '../reading/atlas.ts';
import type { Seen } from '../state/seen.ts';
import type { Selection } from '../state/state.ts';

export interface Part {
  readonly entities: readonly Entity[];
  /** Between these entities alone. */
  readonly relations: readonly Relation[];
}

export type Extent = 'seen' | 'selection' | 'all';

/** The part of an extent. */
export function partOf(atlas: Atlas, seen: Seen, selection: Selection | null, extent: Extent): Part {
  if (extent === 'all') return atlas.graph;
  if (extent === 'seen')
    return {
      entities: seen.placed.filter((e) => seen.entities.has(e.id)),
      relations: seen.relations,
    };
  const relations =
    selection === null
      ? []
      : selection.kind === 'entity'
        ? (atlas.relationsOf.get(selection.id) ?? [])
        : [atlas.relations.get(selection.id)].filter((r) => r !== undefined);
  const own = selection?.kind === 'entity' ? [selection.id] : [];
  const ids = new Set([...own, ...relations.flatMap((r) => [r.subject, r.object])]);
  return {
    entities: [...ids].map((id) => atlas.entities.get(id)).filter((e) => e !== undefined),
    relations,
  };
}

/** One line of evidence: a claim with its relation and its article. */
export interface Evidence {
  readonly relation: Relation;
  readonly claim: Claim;
  readonly document: Document | undefined;
}

/** The claims behind the relations of a part, in their order. */
export function* evidenceFor(atlas: Atlas, { relations }: Part): Generator<Evidence> {
  for (const relation of relations)
    for (const claim of claimsOf(atlas, relation))
      yield { relation, claim, document: atlas.documents.get(claim.document) };
}
