// A graphology graph's snapshot, kept current by what graphology says of changes; and what of its attributes are values.
import type { AbstractGraph, Attributes } from 'graphology-types';
import {
  type KeptSnapshot,
  type Snapshot,
  type SnapshotNode,
  type SnapshotRelationship,
  snapshotOf,
} from '../cypher/snapshot.ts';
import { Float, type MapValue, Temporal, type Value } from '../cypher/values.ts';
import type { AttributeNames } from './graphology-write.ts';
import { StoreError } from './store.ts';

/**
 * The snapshot of a graph. Nodes and edges that are new or have changed are put into it; it is made again only where
 * something has gone, much has changed, or a query is still reading it. Errors: `StoreError`, see `cypher`.
 */
export function snapshotOfGraphology(graph: AbstractGraph, labels: string, type: string): Snapshot {
  const key = JSON.stringify([labels, type]);
  const known = reflections.get(graph);
  if (known?.key === key && known.catchUp()) return known.snapshot;
  known?.forget();
  const made = new Reflection(graph, { labels, type }, key);
  reflections.set(graph, made);
  return made.snapshot;
}

/** Whether a snapshot is what its graph holds now. */
export function isCurrentSnapshot(graph: AbstractGraph, snapshot: Snapshot): boolean {
  const now = reflections.get(graph);
  return now?.snapshot === snapshot && now.isCurrent;
}

const reflections = new WeakMap<AbstractGraph, Reflection>();

/** A graph's snapshot, and what has changed since: the ids of what is to be read again. */
class Reflection {
  readonly key: string;
  readonly snapshot: KeptSnapshot;
  readonly #graph: AbstractGraph;
  readonly #names: AttributeNames;
  /** Handles of nodes; those of edges are needed only when one changes. */
  readonly #handles = new Map<string, number>();
  #edgeHandles: Map<string, number> | null = null;
  readonly #nodes = new Set<string>();
  readonly #edges = new Set<string>();
  #isOver = false;
  readonly #listeners: readonly (readonly [event: string, listener: Listener])[];

