// Entity types as chips: how many there are of each, and a click that hides or shows them.
import { entityTypeWords } from '../reading/words.ts';
import type { State } from '../state/state.ts';
import { TypeIcon } from './icon.tsx';
import type { PanelProperties } from './words.tsx';

/** The filter by entity type. */
export function Chips({ atlas, dispatch, hidden }: PanelProperties & Pick<State, 'hidden'>) {
  return (
    <fieldset class="chips" aria-label="Filter by type">
      {atlas.types.map(({ type, count }) => (
        <button
          type="button"
          key={type}
          class="chip"
          aria-pressed={!hidden.includes(type)}
          title={hidden.includes(type) ? 'Show' : 'Hide'}
          onClick={() => dispatch({ do: 'toggle', type })}
        >
          <TypeIcon type={type} />
          {entityTypeWords[type]} <span class="count">{count.toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  );
}
