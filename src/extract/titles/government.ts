// Gives an office without a country the country whose government the report is about: "President Reyes" in a report from Lima.
// Whoever is told to hold an office elsewhere, or whose office is held by another there, gets none.
import type { TreeWord } from '../../text/index.ts';
import type { Article, Name, Place, Title } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { listedAt } from '../names/gazetteer.ts';
import { countryTelling, hasOffice, isNational, nationalOffices, ownOffices } from '../rules/governments.ts';
import { courtesies } from '../rules/roles.ts';
import { Syntax } from '../syntax.ts';
import { subjectOf } from './owner.ts';

/** Titles, those of national offices completed with the country where the article shows it. Cost: linear. */
export function withGovernments(article: Article, names: readonly Name[], titles: readonly Title[]): Title[] {
  if (!titles.some((title) => isOpen(article, title))) return [...titles];
  const reader = new Governments(article, names, titles);
  return titles.map((title) => reader.completed(title));
}

/** A national office of which no country is said, or only "the Republic". */
function isOpen(article: Article, { office, body, words }: Title): boolean {
  if (office === undefined || (body !== undefined && !isCommon(article, body))) return false;
  return isNational(office, nounOf(article, words));
}

/** "Minister Reyes" may be of any government. */
const isBare = (article: Article, { words }: Title): boolean => nounOf(article, words) === 'minister';

/** "the Republic", "the Kingdom": whose, nobody says. */
const isCommon = ({ trees }: Article, { sentence, from, to }: Place): boolean =>
  /^(?:Republic|Kingdom|Federation|Nation|State)$/.test(trees[sentence]?.words[to - 1]?.form ?? '') &&
  to - from <= (trees[sentence]?.words[from]?.form.toLowerCase() === 'the' ? 2 : 1);

/** The words of an office, in lower case: "foreign minister". */
const nounOf = ({ trees }: Article, { sentence, from, to }: Place): string =>
  (trees[sentence]?.words ?? [])
    .slice(from, to)
    .map(({ form }) => form.toLowerCase())
    .join(' ')
    .replace(/ - /g, '-');

/** How the country came to be known; a guess weighs less in the claim's confidence. */
const rules = {
  own: 'an office of one country',
  owner: 'in a government that is named',
  told: 'of a country that is told elsewhere',
  report: 'of the country of the report',
};

interface Land {
  readonly name: string;
  /** Where the country is named. */
  readonly place: Name;
}

/** In which order offices are given a country. */
const rankOf = ({ office }: Title): number =>
  office === 'PRIME_MINISTER_OF' || office === 'CHANCELLOR_OF'
    ? 0
    : office === 'MINISTER_OF' || office === 'OFFICIAL_OF'
      ? 2
      : 1;

class Governments {
  readonly #article: Article;
  readonly #bySentence: readonly Name[][];
  readonly #lands = new Map<string, { weight: number; place: Name | undefined }>();
  /** The first sentence that is one. */
  readonly #opening: number;
  /** By surname: the countries of which the article says that someone holds a national office. */
  readonly #told = new Map<string, Set<string>>();
  /** By country and office: surnames of those who are said to hold it there. */
  readonly #holders = new Map<string, Set<string>>();
  /** By office: who was the first to bear it without a country, and of which. */
  readonly #first = new Map<string, { surname: string; land: Land }>();
  readonly #reported = new Map<Title, Land>();
  /** By surname: of which country somebody is taken to hold an office, though no words say so. */
  readonly #governs = new Map<string, Land>();
  /** By surname, as courtesies and first names tell it. */
  readonly #genders = new Map<string, 'male' | 'female'>();

