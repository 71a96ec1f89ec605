import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entityTypes } from '../../../graph/model.ts';
import { dark, light, type Palette } from '../../../viewer/wall/palette.ts';

const palettes = { light, dark };

test.each(
  Object.entries(palettes).flatMap(([name, palette]) =>
    entityTypes.map((type) => [type, name, palette] as const),
  ),
)('the colour of %s has 3:1 against the %s background and its icon against it', (type, _, palette) => {
  expect(contrast(palette.types[type], palette.background)).toBeGreaterThanOrEqual(3);
  expect(contrast(palette.types[type], palette.icon)).toBeGreaterThanOrEqual(3);
});

test.each(Object.entries(palettes))('words have 4.5:1 in %s', (_, palette: Palette) => {
  expect(contrast(palette.text, palette.background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.text, palette.pill)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.onChosen, palette.chosen)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.quiet, palette.background)).toBeGreaterThanOrEqual(4.5);
});

test.each(entityTypes)('%s has the same colours in the panels as on the wall', (type) => {
  const css = readFileSync(new URL('../../../viewer/style/base.css', import.meta.url), 'utf8');
  expect(css).toContain(`--${type}: light-dark(${light.types[type]}, ${dark.types[type]});`);
});

/** Contrast of two colours. Source: WCAG 2.2, contrast ratio and relative luminance. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
