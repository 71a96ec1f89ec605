// Claims by the day on which they were published, in bars of equal length in days.
import type { Grounds } from '../../graph/grounds.ts';
import type { Claim, Relation } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';

export interface Bar {
  /** First and last day, both included, as in 2026-03-08. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

export interface Timeline {
  readonly bars: readonly Bar[];
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** Claims of reports without a day. */
  readonly undated: number;
}

/** The bars of all claims, at most sixty; none where no report has a day. */
export function timelineOf(atlas: Atlas): Timeline {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const days = new Map<string, number>();
  let undated = 0;
  const { grounds } = atlas;
  const dayOfReport = grounds?.published.map(dayIn) ?? [];
  for (const document of grounds?.document ?? []) {
    if (document < 0) continue;
    const day = dayOfReport[document] ?? null;
    if (day === null) undated += 1;
    else days.set(day, (days.get(day) ?? 0) + 1);
  }
  const sorted = [...days.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return keep(atlas, { bars: [], unit: 'day', undated });
  const unit = unitFor(first, last);
  const bars = spans(first, last, unit).map((span) => ({ ...span, count: 0 }));
  for (const [day, count] of days) {
    const bar = bars[indexOf(bars, day)];
    if (bar !== undefined) bar.count += count;
  }
  return keep(atlas, { bars, unit, undated });
}

/** How many claims behind some relations, and of some others, fall into each bar. Cost: that of these claims. */
export function countIn(
  atlas: Atlas,
  bars: readonly Bar[],
  relations: readonly Relation[],
  others: readonly Claim[],
): readonly number[] {
  const counts = bars.map(() => 0);
  const count = (published: string | undefined) => {
    const day = dayIn(published);
    const at = day === null ? -1 : indexOf(bars, day);
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  };
  const { grounds } = atlas;
  if (grounds !== null)
    for (const relation of relations) {
      const number = atlas.numberOf(relation) ?? -1;
      for (let row = firstRow(grounds, number); number !== -1 && grounds.relation[row] === number; row++) {
        const document = grounds.document[row] ?? -1;
        if (document >= 0) count(grounds.published[document]);
      }
    }
  for (const claim of others) count(atlas.documents.get(claim.document)?.publishedAt);
  return counts;
}

/** The first row of a relation. Cost: logarithmic. */
function firstRow({ relation }: Grounds, number: number): number {
  const numberAt = (row: number) => {
    const found = relation[row] ?? -1;
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  };
  let [low, high] = [0, relation.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bar that holds a day; -1 where none does. Cost: logarithmic. */
export function indexOf(bars: readonly Pick<Bar, 'first' | 'last'>[], day: string): number {
  let [low, high] = [0, bars.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bar = bars[middle] as Pick<Bar, 'first' | 'last'>;
    if (day < bar.first) high = middle - 1;
    else if (day > bar.last) low = middle + 1;
    else return middle;
  }
  return -1;
}

const known = new WeakMap<Atlas, Timeline>();

function keep(atlas: Atlas, timeline: Timeline): Timeline {
  known.set(atlas, timeline);
  return timeline;
}

function dayIn(published = ''): string | null {
  const day = published.slice(0, 10);
  return day.length < 10 || Number.isNaN(time(day)) ? null : day;
}

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
const aDay = 86_400_000;

function unitFor(first: string, last: string): Timeline['unit'] {
  const days = (time(last) - time(first)) / aDay + 1;
  return days <= 45 ? 'day' : days <= 7 * 60 ? 'week' : days <= 30.5 * 60 ? 'month' : 'year';
}

/** From the first day to the last without a gap. Weeks begin on Monday. */
function spans(first: string, last: string, unit: Timeline['unit']): { first: string; last: string }[] {
  const found: { first: string; last: string }[] = [];
  for (let at = startOf(first, unit); at <= time(last); ) {
    const next = after(at, unit);
    found.push({ first: dayAt(at), last: dayAt(next - aDay) });
    at = next;
  }
  return found;
}

function startOf(day: string, unit: Timeline['unit']): number {
  if (unit === 'day') return time(day);
  if (unit === 'week') return time(day) - ((new Date(time(day)).getUTCDay() + 6) % 7) * aDay;
  return time(unit === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`);
}

function after(at: number, unit: Timeline['unit']): number {
  if (unit === 'day') return at + aDay;
  if (unit === 'week') return at + 7 * aDay;
  const date = new Date(at);
  return unit === 'month'
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
    : Date.UTC(date.getUTCFullYear() + 1, 0, 1);
}
