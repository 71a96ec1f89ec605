// Days and months by name or number: "Monday, May 19, 2025", "the 13th of July", "10/11/2025", "last Friday", "July last year".
import type { TreeWord } from '../../text/index.ts';
import { type Days, dateOf, dayOf, monthOf } from './calendar.ts';
import { directionAt } from './direction.ts';
import { type Expression, spanOf } from './expression.ts';
import type { Line } from './line.ts';
import { dateNear, monthNear, weekdayIn, weekdayNear } from './resolve.ts';
import { ambiguousMonths, holidays, pointers, weekdays } from './words.ts';

/** "Monday, May 19, 2025", "19 May", "the 13th of July", "May 2–4", "2025-05-19", "10/11/2025". */
export function dateAt(line: Line, at: number): Expression | undefined {
  const numeric = numericDate(line, at);
  if (numeric !== undefined) return numeric;
  const weekday = weekdays.has(line.lower[at] ?? '');
  const comma = weekday && line.is(at + 1, ',') ? 1 : 0;
  const start = weekday ? at + 1 + comma : line.is(at, 'the') ? at + 1 : at;
  const found = monthDay(line, start) ?? dayMonth(line, line.is(start, 'the') ? start + 1 : start);
  if (found === undefined) return undefined;
  const { to, month, first, last } = found;
  const year = line.yearAfter(to);
  const days = daysOf(line, month, first, last, year?.year, at);
  const end = line.withPart(year?.to ?? to);
  return { to: end, kind: first === last ? 'day' : 'period', days };
}

function numericDate(line: Line, at: number): Expression | undefined {
  const joined = [0, 1, 2, 3, 4].map((i) => line.lower[at + i] ?? '').join('');
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(joined);
  if (iso !== null && (line.lower[at] ?? '').length === 4) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === undefined ? undefined : { to: at + 5, kind: 'day', days: { from: day, to: day } };
  }
  const parts = /^(\d{1,4})[/](\d{1,2})[/](\d{2}|\d{4})$/.exec(line.lower[at] ?? '');
  if (parts === null) return undefined;
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Which of two small numbers is the month is a matter of the country: then no day is told.
  const readings =
    a > 31 ? [dayOf(a, b, c)] : [dayOf(c < 100 ? 2000 + c : c, a, b), dayOf(c < 100 ? 2000 + c : c, b, a)];
  const known = [...new Set(readings.filter((day) => day !== undefined))];
  if (known.length === 0) return undefined;
  const [day] = known;
  return { to: at + 1, kind: 'day', days: known.length === 1 ? spanOf(day, day) : undefined };
}

/** "Monday", "Tuesday night", "last Friday", "Monday last week"; "this Monday" and "next Monday" are pointed. */
export function weekdayAt(line: Line, at: number): Expression | undefined {
  const isPast = line.is(at, 'this') && line.is(at + 1, 'past');
  const pointer = isPast ? -1 : line.pointerAt(at);
  const place = isPast ? at + 2 : pointer === undefined ? at : at + 1;
  const weekday = weekdays.get(line.lower[place] ?? '');
  if (weekday === undefined || !line.isCapital(place) || !line.isNoName(place)) return undefined;
  const week = weekAfter(line, place + 1);
  const today = line.today;
  const end = line.withPart(week?.to ?? place + 1);
  // "a Monday" is any.
  const isAny = pointer === undefined && line.is(place - 1, 'a', 'any', 'some') && !isModifier(line, place);
  if (today === undefined || isAny) return { to: end, kind: 'day', days: undefined };
  const day =
    week === undefined
      ? weekdayNear(today, weekday, directionAt(line.tree, place), pointer)
      : weekdayIn(today, weekday, week.away);
  return { to: end, kind: 'day', days: { from: day, to: day } };
}

/** "a Monday call": before the noun that it belongs to. */
function isModifier(line: Line, at: number): boolean {
  const { head, deprel } = line.words[at] as TreeWord;
  return head - 1 > at && /^(?:compound|nmod|amod)/.test(deprel);
}

/** "last week" after a weekday. */
function weekAfter(line: Line, at: number): { readonly to: number; readonly away: number } | undefined {
  const start = line.is(at, 'of') ? at + 1 : at;
  const away = pointers.get(line.lower[start] ?? '');
  return away !== undefined && line.is(start + 1, 'week') ? { to: start + 2, away } : undefined;
}

