// What the engine runs on: a graph that stands still, its nodes and relationships numbered densely from 0. Whoever can
// fill a Snapshot can be asked in Cypher; the engine knows no other form of a graph.
import { type Column, Columns } from './columns.ts';
import { type Inner, isList, isMap, NodeRef, PathRef, RelationshipRef } from './inner.ts';
import { type MapValue, Node, Path, Relationship, type Value } from './values.ts';

/** The relationships that leave nodes, or that arrive: each node's lie together in one array, by type. */
export interface Adjacency {
  /** The array with a node's relationships: those from `begin` to `end`, of one type or (null) of all. */
  relationships(node: number): Int32Array;
  /** For each of them, in the same place, the handle of the node at its other end. */
  others(node: number): Int32Array;
  begin(node: number, type: number | null): number;
  end(node: number, type: number | null): number;
}

/** A graph by handles. A handle is good for one snapshot; what a method gives must not be changed. */
export interface Snapshot {
  /** How many handles there are: some may be of nodes that a draft has deleted. */
  readonly nodeCount: number;
  readonly relationshipCount: number;
  /** Handles of all nodes, ascending; null where these are all from 0 to `nodeCount`. */
  allNodes(): Int32Array | null;
  node(handle: number): NodeRef;
  relationship(handle: number): RelationshipRef;
  nodeId(node: number): string;
  relationshipId(relationship: number): string;
  labels(node: number): readonly string[];
  hasLabel(node: number, label: string): boolean;
  /** 1 by handle for each node with a label; null where none is kept. Cost: linear, once. */
  labelMarks(label: string): Uint8Array | null;
  /** Handles of the nodes with a label, ascending. */
  nodesWithLabel(label: string): Int32Array;
  nodeProperties(node: number): MapValue;
  relationshipProperties(relationship: number): MapValue;
  /** One property of all nodes by handle; null where none is kept. Cost: linear, once. */
  nodeColumn(key: string): Column | null;
  relationshipColumn(key: string): Column | null;
  /**
   * Handles, ascending, among which are all nodes (with a label) whose property equals a value; null where that isn't
   * known quicker than by trying all. Cost: linear for a key that is asked for again, once.
   */
  nodesWithValue(label: string | null, key: string, value: Inner): readonly number[] | null;
  /** The names of relationship types; a type's number is its index. */
  readonly types: readonly string[];
  type(relationship: number): number;
  relationshipsOfType(type: number): number;
  start(relationship: number): number;
  end(relationship: number): number;
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
}

export interface SnapshotNode {
  readonly id: string;
  readonly labels: readonly string[];
  /** Without nulls. */
  readonly properties: MapValue;
}

export interface SnapshotRelationship {
  readonly id: string;
  readonly type: string;
  /** Indexes of its ends among the nodes. */
  readonly start: number;
  readonly end: number;
  readonly properties: MapValue;
}

/** A snapshot of nodes and relationships; handles count them in the given order. Cost: linear, plus a sort by type. */
export function snapshotOf(
  nodes: readonly SnapshotNode[],
  relationships: readonly SnapshotRelationship[],
): Snapshot {
  const types = [...new Set(relationships.map((r) => r.type))];
  const numbers = new Map(types.map((type, number) => [type, number]));
  const type = Int32Array.from(relationships, (r) => numbers.get(r.type) as number);
  const start = Int32Array.from(relationships, (r) => r.start);
  const end = Int32Array.from(relationships, (r) => r.end);
  const counts = new Int32Array(types.length);
  for (const number of type) counts[number] = (counts[number] as number) + 1;
  const byLabel = handlesByLabel(nodes);
  const nodeRefs: NodeRef[] = nodes.map((_, handle) => new NodeRef(handle));
  const relationshipRefs: RelationshipRef[] = relationships.map((_, handle) => new RelationshipRef(handle));
  const nodeColumns = new Columns(nodes);
  const relationshipColumns = new Columns(relationships);
  const node = (handle: number) => nodes[handle] as SnapshotNode;
  const relationship = (handle: number) => relationships[handle] as SnapshotRelationship;
  const knownMarks = new Map<string, Uint8Array>();
  const marks = (label: string): Uint8Array => {
    const known = knownMarks.get(label);
    if (known !== undefined) return known;
    const made = new Uint8Array(nodes.length);
    for (const handle of byLabel.get(label) ?? none) made[handle] = 1;
    knownMarks.set(label, made);
    return made;
  };
  return {
    nodeCount: nodes.length,
    relationshipCount: relationships.length,
    allNodes: () => null,
    node: (handle) => nodeRefs[handle] as NodeRef,
    relationship: (handle) => relationshipRefs[handle] as RelationshipRef,
    nodeId: (handle) => node(handle).id,
    relationshipId: (handle) => relationship(handle).id,
    labels: (handle) => node(handle).labels,
    hasLabel: (handle, label) => node(handle).labels.includes(label),
    labelMarks: marks,
    nodesWithLabel: (label) => byLabel.get(label) ?? none,
    nodeProperties: (handle) => node(handle).properties,
    relationshipProperties: (handle) => relationship(handle).properties,
    nodeColumn: (key) => nodeColumns.of(key),
    relationshipColumn: (key) => relationshipColumns.of(key),
    nodesWithValue: (label, key, value) => {
      const found = nodeColumns.find(key, value);
      if (label === null || found === null) return found;
      const isMarked = marks(label);
      return found.filter((handle) => isMarked[handle] === 1);
    },
    types,
    type: (handle) => type[handle] as number,
    relationshipsOfType: (number) => counts[number] ?? 0,
    start: (handle) => start[handle] as number,
    end: (handle) => end[handle] as number,
    outgoing: adjacency(nodes.length, types.length, start, end, type),
    incoming: adjacency(nodes.length, types.length, end, start, type),
  };
}

