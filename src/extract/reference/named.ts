// The named things of one article: names that stand for the same are one chain. Descriptions and pronouns: elsewhere.

import type { Article, Name } from '../article.ts';
import { organizations } from '../data/organizations.ts';
import { unions } from '../data/seats.ts';
import { lettersBeside } from '../names/short.ts';
import type { Syntax } from '../syntax.ts';
import { senseOfCapital } from './acting.ts';
import type { Chain, Chains } from './chain.ts';
import { normal, textOf } from './naming.ts';
import { People, type PersonName } from './people.ts';
import { genderedNouns, kinNouns } from './rules/people.ts';

/**
 * The chain of each name, in the names' order; undefined for a demonym that is an adjective, which names no thing by itself.
 * Cost: linear in the names.
 */
export function chainsOfNames(
  article: Article,
  names: readonly Name[],
  trees: readonly Syntax[],
  chains: Chains,
): Map<Name, Chain> {
  const wordsOf = (name: Name) => textOf(article.trees[name.sentence]?.words ?? [], name);
  const addressOf = (name: Name): string | undefined => {
    const form = article.trees[name.sentence]?.words[name.from - 1]?.form.replace(/\.$/, '');
    // "steel king Ada Moss" wears no crown.
    return form === undefined || /^(?:king|queen|prince|princess)$/.test(form)
      ? undefined
      : form.toLowerCase();
  };
  const persons = new Map<Name, PersonName>(
    names
      .filter((name) => name.type === 'Person')
      .map((name) => [
        name,
        {
          text: wordsOf(name),
          address: addressOf(name),
          ...describedAs(trees[name.sentence] as Syntax, name),
        },
      ]),
  );
  const people = new People(chains, [...persons.values()]);
  const ofBodies = names.filter((name) => name.type === 'Organization');
  const bodies = new Bodies(chains, ofBodies.map(wordsOf));
  for (const name of ofBodies) {
    const letters = lettersBeside(article.trees[name.sentence]?.words ?? [], name);
    if (letters !== undefined) bodies.call(letters, wordsOf(name));
  }
  const places = new Map<string, Chain>();
  const place = (name: string, country: boolean): Chain => {
    const key = normal(name);
    const known = places.get(key);
    if (known !== undefined) return known;
    const made = chains.add({ type: 'Place', name, named: true, country: country ? name : undefined });
    places.set(key, made);
    return made;
  };
  // What a word means in one place it means in the others, unless it is told apart there.
  const countries = new Map(
    names.flatMap((name) => (name.country === undefined ? [] : [[wordsOf(name), name.country] as const])),
  );
  const countryOf = (name: Name) =>
    name.country ?? (name.type === 'Place' ? countries.get(wordsOf(name)) : undefined);
  const senses = new Map<Name, 'government' | 'city' | 'open'>();
  const cities = new Set<string>();
  for (const name of names) {
    if (countryOf(name)?.by !== 'capital') continue;
    const syntax = trees[name.sentence] as Syntax;
    const isHeading = article.trees[name.sentence]?.kind === 'dateline';
    const sense = isHeading ? 'city' : senseOfCapital(syntax, name);
    senses.set(name, sense);
    if (sense === 'city') cities.add(normal(wordsOf(name)));
  }
  const found = new Map<Name, Chain>();
  for (const name of names) {
    const text = wordsOf(name);
    const chain = ((): Chain => {
      if (name.type === 'Person') return people.chainOf(persons.get(name) as PersonName);
      const country = countryOf(name);
      if (country !== undefined && (country.by === 'country' || country.by === 'demonym'))
        return place(country.name, true);
      if (country?.by === 'capital') {
        const sense = senses.get(name);
        const isCity = sense === 'city' || (sense === 'open' && cities.has(normal(text)));
        if (isCity || sense === undefined) return place(inSmall(text), false);
        return isUnion(country.name) ? bodies.chainOf(country.name) : place(country.name, true);
      }
      if (name.type === 'Organization') return bodies.chainOf(text);
      return name.type === 'Place' ? place(text.replace(/^the /i, ''), false) : bodies.chainOf(text, 'Event');
    })();
    if (name.country?.by !== 'demonym') chain.names += 1;
    chain.doubtful =
      chain.type !== 'Person' &&
      isDoubtful(name, wordsOf(name), trees[name.sentence] as Syntax) &&
      (chain.names <= 1 || chain.doubtful);
    found.set(name, chain);
  }
  return found;
}

const isUnion = (name: string): boolean => unions.some(({ union }) => union === name);

/** "her husband, the composer Juan Moss", "with husband Juan", "Ada Moss, the colonel’s wife": what nouns beside a name tell. */
function describedAs(syntax: Syntax, name: Name): Pick<PersonName, 'gender' | 'isKin'> {
  const head = syntax.headWithin(name);
  const nouns = [...syntax.children(head, 'appos', 'nmod:desc', 'compound')];
  for (let at = head; /^(?:appos|flat|nmod:desc|compound)/.test(syntax.word(at).deprel); ) {
    const up = syntax.headOf(at) as number;
    nouns.push(up, ...syntax.children(up, 'nmod:desc', 'compound').filter((word) => word < head));
    at = up;
  }
  const words = nouns
    .filter((at) => at < name.from || at >= name.to)
    .filter((at) => syntax.word(at).upos === 'NOUN' && !syntax.word(at).xpos.endsWith('S'))
    .map((at) => ({ lemma: syntax.word(at).lemma.toLowerCase(), at }));
  const isOwned = ({ at }: { at: number }) =>
    syntax.child(at, 'nmod:poss') !== undefined ||
    at === name.from - 1 ||
    syntax.child(at, 'nmod') !== undefined;
  const gender = words.map(({ lemma }) => genderedNouns.get(lemma)).find((told) => told !== undefined);
  return { gender, isKin: words.some((word) => kinNouns.has(word.lemma) && isOwned(word)) };
}

