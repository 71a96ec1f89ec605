import { expect, test } from 'vitest';
import { communities } from '../../../viewer/layout/communities.ts';
import { netOf } from '../../../viewer/layout/layout.ts';
import { refine } from '../../../viewer/layout/refine.ts';
import { type Net, pack, start } from '../../../viewer/layout/start.ts';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { harbour } from '../fixture.ts';

const { graph, ranked } = atlasOf('Harbour', harbour());
const net = netOf(ranked, graph.relations, () => 12);

const finalPlaces = (of: Net): Float32Array => {
  const homes = communities(of);
  const steps = refine(of, homes, start(of, homes));
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
};

test('the same graph ends in the same places', () => {
  expect(finalPlaces(net)).toEqual(finalPlaces(net));
});

test('no two dots overlap in the end', () => {
  const places = finalPlaces(net);
  const distances = ranked.flatMap((_, i) =>
    ranked
      .slice(0, i)
      .map((__, j) =>
        Math.hypot(
          (places[i * 2] ?? 0) - (places[j * 2] ?? 0),
          (places[i * 2 + 1] ?? 0) - (places[j * 2 + 1] ?? 0),
        ),
      ),
  );
  expect(Math.min(...distances)).toBeGreaterThan(24);
});

test('the picture is wider than high, as walls are', () => {
  const places = finalPlaces(net);
  const span = (axis: number) => {
    const values = [...places].filter((_, i) => i % 2 === axis);
    return Math.max(...values) - Math.min(...values);
  };
  expect(span(0)).toBeGreaterThan(span(1));
});

test('the start has no two dots in one place, in however many parts the graph falls', () => {
  const parts = netFrom(40, [
    [0, 1],
    [1, 2],
    [3, 4],
  ]);
  const places = start(parts, communities(parts));
  const spots = new Set(Array.from({ length: 40 }, (_, i) => `${places[i * 2]} ${places[i * 2 + 1]}`));
  expect(spots.size).toBe(40);
});

test('two crowds that one tie joins are two communities, each in a circle of its own', () => {
  const clique = (first: number) =>
    [0, 1, 2, 3, 4].flatMap((a) =>
      [0, 1, 2, 3, 4].filter((b) => a < b).map((b) => [first + a, first + b] as const),
    );
  const two = netFrom(10, [...clique(0), ...clique(5), [4, 5]]);
  const homes = communities(two);
  expect(new Set(homes.slice(0, 5)).size).toBe(1);
  expect(new Set(homes.slice(5)).size).toBe(1);
  expect(homes[0]).not.toBe(homes[9]);

  const places = finalPlaces(two);
  const away = (a: number, b: number) =>
    Math.hypot(
      (places[a * 2] ?? 0) - (places[b * 2] ?? 0),
      (places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0),
    );
  expect(Math.max(away(0, 1), away(0, 2), away(0, 3))).toBeLessThan(
    Math.min(away(0, 6), away(0, 7), away(0, 8)),
  );
});

test('packed circles never overlap', () => {
  const circles = pack([300, 200, 200, 90, 80, 80, 60, ...new Array<number>(60).fill(30)]);
  for (const [i, a] of circles.entries())
    for (const b of circles.slice(0, i))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius);
});

test('one dot, and none, are laid out too', () => {
  expect([...finalPlaces(netFrom(1, []))].every(Number.isFinite)).toBe(true);
  expect(finalPlaces(netFrom(0, []))).toHaveLength(0);
});

test('relations of one pair pull as one, the more independent reports the harder', () => {
  const saar = graph.relations.filter((r) => r.subject !== r.object);
  const pairs = new Set(saar.map((r) => [r.subject, r.object].sort().join(' ')));
  expect(net.weights).toHaveLength(pairs.size);
  expect(Math.max(...net.weights)).toBeCloseTo(1 + Math.log2(3));
});

function netFrom(count: number, pairs: readonly (readonly [number, number])[]): Net {
  return {
    sizes: new Float32Array(count).fill(10),
    pairs: Uint32Array.from(pairs.flat()),
    weights: new Float32Array(pairs.length).fill(1),
    shape: 1.5,
  };
}

test('no two dots overlap in a crowd, and the picture is as wide as the wall', () => {
  const count = 300;
  const crowd = netFrom(
    count,
    Array.from({ length: count * 3 }, (_, i) => [i % count, (i * i + 7) % count] as const).filter(
      ([a, b]) => a < b,
    ),
  );
  for (const shape of [1, 1.5]) {
    const places = finalPlaces({ ...crowd, shape });
    const span = (axis: number) => {
      const values = [...places].filter((_, i) => i % 2 === axis);
      return Math.max(...values) - Math.min(...values);
    };
    expect(span(0) / span(1)).toBeGreaterThan(shape * 0.6);
    expect(span(0) / span(1)).toBeLessThan(shape * 1.6);
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) {
        const [dx, dy] = [0, 1].map((axis) => (places[i * 2 + axis] ?? 0) - (places[j * 2 + axis] ?? 0));
        const room = (crowd.sizes[i] ?? 0) + (crowd.sizes[j] ?? 0);
        expect(Math.hypot(dx ?? 0, dy ?? 0)).toBeGreaterThan(room);
      }
  }
});

test('what hangs on nothing stands near, not in a far corner', () => {
  const star = Array.from({ length: 20 }, (_, i) => [0, i + 1] as const);
  const places = finalPlaces(netFrom(23, [...star, [21, 22]]));
  const reach = (nodes: readonly number[]) =>
    Math.max(...nodes.map((node) => Math.hypot(places[node * 2] ?? 0, places[node * 2 + 1] ?? 0)));
  const others = Array.from({ length: 21 }, (_, i) => i);
  expect(reach([21, 22])).toBeLessThan(1.6 * reach(others));
});
