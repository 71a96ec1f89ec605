// The sheet with every filter: what they say, who says it, where it was published, how well it is supported.
import { useState } from 'preact/hooks';
import { folded, hasAll, wantedIn } from '../../graph/fold.ts';
import { type Facet, facetsOf } from '../reading/facets.ts';
import { type Filters, type ListFilter, noFilters } from '../state/filters.ts';
import { Sheet } from './sheet.tsx';
import type { PanelProperties } from './words.tsx';

/** The filters of a state. */
export function FilterSheet({ atlas, dispatch, filters }: PanelProperties & { readonly filters: Filters }) {
  const facets = facetsOf(atlas);
  const put = (change: Partial<Filters>) => dispatch({ do: 'filters', filters: { ...filters, ...change } });
  const groups = [
    ['Standing', 'standings'],
    ['Relation', 'relationTypes'],
    ['Publisher', 'publishers'],
    ['Speaker', 'speakers'],
  ] as const;
  return (
    <Sheet title="Filters" dispatch={dispatch}>
      <fieldset class="facet">
        <legend>Support</legend>
        {(
          [
            [null, 'everything'],
            ['single', 'only what one source says'],
            ['disputed', 'only where they disagree'],
          ] as const
        ).map(([only, words]) => (
          <label key={words}>
            <input
              type="radio"
              name="only"
              checked={filters.only === only}
              onChange={() => put({ only, origins: only === 'single' ? 1 : filters.origins })}
            />
            {words}
          </label>
        ))}
        <label>
          at least{' '}
          <select
            value={filters.origins}
            onChange={(event) => put({ origins: Number(event.currentTarget.value), only: null })}
          >
            {[1, 2, 3, 4, 5, 10].map((origins) => (
              <option key={origins} value={origins}>
                {origins}
              </option>
            ))}
          </select>{' '}
          independent {filters.origins === 1 ? 'origin' : 'origins'}
        </label>
      </fieldset>
      {groups.map(([title, list]) => (
        <FacetList
          key={list}
          title={title}
          facets={facets[list]}
          chosen={filters[list]}
          onToggle={(value) => dispatch({ do: 'filter', list: list as ListFilter, value })}
        />
      ))}
      <button type="button" class="button" onClick={() => put(noFilters)}>
        Remove all filters
      </button>
    </Sheet>
  );
}

const shownAtFirst = 8;

function FacetList({
  title,
  facets,
  chosen,
  onToggle,
}: {
  readonly title: string;
  readonly facets: readonly Facet[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) {
  const [query, setQuery] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  if (facets.length < 2) return null;
  const wanted = wantedIn(query);
  const matching = facets.filter(({ label }) => hasAll(folded(label), wanted));
  const most = isWhole ? 200 : shownAtFirst;
  const shown = [
    ...matching.filter(({ value }) => chosen.includes(value)),
    ...matching.filter(({ value }) => !chosen.includes(value)).slice(0, most),
  ];
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {facets.length > 20 && (
        <input
          type="search"
          aria-label={`Find a ${title.toLowerCase()}`}
          placeholder={`Find among ${facets.length.toLocaleString('en')}…`}
          value={query}
          dir="auto"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shown.map(({ value, label, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <bdi>{label}</bdi>
          <span class="count">{count.toLocaleString('en')}</span>
        </label>
      ))}
      {matching.length > shown.length && (
        <button type="button" class="link" onClick={() => setIsWhole(true)}>
          {matching.length - shown.length} more
        </button>
      )}
    </fieldset>
  );
}
