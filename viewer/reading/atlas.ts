// The graph with every look-up that the panels and the wall need, made once. It holds no state and changes never. Of a large
// graph it has entities and relations alone; what lies beyond is asked for, and gives an atlas that has it too.
import { type Grounds, groundsOfGraph } from '../../graph/grounds.ts';
import type { Claim, Document, Entity, EntityType, Graph, Mention, Relation } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import { inSupport, type SketchReader } from '../../graph/sketch.ts';
import type { Beyond } from './beyond.ts';

/** What can be looked up by its id. */
export type LookUp<V> = Pick<ReadonlyMap<string, V>, 'get' | 'has'>;

export interface Atlas {
  readonly name: string;
  /** Entities of the database that the graph was taken from; null where there is none. */
  readonly stored: number | null;
  /** Whether questions go through the server, which has all of the graph. */
  readonly asks: boolean;
  /** Where claims and articles lie that it hasn't; null where it has all. */
  readonly beyond: Beyond | null;
  /** Whether more entities and relations are on their way. */
  readonly isGrowing: boolean;
  /** How many there are in all, here or not. */
  readonly totals: { readonly entities: number; readonly relations: number; readonly documents: number };
  readonly graph: Graph;
  /** On what relations rest, in the order of `supported`; null while it is on its way. */
  readonly grounds: Grounds | null;
  /** Ids of the relations with a claim that disagrees with another report's; null where the atlas' own claims tell. */
  readonly disagreeing: ReadonlySet<string> | null;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly relations: LookUp<Relation>;
  /** Relations of an entity, best supported first; missing where it has none. */
  readonly relationsOf: LookUp<readonly Relation[]>;
  /** Claims about an entity that made no relation, because their other end is no entity. */
  readonly looseClaimsOf: ReadonlyMap<string, readonly Claim[]>;
  /** Claims of a document, as they stand in it. */
  readonly claimsIn: ReadonlyMap<string, readonly Claim[]>;
  /** Claims about an event: the reports of one call. */
  readonly claimsAbout: ReadonlyMap<string, readonly Claim[]>;
  /** Claims that an entity makes, or passes on. */
  readonly claimsBy: ReadonlyMap<string, readonly Claim[]>;
  /** How often an entity is mentioned. */
  readonly mentionCount: (id: string) => number;
  readonly mentionsOf: ReadonlyMap<string, readonly Mention[]>;
  /** Mentions in a document, as they stand in it, outer before inner. */
  readonly mentionsIn: ReadonlyMap<string, readonly Mention[]>;
  /** Relation that a claim supports. */
  readonly relationOf: ReadonlyMap<string, Relation>;
  /** Entities with a relation, the best supported first: the order in which the wall takes them. */
  readonly ranked: readonly Entity[];
  /** All relations, the best supported first. */
  readonly supported: readonly Relation[];
  /** The number of a relation in that order; undefined for one of another graph. */
  readonly numberOf: (relation: Relation) => number | undefined;
  readonly types: readonly { readonly type: EntityType; readonly count: number }[];
}

/**
 * All look-ups over a graph, whose lists are sorted by id, be it whole or the part of one that holds so many entities
 * (`stored`), which is then asked through the server. What only an open article
 * or panel asks for is made when it is first asked for. Cost: linear, plus sorting.
 */
export function atlasOf(name: string, graph: Graph, stored: number | null = null): Atlas {
  const supported = inSupport(graph.relations);
  const { entities, relations, documents } = graph;
  const evidence = evidenceLookUps(graph, () => relationsByClaim(graph.relations));
  const numbers = once(() => new Map(supported.map(({ id }, number) => [id, number])));
  return lazy<Atlas>({
    ...evidence,
    name: () => name,
    stored: () => stored,
    asks: () => stored !== null,
    beyond: () => null,
    isGrowing: () => false,
    totals: () => ({
      entities: entities.length,
      relations: relations.length,
      documents: documents.length,
    }),
    graph: () => graph,
    grounds: () => groundsOfGraph(graph, supported),
    disagreeing: () => null,
    supported: () => supported,
    numberOf: () => (relation) => numbers().get(relation.id),
    entities: () => byId(entities),
    relations: () => byId(relations),
    relationsOf: () => listBy(supported, (r) => ends(r.subject, r.object)),
    ranked: () => rankedIn(graph),
    types: () => typesIn(entities),
  });
}

/** What is known of where a sketch comes from. */
export type Sketched = Pick<Atlas, 'name' | 'asks' | 'beyond'>;

/** All look-ups over a sketch, as far as it has been read. Cost: linear; others have their turn. */
export async function sketchedAtlas(
  { name, asks, beyond }: Sketched,
  { head, entities: counted, relations: supported }: SketchReader,
  isGrowing: boolean,
): Promise<Atlas> {
  const entities = counted.map(({ entity }) => entity);
  const graph: Graph = {
    ...{ documents: [], sentences: [], mentions: [], claims: [] },
    entities,
    relations: supported,
  };
  const related = entities.slice(0, Math.min(head.related, entities.length));
  const mentions = new Map<string, number>();
  const known = new Map<string, Entity>();
  await inTurns(counted, (one) => {
    known.set(one.entity.id, one.entity);
    mentions.set(one.entity.id, one.mentions);
  });
  // One map for relations and their numbers: where it grows, nothing else can happen.
  const numbers = new Map<string, number>();
  const relationsOf = new Map<string, Relation[]>();
  await inTurns(supported, (relation) => {
    numbers.set(relation.id, numbers.size);
    push(relationsOf, relation.subject, relation);
    if (relation.object !== relation.subject) push(relationsOf, relation.object, relation);
  });
  return lazy<Atlas>({
    ...evidenceLookUps(graph, () => new Map()),
    name: () => name,
    stored: () => null,
    asks: () => asks,
    beyond: () => beyond,
    isGrowing: () => isGrowing,
    totals: () => head,
    graph: () => graph,
    grounds: () => null,
    disagreeing: () => new Set<string>(),
    mentionCount: () => (id) => mentions.get(id) ?? 0,
    supported: () => supported,
    numberOf: () => (relation) => numbers.get(relation.id),
    entities: () => known,
    relations: () => ({ get: (id) => supported[numbers.get(id) ?? -1], has: (id) => numbers.has(id) }),
    relationsOf: () => relationsOf,
    ranked: () => related,
    types: () => typesIn(entities),
  });
}

