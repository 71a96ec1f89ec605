// What hangs together with nothing else brought near: forces alone let it drift far off, and all else would be drawn small.
import type { Net } from './start.ts';

/** Places where every part of the net is as near to the largest as its room allows. Cost: its nodes times all others. */
export function gathered({ sizes, pairs }: Net, places: Float32Array): Float32Array {
  const count = sizes.length;
  const parts = partsOf(count, pairs);
  const [largest, ...others] = parts;
  if (largest === undefined || others.length === 0 || count > most) return places;
  const moved = places.slice();
  const room = spacing(places, largest);
  const [cx, cy] = middle(places, largest);
  const placed = [...largest];
  for (const part of others) {
    const [px, py] = middle(places, part);
    // From where it is towards the middle, as far as it has room.
    let best = 0;
    for (let step = 1; step < steps; step++) {
      const share = step / steps;
      if (!isFree(moved, part, placed, (cx - px) * share, (cy - py) * share, room)) break;
      best = share;
    }
    for (const node of part) {
      moved[node * 2] = (moved[node * 2] ?? 0) + (cx - px) * best;
      moved[node * 2 + 1] = (moved[node * 2 + 1] ?? 0) + (cy - py) * best;
    }
    placed.push(...part);
  }
  return moved;
}

const steps = 32;

/** Larger nets take too long, and have little that stands apart. */
const most = 3000;

function isFree(
  places: Float32Array,
  part: readonly number[],
  placed: readonly number[],
  dx: number,
  dy: number,
  room: number,
): boolean {
  for (const node of part) {
    const [x, y] = [(places[node * 2] ?? 0) + dx, (places[node * 2 + 1] ?? 0) + dy];
    for (const other of placed) {
      const [ox, oy] = [(places[other * 2] ?? 0) - x, (places[other * 2 + 1] ?? 0) - y];
      if (ox * ox + oy * oy < room * room) return false;
    }
  }
  return true;
}

/** Somewhat less than what each node of a part has for itself, on average. */
function spacing(places: Float32Array, part: readonly number[]): number {
  const extent = (axis: 0 | 1) => {
    const values = part.map((node) => places[node * 2 + axis] ?? 0);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  return 0.6 * Math.sqrt((extent(0) * extent(1)) / part.length) || 1;
}

function middle(places: Float32Array, part: readonly number[]): readonly [number, number] {
  let [x, y] = [0, 0];
  for (const node of part) {
    x += (places[node * 2] ?? 0) / part.length;
    y += (places[node * 2 + 1] ?? 0) / part.length;
  }
  return [x, y];
}

/** The nodes of each part that hangs together, the largest first. */
function partsOf(count: number, pairs: Uint32Array): readonly (readonly number[])[] {
  const roots = Uint32Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (roots[root] !== root) root = roots[root] ?? root;
    roots[node] = root;
    return root;
  };
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [rootOf(pairs[i] ?? 0), rootOf(pairs[i + 1] ?? 0)];
    roots[Math.max(a, b)] = Math.min(a, b);
  }
  return [...Map.groupBy(roots.keys(), rootOf).values()].sort(
    (a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0),
  );
}
