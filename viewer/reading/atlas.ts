// The graph with every look-up that the panels and the wall need, made once. It holds no state and changes never.
import type { Claim, Document, Entity, EntityType, Graph, Mention, Relation } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';

export interface Atlas {
  readonly name: string;
  /** Whether it is a part of a graph that a database holds: questions go to all of it, through the server. */
  readonly isPart: boolean;
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
  /** Claims about an event: the reports of one call. */
  readonly claimsAbout: ReadonlyMap<string, readonly Claim[]>;
  /** Claims that an entity makes, or passes on. */
  readonly claimsBy: ReadonlyMap<string, readonly Claim[]>;
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

/**
 * All look-ups over a graph, whose lists are sorted by id. What only an open article or panel asks for is made when it is
 * first asked for. Cost: linear, plus sorting.
 */
export function atlasOf(name: string, graph: Graph, isPart = false): Atlas {
  const relationsOf = lazily(() => listBy(supported, (r) => ends(r.subject, r.object)));
  const mentionsOf = lazily(() => listBy(graph.mentions, (m) => [m.entity]));
  const relationOf = lazily(() => {
    const found = new Map<string, Relation>();
    for (const relation of graph.relations) for (const id of relation.claims) found.set(id, relation);
    return found;
  });
  const looseClaimsOf = lazily(() =>
    listBy(
      graph.claims.filter((c) => !relationOf().has(c.id)),
      (c) => ends(c.subject, c.object),
    ),
  );
  const claimsAbout = lazily(() => listBy(graph.claims, (c) => (c.about === null ? [] : [c.about])));
  const claimsBy = lazily(() =>
    listBy(graph.claims, (c) => [...new Set(c.speakers.map((s) => s.entity).filter((id) => id !== null))]),
  );
  const claimsIn = lazily(() =>
    eachSorted(
      listBy(graph.claims, (c) => [c.document]),
      (a, b) => a.start - b.start || a.end - b.end,
    ),
  );
  const mentionsIn = lazily(() =>
    eachSorted(
      listBy(graph.mentions, (m) => [m.document]),
      (a, b) => a.start - b.start || b.end - a.end,
    ),
  );
  const claims = lazily(() => byId(graph.claims));
  const relations = lazily(() => byId(graph.relations));
  const supported = graph.relations.toSorted(bySupport);
  return {
    name,
    isPart,
    graph,
    supported,
    entities: byId(graph.entities),
    documents: byId(graph.documents),
    ranked: rankedIn(graph),
    types: typesIn(graph.entities),
    get claims() {
      return claims();
    },
    get relations() {
      return relations();
    },
    get relationsOf() {
      return relationsOf();
    },
    get mentionsOf() {
      return mentionsOf();
    },
    get relationOf() {
      return relationOf();
    },
    get looseClaimsOf() {
      return looseClaimsOf();
    },
    get claimsAbout() {
      return claimsAbout();
    },
    get claimsBy() {
      return claimsBy();
    },
    get claimsIn() {
      return claimsIn();
    },
    get mentionsIn() {
      return mentionsIn();
    },
  };
}

/** Best supported first: independent origins, then what is asserted, then claims. Sorting leaves ties by id as they were. */
const bySupport = (a: Relation, b: Relation): number =>
  b.origins - a.origins || Number(b.asserted) - Number(a.asserted) || b.claims.length - a.claims.length;

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

function ends(subject: string | null, object: string | null): string[] {
  if (subject === null) return object === null ? [] : [object];
  return object === null || object === subject ? [subject] : [subject, object];
}

/** Entities with a relation, by the origins of their relations and, less, by their mentions. */
function rankedIn({ entities, relations, mentions }: Graph): readonly Entity[] {
  const origins = new Map<string, number>();
  for (const { subject, object, origins: count } of relations) {
    origins.set(subject, (origins.get(subject) ?? 0) + count);
    if (object !== subject) origins.set(object, (origins.get(object) ?? 0) + count);
  }
  const mentioned = new Map<string, number>();
  for (const { entity } of mentions) mentioned.set(entity, (mentioned.get(entity) ?? 0) + 1);
  return entities
    .flatMap((entity) => {
      const weight = origins.get(entity.id);
      return weight === undefined
        ? []
        : [{ entity, weight: weight + Math.sqrt(mentioned.get(entity.id) ?? 0) }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ entity }) => entity);
}

function typesIn(entities: readonly Entity[]): Atlas['types'] {
  const counts = new Map<EntityType, number>();
  for (const { type } of entities) counts.set(type, (counts.get(type) ?? 0) + 1);
  return order.flatMap((type) => {
    const count = counts.get(type);
    return count === undefined ? [] : [{ type, count }];
  });
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function eachSorted<T>(lists: Map<string, T[]>, order: (a: T, b: T) => number): Map<string, T[]> {
  for (const list of lists.values()) list.sort(order);
  return lists;
}

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
