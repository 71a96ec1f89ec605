// The bar on top: title, search, counts, undo and redo, and what opens everything else.
import { counted } from '../reading/words.ts';
import type { History } from '../state/history.ts';
import type { Seen } from '../state/seen.ts';
import { Search } from './search.tsx';
import type { PanelProperties } from './words.tsx';

/** The bar. */
export function Bar({
  atlas,
  dispatch,
  history,
  seen,
  canDraw,
}: PanelProperties & { readonly history: History; readonly seen: Seen; readonly canDraw: boolean }) {
  const { entities, relations, documents } = atlas.totals;
  const state = history.present;
  const isTable = !canDraw || state.view === 'table';
  return (
    <header class="bar">
      <h1 dir="auto">{atlas.name}</h1>
      <Search atlas={atlas} dispatch={dispatch} seen={seen} />
      <p class="counts">
        {counted(entities, 'entity', 'entities')} · {counted(relations, 'relation')} ·{' '}
        {counted(documents, 'article')}
      </p>
      <div class="bar-tools">
        <Icon
          label="Undo"
          keys="Ctrl Z"
          path="M9 7 4.500 11.500 9 16M5 11.500h9a5 5 0 0 1 0 10h-2"
          isOff={history.past.length === 0}
          onClick={() => dispatch({ do: 'undo' })}
        />
        <Icon
          label="Redo"
          keys="Ctrl Shift Z"
          path="m15 7 4.500 4.500L15 16M19 11.500h-9a5 5 0 0 0 0 10h2"
          isOff={history.future.length === 0}
          onClick={() => dispatch({ do: 'redo' })}
        />
        <button
          type="button"
          class="button"
          aria-pressed={state.isAsking}
          title="Ask in Cypher (q)"
          onClick={() => dispatch({ do: 'console', isOpen: !state.isAsking })}
        >
          Query
        </button>
        {canDraw && (
          <button
            type="button"
            class="button"
            aria-pressed={isTable}
            title="The same as a table (t)"
            onClick={() => dispatch({ do: 'show', view: isTable ? 'wall' : 'table' })}
          >
            Table
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-expanded={state.sheet === 'take'}
          title="Share and take away (s)"
          onClick={() => dispatch({ do: 'open', sheet: state.sheet === 'take' ? null : 'take' })}
        >
          Share
        </button>
        <button
          type="button"
          class="button icon"
          aria-label="Keys"
          title="Keys (?)"
          aria-expanded={state.sheet === 'keys'}
          onClick={() => dispatch({ do: 'open', sheet: state.sheet === 'keys' ? null : 'keys' })}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function Icon({
  label,
  keys,
  path,
  isOff,
  onClick,
}: {
  readonly label: string;
  readonly keys: string;
  readonly path: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="button icon"
      aria-label={label}
      title={`${label} (${keys})`}
      disabled={isOff}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
