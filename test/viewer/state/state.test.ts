import { expect, test } from 'vitest';
import { type Action, initial, reduce, type State } from '../../../viewer/state/state.ts';

const after = (...actions: readonly Action[]): State => actions.reduce(reduce, initial);
const saar: Action = { do: 'select', selection: { kind: 'entity', id: 'saar' } };
const report: Action = { do: 'read', document: 'a.md', claim: 'c1' };

test('closing takes away the article first and then the selection', () => {
  expect(after(saar, report, { do: 'close' })).toEqual(after(saar));
  expect(after(saar, report, { do: 'close' }, { do: 'close' })).toEqual(initial);
});

test('selecting something else closes the article', () => {
  expect(after(saar, report, saar).article).toBeNull();
});

test('closing where nothing is open leaves the very same state', () => {
  expect(reduce(initial, { do: 'close' })).toBe(initial);
});

test('a type that is toggled twice is shown as before', () => {
  const toggle: Action = { do: 'toggle', type: 'Place' };
  expect(after(toggle).hidden).toEqual(['Place']);
  expect(after(toggle, toggle)).toEqual(initial);
});

test('an action never changes the state that it was given', () => {
  const frozen = Object.freeze({ ...initial, hidden: Object.freeze([...initial.hidden]) }) as State;
  expect(() => reduce(frozen, { do: 'toggle', type: 'Person' })).not.toThrow();
});
