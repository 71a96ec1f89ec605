// Cursors that join rows from several places: optional parts, branches of a UNION, subqueries, procedures.
import { compile } from './evaluate.ts';
import { distinct } from './gather.ts';
import { type Inner, typeName } from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
import type { OperatorOf } from './operators.ts';
import { type Field, isOfType } from './procedures.ts';

/** The rows inside for each one outside, or one with nulls where there are none. */
export function optional(
  { slots }: OperatorOf<'optional'>,
  outside: Cursor,
  inside: Cursor,
  machine: Machine,
): Cursor {
  let state: 'outside' | 'inside' | 'matched' = 'outside';
  return {
    open: () => {
      state = 'outside';
      outside.open();
    },
    next: () => {
      for (;;) {
        if (state === 'outside') {
          const status = outside.next();
          if (status !== 'row') return status;
          inside.open();
          state = 'inside';
        }
        const status = inside.next();
        if (status === 'pause') return status;
        const isFirst = state === 'inside';
        state = status === 'row' ? 'matched' : 'outside';
        if (status === 'row') return status;
        if (!isFirst) continue;
        for (const slot of slots) machine.frame[slot] = null;
        return 'row';
      }
    },
  };
}

/** The rows of one branch after the other, each once if need be. `cursors` are those of the branches. */
export function union(
  { branches, slots, isDistinct }: OperatorOf<'union'>,
  cursors: readonly Cursor[],
  machine: Machine,
): Cursor {
  const { frame } = machine;
  const sources = branches.map(({ output }, i) => ({ source: cursors[i] as Cursor, output }));
  const put = (output: readonly number[]): void => {
    const values = output.map((slot) => frame[slot] as Inner);
    for (const [i, slot] of slots.entries()) frame[slot] = values[i] as Inner;
  };
  let place = 0;
  const all: Cursor = {
    open: () => {
      place = 0;
      sources[0]?.source.open();
    },
    next: () => {
      for (;;) {
        const branch = sources[place];
        if (branch === undefined) return 'done';
        const status = branch.source.next();
        if (status === 'row') put(branch.output);
        if (status !== 'done') return status;
        place += 1;
        // Only now: what it reads may be what the branch before has written.
        sources[place]?.source.open();
      }
    },
  };
  return isDistinct ? distinct({ slots }, all, machine) : all;
}

/** The rows inside for each one outside; of a unit the row outside, once what is inside is through. */
export function apply({ isUnit }: OperatorOf<'apply'>, outside: Cursor, inside: Cursor): Cursor {
  let isInside = false;
  return {
    open: () => {
      isInside = false;
      outside.open();
    },
    next: () => {
      for (;;) {
        if (!isInside) {
          const status = outside.next();
          if (status !== 'row') return status;
          inside.open();
          isInside = true;
        }
        const status = inside.next();
        if (status === 'pause') return status;
        if (status === 'row' && !isUnit) return status;
        if (status === 'row') continue;
        isInside = false;
        if (isUnit) return 'row';
      }
    },
  };
}

/** The rows of a procedure for each row of the source. */
export function call(operator: OperatorOf<'call'>, source: Cursor, machine: Machine): Cursor {
  const { procedure, yields, scope } = operator;
  const values = operator.values.map((value) => ({ value, evaluate: compile(value, scope, machine) }));
  const environment = {
    snapshot: machine.snapshot,
    fail: (problem: string) => machine.fail(problem, operator),
    step: () => machine.step(),
    fits: (count: number) => machine.fits(count),
  };
  const begin = (): Iterator<readonly Inner[]> => {
    const given = values.map(({ value, evaluate }, i) => {
      const found = evaluate();
      const { name, type } = procedure.parameters[i] as Field;
      if (isOfType(found, type)) return found;
      return machine.fail(
        `${procedure.name}() takes ${name} as ${type}, and this is of type ${typeName(found)}.`,
        value,
      );
    });
    return procedure.call(given, environment)[Symbol.iterator]();
  };
  let rows: Iterator<readonly Inner[]> | null = null;
  return {
    open: () => {
      rows = null;
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        if (rows === null) {
          const status = source.next();
          if (status !== 'row') return status;
          rows = begin();
          // Without columns there is nothing to tell rows by: the one at hand goes on.
          if (procedure.columns.length === 0) {
            while (rows.next().done !== true) machine.step();
            rows = null;
            return 'row';
          }
        }
        const found = rows.next();
        if (found.done === true) {
          rows = null;
          continue;
        }
        for (const { slot, column } of yields) machine.frame[slot] = found.value[column] ?? null;
        return 'row';
      }
    },
  };
}
