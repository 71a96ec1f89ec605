import { expect, test } from 'vitest';
import type { Relation } from '../../../graph/model.ts';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { seen } from '../../../viewer/state/seen.ts';
import { initial, reduce } from '../../../viewer/state/state.ts';
import { dressed, litOf, liveOf } from '../../../viewer/wall/live.ts';
import { lookOf, relationIds } from '../../../viewer/wall/look.ts';
import { pictureOf } from '../../../viewer/wall/picture.ts';
import { harbour } from '../fixture.ts';

const graph = harbour();
const atlas = atlasOf('Harbour', graph);
const view = { x: (x: number) => x, y: (_: number, y: number) => y, size: (size: number) => size };
const liveAfter = (chosen = initial.chosen, of = atlas) => {
  const what = seen(of, chosen);
  const picture = pictureOf(of, what);
  picture.updateNodes((_, node) => ({ ...node, x: 100 * node.rank, y: 50 }), ['x', 'y']);
  const live = liveOf(picture, what.entities, relationIds(what));
  live.project(view);
  return { live, what };
};

test('a relation that a filter hides is no line, though both its ends are shown', () => {
  const { chosen } = reduce(initial, { do: 'filter', list: 'relationTypes', value: 'PAID' });
  const { live, what } = liveAfter(chosen);
  expect(live.edges.map((e) => e.id).toSorted()).toEqual(what.relations.map((r) => r.id).toSorted());
  expect(live.edges.length).toBeLessThan(graph.relations.length);
});

test('of what is lit only that is made, and all else is faint in what is taken away', () => {
  const { live, what } = liveAfter();
  const look = lookOf(atlas, what, [{ kind: 'entity', id: 'Person:jonas-pryce' }]);
  expect(litOf(live, look).edges.map((e) => e.state)).toEqual(['lit']);
  expect(
    litOf(live, look)
      .nodes.filter((n) => n.isChosen)
      .map((n) => n.id),
  ).toEqual(['Person:jonas-pryce']);
  const states = dressed(live, look).edges.map((e) => e.state);
  expect([states.filter((s) => s === 'lit').length, new Set(states)]).toEqual([1, new Set(['lit', 'faint'])]);
});

test('a relation of an entity with itself is a loop over its dot', () => {
  const [first] = graph.relations;
  if (first === undefined) throw new Error('The fixture has no relation.');
  const itself: Relation = { ...first, id: 'itself', object: first.subject };
  const { live } = liveAfter(
    undefined,
    atlasOf('Loop', { ...graph, relations: [...graph.relations, itself] }),
  );
  const [dot, line] = [live.nodeOf.get(first.subject), live.edgeOf.get('itself')];
  expect(line?.isLoop).toBe(true);
  expect(line?.curve.from.x).toBeLessThan(dot?.x ?? 0);
  expect(line?.curve.to.x).toBeGreaterThan(dot?.x ?? 0);
  expect(line?.curve.bend.y).toBeLessThan((dot?.y ?? 0) - (dot?.radius ?? 0));
});

test('who is pinned is marked', () => {
  const what = seen(atlas, initial.chosen);
  const id = what.placed[2]?.id ?? '';
  const { nodes } = liveOf(pictureOf(atlas, what), what.entities, relationIds(what), [id]);
  expect(nodes.filter(({ isPinned }) => isPinned).map((node) => node.id)).toEqual([id]);
});
