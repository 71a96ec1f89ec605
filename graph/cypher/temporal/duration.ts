// Durations: made from amounts, added, multiplied, and the time between two points. Source for how fractions go on to
// smaller units: Neo4j's DurationValue, with months of 30.436875 days.
import type { Fail } from '../arithmetic.ts';
import { monthsBetween, plusMonths } from './calendar.ts';
import { moved } from './construct.ts';
import { instantOf, integerOf, inZone, type Moment, momentOf, zoneOf } from './moment.ts';
import { Duration, type Temporal } from './values.ts';

const units: Readonly<Record<string, readonly ['months' | 'days' | 'seconds' | 'nanoseconds', number]>> = {
  years: ['months', 12],
  quarters: ['months', 3],
  months: ['months', 1],
  weeks: ['days', 7],
  days: ['days', 1],
  hours: ['seconds', 3600],
  minutes: ['seconds', 60],
  seconds: ['seconds', 1],
  milliseconds: ['nanoseconds', 1e6],
  microseconds: ['nanoseconds', 1e3],
  nanoseconds: ['nanoseconds', 1],
};

/** A duration of amounts by unit: whole numbers or fractions. */
export function durationOf(amounts: Readonly<Record<string, number | bigint>>, fail: Fail): Duration {
  const whole = { months: 0n, days: 0n, seconds: 0n, nanoseconds: 0n };
  const parts = { months: 0, days: 0, seconds: 0, nanoseconds: 0 };
  for (const [unit, amount] of Object.entries(amounts)) {
    const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (known === undefined) return fail(`A duration has no ${JSON.stringify(unit)}.`, 'ArgumentError');
    const [part, size] = known;
    if (typeof amount === 'bigint' || Number.isInteger(amount)) whole[part] += BigInt(amount) * BigInt(size);
    parts[part] += Number(amount) * size;
  }
  const isWhole = Object.values(amounts).every(
    (amount) => typeof amount === 'bigint' || Number.isInteger(amount),
  );
  if (!isWhole) return approximate(parts.months, parts.days, parts.seconds, parts.nanoseconds, fail);
  return exact(Number(whole.months), Number(whole.days), whole.seconds, whole.nanoseconds, fail);
}

/** Fractions of months go on to days, those of days to seconds, those of seconds to nanoseconds. */
function approximate(
  months: number,
  days: number,
  seconds: number,
  nanoseconds: number,
  fail: Fail,
): Duration {
  const wholeMonths = Math.trunc(months);
  const allDays = days + ((months - wholeMonths) * 2_629_746) / 86_400;
  const wholeDays = Math.trunc(allDays);
  const allSeconds = seconds + (allDays * 86_400e9 - wholeDays * 86_400e9) / 1e9;
  const wholeSeconds = Math.trunc(allSeconds);
  const allNanoseconds = nanoseconds + (allSeconds * 1e9 - wholeSeconds * 1e9);
  if (![wholeMonths, wholeDays, wholeSeconds, allNanoseconds].every(Number.isFinite))
    fail('This duration is too long.', 'ArgumentError');
  return exact(wholeMonths, wholeDays, BigInt(wholeSeconds), BigInt(Math.trunc(allNanoseconds)), fail);
}

/** A duration in its one form: nanoseconds from 0 to a second. */
export function exact(
  months: number,
  days: number,
  seconds: bigint,
  nanoseconds: bigint,
  fail: Fail,
): Duration {
  const second = 1_000_000_000n;
  const rest = ((nanoseconds % second) + second) % second;
  const all = seconds + (nanoseconds - rest) / second;
  if (!Number.isSafeInteger(months) || !Number.isSafeInteger(days) || BigInt.asIntN(64, all) !== all)
    fail('This duration is too long.', 'ArgumentError');
  return new Duration(months + 0, days + 0, integerOf(all), Number(rest));
}

export const plusDuration = (a: Duration, b: Duration, sign: 1 | -1, fail: Fail): Duration =>
  exact(
    a.months + sign * b.months,
    a.days + sign * b.days,
    BigInt(a.seconds) + BigInt(sign) * BigInt(b.seconds),
    BigInt(a.nanoseconds) + BigInt(sign * b.nanoseconds),
    fail,
  );

