// The named things of one article: names that stand for the same are one thing. Descriptions and pronouns: refer.ts.
import type { EntityType } from '../../graph/model.ts';
import { genderOfFirstName } from './data/first-names.ts';
import { isCountry } from './gazetteer.ts';
import type { Name } from './names.ts';
import { honorifics } from './rules/offices.ts';
import type { Word } from './tag.ts';

export type Gender = 'female' | 'male';

/** Something that an article speaks of by name. */
export interface Thing {
  /** Unique in the article. */
  readonly key: string;
  readonly type: EntityType;
  /** The fullest name in the article; canonical for countries and what else is listed. */
  name: string;
  /** Known from a first name, a form of address or an office. */
  gender: Gender | undefined;
  /** Whether it is a country, or a capital or body that acts for one. */
  readonly country: boolean;
}

/** Where a name stands: sentence, and word in it. */
export interface NamePlace {
  readonly sentence: number;
  readonly word: number;
  readonly name: Name;
  readonly thing: Thing;
}

/** The things of an article and every place where one is named, in reading order. Cost: linear. */
export function thingsOf(sentences: readonly (readonly Word[])[]): {
  things: Map<string, Thing>;
  places: NamePlace[];
} {
  const things = new Map<string, Thing>();
  const named = sentences.flatMap((words, sentence) =>
    words.flatMap((word, index) =>
      word.name === undefined ? [] : [{ sentence, word: index, name: word.name }],
    ),
  );
  const people = peopleOf(named.map(({ name }) => name).filter((name) => name.sense === 'person'));
  const cities = citiesOf(sentences);
  const places = named.map((place): NamePlace => {
    const words = sentences[place.sentence] as readonly Word[];
    const thing =
      place.name.sense === 'person' ? people(place.name) : placed(place.name, words, place.word, cities);
    const known = things.get(thing.key) ?? thing;
    things.set(known.key, known);
    return { ...place, thing: known };
  });
  return { things, places };
}

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');

/** Finds the person that a name means: the full names first, then who bears the surname. */
function peopleOf(names: readonly Name[]): (name: Name) => Thing {
  const full = new Map<string, Thing>();
  const bySurname = new Map<string, Thing[]>();
  const recent = new Map<string, Thing>();
  for (const name of names) {
    const key = fold(name.name);
    const isFull = name.name.includes(' ') && !/ I{1,3}$| [IVX]+$/.test(name.name);
    if (!isFull && !isRoyal(name)) continue;
    const known = full.get(key);
    if (known !== undefined) {
      known.gender ??= genderOf(name);
      continue;
    }
    const same = sameButShorter(name.name, full);
    const thing = same ?? person(name);
    if (same !== undefined && name.name.length > same.name.length) same.name = titled(name);
    full.set(key, thing);
    for (const surname of surnames(name.name)) {
      const list = bySurname.get(surname) ?? [];
      if (!list.includes(thing)) list.push(thing);
      bySurname.set(surname, list);
    }
  }
  const single = new Map<string, Thing>();
  return (name) => {
    const key = fold(name.name);
    const exact = full.get(key);
    const bearers = (bySurname.get(key) ?? []).filter((thing) => fits(thing, name));
    const last = recent.get(key);
    const found =
      exact ??
      (last !== undefined && bearers.includes(last) && bearers.length > 1 ? last : bearers.at(0)) ??
      single.get(key) ??
      person(name);
    if (exact === undefined && bearers.length === 0) single.set(key, found);
    for (const surname of surnames(found.name)) recent.set(surname, found);
    found.gender ??= genderOf(name);
    return found;
  };
}

const isRoyal = (name: Name): boolean => /^(?:king|queen|prince|princess|pope)$/.test(name.address ?? '');

/** "Sarah Sanders" is "Sarah Huckabee Sanders". */
function sameButShorter(name: string, full: ReadonlyMap<string, Thing>): Thing | undefined {
  const words = fold(name).split(' ');
  if (words.length < 2) return undefined;
  for (const [other, thing] of full.size < 2000 ? full : []) {
    const theirs = other.split(' ');
    if (theirs.length === words.length || theirs.length < 2) continue;
    if (theirs[0] === words[0] && theirs.at(-1) === words.at(-1)) return thing;
  }
  return undefined;
}

const titled = (name: Name): string => {
  const address = name.address ?? '';
  return isRoyal(name) && fold(name.name) !== address
    ? `${(address[0] ?? '').toUpperCase()}${address.slice(1)} ${name.name}`
    : name.name;
};

function person(name: Name): Thing {
  return {
    key: `Person ${fold(name.name)}`,
    type: 'Person',
    name: titled(name),
    gender: genderOf(name),
    country: false,
  };
}

