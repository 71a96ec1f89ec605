import { expect, test } from 'vitest';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { listed, seen } from '../../../viewer/state/seen.ts';
import { harbour } from '../fixture.ts';

const atlas = atlasOf('Harbour', harbour());

test('without filters everything with a relation is seen', () => {
  const { entities, relations, waiting } = seen(atlas, { hidden: [], limit: 150 });
  expect([entities.size, relations.length, waiting]).toEqual([26, 42, 0]);
});

test('a hidden type takes its relations along, but not its place', () => {
  const { placed, entities, relations } = seen(atlas, { hidden: ['Person'], limit: 150 });
  expect(placed).toHaveLength(26);
  expect([...entities].filter((id) => id.startsWith('Person:'))).toEqual([]);
  expect(relations.every((r) => entities.has(r.subject) && entities.has(r.object))).toBe(true);
});

test('a limit keeps the best supported and counts who waits', () => {
  const { placed, waiting } = seen(atlas, { hidden: [], limit: 3 });
  expect(placed.map((e) => e.name)).toEqual(['Viktor Saar', 'Mara Lindqvist', 'Northgate Ports']);
  expect(waiting).toBe(23);
});

test('the table lists what the filters let through, whatever the wall has room for', () => {
  expect(listed(atlas, { hidden: [] })).toHaveLength(42);
  expect(listed(atlas, { hidden: ['Person', 'Organization', 'Place', 'Event', 'Topic'] })).toEqual([]);
});
