// The part of the graph that is taken away: all of it, what is seen, or the selection with what it touches.
import type { Claim, Document, Entity, Graph, Relation } from '../../graph/model.ts';
import { type Atlas, claimsOf, withEvidence } from '../reading/atlas.ts';
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

/** More relations than this are better taken from the file itself. */
export const mostTaken = 2000;

/**
 * The atlas with the claims behind a part, asked for where they lie beyond the page. *Errors*: an `Error` whose message can
 * be shown, also where that would be too much.
 */
export async function withClaims(atlas: Atlas, { relations }: Part): Promise<Atlas> {
  const { beyond } = atlas;
  if (beyond === null) return atlas;
  if (relations.length > mostTaken)
    throw new Error(
      `${relations.length.toLocaleString('en')} relations are more than a page can take away with their evidence, which is ${mostTaken.toLocaleString('en')}. Narrow it down, or run wiregraph export where the graph is.`,
    );
  const found: Graph[] = [];
  for (let from = 0; from < relations.length; from += atOnce) {
    const ids = relations.slice(from, from + atOnce).map(({ id }) => id);
    found.push((await beyond.evidence({ kind: 'relations', ids })).graph);
  }
  const each = <K extends 'claims' | 'documents'>(list: K): readonly Graph[K][number][] => [
    ...new Map(found.flatMap((graph) => graph[list].map((one) => [one.id, one] as const))).values(),
  ];
  return withEvidence(atlas, {
    ...{ sentences: [], entities: [], relations: [], mentions: [] },
    claims: each('claims'),
    documents: each('documents'),
  });
}

/** As many as an address can name. */
const atOnce = 50;

/** One line of evidence: a claim with its relation and its article. */
export interface Evidence {
  readonly relation: Relation;
  readonly claim: Claim;
  readonly document: Document | undefined;
}

/** The claims behind the relations of a part, in their order. */
export function* evidenceFor(atlas: Atlas, { relations }: Part): Generator<Evidence> {
  for (const { id } of relations) {
    const relation = atlas.relations.get(id);
    if (relation === undefined) continue;
    for (const claim of claimsOf(atlas, relation))
      yield { relation, claim, document: atlas.documents.get(claim.document) };
  }
}
