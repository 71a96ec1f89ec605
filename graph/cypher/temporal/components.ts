// What `.year` and its kin give of a temporal value, as a table.
import { dayNumber, dayOfWeek, firstOfQuarter, quarterOf, weekOf, yearMonthDay } from './calendar.ts';
import { instantOf, integerOf, type Moment, momentOf } from './moment.ts';
import { Duration, type Temporal } from './values.ts';
import { textOfOffset } from './zones.ts';

type Component = number | bigint | string;

/** A component by its name; undefined where the value has none of that name. */
export function componentOf(value: Temporal, name: string): Component | undefined {
  if (value instanceof Duration)
    return Object.hasOwn(ofDuration, name) ? ofDuration[name]?.(value) : undefined;
  const moment = momentOf(value) as Moment;
  if (moment.epochDay !== null && Object.hasOwn(ofDay, name)) return ofDay[name]?.(moment.epochDay);
  if (moment.nanosecondOfDay !== null && Object.hasOwn(ofTime, name))
    return ofTime[name]?.(moment.nanosecondOfDay);
  if (moment.offset === null) return undefined;
  if (Object.hasOwn(ofZone, name)) return ofZone[name]?.(moment.offset, moment);
  return moment.epochDay !== null && Object.hasOwn(ofInstant, name)
    ? ofInstant[name]?.(instantOf(moment))
    : undefined;
}

type Table<T extends readonly unknown[]> = Readonly<Record<string, (...values: T) => Component>>;

const ofDay: Table<[epochDay: number]> = {
  year: (day) => yearMonthDay(day).year,
  quarter: (day) => quarterOf(yearMonthDay(day).month),
  month: (day) => yearMonthDay(day).month,
  week: (day) => weekOf(day).week,
  weekYear: (day) => weekOf(day).weekYear,
  day: (day) => yearMonthDay(day).day,
  ordinalDay: (day) => day - dayNumber({ year: yearMonthDay(day).year, month: 1, day: 1 }) + 1,
  weekDay: dayOfWeek,
  dayOfWeek,
  dayOfQuarter: (day) => {
    const { year, month } = yearMonthDay(day);
    return day - firstOfQuarter(year, quarterOf(month)) + 1;
  },
};

const ofTime: Table<[nanosecondOfDay: number]> = {
  hour: (time) => Math.floor(time / 3600e9),
  minute: (time) => Math.floor(time / 60e9) % 60,
  second: (time) => Math.floor(time / 1e9) % 60,
  millisecond: (time) => Math.floor((time % 1e9) / 1e6),
  microsecond: (time) => Math.floor((time % 1e9) / 1e3),
  nanosecond: (time) => time % 1e9,
};

const ofZone: Table<[offset: number, moment: Moment]> = {
  timezone: (offset, { zone }) => zone ?? textOfOffset(offset),
  offset: textOfOffset,
  offsetMinutes: (offset) => Math.trunc(offset / 60),
  offsetSeconds: (offset) => offset,
};

const ofInstant: Table<[instant: bigint]> = {
  epochSeconds: (instant) => integerOf(floored(instant, 1_000_000_000n)),
  epochMillis: (instant) => integerOf(floored(instant, 1_000_000n)),
};

const floored = (value: bigint, by: bigint): bigint => (value - (((value % by) + by) % by)) / by;

const ofDuration: Table<[duration: Duration]> = {
  years: ({ months }) => Math.trunc(months / 12),
  quarters: ({ months }) => Math.trunc(months / 3),
  months: ({ months }) => months,
  weeks: ({ days }) => Math.trunc(days / 7),
  days: ({ days }) => days,
  hours: ({ seconds }) => integerOf(BigInt(seconds) / 3600n),
  minutes: ({ seconds }) => integerOf(BigInt(seconds) / 60n),
  seconds: ({ seconds }) => seconds,
  milliseconds: (duration) => integerOf(nanosecondsOf(duration) / 1_000_000n),
  microseconds: (duration) => integerOf(nanosecondsOf(duration) / 1_000n),
  nanoseconds: (duration) => integerOf(nanosecondsOf(duration)),
  quartersOfYear: ({ months }) => Math.trunc(months / 3) % 4,
  monthsOfQuarter: ({ months }) => months % 3,
  monthsOfYear: ({ months }) => months % 12,
  daysOfWeek: ({ days }) => days % 7,
  minutesOfHour: ({ seconds }) => Number((BigInt(seconds) / 60n) % 60n),
  secondsOfMinute: ({ seconds }) => Number(BigInt(seconds) % 60n),
  millisecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1e6),
  microsecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1e3),
  nanosecondsOfSecond: ({ nanoseconds }) => nanoseconds,
};

const nanosecondsOf = ({ seconds, nanoseconds }: Duration): bigint =>
  BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
