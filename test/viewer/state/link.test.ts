import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHash, toHash } from '../../../viewer/state/link.ts';
import { type Action, initial, reduce } from '../../../viewer/state/state.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((t) => t.toWellFormed());
const action: fc.Arbitrary<Action> = fc.oneof(
  text.map((id): Action => ({ do: 'select', selection: { kind: 'entity', id } })),
  text.map((id): Action => ({ do: 'select', selection: { kind: 'relation', id } })),
  fc
    .record({ document: text, claim: fc.option(text), start: fc.nat(1_000_000) })
    .map((place): Action => ({ do: 'read', ...place })),
  fc.constant<Action>({ do: 'show', view: 'table' }),
  text.map((question): Action => ({ do: 'ask', question })),
  fc.constantFrom('Place', 'Topic').map((type): Action => ({ do: 'toggle', type })),
  fc
    .tuple(fc.constantFrom('relationTypes', 'publishers', 'speakers'), fc.string({ maxLength: 9 }))
    .map(([list, value]): Action => ({ do: 'filter', list, value: value.toWellFormed() })),
  fc.constantFrom('denied', 'planned').map((value): Action => ({ do: 'filter', list: 'standings', value })),
  fc.constant<Action>({ do: 'period', since: '2026-03-01', until: '2026-03-31' }),
  fc
    .record({ entity: text, steps: fc.integer({ min: 1, max: 4 }) })
    .map((one): Action => ({ do: 'scope', scope: { is: 'around', ...one } })),
  fc.record({ from: text, to: text }).map((one): Action => ({ do: 'scope', scope: { is: 'path', ...one } })),
  fc
    .record({ entities: fc.array(text, { minLength: 1 }), relations: fc.array(text) })
    .map((one): Action => ({ do: 'scope', scope: { is: 'answer', ...one } })),
  fc.array(text).map((entities): Action => ({ do: 'add', entities })),
  fc.array(text).map((entities): Action => ({ do: 'hide', entities })),
  text.map((entity): Action => ({ do: 'pin', entity })),
  fc.integer({ min: 1, max: 9999 }).map((limit): Action => ({ do: 'reveal', limit })),
  fc.constant<Action>({ do: 'look', camera: { x: 0.25, y: -1.5, ratio: 0.4 } }),
);

test('a link holds the whole state, whatever stands in its names', () => {
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const state = actions.reduce(reduce, initial);
      expect(fromHash(toHash(state))).toEqual({ ...state, sheet: null });
    }),
  );
});

test('the first state needs no hash', () => {
  expect(toHash(initial)).toBe('');
  expect(fromHash('')).toEqual(initial);
});

test.each([
  ['limit=-4&steps=x&origins=many'],
  ['camera=1,2'],
  ['camera=a,b,c'],
  ['without=Robot&is=sure&only=mine&since=yesterday'],
  ['%%%&=&&'],
])('what can’t be read in "#%s" is passed over', (hash) => {
  expect(fromHash(`#${hash}`)).toEqual(initial);
});
