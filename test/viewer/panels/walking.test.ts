import { describe, expect, test } from 'vitest';
import { towards } from '../../../viewer/panels/walking.ts';

const spots = [
  { id: 'middle', x: 0, y: 0 },
  { id: 'right', x: 10, y: 1 },
  { id: 'far right', x: 30, y: 0 },
  { id: 'above', x: 2, y: -10 },
  { id: 'aside', x: 9, y: 9 },
];

describe('An arrow key', () => {
  test.each([
    ['middle', 'ArrowRight', 'right'],
    ['right', 'ArrowRight', 'far right'],
    ['middle', 'ArrowUp', 'above'],
    ['far right', 'ArrowRight', undefined],
    ['far right', 'ArrowLeft', 'right'],
    ['middle', 'Enter', undefined],
    [null, 'ArrowLeft', 'middle'],
    ['nobody', 'ArrowLeft', 'middle'],
  ])('from %s by %s leads to %s', (from, key, to) => expect(towards(spots, from, key)?.id).toBe(to));
});
