import { describe, expect, test } from 'vitest';
import { areApart, type Quantity, quantityOf } from '../../graph/quantity.ts';

describe('A quantity', () => {
  test.each([
    ['340 crew', 340, 340, 'crew'],
    ['1,200 prisoners of war', 1200, 1200, 'prisoner'],
    ['more than 400 people', 400, Infinity, 'people'],
    ['at least twenty-five houses', 25, Infinity, 'house'],
    ['up to 3,000 of its staff', 0, 3000, null],
    ['three hundred and forty jobs', 340, 340, 'job'],
    ['two dozen lorries', 24, 24, 'lorry'],
    ['two thousand five hundred ships', 2500, 2500, 'ship'],
    ['£2.1bn', 2.1e9, 2.1e9, '£'],
    ['about 1.5 million refugees', 1.35e6, 1.65e6, 'refugee'],
    ['nearly 50 percent', 45, 50, '%'],
    ['2.1 bln pounds', 2.1e9, 2.1e9, '£'],
    ['seven', 7, 7, null],
    ['fewer than ten men', 0, 10, 'man'],
  ])('is read out of "%s"', (words, low, high, thing) => {
    const found = quantityOf(words) as Quantity;
    expect([Math.round(found.low), Math.round(found.high), found.thing]).toEqual([low, high, thing]);
  });

  test.each(['the prisoners', '2024', '', 'on behalf of'])('is not in "%s"', (words) => {
    expect(quantityOf(words)).toBeUndefined();
  });

  test.each([
    ['seven soldiers', 'nine people', true],
    ['340 crew', 'more than 400 people', true],
    ['340 crew', 'more than 300 people', false],
    ['about 100 ships', '105 ships', false],
    ['12 people', '12 ships', false],
    ['12 people', '14 ships', false],
    ['$2m', '€3m', false],
  ])('of "%s" and one of "%s" are apart: %s', (one, other, expected) => {
    expect(areApart(quantityOf(one) as Quantity, quantityOf(other) as Quantity)).toBe(expected);
  });
});
