// Days as numbers: what a calendar tells of them. Knows no words. Weeks begin on Monday (ISO 8601).

/** A day, as days since 1 January 1970. */
export type Day = number;

/** Two days and all between them. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The day of a date; undefined where the calendar has no such day (31 February). `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / MILLISECONDS : undefined;
}

/** The day of an ISO 8601 date or date with time, as it is written: no time zone is reckoned with. */
export function readDay(iso: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '');
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** ISO 8601: "2025-05-19". */
export const isoOf = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** Year, month (from 1) and day of the month. */
export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The week, month, year, decade or century that lies `away` of them after the one that holds a day. */
export function unitAround(day: Day, unit: Unit, away: number): Days {
  const { year, month } = dateOf(day);
  switch (unit) {
    case 'day':
      return { from: day + away, to: day + away };
    case 'week': {
      const monday = day - weekdayOf(day) + 7 * away;
      return { from: monday, to: monday + 6 };
    }
    case 'weekend': {
      const saturday = day - weekdayOf(day) + 5 + 7 * away;
      return { from: saturday, to: saturday + 1 };
    }
    case 'month':
      return monthOf(year, month + away);
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * away;
      return { from: monthOf(year, first).from, to: monthOf(year, first + 2).to };
    }
    case 'year':
      return yearsOf(year + away, year + away);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * away;
      return yearsOf(first, first + 9);
    }
    case 'century': {
      const first = Math.floor((year - 1) / 100) * 100 + 1 + 100 * away;
      return yearsOf(first, first + 99);
    }
  }
}

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

/** A day moved by so many units: months and years keep the day of the month where there is one. */
export function moved(day: Day, unit: Unit, by: number): Day {
  const date = dateOf(day);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit as 'month'] ?? 0;
  if (months === 0) return day + by * (unit === 'week' || unit === 'weekend' ? 7 : 1);
  const { from, to } = monthOf(date.year, date.month + months * by);
  return Math.min(from + date.day - 1, to);
}

/** A month; months before 1 and after 12 are those of the years before and after. */
export function monthOf(year: number, month: number): Days {
  const from = Date.UTC(year, month - 1, 1) / MILLISECONDS;
  return { from, to: Date.UTC(year, month, 1) / MILLISECONDS - 1 };
}

/** The days of some years, both included. */
export const yearsOf = (first: number, last: number): Days => ({
  from: Date.UTC(first, 0, 1) / MILLISECONDS,
  to: Date.UTC(last + 1, 0, 1) / MILLISECONDS - 1,
});

const MILLISECONDS = 86_400_000;
