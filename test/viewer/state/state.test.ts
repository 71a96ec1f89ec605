import { expect, test } from 'vitest';
import { type Action, initial, reduce, type State } from '../../../viewer/state/state.ts';

const after = (...actions: readonly Action[]): State => actions.reduce(reduce, initial);
const saar: Action = { do: 'select', selection: { kind: 'entity', id: 'saar' } };
const report: Action = { do: 'read', document: 'a.md', claim: 'c1' };

test('closing takes away the sheet first, then the article and then the selection', () => {
  const all = [saar, report, { do: 'open', sheet: 'filters' }] as const;
  const close = { do: 'close' } as const;
  expect(after(...all, close)).toEqual(after(saar, report));
  expect(after(...all, close, close)).toEqual(after(saar));
  expect(after(...all, close, close, close)).toEqual(initial);
});

test('selecting something else closes the article', () => {
  expect(after(saar, report, saar).article).toBeNull();
});

test('closing where nothing is open leaves the very same state', () => {
  expect(reduce(initial, { do: 'close' })).toBe(initial);
});

test('a type that is toggled twice is shown as before', () => {
  const toggle: Action = { do: 'toggle', type: 'Place' };
  expect(after(toggle).chosen.filters.withoutTypes).toEqual(['Place']);
  expect(after(toggle, toggle)).toEqual(initial);
});

test('what is put on the wall is hidden no more', () => {
  const { added, hidden } = after(
    { do: 'hide', entities: ['a', 'b'] },
    { do: 'add', entities: ['b', 'c'] },
  ).chosen;
  expect([added, hidden]).toEqual([['b', 'c'], ['a']]);
});

test('what is hidden is neither pinned nor selected any more', () => {
  const { chosen, selection } = after({ do: 'pin', entity: 'saar' }, saar, {
    do: 'hide',
    entities: ['saar'],
  });
  expect([chosen.pinned, selection]).toEqual([[], null]);
});

test('another part of the graph begins with nothing added and nothing hidden, but with the same filters', () => {
  const { chosen } = after(
    { do: 'filter', list: 'publishers', value: 'Orvane Daily' },
    { do: 'add', entities: ['a'] },
    { do: 'hide', entities: ['b'] },
    { do: 'scope', scope: { is: 'around', entity: 'saar', steps: 2 } },
  );
  expect([chosen.added, chosen.hidden, chosen.filters.publishers]).toEqual([[], [], ['Orvane Daily']]);
});

test('an action never changes the state that it was given', () => {
  const frozen = deepFrozen(structuredClone(after(saar, { do: 'pin', entity: 'a' }))) as State;
  const actions: readonly Action[] = [
    { do: 'toggle', type: 'Person' },
    { do: 'pin', entity: 'b' },
    { do: 'add', entities: ['c'] },
    { do: 'hide', entities: ['a'] },
    { do: 'period', since: '2026-03-01', until: null },
    { do: 'reset' },
  ];
  for (const action of actions) expect(() => reduce(frozen, action)).not.toThrow();
});

function deepFrozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) deepFrozen(inner);
  return Object.freeze(value);
}
