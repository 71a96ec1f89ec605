// The engine against a naive evaluator: every way to put a graph's nodes and relationships into a pattern, one by one.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { NodePattern, PathPattern, RelationshipPattern } from '../../../graph/cypher/ast.ts';
import { call, match, query, returns, variable } from '../../../graph/cypher/build.ts';
import { print } from '../../../graph/cypher/print.ts';
import { rowsOn } from './draw.ts';

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}
interface Drawn {
  readonly labels: readonly string[][];
  readonly edges: readonly Edge[];
}

const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 4 }).chain((nodes) =>
  fc.record({
    labels: fc.array(fc.subarray(['A', 'B']), { minLength: nodes, maxLength: nodes }),
    edges: fc.array(
      fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), type: fc.constantFrom('T', 'U') }),
      { maxLength: 6 },
    ),
  }),
);

const label = fc
  .option(fc.constantFrom('A', 'B'), { nil: null })
  .map((name) => (name === null ? null : { kind: 'label' as const, name }));
const node: fc.Arbitrary<NodePattern> = fc.record({
  variable: fc.constantFrom('a', 'b', 'c', null),
  labels: label,
  properties: fc.constant(null),
  where: fc.constant(null),
});
const hop = fc.record({
  types: fc
    .option(fc.constantFrom('T', 'U'), { nil: null })
    .map((name) => (name === null ? null : { kind: 'label' as const, name })),
  direction: fc.constantFrom('out' as const, 'in' as const, 'both' as const),
  range: fc.option(fc.record({ min: fc.nat(2), max: fc.option(fc.nat(3), { nil: null }) }), {
    nil: null,
    freq: 3,
  }),
});
/** One or two paths; every relationship has a name of its own. */
const patterns: fc.Arbitrary<PathPattern[]> = fc
  .array(fc.tuple(node, fc.array(fc.tuple(hop, node), { maxLength: 2 })), { minLength: 1, maxLength: 2 })
  .map((paths) =>
    paths.map(([start, steps], p) => ({
      variable: `p${p}`,
      start,
      steps: steps.map(([rest, end], s) => ({
        relationship: { ...rest, variable: `r${p}${s}`, properties: null, where: null },
        node: end,
      })),
    })),
  );

test('a MATCH gives what trying every way gives', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, patterns, async (graph, paths) => {
      const names = [
        ...new Set(
          paths
            .flatMap((path) => [path.start, ...path.steps.map((step) => step.node)])
            .map((n) => n.variable),
        ),
      ].filter((name) => name !== null);
      const columns = {
        ...Object.fromEntries(names.map((name) => [name, call('elementId', variable(name))])),
        ...Object.fromEntries(
          paths.map((path) => [path.variable as string, variable(path.variable as string)]),
        ),
      };
      const text = print(query(match(paths), returns({ columns })));
      const rows = await rowsOn(graphology(graph), text);
      const found = rows.map((row) => JSON.stringify(row.map(shown))).sort();
      const expected = naive(graph, paths).map(({ nodes, trails }) =>
        JSON.stringify([...names.map((name) => String(nodes.get(name))), ...trails]),
      );
      expect(found, text).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('relationships' in value)) return value;
  const path = value as { nodes: { id: string }[]; relationships: { id: string }[] };
  return [path.nodes.map((n) => n.id), path.relationships.map((r) => r.id)];
}

function graphology({ labels, edges }: Drawn): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [key, list] of labels.entries()) graph.addNode(String(key), { labels: list });
  for (const [key, { from, to, type }] of edges.entries())
    graph.addEdgeWithKey(`e${key}`, String(from), String(to), { type });
  return graph;
}

interface Found {
  readonly nodes: ReadonlyMap<string, number>;
  readonly used: ReadonlySet<number>;
  readonly trails: readonly (readonly [readonly string[], readonly string[]])[];
}

function naive(graph: Drawn, paths: readonly PathPattern[]): Found[] {
  let found: Found[] = [{ nodes: new Map(), used: new Set(), trails: [] }];
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
