// The store in memory: records of articles, a graphology graph that follows from them, and a snapshot of that for the
// engine. Also asks any other graphology graph in Cypher.
import { MultiDirectedGraph } from 'graphology';
import type { AbstractGraph, Attributes } from 'graphology-types';
import type { Query } from '../cypher/ast.ts';
import { run } from '../cypher/run.ts';
import { type Snapshot, snapshotOf } from '../cypher/snapshot.ts';
import { Float, type MapValue, type Parameters, type Value } from '../cypher/values.ts';
import { type Graph, relationsOf } from '../model.ts';
import { symmetricTypes } from '../vocabulary/index.ts';
import { Articles } from './articles.ts';
import { nodeKey, nodesOf, relationshipKey, relationshipsOf } from './shape.ts';
import { type Batch, type Ids, type Result, type RunOptions, type Store, StoreError } from './store.ts';

/** A graph in memory. What is written to it lives as long as the object. */
export class MemoryStore implements Store {
  readonly #articles = new Articles();
  readonly #symmetric: ReadonlySet<string>;
  #graph: Graph | undefined;
  #graphology: MultiDirectedGraph | undefined;

  /** `symmetric` are the relation types that say the same in both directions; those of the vocabulary, if left out. */
  constructor(options: { readonly symmetric?: ReadonlySet<string> } = {}) {
    this.#symmetric = options.symmetric ?? symmetricTypes;
  }

  /** Errors: `StoreError` for a record that names what is neither in the batch nor in the store; then nothing changes. */
  async write({ put = {}, remove = {} }: { readonly put?: Batch; readonly remove?: Ids }): Promise<void> {
    this.#articles.write(put, remove);
    this.#graph = undefined;
    this.#graphology = undefined;
  }

  /** Errors: those of `cypher/run.ts`. What writes is refused in either mode: this store doesn't know it yet. */
  async run(query: string | Query, options: RunOptions = {}): Promise<Result> {
    return run(query, snapshotOfGraphology(this.graphology, 'labels', 'type'), options);
  }

  async close(): Promise<void> {}

  /** Everything that was written, and the relations that follow from it. */
  get graph(): Graph {
    this.#graph ??= withRelations(this.#articles.records(), this.#symmetric);
    return this.#graph;
  }

  /** The same as nodes and edges, as in `shape.ts`; not to be changed. Labels are in `labels`, an edge's type in `type`. */
  get graphology(): MultiDirectedGraph {
    this.#graphology ??= graphologyOf(this.graph);
    return this.#graphology;
  }
}

/** How a graphology graph is to be read, besides what holds for any query. */
export interface CypherOptions extends RunOptions {
  /** The node attribute with a label or a list of labels; `labels`, if left out. */
  readonly labels?: string;
  /** The edge attribute with the relationship's type; `type`, if left out. An edge without it has the type `EDGE`. */
  readonly type?: string;
}

/**
 * Asks any graphology graph in Cypher. Every attribute besides labels and type is a property; null and undefined are
 * none. An undirected edge counts as drawn from its source to its target. Errors: `CypherError`, `QueryStopped`, and
 * `StoreError` for an attribute that is no value. Cost: the graph is read once after each change to it.
 */
export function cypher(
  graph: AbstractGraph,
  text: string,
  parameters: Parameters = {},
  options: CypherOptions = {},
): Result {
  const { labels = 'labels', type = 'type' } = options;
  return run(text, snapshotOfGraphology(graph, labels, type), { ...options, parameters });
}

function withRelations(records: Omit<Graph, 'relations'>, symmetric: ReadonlySet<string>): Graph {
  const documents = new Map(records.documents.map((document) => [document.id, document]));
  return { ...records, relations: relationsOf(records.claims, documents, symmetric) };
}

function graphologyOf(graph: Graph): MultiDirectedGraph {
  const result = new MultiDirectedGraph();
  for (const node of nodesOf(graph))
    result.addNode(nodeKey(node), { labels: node.labels, ...node.properties });
  for (const edge of relationshipsOf(graph))
    result.addEdgeWithKey(relationshipKey(edge), nodeKey(edge.from), nodeKey(edge.to), {
      type: edge.type,
      ...edge.properties,
    });
  return result;
}

const snapshots = new WeakMap<AbstractGraph, { readonly key: string; readonly snapshot: Snapshot }>();

/** Everything that graphology says when a graph changes. */
const changes = [
  'nodeAdded',
  'edgeAdded',
  'nodeDropped',
  'edgeDropped',
  'cleared',
  'edgesCleared',
  'nodeAttributesUpdated',
  'edgeAttributesUpdated',
  'eachNodeAttributesUpdated',
  'eachEdgeAttributesUpdated',
] as const;

/** The snapshot of a graph, made again only when the graph has changed. */
function snapshotOfGraphology(graph: AbstractGraph, labels: string, type: string): Snapshot {
  const key = JSON.stringify([labels, type]);
  const known = snapshots.get(graph);
  if (known?.key === key) return known.snapshot;
  const snapshot = readGraphology(graph, labels, type);
  const forget = () => {
    snapshots.delete(graph);
    for (const change of changes) graph.off(change, forget);
  };
  if (known === undefined) for (const change of changes) graph.on(change, forget);
  snapshots.set(graph, { key, snapshot });
  return snapshot;
}

function readGraphology(graph: AbstractGraph, labels: string, type: string): Snapshot {
  const handles = new Map<string, number>();
  const nodes = graph.mapNodes((id, attributes) => {
    handles.set(id, handles.size);
    const label: unknown = attributes[labels] ?? [];
    const list = (Array.isArray(label) ? label : [label]).map(String);
    return { id, labels: list, properties: propertiesOf(`Node "${id}"`, attributes, labels) };
  });
  const relationships = graph.mapEdges((id, attributes, source, target) => ({
    id,
    type: String(attributes[type] ?? 'EDGE'),
    start: handles.get(source) as number,
    end: handles.get(target) as number,
    properties: propertiesOf(`Edge "${id}"`, attributes, type),
  }));
  return snapshotOf(nodes, relationships);
}

function propertiesOf(what: string, attributes: Attributes, besides: string): MapValue {
  const properties: Record<string, Value> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key === besides || value === null || value === undefined) continue;
    if (!isValue(value))
      throw new StoreError(
        `${what} has the attribute "${key}", which is no text, number, boolean, list or map: take it out, or write it as one.`,
      );
    Object.defineProperty(properties, key, { value, enumerable: true });
  }
  return properties;
}

function isValue(value: unknown): value is Value {
  if (value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isValue);
  if (value instanceof Float) return true;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isValue);
}
