import { expect, test } from 'vitest';
import { Pace } from '../../../src/cli/pace.ts';

test.each([
  [
    'nothing in the first second',
    [
      [0, 0],
      [5, 900],
    ],
    '',
  ],
  [
    'rate and time left after that',
    [
      [0, 0],
      [20, 1000],
    ],
    '20/s, 4 s left',
  ],
  [
    'a slow pace to a tenth',
    [
      [0, 0],
      [2, 1000],
    ],
    '2.0/s, 49 s left',
  ],
  [
    'minutes and hours',
    [
      [0, 0],
      [1, 100_000],
    ],
    '0.6/min, 2 h 45 min left',
  ],
  [
    'what came long before counts no more',
    [
      [0, 0],
      [80, 1000],
      [80, 20_000],
      [81, 40_000],
      [82, 50_000],
    ],
    '4.0/min, 5 min left',
  ],
  [
    'another task begins anew',
    [
      [0, 0],
      [90, 2000],
      [0, 3000],
      [10, 4000],
    ],
    '10/s, 9 s left',
  ],
] as const)('a pace tells %s', (_, notes, said) => {
  const pace = new Pace();
  expect(notes.map(([done, at]) => pace.note(done, 100, at)).at(-1)).toBe(said);
});
