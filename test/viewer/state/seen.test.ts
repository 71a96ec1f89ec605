import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { blamed } from '../../../viewer/state/blame.ts';
import { absentNeighbours, hangingOn } from '../../../viewer/state/neighbours.ts';
import { listed, type Seen, seen } from '../../../viewer/state/seen.ts';
import { type Action, type Chosen, initial, reduce } from '../../../viewer/state/state.ts';
import { harbour } from '../fixture.ts';

const atlas = atlasOf('Harbour', harbour());
const chosen = (...actions: readonly Action[]): Chosen => actions.reduce(reduce, initial).chosen;
const seenAfter = (...actions: readonly Action[]): Seen => seen(atlas, chosen(...actions));
const id = (name: string) => {
  const found = atlas.graph.entities.find((e) => e.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return found.id;
};
const names = (ids: Iterable<string>) => [...ids].map((one) => atlas.entities.get(one)?.name).toSorted();

describe('What is seen', () => {
  test('is everything with a relation, without filters', () => {
    const { entities, relations, waiting } = seenAfter();
    expect([entities.size, relations.length, waiting]).toEqual([26, 42, 0]);
  });

  test('goes without a hidden type and its relations, which keeps its place', () => {
    const { placed, entities, relations } = seenAfter({ do: 'toggle', type: 'Person' });
    expect(placed).toHaveLength(26);
    expect([...entities].filter((one) => one.startsWith('Person:'))).toEqual([]);
    expect(relations.every((r) => entities.has(r.subject) && entities.has(r.object))).toBe(true);
  });

  test('is at most so much, the best supported, and counts who waits', () => {
    const { placed, waiting } = seenAfter({ do: 'reveal', limit: 3 });
    expect(placed.map((e) => e.name)).toEqual(['Viktor Saar', 'Mara Lindqvist', 'Northgate Ports']);
    expect(waiting).toBe(23);
  });

  test('holds the very same list of entities where it holds the same', () => {
    expect(seenAfter({ do: 'toggle', type: 'Place' }).placed).toBe(seenAfter().placed);
  });

  test.each<[string, Action, (relation: Seen['relations'][number]) => boolean]>([
    ['relation type', { do: 'filter', list: 'relationTypes', value: 'PAID' }, (r) => r.type === 'PAID'],
    ['standing', { do: 'filter', list: 'standings', value: 'denied' }, (r) => r.negated],
    ['support', { do: 'filters', filters: { ...initial.chosen.filters, origins: 2 } }, (r) => r.origins >= 2],
    [
      'single source',
      { do: 'filters', filters: { ...initial.chosen.filters, only: 'single' } },
      (r) => r.origins === 1,
    ],
    [
      'publisher',
      { do: 'filter', list: 'publishers', value: 'Estuary Letter' },
      (r) => r.claims.some((claim) => claim.startsWith('e-estuary-letter.md')),
    ],
    [
      'speaker',
      { do: 'filter', list: 'speakers', value: 'two people' },
      (r) => r.claims.some((claim) => atlas.claims.get(claim)?.speakers[0]?.text === 'two people'),
    ],
    [
      'time',
      { do: 'period', since: '2026-03-20', until: '2026-03-20' },
      (r) =>
        r.claims.some((claim) => atlas.claims.get(claim)?.document === 'e-estuary-letter.md') ||
        r.claims.some((claim) => publishedOn(claim) === '2026-03-20'),
    ],
  ])('passes a filter by %s', (_, action, passes) => {
    const { relations, entities } = seenAfter(action);
    expect(relations.map((r) => r.id)).toEqual(atlas.supported.filter(passes).map((r) => r.id));
    expect(relations.length).toBeGreaterThan(0);
    expect([...entities].toSorted()).toEqual(
      [...new Set(relations.flatMap((r) => [r.subject, r.object]))].toSorted(),
    );
  });

  test('where reports disagree holds both sides', () => {
    const { relations } = seenAfter({
      do: 'filters',
      filters: { ...initial.chosen.filters, only: 'disputed' },
    });
    expect(relations.map((r) => [r.type, r.negated])).toEqual(
      expect.arrayContaining([
        ['PAID', false],
        ['PAID', true],
      ]),
    );
  });

  test('around an entity is who is near, the more steps the more', () => {
    const around = (steps: number) =>
      names(seenAfter({ do: 'scope', scope: { is: 'around', entity: id('Jonas Pryce'), steps } }).entities);
    expect(around(1)).toEqual(['Jonas Pryce', 'Tomas Okafor']);
    expect(around(2)).toEqual(expect.arrayContaining(['Jonas Pryce', 'Tomas Okafor', 'Viktor Saar']));
    expect(around(2).length).toBeLessThan(around(3).length);
  });

  test('between two entities are the shortest ways alone', () => {
    const { entities, relations } = seenAfter({
      do: 'scope',
      scope: { is: 'path', from: id('Jonas Pryce'), to: id('Mara Lindqvist') },
    });
    expect(names(entities)).toEqual(
      expect.arrayContaining(['Jonas Pryce', 'Mara Lindqvist', 'Tomas Okafor']),
    );
    expect(relations.some((r) => r.subject === id('Hana Bechara'))).toBe(false);
  });

  test('a way that a filter cuts is none, but its ends stay', () => {
    const { entities, relations } = seenAfter(
      { do: 'scope', scope: { is: 'path', from: id('Jonas Pryce'), to: id('Mara Lindqvist') } },
      { do: 'filter', list: 'relationTypes', value: 'SUED' },
    );
    expect([names(entities), relations]).toEqual([['Jonas Pryce', 'Mara Lindqvist'], []]);
  });

  test('what is pinned stays whatever is filtered', () => {
    const { entities } = seenAfter(
      { do: 'pin', entity: id('Geneva') },
      { do: 'toggle', type: 'Place' },
      { do: 'filter', list: 'relationTypes', value: 'PAID' },
    );
    expect(entities.has(id('Geneva'))).toBe(true);
  });

  test('an answer shows what it found', () => {
    const [relation] = atlas.supported;
    if (relation === undefined) throw new Error('The fixture has no relation.');
    const found = seenAfter({
      do: 'scope',
      scope: { is: 'answer', entities: [relation.subject, relation.object], relations: [relation.id] },
    });
    expect(found.relations).toEqual([relation]);
  });
});

describe('One by one', () => {
  test('an entity is expanded by its neighbours, and collapsed again', () => {
    const okafor = id('Tomas Okafor');
    const alone: Action = { do: 'scope', scope: { is: 'answer', entities: [okafor], relations: [] } };
    const absent = absentNeighbours(atlas, seenAfter(alone), okafor);
    expect(names(absent)).toContain('Jonas Pryce');
    const expanded = [alone, { do: 'add', entities: absent }] as const;
    expect(seenAfter(...expanded).entities.size).toBe(absent.length + 1);

    const hanging = hangingOn(seenAfter(...expanded), okafor);
    expect(names(hanging)).toContain('Jonas Pryce');
    const collapsed = seenAfter(...expanded, { do: 'hide', entities: hanging });
    expect(collapsed.entities.size).toBe(absent.length + 1 - hanging.length);
    expect(hangingOn(collapsed, okafor)).toEqual([]);
  });
});

describe('The table', () => {
  test('lists what the filters let through, whatever the wall has room for', () => {
    expect(listed(atlas, chosen({ do: 'reveal', limit: 2 }))).toHaveLength(42);
  });

  test('lists nothing where every type is off', () => {
    const off = (['Person', 'Organization', 'Place', 'Event', 'Topic'] as const).map(
      (type): Action => ({ do: 'toggle', type }),
    );
    expect(listed(atlas, chosen(...off))).toEqual([]);
  });
});

test('the filter to be removed is named, with what would be seen without it', () => {
  const found = blamed(
    atlas,
    chosen(
      { do: 'filter', list: 'publishers', value: 'A paper that nobody reads' },
      { do: 'filter', list: 'relationTypes', value: 'PAID' },
    ),
  );
  expect(found.map(({ filter, count }) => [filter.kind, count > 0])).toEqual([['publishers', true]]);
});

function publishedOn(claim: string): string | undefined {
  return atlas.documents.get(atlas.claims.get(claim)?.document ?? '')?.publishedAt;
}