/** The same atlas with the grounds of its relations. */
export const withGrounds = (atlas: Atlas, grounds: Grounds): Atlas =>
  lazy<Atlas>({ grounds: () => grounds }, atlas);

/** The same atlas, told where reports disagree. */
export const withDisagreeing = (atlas: Atlas, disagreeing: ReadonlySet<string>): Atlas =>
  lazy<Atlas>({ disagreeing: () => disagreeing }, atlas);

/** The same atlas with claims and articles that it hadn't; its relations have those of their claims that are among them. */
export function withEvidence(atlas: Atlas, evidence: Graph): Atlas {
  const claims = new Map<Relation, string[]>();
  for (const claim of evidence.claims) {
    const relation = relationBehind(atlas, claim);
    if (relation !== undefined) push(claims, relation, claim.id);
  }
  const told = new Map([...claims].map(([relation, ids]) => [relation.id, { ...relation, claims: ids }]));
  const filled = (relation: Relation) => told.get(relation.id) ?? relation;
  const { entities, relations } = atlas.graph;
  return lazy<Atlas>(
    {
      ...evidenceLookUps(evidence, () => relationsByClaim([...told.values()])),
      graph: () => ({ ...evidence, entities, relations }),
      mentionCount: () => atlas.mentionCount,
      relations: () => instead(atlas.relations, filled),
      relationsOf: () => instead(atlas.relationsOf, (list) => list.map(filled)),
    },
    atlas,
  );
}

/** The relation that a claim supports; undefined where it makes none. Cost: the relations of its subject. */
function relationBehind(atlas: Atlas, claim: Claim): Relation | undefined {
  const { subject, predicate, object, negated, modality, rejected } = claim;
  if (subject === null || object === null || rejected !== undefined) return undefined;
  const isSame = (relation: Relation) =>
    relation.type === predicate &&
    relation.negated === negated &&
    relation.modality === modality &&
    otherEnd(relation, subject) === object;
  const found = (atlas.relationsOf.get(subject) ?? []).filter(isSame);
  return found.find((relation) => relation.subject === subject) ?? found[0];
}

/** What rests on claims, documents and mentions alone. */
const evidenceLookUps = (graph: Graph, relationOf: () => ReadonlyMap<string, Relation>) => {
  const related = once(relationOf);
  const mentionsOf = once(() => listBy(graph.mentions, (m) => [m.entity]));
  return {
    documents: () => byId(graph.documents),
    claims: () => byId(graph.claims),
    relationOf: related,
    looseClaimsOf: () =>
      listBy(
        graph.claims.filter((c) => !related().has(c.id)),
        (c) => ends(c.subject, c.object),
      ),
    claimsAbout: () => listBy(graph.claims, (c) => (c.about === null ? [] : [c.about])),
    claimsBy: () =>
      listBy(graph.claims, (c) => [...new Set(c.speakers.map((s) => s.entity).filter((id) => id !== null))]),
    claimsIn: () =>
      eachSorted(
        listBy(graph.claims, (c) => [c.document]),
        (a, b) => a.start - b.start || a.end - b.end,
      ),
    mentionCount: () => (id: string) => mentionsOf().get(id)?.length ?? 0,
    mentionsOf,
    mentionsIn: () =>
      eachSorted(
        listBy(graph.mentions, (m) => [m.document]),
        (a, b) => a.start - b.start || b.end - a.end,
      ),
  };
};

function relationsByClaim(relations: readonly Relation[]): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  for (const relation of relations) for (const id of relation.claims) found.set(id, relation);
  return found;
}

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

/** An object whose values are made when they are first asked for; those that it lacks are `like` another's. */
function lazy<T extends object>(makers: { readonly [K in keyof T]?: () => T[K] }, like: T | null = null): T {
  const made = Object.create(like) as T;
  for (const [name, make] of Object.entries(makers) as [keyof T & string, () => T[keyof T]][])
    Object.defineProperty(made, name, { get: once(make), enumerable: true });
  return made;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same, with values that are changed when they are asked for. */
const instead = <V>(known: LookUp<V>, change: (value: V) => V): LookUp<V> => ({
  get: (key) => {
    const value = known.get(key);
    return value === undefined ? undefined : change(value);
  },
  has: (key) => known.has(key),
});

/** Does something with each, a few milliseconds at a time. */
async function inTurns<T>(items: readonly T[], act: (item: T) => void): Promise<void> {
  let until = performance.now() + aWhile;
  for (const [i, item] of items.entries()) {
    act(item);
    if (i % 256 !== 255 || performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + aWhile;
  }
}

const aWhile = 8;

function push<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function eachSorted<T>(lists: Map<string, T[]>, order: (a: T, b: T) => number): Map<string, T[]> {
  for (const list of lists.values()) list.sort(order);
  return lists;
}

function listBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) push(lists, key, item);
  return lists;
}
