// A graph that is quick to fill is a graphology graph like any other.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { emptyGraph } from '../../graph/store/empty-graph.ts';

const key = fc.constantFrom('a', 'b', 'c', '1', 'd');

test('answers as graphology’s own does, whatever was added and dropped', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key, fc.nat(4)), { maxLength: 30 }), (steps) => {
      const graphs = [emptyGraph(), new MultiDirectedGraph()];
      for (const graph of graphs)
        for (const [from, to, chance] of steps) {
          graph.mergeNode(from);
          graph.mergeNode(to);
          if (chance === 0) graph.dropNode(from);
          else graph.addEdge(from, to, { chance });
        }
      const [found, wanted] = graphs.map((graph) => ({
        edges: graph.mapEdges((_, attributes, source, target) => [source, target, attributes]),
        around: graph.mapNodes((node) => [
          node,
          graph.neighbors(node),
          graph.inDegree(node),
          graph.outDegree(node),
        ]),
        between: graph.mapNodes((node) => [
          graph.hasDirectedEdge(node, '1'),
          graph.directedEdges(node, node).length,
        ]),
        copied: graph.copy().size,
      }));
      expect(found).toEqual(wanted);
    }),
  );
});
