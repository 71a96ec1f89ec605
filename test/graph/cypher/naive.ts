// A naive evaluator of patterns: every way to put a graph's nodes and relationships into them, one by one.
import { MultiDirectedGraph } from 'graphology';
import type { NodePattern, PathPattern, RelationshipPattern } from '../../../graph/cypher/ast.ts';
import type { Value } from '../../../graph/cypher/values.ts';

/** A relationship between two nodes by their numbers. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly x?: Value;
}
/** A graph in the plainest form. */
export interface Drawn {
  readonly labels: readonly string[][];
  /** The property `x` of each node. */
  readonly xs?: readonly Value[];
  readonly edges: readonly Edge[];
}

/** As a graphology graph. */
export function graphology({ labels, xs, edges }: Drawn): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [key, list] of labels.entries())
    graph.addNode(String(key), { labels: list, x: xs?.[key] ?? null });
  for (const [key, { from, to, type, x }] of edges.entries())
    graph.addEdgeWithKey(`e${key}`, String(from), String(to), { type, x: x ?? null });
  return graph;
}

/** One way in which a pattern fits. */
export interface Found {
  readonly nodes: ReadonlyMap<string, number>;
  readonly used: ReadonlySet<number>;
  readonly trails: readonly (readonly [readonly string[], readonly string[]])[];
}

/** Where nothing is bound. */
export const nowhere: Found = { nodes: new Map(), used: new Set(), trails: [] };

/** Every way in which the paths of one MATCH fit, with what was bound before. */
export function naive(graph: Drawn, paths: readonly PathPattern[], before: Found = nowhere): Found[] {
  let found: Found[] = [{ ...before, used: new Set() }];
  for (const path of paths) found = found.flatMap((before) => ways(graph, path, before));
  return found;
}

function ways(graph: Drawn, { start, steps }: PathPattern, before: Found): Found[] {
  let partial = graph.labels.flatMap((_, at) =>
    place(graph, start, at, before).map((found) => ({
      found,
      at,
      nodes: [String(at)],
      edges: [] as string[],
    })),
  );
  for (const { relationship, node: end } of steps)
    partial = partial.flatMap(({ found, at, nodes, edges }) =>
      trails(graph, relationship, at, found.used).flatMap((trail) =>
        place(graph, end, trail.at(-1)?.to ?? at, {
          ...found,
          used: found.used.union(new Set(trail.map((t) => t.edge))),
        }).map((next) => ({
          found: next,
          at: trail.at(-1)?.to ?? at,
          nodes: [...nodes, ...trail.map((t) => String(t.to))],
          edges: [...edges, ...trail.map((t) => `e${t.edge}`)],
        })),
      ),
    );
  return partial.map(({ found, nodes, edges }) => ({ ...found, trails: [...found.trails, [nodes, edges]] }));
}

function place(graph: Drawn, { variable: name, labels }: NodePattern, at: number, before: Found): Found[] {
  if (labels?.kind === 'label' && !graph.labels[at]?.includes(labels.name)) return [];
  if (name === null) return [before];
  const known = before.nodes.get(name);
  if (known !== undefined) return known === at ? [before] : [];
  return [{ ...before, nodes: new Map([...before.nodes, [name, at]]) }];
}

type Trail = { readonly edge: number; readonly to: number }[];

function trails(graph: Drawn, pattern: RelationshipPattern, at: number, used: ReadonlySet<number>): Trail[] {
  const { types, direction, range } = pattern;
  const { min, max } = range ?? { min: 1, max: 1 };
  const all: Trail[] = [];
  const go = (from: number, trail: Trail) => {
    if (trail.length >= min && trail.length <= (max ?? 99)) all.push(trail);
    if (trail.length >= (max ?? 99)) return;
    for (const [edge, { from: a, to: b, type }] of graph.edges.entries()) {
      if (used.has(edge) || trail.some((step) => step.edge === edge)) continue;
      if (types?.kind === 'label' && types.name !== type) continue;
      if (direction !== 'in' && a === from) go(b, [...trail, { edge, to: b }]);
      if (direction === 'in' && b === from) go(a, [...trail, { edge, to: a }]);
      if (direction === 'both' && b === from && a !== b) go(a, [...trail, { edge, to: a }]);
    }
  };
  go(at, []);
  return all;
}
