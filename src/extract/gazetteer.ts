// What the lists of data/ know of a run of words: country, demonym, capital, place or organisation. No context, no guessing.
import { type Token, tokenize } from '../text/index.ts';
import { countries } from './data/countries.ts';
import { organizations } from './data/organizations.ts';
import { places } from './data/places.ts';

/** What a listed name stands for. `name` is the canonical one; for a demonym and a capital `country` is its country. */
export interface Entry {
  readonly sense: 'country' | 'demonym' | 'capital' | 'place' | 'organization';
  readonly name: string;
  readonly country?: string;
}

/** A listed name that stands at a place in a sentence: `length` tokens. */
export interface Match extends Entry {
  readonly length: number;
}

/** The longest listed name that starts at token `at`, if one does. Words all in capitals match too: "RUSSIA". */
export function lookUp(tokens: readonly Token[], at: number): Match | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const candidates = index.get(fold(first.text)) ?? [];
  const match = candidates.find(({ words }) => words.every((word, k) => agrees(tokens[at + k]?.text, word)));
  return match && { ...match.entry, length: match.words.length };
}

/** The country of that canonical name, if it is one. */
export const isCountry = (name: string): boolean => countryNames.has(name);

interface Candidate {
  readonly words: readonly string[];
  readonly entry: Entry;
}

const countryNames: ReadonlySet<string> = new Set(countries.map((country) => country.name));

const index: ReadonlyMap<string, readonly Candidate[]> = (() => {
  const all = new Map<string, Candidate[]>();
  const add = (name: string, entry: Entry) => {
    const words = tokenize(name).map((token) => token.text);
    const key = fold(words[0] ?? '');
    const list = all.get(key);
    if (list === undefined) all.set(key, [{ words, entry }]);
    else list.push({ words, entry });
  };
  for (const { name, aliases, demonyms, capitals } of countries) {
    for (const alias of [name, ...aliases]) add(alias, { sense: 'country', name });
    for (const demonym of demonyms) add(demonym, { sense: 'demonym', name, country: name });
    for (const capital of capitals)
      add(capital, { sense: 'capital', name: capitals[0] as string, country: name });
  }
  for (const place of places) add(place, { sense: 'place', name: place });
  for (const [name, ...aliases] of organizations)
    for (const alias of [name, ...aliases]) add(alias, { sense: 'organization', name });
  for (const list of all.values()) list.sort((a, b) => b.words.length - a.words.length);
  return all;
})();

function fold(word: string): string {
  return word.toLowerCase();
}

/** A listed word agrees with itself, and with itself in capitals where it is long enough to be no other word. */
function agrees(word: string | undefined, listed: string): boolean {
  if (word === undefined) return false;
  return word === listed || (listed.length > 3 && word === listed.toUpperCase());
}
