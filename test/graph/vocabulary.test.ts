import { expect, test } from 'vitest';
import { entityTypes } from '../../graph/model.ts';
import {
  entityTypeMeanings,
  relationType,
  relationTypes,
  structuralTypes,
  symmetricTypes,
} from '../../graph/vocabulary/index.ts';

const ploverEvents =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT';

test.each(ploverEvents.split(' '))('%s has a relation type', (event) => {
  expect(relationTypes.some((type) => type.eventType === event)).toBe(true);
});

test('every relation type has a name that a relationship can bear, once', () => {
  const names = relationTypes.map((type) => type.name);
  expect(names.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name) || structuralTypes.has(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('every meaning is a sentence about A and B', () => {
  expect(relationTypes.filter((type) => !/\bA\b.*\bB\b.*\.$/.test(type.meaning))).toEqual([]);
});

test('no event type outside PLOVER is named', () => {
  const known = new Set(ploverEvents.split(' '));
  expect(relationTypes.filter((type) => type.eventType !== undefined && !known.has(type.eventType))).toEqual(
    [],
  );
});

test('a call has no direction and is a consultation by phone', () => {
  expect(relationType('CALLED')).toMatchObject({ symmetric: true, eventType: 'CONSULT', mode: 'phone' });
  expect(symmetricTypes.has('CALLED')).toBe(true);
});

test('a briefing has a direction', () => {
  expect(symmetricTypes.has('BRIEFED')).toBe(false);
});

test('a verb of the text’s own is no type of the vocabulary', () => {
  expect(relationType('BACKED_OUT_OF')).toBeUndefined();
});

test('every entity type of the model has its meaning', () => {
  expect(entityTypeMeanings.map((type) => type.name)).toEqual([...entityTypes]);
});
