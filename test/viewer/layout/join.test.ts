import { expect, test } from 'vitest';
import { isJoinable, join } from '../../../viewer/layout/join.ts';

const before = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 400, y: 0 }],
  ['c', { x: 0, y: 400 }],
]);
const net = {
  sizes: new Float32Array(4).fill(10),
  pairs: Uint32Array.from([1, 3]),
  weights: new Float32Array([1]),
  shape: 1.5,
};

test('who stays keeps its place, and who comes stands near whom it is joined to, on nobody', () => {
  const places = join(['a', 'b', 'c', 'new'], net, before);
  for (const [id, place] of before) expect(places.get(id)).toEqual(place);
  const { x, y } = places.get('new') ?? { x: 0, y: 0 };
  const away = Math.hypot(x - 400, y);
  expect(away).toBeGreaterThan(30);
  expect(away).toBeLessThan(150);
});

test.each([
  [['a', 'b', 'c', 'new'], true],
  [['a', 'b'], true],
  [['a', 'new', 'newer'], false],
  [[], false],
])('%j is joined to what stands there: %s', (ids, is) => expect(isJoinable(ids, before)).toBe(is));
