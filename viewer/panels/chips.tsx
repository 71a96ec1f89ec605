// The line above the wall: entity types with how many there are of each, and everything that is filtered, narrowed down or
// taken off, each as a chip that takes it back.
import type { Atlas } from '../reading/atlas.ts';
import { counted, entityTypeWords } from '../reading/words.ts';
import { activeFilters } from '../state/filters.ts';
import type { Scope, State } from '../state/state.ts';
import { filterWords } from './filter-words.ts';
import { TypeIcon } from './icon.tsx';
import type { PanelProperties } from './words.tsx';

/** The chips. */
export function Chips({ atlas, dispatch, state }: PanelProperties & { readonly state: State }) {
  const { filters, scope, hidden, pinned } = state.chosen;
  const active = activeFilters(filters).filter(({ kind }) => kind !== 'withoutTypes');
  return (
    <div class="chips">
      <fieldset aria-label="Entity types">
        {atlas.types.map(({ type, count }) => (
          <button
            type="button"
            key={type}
            class="chip"
            aria-pressed={!filters.withoutTypes.includes(type)}
            title={filters.withoutTypes.includes(type) ? 'Show' : 'Hide'}
            onClick={() => dispatch({ do: 'toggle', type })}
          >
            <TypeIcon type={type} />
            {entityTypeWords[type]} <span class="count">{count.toLocaleString('en')}</span>
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="chip plain"
        aria-expanded={state.sheet === 'filters'}
        onClick={() => dispatch({ do: 'open', sheet: state.sheet === 'filters' ? null : 'filters' })}
      >
        Filters
      </button>
      {scope.is !== 'all' && (
        <Removable
          words={scopeWords(atlas, scope)}
          onRemove={() => dispatch({ do: 'scope', scope: { is: 'all' } })}
        />
      )}
      {active.map((filter) => (
        <Removable
          key={filter.kind}
          words={filterWords(atlas, filter)}
          onRemove={() => dispatch({ do: 'filters', filters: filter.without })}
        />
      ))}
      {hidden.length + pinned.length > 0 && (
        <button
          type="button"
          class="chip plain"
          aria-expanded={state.sheet === 'hidden'}
          onClick={() => dispatch({ do: 'open', sheet: state.sheet === 'hidden' ? null : 'hidden' })}
        >
          {[
            hidden.length > 0 ? `${hidden.length} hidden` : null,
            pinned.length > 0 ? `${pinned.length} pinned` : null,
          ]
            .filter(Boolean)
            .join(', ')}
        </button>
      )}
    </div>
  );
}

function Removable({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      class="chip removable"
      aria-label={`Remove the filter ${words}`}
      title="Remove"
      onClick={onRemove}
    >
      <bdi>{words}</bdi>
      <span aria-hidden="true">✕</span>
    </button>
  );
}

/** What the wall is narrowed down to. */
export function scopeWords(atlas: Atlas, scope: Scope): string {
  const name = (id: string) => atlas.entities.get(id)?.name ?? id;
  switch (scope.is) {
    case 'all':
      return 'everything';
    case 'around':
      return `around ${name(scope.entity)}, ${counted(scope.steps, 'step')}`;
    case 'path':
      return `from ${name(scope.from)} to ${name(scope.to)}`;
    case 'answer':
      return `answer of a query: ${counted(scope.entities.length, 'entity', 'entities')}`;
  }
}
