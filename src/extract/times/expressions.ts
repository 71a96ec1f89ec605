// The grammar of time expressions: what stands at a word, how far it goes, and the days that it means. Reads words from left to
// right; knows no article but its day.
import type { Tree, TreeWord } from '../../text/index.ts';
import type { TimeExpression } from '../article.ts';
import {
  type Day,
  type Days,
  dateOf,
  dayOf,
  monthOf,
  moved,
  type Unit,
  unitAround,
  yearsOf,
} from './calendar.ts';
import { directionAt } from './direction.ts';
import { dateNear, monthNear, type Pointer, weekdayIn, weekdayNear } from './resolve.ts';
import {
  ambiguousMonths,
  amounts,
  dayParts,
  holidays,
  months,
  nearDays,
  numbers,
  openers,
  pointers,
  portions,
  repeating,
  seasons,
  shortUnits,
  units,
  vagueWords,
  weekdays,
} from './words.ts';

/** An expression that begins at a word. `to` is exclusive. */
export interface Expression {
  readonly to: number;
  readonly kind: TimeExpression['kind'];
  readonly days: Days | undefined;
}

/** The words of one sentence, read for times. */
export class Sentence {
  readonly #tree: Tree;
  readonly #words: readonly TreeWord[];
  readonly #lower: readonly string[];
  readonly #today: Day | undefined;

  constructor(tree: Tree, today: Day | undefined) {
    this.#tree = tree;
    this.#words = tree.words;
    this.#lower = tree.words.map(({ form }) => form.toLowerCase());
    this.#today = today;
  }

  get length(): number {
    return this.#words.length;
  }

