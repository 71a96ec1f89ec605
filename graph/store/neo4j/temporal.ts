// Temporal values across the border: ours to the driver's and back.
import * as driver from 'neo4j-driver';
import { dayNumber, yearMonthDay } from '../../cypher/temporal/calendar.ts';
import {
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  type Temporal,
  ZonedDateTime,
  ZonedTime,
} from '../../cypher/values.ts';

/** A temporal value as the driver sends it. */
export function temporalToDriver(value: Temporal): object {
  if (value instanceof LocalDate) return new driver.Date(...dateParts(value.epochDay));
  if (value instanceof LocalTime) return new driver.LocalTime(...clockParts(value.nanosecondOfDay));
  if (value instanceof ZonedTime)
    return new driver.Time(...clockParts(value.nanosecondOfDay), BigInt(value.offset));
  if (value instanceof LocalDateTime)
    return new driver.LocalDateTime(...dateParts(value.epochDay), ...clockParts(value.nanosecondOfDay));
  if (value instanceof ZonedDateTime)
    return new driver.DateTime(
      ...dateParts(value.epochDay),
      ...clockParts(value.nanosecondOfDay),
      BigInt(value.offset),
      value.zone,
    );
  const { months, days, seconds, nanoseconds } = value as Duration;
  return new driver.Duration(BigInt(months), BigInt(days), BigInt(seconds), BigInt(nanoseconds));
}

/** A temporal value of the driver as ours; null where it is none. */
export function temporalFromDriver(value: object): Temporal | null {
  if (driver.isDate(value)) return new LocalDate(dayOf(value));
  if (driver.isLocalTime(value)) return new LocalTime(timeOf(value));
  if (driver.isTime(value)) return new ZonedTime(timeOf(value), Number(value.timeZoneOffsetSeconds));
  if (driver.isLocalDateTime(value)) return new LocalDateTime(dayOf(value), timeOf(value));
  if (driver.isDateTime(value))
    return new ZonedDateTime(
      dayOf(value),
      timeOf(value),
      Number(value.timeZoneOffsetSeconds ?? 0),
      value.timeZoneId ?? null,
    );
  if (!driver.isDuration(value)) return null;
  const seconds = BigInt(String(value.seconds));
  return new Duration(
    Number(value.months),
    Number(value.days),
    Number.isSafeInteger(Number(seconds)) ? Number(seconds) : seconds,
    Number(value.nanoseconds),
  );
}

function dateParts(epochDay: number): [bigint, bigint, bigint] {
  const { year, month, day } = yearMonthDay(epochDay);
  return [BigInt(year), BigInt(month), BigInt(day)];
}

function clockParts(nanosecondOfDay: number): [bigint, bigint, bigint, bigint] {
  const second = Math.floor(nanosecondOfDay / 1e9);
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, nanosecondOfDay % 1e9];
  return parts.map(BigInt) as [bigint, bigint, bigint, bigint];
}

/** The driver's whole numbers are bigints, or objects of its own that `Number` knows how to take. */
type Whole = number | bigint | object;

const dayOf = ({
  year,
  month,
  day,
}: {
  readonly year: Whole;
  readonly month: Whole;
  readonly day: Whole;
}): number => dayNumber({ year: Number(year), month: Number(month), day: Number(day) });

const timeOf = (time: {
  readonly hour: Whole;
  readonly minute: Whole;
  readonly second: Whole;
  readonly nanosecond: Whole;
}): number =>
  (Number(time.hour) * 3600 + Number(time.minute) * 60 + Number(time.second)) * 1e9 + Number(time.nanosecond);
