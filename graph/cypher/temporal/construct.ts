// Temporal values from what Cypher's date(), time() and their kin take: a map of parts, a text, another value, or
// nothing, which means now.
import type { Fail } from '../arithmetic.ts';
import { type Inner, type InnerMap, isInteger, isMap, isNumeric, typeName } from '../inner.ts';
import { Float } from '../values.ts';
import {
  dayNumber,
  dayOfWeek,
  daysInMonth,
  firstMonday,
  firstOfQuarter,
  isLeapYear,
  quarterOf,
  weekOf,
  yearMonthDay,
} from './calendar.ts';
import { durationOf } from './duration.ts';
import {
  instantOf,
  inZone,
  type Moment,
  type MomentKind,
  momentOf,
  plusSeconds,
  temporalOf,
  type Zone,
  zoneOf,
} from './moment.ts';
import { parseDuration, parseTemporal } from './parse.ts';
import { Duration, Temporal } from './values.ts';
import { offsetAt, offsetOfText, zoneNamed } from './zones.ts';

/** What a function may use besides its argument. */
export interface Making {
  readonly fail: Fail;
  /** The time at which the query began, in milliseconds from 1970. */
  readonly now: number;
}

/** The value that `date(given)` and its kin make; `given` is undefined where there is no argument. */
export function construct(kind: MomentKind, given: Inner | undefined, making: Making): Inner {
  const { fail, now } = making;
  if (given === undefined) return temporalOf(kind, atInstant(now, 0), fail);
  if (given === null) return null;
  if (typeof given === 'string') return fromText(kind, given, making);
  if (given instanceof Temporal) return fromMap(kind, { [sourceOf(kind)]: given }, making);
  if (isMap(given)) return fromMap(kind, given, making);
  return fail(`${kind}() takes a MAP, a STRING or a temporal value, not ${typeName(given)}.`);
}

const sourceOf = (kind: MomentKind): string =>
  kind === 'date' ? 'date' : kind === 'localtime' || kind === 'time' ? 'time' : 'datetime';

/** A time in milliseconds from 1970 as it shows in a zone. */
export function atInstant(milliseconds: number, zone: Zone, nanoseconds = 0): Moment {
  const second = Math.floor(milliseconds / 1000);
  const offset = typeof zone === 'number' ? zone : offsetAt(zone, second);
  const local = plusSeconds(0, (milliseconds - second * 1000) * 1e6 + nanoseconds, second + offset);
  return { ...local, offset, zone: typeof zone === 'number' ? null : zone };
}

function fromText(kind: MomentKind, text: string, { fail }: Making): Inner {
  const what = kind === 'date' ? 'date' : kind === 'localtime' || kind === 'time' ? 'time' : 'either';
  const parsed = parseTemporal(text, what);
  const { epochDay = null, nanosecondOfDay = 0, offset, zone } = parsed ?? {};
  const isFitting =
    parsed !== null &&
    (kind === 'datetime' || zone === undefined) &&
    (kind === 'datetime' || kind === 'time' || offset === undefined) &&
    (kind !== 'date' || parsed.nanosecondOfDay === undefined);
  if (!isFitting) return fail(`${JSON.stringify(text)} is no ${kind}.`, 'ArgumentError');
  if (zone === undefined)
    return temporalOf(kind, { epochDay, nanosecondOfDay, offset: offset ?? 0, zone: null }, fail);
  const local = inZone(epochDay ?? 0, nanosecondOfDay, zone, offset ?? null);
  if (offset !== undefined && local.offset !== offset)
    return fail(`${zone} has another offset than ${JSON.stringify(text)} says.`, 'ArgumentError');
  return temporalOf(kind, local, fail);
}

/** The same instant in another zone. */
export function moved(moment: Moment, zone: Zone): Moment {
  const second = Number(instantOf(moment) / 1_000_000_000n) - (instantOf(moment) < 0n ? 1 : 0);
  const offset = typeof zone === 'number' ? zone : offsetAt(zone, second);
  const local = plusSeconds(moment.epochDay ?? 0, moment.nanosecondOfDay ?? 0, offset - (moment.offset ?? 0));
  return { ...local, offset, zone: typeof zone === 'number' ? null : zone };
}

