import { expect, test } from 'vitest';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { find } from '../../../viewer/reading/find.ts';
import { graphOf, harbour } from '../fixture.ts';

const atlas = atlasOf('Harbour', harbour());
const names = (query: string) => find(atlas, query).map((f) => f.entity.name);

test.each([
  ['saar', ['Viktor Saar', 'Saar Holdings']],
  ['VIK', ['Viktor Saar']],
  ['ms lind', ['Mara Lindqvist']],
  ['lindqvist mara', ['Mara Lindqvist']],
  ['aar', []],
  ['   ', []],
  ['.*', []],
])('"%s" finds %j', (query, found) => expect(names(query).toSorted()).toEqual(found.toSorted()));

test('accents don’t count', () => {
  const graph = graphOf([['Person', 'Łukasz Müller-Peña']], []);
  expect(find(atlasOf('x', graph), 'muller pena')).toHaveLength(1);
});

test('an alias that matched is told', () => {
  expect(find(atlas, 'ms')[0]?.name).toBe('Ms Lindqvist');
});
