// What lists tell the name head of each word: that a place's name begins or goes on here, that it is a first name or a
// surname. train/names_lists.py is the other half.
import type { ModelFile } from './weights.ts';

const placeLists = ['countries', 'regions', 'large_cities', 'small_cities'] as const;
const wordLists = ['first_names', 'surnames'] as const;

/** How many flags there are, without 0, which is none. */
export const flagCount = 2 * placeLists.length + wordLists.length;

/** The lists, all in lower case, words divided by spaces. */
export class NameLists {
  /** For each listed string the lists that hold it, a bit a list. */
  readonly #lists = new Map<string, number>();
  /** How many words the longest place's name has that begins with this word, if more than one. */
  readonly #longest = new Map<string, number>();
  readonly #entries = new Map<string, Entry>();

  constructor(file: ModelFile) {
    for (const [bit, list] of [...placeLists, ...wordLists].entries()) {
      for (const entry of file.list(list)) {
        this.#lists.set(entry, (this.#lists.get(entry) ?? 0) | (1 << bit));
        const space = entry.indexOf(' ');
        if (space === -1) continue;
        const first = entry.slice(0, space);
        const length = entry.split(' ').length;
        if (length > (this.#longest.get(first) ?? 1)) this.#longest.set(first, length);
      }
    }
  }

  /**
   * The flags of each word, from 1: of place list k, 2k + 1 where a name begins and 2k + 2 where it goes on; then one for
   * each word list. Cost: linear, but for the longest listed name.
   */
  flagsOf(forms: readonly string[]): number[][] {
    const words = forms.map((form) => this.#entryOf(form));
    const flags: number[][] = forms.map(() => []);
    // Where the last name of each place list ends: names of one list don't overlap.
    const ends = placeLists.map(() => 0);
    for (const [at, { lists, longest, isShort }] of words.entries()) {
      if (lists === 0 && longest === 1) continue;
      const most = Math.min(longest, words.length - at);
      for (const list of placeLists.keys()) {
        if (at < (ends[list] as number)) continue;
        const length = this.#placeLength(words, at, most, 1 << list);
        if (length === 0 || (length === 1 && isShort)) continue;
        for (let i = 0; i < length; i++) flags[at + i]?.push(2 * list + (i === 0 ? 1 : 2));
        ends[list] = at + length;
      }
    }
    for (const [at, { word, lists }] of words.entries()) {
      if (lists < 1 << placeLists.length || word.length < 2) continue;
      for (const k of wordLists.keys())
        if (lists & (1 << (placeLists.length + k))) flags[at]?.push(2 * placeLists.length + 1 + k);
    }
    return flags.map((of) => (of.length > 1 ? of.sort((a, b) => a - b) : of));
  }

  #entryOf(form: string): Entry {
    const known = this.#entries.get(form);
    if (known !== undefined) return known;
    const word = form.toLowerCase();
    const entry = {
      word,
      lists: this.#lists.get(word) ?? 0,
      longest: this.#longest.get(word) ?? 1,
      isShort: word.length < 3 && !isCapitals(form),
    };
    if (this.#entries.size >= keptForms) this.#entries.clear();
    this.#entries.set(form, entry);
    return entry;
  }

  /** `most`: words of the longest name that may begin so. */
  #placeLength(words: readonly Entry[], at: number, most: number, bit: number): number {
    for (let length = most; length > 1; length--) {
      const name = words.slice(at, at + length).map(({ word }) => word);
      if ((this.#lists.get(name.join(' ')) ?? 0) & bit) return length;
    }
    return (words[at] as Entry).lists & bit ? 1 : 0;
  }
}

/** What the lists know of a form. `lists` has a bit for each that holds the word by itself. */
interface Entry {
  readonly word: string;
  readonly lists: number;
  /** Words of the longest place's name that begins with it. */
  readonly longest: number;
  /** Of one or two letters, not capitals: "us" is no country. */
  readonly isShort: boolean;
}

/** Forms that are kept, for the speed of it. */
const keptForms = 8192;

const isCapitals = (form: string): boolean => form === form.toUpperCase() && form !== form.toLowerCase();
