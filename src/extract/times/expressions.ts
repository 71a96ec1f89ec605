// The grammar of time expressions: what begins at a word, how far it goes, and the days that it means; from left to right.
import { type Days, dateOf, monthOf, moved, unitAround, yearsOf } from './calendar.ts';
import { dateAt, holidayAt, monthExpressionAt, weekdayAt } from './dates.ts';
import type { Expression } from './expression.ts';
import { quarterOf, spanOf } from './expression.ts';
import type { Line } from './line.ts';
import { clockAt, countedAt, nearAt, pointedAt, yearAt } from './stretches.ts';
import {
  dayParts,
  months,
  openers,
  portions,
  repeating,
  seasons,
  shortUnits,
  units,
  vagueWords,
  weekdays,
} from './words.ts';

/** What begins at a word; undefined where no time does. Cost: constant. */
export function expressionAt(line: Line, at: number): Expression | undefined {
  const word = line.lower[at] ?? '';
  if (!openers.has(word) && !/^['’]?\d/.test(word)) return undefined;
  return bounded(line, at) ?? repeated(line, at) ?? portion(line, at) ?? joined(line, at) ?? vague(line, at);
}

/** "since 2014", "until Friday", "by the end of May", "from Monday to Friday", "between 2010 and 2014". */
function bounded(line: Line, at: number): Expression | undefined {
  const word = line.lower[at] ?? '';
  if (!/^(?:since|until|till|by|before|after|from|between)$/.test(word)) return undefined;
  const isRange = word === 'between' || word === 'from';
  const inner = isRange ? core(line, at + 1) : (portion(line, at + 1) ?? joined(line, at + 1));
  if (inner === undefined || inner.kind === 'repeated' || inner.kind === 'vague') return undefined;
  if (isRange) {
    const joint = word === 'between' ? ['and'] : ['to', 'until', 'till', 'through'];
    const last = line.is(inner.to, ...joint) ? core(line, inner.to + 1) : undefined;
    if (last !== undefined)
      return { to: last.to, kind: 'period', days: spanning(line, inner.days, last.days) };
    return undefined;
  }
  // "by night", "before noon": no stretch of days.
  if (inner.kind === 'instant' && inner.days === undefined) return undefined;
  return { to: inner.to, kind: 'period', days: bounds(line, word, inner.days) };
}

function bounds(line: Line, word: string, days: Days | undefined): Days | undefined {
  const today = line.today;
  if (days === undefined || today === undefined) return undefined;
  if (word === 'since') return days.from <= today ? { from: days.from, to: today } : undefined;
  if (word === 'until' || word === 'till' || word === 'by')
    return days.to >= today ? { from: today, to: days.to } : undefined;
  return undefined;
}

/** "every Friday", "each year", "every two weeks", "on Fridays", "twice a week", "daily". */
function repeated(line: Line, at: number): Expression | undefined {
  const to = repetition(line, at);
  return to === undefined ? undefined : { to, kind: 'repeated', days: undefined };
}

function repetition(line: Line, at: number): number | undefined {
  const word = line.lower[at] ?? '';
  if (word === 'every' || word === 'each') {
    let next = line.is(at + 1, 'other', 'single') || line.numberAt(at + 1) !== undefined ? at + 2 : at + 1;
    if (line.is(next, 'few')) next++;
    const unit = line.lower[next] ?? '';
    const lemma = line.words[next]?.lemma.toLowerCase() ?? '';
    const isTime =
      weekdays.has(unit) ||
      months.has(unit) ||
      units.has(lemma) ||
      shortUnits.has(lemma) ||
      dayParts.has(unit) ||
      seasons.has(unit);
    if (!isTime) return undefined;
    return weekdays.has(unit) && dayParts.has(line.lower[next + 1] ?? '') ? next + 2 : next + 1;
  }
  if (/^(?:once|twice|thrice)$/.test(word) || (line.is(at + 1, 'times') && line.numberAt(at) !== undefined)) {
    const article = /^(?:once|twice|thrice)$/.test(word) ? at + 1 : at + 2;
    if (line.is(article, 'a', 'an', 'per', 'every', 'each') && line.unitAt(article + 1) !== undefined)
      return article + 2;
    return undefined;
  }
  const isOrdinal =
    /^(?:first|second|third|fourth|last)$/.test(word) && weekdays.has(line.lower[at + 1] ?? '');
  if (isOrdinal && line.is(at + 2, 'of') && line.is(at + 3, 'every', 'each') && line.unitAt(at + 4))
    return at + 5;
  if (word.endsWith('s') && word.length > 5 && weekdays.has(word.slice(0, -1))) return at + 1;
  return repeating.has(word) && line.words[at]?.upos !== 'PROPN' ? at + 1 : undefined;
}

/** "early on Tuesday", "late 2014", "earlier this week", "mid-June", "the end of the year", "the night of May 3". */
function portion(line: Line, at: number): Expression | undefined {
  const start = line.is(at, 'the') ? at + 1 : at;
  const word = line.lower[start] ?? '';
  const half =
    /^(?:first|second|latter|third|fourth|final|last)$/.test(word) && line.is(start + 1, 'half', 'quarter');
  const noun = half ? start + 1 : start;
  const head = line.lower[noun] ?? '';
  if (half && head === 'quarter' && !line.is(noun + 1, 'of'))
    return { to: noun + 1, kind: 'period', days: undefined };
  const isSeason = seasons.has(head) && start > at;
  if (half || isSeason || /^(?:end|beginning|start|middle|rest|course|turn|eve|half)$/.test(head)) {
    if (!line.is(noun + 1, 'of')) return undefined;
    const whole = core(line, noun + 2) ?? determined(line, noun + 2);
    if (whole === undefined) return undefined;
    return { to: whole.to, kind: 'period', days: half ? partOfYear(whole.days, word, head) : whole.days };
  }
  if (/^(?:early|small|late)$/.test(head) && line.is(noun + 1, 'hours') && line.is(noun + 2, 'of')) {
    const day = core(line, noun + 3);
    return day?.kind === 'day' ? day : undefined;
  }
  if (dayParts.has(head) && line.is(noun + 1, 'of', 'on')) {
    const day = core(line, noun + 2);
    return day?.kind === 'day' ? day : undefined;
  }
  if (!portions.has(head) || start !== at) return undefined;
  let next = at + 1;
  if (line.is(next, 'on', 'in', '-')) next++;
  if (line.is(next, 'the')) next++;
  const whole = core(line, next);
  if (whole === undefined) return undefined;
  const today = line.today;
  const isNow =
    whole.days !== undefined && today !== undefined && whole.days.from <= today && today <= whole.days.to;
  if (head === 'earlier' && isNow && whole.kind === 'period')
    return { ...whole, days: { from: whole.days.from, to: today } };
  if (head === 'later' && isNow && whole.kind === 'period')
    return { ...whole, days: { from: today, to: whole.days.to } };
  return whole;
}

/** "the year", "the month", with what it means from here. */
function determined(line: Line, at: number): Expression | undefined {
  const unit = line.is(at, 'the') ? line.unitAt(at + 1) : undefined;
  if (unit === undefined) return undefined;
  return {
    to: at + 2,
    kind: 'period',
    days: line.today === undefined ? undefined : unitAround(line.today, unit, 0),
  };
}

/** "Monday to Friday", "2010–2014", "May 2 – June 3", "9 pm on Tuesday", "Tuesday at 9 pm". */
function joined(line: Line, at: number): Expression | undefined {
  const first = core(line, at);
  if (first === undefined) return undefined;
  if (first.kind === 'instant' || first.kind === 'day') {
    const joint = line.is(first.to, 'on', 'at', ',', 'around', 'about') ? first.to + 1 : first.to;
    const other = core(line, joint);
    const isPair =
      other !== undefined && other.kind !== first.kind && (other.kind === 'instant' || other.kind === 'day');
    if (isPair) return { to: other.to, kind: 'instant', days: first.days ?? other.days };
  }
  if (!line.is(first.to, 'to', '–', '-', '—', 'through') || first.kind === 'instant') return first;
  const last = core(line, first.to + 1);
  const isRange = last !== undefined && last.kind === first.kind && isAlike(line, at, first.to + 1);
  return isRange ? { to: last.to, kind: 'period', days: spanning(line, first.days, last.days) } : first;
}

/** From the first to the last; of two weekdays both on the side on which the first lies. */
function spanning(line: Line, first: Days | undefined, last: Days | undefined): Days | undefined {
  if (first === undefined || last === undefined || line.today === undefined || last.to >= first.from)
    return spanOf(first?.from, last?.to);
  // "May 2 to June 3, 2024": the year is told once.
  if (first.from - last.to > 7)
    return spanOf(moved(first.from, 'year', dateOf(last.to).year - dateOf(first.from).year), last.to);
  return first.from > line.today
    ? { from: first.from, to: last.to + 7 }
    : { from: first.from - 7, to: last.to };
}

function isAlike(line: Line, a: number, b: number): boolean {
  const sort = (at: number) => {
    const word = line.lower[at] ?? '';
    return weekdays.has(word)
      ? 'weekday'
      : months.has(word) || months.has(line.lower[at + 1] ?? '')
        ? 'date'
        : /^\d{4}s?$/.test(word)
          ? 'year'
          : '';
  };
  return sort(a) !== '' && sort(a) === sort(b);
}

function core(line: Line, at: number): Expression | undefined {
  if (at >= line.words.length) return undefined;
  return (
    dateAt(line, at) ??
    weekdayAt(line, at) ??
    monthExpressionAt(line, at) ??
    nearAt(line, at) ??
    pointedAt(line, at) ??
    countedAt(line, at) ??
    holidayAt(line, at) ??
    yearAt(line, at) ??
    clockAt(line, at)
  );
}

/** "recently", "soon", "in the near future", "days later". */
function vague(line: Line, at: number): Expression | undefined {
  const vague = (to: number): Expression => ({ to, kind: 'vague', days: undefined });
  const word = line.lower[at] ?? '';
  if (
    vagueWords.has(word) &&
    !line.is(at - 1, 'as', 'so', 'too', 'how') &&
    !/^(?:before|after)$/.test(line.lower[at + 1] ?? '')
  )
    return vague(at + 1);
  if (word === 'the' && line.is(at + 1, 'near', 'immediate', 'foreseeable') && line.is(at + 2, 'future'))
    return vague(at + 3);
  return undefined;
}

/** "the first half", "the third quarter" of a year; of anything else all of it. */
function partOfYear(days: Days | undefined, which: string, part: string): Days | undefined {
  if (days === undefined) return undefined;
  const { year } = dateOf(days.from);
  const isYear = days.from === yearsOf(year, year).from && days.to === yearsOf(year, year).to;
  const index = ['first', 'second', 'third', 'fourth'].indexOf(
    /^(?:last|final)$/.test(which) ? 'fourth' : which,
  );
  if (!isYear) return days;
  if (part === 'quarter') return index === -1 ? days : quarterOf(year, index + 1);
  return which === 'first'
    ? { from: days.from, to: monthOf(year, 6).to }
    : { from: monthOf(year, 7).from, to: days.to };
}