/** A value of a kind from a map of parts, which may begin from other values (`date`, `time`, `datetime`). */
export function fromMap(kind: MomentKind, map: InnerMap, making: Making): Inner {
  const { fail, now } = making;
  const parts = new Parts(kind, map, fail);
  const zone = parts.zone();
  const epoch = parts.epoch();
  if (epoch !== null)
    return temporalOf(kind, atInstant(epoch, zone ?? 0, parts.number('nanosecond') ?? 0), fail);
  if (Object.keys(map).every((key) => key === 'timezone'))
    return temporalOf(kind, atInstant(now, zone ?? 0), fail);
  const dateSource = parts.source('date', 'epochDay');
  const timeSource = parts.source('time', 'nanosecondOfDay');
  const isDated = kind === 'date' || kind === 'localdatetime' || kind === 'datetime';
  const epochDay = isDated ? parts.day(dateSource?.epochDay ?? null) : null;
  const nanosecondOfDay = kind === 'date' ? 0 : parts.time(timeSource?.nanosecondOfDay ?? null);
  if (kind === 'date' || kind === 'localtime' || kind === 'localdatetime')
    return temporalOf(kind, { epochDay, nanosecondOfDay, offset: null, zone: null }, fail);
  const own = timeSource === null ? null : kind === 'time' ? timeSource.offset : zoneOf(timeSource);
  if (kind === 'time') {
    const wanted = typeof zone === 'string' ? offsetAt(zone, now / 1000) : zone;
    const local = { epochDay: 0, nanosecondOfDay, offset: (own as number | null) ?? wanted ?? 0, zone: null };
    return temporalOf(kind, wanted === null || own === null ? local : moved(local, wanted), fail);
  }
  const preferred = timeSource?.offset ?? null;
  const local = inZone(epochDay as number, nanosecondOfDay, own ?? zone ?? 0, preferred);
  return temporalOf(kind, zone === null || own === null ? local : moved(local, zone), fail);
}

/** A map's parts, looked at with the right complaints. */
export class Parts {
  readonly #kind: string;
  readonly #map: InnerMap;
  readonly #fail: Fail;

  constructor(kind: string, map: InnerMap, fail: Fail) {
    this.#kind = kind;
    this.#map = map;
    this.#fail = fail;
    const unknown = Object.keys(map).find((key) => !isKnown(kind, key));
    if (unknown !== undefined) this.#wrong(`${kind}() knows no part "${unknown}".`);
    for (const [one, ...others] of rivals) {
      const other = others.find((key) => map[key] != null);
      if (one.some((key) => map[key] != null) && other !== undefined)
        this.#wrong(
          `${kind}() can’t take "${other}" together with "${one.find((key) => map[key] != null)}".`,
        );
    }
  }

  /** A whole number; undefined where it is not given. */
  number(key: string): number | undefined {
    const value = Object.hasOwn(this.#map, key) ? (this.#map[key] as Inner) : null;
    if (value === null) return undefined;
    if (isInteger(value)) return Number(value);
    return this.#fail(`${this.#kind}() takes ${key} as a whole number, not as ${typeName(value)}.`);
  }

  zone(): Zone | null {
    const value = this.#map.timezone;
    if (value === undefined) return null;
    if (typeof value !== 'string') return this.#fail('A timezone is a STRING.');
    const offset = offsetOfText(value);
    if (offset !== null) return offset;
    return zoneNamed(value) ?? this.#wrong(`There is no timezone ${JSON.stringify(value)}.`);
  }

  /** Milliseconds from 1970, where the map has them in one form or the other. */
  epoch(): number | null {
    const [seconds, milliseconds] = [this.number('epochSeconds'), this.number('epochMillis')];
    return milliseconds ?? (seconds === undefined ? null : seconds * 1000);
  }

  /** The value that a date or time is taken from; null where there is none. */
  source(name: 'date' | 'time', part: 'epochDay' | 'nanosecondOfDay'): Moment | null {
    const value = this.#map[name] ?? this.#map.datetime;
    if (value === undefined || value === null) return null;
    const moment = value instanceof Temporal ? momentOf(value) : null;
    if (moment === null || moment[part] === null)
      return this.#fail(`${typeName(value)} has no ${name} to take.`);
    return moment;
  }

  /** The day that the parts name, those that are missing taken from `base`. */
  day(base: number | null): number {
    const given = base === null ? null : yearMonthDay(base);
    const week = this.number('week');
    const weekDay = this.number('dayOfWeek');
    if (week !== undefined || weekDay !== undefined) {
      const of = base === null ? null : weekOf(base);
      const year = this.number('year') ?? of?.weekYear ?? this.#missing('year');
      const number = week ?? of?.week ?? this.#missing('week');
      const monday = firstMonday(year) + (this.#within('week', number, 1, 53) - 1) * 7;
      const day = weekDay ?? (base === null ? 1 : dayOfWeek(base));
      return monday + this.#within('dayOfWeek', day, 1, 7) - 1;
    }
    const year = this.#within(
      'year',
      this.number('year') ?? given?.year ?? this.#missing('year'),
      -999_999_999,
      999_999_999,
    );
    const first = dayNumber({ year, month: 1, day: 1 });
    const ordinal = this.number('ordinalDay');
    if (ordinal !== undefined)
      return first + this.#within('ordinalDay', ordinal, 1, isLeapYear(year) ? 366 : 365) - 1;
    const quarter = this.number('quarter');
    const dayOfQuarter = this.number('dayOfQuarter');
    if (quarter !== undefined || dayOfQuarter !== undefined) {
      const before = given === null ? null : quarterOf(given.month);
      const number = this.#within('quarter', quarter ?? before ?? this.#missing('quarter'), 1, 4);
      const own =
        base === null || given === null ? 1 : base - firstOfQuarter(given.year, before as number) + 1;
      const start = firstOfQuarter(year, number);
      const end =
        number === 4 ? dayNumber({ year: year + 1, month: 1, day: 1 }) : firstOfQuarter(year, number + 1);
      return start + this.#within('dayOfQuarter', dayOfQuarter ?? own, 1, end - start) - 1;
    }
    const month = this.#within('month', this.number('month') ?? given?.month ?? 1, 1, 12);
    if (given === null && this.number('day') !== undefined && this.number('month') === undefined)
      this.#missing('month');
    const longest = daysInMonth(year, month);
    const day = this.number('day') ?? Math.min(given?.day ?? 1, longest);
    return dayNumber({ year, month, day: this.#within('day', day, 1, longest) });
  }

  /** The nanosecond of the day, likewise. */
  time(base: number | null): number {
    const parts = [
      ['hour', 23, 3600e9],
      ['minute', 59, 60e9],
      ['second', 59, 1e9],
    ] as const;
    let total = 0;
    let left = base ?? 0;
    let missing: string | null = null;
    for (const [name, most, size] of parts) {
      const own = Math.floor(left / size);
      left -= own * size;
      const number = this.number(name);
      if (number !== undefined && missing !== null) this.#missing(missing);
      if (number === undefined && base === null) missing ??= name;
      total += this.#within(name, number ?? own, 0, most) * size;
    }
    const fraction = this.fraction();
    if (fraction !== null && missing !== null) this.#missing(missing);
    return total + (fraction ?? left);
  }

  /** What millisecond, microsecond and nanosecond come to in nanoseconds; null where none is given. */
  fraction(): number | null {
    const [ms, us, ns] = ['millisecond', 'microsecond', 'nanosecond'].map((name) => this.number(name));
    if (ms === undefined && us === undefined && ns === undefined) return null;
    const mostMicroseconds = ms === undefined ? 999_999 : 999;
    const mostNanoseconds = us !== undefined ? 999 : ms !== undefined ? 999_999 : 999_999_999;
    return (
      this.#within('millisecond', ms ?? 0, 0, 999) * 1e6 +
      this.#within('microsecond', us ?? 0, 0, mostMicroseconds) * 1e3 +
      this.#within('nanosecond', ns ?? 0, 0, mostNanoseconds)
    );
  }

  #within(name: string, value: number, least: number, most: number): number {
    if (value >= least && value <= most) return value;
    return this.#wrong(`${this.#kind}() takes ${name} from ${least} to ${most}, and this is ${value}.`);
  }

  #missing(name: string): never {
    return this.#wrong(`${this.#kind}() needs ${name} as well.`);
  }

  #wrong(problem: string): never {
    return this.#fail(problem, 'ArgumentError');
  }
}

