// Who belongs together: the communities of a net, by Louvain's method on flat arrays. No chance in it: nodes are visited in
// the order given, the most important first.
import type { Net } from './start.ts';

/**
 * The community of each node, as numbers from 0. Cost: about linear in the pairs. Source: Blondel and others 2008, Fast
 * unfolding of communities in large networks.
 */
export function communities({ sizes, pairs, weights }: Net): Uint32Array {
  const homes = Uint32Array.from(sizes.keys());
  let level = levelOf(sizes.length, pairs, weights);
  for (;;) {
    const found = settle(level);
    const count = number(found);
    for (const [node, home] of homes.entries()) homes[node] = found[home] ?? 0;
    if (count === level.count) return homes;
    level = merged(level, found, count);
  }
}

/** A net in which a node may stand for many: the neighbours of node n lie from `begins[n]` to `begins[n + 1]`. */
interface Level {
  readonly count: number;
  readonly begins: Uint32Array;
  readonly others: Uint32Array;
  readonly weights: Float64Array;
  /** The weight within each node, counted twice. */
  readonly inner: Float64Array;
}

function levelOf(
  count: number,
  pairs: Uint32Array,
  weights: ArrayLike<number>,
  inner = new Float64Array(count),
): Level {
  const begins = new Uint32Array(count + 1);
  for (const node of pairs) begins[node + 1] = (begins[node + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) begins[node + 1] = (begins[node + 1] ?? 0) + (begins[node] ?? 0);
  const next = begins.slice();
  const others = new Uint32Array(pairs.length);
  const own = new Float64Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const node = pairs[i] ?? 0;
    const at = next[node] ?? 0;
    next[node] = at + 1;
    others[at] = pairs[i ^ 1] ?? 0;
    own[at] = weights[i >> 1] ?? 0;
  }
  return { count, begins, others, weights: own, inner };
}

/** Moves each node to the neighbours that it gains most by, until none does. */
function settle({ count, begins, others, weights, inner }: Level): Uint32Array {
  const homes = Uint32Array.from({ length: count }, (_, node) => node);
  const degrees = Float64Array.from(inner);
  for (let node = 0; node < count; node++)
    for (let i = begins[node] ?? 0; i < (begins[node + 1] ?? 0); i++)
      degrees[node] = (degrees[node] ?? 0) + (weights[i] ?? 0);
  const total = degrees.reduce((sum, degree) => sum + degree, 0) || 1;
  const within = degrees.slice();
  const ties = new Float64Array(count);
  for (let round = 0, moved = 1; moved > 0 && round < mostRounds; round++) {
    moved = 0;
    for (let node = 0; node < count; node++) {
      const [begin, end] = [begins[node] ?? 0, begins[node + 1] ?? 0];
      const [home, degree] = [homes[node] ?? 0, degrees[node] ?? 0];
      for (let i = begin; i < end; i++) {
        const there = homes[others[i] ?? 0] ?? 0;
        ties[there] = (ties[there] ?? 0) + (weights[i] ?? 0);
      }
      within[home] = (within[home] ?? 0) - degree;
      const gain = (there: number) => (ties[there] ?? 0) - ((within[there] ?? 0) * degree) / total;
      let [best, most] = [home, gain(home)];
      for (let i = begin; i < end; i++) {
        const there = homes[others[i] ?? 0] ?? 0;
        const more = gain(there);
        if (more > most + 1e-9) [best, most] = [there, more];
      }
      within[best] = (within[best] ?? 0) + degree;
      homes[node] = best;
      if (best !== home) moved += 1;
      for (let i = begin; i < end; i++) ties[homes[others[i] ?? 0] ?? 0] = 0;
      ties[home] = 0;
    }
  }
  return homes;
}

/** Rounds that move hardly anybody aren't worth their time. */
const mostRounds = 20;

/** Numbers communities from 0, in the order of their first nodes, in place. Returns how many there are. */
function number(homes: Uint32Array): number {
  const numbers = new Map<number, number>();
  for (const [node, home] of homes.entries()) {
    const known = numbers.get(home) ?? numbers.size;
    numbers.set(home, known);
    homes[node] = known;
  }
  return numbers.size;
}

/** Each community as one node. */
function merged(level: Level, homes: Uint32Array, count: number): Level {
  const inner = new Float64Array(count);
  const sums = new Map<number, number>();
  for (let node = 0; node < level.count; node++) {
    const home = homes[node] ?? 0;
    inner[home] = (inner[home] ?? 0) + (level.inner[node] ?? 0);
    for (let i = level.begins[node] ?? 0; i < (level.begins[node + 1] ?? 0); i++) {
      const other = homes[level.others[i] ?? 0] ?? 0;
      const weight = level.weights[i] ?? 0;
      if (other === home) inner[home] = (inner[home] ?? 0) + weight;
      else if (home < other) sums.set(home * count + other, (sums.get(home * count + other) ?? 0) + weight);
    }
  }
  const pairs = Uint32Array.from([...sums.keys()].flatMap((key) => [Math.floor(key / count), key % count]));
  return levelOf(count, pairs, [...sums.values()], inner);
}
