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
 * The snapshot of a graph. Nodes and edges that are new or have changed are put into it, and those that are gone taken
 * out; it is made again only where much has changed, or a query is still reading it. Errors: `StoreError`, see `cypher`.
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
  /** What was there and is gone, though there may be another of the same name. */
  readonly #goneNodes = new Set<string>();
  readonly #goneEdges = new Set<string>();
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
      ['nodeDropped', ({ key: id }) => this.#noteGone(this.#nodes, this.#goneNodes, id)],
      ['edgeDropped', ({ key: id }) => this.#noteGone(this.#edges, this.#goneEdges, id)],
      ...endings.map((event) => [event, end] as const),
    ];
    for (const [event, listener] of this.#listeners) emitter(graph).on(event, listener);
  }

  /** Whether the snapshot is still what the graph holds. */
  get isCurrent(): boolean {
    return !this.#isOver && this.#changes === 0;
  }

  /** Puts what has changed into the snapshot; false where that can't be, or doesn't pay. */
  catchUp(): boolean {
    if (this.isCurrent) return true;
    const { snapshot } = this;
    if (this.#isOver || snapshot.isLeased) return false;
    this.#drop();
    // Handles of nothing are in the way of everyone: as many of them as of something, and it pays to begin anew.
    if (snapshot.gaps > least + (snapshot.nodeCount + snapshot.relationshipCount) / 2) return false;
    for (const id of this.#nodes) {
      const handle = this.#handles.get(id);
      snapshot.putNode(this.#node(id, this.#graph.getNodeAttributes(id)), handle);
      if (handle === undefined) this.#handles.set(id, snapshot.nodeCount - 1);
    }
    this.#nodes.clear();
    for (const id of this.#edges) this.#putEdge(id);
    this.#edges.clear();
    return true;
  }

  get #changes(): number {
    return this.#nodes.size + this.#edges.size + this.#goneNodes.size + this.#goneEdges.size;
  }

  /** Listens no longer: the snapshot stays as it is. */
  forget(): void {
    this.#isOver = true;
    for (const [event, listener] of this.#listeners) emitter(this.#graph).off(event, listener);
    if (reflections.get(this.#graph) === this) reflections.delete(this.#graph);
  }

  #drop(): void {
    const handlesIn = (gone: Set<string>, handles: Map<string, number>) =>
      [...gone].flatMap((id) => {
        const handle = handles.get(id);
        handles.delete(id);
        return handle ?? [];
      });
    const edges = this.#goneEdges.size === 0 ? [] : handlesIn(this.#goneEdges, this.#handlesOfEdges());
    this.snapshot.drop(handlesIn(this.#goneNodes, this.#handles), edges);
    this.#goneNodes.clear();
    this.#goneEdges.clear();
  }

  #putEdge(id: string): void {
    const { snapshot } = this;
    const handles = this.#handlesOfEdges();
    const [source, target] = this.#graph.extremities(id);
    const found = this.#relationship(id, this.#graph.getEdgeAttributes(id), source, target);
    let handle = handles.get(id);
    if (handle !== undefined && snapshot.types[snapshot.type(handle)] !== found.type) {
      snapshot.drop([], [handle]);
      handle = undefined;
    }
    if (handle === undefined) handles.set(id, snapshot.relationshipCount);
    snapshot.putRelationship(found, handle);
  }

  #handlesOfEdges(): Map<string, number> {
    const { snapshot } = this;
    this.#edgeHandles ??= new Map(
      Array.from({ length: snapshot.relationshipCount }, (_, handle) => [
        snapshot.relationshipId(handle),
        handle,
      ]),
    );
    return this.#edgeHandles;
  }

  #note(changed: Set<string>, id: string): void {
    changed.add(id);
    this.#lookAtSize();
  }

  #noteGone(changed: Set<string>, gone: Set<string>, id: string): void {
    changed.delete(id);
    gone.add(id);
    this.#lookAtSize();
  }

  /** Where much has changed, all is read again sooner. */
  #lookAtSize(): void {
    const { nodeCount, relationshipCount } = this.snapshot;
    if (this.#changes > least + (nodeCount + relationshipCount) / 4) this.forget();
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

/** As few changes are always caught up with. */
const least = 1000;

/** What graphology says when it doesn't say what has changed. */
const endings = ['cleared', 'edgesCleared', 'eachNodeAttributesUpdated', 'eachEdgeAttributesUpdated'];

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
