// Times that are told by their distance or their length: "yesterday", "last week", "two hours", "three years ago", "the 1990s", "9 pm".
import { moved, type Unit, unitAround, yearsOf } from './calendar.ts';
import { directionAt } from './direction.ts';
import { type Expression, quarterOf } from './expression.ts';
import { type Line, yearOf } from './line.ts';
import { amounts, dayParts, nearDays, pointers, seasons, shortUnits } from './words.ts';

/** "yesterday", "tonight", "overnight", "last night", "this morning", "the day before yesterday". */
export function nearAt(line: Line, at: number): Expression | undefined {
  const today = line.today;
  const on = (to: number, away: number, kind: Expression['kind'] = 'day'): Expression => ({
    to,
    kind,
    days: today === undefined ? undefined : { from: today + away, to: today + away },
  });
  const word = line.lower[at] ?? '';
  const away = nearDays.get(word);
  // "today's world" is no day.
  if (away !== undefined) return on(line.withPart(at + 1), away);
  if (word === 'overnight' && /^(?:advmod|obl|ADV)/.test(line.words[at]?.deprel ?? ''))
    return {
      to: at + 1,
      kind: 'period',
      days: today === undefined ? undefined : { from: today - 1, to: today },
    };
  const part = line.lower[at + 1] ?? '';
  if (word === 'last' && /^(?:night|evening)$/.test(part)) return on(at + 2, -1);
  if (word === 'this' && dayParts.has(part)) return on(at + 2, 0);
  if ((word === 'that' || word === 'same') && (dayParts.has(part) || part === 'day'))
    return { to: at + 2, kind: 'day', days: undefined };
  if (word === 'the' && part === 'weekend' && line.words[at + 1]?.deprel !== 'compound')
    return weekend(line, at);
  if (word !== 'the' || part !== 'day' || !line.is(at + 2, 'before', 'after')) return relative(line, at);
  const isBefore = line.is(at + 2, 'before');
  if (line.is(at + 3, isBefore ? 'yesterday' : 'tomorrow')) return on(at + 4, isBefore ? -2 : 2);
  return { to: at + 3, kind: 'day', days: undefined };
}

/** "the weekend": the one that is, or the nearest on the side of which the sentence speaks. */
function weekend(line: Line, at: number): Expression {
  const today = line.today;
  if (today === undefined) return { to: at + 2, kind: 'period', days: undefined };
  const coming = unitAround(today, 'weekend', 0);
  const isAhead = coming.from <= today || directionAt(line.tree, at + 1) === 'future';
  return { to: at + 2, kind: 'period', days: isAhead ? coming : unitAround(today, 'weekend', -1) };
}

/** "the next day", "the following week": counted from what was told before, of which no day is known. */
function relative(line: Line, at: number): Expression | undefined {
  if (!line.is(at, 'the') || !line.is(at + 1, 'next', 'following', 'previous', 'same')) return undefined;
  const word = line.lower[at + 2] ?? '';
  const unit = line.unitAt(at + 2);
  if ((unit === undefined && !dayParts.has(word)) || word.endsWith('s')) return undefined;
  return { to: at + 3, kind: unit === undefined || unit === 'day' ? 'day' : 'period', days: undefined };
}

