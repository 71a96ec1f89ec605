// A part of a snapshot as a simple graphology graph, which is what graphology's algorithms take. Knows no algorithm.
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { type Inner, type InnerMap, isList, isMap } from '../cypher/inner.ts';
import type { Field, ProcedureEnvironment } from '../cypher/procedures.ts';
import type { Snapshot } from '../cypher/snapshot.ts';
import { Float } from '../cypher/values.ts';

/** Nodes are named by their handles. Parallel relationships are one edge: `weight` their sum, `lightest` one of the least. */
export type Part = DirectedGraph<Record<string, never>, Edge> | UndirectedGraph<Record<string, never>, Edge>;

export interface Edge {
  weight: number;
  /** Handle of a relationship, and its weight. */
  lightest: number;
  least: number;
}

/** The parameter that says which part is meant: a map, or nothing. */
export const partParameter: Field = { name: 'options', type: 'MAP', isOptional: true };

/**
 * The part that options ask for: `labels`, `types`, `weight`, `directed`. Errors: those of `environment.fail`, for an
 * option that isn't one, a value of the wrong kind, a weight that is no number or below 0; `QueryStopped`.
 * *Cost*: linear in the graph.
 */
export function partOf(options: Inner, isDirected: boolean, environment: ProcedureEnvironment): Part {
  const { snapshot, fail, step, fits } = environment;
  const { labels, types, weight, directed } = read(options, isDirected, fail);
  const part: Part = directed ? new DirectedGraph() : new UndirectedGraph();
  const isIn = (node: number) => labels === null || labels.some((label) => snapshot.hasLabel(node, label));
  for (const node of allNodes(snapshot)) {
    step();
    if (isIn(node)) part.addNode(node);
  }
  const { outgoing } = snapshot;
  for (const node of allNodes(snapshot)) {
    if (!part.hasNode(node)) continue;
    fits(part.order + part.size);
    for (let place = outgoing.begin(node, null); place < outgoing.end(node, null); place++) {
      step();
      const other = outgoing.others(node)[place] as number;
      const relationship = outgoing.relationships(node)[place] as number;
      if (types !== null && !types.has(snapshot.types[snapshot.type(relationship)] as string)) continue;
      if (part.hasNode(other))
        join(part, node, other, relationship, weightOf(relationship, weight, snapshot, fail));
    }
  }
  return part;
}

/** Handles of all nodes, ascending. */
export const allNodes = (snapshot: Snapshot): Iterable<number> =>
  snapshot.allNodes() ?? Int32Array.from({ length: snapshot.nodeCount }, (_, handle) => handle);

type Fail = ProcedureEnvironment['fail'];

function join(part: Part, from: number, to: number, relationship: number, weight: number): void {
  const known = part.edge(from, to);
  if (known === undefined) {
    part.addEdge(from, to, { weight, lightest: relationship, least: weight });
    return;
  }
  part.updateEdgeAttributes(known, (edge) => ({
    weight: edge.weight + weight,
    ...(weight < edge.least
      ? { lightest: relationship, least: weight }
      : { lightest: edge.lightest, least: edge.least }),
  }));
}

function weightOf(relationship: number, key: string | null, snapshot: Snapshot, fail: Fail): number {
  const value = key === null ? undefined : snapshot.relationshipProperties(relationship)[key];
  if (value === undefined || value === null) return 1;
  const weight = value instanceof Float ? value.value : Number(typeof value === 'bigint' ? value : value);
  const isWeight =
    (typeof value === 'number' || typeof value === 'bigint' || value instanceof Float) && weight >= 0;
  return isWeight && Number.isFinite(weight)
    ? weight
    : fail(
        `A weight is a number from 0 up, and a relationship has ${key}: ${JSON.stringify(String(value)).slice(0, 60)}.`,
      );
}

interface Options {
  readonly labels: readonly string[] | null;
  readonly types: ReadonlySet<string> | null;
  readonly weight: string | null;
  readonly directed: boolean;
}

const known = ['labels', 'types', 'weight', 'directed'];

function read(options: Inner, isDirected: boolean, fail: Fail): Options {
  const given: InnerMap = options !== null && isMap(options) ? options : {};
  const other = Object.keys(given).find((key) => !known.includes(key));
  if (other !== undefined) fail(`There is no option "${other}": there are ${known.join(', ')}.`);
  const { labels = null, types = null, weight = null, directed = null } = given;
  if (weight !== null && typeof weight !== 'string')
    fail('The option "weight" takes the name of a property.');
  if (directed !== null && typeof directed !== 'boolean') fail('The option "directed" takes true or false.');
  const typeList = texts('types', types, fail);
  return {
    labels: texts('labels', labels, fail),
    types: typeList === null ? null : new Set(typeList),
    weight: weight as string | null,
    directed: (directed as boolean | null) ?? isDirected,
  };
}

function texts(option: string, value: Inner, fail: Fail): readonly string[] | null {
  if (value === null) return null;
  const list = isList(value) ? value : [value];
  return list.every((item) => typeof item === 'string')
    ? (list as readonly string[])
    : fail(`The option "${option}" takes a text or a list of texts.`);
}
