// A point in time some duration later or earlier.
import type { Fail } from '../arithmetic.ts';
import { plusMonths } from './calendar.ts';
import { atInstant } from './construct.ts';
import { instantOf, inZone, type Moment, momentOf, nanosecondsOfDay, temporalOf, zoneOf } from './moment.ts';
import {
  type Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  type Temporal,
  ZonedDateTime,
  ZonedTime,
} from './values.ts';

/** Months first, then days, then seconds: as calendars count them, and the last along real time. */
export function shifted(value: Temporal, duration: Duration, sign: 1 | -1, fail: Fail): Temporal {
  if (value instanceof LocalTime) return new LocalTime(wrapped(value.nanosecondOfDay, duration, sign));
  if (value instanceof ZonedTime)
    return new ZonedTime(wrapped(value.nanosecondOfDay, duration, sign), value.offset);
  const moment = momentOf(value) as Moment;
  const months = plusMonths(moment.epochDay as number, sign * duration.months);
  const day = months + sign * duration.days;
  const seconds = BigInt(sign) * (BigInt(duration.seconds) * 1_000_000_000n + BigInt(duration.nanoseconds));
  if (value instanceof LocalDate)
    return temporalOf(
      'date',
      { ...moment, epochDay: day + Number(seconds / BigInt(nanosecondsOfDay)) },
      fail,
    );
  const time = moment.nanosecondOfDay as number;
  if (value instanceof LocalDateTime) {
    const total = instantOf({ epochDay: day, nanosecondOfDay: time, offset: 0, zone: null }) + seconds;
    return temporalOf('localdatetime', momentAt(total, 0), fail);
  }
  if (!(value instanceof ZonedDateTime)) return fail('A duration can’t be shifted.');
  const zone = zoneOf(moment) as number | string;
  const local = inZone(day, time, zone, moment.offset);
  return temporalOf('datetime', momentAt(instantOf(local) + seconds, zone), fail);
}

/** A time in nanoseconds from 1970 as it shows in a zone. */
function momentAt(instant: bigint, zone: number | string): Moment {
  const million = 1_000_000n;
  const rest = ((instant % million) + million) % million;
  return atInstant(Number((instant - rest) / million), zone, Number(rest));
}

function wrapped(nanosecondOfDay: number, { seconds, nanoseconds }: Duration, sign: 1 | -1): number {
  const day = BigInt(nanosecondsOfDay);
  const total =
    BigInt(nanosecondOfDay) + BigInt(sign) * (BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds));
  return Number(((total % day) + day) % day);
}
