// Where everything stands before any force acts: parts that hang together in circles of their own, the largest in the
// middle, inside each the best connected in the middle. No chance in it: the same graph always starts the same.

/** What is to be laid out. Nodes are numbers from 0. */
export interface Net {
  /** Radius of each node, in pixels. */
  readonly sizes: Float32Array;
  /** Pairs of node numbers: source, target, source, target, … No pair twice. */
  readonly pairs: Uint32Array;
  /** One weight for each pair. */
  readonly weights: Float32Array;
}

/** x, y, x, y, … of every node. Cost: linear, plus sorting the components. */
export function start(net: Net): Float32Array {
  const places = new Float32Array(net.sizes.length * 2);
  let reach = 0;
  for (const [index, component] of components(net).entries()) {
    const radius = spacing * Math.sqrt(component.length);
    const distance = index === 0 ? 0 : reach + radius;
    const [x, y] = [distance * Math.cos(index * golden), distance * Math.sin(index * golden)];
    for (const [order, node] of component.entries()) {
      places[node * 2] = x + spacing * Math.sqrt(order) * Math.cos(order * golden);
      places[node * 2 + 1] = y + spacing * Math.sqrt(order) * Math.sin(order * golden);
    }
    if (index === 0) reach = radius;
    else reach = Math.max(reach, reach + (radius * radius) / Math.max(reach, 1));
  }
  return places;
}

/** Spacing of neighbours in the spiral, in pixels. */
const spacing = 60;

/** The angle under which a spiral never lines up: a sunflower's. Source: Vogel 1979, A better way to construct the sunflower head. */
const golden = Math.PI * (3 - Math.sqrt(5));

/** Nodes of each component, breadth first from its best connected one; the largest component first. */
function components(net: Net): number[][] {
  const neighbours: number[][] = Array.from(net.sizes, () => []);
  for (let i = 0; i < net.pairs.length; i += 2) {
    const [a, b] = [net.pairs[i] ?? 0, net.pairs[i + 1] ?? 0];
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const degree = (node: number) => neighbours[node]?.length ?? 0;
  const isSeen = new Uint8Array(net.sizes.length);
  const found: number[][] = [];
  const byDegree = Array.from(net.sizes.keys()).sort((a, b) => degree(b) - degree(a) || a - b);
  for (const first of byDegree) {
    if (isSeen[first]) continue;
    isSeen[first] = 1;
    const component = [first];
    for (const node of component)
      for (const next of neighbours[node] ?? []) {
        if (isSeen[next]) continue;
        isSeen[next] = 1;
        component.push(next);
      }
    found.push(component);
  }
  return found.sort((a, b) => b.length - a.length);
}
