// The sheet of keys, and what each does: one list for both.
import type { Atlas } from '../reading/atlas.ts';
import type { Step } from '../state/history.ts';
import { absentNeighbours, atATime, hangingOn } from '../state/neighbours.ts';
import type { Seen } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import { Sheet } from './sheet.tsx';
import type { PanelProperties } from './words.tsx';

/** What a key is pressed upon. */
export interface Situation {
  readonly atlas: Atlas;
  readonly state: State;
  readonly seen: Seen;
}

interface Key {
  readonly keys: string;
  readonly does: string;
  /** Undefined where something else listens for it. */
  readonly step?: (situation: Situation) => Step | null;
}

const onEntity =
  (step: (entity: string, situation: Situation) => Step | null) =>
  (situation: Situation): Step | null => {
    const { selection } = situation.state;
    return selection?.kind === 'entity' ? step(selection.id, situation) : null;
  };

/** Every key that works wherever nothing is being written. */
export const keys: readonly Key[] = [
  { keys: '/', does: 'search names and sentences' },
  { keys: 'Esc', does: 'close what lies on top: a sheet, the article, the selection' },
  {
    keys: 't',
    does: 'table or wall',
    step: ({ state }) => ({ do: 'show', view: state.view === 'table' ? 'wall' : 'table' }),
  },
  {
    keys: 'f',
    does: 'filters',
    step: ({ state }) => ({ do: 'open', sheet: state.sheet === 'filters' ? null : 'filters' }),
  },
  {
    keys: 'q',
    does: 'the query console',
    step: ({ state }) => ({ do: 'console', isOpen: !state.isAsking }),
  },
  {
    keys: 's',
    does: 'share and take away',
    step: ({ state }) => ({ do: 'open', sheet: state.sheet === 'take' ? null : 'take' }),
  },
  {
    keys: '?',
    does: 'these keys',
    step: ({ state }) => ({ do: 'open', sheet: state.sheet === 'keys' ? null : 'keys' }),
  },
  { keys: '← ↑ → ↓', does: 'with the wall in focus: from name to name' },
  { keys: 'Ctrl Z', does: 'undo' },
  { keys: 'Ctrl Shift Z', does: 'redo' },
  {
    keys: '1',
    does: 'of the selected entity: its neighbours alone; 2 and 3: so many steps away',
    step: onEntity((entity) => ({ do: 'scope', scope: { is: 'around', entity, steps: 1 } })),
  },
  {
    keys: '2',
    does: '',
    step: onEntity((entity) => ({ do: 'scope', scope: { is: 'around', entity, steps: 2 } })),
  },
  {
    keys: '3',
    does: '',
    step: onEntity((entity) => ({ do: 'scope', scope: { is: 'around', entity, steps: 3 } })),
  },
  { keys: '0', does: 'everything again', step: () => ({ do: 'scope', scope: { is: 'all' } }) },
  {
    keys: 'e',
    does: 'expand: bring the neighbours of the selected entity',
    step: onEntity((entity, { atlas, seen }) => {
      const absent = absentNeighbours(atlas, seen, entity);
      return absent.length === 0 ? null : { do: 'add', entities: [entity, ...absent.slice(0, atATime)] };
    }),
  },
  {
    keys: 'c',
    does: 'collapse: take away the neighbours that hang on it alone',
    step: onEntity((entity, { seen }) => {
      const hanging = hangingOn(seen, entity);
      return hanging.length === 0 ? null : { do: 'hide', entities: hanging };
    }),
  },
  { keys: 'h', does: 'hide it', step: onEntity((entity) => ({ do: 'hide', entities: [entity] })) },
  {
    keys: 'p',
    does: 'pin it, so that it stays whatever is filtered',
    step: onEntity((entity) => ({ do: 'pin', entity })),
  },
];

/** The list of keys. */
export function KeysSheet({ dispatch }: Pick<PanelProperties, 'dispatch'>) {
  return (
    <Sheet title="Keys" dispatch={dispatch}>
      <dl class="keys">
        {keys
          .filter(({ does }) => does !== '')
          .map((key) => (
            <div key={key.keys}>
              <dt>
                <kbd>{key.keys}</kbd>
              </dt>
              <dd>{key.does}</dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}
