// Which names of one article name the same person: full names first, then who bears the surname, the first name, the initials.
import type { Chain, Chains } from './chain.ts';
import { genderOfAddress, genderOfName, normal, particles } from './naming.ts';
import type { Gender } from './rules/people.ts';

/** A person's name as it stands in the text, and what goes before it. */
export interface PersonName {
  readonly text: string;
  /** "Mr", "Queen", in lower case, without a full stop. */
  readonly address: string | undefined;
  /** What a noun beside it tells: "the actress Ada Moss". */
  readonly gender?: Gender | undefined;
  /** Whether it is introduced as someone's relative: "her husband, Juan Moss". */
  readonly isKin?: boolean | undefined;
}

/** Finds the person that each name of an article means, in reading order. Cost: linear in the names. */
export class People {
  readonly #chains: Chains;
  readonly #full = new Map<string, Chain>();
  /** By first and last word of the name: "Sarah Sanders" is "Sarah Huckabee Sanders". */
  readonly #ends = new Map<string, Chain>();
  readonly #bearers = new Map<string, Set<Chain>>();
  readonly #last = new Map<string, Chain>();
  /** Who has been introduced as a relative: the surname alone means somebody else, as long as somebody bears it. */
  readonly #kin = new Set<Chain>();
  /** Who has been named in full so far. */
  readonly #met = new Set<Chain>();

  constructor(chains: Chains, names: readonly PersonName[]) {
    this.#chains = chains;
    for (const name of names) if (isFull(name.text) || isRoyal(name)) this.#learn(name);
  }

  /** The person that a name means, given the names before it. */
  chainOf(name: PersonName): Chain {
    const key = normal(name.text);
    const full = this.#full.get(key);
    if (full !== undefined) this.#met.add(full);
    const chain = full ?? this.#bearerOf(key, genderOfAddress(name.address)) ?? this.#make(name);
    // A surname alone tells nothing: "Warren" may be Ada Warren.
    chain.gender ??= name.gender ?? genderOfAddress(name.address);
    for (const short of shortNames(normal(chain.name))) this.#last.set(short, chain);
    return chain;
  }

  #learn(name: PersonName): void {
    const key = normal(name.text);
    const words = key.split(' ');
    const known = this.#full.get(key) ?? this.#sameEnds(words);
    const chain = known ?? this.#make(name);
    if (known !== undefined && name.text.length > known.name.length) known.name = titled(name);
    chain.gender ??= name.gender ?? genderOfName(name.text, name.address);
    if (name.isKin) this.#kin.add(chain);
    this.#full.set(key, chain);
    if (words.length > 1) this.#ends.set(endsOf(words), chain);
    for (const short of shortNames(key)) {
      const bearers = this.#bearers.get(short) ?? new Set();
      this.#bearers.set(short, bearers.add(chain));
    }
  }

  /** "J. Moss" is "John Moss", "Ada Moss" is "Ada Mary Moss"; "Ada Moss Jr" is someone else. */
  #sameEnds(words: readonly string[]): Chain | undefined {
    if (words.length < 2) return undefined;
    const same = this.#ends.get(endsOf(words));
    if (same !== undefined)
      return isGeneration(words) === isGeneration(normal(same.name).split(' ')) &&
        middlesAgree(words, normal(same.name).split(' '))
        ? same
        : undefined;
    const [first, last] = [words[0] as string, words.at(-1) as string];
    if (first.length > 2) return undefined;
    const bearers = [...(this.#bearers.get(last) ?? [])].filter((chain) =>
      normal(chain.name).startsWith(first[0] as string),
    );
    return bearers.length === 1 ? bearers[0] : undefined;
  }

  /** Of several the one whose gender is told by the form of address, who is no mere relative, who was named last. */
  #bearerOf(short: string, gender: Gender | undefined): Chain | undefined {
    const bearers = [...(this.#bearers.get(short) ?? [])].filter(
      (chain) => gender === undefined || chain.gender === undefined || chain.gender === gender,
    );
    const isSurname = (chain: Chain) => normal(chain.name).split(' ').at(-1) === short;
    const isRelative = (chain: Chain) => this.#kin.has(chain) && isSurname(chain);
    const apart = bearers.filter((chain) => !isRelative(chain));
    // Nobody is called by the surname before "his wife, Ada Moss" but him.
    const foremost = apart.length > 0 ? apart : bearers.filter((chain) => this.#met.has(chain));
    const told = foremost.filter((chain) => gender !== undefined && chain.gender === gender);
    const likely = told.length > 0 ? told : foremost;
    const last = this.#last.get(short);
    return last !== undefined && likely.includes(last) ? last : likely[0];
  }

  #make(name: PersonName): Chain {
    const chain = this.#chains.add({
      type: 'Person',
      name: titled(name),
      named: true,
      gender: name.gender ?? genderOfName(name.text, name.address),
    });
    const key = normal(name.text);
    this.#full.set(key, chain);
    return chain;
  }
}

const isFull = (name: string): boolean => /\s/.test(name) && !/^\S+\s(?:I{1,3}|I?V|VI{0,3}|IX|X)$/.test(name);

const isRoyal = (name: PersonName): boolean =>
  /^(?:king|queen|prince|princess|pope|saint|st)$/.test(name.address ?? '');

const titled = ({ text, address }: PersonName): string =>
  isRoyal({ text, address }) && address !== undefined && !address.startsWith('s')
    ? `${address[0]?.toUpperCase()}${address.slice(1)} ${text}`
    : text;

const endsOf = (words: readonly string[]): string => {
  const bare = words.filter((word) => !generations.has(word));
  return `${bare[0]} ${bare.at(-1)}`;
};

const generations = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);
const isGeneration = (words: readonly string[]): string => words.find((word) => generations.has(word)) ?? '';

/** Middle names agree where one has none, or an initial of the other's. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.slice(1, -1), b.slice(1, -1)];
  if (x.length === 0 || y.length === 0) return true;
  return x.some((word) => y.some((other) => other[0] === word[0]));
}

/** By what a full name may be taken up: its last word, with and without particles; its first. */
function shortNames(key: string): string[] {
  const words = key.split(' ').filter((word) => !generations.has(word));
  const found = new Set([words.at(-1) as string]);
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && particles.has(word));
  if (particle > 0) found.add(words.slice(particle).join(' '));
  if (words.length > 1) found.add(words[0] as string);
  if (words.length > 2) {
    found.add(words.slice(0, -1).join(' '));
    found.add(words.slice(1).join(' '));
    found.add(words[1] as string);
  }
  return [...found];
}
