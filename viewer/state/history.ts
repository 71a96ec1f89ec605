// Undo and redo: the states that were, the one that is, and those that were taken back. Only what decides the wall makes a
// step; what is selected or read, and where the camera is, stays as it is when a step is taken back.
import { type Action, type Chosen, initial, reduce, type State } from './state.ts';

export interface History {
  /** The latest last. */
  readonly past: readonly Chosen[];
  readonly present: State;
  /** The next first. */
  readonly future: readonly Chosen[];
  /** Whether the last step is still under a hand, so that the next of its kind makes none of its own. */
  readonly isMoving: boolean;
}

export type Step = Action | { readonly do: 'undo' } | { readonly do: 'redo' };

/** A history without a past. */
export const begin = (state: State = initial): History => ({
  past: [],
  present: state,
  future: [],
  isMoving: false,
});

/** The history after an action, or a step back or forth; the same object where nothing changes. */
export function travel(history: History, step: Step): History {
  const { past, present, future } = history;
  switch (step.do) {
    case 'undo': {
      const chosen = past.at(-1);
      if (chosen === undefined) return history;
      return {
        past: past.slice(0, -1),
        present: { ...present, chosen },
        future: [present.chosen, ...future],
        isMoving: false,
      };
    }
    case 'redo': {
      const [chosen, ...rest] = future;
      if (chosen === undefined) return history;
      return {
        past: [...past, present.chosen],
        present: { ...present, chosen },
        future: rest,
        isMoving: false,
      };
    }
    default: {
      const next = reduce(present, step);
      if (next === present) return history;
      if (next.chosen === present.chosen) return { ...history, present: next };
      const isMoving = step.do === 'period' && step.isMoving === true;
      const continues = history.isMoving && step.do === 'period';
      return {
        past: continues ? past : [...past, present.chosen].slice(-mostSteps),
        present: next,
        future: [],
        isMoving,
      };
    }
  }
}

const mostSteps = 200;
