// What date.truncate() and its kin give: a value cut off at a unit, and then changed where a map says so.
import { type Inner, type InnerMap, isMap, typeName } from '../inner.ts';
import { dayNumber, dayOfWeek, firstMonday, quarterOf, weekOf, yearMonthDay } from './calendar.ts';
import { construct, type Making, Parts } from './construct.ts';
import { inZone, type Moment, type MomentKind, momentOf, temporalOf, zoneOf } from './moment.ts';
import { Temporal } from './values.ts';

/** Errors: fails for an unknown unit, and for one that the value doesn't have. */
export function truncate(kind: MomentKind, values: readonly Inner[], making: Making): Inner {
  const { fail } = making;
  const [unit = null, given, map = {}] = values;
  const value = given === undefined ? construct(kind, undefined, making) : given;
  if (unit === null || value === null || map === null) return null;
  const moment = value instanceof Temporal ? momentOf(value) : null;
  if (typeof unit !== 'string' || moment === null || !isMap(map))
    return fail(`${kind}.truncate() takes a unit, a temporal value and a MAP.`);
  const cut = fits(kind, moment, unit) ? cutOff(moment, unit) : null;
  if (cut === null)
    return fail(
      `${kind}.truncate() can’t cut ${typeName(value)} off at ${JSON.stringify(unit)}.`,
      'ArgumentError',
    );
  const parts = new Parts(`${kind}.truncate`, map, fail);
  const epochDay = cut.epochDay === null ? null : parts.day(cut.epochDay);
  const isTimeless =
    kind === 'date' ||
    !['hour', 'minute', 'second', ...fractions].some((name) => Object.hasOwn(map as InnerMap, name));
  const nanosecondOfDay = isTimeless ? cut.nanosecondOfDay : timeOf(parts, cut.nanosecondOfDay);
  const zone = parts.zone() ?? zoneOf(moment);
  if (zone === null || kind === 'date' || kind === 'localtime' || kind === 'localdatetime')
    return temporalOf(kind, { epochDay, nanosecondOfDay, offset: 0, zone: null }, fail);
  if (kind === 'time')
    return temporalOf(
      kind,
      { ...moment, nanosecondOfDay, offset: typeof zone === 'number' ? zone : moment.offset },
      fail,
    );
  if (epochDay === null) return fail(`${typeName(value)} has no date to take.`);
  return temporalOf(kind, inZone(epochDay, nanosecondOfDay, zone, moment.offset), fail);
}

/** Whether a unit is neither too small for what is to come out nor too large. */
function fits(kind: MomentKind, { nanosecondOfDay }: Moment, unit: string): boolean {
  if (kind === 'date') return unit === 'day' || !timeUnits.has(unit);
  return kind === 'datetime' || kind === 'localdatetime' || (timeUnits.has(unit) && nanosecondOfDay !== null);
}

const fractions = ['millisecond', 'microsecond', 'nanosecond'];

/** Fractions come on top of what was left of the second. */
function timeOf(parts: Parts, base: number): number {
  const left = base % 1e9;
  const fraction = parts.fraction();
  const whole = parts.time(base);
  return fraction === null ? whole : whole - (whole % 1e9) + left + fraction;
}

/** A moment cut off at a unit; null where it can't be. */
function cutOff(
  { epochDay, nanosecondOfDay }: Moment,
  unit: string,
): { readonly epochDay: number | null; readonly nanosecondOfDay: number } | null {
  const size = timeUnits.get(unit);
  if (size !== undefined) {
    if (unit !== 'day' && nanosecondOfDay === null) return null;
    const time = nanosecondOfDay ?? 0;
    return { epochDay, nanosecondOfDay: time - (time % size) };
  }
  const cut = dayUnits.get(unit);
  return cut === undefined || epochDay === null ? null : { epochDay: cut(epochDay), nanosecondOfDay: 0 };
}

const timeUnits: ReadonlyMap<string, number> = new Map([
  ['day', 86_400e9],
  ['hour', 3600e9],
  ['minute', 60e9],
  ['second', 1e9],
  ['millisecond', 1e6],
  ['microsecond', 1e3],
]);

const ofYears = (count: number) => (day: number) =>
  dayNumber({ year: Math.trunc(yearMonthDay(day).year / count) * count, month: 1, day: 1 });

const dayUnits: ReadonlyMap<string, (day: number) => number> = new Map([
  ['millennium', ofYears(1000)],
  ['century', ofYears(100)],
  ['decade', ofYears(10)],
  ['year', ofYears(1)],
  ['weekYear', (day: number) => firstMonday(weekOf(day).weekYear)],
  [
    'quarter',
    (day: number) => {
      const { year, month } = yearMonthDay(day);
      return dayNumber({ year, month: quarterOf(month) * 3 - 2, day: 1 });
    },
  ],
  ['month', (day: number) => dayNumber({ ...yearMonthDay(day), day: 1 })],
  ['week', (day: number) => day - (dayOfWeek(day) - 1)],
]);
