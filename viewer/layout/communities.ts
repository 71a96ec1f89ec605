// Who belongs together: the communities of a net, by Louvain's method. No chance in it: its random walk is seeded.
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Net } from './start.ts';

/** The community of each node, as numbers from 0. Cost: about linear. Source: Blondel and others 2008. */
export function communities(net: Net): Uint32Array {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (const node of net.sizes.keys()) graph.addNode(node);
  for (const [i, weight] of net.weights.entries())
    graph.addEdge(net.pairs[i * 2], net.pairs[i * 2 + 1], { weight });
  // Without an edge there is no modularity, and Louvain's method stops with an error.
  if (graph.size === 0) return Uint32Array.from(net.sizes.keys());
  const found = louvain(graph, { rng: seeded(), resolution: 1 });
  return Uint32Array.from(net.sizes.keys(), (node) => found[node] ?? 0);
}

/** 0–1, the same each time. Source: mulberry32, Tommy Ettinger. */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let h = Math.imul(state ^ (state >>> 15), 1 | state);
    h = (h + Math.imul(h ^ (h >>> 7), 61 | h)) ^ h;
    return ((h ^ (h >>> 14)) >>> 0) / 2 ** 32;
  };
}