  constructor(article: Article, names: readonly Name[], titles: readonly Title[]) {
    this.#article = article;
    const bySentence: Name[][] = article.trees.map(() => []);
    for (const name of names) bySentence[name.sentence]?.push(name);
    this.#bySentence = bySentence;
    this.#opening = article.trees.findIndex(({ kind, words }) => kind === 'prose' && words.length > 5);
    for (const name of names) {
      this.#count(name);
      this.#learnGender(name);
    }
    for (const { words } of titles)
      for (const country of ownOffices.get(nounOf(article, words)) ?? [])
        if (this.#lands.has(country)) this.#add(country, weights.office, undefined);
    for (const title of titles) this.#learn(title);
    // Fewest countries have prime ministers and chancellors, and who they are tells of which country the others may be.
    const open = titles.filter((title) => isOpen(article, title) && !isBare(article, title));
    for (const rank of [0, 1, 2]) for (const title of open) if (rankOf(title) === rank) this.#settle(title);
  }

  /** The first who bears an office without a country is the one of whom the report may leave it out. */
  #settle(title: Title): void {
    const { office = '', holder, words, status } = title;
    if (this.#ownersLand(title) !== undefined) return;
    const key = office === 'MINISTER_OF' || office === 'OFFICIAL_OF' ? nounOf(this.#article, words) : office;
    const surname = this.#surname(holder);
    const known = this.#first.get(key);
    if (known !== undefined) {
      if (known.surname === surname || status !== 'current') this.#reported.set(title, known.land);
      return;
    }
    const land = this.#reportedFor(title);
    if (land === undefined || this.#isElsewhere(title, land)) return;
    this.#first.set(key, { surname, land });
    this.#reported.set(title, land);
    this.#governs.set(surname, land);
    if (rankOf(title) < 2) this.#add(land.name, weights.office, undefined);
  }

  completed(title: Title): Title {
    if (!isOpen(this.#article, title)) return title;
    const land = isBare(this.#article, title) ? undefined : this.#landOf(title);
    if (land === undefined) return { ...title, body: undefined, unsaid: true };
    const { sentence, from, to } = land.place;
    return {
      ...title,
      body: { sentence, from, to },
      rule: `${title.rule}, ${land.rule}`,
      confidence: title.confidence * land.sure,
      ...((land.rule === rules.report || land.isGuess) && { unsaid: true as const }),
    };
  }

  #landOf(title: Title): (Land & { rule: string; sure: number; isGuess?: boolean }) | undefined {
    const noun = nounOf(this.#article, title.words);
    const own = (ownOffices.get(noun) ?? []).flatMap((name) => this.#land(name) ?? []);
    const [only] = own;
    if (own.length === 1 && only !== undefined && this.#mayBe(only.name, title))
      return { ...only, rule: rules.own, sure: 0.9 };
    const owner = this.#ownersLand(title);
    if (owner !== undefined)
      return this.#mayBe(owner.name, title) ? { ...owner, rule: rules.owner, sure: 0.9 } : undefined;
    const told = this.#told.get(this.#surname(title.holder));
    const elsewhere = told?.size === 1 ? this.#land([...told][0] as string) : undefined;
    if (elsewhere !== undefined)
      return this.#mayBe(elsewhere.name, title) ? { ...elsewhere, rule: rules.told, sure: 0.9 } : undefined;
    const land = this.#reported.get(title);
    return land && { ...land, rule: rules.report, sure: 0.8 };
  }

  /** Whether a country has the office, nobody else is said to hold it there, nor its holder to hold one elsewhere. */
  #mayBe(country: string, { office = '', holder, status, words }: Title): boolean {
    const surname = this.#surname(holder);
    const told = this.#told.get(surname);
    // Where nobody is prime minister, nobody is his deputy.
    const isDeputy = /\b(?:prime minister|premier|pm)$/.test(nounOf(this.#article, words));
    if (
      !hasOffice(country, isDeputy ? 'PRIME_MINISTER_OF' : office) ||
      (told !== undefined && !told.has(country))
    )
      return false;
    if (office === 'OFFICIAL_OF' || status !== 'current') return true;
    return this.#holders.get(`${country} ${this.#seat(office, words)}`)?.has(surname) !== false;
  }

  /** What one person at a time holds: of ministers each by the words, "foreign minister". */
  #seat(office: string, words: Place): string {
    return office === 'MINISTER_OF' ? nounOf(this.#article, words) : office;
  }

  /** "his finance minister", "Holt’s finance minister": of the country that he or Holt governs. */
  #ownersLand({ words: { sentence, from } }: Title): (Land & { isGuess: boolean }) | undefined {
    const words = this.#article.trees[sentence]?.words ?? [];
    let at = from - 1;
    while (at > 0 && from - at < 4 && /^(?:JJ|NN|VBN|RB)/.test(words[at]?.xpos ?? '')) at--;
    const tag = words[at]?.xpos;
    if (tag !== 'PRP$' && tag !== 'POS') return undefined;
    const near = [...(this.#bySentence[sentence] ?? []).filter((name) => name.to <= at)].reverse();
    const person =
      tag === 'POS' ? near.find(isPerson) : this.#personMeant(words[at]?.form ?? '', sentence, near);
    if (person === undefined) return undefined;
    const surname = this.#surname(person);
    const told = this.#told.get(surname);
    const said = told?.size === 1 ? this.#land([...told][0] as string) : undefined;
    if (said !== undefined) return { ...said, isGuess: false };
    const guess = told === undefined ? this.#governs.get(surname) : undefined;
    return guess && { ...guess, isGuess: true };
  }

  /** Whose government "his" or "her" is: the nearest before it, else whom the sentence before is about, as far as gender allows. */
  #personMeant(form: string, sentence: number, near: readonly Name[]): Name | undefined {
    const gender = pronouns.get(form.toLowerCase());
    if (gender === undefined) return undefined;
    const people = (this.#bySentence[sentence - 1] ?? []).filter(isPerson);
    const tree = this.#article.trees[sentence - 1];
    const subject = tree && subjectOf(new Syntax(tree), people);
    const earlier = (this.#bySentence[sentence - 2] ?? []).filter(isPerson).reverse();
    const all = [...near.filter(isPerson), ...(subject === undefined ? [] : [subject]), ...people.reverse()];
    const may = [...all, ...earlier].filter(
      (name) => (this.#genders.get(this.#surname(name)) ?? gender) === gender,
    );
    // Who has ministers governs.
    return may.find((name) => this.#told.has(this.#surname(name)) || this.#governs.has(this.#surname(name)));
  }

  #learnGender(name: Name): void {
    if (!isPerson(name)) return;
    const words = this.#article.trees[name.sentence]?.words ?? [];
    const before = courtesies.get(words[name.from - 1]?.form.toLowerCase().replace(/\.$/, '') ?? '');
    const within = courtesies.get(words[name.from]?.form.toLowerCase().replace(/\.$/, '') ?? '');
    const courtesy = before ?? within;
    const first = name.to - name.from > 1 ? genderOfFirstName.get(words[name.from]?.form ?? '') : undefined;
    const gender = courtesy === undefined || courtesy === 'either' ? first : courtesy;
    if (gender === 'male' || gender === 'female') this.#genders.set(this.#surname(name), gender);
  }

  /** Whether the words around an office speak of other countries that may have it, and not of this one. */
  #isElsewhere(title: Title, { name }: Land): boolean {
    const { sentence } = title.holder;
    const near = [sentence - 1, sentence]
      .filter((at) => this.#article.trees[at]?.kind !== 'dateline')
      .flatMap((at) => this.#bySentence[at] ?? [])
      .filter(
        ({ country, sentence: at }) => country !== undefined && (at === sentence || country.by !== 'demonym'),
      )
      .map(({ country }) => country?.name)
      .filter((other) => other !== undefined && this.#mayBe(other, title));
    return near.length > 0 && !near.includes(name);
  }

  #count(name: Name): void {
    const { sentence } = name;
    const { kind, words = [] } = this.#article.trees[sentence] ?? {};
    if (kind === 'boilerplate') return;
    if (name.country !== undefined) {
      const governs = governing.has(wordAfter(words, name.to));
      this.#add(name.country.name, (weights[name.country.by] + (governs ? 1 : 0)) * this.#lead(name), name);
      return;
    }
    // "the Bank of Chile", "Forward Chile", "Lima Hospital"
    for (let at = name.from; name.type === 'Organization' && at < name.to; at++) {
      const listed = listedAt(words, at);
      if (listed?.country !== undefined) this.#add(listed.country.name, weights.inside, undefined);
    }
  }

  /** How much more a name counts in a headline and in the sentence that the report opens with, most of all as the first there. */
  #lead({ sentence, from }: Name): number {
    const kind = this.#article.trees[sentence]?.kind;
    if (kind === 'headline') return 2;
    if (kind === 'dateline' || sentence !== this.#opening) return 1;
    const first = this.#bySentence[sentence]?.find(({ country }) => country !== undefined);
    return first?.from === from ? 2.5 : 2;
  }

  #add(country: string, weight: number, name: Name | undefined): void {
    const known = this.#lands.get(country);
    const rank = (other: Name | undefined) =>
      other === undefined ? -1 : ranks.indexOf(other.country?.by ?? 'seat');
    const place = rank(name) > rank(known?.place) ? name : known?.place;
    this.#lands.set(country, { weight: (known?.weight ?? 0) + weight, place });
  }

  #learn({ holder, office, body, status, words }: Title): void {
    const land =
      body && this.#bySentence[body.sentence]?.find(({ from, to }) => from >= body.from && to <= body.to);
    if (office === undefined || land?.country === undefined) return;
    if (!nationalOffices.has(office) && !countryTelling.has(office)) return;
    const surname = this.#surname(holder);
    this.#told.set(surname, (this.#told.get(surname) ?? new Set()).add(land.country.name));
    if (status !== 'current') return;
    const key = `${land.country.name} ${this.#seat(office, words)}`;
    this.#holders.set(key, (this.#holders.get(key) ?? new Set()).add(surname));
  }

  #land(name: string): Land | undefined {
    const known = this.#lands.get(name);
    // A capital's name may be read as the city's.
    if (known?.place === undefined || known.place.country?.by === 'capital') return undefined;
    return { name, place: known.place };
  }

  /** Of the countries that may have such an office the one that is spoken of much more than any other. */
  #reportedFor(title: Title): Land | undefined {
    const [top, next] = [...this.#lands]
      .filter(([name]) => this.#mayBe(name, title))
      .sort(([, a], [, b]) => b.weight - a.weight);
    if (top === undefined || top[1].weight < Math.max(least, margin * (next?.[1].weight ?? 0)))
      return undefined;
    return this.#land(top[0]);
  }

  #surname({ sentence, to }: Place): string {
    return this.#article.trees[sentence]?.words[to - 1]?.form.toLowerCase() ?? '';
  }
}

const isPerson = ({ type }: Name): boolean => type === 'Person';

const pronouns: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ['his', 'male'],
  ['her', 'female'],
]);

/** What one place where a country is named counts. */
const weights = { country: 1, capital: 0.7, seat: 1, demonym: 0.5, inside: 0.7, office: 4 };

/** How much a country must be spoken of, and how many times as much as the next, for the report to be about its government. */
const [least, margin] = [2.5, 1.2];

/** Which of a country's names stands for it, the worst first. */
const ranks = ['seat', 'capital', 'demonym', 'country'];

/** "Chile’s government", "the Chilean parliament". */
const wordAfter = (words: readonly TreeWord[], to: number): string =>
  (words[words[to]?.xpos === 'POS' ? to + 1 : to]?.form ?? '').toLowerCase();

const governing: ReadonlySet<string> = new Set(
  'government cabinet parliament president presidency prime chancellor minister election elections army military coalition opposition state troops police'.split(
    ' ',
  ),
);