  constructor(graph: AbstractGraph, names: AttributeNames, key: string) {
    this.#graph = graph;
    this.#names = names;
    this.key = key;
    const nodes: SnapshotNode[] = [];
    const relationships: SnapshotRelationship[] = [];
    graph.forEachNode((id, attributes) => {
      this.#handles.set(id, nodes.length);
      nodes.push(this.#node(id, attributes));
    });
    graph.forEachEdge((id, attributes, source, target) => {
      relationships.push(this.#relationship(id, attributes, source, target));
    });
    this.snapshot = snapshotOf(nodes, relationships);
    const noteNode: Listener = ({ key: id }) => this.#note(this.#nodes, id);
    const noteEdge: Listener = ({ key: id }) => this.#note(this.#edges, id);
    const end = () => this.forget();
    this.#listeners = [
      ['nodeAdded', noteNode],
      ['nodeAttributesUpdated', noteNode],
      ['edgeAdded', noteEdge],
      ['edgeAttributesUpdated', noteEdge],
      ...endings.map((event) => [event, end] as const),
    ];
    for (const [event, listener] of this.#listeners) emitter(graph).on(event, listener);
  }

  /** Whether the snapshot is still what the graph holds. */
  get isCurrent(): boolean {
    return !this.#isOver && this.#nodes.size + this.#edges.size === 0;
  }

  /** Puts what has changed into the snapshot; false where that can't be. */
  catchUp(): boolean {
    if (this.isCurrent) return true;
    if (this.#isOver || this.snapshot.isLeased) return false;
    for (const id of this.#nodes) {
      const handle = this.#handles.get(id);
      this.snapshot.putNode(this.#node(id, this.#graph.getNodeAttributes(id)), handle);
      if (handle === undefined) this.#handles.set(id, this.snapshot.nodeCount - 1);
    }
    this.#nodes.clear();
    for (const id of this.#edges) if (!this.#putEdge(id)) return false;
    this.#edges.clear();
    return true;
  }

  /** Listens no longer: the snapshot stays as it is. */
  forget(): void {
    this.#isOver = true;
    for (const [event, listener] of this.#listeners) emitter(this.#graph).off(event, listener);
    if (reflections.get(this.#graph) === this) reflections.delete(this.#graph);
  }

  /** False where the edge has another type now. */
  #putEdge(id: string): boolean {
    const { snapshot } = this;
    this.#edgeHandles ??= new Map(
      Array.from({ length: snapshot.relationshipCount }, (_, handle) => [
        snapshot.relationshipId(handle),
        handle,
      ]),
    );
    const [source, target] = this.#graph.extremities(id);
    const found = this.#relationship(id, this.#graph.getEdgeAttributes(id), source, target);
    const handle = this.#edgeHandles.get(id);
    if (handle !== undefined && snapshot.types[snapshot.type(handle)] !== found.type) return false;
    if (handle === undefined) this.#edgeHandles.set(id, snapshot.relationshipCount);
    snapshot.putRelationship(found, handle);
    return true;
  }

  /** Where much has changed, all is read again sooner. */
  #note(changed: Set<string>, id: string): void {
    changed.add(id);
    const { nodeCount, relationshipCount } = this.snapshot;
    if (changed.size > 1000 + (nodeCount + relationshipCount) / 8) this.forget();
  }

  #node(id: string, attributes: Attributes): SnapshotNode {
    const label: unknown = attributes[this.#names.labels] ?? [];
    const labels = (Array.isArray(label) ? label : [label]).map(String);
    return { id, labels, properties: propertiesOf('Node', id, attributes, this.#names.labels) };
  }

  #relationship(id: string, attributes: Attributes, source: string, target: string): SnapshotRelationship {
    return {
      id,
      type: String(attributes[this.#names.type] ?? 'EDGE'),
      start: this.#handles.get(source) as number,
      end: this.#handles.get(target) as number,
      properties: propertiesOf('Edge', id, attributes, this.#names.type),
    };
  }
}

/** What graphology says when something goes, or when it doesn't say what has changed. */
const endings = [
  'nodeDropped',
  'edgeDropped',
  'cleared',
  'edgesCleared',
  'eachNodeAttributesUpdated',
  'eachEdgeAttributesUpdated',
];

type Listener = (payload: { readonly key: string }) => void;

/** graphology types each event's listener on its own; all of theirs that are heard here have a key or need none. */
const emitter = (graph: AbstractGraph) =>
  graph as unknown as Record<'on' | 'off', (event: string, listener: Listener) => unknown>;

/** Null and undefined are no properties. */
function propertiesOf(what: 'Node' | 'Edge', id: string, attributes: Attributes, besides: string): MapValue {
  const properties: Record<string, Value> = {};
  for (const key of Object.keys(attributes)) {
    const value: unknown = attributes[key];
    if (key === besides || value === null || value === undefined) continue;
    if (typeof value === 'string' && key !== '__proto__') properties[key] = value;
    else if (!isValue(value))
      throw new StoreError(
        `${what} "${id}" has the attribute "${key}", which is no text, number, boolean, list or map: take it out, or write it as one.`,
      );
    else if (key === '__proto__') Object.defineProperty(properties, key, { value, enumerable: true });
    else properties[key] = numbersKept(value);
  }
  return properties;
}

/** A whole number that no double holds exactly is a FLOAT; the engine wants it said. */
function numbersKept(value: Value): Value {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return new Float(value);
  return Array.isArray(value) ? value.map(numbersKept) : value;
}

/** Nested deeper than this, it may be a value that holds itself. */
const deepest = 500;

function isValue(value: unknown, depth = 0): value is Value {
  if (typeof value !== 'object') return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
  if (value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isValue(item, depth + 1));
  if (value instanceof Float || value instanceof Temporal) return true;
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((item) => isValue(item, depth + 1));
}
