import { expect, test } from 'vitest';
import { entityTypes } from '../../../graph/model.ts';
import { dark, light } from '../../../viewer/wall/palette.ts';

type Triple = readonly [number, number, number];

/** How colours are seen. Source: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  'without red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

// Twelve is clearly more than the two or three that a trained eye just notices in dots side by side.
test.each(
  Object.entries(sights).flatMap(([sight, matrix]) =>
    Object.entries({ light, dark }).map(([name, palette]) => [sight, name, matrix, palette] as const),
  ),
)('seen %s, any two types of the %s palette differ clearly', (_, __, matrix, palette) => {
  const seen = entityTypes.map((type) => lab(through(matrix, linear(palette.types[type]))));
  const differences = seen.flatMap((a, i) =>
    seen.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  expect(Math.min(...differences)).toBeGreaterThan(12);
});

const linear = (color: string): Triple => {
  const of = (at: number) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
};

const through = (matrix: readonly [Triple, Triple, Triple], [r, g, b]: Triple): Triple => {
  const row = ([x, y, z]: Triple) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** CIELAB of linear RGB, white point D65. Source: CIE 15, IEC 61966-2-1. */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
