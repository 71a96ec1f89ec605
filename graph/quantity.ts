// A number as news writes it: "more than 400 people", "three dozen lorries", "£2.1bn". Sees words, no claims.

/** How many of what. `low` and `high` bound what the words allow; both are the number itself where they are exact. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** What is counted, its last word in the singular and lower case; a currency's sign; `%`. Null where nothing is named. */
  readonly thing: string | null;
}

/** The first quantity in some words; undefined where they have no number. Ordinals and years alone are none. */
export function quantityOf(words: string): Quantity | undefined {
  const tokens = words.toLowerCase().match(tokenPattern) ?? [];
  const start = tokens.findIndex((token) => digits.test(token) || isNumeral(token));
  if (start < 0) return undefined;
  let [value, end] = numberAt(tokens, start);
  if (end === start) return undefined;
  const scale = scales.get(tokens[end] ?? '');
  if (scale !== undefined) {
    value *= scale;
    end++;
  }
  const sign = tokens[start - 1] ?? '';
  const counted = thingOf(tokens.slice(end));
  const thing = currencies.has(sign) ? sign : (namedCurrencies.get(counted ?? '') ?? counted);
  if (thing === null && value >= 1900 && value < 2100 && tokens.length === 1) return undefined;
  return { ...bounds(value, tokens.slice(Math.max(0, start - 4), start), tokens.slice(end, end + 3)), thing };
}

/** Whether no number fits both, though both count the same. */
export const areApart = (one: Quantity, other: Quantity): boolean =>
  isSameThing(one, other) && (one.high < other.low || other.high < one.low);

const tokenPattern = /[\p{L}]+(?:[-'’][\p{L}]+)*|\d[\d,.]*\d|\d|[$€£¥%]/gu;
const digits = /^\d/;

const numerals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...Object.fromEntries(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
        .split(' ')
        .map((word, value) => [word, value]),
    ),
    ...Object.fromEntries(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, i) => [word, 20 + 10 * i]),
    ),
    hundred: 100,
    thousand: 1000,
    dozen: 12,
    half: 0.5,
  }),
);

/** "twenty-five" is one word. */
const isNumeral = (token: string): boolean => token.split('-').every((word) => numerals.has(word));

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    dozen: 12,
    thousand: 1e3,
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    million: 1e6,
    bn: 1e9,
    bln: 1e9,
    billion: 1e9,
    tn: 1e12,
    trillion: 1e12,
  }),
);

const currencies: ReadonlySet<string> = new Set(['$', '€', '£', '¥']);
const namedCurrencies: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['percent', '%'],
]);

/** The number that begins at a place, and where it ends: "three hundred and forty", "1,200", "twenty-five". */
function numberAt(tokens: readonly string[], start: number): [value: number, end: number] {
  const first = tokens[start] as string;
  if (digits.test(first)) {
    const value = Number(first.replace(/,(?=\d{3})/g, ''));
    return Number.isFinite(value) ? [value, start + 1] : [0, start];
  }
  let [total, part, end] = [0, 0, start];
  for (; end < tokens.length; end++) {
    const token = tokens[end] as string;
    const words = token.split('-');
    const values = words.map((word) => numerals.get(word));
    if (token === 'and' && isNumeral(tokens[end + 1] ?? '') && part >= 100) continue;
    if (values.some((value) => value === undefined)) break;
    for (const value of values as number[]) {
      if (value === 1000) {
        total += Math.max(part, 1) * value;
        part = 0;
      } else if (value === 100 || value === 12) part = Math.max(part, 1) * value;
      else part += value;
    }
  }
  return [total + part, end];
}

/** What is counted: the last of the words that directly follow, up to one that opens another phrase. */
function thingOf(after: readonly string[]): string | null {
  const end = after.findIndex((token) => digits.test(token) || openers.has(token));
  const noun = after.slice(0, end < 0 ? undefined : end).at(-1);
  return noun === undefined ? null : singular(noun);
}

const openers: ReadonlySet<string> = new Set(
  'of in on at to for from with by who which that and or were was are is had has have been while after before as than more people’s'.split(
    ' ',
  ),
);

const plurals: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
]);

const singular = (noun: string): string =>
  plurals.get(noun) ?? noun.replace(/ies$/, 'y').replace(/(ss|us|is)$|s$/, '$1');

/** Whether both count the same. People are counted under many names: "12 people" and "12 civilians" are comparable. */
export const isSameThing = ({ thing: one }: Quantity, { thing: other }: Quantity): boolean =>
  one === other || (isFolk(one) && isFolk(other));

/** Whether it says that people are counted: "12 sailors", but not "12" and not "12 ships". */
export const isPeople = ({ thing }: Quantity): boolean => thing !== null && folk.has(thing);

const isFolk = (thing: string | null): boolean => thing === null || folk.has(thing);

const folk: ReadonlySet<string> = new Set(
  'people person man woman child civilian soldier troop fighter officer policeman worker employee staff crew sailor seafarer passenger patient prisoner detainee captive hostage protester demonstrator marcher migrant refugee resident villager student pupil teacher miner victim driver job post member compatriot defendant suspect settler conscript recruit survivor rebel militant gunman journalist lawmaker deputy employee miner climber tourist bystander inmate casualty guard volunteer doctor nurse farmer reservist'.split(
    ' ',
  ),
);

function bounds(
  value: number,
  before: readonly string[],
  after: readonly string[],
): Pick<Quantity, 'low' | 'high'> {
  const lead = ` ${before.join(' ')} `;
  const tail = ` ${after.join(' ')} `;
  if (/ (?:at least|no fewer than|no less than|a minimum of) $/.test(lead) || / or more /.test(tail))
    return { low: value, high: Number.POSITIVE_INFINITY };
  if (/ (?:more than|over|above|upwards of|in excess of) $/.test(lead))
    return { low: value, high: Number.POSITIVE_INFINITY };
  if (/ (?:up to|at most|no more than|a maximum of|as many as) $/.test(lead)) return { low: 0, high: value };
  if (/ (?:fewer than|less than|under|below) $/.test(lead)) return { low: 0, high: value };
  if (/ (?:nearly|almost|close to|just under) $/.test(lead)) return { low: value * 0.9, high: value };
  if (/ (?:about|around|some|roughly|approximately|an estimated) $/.test(lead))
    return { low: value * 0.9, high: value * 1.1 };
  return { low: value, high: value };
}