  /** What begins at a word; undefined where no time does. Cost: constant. */
  at(at: number): Expression | undefined {
    const word = this.#lower[at] ?? '';
    if (!openers.has(word) && !/^['’]?\d/.test(word)) return undefined;
    return (
      this.#bounded(at) ?? this.#repeated(at) ?? this.#portion(at) ?? this.#joined(at) ?? this.#vague(at)
    );
  }

  #is(at: number, ...words: readonly string[]): boolean {
    return words.includes(this.#lower[at] ?? '');
  }

  /** "since 2014", "until Friday", "by the end of May", "from Monday to Friday", "between 2010 and 2014". */
  #bounded(at: number): Expression | undefined {
    const word = this.#lower[at] ?? '';
    if (!/^(?:since|until|till|by|before|after|from|between)$/.test(word)) return undefined;
    const isRange = word === 'between' || word === 'from';
    const inner = isRange ? this.#core(at + 1) : (this.#portion(at + 1) ?? this.#joined(at + 1));
    if (inner === undefined || inner.kind === 'repeated' || inner.kind === 'vague') return undefined;
    if (isRange) {
      const joint = word === 'between' ? ['and'] : ['to', 'until', 'till', 'through'];
      const last = this.#is(inner.to, ...joint) ? this.#core(inner.to + 1) : undefined;
      if (last !== undefined)
        return { to: last.to, kind: 'period', days: this.#spanning(inner.days, last.days) };
      return undefined;
    }
    // "by night", "before noon": no stretch of days.
    if (inner.kind === 'instant' && inner.days === undefined) return undefined;
    return { to: inner.to, kind: 'period', days: this.#bounds(word, inner.days) };
  }

  #bounds(word: string, days: Days | undefined): Days | undefined {
    const today = this.#today;
    if (days === undefined || today === undefined) return undefined;
    if (word === 'since') return days.from <= today ? { from: days.from, to: today } : undefined;
    if (word === 'until' || word === 'till' || word === 'by')
      return days.to >= today ? { from: today, to: days.to } : undefined;
    return undefined;
  }

  /** "every Friday", "each year", "every two weeks", "on Fridays", "twice a week", "daily". */
  #repeated(at: number): Expression | undefined {
    const to = this.#repetition(at);
    return to === undefined ? undefined : { to, kind: 'repeated', days: undefined };
  }

  #repetition(at: number): number | undefined {
    const word = this.#lower[at] ?? '';
    if (word === 'every' || word === 'each') {
      let next =
        this.#is(at + 1, 'other', 'single') || this.#numberAt(at + 1) !== undefined ? at + 2 : at + 1;
      if (this.#is(next, 'few')) next++;
      const unit = this.#lower[next] ?? '';
      const lemma = this.#words[next]?.lemma.toLowerCase() ?? '';
      const isTime =
        weekdays.has(unit) ||
        months.has(unit) ||
        units.has(lemma) ||
        shortUnits.has(lemma) ||
        dayParts.has(unit) ||
        seasons.has(unit);
      if (!isTime) return undefined;
      return weekdays.has(unit) && dayParts.has(this.#lower[next + 1] ?? '') ? next + 2 : next + 1;
    }
    if (
      /^(?:once|twice|thrice)$/.test(word) ||
      (this.#is(at + 1, 'times') && this.#numberAt(at) !== undefined)
    ) {
      const article = /^(?:once|twice|thrice)$/.test(word) ? at + 1 : at + 2;
      if (this.#is(article, 'a', 'an', 'per', 'every', 'each') && this.#unitAt(article + 1) !== undefined)
        return article + 2;
      return undefined;
    }
    const isOrdinal =
      /^(?:first|second|third|fourth|last)$/.test(word) && weekdays.has(this.#lower[at + 1] ?? '');
    if (isOrdinal && this.#is(at + 2, 'of') && this.#is(at + 3, 'every', 'each') && this.#unitAt(at + 4))
      return at + 5;
    if (word.endsWith('s') && word.length > 5 && weekdays.has(word.slice(0, -1))) return at + 1;
    return repeating.has(word) && this.#words[at]?.upos !== 'PROPN' ? at + 1 : undefined;
  }

  /** "early on Tuesday", "late 2014", "earlier this week", "mid-June", "the end of the year", "the night of May 3". */
  #portion(at: number): Expression | undefined {
    const start = this.#is(at, 'the') ? at + 1 : at;
    const word = this.#lower[start] ?? '';
    const half =
      /^(?:first|second|latter|third|fourth|final|last)$/.test(word) &&
      this.#is(start + 1, 'half', 'quarter');
    const noun = half ? start + 1 : start;
    const head = this.#lower[noun] ?? '';
    if (half && head === 'quarter' && !this.#is(noun + 1, 'of'))
      return { to: noun + 1, kind: 'period', days: undefined };
    const isSeason = seasons.has(head) && start > at;
    if (half || isSeason || /^(?:end|beginning|start|middle|rest|course|turn|eve|half)$/.test(head)) {
      if (!this.#is(noun + 1, 'of')) return undefined;
      const whole = this.#core(noun + 2) ?? this.#determined(noun + 2);
      if (whole === undefined) return undefined;
      return { to: whole.to, kind: 'period', days: half ? partOfYear(whole.days, word, head) : whole.days };
    }
    if (/^(?:early|small|late)$/.test(head) && this.#is(noun + 1, 'hours') && this.#is(noun + 2, 'of')) {
      const day = this.#core(noun + 3);
      return day?.kind === 'day' ? day : undefined;
    }
    if (dayParts.has(head) && this.#is(noun + 1, 'of', 'on')) {
      const day = this.#core(noun + 2);
      return day?.kind === 'day' ? day : undefined;
    }
    if (!portions.has(head) || start !== at) return undefined;
    let next = at + 1;
    if (this.#is(next, 'on', 'in', '-')) next++;
    if (this.#is(next, 'the')) next++;
    const whole = this.#core(next);
    if (whole === undefined) return undefined;
    const today = this.#today;
    const isNow =
      whole.days !== undefined && today !== undefined && whole.days.from <= today && today <= whole.days.to;
    if (head === 'earlier' && isNow && whole.kind === 'period')
      return { ...whole, days: { from: whole.days.from, to: today } };
    if (head === 'later' && isNow && whole.kind === 'period')
      return { ...whole, days: { from: today, to: whole.days.to } };
    return whole;
  }

  /** "the year", "the month", with what it means from here. */
  #determined(at: number): Expression | undefined {
    const unit = this.#is(at, 'the') ? this.#unitAt(at + 1) : undefined;
    if (unit === undefined) return undefined;
    return {
      to: at + 2,
      kind: 'period',
      days: this.#today === undefined ? undefined : unitAround(this.#today, unit, 0),
    };
  }

  /** "Monday to Friday", "2010–2014", "May 2 – June 3", "9 pm on Tuesday", "Tuesday at 9 pm". */
  #joined(at: number): Expression | undefined {
    const first = this.#core(at);
    if (first === undefined) return undefined;
    if (first.kind === 'instant' || first.kind === 'day') {
      const joint = this.#is(first.to, 'on', 'at', ',', 'around', 'about') ? first.to + 1 : first.to;
      const other = this.#core(joint);
      const isPair =
        other !== undefined &&
        other.kind !== first.kind &&
        (other.kind === 'instant' || other.kind === 'day');
      if (isPair) return { to: other.to, kind: 'instant', days: first.days ?? other.days };
    }
    if (!this.#is(first.to, 'to', '–', '-', '—', 'through') || first.kind === 'instant') return first;
    const last = this.#core(first.to + 1);
    const isRange = last !== undefined && last.kind === first.kind && this.#isAlike(at, first.to + 1);
    return isRange ? { to: last.to, kind: 'period', days: this.#spanning(first.days, last.days) } : first;
  }

  /** From the first to the last; of two weekdays both on the side on which the first lies. */
  #spanning(first: Days | undefined, last: Days | undefined): Days | undefined {
    if (first === undefined || last === undefined || this.#today === undefined || last.to >= first.from)
      return spanOf(first?.from, last?.to);
    // "May 2 to June 3, 2024": the year is told once.
    if (first.from - last.to > 7)
      return spanOf(moved(first.from, 'year', dateOf(last.to).year - dateOf(first.from).year), last.to);
    return first.from > this.#today
      ? { from: first.from, to: last.to + 7 }
      : { from: first.from - 7, to: last.to };
  }

  #isAlike(a: number, b: number): boolean {
    const sort = (at: number) => {
      const word = this.#lower[at] ?? '';
      return weekdays.has(word)
        ? 'weekday'
        : months.has(word) || months.has(this.#lower[at + 1] ?? '')
          ? 'date'
          : /^\d{4}s?$/.test(word)
            ? 'year'
            : '';
    };
    return sort(a) !== '' && sort(a) === sort(b);
  }

  #core(at: number): Expression | undefined {
    if (at >= this.length) return undefined;
    return (
      this.#date(at) ??
      this.#weekday(at) ??
      this.#month(at) ??
      this.#near(at) ??
      this.#pointed(at) ??
      this.#counted(at) ??
      this.#holiday(at) ??
      this.#year(at) ??
      this.#clock(at)
    );
  }

  /** "Monday, May 19, 2025", "19 May", "the 13th of July", "May 2–4", "2025-05-19", "10/11/2025". */
  #date(at: number): Expression | undefined {
    const numeric = this.#numericDate(at);
    if (numeric !== undefined) return numeric;
    const weekday = weekdays.has(this.#lower[at] ?? '');
    const comma = weekday && this.#is(at + 1, ',') ? 1 : 0;
    const start = weekday ? at + 1 + comma : this.#is(at, 'the') ? at + 1 : at;
    const found = this.#monthDay(start) ?? this.#dayMonth(this.#is(start, 'the') ? start + 1 : start);
    if (found === undefined) return undefined;
    const { to, month, first, last } = found;
    const year = this.#yearAfter(to);
    const days = this.#daysOf(month, first, last, year?.year, at);
    const end = this.#withPart(year?.to ?? to);
    return { to: end, kind: first === last ? 'day' : 'period', days };
  }

  #monthDay(at: number): Dated | undefined {
    const month = this.#monthAt(at);
    if (month === undefined) return undefined;
    const next = this.#is(at + 1, 'the') ? at + 2 : at + 1;
    const days = this.#dayNumbers(next);
    return days === undefined || this.#isUnitAfter(days.to) ? undefined : { ...days, month };
  }

  #dayMonth(at: number): Dated | undefined {
    const days = this.#dayNumbers(at);
    if (days === undefined) return undefined;
    const month = this.#monthAt(this.#is(days.to, 'of') ? days.to + 1 : days.to);
    return month === undefined
      ? undefined
      : { ...days, to: this.#is(days.to, 'of') ? days.to + 2 : days.to + 1, month };
  }

  /** "13", "13th", "2–4", "2 to 4". */
  #dayNumbers(
    at: number,
  ): { readonly to: number; readonly first: number; readonly last: number } | undefined {
    const range = /^(\d{1,2})[-–](\d{1,2})$/.exec(this.#lower[at] ?? '');
    if (range !== null) return inMonth(at + 1, Number(range[1]), Number(range[2]));
    const first = ordinal(this.#lower[at]);
    if (first === undefined) return undefined;
    const isJoined =
      this.#is(at + 1, '-', '–', 'to') || (this.#is(at + 1, 'and') && this.#isDayBeforeMonth(at + 2));
    const last = isJoined ? ordinal(this.#lower[at + 2]) : undefined;
    return last !== undefined && last > first ? inMonth(at + 3, first, last) : inMonth(at + 1, first, first);
  }

  #isDayBeforeMonth(at: number): boolean {
    return ordinal(this.#lower[at]) !== undefined && this.#monthAt(at + 1) !== undefined;
  }

  #isUnitAfter(at: number): boolean {
    const lemma = this.#words[at]?.lemma.toLowerCase() ?? '';
    return units.has(lemma) || shortUnits.has(lemma) || this.#is(at, 'percent', '%');
  }

  #daysOf(
    month: number,
    first: number,
    last: number,
    year: number | undefined,
    at: number,
  ): Days | undefined {
    if (year !== undefined) return spanOf(dayOf(year, month, first), dayOf(year, month, last));
    if (this.#today === undefined) return undefined;
    const from = dateNear(this.#today, month, first, directionAt(this.#tree, at));
    return from === undefined ? undefined : spanOf(from, dayOf(dateOf(from).year, month, last));
  }

  #numericDate(at: number): Expression | undefined {
    const joined = [0, 1, 2, 3, 4].map((i) => this.#lower[at + i] ?? '').join('');
    const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(joined);
    if (iso !== null && (this.#lower[at] ?? '').length === 4) {
      const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
      return day === undefined ? undefined : { to: at + 5, kind: 'day', days: { from: day, to: day } };
    }
    const parts = /^(\d{1,4})[/](\d{1,2})[/](\d{2}|\d{4})$/.exec(this.#lower[at] ?? '');
    if (parts === null) return undefined;
    const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    // Which of two small numbers is the month is a matter of the country: then no day is told.
    const readings =
      a > 31 ? [dayOf(a, b, c)] : [dayOf(c < 100 ? 2000 + c : c, a, b), dayOf(c < 100 ? 2000 + c : c, b, a)];
    const known = [...new Set(readings.filter((day) => day !== undefined))];
    if (known.length === 0) return undefined;
    const [day] = known;
    return { to: at + 1, kind: 'day', days: known.length === 1 ? spanOf(day, day) : undefined };
  }

  /** "Monday", "Tuesday night", "last Friday", "Monday last week"; "this Monday" and "next Monday" are pointed. */
  #weekday(at: number): Expression | undefined {
    const isPast = this.#is(at, 'this') && this.#is(at + 1, 'past');
    const pointer = isPast ? -1 : this.#pointerAt(at);
    const place = isPast ? at + 2 : pointer === undefined ? at : at + 1;
    const weekday = weekdays.get(this.#lower[place] ?? '');
    if (weekday === undefined || !this.#isCapital(place) || !this.#isNoName(place)) return undefined;
    const week = this.#weekAfter(place + 1);
    const today = this.#today;
    const end = this.#withPart(week?.to ?? place + 1);
    // "a Monday" is any.
    const isAny =
      pointer === undefined && this.#is(place - 1, 'a', 'any', 'some') && !this.#isModifier(place);
    if (today === undefined || isAny) return { to: end, kind: 'day', days: undefined };
    const day =
      week === undefined
        ? weekdayNear(today, weekday, directionAt(this.#tree, place), pointer)
        : weekdayIn(today, weekday, week.away);
    return { to: end, kind: 'day', days: { from: day, to: day } };
  }

  /** "a Monday call": before the noun that it belongs to. */
  #isModifier(at: number): boolean {
    const { head, deprel } = this.#words[at] as TreeWord;
    return head - 1 > at && /^(?:compound|nmod|amod)/.test(deprel);
  }

  /** "last week" after a weekday. */
  #weekAfter(at: number): { readonly to: number; readonly away: number } | undefined {
    const start = this.#is(at, 'of') ? at + 1 : at;
    const away = pointers.get(this.#lower[start] ?? '');
    return away !== undefined && this.#is(start + 1, 'week') ? { to: start + 2, away } : undefined;
  }

  /** "July", "July 2017", "last July", "July last year". A month that is another word too needs company. */
  #month(at: number): Expression | undefined {
    const pointer = this.#pointerAt(at);
    const place = pointer === undefined ? at : at + 1;
    const month = this.#monthAt(place);
    if (month === undefined) return undefined;
    const year = this.#yearAfter(place + 1) ?? this.#yearPointed(place + 1);
    const isAmbiguous = ambiguousMonths.has(this.#lower[place] ?? '');
    if (isAmbiguous && year === undefined && pointer === undefined && !this.#is(place - 1, ...beforeMonths))
      return undefined;
    if (year?.year !== undefined) return { to: year.to, kind: 'period', days: monthOf(year.year, month) };
    if (this.#today === undefined || year !== undefined)
      return { to: year?.to ?? place + 1, kind: 'period', days: undefined };
    const days = monthNear(this.#today, month, directionAt(this.#tree, place), pointer);
    return { to: place + 1, kind: 'period', days };
  }

  #monthAt(at: number): number | undefined {
    const word = this.#lower[at] ?? '';
    if (word.startsWith('mid-')) return months.get(word.slice(4));
    const month = months.get(word);
    return month !== undefined && this.#isCapital(at) && this.#isNoName(at) ? month : undefined;
  }

  #isCapital(at: number): boolean {
    return /^\p{Lu}/u.test(this.#words[at]?.form ?? '');
  }

  /** "Theresa May", "May said": a month is no part of a person's name and does nothing. */
  #isNoName(at: number): boolean {
    const { upos, deprel, form } = this.#words[at] as TreeWord;
    if (upos === 'AUX' || upos === 'VERB') return false;
    if (!ambiguousMonths.has(form.toLowerCase())) return true;
    return (
      !/^(?:flat|appos|nsubj)/.test(deprel) &&
      !(
        this.#words[at - 1]?.upos === 'PROPN' &&
        months.get(this.#lower[at - 1] ?? '') === undefined &&
        !weekdays.has(this.#lower[at - 1] ?? '')
      )
    );
  }

  #pointerAt(at: number): Pointer {
    const pointer = pointers.get(this.#lower[at] ?? '');
    return pointer === undefined || this.#is(at, 'past', 'current') ? undefined : (pointer as Pointer);
  }

  /** ", 2025" after a date; "2017" and "of 2017" after a month. */
  #yearAfter(at: number): { readonly to: number; readonly year: number } | undefined {
    const next = this.#is(at, ',', 'of') ? at + 1 : at;
    const year = yearOf(this.#lower[next]);
    return year === undefined ? undefined : { to: next + 1, year };
  }

  #yearPointed(at: number): { readonly to: number; readonly year: number | undefined } | undefined {
    const next = this.#is(at, 'of') ? at + 1 : at;
    const away = pointers.get(this.#lower[next] ?? '');
    if (away === undefined || !this.#is(next + 1, 'year')) return undefined;
    return { to: next + 2, year: this.#today === undefined ? undefined : dateOf(this.#today).year + away };
  }

  /** "yesterday", "tonight", "overnight", "last night", "this morning", "the day before yesterday". */
  #near(at: number): Expression | undefined {
    const today = this.#today;
    const on = (to: number, away: number, kind: Expression['kind'] = 'day'): Expression => ({
      to,
      kind,
      days: today === undefined ? undefined : { from: today + away, to: today + away },
    });
    const word = this.#lower[at] ?? '';
    const away = nearDays.get(word);
    // "today's world" is no day.
    if (away !== undefined) return on(this.#withPart(at + 1), away);
    if (word === 'overnight' && /^(?:advmod|obl|ADV)/.test(this.#words[at]?.deprel ?? ''))
      return {
        to: at + 1,
        kind: 'period',
        days: today === undefined ? undefined : { from: today - 1, to: today },
      };
    const part = this.#lower[at + 1] ?? '';
    if (word === 'last' && /^(?:night|evening)$/.test(part)) return on(at + 2, -1);
    if (word === 'this' && dayParts.has(part)) return on(at + 2, 0);
    if ((word === 'that' || word === 'same') && (dayParts.has(part) || part === 'day'))
      return { to: at + 2, kind: 'day', days: undefined };
    if (word === 'the' && part === 'weekend' && this.#words[at + 1]?.deprel !== 'compound')
      return this.#weekend(at);
    if (word !== 'the' || part !== 'day' || !this.#is(at + 2, 'before', 'after')) return this.#relative(at);
    const isBefore = this.#is(at + 2, 'before');
    if (this.#is(at + 3, isBefore ? 'yesterday' : 'tomorrow')) return on(at + 4, isBefore ? -2 : 2);
    return { to: at + 3, kind: 'day', days: undefined };
  }

  /** "the weekend": the one that is, or the nearest on the side of which the sentence speaks. */
  #weekend(at: number): Expression {
    const today = this.#today;
    if (today === undefined) return { to: at + 2, kind: 'period', days: undefined };
    const coming = unitAround(today, 'weekend', 0);
    const isAhead = coming.from <= today || directionAt(this.#tree, at + 1) === 'future';
    return { to: at + 2, kind: 'period', days: isAhead ? coming : unitAround(today, 'weekend', -1) };
  }

  /** "the next day", "the following week": counted from what was told before, of which no day is known. */
  #relative(at: number): Expression | undefined {
    if (!this.#is(at, 'the') || !this.#is(at + 1, 'next', 'following', 'previous', 'same')) return undefined;
    const word = this.#lower[at + 2] ?? '';
    const unit = this.#unitAt(at + 2);
    if ((unit === undefined && !dayParts.has(word)) || word.endsWith('s')) return undefined;
    return { to: at + 3, kind: unit === undefined || unit === 'day' ? 'day' : 'period', days: undefined };
  }

  /** "last week", "this year", "the past two weeks", "the coming days", "next summer". */
  #pointed(at: number): Expression | undefined {
    const hasThe = this.#is(at, 'the', 'his', 'her', 'their', 'its', 'these', 'those');
    const place = hasThe ? at + 1 : at;
    const isRecent = this.#is(place, 'recent') && this.#isPlural(place + 1);
    const away = pointers.get(this.#lower[place] ?? '');
    if (away === undefined && !isRecent) return undefined;
    const count = this.#numberAt(place + 1);
    const isSome = amounts.has(this.#lower[place + 1] ?? '');
    const noun = count !== undefined || isSome ? place + 2 : place + 1;
    if (seasons.has(this.#lower[noun] ?? '') && !hasThe)
      return { to: noun + 1, kind: 'period', days: undefined };
    const unit = this.#unitAt(noun);
    const isShort = shortUnits.has(this.#words[noun]?.lemma.toLowerCase() ?? '');
    if (unit === undefined)
      return isShort && (count !== undefined || isSome || this.#isPlural(noun))
        ? { to: noun + 1, kind: 'vague', days: undefined }
        : undefined;
    if (isRecent || isSome || (count === undefined && this.#isPlural(noun)))
      return { to: noun + 1, kind: 'vague', days: undefined };
    const kind = unit === 'day' && (count ?? 1) === 1 ? 'day' : 'period';
    const today = this.#today;
    if (today === undefined || away === undefined) return { to: noun + 1, kind, days: undefined };
    // "the next day" and its like are `relative`; "the last week" and "the past year" roll, "last week" is the calendar's.
    const rolls = count !== undefined || this.#is(place, 'past', 'coming') || (hasThe && away === -1);
    if (!rolls)
      return { to: noun + 1, kind: unit === 'day' ? 'day' : 'period', days: unitAround(today, unit, away) };
    const other = moved(today, unit, Math.round(count ?? 1) * (away === 0 ? -1 : away));
    return { to: noun + 1, kind, days: { from: Math.min(today, other), to: Math.max(today, other) } };
  }

  #isPlural(at: number): boolean {
    return /^NNP?S$/.test(this.#words[at]?.xpos ?? '');
  }

  #unitAt(at: number): Unit | undefined {
    const word = this.#words[at];
    return word === undefined || word.upos === 'VERB' ? undefined : units.get(word.lemma.toLowerCase());
  }

  #numberAt(at: number): number | undefined {
    const word = this.#lower[at] ?? '';
    if (/^\d{1,3}(?:\.\d+)?$/.test(word)) return Number(word);
    return word === 'a' || word === 'an' ? undefined : numbers.get(word);
  }

  /** "two hours", "two-hour", "three years ago", "a week earlier", "half an hour", "several days". */
  #counted(at: number): Expression | undefined {
    if (this.#is(at - 1, '/')) return undefined;
    const isArticle = this.#is(at, 'a', 'an');
    const isSome =
      amounts.has(this.#lower[at] ?? '') || (isArticle && amounts.has(this.#lower[at + 1] ?? ''));
    const count = isArticle ? 1 : this.#numberAt(at);
    if (count === undefined && !isSome && !this.#isPlural(at)) return undefined;
    let noun = count === undefined && !isSome ? at : isArticle && isSome ? at + 2 : at + 1;
    if (this.#is(noun, 'of', '-', 'more', 'full', 'whole', 'consecutive', 'straight')) noun++;
    else if (this.#is(at, 'half') && this.#is(noun, 'a', 'an')) noun++;
    const lemma = this.#words[noun]?.lemma.toLowerCase() ?? '';
    const unit = this.#unitAt(noun);
    if (unit === undefined && !(shortUnits.has(lemma) && this.#words[noun]?.upos === 'NOUN'))
      return undefined;
    // "three quarters of it", "five and a half years".
    if (unit === 'quarter' && !this.#is(noun + 1, 'ago')) return undefined;
    if (this.#is(at, 'half') && noun === at + 1) return undefined;
    if (this.#is(noun + 1, 'old') || this.#is(noun + 2, 'old')) return undefined;
    if (this.#is(noun + 1, 'ago')) return { to: noun + 2, ...this.#ago(unit, count) };
    if (
      this.#is(noun + 1, 'earlier', 'later', 'before', 'after') &&
      (count === undefined || noun + 2 >= this.length || this.#words[noun + 2]?.upos !== 'NOUN')
    )
      return this.#is(noun + 1, 'earlier', 'later')
        ? { to: noun + 2, kind: count === undefined || unit !== 'day' ? 'vague' : 'day', days: undefined }
        : this.#duration(noun, count, isArticle);
    return this.#duration(noun, count, isArticle);
  }

  #duration(noun: number, count: number | undefined, isArticle: boolean): Expression | undefined {
    // "$5 a year", "a day to remember", "months": no stretch of time by themselves.
    if (isArticle && !this.#is(noun - 2, 'for', 'in', 'within', 'after', 'over', 'half', 'than'))
      return undefined;
    if (count === undefined && !amounts.has(this.#lower[noun - 1] ?? '') && !this.#is(noun - 1, 'for', 'of'))
      return undefined;
    return { to: noun + 1, kind: count === undefined ? 'vague' : 'period', days: undefined };
  }

  #ago(unit: Unit | undefined, count: number | undefined): Pick<Expression, 'kind' | 'days'> {
    if (count === undefined) return { kind: 'vague', days: undefined };
    if (unit === undefined) return { kind: 'instant', days: undefined };
    const kind = unit === 'day' ? 'day' : 'period';
    if (this.#today === undefined || !Number.isInteger(count) || unit === 'decade' || unit === 'century')
      return { kind, days: undefined };
    return { kind, days: unitAround(moved(this.#today, unit, -count), unit, 0) };
  }

  /** "Christmas Day", "New Year's Eve". */
  #holiday(at: number): Expression | undefined {
    for (const { words, month, day } of holidays) {
      if (!words.every((word, i) => (this.#lower[at + i] ?? '').replace('’', "'") === word)) continue;
      const year = this.#yearAfter(at + words.length);
      return {
        to: year?.to ?? at + words.length,
        kind: 'day',
        days: this.#daysOf(month, day, day, year?.year, at),
      };
    }
    return undefined;
  }

  /** "2014", "the 1990s", "the '90s", "the 19th century". A bare number is a year only where a word before it says so. */
  #year(at: number): Expression | undefined {
    const place = this.#is(at, 'the') ? at + 1 : at;
    const word = this.#lower[place] ?? '';
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
    const ofYear = quarter === null ? undefined : this.#yearAfter(place + 1);
    if (quarter !== null && ofYear !== undefined)
      return { to: ofYear.to, kind: 'period', days: quarterOf(ofYear.year, Number(quarter[1])) };
    const short = /^['’]?(\d)0s$/.exec(word);
    if (short !== null && (place > at || /^['’]/.test(word) || this.#is(place - 1, '’', "'"))) {
      const first = (Number(short[1]) >= 3 ? 1900 : 2000) + Number(short[1]) * 10;
      return { to: place + 1, kind: 'period', days: yearsOf(first, first + 9) };
    }
    const century = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
    if (century !== null && this.#is(place + 1, 'century')) {
      const number = Number(century[1]);
      return { to: place + 2, kind: 'period', days: yearsOf((number - 1) * 100 + 1, number * 100) };
    }
    const year = place === at ? yearOf(word) : undefined;
    if (year === undefined || /^nummod/.test(this.#words[at]?.deprel ?? '')) return undefined;
    const before = this.#lower[at - 1] ?? '';
    const isSaid =
      beforeYears.includes(before) || seasons.has(before) || (before === '(' && this.#is(at + 1, ')'));
    return isSaid ? { to: at + 1, kind: 'period', days: yearsOf(year, year) } : undefined;
  }

  /** "9 pm", "9:30 a.m.", "noon", "15:11 GMT". */
  #clock(at: number): Expression | undefined {
    const word = this.#lower[at] ?? '';
    const instant = (to: number): Expression => ({ to, kind: 'instant', days: undefined });
    if (/^(?:noon|midnight|midday)$/.test(word) && !this.#is(at - 1, 'at-')) return instant(at + 1);
    if (
      /^\d{1,2}(?:[.:]\d\d)?$/.test(word) &&
      this.#is(at + 1, 'am', 'pm', 'a.m.', 'p.m.', "o'clock", 'o’clock')
    )
      return instant(this.#withZone(at + 2));
    const isClock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(word);
    if (isClock && (this.#withZone(at + 1) > at + 1 || this.#is(at - 1, 'at', 'by', 'until', 'around')))
      return instant(this.#withZone(at + 1));
    return /^\d{4}$/.test(word) && this.#is(at + 1, 'gmt', 'utc') ? instant(at + 2) : undefined;
  }

  #withZone(at: number): number {
    return /^(?:gmt|utc|bst|cet|est|edt|et|pt|pst|pdt|ist)$/.test(this.#lower[at] ?? '') ? at + 1 : at;
  }

  /** A part of the day after a day: "Tuesday night". */
  #withPart(at: number): number {
    return dayParts.has(this.#lower[at] ?? '') && this.#words[at]?.upos === 'NOUN' ? at + 1 : at;
  }

  /** "recently", "soon", "in the near future", "days later". */
  #vague(at: number): Expression | undefined {
    const vague = (to: number): Expression => ({ to, kind: 'vague', days: undefined });
    const word = this.#lower[at] ?? '';
    if (
      vagueWords.has(word) &&
      !this.#is(at - 1, 'as', 'so', 'too', 'how') &&
      !/^(?:before|after)$/.test(this.#lower[at + 1] ?? '')
    )
      return vague(at + 1);
    if (word === 'the' && this.#is(at + 1, 'near', 'immediate', 'foreseeable') && this.#is(at + 2, 'future'))
      return vague(at + 3);
    return undefined;
  }
}

interface Dated {
  readonly to: number;
  readonly month: number;
  readonly first: number;
  readonly last: number;
}

const beforeMonths =
  'in of since until till by during from between before after through early late mid - last next this'.split(
    ' ',
  );

const beforeYears =
  'in since until till by of during from between before after through early late mid around circa throughout to – - year and'.split(
    ' ',
  );

function yearOf(word: string | undefined): number | undefined {
  return /^(?:1[1-9]|20)\d\d$/.test(word ?? '') ? Number(word) : undefined;
}

/** A day of the month: "13", "13th". */
function ordinal(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  const day = match === null ? 0 : Number(match[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function inMonth(to: number, first: number, last: number) {
  return first >= 1 && last <= 31 && first <= last ? { to, first, last } : undefined;
}

const spanOf = (from: Day | undefined, to: Day | undefined): Days | undefined =>
  from === undefined || to === undefined || to < from ? undefined : { from, to };

const quarterOf = (year: number, quarter: number): Days => ({
  from: monthOf(year, 3 * quarter - 2).from,
  to: monthOf(year, 3 * quarter).to,
});

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
