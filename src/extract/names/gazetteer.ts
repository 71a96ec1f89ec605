// What lists know of a run of words, without its context: a country, its capital, its people, its seat of government; an
// organisation; a place. Guesses nothing.
import { wordsOf } from '../../text/index.ts';
import type { Name, NameType } from '../article.ts';
import { countries } from '../data/countries.ts';
import { networks, organizations } from '../data/organizations.ts';
import { places } from '../data/places.ts';
import { seats, unions } from '../data/seats.ts';

/** A listed name that stands at a place in a sentence: `length` words. */
export interface Listed {
  readonly type: NameType;
  readonly length: number;
  readonly country?: Name['country'];
  /** A place where people publish: Telegram. */
  readonly network?: true;
}

/** The longest listed name that starts at `at`, if one does. Words all in capitals match too: "RUSSIA". */
export function listedAt(words: readonly { readonly form: string }[], at: number): Listed | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  const entries = index.get(first.form.toLowerCase());
  return entries?.find((entry) => entry.forms.every((form, k) => agrees(words[at + k]?.form, form)))?.listed;
}

interface Entry {
  readonly forms: readonly string[];
  readonly listed: Listed;
}

/** By the first word in lower case; longest names first. */
const index: ReadonlyMap<string, readonly Entry[]> = (() => {
  const all = new Map<string, Entry[]>();
  const add = (name: string, known: Omit<Listed, 'length'>) => {
    const forms = wordsOf(name).map((word) => word.form);
    const key = (forms[0] ?? '').toLowerCase();
    const entry = { forms, listed: { ...known, length: forms.length } };
    const list = all.get(key);
    if (list === undefined) all.set(key, [entry]);
    else list.push(entry);
  };
  for (const { name, aliases, demonyms, capitals } of countries) {
    for (const alias of [name, ...aliases])
      add(alias.replace(/^The /, ''), { type: 'Place', country: { name, by: 'country' } });
    for (const capital of capitals) add(capital, { type: 'Place', country: { name, by: 'capital' } });
    for (const demonym of demonyms) add(demonym, { type: 'Place', country: { name, by: 'demonym' } });
  }
  for (const { union, seat } of unions) add(seat, { type: 'Place', country: { name: union, by: 'capital' } });
  for (const { country, names } of seats)
    for (const name of names) add(name, { type: 'Organization', country: { name: country, by: 'seat' } });
  for (const place of places) add(place, { type: 'Place' });
  for (const name of networks) add(name, { type: 'Organization', network: true });
  for (const names of organizations) for (const name of names) add(name, { type: 'Organization' });
  // Equally long: what was added first, a country before an organisation of that name.
  for (const list of all.values()) list.sort((a, b) => b.forms.length - a.forms.length);
  return all;
})();

/** A listed word agrees with itself, and with itself in capitals where it is long enough to be no other word. */
function agrees(form: string | undefined, listed: string): boolean {
  return form === listed || (listed.length > 3 && form === listed.toUpperCase());
}