function genderOf(name: Name): Gender | undefined {
  const address = name.address === undefined ? undefined : honorifics.get(name.address);
  const first = name.name.includes(' ')
    ? genderOfFirstName.get(name.name.split(' ')[0] as string)
    : undefined;
  const gender = address === 'female' || address === 'male' ? address : first;
  return gender === 'either' ? undefined : gender;
}

function fits(thing: Thing, name: Name): boolean {
  const gender = genderOf(name);
  return gender === undefined || thing.gender === undefined || thing.gender === gender;
}

/** By what a full name may be taken up: its last word, with and without particles; its first where the family comes first. */
function surnames(name: string): string[] {
  const words = fold(name).split(' ');
  const found = new Set([words.at(-1) as string]);
  const particle = words.findIndex(
    (word, i) => i > 0 && /^(?:von|van|de|der|den|del|della|di|da|dos|al|el|bin|ibn|ter|la|le)$/.test(word),
  );
  if (particle > 0) found.add(words.slice(particle).join(' '));
  if (words.length > 1) found.add(words[0] as string);
  return [...found];
}

function placed(name: Name, words: readonly Word[], at: number, cities: ReadonlySet<string>): Thing {
  switch (name.sense) {
    case 'country':
    case 'demonym':
      return country(name.country ?? name.name);
    case 'capital':
      return isCity(name, words, at, cities) ? place(name.name) : country(name.country as string);
    case 'place':
      return place(name.name);
    default: {
      const bare = name.name.replace(/^The /, '');
      return {
        key: `Organization ${fold(bare)}`,
        type: 'Organization',
        name: bare,
        gender: undefined,
        country: false,
      };
    }
  }
}

export const country = (name: string): Thing => ({
  key: `Place ${fold(name)}`,
  type: 'Place',
  name,
  gender: undefined,
  country: isCountry(name),
});

const place = (name: string): Thing => ({
  key: `Place ${fold(name)}`,
  type: 'Place',
  name,
  gender: undefined,
  country: false,
});

/** Capitals that the article uses for the city somewhere: then they are it wherever they don't clearly act. */
function citiesOf(sentences: readonly (readonly Word[])[]): Set<string> {
  const cities = new Set<string>();
  for (const words of sentences)
    words.forEach((word, at) => {
      if (word.name?.sense === 'capital' && senseOfCapital(words, at) === 'city') cities.add(word.name.name);
    });
  return cities;
}

function isCity(name: Name, words: readonly Word[], at: number, cities: ReadonlySet<string>): boolean {
  const sense = senseOfCapital(words, at);
  return sense === 'city' || (sense === 'open' && cities.has(name.name));
}

const cityNouns =
  /^(?:mayor|residents?|street|airport|police|suburbs?|district|metro|stock|mayoral|bureau|summit|conference|office|radio)$/;
const motion =
  /^(?:travel|travell?ed|travell?ing|come|coming|came|go|going|went|fly|flew|flying|return|returned|returning|arrive|arrived|head|headed|heading|trip|trips|visit|visits|journey|flight|tour|ambassador|envoy|moved|move|train|trains|back|way|invited)$/;

/** What the words around a capital tell: a place where one is, or a government that acts. */
function senseOfCapital(words: readonly Word[], at: number): 'city' | 'government' | 'open' {
  const before = words[at - 1];
  const after = words[at + 1];
  const previous = before?.lower ?? '';
  if (after?.text === '—' || after?.text === '–' || (after?.text === '-' && at === 0)) return 'city';
  if (after?.text === ',' && words[at + 2]?.name?.sense === 'country' && words[at + 3]?.tag !== 'conjunction')
    return 'city';
  if (
    /^(?:in|near|at|outside|around|inside|into|through|across|central|downtown|visit|visited|visiting|visits|leave|left|of)$/.test(
      previous,
    )
  )
    return previous === 'of'
      ? /^(?:city|capital|mayor|parts|streets|centre|center|outskirts|university|bishop|part)$/.test(
          words[at - 2]?.lower ?? '',
        )
        ? 'city'
        : 'open'
      : 'city';
  if (after?.office?.rule.predicate === 'MAYOR_OF' || cityNouns.test(after?.lower ?? '')) return 'city';
  if (after?.tag === 'genitive' && words[at + 2]?.office?.rule.predicate === 'MAYOR_OF') return 'city';
  if (
    (previous === 'to' || previous === 'from' || previous === 'for') &&
    words.slice(Math.max(0, at - 5), at).some((word) => motion.test(word.lower))
  )
    return 'city';
  if (previous === 'between' || previous === 'with' || previous === 'against') return 'government';
  if (after?.tag === 'verb' || after?.tag === 'modal' || after?.tag === 'have' || after?.tag === 'be')
    return 'government';
  return 'open';
}