const dateParts = new Set('year month day week dayOfWeek ordinalDay quarter dayOfQuarter date'.split(' '));
const timeParts = new Set('hour minute second millisecond microsecond nanosecond time'.split(' '));

/** Whether a function takes a part: date() no hour, localtime() no year. */
function isKnown(kind: string, key: string): boolean {
  if (dateParts.has(key)) return !/^(?:local)?time/.test(kind);
  if (timeParts.has(key)) return !/^date(?:\.|$)/.test(kind);
  return ['timezone', 'datetime', 'epochSeconds', 'epochMillis'].includes(key);
}

/** Ways to name a day, or to take it from elsewhere, that exclude each other: the first with all others. */
const rivals: readonly (readonly [readonly string[], ...string[]])[] = [
  [['week', 'dayOfWeek'], 'month', 'day', 'ordinalDay', 'quarter', 'dayOfQuarter'],
  [['ordinalDay'], 'month', 'day', 'quarter', 'dayOfQuarter'],
  [['quarter', 'dayOfQuarter'], 'month', 'day'],
  [['datetime'], 'date', 'time'],
];

/** The duration that `duration(given)` makes. */
export function constructDuration(given: Inner, { fail }: Making): Inner {
  if (given === null || given instanceof Duration) return given;
  if (typeof given === 'string') {
    const amounts = parseDuration(given);
    return amounts === null
      ? fail(`${JSON.stringify(given)} is no duration.`, 'ArgumentError')
      : durationOf(amounts, fail);
  }
  if (!isMap(given)) return fail(`duration() takes a MAP or a STRING, not ${typeName(given)}.`);
  const entries = Object.entries(given).map(([unit, amount]) => {
    if (isNumeric(amount)) return [unit, amount instanceof Float ? amount.value : amount] as const;
    return fail(`duration() takes ${unit} as a number, not as ${typeName(amount)}.`);
  });
  return durationOf(Object.fromEntries(entries), fail);
}