/** A duration times a number. */
export function multiplied(
  { months, days, seconds, nanoseconds }: Duration,
  factor: number,
  fail: Fail,
): Duration {
  if (Number.isSafeInteger(factor)) {
    const whole = BigInt(factor);
    return exact(months * factor, days * factor, BigInt(seconds) * whole, BigInt(nanoseconds) * whole, fail);
  }
  return approximate(months * factor, days * factor, Number(seconds) * factor, nanoseconds * factor, fail);
}

/** A duration by a number. */
export const divided = ({ months, days, seconds, nanoseconds }: Duration, by: number, fail: Fail): Duration =>
  approximate(months / by, days / by, Number(seconds) / by, nanoseconds / by, fail);

/** What orders durations: their length in nanoseconds, with months and days of the usual length. */
export const lengthOf = ({ months, days, seconds, nanoseconds }: Duration): bigint =>
  (BigInt(months) * 2_629_746n + BigInt(days) * 86_400n + BigInt(seconds)) * 1_000_000_000n +
  BigInt(nanoseconds);

/** The units in which the time between two values can be said; `all` takes as many of the larger as fit. */
export type BetweenUnit = 'all' | 'months' | 'days' | 'seconds';

/** The time from one value to another. Source: java.time's `until`, and how Neo4j fills what one of two lacks. */
export function between(from: Temporal, to: Temporal, unit: BetweenUnit, fail: Fail): Duration {
  const [a, b] = [momentOf(from), momentOf(to)];
  if (a === null || b === null) return fail('The time between durations can’t be told: subtract them.');
  const isDated = a.epochDay !== null && b.epochDay !== null;
  if (a.epochDay === null && b.epochDay === null && (unit === 'months' || unit === 'days'))
    return fail(`There are no ${unit} between times without dates.`, 'ArgumentError');
  const [start, end] = alike(a, b);
  if (unit === 'seconds') return exact(0, 0, 0n, instantOf(end) - instantOf(start), fail);
  if (!isDated) return exact(0, 0, 0n, unit === 'all' ? instantOf(end) - instantOf(start) : 0n, fail);
  if (unit === 'months') return exact(monthsUntil(start, end), 0, 0n, 0n, fail);
  if (unit === 'days') return exact(0, daysUntil(start, end), 0n, 0n, fail);
  const months = monthsUntil(start, end);
  const afterMonths = movedTo(start, plusMonths(start.epochDay as number, months));
  const days = daysUntil(afterMonths, end);
  const afterDays = movedTo(afterMonths, (afterMonths.epochDay as number) + days);
  return exact(months, days, 0n, instantOf(end) - instantOf(afterDays), fail);
}

/** Both with a time, a date if either has one, and a zone if either has one. */
function alike(a: Moment, b: Moment): readonly [Moment, Moment] {
  const filled = (moment: Moment, other: Moment): Moment => {
    const epochDay = moment.epochDay ?? other.epochDay;
    const nanosecondOfDay = moment.nanosecondOfDay ?? 0;
    const zone = zoneOf(moment) === null ? zoneOf(other) : null;
    if (zone === null) return { ...moment, epochDay, nanosecondOfDay };
    return inZone(epochDay ?? 0, nanosecondOfDay, epochDay === null ? (other.offset as number) : zone);
  };
  return [filled(a, b), filled(b, a)];
}

/** The same time on another day, in the same zone. */
function movedTo(moment: Moment, epochDay: number): Moment {
  const zone = zoneOf(moment);
  if (zone === null) return { ...moment, epochDay };
  return inZone(epochDay, moment.nanosecondOfDay as number, zone, moment.offset);
}

/** The end as it shows where the start is. */
const beside = (start: Moment, end: Moment): Moment => {
  const zone = zoneOf(start);
  return zone === null ? end : moved(end, zone);
};

/** The last day up to which whole days have passed. */
function wholeDay(start: Moment, end: Moment): number {
  const [startDay, endDay] = [start.epochDay as number, end.epochDay as number];
  const [startTime, endTime] = [start.nanosecondOfDay as number, end.nanosecondOfDay as number];
  if (endDay > startDay && endTime < startTime) return endDay - 1;
  return endDay < startDay && endTime > startTime ? endDay + 1 : endDay;
}

const monthsUntil = (start: Moment, end: Moment): number =>
  monthsBetween(start.epochDay as number, wholeDay(start, beside(start, end)));

const daysUntil = (start: Moment, end: Moment): number =>
  wholeDay(start, beside(start, end)) - (start.epochDay as number);
