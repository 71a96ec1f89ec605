// From the starting places to the final ones: forces that hold communities together, what hangs on nothing brought near, the
// long axis turned level, overlaps pushed apart. Pure arithmetic on arrays; the worker runs it, and so can a test.
import forces from 'graphology-layout-forceatlas2/iterate.js';
import { gathered } from './gather.ts';
import { separate } from './separate.ts';
import type { Net } from './start.ts';

/**
 * Yields places (x, y, x, y, …, in pixels at first sight) every few iterations and returns the final ones, centred on 0.
 * Source: ForceAtlas2 (Jacomy and others 2014), with Barnes–Hut θ 1.2 beyond 400 nodes.
 */
export function* refine(
  net: Net,
  homes: Uint32Array,
  from: Float32Array,
): Generator<Float32Array, Float32Array> {
  const count = net.sizes.length;
  if (count === 0) return from;
  const nodes = nodeMatrix(net, from);
  const edges = edgeMatrix(net, homes);
  const iterations = count < 300 ? 400 : count < 3000 ? 100 : 60;
  for (let i = 0; i < iterations; i++) {
    forces(settings(count), nodes, edges);
    if (i % 20 === 19) yield spread(level(gathered(net, placesOf(nodes))), net);
  }
  return separate(net.sizes, spread(level(gathered(net, placesOf(nodes))), net));
}

/** Pixels that a name and its dot want around them: the picture has that much room for each node. */
const room = 118;

const settings = (count: number) => ({
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 0.5,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: count < 300 ? 0.06 : 0.02,
  slowDown: 1 + Math.log(count),
  barnesHutOptimize: count > 400,
  barnesHutTheta: 1.2,
});

function nodeMatrix(net: Net, places: Float32Array): Float32Array {
  const nodes = new Float32Array(net.sizes.length * 10);
  for (const [i, size] of net.sizes.entries())
    nodes.set([places[i * 2] ?? 0, places[i * 2 + 1] ?? 0, 0, 0, 0, 0, 1, 1, size, 0], i * 10);
  for (const node of net.pairs) nodes[node * 10 + 6] = (nodes[node * 10 + 6] ?? 0) + 1;
  return nodes;
}

/** A tie across communities pulls less, so that there is space between them. */
function edgeMatrix(net: Net, homes: Uint32Array): Float32Array {
  const edges = new Float32Array(net.weights.length * 3);
  for (const [i, weight] of net.weights.entries()) {
    const [a, b] = [net.pairs[i * 2] ?? 0, net.pairs[i * 2 + 1] ?? 0];
    edges.set([a * 10, b * 10, homes[a] === homes[b] ? weight : weight * across], i * 3);
  }
  return edges;
}

const across = 0.15;

const placesOf = (nodes: Float32Array): Float32Array =>
  Float32Array.from({ length: nodes.length / 5 }, (_, i) => nodes[(i >> 1) * 10 + (i & 1)] ?? 0);

/** Centres, and turns the direction in which the nodes spread most to lie level: walls are wider than high. */
function level(places: Float32Array): Float32Array {
  const count = places.length / 2;
  let [mx, my] = [0, 0];
  for (let i = 0; i < count; i++) {
    mx += (places[i * 2] ?? 0) / count;
    my += (places[i * 2 + 1] ?? 0) / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [(places[i * 2] ?? 0) - mx, (places[i * 2 + 1] ?? 0) - my];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return places.map((_, i) => {
    const [x, y] = [(places[i & ~1] ?? 0) - mx, (places[i | 1] ?? 0) - my];
    return i & 1 ? x * sin + y * cos : x * cos - y * sin;
  });
}

/** Scales so that every node has its room, and somewhat towards the shape of a wall. */
function spread(places: Float32Array, { sizes, shape }: Net): Float32Array {
  const count = sizes.length;
  const height = Math.sqrt((count * room * room) / shape);
  const width = height * shape;
  const [w, h] = [extent(places, 0), extent(places, 1)];
  const even = Math.sqrt((width * height) / Math.max(w * h, 1));
  const [sx, sy] = [limited(width / Math.max(w, 1), even), limited(height / Math.max(h, 1), even)];
  return places.map((value, i) => value * (i & 1 ? sy : sx));
}

const limited = (scale: number, even: number): number => Math.min(Math.max(scale, even * 0.7), even * 1.5);

function extent(places: Float32Array, axis: 0 | 1): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < places.length; i += 2) {
    low = Math.min(low, places[i] ?? 0);
    high = Math.max(high, places[i] ?? 0);
  }
  return high - low;
}
