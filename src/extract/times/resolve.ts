// Which days a weekday, a date without a year or a month means, counted from the article's day.
import { type Day, type Days, dateOf, dayOf, monthOf, unitAround, weekdayOf } from './calendar.ts';
import type { Direction } from './direction.ts';

/** Where "last", "this" and "next" point; undefined where the text says none of them. */
export type Pointer = -1 | 0 | 1 | undefined;

/**
 * The weekday nearest to the article's day on the side of which the sentence speaks; the day itself counts. Without a tense
 * that of the past: news tells what was.
 */
export function weekdayNear(today: Day, weekday: number, direction: Direction, pointer: Pointer): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (pointer === -1) return today - (back === 0 ? 7 : back);
  if (pointer === 1) return today + (ahead === 0 ? 7 : ahead);
  const isAhead = direction === 'future' || (pointer === 0 && direction !== 'past');
  return isAhead ? today + ahead : today - back;
}

/** In days: nearer than this, a date without a year is the nearest one whatever the tense. */
const NEAR = 120;

/** The date nearest to the article's day; farther away than a season, the tense decides. Undefined for no date at all. */
export function dateNear(today: Day, month: number, day: number, direction: Direction): Day | undefined {
  const { year } = dateOf(today);
  const candidates = [-1, 0, 1].flatMap((away) => dayOf(year + away, month, day) ?? []);
  const nearest = nearestTo(today, candidates);
  if (nearest === undefined || Math.abs(nearest - today) <= NEAR || direction === 'unknown') return nearest;
  return nearestTo(
    today,
    candidates.filter((candidate) => (direction === 'future' ? candidate >= today : candidate <= today)),
  );
}

const nearestTo = (today: Day, days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>(
    (best, next) => (best === undefined || Math.abs(next - today) < Math.abs(best - today) ? next : best),
    undefined,
  );

/** The month of that name in which the article's day lies, or the nearest on the side of which the sentence speaks. */
export function monthNear(today: Day, month: number, direction: Direction, pointer: Pointer): Days {
  const { year } = dateOf(today);
  const years = [year - 1, year, year + 1].map((each) => monthOf(each, month));
  const last = years.findLast(({ to }) => to < today) as Days;
  const next = years.find(({ from }) => from > today) as Days;
  const now = years.find(({ from, to }) => from <= today && today <= to);
  if (pointer === -1) return last;
  if (pointer === 1) return next;
  if (pointer === 0) return years[1] as Days;
  return now ?? (direction === 'future' ? next : last);
}

/** A weekday in the week that lies so many weeks away: "Monday last week". */
export const weekdayIn = (today: Day, weekday: number, weeks: number): Day =>
  unitAround(today, 'week', weeks).from + weekday;