/** "July", "July 2017", "last July", "July last year". A month that is another word too needs company. */
export function monthExpressionAt(line: Line, at: number): Expression | undefined {
  const pointer = line.pointerAt(at);
  const place = pointer === undefined ? at : at + 1;
  const month = line.monthAt(place);
  if (month === undefined) return undefined;
  const year = line.yearAfter(place + 1) ?? yearPointed(line, place + 1);
  const isAmbiguous = ambiguousMonths.has(line.lower[place] ?? '');
  if (isAmbiguous && year === undefined && pointer === undefined && !line.is(place - 1, ...beforeMonths))
    return undefined;
  if (year?.year !== undefined) return { to: year.to, kind: 'period', days: monthOf(year.year, month) };
  if (line.today === undefined || year !== undefined)
    return { to: year?.to ?? place + 1, kind: 'period', days: undefined };
  const days = monthNear(line.today, month, directionAt(line.tree, place), pointer);
  return { to: place + 1, kind: 'period', days };
}

function yearPointed(
  line: Line,
  at: number,
): { readonly to: number; readonly year: number | undefined } | undefined {
  const next = line.is(at, 'of') ? at + 1 : at;
  const away = pointers.get(line.lower[next] ?? '');
  if (away === undefined || !line.is(next + 1, 'year')) return undefined;
  return { to: next + 2, year: line.today === undefined ? undefined : dateOf(line.today).year + away };
}

/** "Christmas Day", "New Year's Eve". */
export function holidayAt(line: Line, at: number): Expression | undefined {
  for (const { words, month, day } of holidays) {
    if (!words.every((word, i) => (line.lower[at + i] ?? '').replace('’', "'") === word)) continue;
    const year = line.yearAfter(at + words.length);
    return {
      to: year?.to ?? at + words.length,
      kind: 'day',
      days: daysOf(line, month, day, day, year?.year, at),
    };
  }
  return undefined;
}

function monthDay(line: Line, at: number): Dated | undefined {
  const month = line.monthAt(at);
  if (month === undefined) return undefined;
  const next = line.is(at + 1, 'the') ? at + 2 : at + 1;
  const days = dayNumbers(line, next);
  return days === undefined || line.isUnitAfter(days.to) ? undefined : { ...days, month };
}

function dayMonth(line: Line, at: number): Dated | undefined {
  const days = dayNumbers(line, at);
  if (days === undefined) return undefined;
  const month = line.monthAt(line.is(days.to, 'of') ? days.to + 1 : days.to);
  return month === undefined
    ? undefined
    : { ...days, to: line.is(days.to, 'of') ? days.to + 2 : days.to + 1, month };
}

/** "13", "13th", "2–4", "2 to 4". */
function dayNumbers(
  line: Line,
  at: number,
): { readonly to: number; readonly first: number; readonly last: number } | undefined {
  const range = /^(\d{1,2})[-–](\d{1,2})$/.exec(line.lower[at] ?? '');
  if (range !== null) return inMonth(at + 1, Number(range[1]), Number(range[2]));
  const first = ordinal(line.lower[at]);
  if (first === undefined) return undefined;
  const isJoined =
    line.is(at + 1, '-', '–', 'to') || (line.is(at + 1, 'and') && isDayBeforeMonth(line, at + 2));
  const last = isJoined ? ordinal(line.lower[at + 2]) : undefined;
  return last !== undefined && last > first ? inMonth(at + 3, first, last) : inMonth(at + 1, first, first);
}

function isDayBeforeMonth(line: Line, at: number): boolean {
  return ordinal(line.lower[at]) !== undefined && line.monthAt(at + 1) !== undefined;
}

function daysOf(
  line: Line,
  month: number,
  first: number,
  last: number,
  year: number | undefined,
  at: number,
): Days | undefined {
  if (year !== undefined) return spanOf(dayOf(year, month, first), dayOf(year, month, last));
  if (line.today === undefined) return undefined;
  const from = dateNear(line.today, month, first, directionAt(line.tree, at));
  return from === undefined ? undefined : spanOf(from, dayOf(dateOf(from).year, month, last));
}

interface Dated {
  readonly to: number;
  readonly month: number;
  readonly first: number;
  readonly last: number;
}

const beforeMonths =
  'in of since until till by during from between before after through early late mid - last next this'.split(
    ' ',
  );

/** A day of the month: "13", "13th". */
function ordinal(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  const day = match === null ? 0 : Number(match[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function inMonth(to: number, first: number, last: number) {
  return first >= 1 && last <= 31 && first <= last ? { to, first, last } : undefined;
}
