// What stands where nothing is to be seen: why, and the one thing to take away.
import type { Atlas } from '../reading/atlas.ts';
import { counted } from '../reading/words.ts';
import { blamed } from '../state/blame.ts';
import { activeFilters } from '../state/filters.ts';
import type { State } from '../state/state.ts';
import { filterWords } from './filter-words.ts';
import type { PanelProperties } from './words.tsx';

/** A graph without a single relation. */
export function EmptyGraph({ atlas }: { readonly atlas: Atlas }) {
  const { documents, entities } = atlas.graph;
  return (
    <div class="message">
      <h2>No relations</h2>
      <p>
        {documents.length === 0
          ? atlas.stored === null
            ? 'The graph holds no article. Build one from a folder: wiregraph build FOLDER --out NAME.graph'
            : 'The database holds no article. Load a graph into it: wiregraph load NAME.graph --to ADDRESS'
          : `In ${counted(documents.length, 'article')} no sentence relates two of the ${counted(entities.length, 'entity', 'entities')}. Add articles, or search for a name.`}
      </p>
    </div>
  );
}

/** A state that lets no relation through, with the filters that are to blame. */
export function NothingMatches({ atlas, dispatch, state }: PanelProperties & { readonly state: State }) {
  const { chosen } = state;
  const { scope } = chosen;
  const found = blamed(atlas, chosen);
  const isFiltered = activeFilters(chosen.filters).length > 0;
  const name = (id: string) => atlas.entities.get(id)?.name ?? id;
  return (
    <div class="message over" role="status">
      <h2>
        {scope.is === 'path' ? (
          <>
            No way leads from <bdi>{name(scope.from)}</bdi> to <bdi>{name(scope.to)}</bdi>
          </>
        ) : (
          'No relation matches'
        )}
      </h2>
      {found.map(({ filter, count }) => (
        <p key={filter.kind}>
          <button
            type="button"
            class="button"
            onClick={() => dispatch({ do: 'filters', filters: filter.without })}
          >
            Remove the filter <em dir="auto">{filterWords(atlas, filter)}</em>
          </button>{' '}
          {counted(count, 'relation')}
        </p>
      ))}
      {found.length === 0 && isFiltered && <p>No one filter is to blame: several keep everything out.</p>}
      <p>
        {scope.is !== 'all' && (
          <button
            type="button"
            class="button"
            onClick={() => dispatch({ do: 'scope', scope: { is: 'all' } })}
          >
            Show the whole graph
          </button>
        )}
        {(found.length === 0 || chosen.hidden.length > 0) && (
          <button type="button" class="button" onClick={() => dispatch({ do: 'reset' })}>
            Begin again: no filter, nothing hidden
          </button>
        )}
      </p>
    </div>
  );
}
