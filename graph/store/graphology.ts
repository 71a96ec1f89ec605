// Any graphology graph as a snapshot for the engine: what MemoryStore and `cypher` ask. Knows nothing of reports.
import type { AbstractGraph, Attributes } from 'graphology-types';
import type { Query } from '../cypher/ast.ts';
import type { Change } from '../cypher/change.ts';
import type { Procedure } from '../cypher/procedures.ts';
import { type Answer, run } from '../cypher/run.ts';
import { type Snapshot, snapshotOf } from '../cypher/snapshot.ts';
import { Float, type MapValue, type Parameters, Temporal, type Value } from '../cypher/values.ts';
import { targetOf } from './graphology-write.ts';
import { graphProcedures } from './procedures.ts';
import { type Result, type RunOptions, StoreError } from './store.ts';

/** How a graphology graph is to be read, besides what holds for any query. */
export interface CypherOptions extends RunOptions {
  /** The node attribute with a label or a list of labels; `labels`, if left out. */
  readonly labels?: string;
  /** The edge attribute with the relationship's type; `type`, if left out. An edge without it has the type `EDGE`. */
  readonly type?: string;
  /** What CALL can call besides `graphProcedures`; of two with one name, this one counts. */
  readonly procedures?: readonly Procedure[];
}

/**
 * Asks any graphology graph in Cypher, and with the mode `write` changes it: at once, whether or not the rows are taken,
 * and as a whole or not at all. Every attribute besides labels and type is a property; null and undefined are
 * none. An undirected edge counts as drawn from its source to its target. Errors: `CypherError`, `QueryStopped`, and
 * `StoreError` for an attribute that is no value. Cost: the graph is read once after each change to it.
 */
export function cypher(
  graph: AbstractGraph,
  text: string,
  parameters: Parameters = {},
  options: CypherOptions = {},
): Result {
  return runOnGraphology(graph, text, { ...options, parameters });
}

/**
 * The same for text or tree, with the parameters among the options; `written` as in `cypher/run.ts`. `onChange` is told
 * what the query has changed.
 */
export function runOnGraphology(
  graph: AbstractGraph,
  query: string | Query,
  options: CypherOptions & { readonly onChange?: (change: Change) => void },
): Answer {
  const { labels = 'labels', type = 'type', mode = 'read', onChange, procedures: own, ...others } = options;
  const procedures = own === undefined ? graphProcedures : [...graphProcedures, ...own];
  const settings = { ...others, procedures };
  const snapshot = snapshotOfGraphology(graph, labels, type);
  if (mode === 'read') return run(query, snapshot, settings);
  const isCurrent = () => snapshots.get(graph)?.snapshot === snapshot;
  return run(query, snapshot, {
    ...settings,
    target: targetOf(graph, { labels, type }, isCurrent, onChange),
  });
}

/** The snapshot of a graph, made again only when the graph has changed. Errors: `StoreError`, see `cypher`. */
export function snapshotOfGraphology(graph: AbstractGraph, labels: string, type: string): Snapshot {
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
    if (key === '__proto__') Object.defineProperty(properties, key, { value, enumerable: true });
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

function isValue(value: unknown): value is Value {
  if (value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isValue);
  if (value instanceof Float || value instanceof Temporal) return true;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isValue);
}
