// Entities as nodes, and the order in which those who change one wait for each other.
import type { MapValue } from '../../cypher/values.ts';
import { compare, type Entity, emptyGraph, entityTypes } from '../../model.ts';
import { nodesOf } from '../shape.ts';
import { type Ask, askForEach } from './ask.ts';

/** Those of some entities that the database lacks or holds otherwise. */
export async function changedEntities(ask: Ask, entities: readonly Entity[]): Promise<Entity[]> {
  const cypher = `
    UNWIND $rows AS id MATCH (e:WiregraphEntity {id: id})
    RETURN e.id AS id, e.type AS type, e.name AS name, e.aliases AS aliases, e.wikidataId AS wikidataId`;
  const held = await askForEach<Entity>(
    ask,
    cypher,
    entities.map((entity) => entity.id),
  );
  const known = new Map(held.map((entity) => [entity.id, keyOf(entity)]));
  return entities.filter((entity) => known.get(entity.id) !== keyOf(entity));
}

const keyOf = ({ type, name, aliases, wikidataId }: Entity) =>
  JSON.stringify([type, name, aliases, wikidataId ?? null]);

/** Writes entities, and leaves the counts of those that are there. */
export async function putEntities(ask: Ask, entities: readonly Entity[]): Promise<void> {
  for (const [type, alike] of Map.groupBy(inOrder(entities), (entity) => entity.type)) {
    const cypher = `
      UNWIND $rows AS row MERGE (e:WiregraphEntity {id: row.id})
      ON CREATE SET e.mentions = 0, e.documents = 0
      REMOVE e:${entityTypes.join(':')} SET e += row.properties, e:Entity:${type}`;
    await askForEach(ask, cypher, alike.map(rowOf));
  }
}

function rowOf(entity: Entity): MapValue {
  const [node] = nodesOf({ ...emptyGraph, entities: [entity] });
  const { mentions: _, documents: __, ...properties } = node?.properties ?? {};
  return { id: entity.id, properties: { ...properties, wikidataId: entity.wikidataId ?? null } };
}

const inOrder = (entities: readonly Entity[]) => [...entities].sort((a, b) => compare(a.id, b.id));

/** Holds entities until the end of the transaction: who works out their relations and counts does so alone. */
export async function lockEntities(ask: Ask, ids: Iterable<string>): Promise<void> {
  const cypher = 'UNWIND $rows AS id MATCH (e:WiregraphEntity {id: id}) SET e:Entity';
  await askForEach(ask, cypher, [...new Set(ids)].sort(compare));
}

/** `mentions` and `documents` of entities, out of where they are mentioned. */
export async function countMentions(ask: Ask, ids: Iterable<string>): Promise<void> {
  const cypher = `
    UNWIND $rows AS id
    MATCH (e:WiregraphEntity {id: id}) OPTIONAL MATCH (e)-[m:MENTIONED_IN]->(:WiregraphDocument)
    WITH e, count(m) AS documents, sum(m.count) AS mentions
    SET e.documents = documents, e.mentions = mentions`;
  await askForEach(ask, cypher, [...new Set(ids)]);
}

/** Entities that no mention and no claim names any more go. */
export async function removeUnsupported(ask: Ask, ids: Iterable<string>): Promise<void> {
  const cypher = `UNWIND $rows AS id MATCH (e:WiregraphEntity {id: id}) WHERE ${isUnsupported} DELETE e`;
  await askForEach(ask, cypher, [...new Set(ids)]);
}

/** The condition in Cypher, of `e`. */
export const isUnsupported = `
  NOT EXISTS { (e)-[:MENTIONED_IN]->(:WiregraphDocument) }
  AND NOT EXISTS { (e)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO|ARGUMENT|ABOUT]-(:WiregraphClaim) }`;
