// The engine against a naive evaluator: every way to put a graph's nodes and relationships into a pattern, one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodePattern, PathPattern } from '../../../graph/cypher/ast.ts';
import { call, match, query, returns, variable } from '../../../graph/cypher/build.ts';
import { print } from '../../../graph/cypher/print.ts';
import { rowsOn } from './draw.ts';
import { type Drawn, graphology, naive } from './naive.ts';

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
