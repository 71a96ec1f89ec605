// The temporal values: dates, times and durations with nanoseconds, as readonly records that know their text. How they
// are made, taken apart and added to stands in the other files of this folder.
import { yearMonthDay } from './calendar.ts';
import { textOfOffset } from './zones.ts';

/** What all temporal values have in common: `String(value)` is what Cypher's toString() gives. */
export abstract class Temporal {
  abstract toString(): string;
  toJSON(): string {
    return this.toString();
  }
}

/** A DATE. */
export class LocalDate extends Temporal {
  /** Days from 1970-01-01. */
  readonly epochDay: number;
  constructor(epochDay: number) {
    super();
    this.epochDay = epochDay;
  }
  override toString(): string {
    return textOfDate(this.epochDay);
  }
}

/** A LOCAL TIME: of a day, in no zone. */
export class LocalTime extends Temporal {
  /** Nanoseconds from midnight. */
  readonly nanosecondOfDay: number;
  constructor(nanosecondOfDay: number) {
    super();
    this.nanosecondOfDay = nanosecondOfDay;
  }
  override toString(): string {
    return textOfTime(this.nanosecondOfDay);
  }
}

/** A ZONED TIME: of a day, with an offset from UTC. */
export class ZonedTime extends Temporal {
  /** Nanoseconds from midnight, as the clocks there show them. */
  readonly nanosecondOfDay: number;
  /** Seconds to be added to UTC. */
  readonly offset: number;
  constructor(nanosecondOfDay: number, offset: number) {
    super();
    this.nanosecondOfDay = nanosecondOfDay;
    this.offset = offset;
  }
  override toString(): string {
    return textOfTime(this.nanosecondOfDay) + textOfOffset(this.offset);
  }
}

/** A LOCAL DATETIME: in no zone. */
export class LocalDateTime extends Temporal {
  readonly epochDay: number;
  readonly nanosecondOfDay: number;
  constructor(epochDay: number, nanosecondOfDay: number) {
    super();
    this.epochDay = epochDay;
    this.nanosecondOfDay = nanosecondOfDay;
  }
  override toString(): string {
    return `${textOfDate(this.epochDay)}T${textOfTime(this.nanosecondOfDay)}`;
  }
}

/** A ZONED DATETIME: with an offset, and the zone that it comes from where that has a name. */
export class ZonedDateTime extends Temporal {
  /** Day and nanosecond are what calendar and clocks there show. */
  readonly epochDay: number;
  readonly nanosecondOfDay: number;
  readonly offset: number;
  readonly zone: string | null;
  constructor(epochDay: number, nanosecondOfDay: number, offset: number, zone: string | null = null) {
    super();
    this.epochDay = epochDay;
    this.nanosecondOfDay = nanosecondOfDay;
    this.offset = offset;
    this.zone = zone;
  }
  override toString(): string {
    const zone = this.zone === null ? '' : `[${this.zone}]`;
    return `${textOfDate(this.epochDay)}T${textOfTime(this.nanosecondOfDay)}${textOfOffset(this.offset)}${zone}`;
  }
}

/** A DURATION: months, days and seconds stand apart, because neither months nor days are always as long. */
export class Duration extends Temporal {
  readonly months: number;
  readonly days: number;
  /** A bigint beyond ±2^53. */
  readonly seconds: number | bigint;
  /** From 0 to 999,999,999, also where the seconds are negative. */
  readonly nanoseconds: number;
  constructor(months: number, days: number, seconds: number | bigint, nanoseconds: number) {
    super();
    this.months = months;
    this.days = days;
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
  }
  override toString(): string {
    return textOfDuration(this);
  }
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

function textOfDate(epochDay: number): string {
  const { year, month, day } = yearMonthDay(epochDay);
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Without zeros at the end of a fraction. */
function textOfTime(nanosecondOfDay: number): string {
  const seconds = Math.floor(nanosecondOfDay / 1e9);
  const nanoseconds = nanosecondOfDay % 1e9;
  const clock = `${padded(Math.floor(seconds / 3600), 2)}:${padded(Math.floor(seconds / 60) % 60, 2)}`;
  return `${clock}:${padded(seconds % 60, 2)}${fraction(nanoseconds)}`;
}

const fraction = (nanoseconds: number): string =>
  nanoseconds === 0 ? '' : `.${padded(nanoseconds, 9).replace(/0+$/, '')}`;

/** Source: Neo4j's DurationValue: each part with its own sign, seconds and fraction with one. */
function textOfDuration({ months, days, seconds, nanoseconds }: Duration): string {
  const isNegative = seconds < 0;
  let whole = BigInt(seconds);
  let rest = nanoseconds;
  if (isNegative && rest > 0) {
    whole += 1n;
    rest = 1e9 - rest;
  }
  const part = (amount: number | bigint, unit: string) =>
    amount === 0 || amount === 0n ? '' : `${amount}${unit}`;
  const date = part(Math.trunc(months / 12), 'Y') + part(months % 12, 'M') + part(days, 'D');
  const second = whole % 60n;
  const sign = isNegative && second === 0n && rest > 0 ? '-' : '';
  const time =
    part(whole / 3600n, 'H') +
    part((whole / 60n) % 60n, 'M') +
    (second === 0n && rest === 0 ? '' : `${sign}${second}${fraction(rest)}S`);
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}
