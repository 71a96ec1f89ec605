// A snapshot with changes on top that only the query at hand sees: what it creates, sets and deletes. The snapshot below
// is not touched, so that a query that fails leaves nothing behind.
import type { Change, NodeChange, Target } from './change.ts';
import { CypherError } from './errors.ts';
import { type Inner, type InnerMap, NodeRef, RelationshipRef } from './inner.ts';
import { GrowingAdjacency, Handles } from './rows.ts';
import type { Adjacency, Snapshot } from './snapshot.ts';
import type { MapValue } from './values.ts';

interface DraftNode {
  readonly id: string;
  labels: readonly string[];
  properties: InnerMap;
  isDeleted: boolean;
}

interface DraftRelationship {
  readonly id: string;
  readonly type: number;
  readonly start: number;
  readonly end: number;
  properties: InnerMap;
  isDeleted: boolean;
}

/** A graph that changes while a query runs. Cost: what was touched is copied once; the rest is read from below. */
export class Draft implements Snapshot {
  readonly #base: Snapshot;
  readonly #target: Target;
  /** Everything that was created, changed or deleted, by handle. */
  readonly #nodes = new Map<number, DraftNode>();
  readonly #relationships = new Map<number, DraftRelationship>();
  readonly #nodeRefs: NodeRef[] = [];
  readonly #relationshipRefs: RelationshipRef[] = [];
  readonly #byLabel = new Map<string, Handles>();
  readonly #types: string[];
  readonly #outgoing: GrowingAdjacency;
  readonly #incoming: GrowingAdjacency;
  /** Handles of the nodes that are there, once someone has asked. */
  #all: Handles | null = null;
  #hasDeleted = false;
  #isOver = false;

  constructor(base: Snapshot, target: Target) {
    this.#base = base;
    this.#target = target;
    this.#types = [...base.types];
    const typeOf = (relationship: number) => this.type(relationship);
    this.#outgoing = new GrowingAdjacency(base.outgoing, base.nodeCount, typeOf);
    this.#incoming = new GrowingAdjacency(base.incoming, base.nodeCount, typeOf);
  }

  get nodeCount(): number {
    return this.#base.nodeCount + this.#nodeRefs.length;
  }

  get relationshipCount(): number {
    return this.#base.relationshipCount + this.#relationshipRefs.length;
  }

  get types(): readonly string[] {
    return this.#types;
  }

  get outgoing(): Adjacency {
    return this.#outgoing;
  }

  get incoming(): Adjacency {
    return this.#incoming;
  }