/** "last week", "this year", "the past two weeks", "the coming days", "next summer". */
export function pointedAt(line: Line, at: number): Expression | undefined {
  const hasThe = line.is(at, 'the', 'his', 'her', 'their', 'its', 'these', 'those');
  const place = hasThe ? at + 1 : at;
  const isRecent = line.is(place, 'recent') && line.isPlural(place + 1);
  const away = pointers.get(line.lower[place] ?? '');
  if (away === undefined && !isRecent) return undefined;
  const count = line.numberAt(place + 1);
  const isSome = amounts.has(line.lower[place + 1] ?? '');
  const noun = count !== undefined || isSome ? place + 2 : place + 1;
  if (seasons.has(line.lower[noun] ?? '') && !hasThe)
    return { to: noun + 1, kind: 'period', days: undefined };
  const unit = line.unitAt(noun);
  const isShort = shortUnits.has(line.words[noun]?.lemma.toLowerCase() ?? '');
  if (unit === undefined)
    return isShort && (count !== undefined || isSome || line.isPlural(noun))
      ? { to: noun + 1, kind: 'vague', days: undefined }
      : undefined;
  if (isRecent || isSome || (count === undefined && line.isPlural(noun)))
    return { to: noun + 1, kind: 'vague', days: undefined };
  const kind = unit === 'day' && (count ?? 1) === 1 ? 'day' : 'period';
  const today = line.today;
  if (today === undefined || away === undefined) return { to: noun + 1, kind, days: undefined };
  // "the next day" and its like are `relative`; "the last week" and "the past year" roll, "last week" is the calendar's.
  const rolls = count !== undefined || line.is(place, 'past', 'coming') || (hasThe && away === -1);
  if (!rolls)
    return { to: noun + 1, kind: unit === 'day' ? 'day' : 'period', days: unitAround(today, unit, away) };
  const other = moved(today, unit, Math.round(count ?? 1) * (away === 0 ? -1 : away));
  return { to: noun + 1, kind, days: { from: Math.min(today, other), to: Math.max(today, other) } };
}

/** "two hours", "two-hour", "three years ago", "a week earlier", "half an hour", "several days". */
export function countedAt(line: Line, at: number): Expression | undefined {
  if (line.is(at - 1, '/')) return undefined;
  const isArticle = line.is(at, 'a', 'an');
  const isSome = amounts.has(line.lower[at] ?? '') || (isArticle && amounts.has(line.lower[at + 1] ?? ''));
  const count = isArticle ? 1 : line.numberAt(at);
  if (count === undefined && !isSome && !line.isPlural(at)) return undefined;
  let noun = count === undefined && !isSome ? at : isArticle && isSome ? at + 2 : at + 1;
  if (line.is(noun, 'of', '-', 'more', 'full', 'whole', 'consecutive', 'straight')) noun++;
  else if (line.is(at, 'half') && line.is(noun, 'a', 'an')) noun++;
  const lemma = line.words[noun]?.lemma.toLowerCase() ?? '';
  const unit = line.unitAt(noun);
  if (unit === undefined && !(shortUnits.has(lemma) && line.words[noun]?.upos === 'NOUN')) return undefined;
  // "three quarters of it", "five and a half years".
  if (unit === 'quarter' && !line.is(noun + 1, 'ago')) return undefined;
  if (line.is(at, 'half') && noun === at + 1) return undefined;
  if (line.is(noun + 1, 'old') || line.is(noun + 2, 'old')) return undefined;
  if (line.is(noun + 1, 'ago')) return { to: noun + 2, ...ago(line, unit, count) };
  if (
    line.is(noun + 1, 'earlier', 'later', 'before', 'after') &&
    (count === undefined || noun + 2 >= line.words.length || line.words[noun + 2]?.upos !== 'NOUN')
  )
    return line.is(noun + 1, 'earlier', 'later')
      ? { to: noun + 2, kind: count === undefined || unit !== 'day' ? 'vague' : 'day', days: undefined }
      : duration(line, noun, count, isArticle);
  return duration(line, noun, count, isArticle);
}

function duration(
  line: Line,
  noun: number,
  count: number | undefined,
  isArticle: boolean,
): Expression | undefined {
  // "$5 a year", "a day to remember", "months": no stretch of time by themselves.
  if (isArticle && !line.is(noun - 2, 'for', 'in', 'within', 'after', 'over', 'half', 'than'))
    return undefined;
  if (count === undefined && !amounts.has(line.lower[noun - 1] ?? '') && !line.is(noun - 1, 'for', 'of'))
    return undefined;
  return { to: noun + 1, kind: count === undefined ? 'vague' : 'period', days: undefined };
}

