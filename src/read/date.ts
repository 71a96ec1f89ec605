// A publication date as people write it → ISO 8601. Only what has one meaning: 05/06/2025 is no date here.

/**
 * `2025-05-19`, or with a time `2025-05-19T14:05+03:00` (the zone as written; none where none is written). Undefined
 * where it can't be read for sure. Takes ISO 8601, RFC 2822, what JavaScript writes, and dates with an English month's
 * name; of zones by letters those that have one meaning (EST, BST, but not IST).
 */
export function isoDate(written: string): string | undefined {
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ \([^()]*\)$/, '');
  for (const [pattern, order] of dates) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [year, month, day] = order.map((group) => match[group] as string) as [string, string, string];
    const date = isoDay(Number(year), monthNumber(month), Number(day));
    const time = isoTime(text.slice(match[0].length));
    return date === undefined || time === undefined ? undefined : date + time;
  }
  return undefined;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?';

/** Each form with the groups that hold year, month and day. */
const dates: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})-(\d\d)-(\d\d)(?!\d)/, [1, 2, 3]],
  [/^(\d{4})(\d\d)(\d\d)(?=T\d|$)/, [1, 2, 3]],
  [new RegExp(`^${weekday}(\\d{1,2})(?:st|nd|rd|th)? ${month},? (\\d{4})(?!\\d)`, 'i'), [3, 2, 1]],
  [new RegExp(`^${weekday}${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i'), [3, 1, 2]],
];

const time =
  /^(?:,? (?:at |[-–—|] ?)?|T)(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)? ?([ap]\.?m\.?)? ?((?:UTC|GMT)?[+-]\d\d:?(?:\d\d)?|Z|[A-Z]{2,4})?$/i;

/** Hours from UTC by the letters of RFC 2822 and of European newsrooms. */
const zones: Readonly<Record<string, string>> = {
  ...{ Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', BST: '+01:00', WEST: '+01:00', CET: '+01:00', CEST: '+02:00' },
  ...{
    EET: '+02:00',
    EEST: '+03:00',
    MSK: '+03:00',
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
  },
  ...{
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
    AEST: '+10:00',
    AEDT: '+11:00',
    JST: '+09:00',
  },
};

function monthNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** The time after a date: '' where there is none, undefined where what stands there is no time. */
function isoTime(rest: string): string | undefined {
  if (rest === '') return '';
  const match = time.exec(rest);
  if (match === null) return undefined;
  const [, hourText, minute = '', second, half, zone = ''] = match;
  const hour = half ? (Number(hourText) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hourText);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const seconds = second === undefined ? '' : `:${second}`;
  return `T${String(hour).padStart(2, '0')}:${minute}${seconds}${isoZone(zone)}`;
}

/** Letters that mean several zones (IST) or none (ET, half the year one and half the other) leave the time without. */
function isoZone(zone: string): string {
  if (zone === '') return '';
  if (/^[A-Z]+$/i.test(zone)) return zones[zone.toUpperCase()] ?? '';
  const [, hours = '', minutes = '00'] = /([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return `${hours}${minutes}` === '+0000' || `${hours}${minutes}` === '-0000' ? 'Z' : `${hours}:${minutes}`;
}
