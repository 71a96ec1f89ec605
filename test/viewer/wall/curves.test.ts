import { expect, test } from 'vitest';
import { curvatures, curve, distance, entry, pointAt, stretch } from '../../../viewer/wall/curves.ts';
import { harbour } from '../fixture.ts';

const straight = curve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
const bent = curve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.5);

test('without curvature the middle lies between the ends', () => {
  expect(pointAt(straight, 0.5)).toEqual({ x: 50, y: 0 });
});

test('a positive curvature bends to the left of the way', () => {
  expect(pointAt(bent, 0.5)).toEqual({ x: 50, y: -25 });
});

test.each([
  [{ x: 50, y: 4 }, 4],
  [{ x: -3, y: 0 }, 3],
  [{ x: 50, y: 500 }, Number.POSITIVE_INFINITY],
])('the distance from %j to a line is %d', (point, away) =>
  expect(distance(straight, point, 10)).toBeCloseTo(away),
);

test('a curve is hit where it is seen, not where a straight line would be', () => {
  expect(distance(bent, { x: 50, y: -25 }, 7)).toBeLessThan(1);
  expect(distance(bent, { x: 50, y: 0 }, 7)).toBeGreaterThan(7);
});

test('a line enters the circle around its end at its radius', () => {
  const tip = pointAt(bent, entry(bent, 20));
  expect(Math.hypot(tip.x - 100, tip.y)).toBeCloseTo(20, 0);
});

test('a stretch of a curve lies on it', () => {
  const part = stretch(bent, 0.2, 0.8);
  for (const t of [0, 0.3, 0.5, 1]) expect(distance(bent, pointAt(part, t), 50)).toBeLessThan(0.5);
  expect(part.to).toEqual(pointAt(bent, 0.8));
});

test('relations of one pair, whichever way they go, never lie on each other; one alone is straight', () => {
  const { relations } = harbour();
  const bends = curvatures(relations);
  const places = new Map<string, Set<number>>();
  for (const r of relations) {
    const sign = r.subject < r.object ? 1 : -1;
    const key = [r.subject, r.object].sort().join(' ');
    const seen = places.get(key) ?? new Set();
    seen.add(sign * (bends.get(r.id) ?? 0));
    places.set(key, seen);
  }
  const counts = Map.groupBy(relations, (r) => [r.subject, r.object].sort().join(' '));
  for (const [key, group] of counts) expect(places.get(key)?.size).toBe(group.length);
  for (const [, group] of counts)
    if (group.length === 1) expect(bends.get(group[0]?.id ?? '')).toBeCloseTo(0);
});
