// Which filters leave nothing to be seen: each with how many relations there would be without it.
import type { Atlas } from '../reading/atlas.ts';
import { type ActiveFilter, activeFilters } from './filters.ts';
import { listed } from './seen.ts';
import type { Chosen } from './state.ts';

export interface Blamed {
  readonly filter: ActiveFilter;
  /** Relations that would be seen if it were removed. */
  readonly count: number;
}

/** The filters whose removal alone would show something, the most fruitful first. Cost: linear, for each filter that is on. */
export function blamed(atlas: Atlas, chosen: Chosen): readonly Blamed[] {
  return activeFilters(chosen.filters)
    .map((filter) => ({
      filter,
      count: listed(atlas, { ...chosen, filters: filter.without }).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
