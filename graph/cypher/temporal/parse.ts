// Temporal values from text, in the forms of ISO 8601 that Cypher takes. Gives parts; construct.ts makes values of them.
import { dayNumber, daysInMonth, firstMonday, isLeapYear } from './calendar.ts';
import { offsetOfText, zoneNamed } from './zones.ts';

/** What a text says: what it doesn't say is absent. */
export interface Parsed {
  readonly epochDay?: number;
  readonly nanosecondOfDay?: number;
  readonly offset?: number;
  readonly zone?: string;
}

/** The longest form there is has fewer characters. */
const longest = 120;

/** A date, a time, or both with a T between them, and a zone; null where the text is none of it. */
export function parseTemporal(text: string, what: 'date' | 'time' | 'either'): Parsed | null {
  if (text.length > longest) return null;
  const [head = '', name] = text.endsWith(']') ? text.slice(0, -1).split('[', 2) : [text];
  const zone = name === undefined ? undefined : zoneNamed(name);
  if (zone === null) return null;
  const [date = '', time] = what === 'time' ? ['', head.replace(/^T/, '')] : head.split('T', 2);
  const parts: Parsed = { ...(zone === undefined ? {} : { zone }) };
  const epochDay = what === 'time' ? undefined : parseDate(date);
  if (epochDay === null) return null;
  const clock = time === undefined ? {} : parseClock(time);
  if (clock === null) return null;
  return { ...parts, ...clock, ...(epochDay === undefined ? {} : { epochDay }) };
}

function parseDate(text: string): number | null {
  const year = /^(?:[+-]\d{4,9}|\d{4})/.exec(text)?.[0];
  if (year === undefined) return null;
  return dayOf(Number(year), text.slice(year.length));
}

/** The day that the rest of a date names: `-07-21`, `0721`, `-W30-2`, `W302`, `-202`, or nothing at all. */
function dayOf(year: number, rest: string): number | null {
  const found =
    /^(?:-(?<m>\d\d?)(?:-(?<d>\d\d?))?|(?<m2>\d\d)(?<d2>\d\d)?|-?(?<o>\d{3})|-W(?<w>\d\d)(?:-(?<k>\d))?|W(?<w2>\d\d)(?<k2>\d)?|)$/.exec(
      rest,
    )?.groups;
  if (found === undefined) return null;
  const number = (...names: string[]) => {
    const text = names.map((name) => found[name]).find((value) => value !== undefined);
    return text === undefined ? undefined : Number(text);
  };
  const [ordinal, week] = [number('o'), number('w', 'w2')];
  if (ordinal !== undefined) {
    if (ordinal < 1 || ordinal > (isLeapYear(year) ? 366 : 365)) return null;
    return dayNumber({ year, month: 1, day: 1 }) + ordinal - 1;
  }
  if (week !== undefined) {
    const day = number('k', 'k2') ?? 1;
    const monday = firstMonday(year) + (week - 1) * 7;
    if (week < 1 || monday >= firstMonday(year + 1) || day < 1 || day > 7) return null;
    return monday + day - 1;
  }
  const [month, day] = [number('m', 'm2') ?? 1, number('d', 'd2') ?? 1];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber({ year, month, day });
}

/** `21:40:32.142+01:00`, `214032.142Z`, `21` … */
function parseClock(text: string): Parsed | null {
  const found =
    /^(\d\d)(?:(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)|(?:(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?))?(Z|z|[+-].*)?$/.exec(
      text,
    );
  if (found === null) return null;
  const [, hour = '0', minute, second, fraction, minute2, second2, fraction2, zone] = found;
  const parts = [hour, minute ?? minute2 ?? '0', second ?? second2 ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return null;
  const nanoseconds = Number((fraction ?? fraction2 ?? '').padEnd(9, '0'));
  const nanosecondOfDay = (parts[0] * 3600 + parts[1] * 60 + parts[2]) * 1e9 + nanoseconds;
  if (zone === undefined) return { nanosecondOfDay };
  const offset = offsetOfText(zone);
  return offset === null ? null : { nanosecondOfDay, offset };
}

/** Amounts of a duration by unit, as in the map that duration() takes. */
export type Amounts = Readonly<Record<string, number | bigint>>;

/** A duration's parts: `P1Y2M10DT2H30M`, or by place, `P2012-02-02T14:37:21.545`; null where the text is none. */
export function parseDuration(text: string): Amounts | null {
  if (text.length > longest) return null;
  return parseByUnit(text) ?? parseByPlace(text);
}

function parseByUnit(text: string): Amounts | null {
  const number = '([+-]?\\d+(?:[.,]\\d+)?)';
  const found = new RegExp(
    `^([+-]?)P(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  ).exec(text);
  if (found === null) return null;
  const [, sign, years, months, weeks, days, time, hours, minutes, seconds] = found;
  const amounts = { years, months, weeks, days, hours, minutes };
  const given = Object.entries(amounts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (given.length + (seconds === undefined ? 0 : 1) === 0 || time === 'T') return null;
  const factor = sign === '-' ? -1 : 1;
  const parts = given.map(([unit, amount]) => [unit, factor * Number(amount.replace(',', '.'))] as const);
  return { ...Object.fromEntries(parts), ...(seconds === undefined ? {} : secondsOf(seconds, factor)) };
}

/** Seconds and their fraction apart, so that every digit counts. */
function secondsOf(text: string, factor: number): Amounts {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split(/[.,]/);
  const sign = text.startsWith('-') ? -factor : factor;
  return { seconds: sign * Number(whole), nanoseconds: sign * Number(fraction.slice(0, 9).padEnd(9, '0')) };
}

function parseByPlace(text: string): Amounts | null {
  const found =
    /^P(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:[.,]\d{1,9})?))?$/.exec(text) ??
    /^P(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:[.,]\d{1,9})?)$/.exec(text);
  if (found === null) return null;
  const [years, months, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { years, months, days, hours, minutes, ...secondsOf(found[6] ?? '0', 1) };
}
