// The sheet of what was taken off the wall or pinned to it, each to be brought back or let go.
import type { Chosen } from '../state/state.ts';
import { Sheet } from './sheet.tsx';
import { Name, type PanelProperties } from './words.tsx';

/** Hidden and pinned entities. */
export function HiddenSheet({ atlas, dispatch, chosen }: PanelProperties & { readonly chosen: Chosen }) {
  const { hidden, pinned } = chosen;
  return (
    <Sheet title="Hidden and pinned" dispatch={dispatch}>
      {hidden.length > 0 && (
        <>
          <h3>Hidden</h3>
          <ul class="rows">
            {hidden.map((id) => (
              <li key={id} class="row">
                <Name atlas={atlas} dispatch={dispatch} id={id} />
                <button type="button" class="link" onClick={() => dispatch({ do: 'unhide', entities: [id] })}>
                  show
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => dispatch({ do: 'unhide', entities: hidden })}>
            Show all
          </button>
        </>
      )}
      {pinned.length > 0 && (
        <>
          <h3>Pinned</h3>
          <ul class="rows">
            {pinned.map((id) => (
              <li key={id} class="row">
                <Name atlas={atlas} dispatch={dispatch} id={id} />
                <button type="button" class="link" onClick={() => dispatch({ do: 'pin', entity: id })}>
                  unpin
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {hidden.length + pinned.length === 0 && <p class="hint">Nothing is hidden, nothing is pinned.</p>}
    </Sheet>
  );
}
