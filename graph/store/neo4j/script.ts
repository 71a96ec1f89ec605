// A graph as a script for cypher-shell: constraints, nodes, relationships, indexes. Run on an empty database, or twice, it
// leaves what `Neo4jStore.load` does, so that a load can go on from there.
import { Float, type MapValue, Temporal, type Value } from '../../cypher/values.ts';
import type { Graph } from '../../model.ts';
import { wellFormed } from '../check.ts';
import { type NodeShape, nodesOf, type RelationshipShape, relationshipsOf } from '../shape.ts';
import { StoreError } from '../store.ts';
import { checkNames } from './check.ts';
import { constraints, digestProperty, indexes, markers, version } from './schema.ts';

/** What a load leaves besides the graph, by which it knows later what is there. */
export interface Provenance {
  /** Id of the journal. */
  readonly journal: string;
  /** Of the whole graph: see `GraphSource`. */
  readonly state: string;
  /** By document: see `SourceArticle`. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Statements, each of which ends with `;` and a line end. Errors: `StoreError` for what Neo4j can't hold. */
export function* toCypher(graph: Graph, provenance: Provenance): Generator<string> {
  checkNames(graph);
  for (const statement of constraints) yield `${statement};\n`;
  const { journal, state } = provenance;
  yield `MERGE (v:WiregraphVersion {id: 'wiregraph'}) SET v.version = ${version}, v.journal = ${literal(journal)};\n`;
  for (const nodes of batches(nodesOf(graph), (node) => node.labels.join(':')))
    yield nodeStatement(nodes, provenance);
  for (const edges of batches(relationshipsOf(graph), kindOf)) yield edgeStatement(edges);
  for (const statement of indexes) yield `${statement};\n`;
  yield `MATCH (v:WiregraphVersion) SET v.state = ${literal(state)};\n`;
}

function nodeStatement(nodes: readonly NodeShape[], { digests }: Provenance): string {
  const { kind, labels } = nodes[0] as NodeShape;
  const rows = nodes.map(({ id, properties }) => {
    const digest = kind === 'Document' ? digests.get(id) : undefined;
    return literal(digest === undefined ? properties : { ...properties, [digestProperty]: digest });
  });
  return `UNWIND ${list(rows)} AS row MERGE (n:${markers[kind]} {id: row.id}) SET n = row, n:${labels.join(':')};\n`;
}

function edgeStatement(edges: readonly RelationshipShape[]): string {
  const { from, to, type, key } = edges[0] as RelationshipShape;
  const rows = edges.map((edge) =>
    literal({ from: edge.from.id, to: edge.to.id, properties: edge.properties }),
  );
  // Two relationships between the same nodes are told apart by one property: a relation's id, a speaker's step, a place.
  const told = key === '' ? '' : ` {${tellingApart(from.kind === 'Entity' ? 'RELATION' : type)}}`;
  return `UNWIND ${list(rows)} AS row MATCH (a:${markers[from.kind]} {id: row.from}) MATCH (b:${markers[to.kind]} {id: row.to}) MERGE (a)-[r:${type}${told}]->(b) SET r = row.properties;\n`;
}

const tellingApart = (type: string): string =>
  (type === 'RELATION' ? ['id'] : type === 'ATTRIBUTED_TO' ? ['step'] : ['role', 'text', 'start', 'end'])
    .map((name) => `${name}: row.properties.${name}`)
    .join(', ');

const kindOf = ({ type, from, to }: RelationshipShape): string => `${type} ${from.kind} ${to.kind}`;

const list = (rows: readonly string[]) => `[\n${rows.join(',\n')}\n]`;

/** Items that belong into one statement, whose text stays below what a parser likes; each kind in the order in which it came. */
function* batches<T>(items: Iterable<T>, kind: (item: T) => string): Generator<T[]> {
  for (const alike of Map.groupBy(items, kind).values())
    for (let from = 0; from < alike.length; from += 200) yield alike.slice(from, from + 200);
}

/** A value as Cypher writes it. Errors: `StoreError` for what Neo4j can't hold. */
export function literal(value: Value): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Float)
    return Number.isInteger(value.value) ? value.value.toFixed(1) : `${value.value}`;
  if (value instanceof Temporal) throw new StoreError(`No graph of ours holds ${value}.`);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value as MapValue);
  return `{${entries.map(([name, one]) => `${name}: ${literal(one)}`).join(', ')}}`;
}

/**
 * Cypher 5 reads `\u0027` anywhere in a query, also after a backslash that is itself escaped: a backslash and a `u` of the text
 * are kept apart, in two strings. Line ends are escaped, so that no line of a text can be taken for a command.
 */
function text(value: string): string {
  const escaped = wellFormed(value)
    .replace(/[\\']/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\\\\u/g, "\\\\' + 'u");
  return `'${escaped}'`;
}
