// How a query's changes become changes of a graphology graph: all of them, or none.
import type { AbstractGraph, Attributes } from 'graphology-types';
import type { Change, NodeChange, RelationshipChange, Target } from '../cypher/change.ts';
import type { MapValue } from '../cypher/values.ts';
import { StoreError } from './store.ts';

/** The part of a change that can be applied to a graph whose nodes and edges are not all those it was made for. */
export function applicable(graph: AbstractGraph, change: Change): Change {
  const created = new Set(change.createdNodes.map(({ id }) => id));
  const deleted = new Set(change.deletedNodes);
  const hasEnd = (id: string) => created.has(id) || (graph.hasNode(id) && !deleted.has(id));
  const deletedNodes = change.deletedNodes.filter((id) => graph.hasNode(id));
  return {
    createdNodes: change.createdNodes.filter(({ id }) => !graph.hasNode(id)),
    createdRelationships: change.createdRelationships.filter(
      ({ id, start, end }) => !graph.hasEdge(id) && hasEnd(start) && hasEnd(end),
    ),
    changedNodes: change.changedNodes.filter(({ id }) => graph.hasNode(id)),
    changedRelationships: change.changedRelationships.filter(({ id }) => graph.hasEdge(id)),
    deletedNodes,
    deletedRelationships: [
      ...new Set([
        ...change.deletedRelationships.filter((id) => graph.hasEdge(id)),
        ...deletedNodes.flatMap((id) => graph.edges(id)),
      ]),
    ],
  };
}

/** Which attributes hold a node's labels and an edge's type. */
export interface AttributeNames {
  readonly labels: string;
  readonly type: string;
}

/**
 * A graph as the target of a query. `isCurrent` says whether the graph is still as the query has seen it; `onChange` is
 * told what has been applied.
 */
export function targetOf(
  graph: AbstractGraph,
  names: AttributeNames,
  isCurrent: () => boolean,
  onChange: (change: Change) => void = () => {},
): Target {
  let [node, edge] = [graph.order, graph.size];
  return {
    nodeId: () => {
      while (graph.hasNode(`${node}`)) node += 1;
      return `${node++}`;
    },
    relationshipId: () => {
      while (graph.hasEdge(`${edge}`)) edge += 1;
      return `${edge++}`;
    },
    commit: (change) => {
      if (!isCurrent())
        throw new StoreError('The graph was changed by others while the query ran: run it again.');
      applyChange(graph, change, names);
      onChange(change);
    },
  };
}

/**
 * Applies a change to a graph. Errors: `StoreError` where the graph refuses (a second edge in a simple graph, say); then
 * it is as it was before.
 */
export function applyChange(graph: AbstractGraph, change: Change, names: AttributeNames): void {
  refuseOwnNames(change, names);
  const undo: (() => void)[] = [];
  try {
    for (const step of stepsOf(graph, change, names)) undo.push(step());
  } catch (error) {
    for (const back of undo.toReversed()) back();
    throw new StoreError(`The graph refuses what the query has made: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** An attribute that holds labels or a type can't also hold a property. */
function refuseOwnNames(change: Change, { labels, type }: AttributeNames): void {
  const nodes = [...change.createdNodes, ...change.changedNodes];
  const edges = [...change.createdRelationships, ...change.changedRelationships];
  const refused =
    (nodes.some(({ properties }) => Object.hasOwn(properties, labels)) && labels) ||
    (edges.some(({ properties }) => Object.hasOwn(properties, type)) && type);
  if (refused)
    throw new StoreError(
      `The property "${refused}" would overwrite what this graph keeps there: name another attribute in the options.`,
    );
}

/** What is to be done, one thing after the other; each gives what undoes it. */
function* stepsOf(graph: AbstractGraph, change: Change, names: AttributeNames): Generator<() => () => void> {
  for (const id of change.deletedRelationships) yield () => dropEdge(graph, id);
  for (const id of change.deletedNodes)
    yield () => {
      const attributes = { ...graph.getNodeAttributes(id) };
      graph.dropNode(id);
      return () => void graph.addNode(id, attributes);
    };
  for (const { id, labels, properties } of change.createdNodes)
    yield () => {
      graph.addNode(id, { [names.labels]: [...labels], ...properties });
      return () => graph.dropNode(id);
    };
  for (const { id, type, start, end, properties } of change.createdRelationships)
    yield () => {
      graph.addEdgeWithKey(id, start, end, { [names.type]: type, ...properties });
      return () => graph.dropEdge(id);
    };
  for (const node of change.changedNodes)
    yield () => {
      const before = { ...graph.getNodeAttributes(node.id) };
      graph.replaceNodeAttributes(node.id, changedNode(before, node, names.labels));
      return () => void graph.replaceNodeAttributes(node.id, before);
    };
  for (const edge of change.changedRelationships)
    yield () => {
      const before = { ...graph.getEdgeAttributes(edge.id) };
      graph.replaceEdgeAttributes(edge.id, changed(before, edge));
      return () => void graph.replaceEdgeAttributes(edge.id, before);
    };
}

function dropEdge(graph: AbstractGraph, id: string): () => void {
  const attributes = { ...graph.getEdgeAttributes(id) };
  const [source, target] = graph.extremities(id);
  const isUndirected = graph.isUndirected(id);
  graph.dropEdge(id);
  return () => {
    if (isUndirected) graph.addUndirectedEdgeWithKey(id, source, target, attributes);
    else graph.addDirectedEdgeWithKey(id, source, target, attributes);
  };
}

/** A single label that stood there as text stays so, unless labels have changed. */
function changedNode(before: Attributes, node: NodeChange, labels: string): Attributes {
  const after = changed(before, node);
  if (node.addedLabels.length + node.removedLabels.length === 0) return after;
  const known: unknown = before[labels] ?? [];
  const kept = (Array.isArray(known) ? known : [known])
    .map(String)
    .filter((label) => !node.removedLabels.includes(label));
  return { ...after, [labels]: [...kept, ...node.addedLabels] };
}

function changed(before: Attributes, { properties }: NodeChange | RelationshipChange): Attributes {
  const after = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(properties as MapValue)) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return Object.fromEntries(after);
}
