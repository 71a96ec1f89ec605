// Points in time as parts: what the temporal values have in common when they are taken apart, joined and compared.
import type { Fail } from '../arithmetic.ts';
import { firstDay, lastDay } from './calendar.ts';
import {
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  type Temporal,
  ZonedDateTime,
  ZonedTime,
} from './values.ts';
import { resolveLocal } from './zones.ts';

export const nanosecondsOfDay = 86_400e9;

/** A zone: a fixed offset in seconds, or a name, whose offset depends on the time. */
export type Zone = number | string;

/** The parts that a value has. */
export interface Moment {
  readonly epochDay: number | null;
  readonly nanosecondOfDay: number | null;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** The parts of a value; null for a duration. */
export function momentOf(value: Temporal): Moment | null {
  if (value instanceof Duration) return null;
  const parts = value as Partial<Moment>;
  return {
    epochDay: parts.epochDay ?? null,
    nanosecondOfDay: parts.nanosecondOfDay ?? null,
    offset: parts.offset ?? null,
    zone: parts.zone ?? null,
  };
}

/** The zone that a moment is in; null where it is in none. */
export const zoneOf = ({ zone, offset }: Moment): Zone | null => zone ?? offset;

/** The kinds of points in time, by the names of the functions that make them. */
export type MomentKind = 'date' | 'localtime' | 'time' | 'localdatetime' | 'datetime';

/** The value of a kind with these parts; midnight, and UTC, for what is missing. Fails beyond the calendar. */
export function temporalOf(kind: MomentKind, moment: Moment, fail: Fail): Temporal {
  const { epochDay, nanosecondOfDay, zone } = moment;
  const time = nanosecondOfDay ?? 0;
  if (kind === 'localtime') return new LocalTime(time);
  if (kind === 'time') return new ZonedTime(time, moment.offset ?? 0);
  const day = epochDay ?? fail('A date is missing.', 'ArgumentError');
  if (day < firstDay || day > lastDay)
    fail('Dates reach from the year -999999999 to 999999999.', 'ArgumentError');
  if (kind === 'date') return new LocalDate(day);
  if (kind === 'localdatetime') return new LocalDateTime(day, time);
  return new ZonedDateTime(day, time, moment.offset ?? 0, zone);
}

/** A local time in a zone, moved where that has no such time. `preferred` is the offset where the zone has two. */
export function inZone(
  epochDay: number,
  nanosecondOfDay: number,
  zone: Zone,
  preferred: number | null = null,
): Moment {
  if (typeof zone === 'number') return { epochDay, nanosecondOfDay, offset: zone, zone: null };
  const second = epochDay * 86_400 + Math.floor(nanosecondOfDay / 1e9);
  const { offset, shift } = resolveLocal(zone, second, preferred);
  return { ...plusSeconds(epochDay, nanosecondOfDay, shift), offset, zone };
}

/** A local time some seconds later. */
export function plusSeconds(
  epochDay: number,
  nanosecondOfDay: number,
  seconds: number,
): { readonly epochDay: number; readonly nanosecondOfDay: number } {
  const total = Math.floor(nanosecondOfDay / 1e9) + seconds;
  const days = Math.floor(total / 86_400);
  return {
    epochDay: epochDay + days,
    nanosecondOfDay: (total - days * 86_400) * 1e9 + (nanosecondOfDay % 1e9),
  };
}

/** Nanoseconds from 1970-01-01T00:00Z; a local time counts as UTC, a time as of that day. */
export function instantOf({ epochDay, nanosecondOfDay, offset }: Moment): bigint {
  const seconds = BigInt(epochDay ?? 0) * 86_400n - BigInt(offset ?? 0);
  return seconds * 1_000_000_000n + BigInt(nanosecondOfDay ?? 0);
}

/** A number or bigint in the one form of an INTEGER. */
export function integerOf(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
