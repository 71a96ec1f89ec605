import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOfDot, type Dot, Lines, Occupied, overlaps, placeLabels } from '../../../viewer/wall/labels.ts';

const frame = { x: 0, y: 0, width: 800, height: 600 };
const dot = (id: string, x: number, y: number): Dot => ({ id, x, y, radius: 10, width: 80, height: 16 });
const place = (dots: readonly Dot[], lines?: Lines, before?: ReadonlyMap<string, number>) => {
  const occupied = new Occupied();
  for (const one of dots) occupied.add(boxOfDot(one));
  return placeLabels(dots, frame, occupied, lines, before);
};

test('a name alone stands to the right of its dot', () => {
  expect(place([dot('a', 400, 300)])[0]).toEqual({
    id: 'a',
    box: { x: 414, y: 292, width: 80, height: 16 },
    side: 0,
  });
});

test('at the right edge it stands to the left', () => {
  expect(place([dot('a', 780, 300)])[0]?.side).toBe(1);
});

test('a line to the right sends it elsewhere', () => {
  const lines = new Lines();
  for (let x = 410; x < 500; x += 10) lines.add(x, 300);
  expect(place([dot('a', 400, 300)], lines)[0]?.side).toBe(1);
});

test('it keeps the side that it had while that is free', () => {
  expect(place([dot('a', 400, 300)], undefined, new Map([['a', 2]]))[0]?.side).toBe(2);
});

test('of two that want one place the more important gets it, and one without place is left out', () => {
  const crowd = Array.from({ length: 40 }, (_, i) =>
    dot(`${i}`, 380 + (i % 7) * 6, 290 + Math.floor(i / 7) * 6),
  );
  const placed = place(crowd);
  expect(placed[0]?.id).toBe('0');
  expect(placed.length).toBeLessThan(40);
});

test('a landmark in a crowd is named all the same', () => {
  const crowd = Array.from({ length: 400 }, (_, i) =>
    dot(`${i}`, 240 + (i % 20) * 16, 140 + Math.floor(i / 20) * 16),
  );
  const inside = { ...dot('landmark', 400, 300), isLandmark: true };
  expect(place([dot('plain', 400, 300), ...crowd]).map((p) => p.id)).not.toContain('plain');
  expect(place([inside, ...crowd])[0]?.id).toBe('landmark');
});

test('names never overlap each other or a dot, and none leaves the frame', () => {
  const any = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (points) => {
      const dots = points.map(({ x, y }, i) => dot(`${i}`, x, y));
      const boxes = place(dots).map((p) => p.box);
      for (const [i, box] of boxes.entries()) {
        expect(boxes.slice(0, i).some((other) => overlaps(box, other))).toBe(false);
        expect(dots.some((d) => overlaps(box, boxOfDot(d)))).toBe(false);
        expect(box.x >= 0 && box.x + box.width <= 800 && box.y >= 0 && box.y + box.height <= 600).toBe(true);
      }
    }),
  );
});
