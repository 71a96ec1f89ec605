// Relationships as statements write them: rows with both ends and the properties.
import type { MapValue } from '../../cypher/values.ts';
import type { NodeKind, RelationshipShape } from '../shape.ts';
import { type Ask, askForEach } from './ask.ts';
import { markers } from './schema.ts';

/**
 * Writes structural edges, whose types are ours and stand in the text. Two edges around a claim may be alike, and its
 * old ones are gone: those are created. All others are merged.
 */
export async function writeEdges(ask: Ask, edges: readonly RelationshipShape[]): Promise<void> {
  for (const [type, alike] of Map.groupBy(edges, (edge) => edge.type)) {
    const { from, to } = alike[0] as RelationshipShape;
    const verb = from.kind === 'Claim' ? 'CREATE' : 'MERGE';
    const cypher = `${eachEdge(from.kind, to.kind)} ${verb} (a)-[r:${type}]->(b) SET r = row.properties`;
    await askForEach(ask, cypher, alike.map(edgeRow));
  }
}

/** The start of a statement over rows of `edgeRow`: `a` and `b` are the ends. */
export const eachEdge = (from: NodeKind, to: NodeKind) => `
  UNWIND $rows AS row
  MATCH (a:${markers[from]} {id: row.from}) MATCH (b:${markers[to]} {id: row.to})`;

/** An edge as a row. */
export const edgeRow = ({ from, to, type, properties }: RelationshipShape): MapValue => ({
  from: from.id,
  to: to.id,
  type,
  properties,
});