/** A dateline's "LIMA" is Lima. */
const inSmall = (text: string): string =>
  /^[\p{Lu}\s-]{4,}$/u.test(text)
    ? text.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first, rest) => `${first}${rest.toLowerCase()}`)
    : text;

/** Organisations: their aliases, acronyms and short forms. */
class Bodies {
  readonly #chains: Chains;
  readonly #byKey = new Map<string, Chain>();
  readonly #fullNames: readonly string[];
  readonly #long = new Map<string, Set<string>>();

  constructor(chains: Chains, names: readonly string[]) {
    this.#chains = chains;
    this.#fullNames = [...new Set(names)];
    for (const name of this.#fullNames) {
      const words = bare(name);
      if (words.length < 2) continue;
      // "the Bank" after "the Bank of England"
      const first = /^(?:of|for|against|to)$/.test(words[1] as string) ? [words[0] as string] : [];
      // "the Farmers" after "the Northern Farmers' Party"
      const members = words.length > 2 && words.at(-2)?.endsWith('s') ? [words.at(-2) as string] : [];
      const heads = [words.slice(0, -1).join(' '), words.at(-1) as string, ...first, ...members];
      for (const short of [acronym(words), ...heads]) {
        if (short === '') continue;
        const list = this.#long.get(short) ?? new Set();
        this.#long.set(short, list.add(name));
      }
    }
  }

  chainOf(name: string, type: Chain['type'] = 'Organization'): Chain {
    const key = bare(name).join(' ');
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const listed = aliases.get(key);
    const canonical = listed ?? this.#longOf(name, key) ?? this.#membersOf(key);
    if (canonical !== undefined && bare(canonical).join(' ') !== key) {
      const chain = this.chainOf(canonical, type);
      this.#byKey.set(key, chain);
      return chain;
    }
    const made = this.#chains.add({ type, name: name.replace(/^the /i, ''), named: true });
    this.#byKey.set(key, made);
    return made;
  }

  /** The article says that a body is called so: "the Front (FLA)". */
  call(letters: string, name: string): void {
    const key = bare(letters).join(' ');
    if (!this.#byKey.has(key)) this.#byKey.set(key, this.chainOf(name));
  }

  /** "Green" of "Green leader": the Greens. */
  #membersOf(key: string): string | undefined {
    return this.#fullNames.find((name) => bare(name).join(' ') === `${key}s`);
  }

  /** The one longer name of the article that this is short for: "EC" and "the Commission" for "European Commission". */
  #longOf(name: string, key: string): string | undefined {
    const isAcronym = /^(?:\p{Lu}\.?){2,}$/u.test(name);
    const longer = [...(this.#long.get(isAcronym ? key.replace(/\s/g, '') : key) ?? [])];
    const other = longer.filter((long) => bare(long).join(' ') !== key);
    return other.length === 1 ? other[0] : undefined;
  }
}

const bare = (name: string): string[] => {
  const words = normal(name).split(' ');
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
};

const acronym = (words: readonly string[]): string => {
  const initials = words
    .filter((word) => !/^(?:of|the|for|and|in|on|de|&)$/.test(word))
    .map((word) => word[0]);
  return initials.length < 2 ? '' : initials.join('');
};

const aliases: ReadonlyMap<string, string> = new Map(
  organizations.flatMap(([name, ...others]) =>
    [name, ...others].map((alias) => [bare(alias).join(' '), name] as const),
  ),
);

/** One or two words with a capital and small letters that no list is sure of, and where nobody is and nothing is of. */
const isDoubtful = (name: Name, text: string, syntax: Syntax): boolean =>
  name.country === undefined &&
  name.confidence < (name.type === 'Organization' ? 0.8 : 0.9) &&
  /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(text) &&
  !aliases.has(text.toLowerCase()) &&
  !isPlaceOrMark(syntax, syntax.headWithin(name)) &&
  // "the Greens"
  syntax.word(name.to - 1).xpos !== 'NNPS';

/** "in Selby", "flew to Selby", "the Selby coach". */
function isPlaceOrMark(syntax: Syntax, head: number): boolean {
  const preposition = syntax.child(head, 'case');
  const isIn =
    preposition !== undefined && /^(?:in|at|near|around|outside)$/i.test(syntax.word(preposition).form);
  // "flew to Salzburg"
  const up = syntax.headOf(head);
  const isReached =
    up !== undefined &&
    preposition !== undefined &&
    /^(?:to|from|into)$/i.test(syntax.word(preposition).form) &&
    moving.has(syntax.word(up).lemma);
  return isReached || isIn || syntax.relationOf(head) === 'compound';
}

/** Verbs whose "to" leads to a place. */
const moving: ReadonlySet<string> = new Set(
  'fly go travel return drive sail move come march head walk arrive flee run depart'.split(' '),
);