function ago(
  line: Line,
  unit: Unit | undefined,
  count: number | undefined,
): Pick<Expression, 'kind' | 'days'> {
  if (count === undefined) return { kind: 'vague', days: undefined };
  if (unit === undefined) return { kind: 'instant', days: undefined };
  const kind = unit === 'day' ? 'day' : 'period';
  if (line.today === undefined || !Number.isInteger(count) || unit === 'decade' || unit === 'century')
    return { kind, days: undefined };
  return { kind, days: unitAround(moved(line.today, unit, -count), unit, 0) };
}

/** "2014", "the 1990s", "the '90s", "the 19th century". A bare number is a year only where a word before it says so. */
export function yearAt(line: Line, at: number): Expression | undefined {
  const place = line.is(at, 'the') ? at + 1 : at;
  const word = line.lower[place] ?? '';
  const decade = /^(1[0-9]|20)(\d)0s$/.exec(word);
  if (decade !== null) {
    const first = Number(word.slice(0, 4));
    return {
      to: place + 1,
      kind: 'period',
      days: first % 100 === 0 ? yearsOf(first, first + 99) : yearsOf(first, first + 9),
    };
  }
  const span = /^((?:19|20)\d\d)[-–/](\d\d)$/.exec(word);
  if (span !== null && Number(span[2]) === (Number(span[1]) + 1) % 100)
    return { to: place + 1, kind: 'period', days: yearsOf(Number(span[1]), Number(span[1]) + 1) };
  const quarter = /^q([1-4])$/.exec(word);
  const ofYear = quarter === null ? undefined : line.yearAfter(place + 1);
  if (quarter !== null && ofYear !== undefined)
    return { to: ofYear.to, kind: 'period', days: quarterOf(ofYear.year, Number(quarter[1])) };
  const short = /^['’]?(\d)0s$/.exec(word);
  if (short !== null && (place > at || /^['’]/.test(word) || line.is(place - 1, '’', "'"))) {
    const first = (Number(short[1]) >= 3 ? 1900 : 2000) + Number(short[1]) * 10;
    return { to: place + 1, kind: 'period', days: yearsOf(first, first + 9) };
  }
  const century = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (century !== null && line.is(place + 1, 'century')) {
    const number = Number(century[1]);
    return { to: place + 2, kind: 'period', days: yearsOf((number - 1) * 100 + 1, number * 100) };
  }
  const year = place === at ? yearOf(word) : undefined;
  if (year === undefined || /^nummod/.test(line.words[at]?.deprel ?? '')) return undefined;
  const before = line.lower[at - 1] ?? '';
  const isSaid =
    beforeYears.includes(before) || seasons.has(before) || (before === '(' && line.is(at + 1, ')'));
  return isSaid ? { to: at + 1, kind: 'period', days: yearsOf(year, year) } : undefined;
}

/** "9 pm", "9:30 a.m.", "noon", "15:11 GMT". */
export function clockAt(line: Line, at: number): Expression | undefined {
  const word = line.lower[at] ?? '';
  const instant = (to: number): Expression => ({ to, kind: 'instant', days: undefined });
  if (/^(?:noon|midnight|midday)$/.test(word) && !line.is(at - 1, 'at-')) return instant(at + 1);
  if (
    /^\d{1,2}(?:[.:]\d\d)?$/.test(word) &&
    line.is(at + 1, 'am', 'pm', 'a.m.', 'p.m.', "o'clock", 'o’clock')
  )
    return instant(withZone(line, at + 2));
  const isClock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(word);
  if (isClock && (withZone(line, at + 1) > at + 1 || line.is(at - 1, 'at', 'by', 'until', 'around')))
    return instant(withZone(line, at + 1));
  return /^\d{4}$/.test(word) && line.is(at + 1, 'gmt', 'utc') ? instant(at + 2) : undefined;
}

function withZone(line: Line, at: number): number {
  return /^(?:gmt|utc|bst|cet|est|edt|et|pt|pst|pdt|ist)$/.test(line.lower[at] ?? '') ? at + 1 : at;
}

const beforeYears =
  'in since until till by of during from between before after through early late mid around circa throughout to – - year and'.split(
    ' ',
  );
