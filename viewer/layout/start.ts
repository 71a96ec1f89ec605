// Where everything stands before any force acts: each community in a circle of its own, its best connected in the middle,
// and the circles packed around the largest. No chance in it: the same graph always starts the same.

/** What is to be laid out. Nodes are numbers from 0. */
export interface Net {
  /** Radius of each node, in pixels. */
  readonly sizes: Float32Array;
  /** Pairs of node numbers: source, target, source, target, … No pair twice. */
  readonly pairs: Uint32Array;
  /** One weight for each pair. */
  readonly weights: Float32Array;
  /** Width through height that the picture is to have, about. */
  readonly shape: number;
}

/**
 * x, y, x, y, … of every node. `homes` holds the community of each node. Cost: linear, plus sorting, plus the square of
 * the number of communities.
 */
export function start(net: Net, homes: Uint32Array): Float32Array {
  const places = new Float32Array(net.sizes.length * 2);
  const degrees = degreesOf(net);
  const groups = [...Map.groupBy(net.sizes.keys(), (node) => homes[node] ?? 0).values()].sort(
    (a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0),
  );
  const circles = pack(groups.map((group) => spacing * (Math.sqrt(group.length) + 0.5)));
  for (const [index, group] of groups.entries()) {
    const { x, y } = circles[index] ?? { x: 0, y: 0 };
    group.sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0) || a - b);
    for (const [order, node] of group.entries()) {
      places[node * 2] = x + spacing * Math.sqrt(order) * Math.cos(order * golden);
      places[node * 2 + 1] = y + spacing * Math.sqrt(order) * Math.sin(order * golden);
    }
  }
  return places;
}

/** Spacing of neighbours in the spiral, in pixels. */
const spacing = 60;

/** The angle under which a spiral never lines up: a sunflower's. Source: Vogel 1979, A better way to construct the sunflower head. */
const golden = Math.PI * (3 - Math.sqrt(5));

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Circles that don't overlap, in the order given (the largest first), each as near to the middle as rings allow. */
export function pack(radii: readonly number[]): readonly Circle[] {
  const placed: Circle[] = [];
  let ring = 0;
  for (const radius of radii) {
    // A smaller one may find a hole further in than the last one stands.
    ring *= 0.7;
    let circle = around(ring, radius, placed);
    while (circle === undefined) {
      ring += radius * 0.5;
      circle = around(ring, radius, placed);
    }
    placed.push(circle);
  }
  return placed;
}

/** The first free place on a ring; undefined where it has none. */
function around(ring: number, radius: number, placed: readonly Circle[]): Circle | undefined {
  const steps = Math.max(1, Math.ceil((ring * 2 * Math.PI) / radius));
  for (let step = 0; step < steps; step++) {
    // Wider than high, as walls are.
    const angle = (step / steps) * 2 * Math.PI + placed.length * golden;
    const circle = { x: ring * 1.3 * Math.cos(angle), y: (ring / 1.3) * Math.sin(angle), radius };
    if (placed.every((other) => apart(circle, other))) return circle;
  }
  return undefined;
}

const apart = (a: Circle, b: Circle): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius;

function degreesOf({ sizes, pairs }: Net): Uint32Array {
  const degrees = new Uint32Array(sizes.length);
  for (const node of pairs) degrees[node] = (degrees[node] ?? 0) + 1;
  return degrees;
}
