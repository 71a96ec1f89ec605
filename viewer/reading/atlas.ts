// The graph with every look-up that the panels and the wall need, made once. It holds no state and changes never.
import type { Claim, Document, Entity, EntityType, Graph, Mention, Relation } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';

export interface Atlas {
  readonly name: string;
  readonly graph: Graph;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Relations of an entity, best supported first; missing where it has none. */
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  /** Claims about an entity that made no relation, because their other end is no entity. */
  readonly looseClaimsOf: ReadonlyMap<string, readonly Claim[]>;
  /** Claims of a document, as they stand in it. */
  readonly claimsIn: ReadonlyMap<string, readonly Claim[]>;
  readonly mentionsOf: ReadonlyMap<string, readonly Mention[]>;
  /** Mentions in a document, as they stand in it, outer before inner. */
  readonly mentionsIn: ReadonlyMap<string, readonly Mention[]>;
  /** Relation that a claim supports. */
  readonly relationOf: ReadonlyMap<string, Relation>;
  /** Entities with a relation, the best supported first: the order in which the wall takes them. */
  readonly ranked: readonly Entity[];
  /** All relations, the best supported first. */
  readonly supported: readonly Relation[];
  readonly types: readonly { readonly type: EntityType; readonly count: number }[];
}

/** All look-ups over a graph. Cost: linear, plus sorting. */
export function atlasOf(name: string, graph: Graph): Atlas {
  const entities = new Map(graph.entities.map((e) => [e.id, e]));
  const claims = new Map(graph.claims.map((c) => [c.id, c]));
  const supported = graph.relations.toSorted(bySupport);
  const relationsOf = listBy(supported, (r) => ends(r.subject, r.object));
  const mentionsOf = listBy(graph.mentions, (m) => [m.entity]);
  const relationOf = new Map(graph.relations.flatMap((r) => r.claims.map((id) => [id, r] as const)));
  const loose = graph.claims.filter((c) => !relationOf.has(c.id));
  const weight = new Map(
    graph.entities.map((e) => [e.id, weightOf(relationsOf.get(e.id), mentionsOf.get(e.id))]),
  );
  const ranked = graph.entities
    .filter((e) => relationsOf.has(e.id))
    .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || compare(a.id, b.id));
  const count = Map.groupBy(graph.entities, (e) => e.type);
  return {
    name,
    graph,
    entities,
    documents: new Map(graph.documents.map((d) => [d.id, d])),
    claims,
    relations: new Map(graph.relations.map((r) => [r.id, r])),
    relationsOf,
    looseClaimsOf: listBy(loose, (c) => ends(c.subject, c.object)),
    claimsIn: listBy(
      graph.claims.toSorted((a, b) => a.start - b.start || a.end - b.end),
      (c) => [c.document],
    ),
    mentionsOf,
    mentionsIn: listBy(
      graph.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end),
      (m) => [m.document],
    ),
    relationOf,
    ranked,
    supported,
    types: order.flatMap((type) => {
      const found = count.get(type);
      return found === undefined ? [] : [{ type, count: found.length }];
    }),
  };
}

/** Best supported first: independent origins, then claims; what is asserted before what isn't; ties by id. */
export const bySupport = (a: Relation, b: Relation): number =>
  b.origins - a.origins ||
  Number(b.asserted) - Number(a.asserted) ||
  b.claims.length - a.claims.length ||
  compare(a.id, b.id);

/** Claims behind a relation, oldest report first. */
export function claimsOf(atlas: Atlas, relation: Relation): readonly Claim[] {
  const published = (c: Claim) => atlas.documents.get(c.document)?.publishedAt ?? '9999';
  return relation.claims
    .flatMap((id) => atlas.claims.get(id) ?? [])
    .sort((a, b) => compare(published(a), published(b)) || a.start - b.start);
}

/** The other end of a relation; the entity itself where both ends are one. */
export const otherEnd = (relation: Relation, entity: string): string =>
  relation.subject === entity ? relation.object : relation.subject;

const order: readonly EntityType[] = ['Person', 'Organization', 'Place', 'Event', 'Topic'];

const ends = (subject: string | null, object: string | null): string[] => [
  ...new Set([subject, object].filter((id) => id !== null)),
];

const weightOf = (relations: readonly Relation[] = [], mentions: readonly Mention[] = []): number =>
  relations.reduce((sum, r) => sum + r.origins, 0) + Math.sqrt(mentions.length);

function listBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items)
    for (const key of keys(item)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [item]);
      else list.push(item);
    }
  return lists;
}
