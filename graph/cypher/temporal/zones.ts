// Time zones: offsets from UTC at a time, by the rules that Intl knows; offsets as text.

/** Seconds to be added to UTC in a named zone at a time, that in seconds from 1970. Cost: some microseconds. */
export function offsetAt(zone: string, epochSecond: number): number {
  const second = withinReach(Math.floor(epochSecond));
  const parts = formatterOf(zone).formatToParts(second * 1000);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const isBefore = parts.find((part) => part.type === 'era')?.value.startsWith('B') ?? false;
  const year = isBefore ? 1 - value('year') : value('year');
  const local = new Date(0);
  local.setUTCFullYear(year, value('month') - 1, value('day'));
  local.setUTCHours(value('hour'), value('minute'), value('second'));
  return local.getTime() / 1000 - second;
}

/** The 400 years of the calendar, after which it begins again: Intl knows no time beyond ±8.64e15 ms. */
const cycle = 146_097 * 86_400;
const reach = 8.64e12 - cycle;

function withinReach(epochSecond: number): number {
  if (Math.abs(epochSecond) <= reach) return epochSecond;
  return epochSecond - Math.sign(epochSecond) * Math.ceil((Math.abs(epochSecond) - reach) / cycle) * cycle;
}

/** A zone's name as it is written, of a name in any case and with spaces for underscores; null where there is none. */
export function zoneNamed(text: string): string | null {
  const name = text.replaceAll(' ', '_');
  if (!/^[A-Za-z][\w+\-/]{0,60}$/.test(name)) return null;
  try {
    const known = formatterOf(name).resolvedOptions().timeZone;
    // What is only another name for a zone stays.
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    return null;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/**
 * The offset in a zone of a local time (as if it were UTC, in seconds), and how far that must be moved: by the length of
 * the gap, where clocks were put forward over it. Where clocks were put back the earlier of two offsets counts, unless
 * `preferred` is the other. Source: java.time.ZonedDateTime.ofLocal.
 */
export function resolveLocal(
  zone: string,
  localSecond: number,
  preferred: number | null = null,
): { readonly offset: number; readonly shift: number } {
  const before = offsetAt(zone, localSecond - 86_400);
  const after = offsetAt(zone, localSecond + 86_400);
  const valid = [before, after].filter((offset) => offsetAt(zone, localSecond - offset) === offset);
  if (preferred !== null && valid.includes(preferred)) return { offset: preferred, shift: 0 };
  const [offset] = valid;
  if (offset !== undefined) return { offset, shift: 0 };
  const later = offsetAt(zone, localSecond - before);
  return { offset: later, shift: later - before };
}

/** The most that an offset may be, in seconds. Source: java.time.ZoneOffset. */
const widest = 18 * 3600;

/** The seconds of an offset as text (`Z`, `+01`, `+0100`, `+01:00:30`); null where it is none. */
export function offsetOfText(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const found = /^([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?$/.exec(text);
  if (found === null) return null;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return size > widest ? null : sign === '-' ? -size + 0 : size;
}

/** `Z`, `+01:00` or `+00:53:28`. */
export function textOfOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return `${offset < 0 ? '-' : '+'}${shown.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
