// What the engine runs on: a graph that stands still, its nodes and relationships numbered densely from 0. Whoever can
// fill a Snapshot can be asked in Cypher; the engine knows no other form of a graph.
import { type Column, Columns } from './columns.ts';
import { type Inner, isList, isMap, NodeRef, PathRef, RelationshipRef } from './inner.ts';
import { GrowingAdjacency, Handles } from './rows.ts';
import { type MapValue, Node, Path, Relationship, type Value } from './values.ts';

/** The relationships that leave nodes, or that arrive: each node's lie together in one array, by type. */
export interface Adjacency {
  /** The array with a node's relationships: those from `begin` to `end`, of one type or (null) of all. */
  relationships(node: number): Int32Array;
  /** For each of them, in the same place, the handle of the node at its other end. */
  others(node: number): Int32Array;
  begin(node: number, type: number | null): number;
  end(node: number, type: number | null): number;
  /** All four at once. */
  row(node: number, type: number | null, into: Row): void;
}

/** A node's relationships: a stretch of two arrays. */
export interface Row {
  relationships: Int32Array;
  others: Int32Array;
  begin: number;
  end: number;
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
  /** Says that a query reads from now on, until it calls what it is given. */
  lease?(): () => void;
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

/**
 * A snapshot that can be kept current: what is new, or has changed, is put into it, and what goes is taken out of it, while
 * no query reads. The handle of what is gone is not given again.
 */
export interface KeptSnapshot extends Snapshot {
  readonly isLeased: boolean;
  /** Gives a new node its handle, the next one; or puts another in the place of a handle. Cost: by its properties. */
  putNode(node: SnapshotNode, handle?: number): void;
  /** The same for a relationship. Type and ends stay as they are under a handle that is known. */
  putRelationship(relationship: SnapshotRelationship, handle?: number): void;
  /** Takes nodes and relationships out; every relationship of a node has to be among them. Cost: by the rows they were in. */
  drop(nodes: readonly number[], relationships: readonly number[]): void;
  /** How many handles are of nothing any more. */
  readonly gaps: number;
}

/** What is left of what is gone. */
const gone = { id: '', labels: [], properties: {} } as const;

/** A snapshot of nodes and relationships; handles count them in the given order. Cost: linear, plus a sort by type. */
export function snapshotOf(
  givenNodes: readonly SnapshotNode[],
  givenRelationships: readonly SnapshotRelationship[],
): KeptSnapshot {
  const nodes = [...givenNodes];
  const relationships = [...givenRelationships];
  const types: string[] = [];
  const counts: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (type: string): number => {
    const known = numbers.get(type);
    if (known !== undefined) return known;
    numbers.set(type, types.length);
    counts.push(0);
    return types.push(type) - 1;
  };
  let type: Int32Array = new Int32Array(relationships.length);
  let start: Int32Array = new Int32Array(relationships.length);
  let end: Int32Array = new Int32Array(relationships.length);
  for (let handle = 0; handle < relationships.length; handle++) {
    const found = relationships[handle] as SnapshotRelationship;
    const number = numberOf(found.type);
    counts[number] = (counts[number] as number) + 1;
    type[handle] = number;
    start[handle] = found.start;
    end[handle] = found.end;
  }
  const nodeRefs = nodes.map((_, handle) => new NodeRef(handle));
  const relationshipRefs: (RelationshipRef | undefined)[] = new Array(relationships.length);
  const byLabel = handlesByLabel(nodes);
  const nodeColumns = new Columns(nodes);
  const relationshipColumns = new Columns(relationships);
  const outgoing = new GrowingAdjacency(
    adjacency(nodes.length, types.length, start, end, type),
    nodes.length,
    (handle) => type[handle] as number,
  );
  const incoming = new GrowingAdjacency(
    adjacency(nodes.length, types.length, end, start, type),
    nodes.length,
    (handle) => type[handle] as number,
  );
  const node = (handle: number) => nodes[handle] as SnapshotNode;
  const relationship = (handle: number) => relationships[handle] as SnapshotRelationship;
  const knownMarks = new Map<string, Uint8Array>();
  const marks = (label: string): Uint8Array => {
    const known = knownMarks.get(label);
    if (known !== undefined) return known;
    const made = new Uint8Array(nodes.length);
    for (const handle of byLabel.get(label)?.view() ?? none) made[handle] = 1;
    knownMarks.set(label, made);
    return made;
  };
  const labelled = (label: string): Handles => {
    const known = byLabel.get(label);
    if (known !== undefined) return known;
    const made = new Handles(none);
    byLabel.set(label, made);
    return made;
  };
  let leases = 0;
  let gaps = 0;
  /** Handles of the nodes that are there, once there are others. */
  let all: Handles | null = null;
  return {
    get nodeCount() {
      return nodes.length;
    },
    get relationshipCount() {
      return relationships.length;
    },
    allNodes: () => all?.view() ?? null,
    node: (handle) => nodeRefs[handle] as NodeRef,
    relationship: (handle) => {
      const known = relationshipRefs[handle];
      if (known !== undefined) return known;
      const made = new RelationshipRef(handle);
      relationshipRefs[handle] = made;
      return made;
    },
    nodeId: (handle) => node(handle).id,
    relationshipId: (handle) => relationship(handle).id,
    labels: (handle) => node(handle).labels,
    hasLabel: (handle, label) => node(handle).labels.includes(label),
    labelMarks: marks,
    nodesWithLabel: (label) => byLabel.get(label)?.view() ?? none,
    nodeProperties: (handle) => node(handle).properties,
    relationshipProperties: (handle) => relationship(handle).properties,
    nodeColumn: (key) => nodeColumns.of(key),
    relationshipColumn: (key) => relationshipColumns.of(key),
    nodesWithValue: (label, key, value) => {
      const found = nodeColumns.find(key, value);
      if (label === null || found === null) return found;
      if (found.length < few) return found.filter((handle) => node(handle).labels.includes(label));
      const isMarked = marks(label);
      return found.filter((handle) => isMarked[handle] === 1);
    },
    types,
    type: (handle) => type[handle] as number,
    relationshipsOfType: (number) => counts[number] ?? 0,
    start: (handle) => start[handle] as number,
    end: (handle) => end[handle] as number,
    outgoing,
    incoming,
    lease: () => {
      leases += 1;
      let isOver = false;
      return () => {
        if (!isOver) leases -= 1;
        isOver = true;
      };
    },
    get isLeased() {
      return leases > 0;
    },
    putNode: (found, handle = nodes.length) => {
      const before = nodes[handle];
      nodes[handle] = found;
      if (before === undefined) {
        nodeRefs.push(new NodeRef(handle));
        all?.add(handle);
      }
      const [old, now] = [new Set(before?.labels), new Set(found.labels)];
      for (const label of now.difference(old)) labelled(label).add(handle);
      for (const label of old.difference(now)) labelled(label).remove(handle);
      if (before === undefined) knownMarks.clear();
      else for (const label of old.symmetricDifference(now)) knownMarks.delete(label);
      nodeColumns.put(handle, found.properties, before?.properties ?? {});
    },
    putRelationship: (found, handle = relationships.length) => {
      const before = relationships[handle];
      relationships[handle] = found;
      relationshipColumns.put(handle, found.properties, before?.properties ?? {});
      if (before !== undefined) return;
      const number = numberOf(found.type);
      counts[number] = (counts[number] as number) + 1;
      [type, start, end] = [type, start, end].map((array) => withRoom(array, handle)) as [
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      type[handle] = number;
      start[handle] = found.start;
      end[handle] = found.end;
      outgoing.add(found.start, handle, found.end);
      incoming.add(found.end, handle, found.start);
    },
    get gaps() {
      return gaps;
    },
    drop: (goneNodes, goneRelationships) => {
      gaps += goneNodes.length + goneRelationships.length;
      for (const handle of goneNodes) {
        const { labels, properties } = node(handle);
        all ??= new Handles(Int32Array.from(nodes, (_, known) => known));
        all.remove(handle);
        for (const label of new Set(labels)) {
          labelled(label).remove(handle);
          knownMarks.delete(label);
        }
        nodeColumns.put(handle, {}, properties);
        nodes[handle] = gone;
        outgoing.clear(handle);
        incoming.clear(handle);
      }
      for (const handle of goneRelationships) {
        const found = relationship(handle);
        const number = type[handle] as number;
        counts[number] = (counts[number] as number) - 1;
        relationshipColumns.put(handle, {}, found.properties);
        relationships[handle] = { ...found, properties: {} };
        outgoing.remove(found.start, handle, true);
        incoming.remove(found.end, handle, true);
      }
    },
  };
}

/** As many handles are asked one by one for a label sooner than all are marked. */
const few = 100;

/** The array, or a longer one, in which a place is. */
function withRoom(array: Int32Array, place: number): Int32Array {
  if (place < array.length) return array;
  const longer = new Int32Array(2 * place + 16);
  longer.set(array);
  return longer;
}

const none = new Int32Array(0);

function handlesByLabel(nodes: readonly SnapshotNode[]): Map<string, Handles> {
  const handles = new Map<string, number[]>();
  for (const [handle, { labels }] of nodes.entries())
    for (const label of labels) {
      const known = handles.get(label);
      if (known === undefined) handles.set(label, [handle]);
      else if (known.at(-1) !== handle) known.push(handle);
    }
  return new Map([...handles].map(([label, list]) => [label, new Handles(Int32Array.from(list))]));
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
  const whole = (begin: Adjacency['begin'], end: Adjacency['end']): Adjacency => ({
    relationships: () => order,
    others: () => others,
    begin,
    end,
    row: (node, number, into) => {
      into.relationships = order;
      into.others = others;
      into.begin = begin(node, number);
      into.end = end(node, number);
    },
  });
  if (typeCount * nodeCount <= 8 * (nodeCount + near.length)) {
    const keys = near.map((node, handle) => node * typeCount + (type[handle] as number));
    const cells = offsetsOf(keys, nodeCount * typeCount);
    // A type that came later has no row here.
    return whole(
      (node, number) => cells[node * typeCount + Math.min(number ?? 0, typeCount)] as number,
      (node, number) =>
        cells[node * typeCount + (number === null ? typeCount : Math.min(number + 1, typeCount))] as number,
    );
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
  return whole(
    (node, number) => (number === null ? offset(node) : seek(node, number)),
    (node, number) => (number === null ? offset(node + 1) : seek(node, number + 1)),
  );
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
