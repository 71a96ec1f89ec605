// The words of which time expressions are made, as data.
import type { Unit } from './calendar.ts';

const indexed = (words: string, first: number): [string, number][] =>
  words.split(' ').flatMap((group, i) => group.split('|').map((word): [string, number] => [word, i + first]));

/** 0 for Monday. Plurals say that something is repeated. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  indexed(
    'monday|mon|mon. tuesday|tue|tue.|tues|tues. wednesday|wed|wed. thursday|thu|thu.|thur|thurs|thurs. friday|fri|fri. saturday|sat|sat. sunday|sun|sun.',
    0,
  ),
);

/** 1 for January. */
export const months: ReadonlyMap<string, number> = new Map(
  indexed(
    'january|jan|jan. february|feb|feb. march|mar|mar. april|apr|apr. may june|jun|jun. july|jul|jul. august|aug|aug. september|sep|sep.|sept|sept. october|oct|oct. november|nov|nov. december|dec|dec.',
    1,
  ),
);

/** Months that are other words too: they need a preposition, a day or a year beside them. */
export const ambiguousMonths: ReadonlySet<string> = new Set('may march mar august jan sun sat'.split(' '));

/** Days counted from the article's. */
export const nearDays: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);

export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['day', 'day'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['fortnight', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
]);

/** Units shorter than a day, of which no days are told. */
export const shortUnits: ReadonlySet<string> = new Set('second minute hour'.split(' '));

export const seasons: ReadonlySet<string> = new Set('spring summer autumn fall winter season'.split(' '));

/** Parts of a day. */
export const dayParts: ReadonlySet<string> = new Set(
  'morning noon afternoon evening night dawn dusk midnight lunchtime midday'.split(' '),
);

/** Words for a number, as far as time expressions use them. `undefined` in "several days". */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...indexed('one two three four five six seven eight nine ten eleven twelve', 1),
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
  ['dozen', 12],
]);

/** Amounts that aren't told: what is reckoned with them is vague. */
export const amounts: ReadonlySet<string> = new Set(
  'several few couple many some dozens numerous recent'.split(' '),
);

/** Words before a unit that point from the article's day: which one of the units is meant. */
export const pointers: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);

/** Parts of a longer stretch: "early", "mid-", "the end of". */
export const portions: ReadonlySet<string> = new Set(
  'early earlier late later mid end beginning start middle half'.split(' '),
);

/** Adverbs and phrases that say when without saying it. */
export const vagueWords: ReadonlySet<string> = new Set(
  'recently lately soon nowadays currently shortly imminently'.split(' '),
);

/** Adverbs of what comes again. */
export const repeating: ReadonlySet<string> = new Set(
  'daily weekly monthly yearly annually hourly nightly fortnightly biweekly'.split(' '),
);

/** Days that have a name and the same date each year. */
export const holidays: readonly {
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
}[] = [
  { words: ['christmas', 'day'], month: 12, day: 25 },
  { words: ['christmas', 'eve'], month: 12, day: 24 },
  { words: ['boxing', 'day'], month: 12, day: 26 },
  { words: ['new', 'year', "'s", 'day'], month: 1, day: 1 },
  { words: ['new', 'year', "'s", 'eve'], month: 12, day: 31 },
  { words: ['valentine', "'s", 'day'], month: 2, day: 14 },
  { words: ['may', 'day'], month: 5, day: 1 },
];

/** Every word that an expression can begin with, but for those that begin with a digit: what else there is, is passed over. */
export const openers: ReadonlySet<string> = new Set([
  ...weekdays.keys(),
  ...[...weekdays.keys()].map((day) => `${day}s`),
  ...months.keys(),
  ...nearDays.keys(),
  ...numbers.keys(),
  ...amounts,
  ...pointers.keys(),
  ...portions,
  ...dayParts,
  ...vagueWords,
  ...repeating,
  ...[...units.keys(), ...shortUnits].map((unit) => (unit === 'century' ? 'centuries' : `${unit}s`)),
  ...[...months.keys()].map((month) => `mid-${month}`),
  ...holidays.map(({ words }) => words[0] as string),
  ...'since until till by before after from between every each once twice thrice the overnight that same these those his her their its first second third fourth latter final rest course turn eve q1 q2 q3 q4'.split(
    ' ',
  ),
]);