const none = new Int32Array(0);

function handlesByLabel(nodes: readonly SnapshotNode[]): Map<string, Int32Array> {
  const handles = new Map<string, number[]>();
  for (const [handle, { labels }] of nodes.entries())
    for (const label of new Set(labels)) {
      const known = handles.get(label);
      if (known === undefined) handles.set(label, [handle]);
      else known.push(handle);
    }
  return new Map([...handles].map(([label, list]) => [label, Int32Array.from(list)]));
}

/** Relationships in compressed rows: sorted by near node, then by type, then as they came. */
function adjacency(
  nodeCount: number,
  typeCount: number,
  near: Int32Array,
  far: Int32Array,
  type: Int32Array,
): Adjacency {
  const byType = sortedBy(
    near.map((_, handle) => handle),
    type,
    offsetsOf(type, typeCount),
  );
  const offsets = offsetsOf(near, nodeCount);
  const order = sortedBy(byType, near, offsets);
  const others = order.map((handle) => far[handle] as number);
  const whole = { relationships: () => order, others: () => others };
  if (typeCount * nodeCount <= 8 * (nodeCount + near.length)) {
    const keys = near.map((node, handle) => node * typeCount + (type[handle] as number));
    const cells = offsetsOf(keys, nodeCount * typeCount);
    return {
      ...whole,
      begin: (node, number) => cells[node * typeCount + (number ?? 0)] as number,
      end: (node, number) =>
        cells[number === null ? (node + 1) * typeCount : node * typeCount + number + 1] as number,
    };
  }
  const offset = (node: number) => offsets[node] as number;
  /** The first place of a node's row whose type is not below a number. */
  const seek = (node: number, number: number) => {
    let [low, high] = [offset(node), offset(node + 1)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((type[order[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    ...whole,
    begin: (node, number) => (number === null ? offset(node) : seek(node, number)),
    end: (node, number) => (number === null ? offset(node + 1) : seek(node, number + 1)),
  };
}

/** Where the handles with each key begin, once they are sorted by it; one more than there are keys. */
function offsetsOf(keys: Int32Array, count: number): Int32Array {
  const offsets = new Int32Array(count + 1);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  for (let key = 0; key < count; key++)
    offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  return offsets;
}

/** Handles sorted by their keys, otherwise as they were: a counting sort, so that it is linear. */
function sortedBy(handles: Int32Array, keys: Int32Array, offsets: Int32Array): Int32Array {
  const next = offsets.slice();
  const sorted = new Int32Array(handles.length);
  for (const handle of handles) {
    const key = keys[handle] as number;
    const place = next[key] as number;
    sorted[place] = handle;
    next[key] = place + 1;
  }
  return sorted;
}

/** A value as it leaves the engine: references become what they refer to. */
export function outward(value: Inner, snapshot: Snapshot): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof NodeRef) return outwardNode(value, snapshot);
  if (value instanceof RelationshipRef) return outwardRelationship(value, snapshot);
  if (value instanceof PathRef)
    return new Path(
      value.nodes.map((node) => outwardNode(node, snapshot)),
      value.relationships.map((relationship) => outwardRelationship(relationship, snapshot)),
    );
  if (isList(value)) return value.map((item) => outward(item, snapshot));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, outward(item, snapshot)]));
}

function outwardNode({ handle }: NodeRef, snapshot: Snapshot): Node {
  return new Node(snapshot.nodeId(handle), snapshot.labels(handle), snapshot.nodeProperties(handle));
}

function outwardRelationship({ handle }: RelationshipRef, snapshot: Snapshot): Relationship {
  return new Relationship(
    snapshot.relationshipId(handle),
    snapshot.types[snapshot.type(handle)] as string,
    snapshot.nodeId(snapshot.start(handle)),
    snapshot.nodeId(snapshot.end(handle)),
    snapshot.relationshipProperties(handle),
  );
}
