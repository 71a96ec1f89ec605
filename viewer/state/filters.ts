// What a person lets through and keeps out: data, and how each filter is called where it can be taken away again.
import type { EntityType } from '../../graph/model.ts';
import type { Standing } from '../reading/standing.ts';

/** A list that is empty lets everything through. */
export interface Filters {
  /** Entity types that are switched off. */
  readonly withoutTypes: readonly EntityType[];
  readonly relationTypes: readonly string[];
  readonly publishers: readonly string[];
  /** As `speakerKey` makes them. */
  readonly speakers: readonly string[];
  readonly standings: readonly Standing[];
  /** First and last day of publication, both included, as in 2026-03-08; null where it is open. */
  readonly since: string | null;
  readonly until: string | null;
  /** The fewest independent origins. */
  readonly origins: number;
  /** Only what one source says, or only that in which reports disagree. */
  readonly only: 'single' | 'disputed' | null;
}

/** Nothing is kept out. */
export const noFilters: Filters = {
  withoutTypes: [],
  relationTypes: [],
  publishers: [],
  speakers: [],
  standings: [],
  since: null,
  until: null,
  origins: 1,
  only: null,
};

/** The filters that hold lists, of which single values are taken in and out. */
export type ListFilter = 'withoutTypes' | 'relationTypes' | 'publishers' | 'speakers' | 'standings';

/** One filter that is on, with what switches it off. */
export interface ActiveFilter {
  readonly kind: Exclude<keyof Filters, 'since' | 'until'> | 'period';
  /** The values of a list, or what else it says, for whoever puts it in words. */
  readonly values: readonly string[];
  readonly without: Filters;
}

/** The filters that are on. */
export function activeFilters(filters: Filters): readonly ActiveFilter[] {
  const active: ActiveFilter[] = [];
  for (const kind of ['withoutTypes', 'relationTypes', 'publishers', 'speakers', 'standings'] as const)
    if (filters[kind].length > 0)
      active.push({ kind, values: filters[kind], without: { ...filters, [kind]: [] } });
  if (filters.since !== null || filters.until !== null)
    active.push({
      kind: 'period',
      values: [filters.since ?? '', filters.until ?? ''],
      without: { ...filters, since: null, until: null },
    });
  if (filters.origins > 1)
    active.push({ kind: 'origins', values: [`${filters.origins}`], without: { ...filters, origins: 1 } });
  if (filters.only !== null)
    active.push({ kind: 'only', values: [filters.only], without: { ...filters, only: null } });
  return active;
}

/** Whether a day lies in the period; what has no day lies in none that is bounded. */
export const isWithin = (published: string | undefined, { since, until }: Filters): boolean => {
  if (since === null && until === null) return true;
  const day = published?.slice(0, 10);
  return day !== undefined && (since === null || day >= since) && (until === null || day <= until);
};