  allNodes(): Int32Array | null {
    if (this.#all === null) {
      const base = this.#base.allNodes();
      if (base === null && !this.#hasDeleted) return null;
      this.#all = new Handles(base ?? Int32Array.from({ length: this.#base.nodeCount }, (_, node) => node));
      for (const [handle, { isDeleted }] of this.#nodes) {
        if (isDeleted) this.#all.remove(handle);
        else if (handle >= this.#base.nodeCount) this.#all.add(handle);
      }
    }
    return this.#all.view();
  }

  node(handle: number): NodeRef {
    const { nodeCount } = this.#base;
    return handle < nodeCount ? this.#base.node(handle) : (this.#nodeRefs[handle - nodeCount] as NodeRef);
  }

  relationship(handle: number): RelationshipRef {
    const { relationshipCount } = this.#base;
    return handle < relationshipCount
      ? this.#base.relationship(handle)
      : (this.#relationshipRefs[handle - relationshipCount] as RelationshipRef);
  }

  nodeId(node: number): string {
    return this.#nodes.get(node)?.id ?? this.#base.nodeId(node);
  }

  relationshipId(relationship: number): string {
    return this.#relationships.get(relationship)?.id ?? this.#base.relationshipId(relationship);
  }

  labels(node: number): readonly string[] {
    return this.#present(this.#nodes.get(node), 'node')?.labels ?? this.#base.labels(node);
  }

  hasLabel(node: number, label: string): boolean {
    const found = this.#nodes.get(node);
    return found === undefined ? this.#base.hasLabel(node, label) : found.labels.includes(label);
  }

  labelMarks(): null {
    return null;
  }

  nodesWithLabel(label: string): Int32Array {
    return this.#byLabel.get(label)?.view() ?? this.#base.nodesWithLabel(label);
  }

  nodeProperties(node: number): MapValue {
    const found = this.#present(this.#nodes.get(node), 'node');
    return (found?.properties ?? this.#base.nodeProperties(node)) as MapValue;
  }

  relationshipProperties(relationship: number): MapValue {
    const found = this.#present(this.#relationships.get(relationship), 'relationship');
    return (found?.properties ?? this.#base.relationshipProperties(relationship)) as MapValue;
  }

  /** What was touched differs from any column below. */
  nodeColumn(): null {
    return null;
  }

  relationshipColumn(): null {
    return null;
  }

  nodesWithValue(label: string | null, key: string, value: Inner): readonly number[] | null {
    const found = this.#base.nodesWithValue(label, key, value);
    if (found === null || this.#nodes.size === 0) return found;
    const touched = [...this.#nodes]
      .filter(([, { isDeleted, labels }]) => !isDeleted && (label === null || labels.includes(label)))
      .map(([handle]) => handle);
    return [...found.filter((handle) => !this.#nodes.has(handle)), ...touched].sort((a, b) => a - b);
  }

  type(relationship: number): number {
    return this.#relationships.get(relationship)?.type ?? this.#base.type(relationship);
  }

  relationshipsOfType(type: number): number {
    return type < this.#base.types.length ? this.#base.relationshipsOfType(type) : 0;
  }

  start(relationship: number): number {
    return this.#relationships.get(relationship)?.start ?? this.#base.start(relationship);
  }

  end(relationship: number): number {
    return this.#relationships.get(relationship)?.end ?? this.#base.end(relationship);
  }

  createNode(labels: readonly string[], properties: InnerMap): NodeRef {
    const node = new NodeRef(this.nodeCount);
    this.#nodeRefs.push(node);
    const own = [...new Set(labels)];
    const { handle } = node;
    this.#nodes.set(handle, { id: this.#target.nodeId(), labels: own, properties, isDeleted: false });
    for (const label of own) this.#handlesOf(label).add(handle);
    this.#all?.add(handle);
    return node;
  }

  createRelationship(type: string, start: NodeRef, end: NodeRef, properties: InnerMap): RelationshipRef {
    for (const { handle } of [start, end]) this.#present(this.#nodes.get(handle), 'node');
    const relationship = new RelationshipRef(this.relationshipCount);
    this.#relationshipRefs.push(relationship);
    this.#relationships.set(relationship.handle, {
      id: this.#target.relationshipId(),
      type: this.#numberOf(type),
      start: start.handle,
      end: end.handle,
      properties,
      isDeleted: false,
    });
    this.#outgoing.add(start.handle, relationship.handle, end.handle);
    this.#incoming.add(end.handle, relationship.handle, start.handle);
    return relationship;
  }

  setProperties(entity: NodeRef | RelationshipRef, properties: InnerMap): void {
    const found = entity instanceof NodeRef ? this.#touchNode(entity) : this.#touchRelationship(entity);
    found.properties = properties;
  }

  setLabels({ handle }: NodeRef, labels: readonly string[]): void {
    const found = this.#touchNode({ handle });
    const own = [...new Set(labels)];
    for (const label of own) if (!found.labels.includes(label)) this.#handlesOf(label).add(handle);
    for (const label of found.labels) if (!own.includes(label)) this.#handlesOf(label).remove(handle);
    found.labels = own;
  }

  /** Deletes a node; with `detach` its relationships too. Nothing where it is deleted already. */
  deleteNode({ handle }: NodeRef, detach: boolean): void {
    const found = this.#touchNode({ handle });
    if (found.isDeleted) return;
    if (detach) for (const relationship of this.#around(handle)) this.deleteRelationship(relationship);
    for (const label of found.labels) this.#handlesOf(label).remove(handle);
    Object.assign(found, nothing);
    this.#hasDeleted = true;
    this.#all?.remove(handle);
  }

  deleteRelationship(relationship: RelationshipRef): void {
    const found = this.#touchRelationship(relationship);
    if (found.isDeleted) return;
    found.isDeleted = true;
    found.properties = {};
    this.#outgoing.remove(found.start, relationship.handle);
    this.#incoming.remove(found.end, relationship.handle);
  }

  /** Whether a node or relationship was deleted by this query. */
  isDeleted(entity: NodeRef | RelationshipRef): boolean {
    const states = entity instanceof NodeRef ? this.#nodes : this.#relationships;
    return states.get(entity.handle)?.isDeleted ?? false;
  }

  /**
   * Ends the query: what it has changed. From now on deleted things can be looked into, so that rows can leave: they are
   * empty, as in Neo4j.
   * Errors: `CypherError` where a node was deleted whose relationships were not.
   */
  finish(): Change {
    for (const [handle, { isDeleted }] of this.#nodes)
      if (isDeleted && this.#around(handle).length > 0)
        throw new CypherError(
          `The node ${this.nodeId(handle)} still has relationships, so it can’t be deleted: use DETACH DELETE.`,
          null,
          { code: 'ConstraintVerificationFailed' },
        );
    this.#isOver = true;
    const { nodeCount, relationshipCount } = this.#base;
    const nodes = [...this.#nodes];
    const relationships = [...this.#relationships];
    const kept = nodes.filter(([, { isDeleted }]) => !isDeleted);
    const keptRelationships = relationships.filter(([, { isDeleted }]) => !isDeleted);
    const isGone = ({ isDeleted }: { readonly isDeleted: boolean }) => isDeleted;
    return {
      createdNodes: kept
        .filter(([handle]) => handle >= nodeCount)
        .map(([, { id, labels, properties }]) => ({ id, labels, properties: properties as MapValue })),
      createdRelationships: keptRelationships
        .filter(([handle]) => handle >= relationshipCount)
        .map(([, state]) => ({
          id: state.id,
          type: this.#types[state.type] as string,
          start: this.nodeId(state.start),
          end: this.nodeId(state.end),
          properties: state.properties as MapValue,
        })),
      changedNodes: kept
        .filter(([handle]) => handle < nodeCount)
        .map(([handle, state]) => this.#changeOf(handle, state))
        .filter((change) => change.addedLabels.length + change.removedLabels.length > 0 || hasKeys(change)),
      changedRelationships: keptRelationships
        .filter(([handle]) => handle < relationshipCount)
        .map(([handle, { id, properties }]) => ({
          id,
          properties: differences(this.#base.relationshipProperties(handle), properties as MapValue),
        }))
        .filter(hasKeys),
      deletedNodes: nodes
        .filter(([handle, state]) => handle < nodeCount && isGone(state))
        .map(([, { id }]) => id),
      deletedRelationships: relationships
        .filter(([handle, state]) => handle < relationshipCount && isGone(state))
        .map(([, { id }]) => id),
    };
  }

  #changeOf(handle: number, { id, labels, properties }: DraftNode): NodeChange {
    const before = this.#base.labels(handle);
    return {
      id,
      addedLabels: labels.filter((label) => !before.includes(label)),
      removedLabels: before.filter((label) => !labels.includes(label)),
      properties: differences(this.#base.nodeProperties(handle), properties as MapValue),
    };
  }

  /** What was deleted by this query can't be looked into any more. */
  #present<T extends { readonly isDeleted: boolean }>(
    found: T | undefined,
    what: 'node' | 'relationship',
  ): T | undefined {
    if (found?.isDeleted && !this.#isOver)
      throw new CypherError(
        `This ${what} was deleted earlier in the query: read what you need of it before.`,
        null,
        { code: 'EntityNotFound' },
      );
    return found;
  }

  #touchNode({ handle }: { readonly handle: number }): DraftNode {
    const known = this.#nodes.get(handle);
    if (known !== undefined) return known;
    const state = {
      id: this.#base.nodeId(handle),
      labels: this.#base.labels(handle),
      properties: this.#base.nodeProperties(handle) as InnerMap,
      isDeleted: false,
    };
    this.#nodes.set(handle, state);
    return state;
  }

  #touchRelationship({ handle }: { readonly handle: number }): DraftRelationship {
    const known = this.#relationships.get(handle);
    if (known !== undefined) return known;
    const state = {
      id: this.#base.relationshipId(handle),
      type: this.#base.type(handle),
      start: this.#base.start(handle),
      end: this.#base.end(handle),
      properties: this.#base.relationshipProperties(handle) as InnerMap,
      isDeleted: false,
    };
    this.#relationships.set(handle, state);
    return state;
  }

  #around(node: number): RelationshipRef[] {
    return [this.#outgoing, this.#incoming].flatMap((side) =>
      [...side.relationships(node).subarray(side.begin(node, null), side.end(node, null))].map((handle) =>
        this.relationship(handle),
      ),
    );
  }

  #handlesOf(label: string): Handles {
    const known = this.#byLabel.get(label);
    if (known !== undefined) return known;
    const handles = new Handles(this.#base.nodesWithLabel(label));
    this.#byLabel.set(label, handles);
    return handles;
  }

  #numberOf(type: string): number {
    const known = this.#types.indexOf(type);
    return known >= 0 ? known : this.#types.push(type) - 1;
  }
}

/** What is left of a deleted node, if it is returned. */
const nothing = { isDeleted: true, labels: [], properties: {} } as const;

/** The keys whose values are others now; null for those that are gone. */
function differences(before: MapValue, after: MapValue): MapValue {
  if (before === after) return {};
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const changed = Object.entries(after).filter(
    ([key, value]) => !Object.hasOwn(before, key) || before[key] !== value,
  );
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...changed]);
}

const hasKeys = ({ properties }: { readonly properties: MapValue }): boolean =>
  Object.keys(properties).length > 0;
