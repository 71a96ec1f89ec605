// The words of one sentence with what single words tell of time: months, units, numbers. Knows no expression.
import type { Tree, TreeWord } from '../../text/index.ts';
import type { Day, Unit } from './calendar.ts';
import type { Pointer } from './resolve.ts';
import {
  ambiguousMonths,
  dayParts,
  months,
  numbers,
  pointers,
  shortUnits,
  units,
  weekdays,
} from './words.ts';

/** Positions count from 0; beyond the sentence nothing stands. */
export class Line {
  readonly tree: Tree;
  readonly words: readonly TreeWord[];
  /** The forms in lower case. */
  readonly lower: readonly string[];
  /** The article's day, from which is counted; undefined where it isn't known. */
  readonly today: Day | undefined;

  constructor(tree: Tree, today: Day | undefined) {
    this.tree = tree;
    this.words = tree.words;
    this.lower = tree.words.map(({ form }) => form.toLowerCase());
    this.today = today;
  }

  is(at: number, ...words: readonly string[]): boolean {
    return words.includes(this.lower[at] ?? '');
  }

  monthAt(at: number): number | undefined {
    const word = this.lower[at] ?? '';
    if (word.startsWith('mid-')) return months.get(word.slice(4));
    const month = months.get(word);
    return month !== undefined && this.isCapital(at) && this.isNoName(at) ? month : undefined;
  }

  isCapital(at: number): boolean {
    return /^\p{Lu}/u.test(this.words[at]?.form ?? '');
  }

  /** "Theresa May", "May said": a month is no part of a person's name and does nothing. */
  isNoName(at: number): boolean {
    const { upos, deprel, form } = this.words[at] as TreeWord;
    if (upos === 'AUX' || upos === 'VERB') return false;
    if (!ambiguousMonths.has(form.toLowerCase())) return true;
    return (
      !/^(?:flat|appos|nsubj)/.test(deprel) &&
      !(
        this.words[at - 1]?.upos === 'PROPN' &&
        months.get(this.lower[at - 1] ?? '') === undefined &&
        !weekdays.has(this.lower[at - 1] ?? '')
      )
    );
  }

  pointerAt(at: number): Pointer {
    const pointer = pointers.get(this.lower[at] ?? '');
    return pointer === undefined || this.is(at, 'past', 'current') ? undefined : (pointer as Pointer);
  }

  /** ", 2025" after a date; "2017" and "of 2017" after a month. */
  yearAfter(at: number): { readonly to: number; readonly year: number } | undefined {
    const next = this.is(at, ',', 'of') ? at + 1 : at;
    const year = yearOf(this.lower[next]);
    return year === undefined ? undefined : { to: next + 1, year };
  }

  unitAt(at: number): Unit | undefined {
    const word = this.words[at];
    return word === undefined || word.upos === 'VERB' ? undefined : units.get(word.lemma.toLowerCase());
  }

  isUnitAfter(at: number): boolean {
    const lemma = this.words[at]?.lemma.toLowerCase() ?? '';
    return units.has(lemma) || shortUnits.has(lemma) || this.is(at, 'percent', '%');
  }

  isPlural(at: number): boolean {
    return /^NNP?S$/.test(this.words[at]?.xpos ?? '');
  }

  numberAt(at: number): number | undefined {
    const word = this.lower[at] ?? '';
    if (/^\d{1,3}(?:\.\d+)?$/.test(word)) return Number(word);
    return word === 'a' || word === 'an' ? undefined : numbers.get(word);
  }

  /** A part of the day after a day: "Tuesday night". */
  withPart(at: number): number {
    return dayParts.has(this.lower[at] ?? '') && this.words[at]?.upos === 'NOUN' ? at + 1 : at;
  }
}

export function yearOf(word: string | undefined): number | undefined {
  return /^(?:1[1-9]|20)\d\d$/.test(word ?? '') ? Number(word) : undefined;
}
