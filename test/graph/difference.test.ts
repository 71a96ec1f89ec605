import { expect, test } from 'vitest';
import { differenceOf, isSame } from '../../graph/difference.ts';
import { graph } from './builder.ts';

const ids = (changes: {
  readonly added: readonly { id: string }[];
  readonly removed: readonly { id: string }[];
}) => [changes.added.map(({ id }) => id), changes.removed.map(({ id }) => id)];

test('a graph does not differ from itself, in whatever order its lists and fields are', () => {
  const one = graph('(putin)-[:CALLED]->(trump)', '(trump)-[:MET_WITH]->(macron)');
  const turned = {
    ...one,
    entities: [...one.entities].reverse().map(({ id, type, name, aliases }) => ({ aliases, name, type, id })),
    claims: [...one.claims].reverse(),
  };
  expect(isSame(differenceOf(one, turned))).toBe(true);
});

test('one report more brings its document, entities, claims and relations, and changes the support of others', () => {
  const before = graph('(putin)-[:CALLED]->(trump)');
  const after = graph(
    '(putin)-[:CALLED]->(trump)',
    '(putin)-[:CALLED]->(trump)\n(trump)-[:MET_WITH]->(macron)',
  );
  const difference = differenceOf(before, after);
  expect(ids(difference.documents)).toEqual([['report-2.md'], []]);
  expect(ids(difference.entities)).toEqual([['macron'], []]);
  expect(difference.claims.added).toHaveLength(2);
  expect(ids(difference.relations)).toEqual([['trump MET_WITH macron'], []]);
  expect(
    difference.relations.changed.map((c) => [c.after.id, c.before.documents, c.after.documents]),
  ).toEqual([['putin CALLED trump', 1, 2]]);
  expect(ids(differenceOf(after, before).documents)).toEqual([[], ['report-2.md']]);
});
