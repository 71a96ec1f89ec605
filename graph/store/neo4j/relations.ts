// Relations and their support, worked out again within the transaction. Never counts up.
import type { MapValue } from '../../cypher/values.ts';
import { type Claim, emptyGraph, type Relation, relationsOf } from '../../model.ts';
import { symmetricTypes } from '../../vocabulary/index.ts';
import { relationshipsOf } from '../shape.ts';
import { type Ask, askForEach } from './ask.ts';
import { eachEdge, edgeRow } from './edges.ts';
import {
  type Ends,
  readClaimsAt,
  readClaimsBetween,
  readPublished,
  readRelations,
  readRelationsAt,
  type Standing,
} from './read-back.ts';

/** Support is worked out from all claims between the ends that the changed claims have or had; what has none goes. */
export async function putRelations(ask: Ask, changed: readonly Claim[]): Promise<void> {
  const ends = endsOf(changed);
  await writeRelations(ask, await readClaimsBetween(ask, ends), await readRelations(ask, ends));
}

/** The same for every relation that begins at one of some entities; a symmetric one belongs to the lesser end's id. */
export async function putRelationsOf(ask: Ask, entities: readonly string[]): Promise<void> {
  const owners = new Set(entities);
  const isOwn = ({ subject, object, type }: Pick<Relation, 'subject' | 'object' | 'type'>) =>
    owners.has(symmetricTypes.has(type) && object < subject ? object : subject);
  const claims = (await readClaimsAt(ask, entities, [...symmetricTypes])).filter(
    ({ subject, object, predicate }) =>
      subject !== null && object !== null && isOwn({ subject, object, type: predicate }),
  );
  await writeRelations(ask, claims, (await readRelationsAt(ask, entities)).filter(isOwn));
}

/** Makes the relations of these claims of those that stand there. */
async function writeRelations(
  ask: Ask,
  claims: readonly Claim[],
  standing: readonly Standing[],
): Promise<void> {
  const documents = await readPublished(ask, [...new Set(claims.map((claim) => claim.document))]);
  const relations = relationsOf(claims, documents, symmetricTypes);
  const old = new Map(standing.map((relation) => [relation.id, relation]));
  const edges = [...relationshipsOf({ ...emptyGraph, relations })];
  const alive = new Set(edges.map((edge) => edge.key));
  const dead = [...old.values()].filter(({ id }) => !alive.has(id)).map(({ handle }) => handle);
  await askForEach(ask, `${eachHandle('row')} DELETE r`, dead);
  const change = `${eachHandle('row.handle')} SET r = row.properties`;
  const changed = edges.flatMap((edge) => {
    const was = old.get(edge.key);
    return was === undefined || isSame(was.properties, edge.properties)
      ? []
      : [{ properties: edge.properties, handle: was.handle }];
  });
  await askForEach(ask, change, changed);
  const create = `${eachEdge('Entity', 'Entity')} CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;
  await askForEach(ask, create, edges.filter((edge) => !old.has(edge.key)).map(edgeRow));
}

/** Properties of relations are text, numbers and booleans. */
const isSame = (a: MapValue, b: MapValue): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);

/** A relationship by the handle that the server gave it: good within the transaction. */
const eachHandle = (handle: string) => `UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = ${handle}`;

/** Both ways for symmetric predicates. */
function endsOf(claims: readonly Claim[]): Ends[] {
  const ends = new Map<string, Ends>();
  const add = (subject: string, predicate: string, object: string) =>
    ends.set(JSON.stringify([subject, predicate, object]), { subject, predicate, object });
  for (const { subject, predicate, object } of claims) {
    if (subject === null || object === null) continue;
    add(subject, predicate, object);
    if (symmetricTypes.has(predicate)) add(object, predicate, subject);
  }
  return [...ends.values()];
}
