import { expect, test } from 'vitest';
import {
  counted,
  day,
  marksOf,
  speakerWords,
  supportWords,
  typeWords,
} from '../../../viewer/reading/words.ts';

test.each([
  ['CALLED', 'called'],
  ['HELD_TALKS_WITH', 'held talks with'],
])('%s reads "%s"', (type, words) => expect(typeWords(type)).toBe(words));

test.each([
  ['2026-03-08', '8 Mar 2026'],
  ['2026-12-31T23:59:00Z', '31 Dec 2026'],
  ['last week', 'last week'],
  ['2026-13-01', '2026-13-01'],
  [null, 'undated'],
])('the day of %s is "%s"', (published, words) => expect(day(published)).toBe(words));

test.each([
  [[], 'the report itself'],
  [[{ entity: null, text: 'officials' }], 'according to officials'],
  [
    [
      { entity: 'p', text: 'Dragan' },
      { entity: null, text: 'Nordwire' },
    ],
    'according to Dragan, as reported by Nordwire',
  ],
])('says who says so: %j', (speakers, words) => expect(speakerWords({ speakers })).toBe(words));

test('what is simply stated has no mark', () => {
  expect(marksOf({ negated: false, modality: 'actual' })).toEqual([]);
});

test('what must be known before repeating it is marked', () => {
  expect(marksOf({ negated: true, modality: 'planned', disputed: true })).toEqual([
    'denied',
    'planned',
    'disputed',
  ]);
});

test('copies are told apart from independent reports', () => {
  expect(supportWords({ documents: 5, origins: 2 })).toBe('5 reports, 2 independent');
  expect(supportWords({ documents: 1, origins: 1 })).toBe('1 report');
});

test('large counts are grouped', () => expect(counted(2340, 'entity', 'entities')).toBe('2,340 entities'));
