import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, type History, type Step, travel } from '../../../viewer/state/history.ts';
import type { Action } from '../../../viewer/state/state.ts';

const after = (...steps: readonly Step[]): History => steps.reduce(travel, begin());
const pin = (entity: string): Action => ({ do: 'pin', entity });
const undo = { do: 'undo' } as const;
const redo = { do: 'redo' } as const;
const brush = (since: string, isMoving: boolean): Action => ({ do: 'period', since, until: null, isMoving });

test('a step is taken back, and taken again', () => {
  expect(after(pin('a'), pin('b'), undo).present.chosen.pinned).toEqual(['a']);
  expect(after(pin('a'), pin('b'), undo, undo, redo).present.chosen.pinned).toEqual(['a']);
  expect(after(pin('a'), undo, redo).present).toEqual(after(pin('a')).present);
});

test('a new step forgets those that were taken back', () => {
  expect(after(pin('a'), undo, pin('b'), redo).present.chosen.pinned).toEqual(['b']);
});

test('what is selected and where the camera is stays as it is', () => {
  const selection = { kind: 'entity', id: 'b' } as const;
  const { present } = after(pin('a'), { do: 'select', selection }, undo);
  expect([present.selection, present.chosen.pinned]).toEqual([selection, []]);
});

test('looking around makes no step', () => {
  expect(after({ do: 'look', camera: { x: 0, y: 0, ratio: 1 } }, { do: 'show', view: 'table' }).past).toEqual(
    [],
  );
});

test('a brush that is drawn over many days is undone as one step', () => {
  const drawn = after(
    pin('a'),
    brush('2026-03-05', true),
    brush('2026-03-04', true),
    brush('2026-03-03', false),
  );
  expect(drawn.past).toHaveLength(2);
  expect(travel(drawn, undo).present.chosen.filters.since).toBeNull();
  expect(travel(travel(drawn, brush('2026-03-01', true)), undo).present.chosen.filters.since).toBe(
    '2026-03-03',
  );
});

test('nothing to undo and nothing to redo leave the very same history', () => {
  const history = after(pin('a'));
  expect(travel(history, redo)).toBe(history);
  expect(travel(begin(), undo).past).toEqual([]);
});

test('as many steps back as were made lead to the beginning, and as many forth to the end', () => {
  const action = fc.oneof(
    fc.constantFrom('a', 'b', 'c').map(pin),
    fc.constantFrom('a', 'b').map((id): Action => ({ do: 'hide', entities: [id] })),
    fc.constantFrom('Place', 'Person').map((type): Action => ({ do: 'toggle', type })),
    fc.integer({ min: 1, max: 9 }).map((limit): Action => ({ do: 'reveal', limit })),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const end = after(...actions);
      const steps = end.past.length;
      const back = Array.from({ length: steps }, () => undo).reduce<History>(travel, end);
      expect(back.present.chosen).toEqual(begin().present.chosen);
      const forth = Array.from({ length: steps }, () => redo).reduce<History>(travel, back);
      expect(forth.present).toEqual(end.present);
    }),
  );
});
