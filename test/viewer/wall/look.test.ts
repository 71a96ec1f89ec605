import { expect, test } from 'vitest';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { seen } from '../../../viewer/state/seen.ts';
import { initial, reduce } from '../../../viewer/state/state.ts';
import { lookOf } from '../../../viewer/wall/look.ts';
import { harbour } from '../fixture.ts';

const atlas = atlasOf('Harbour', harbour());
const all = seen(atlas, initial.chosen);

test('with nothing chosen everything is at rest', () => {
  expect(lookOf(atlas, all, [null, null]).entities).toBeNull();
});

test('an entity lights its neighbours and the lines to them', () => {
  const look = lookOf(atlas, all, [{ kind: 'entity', id: 'Person:jonas-pryce' }]);
  expect(look.entities).toEqual(new Set(['Person:jonas-pryce', 'Person:tomas-okafor']));
  expect(look.relations.size).toBe(1);
});

test('a relation lights its two ends', () => {
  const id = atlas.graph.relations.find((r) => r.type === 'CALLED')?.id ?? '';
  const look = lookOf(atlas, all, [{ kind: 'relation', id }]);
  expect(look.entities).toEqual(new Set(['Person:viktor-saar', 'Person:mara-lindqvist']));
  expect(look.chosen).toEqual(new Set([id]));
});

test('what a filter hides lights nothing', () => {
  const without = seen(atlas, reduce(initial, { do: 'toggle', type: 'Person' }).chosen);
  expect(lookOf(atlas, without, [{ kind: 'entity', id: 'Person:viktor-saar' }]).entities).toBeNull();
});
