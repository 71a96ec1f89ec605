import { expect, test } from 'vitest';
import type { Claim, Entity } from '../../../graph/model.ts';
import { matterOf } from '../../../src/cli/summary.ts';

const entities = new Map([['e1', { id: 'e1', name: 'Ana Reis' } as Entity]]);
const claim = { predicate: 'ARRESTED', subject: null, subjectText: null, object: null, objectText: null };

test.each([
  ['Ana Reis ARRESTED e2', { subject: 'e1', object: 'e2' }],
  ['Police ARRESTED 31 protesters', { subjectText: 'Police', objectText: '31 protesters' }],
  ['Ana Reis ARRESTED', { subject: 'e1' }],
  ['ARRESTED two lines', { objectText: 'two\nlines' }],
])('What a claim is about is told with names, or in its own words: %s', (told, ends) => {
  expect(matterOf({ ...claim, ...ends } as Claim, entities)).toBe(told);
});
