// When something is said to happen: the words of a sentence that tell a day, and the days that they mean.
import type { Reading } from './reading.ts';
import type { Word } from './tag.ts';

/** Words `from` to `to` of a sentence that tell when; days as ISO 8601 where they can be known. */
export interface TimePhrase {
  readonly from: number;
  readonly to: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The times in a sentence, in order. `published`: the article's date, against which "Monday" is read. */
export function timesOf(reading: Reading, published: string | undefined): TimePhrase[] {
  const found: TimePhrase[] = [];
  const { words } = reading;
  for (let at = 0; at < words.length; at++) {
    const time =
      dateAt(words, at) ??
      weekdayAt(words, at, published) ??
      spanAt(words, at, published) ??
      yearAt(words, at);
    if (time === undefined) continue;
    const dated = withYear(time, published);
    found.push(dated);
    at = time.to;
  }
  return found;
}

/** The time nearest to a word of its sentence; none where there is none. */
export function nearestTime(times: readonly TimePhrase[], word: number): TimePhrase | undefined {
  return times.reduce<TimePhrase | undefined>(
    (best, time) =>
      best === undefined || Math.abs(time.from - word) < Math.abs(best.from - word) ? time : best,
    undefined,
  );
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const dayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const monthOf = (word: Word | undefined): number => {
  if (word?.tag !== 'time') return -1;
  const start = word.lower.replace('.', '');
  return start.length < 3 ? -1 : monthNames.findIndex((name) => name.startsWith(start));
};

interface Raw extends TimePhrase {
  /** Month from 0 and day, where the year is open. */
  readonly month?: number;
  readonly day?: number;
}

function dateAt(words: readonly Word[], at: number): Raw | undefined {
  const month = monthOf(words[at]);
  const dayAfter = dayOf(words[at + 1]);
  if (month >= 0 && dayAfter > 0) return full(words, at, at + 1, month, dayAfter);
  const day = dayOf(words[at]);
  const of = words[at + 1]?.lower === 'of' ? 1 : 0;
  const monthAfter = monthOf(words[at + 1 + of]);
  if (day > 0 && monthAfter >= 0) return full(words, at, at + 1 + of, monthAfter, day);
  if (month >= 0) {
    const year = yearOf(words[at + 1]);
    const last = year === undefined ? at : at + 1;
    if (year === undefined) return { from: at, to: last, firstDay: null, lastDay: null };
    return { from: at, to: last, firstDay: iso(year, month, 1), lastDay: iso(year, month + 1, 0) };
  }
  return undefined;
}

function full(words: readonly Word[], from: number, to: number, month: number, day: number): Raw {
  const comma = words[to + 1]?.text === ',' ? 1 : 0;
  const year = yearOf(words[to + 1 + comma]);
  if (year === undefined) return { from, to, firstDay: null, lastDay: null, month, day };
  return { from, to: to + 1 + comma, firstDay: iso(year, month, day), lastDay: iso(year, month, day) };
}

const dayOf = (word: Word | undefined): number => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word?.lower ?? '');
  const day = match === null ? 0 : Number(match[1]);
  return day <= 31 ? day : 0;
};

const yearOf = (word: Word | undefined): number | undefined =>
  /^(?:19|20)\d\d$/.test(word?.text ?? '') ? Number(word?.text) : undefined;

/** A weekday is the last one before the report, unless "next" or "on … will" says otherwise; that is left open. */
function weekdayAt(words: readonly Word[], at: number, published: string | undefined): Raw | undefined {
  const word = words[at] as Word;
  if (word.tag !== 'time') return undefined;
  const day = dayNames.indexOf(word.lower);
  const relative = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word.lower];
  if (day < 0 && relative === undefined) return undefined;
  const date = published === undefined ? undefined : new Date(published.slice(0, 10));
  if (date === undefined || Number.isNaN(date.getTime()) || words[at - 1]?.lower === 'next')
    return { from: at, to: at, firstDay: null, lastDay: null };
  const shift = relative ?? -((date.getUTCDay() - day + 7) % 7);
  const future =
    relative === undefined &&
    words.slice(Math.max(0, at - 12), at).some((other) => other.lower === 'will' || other.lower === 'would');
  if (future) return { from: at, to: at, firstDay: null, lastDay: null };
  const found = iso(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + shift);
  return { from: at, to: at, firstDay: found, lastDay: found };
}

/** "last week", "in the coming days". */
function spanAt(words: readonly Word[], at: number, published: string | undefined): Raw | undefined {
  if (
    !/^(?:last|next|this|coming)$/.test(words[at]?.lower ?? '') ||
    !/^(?:week|month|year|days|weeks|weekend)$/.test(words[at + 1]?.lower ?? '')
  )
    return undefined;
  const date = published === undefined ? undefined : new Date(published.slice(0, 10));
  if (
    date === undefined ||
    Number.isNaN(date.getTime()) ||
    words[at]?.lower !== 'last' ||
    words[at + 1]?.lower !== 'week'
  )
    return { from: at, to: at + 1, firstDay: null, lastDay: null };
  const monday = date.getUTCDate() - ((date.getUTCDay() + 6) % 7) - 7;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: at, to: at + 1, firstDay: iso(year, month, monday), lastDay: iso(year, month, monday + 6) };
}

function yearAt(words: readonly Word[], at: number): Raw | undefined {
  const year = yearOf(words[at]);
  if (year === undefined || !/^(?:in|since|until|by|of|during)$/.test(words[at - 1]?.lower ?? ''))
    return undefined;
  return { from: at, to: at, firstDay: iso(year, 0, 1), lastDay: iso(year, 11, 31) };
}

/** A day without a year is the one nearest to the report. */
function withYear(time: Raw, published: string | undefined): TimePhrase {
  const { from, to, month, day } = time;
  if (month === undefined || day === undefined)
    return { from, to, firstDay: time.firstDay, lastDay: time.lastDay };
  const date = published === undefined ? undefined : new Date(published.slice(0, 10));
  if (date === undefined || Number.isNaN(date.getTime())) return { from, to, firstDay: null, lastDay: null };
  const years = [-1, 0, 1].map((shift) => date.getUTCFullYear() + shift);
  const distance = (year: number) => Math.abs(Date.UTC(year, month, day) - date.getTime());
  const year = years.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  return { from, to, firstDay: iso(year, month, day), lastDay: iso(year, month, day) };
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
