// Relations and their support, worked out again within the transaction. Never counts up.
import { type Claim, relationsOf } from '../../model.ts';
import { symmetricTypes } from '../../vocabulary/index.ts';
import { relationshipsOf } from '../shape.ts';
import { type Ask, askForEach } from './ask.ts';
import { eachEdge, edgeRow, nothing } from './edges.ts';
import { type Ends, readClaimsBetween, readPublished, readRelations } from './read-back.ts';

/** Support is worked out from all claims between the ends that the changed claims have or had; what has none goes. */
export async function putRelations(ask: Ask, changed: readonly Claim[]): Promise<void> {
  const ends = endsOf(changed);
  const claims = await readClaimsBetween(ask, ends);
  const documents = await readPublished(ask, [...new Set(claims.map((claim) => claim.document))]);
  const relations = relationsOf(claims, documents, symmetricTypes);
  const old = new Map((await readRelations(ask, ends)).map(({ id, handle }) => [id, handle]));
  const edges = [...relationshipsOf({ ...nothing, relations })];
  const alive = new Set(edges.map((edge) => edge.key));
  const dead = [...old].filter(([id]) => !alive.has(id)).map(([, handle]) => handle);
  await askForEach(ask, `${eachHandle('row')} DELETE r`, dead);
  const rows = edges.map((edge) => ({ ...edgeRow(edge), handle: old.get(edge.key) ?? null }));
  const change = `${eachHandle('row.handle')} SET r = row.properties`;
  await askForEach(
    ask,
    change,
    rows.filter((row) => row.handle !== null),
  );
  const create = `${eachEdge('Entity', 'Entity')} CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;
  await askForEach(
    ask,
    create,
    rows.filter((row) => row.handle === null),
  );
}

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
