// Whom a phrase stands for: names, offices ("the Chilean president"), groups ("the two sides") and pronouns.
// Precision before recall: a phrase that no rule is sure of stands for no one.
import type { Form } from '../../graph/model.ts';
import type { Clause } from './clauses.ts';
import type { Office } from './offices.ts';
import type { NounPhrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { bodyNouns, groupNouns, peopleNouns, sidesNouns } from './rules/groups.ts';
import { genderOfOffice } from './rules/offices.ts';
import type { Region } from './speech.ts';
import type { Word } from './tag.ts';
import type { Gender, NamePlace, Thing } from './things.ts';

/** A phrase, or a part of it, that stands for a thing. Words `from` to `to` of its sentence, both inclusive. */
export interface Referent {
  readonly thing: Thing;
  readonly from: number;
  readonly to: number;
  readonly form: Form;
  /** Where a plural ("the two leaders") stands for several: a place where this one is named. */
  readonly named?: NamePlace;
}

/** A person holds an office of a body, as a title or an apposition in the article says. */
export interface OfficeFact {
  readonly holder: Thing;
  readonly office: Office;
  readonly body: Thing | undefined;
}

/** The article as it is known before anything is resolved. */
export interface Article {
  readonly readings: readonly Reading[];
  readonly regions: readonly (readonly Region[])[];
  readonly things: Map<string, Thing>;
  readonly places: readonly NamePlace[];
}

/** How far back a description or a pronoun may reach, in sentences. */
const MEMORY = 3;
/** How far back to look for a place where something known is named. */
const FAR = 50;

/** Resolves phrases of one article; what it has resolved it remembers. */
export class Referents {
  readonly facts: OfficeFact[] = [];
  readonly #article: Article;
  readonly #byWord: ReadonlyMap<string, NamePlace>;
  readonly #bySentence: readonly (readonly NamePlace[])[];
  readonly #known = new Map<string, readonly Referent[]>();
  readonly #open = new Set<string>();
  /** Sentences whose pair of countries is known: for "the two sides". */
  readonly #pairs = new Map<number, readonly Thing[]>();

  constructor(article: Article) {
    this.#article = article;
    this.#byWord = new Map(article.places.map((place) => [`${place.sentence} ${place.word}`, place]));
    const bySentence: NamePlace[][] = article.readings.map(() => []);
    for (const place of article.places) bySentence[place.sentence]?.push(place);
    this.#bySentence = bySentence;
  }

  /** What a phrase of a sentence stands for: several for a list or a plural, none where nothing is sure. */
  resolve(sentence: number, phrase: NounPhrase): readonly Referent[] {
    const key = `${sentence} ${phrase.from} ${phrase.to} ${phrase.head.first}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) return [];
    this.#open.add(key);
    const found =
      phrase.members.length > 0
        ? phrase.members.flatMap((member) => [...this.resolve(sentence, member)])
        : this.#single(sentence, phrase);
    this.#open.delete(key);
    this.#known.set(key, found);
    if (found.length === 2 && found.every((referent) => referent.thing.country))
      this.#pairs.set(
        sentence,
        found.map((r) => r.thing),
      );
    return found;
  }

  /** Everything that was resolved, for the mentions. */
  *all(): Generator<readonly [number, Referent]> {
    for (const [key, referents] of this.#known)
      for (const referent of referents) yield [Number(key.split(' ')[0]), referent];
  }

  /** The nearest speaker of a word, then who reports that; the same speaker twice is one. */
  speakers(sentence: number, word: number): readonly { region: Region; referents: readonly Referent[] }[] {
    const chain: { region: Region; referents: readonly Referent[] }[] = [];
    for (const region of this.#article.regions[sentence] ?? []) {
      if (word < region.from || word > region.to) continue;
      const referents = this.resolve(region.said, region.speaker);
      const last = chain.at(-1);
      const same =
        last !== undefined &&
        (last.region.speaker === region.speaker ||
          (referents[0] !== undefined && last.referents[0]?.thing === referents[0].thing));
      if (!same) chain.push({ region, referents });
    }
    return chain;
  }

  /** The country of which a person holds an office, as the article says. */
  countryOf(thing: Thing): Thing | undefined {
    return this.facts.find((fact) => fact.holder === thing && fact.body?.country)?.body;
  }

  /** The thing that the name at a word names. */
  thingAt(sentence: number, word: Word): Thing | undefined {
    return this.placeAt(sentence, word)?.thing;
  }

  placeAt(sentence: number, word: Word): NamePlace | undefined {
    const index = this.#article.readings[sentence]?.words.indexOf(word) ?? -1;
    return this.#byWord.get(`${sentence} ${index}`);
  }

  /** The last place before a word where a thing is named; else the first at all. */
  nearestPlace(thing: Thing, sentence: number, word: number): NamePlace | undefined {
    const { places } = this.#article;
    return (
      this.#latestPlace(sentence, word, (other) => other === thing, FAR) ??
      places.find((place) => place.thing === thing)
    );
  }

  #single(sentence: number, phrase: NounPhrase): readonly Referent[] {
    const { head } = phrase;
    if (head.tag === 'pronoun' || head.tag === 'possessive')
      return one(this.#pronoun(sentence, phrase), phrase, 'pronoun');
    if (head.name !== undefined) return this.#named(sentence, phrase);
    return this.#described(sentence, phrase);
  }

  #named(sentence: number, phrase: NounPhrase): readonly Referent[] {
    const thing = this.thingAt(sentence, phrase.head);
    if (thing === undefined) return [];
    const index = this.#index(sentence, phrase.head);
    return [
      { thing, from: index, to: index, form: phrase.head.name?.sense === 'demonym' ? 'nominal' : 'name' },
    ];
  }

  #index(sentence: number, word: Word): number {
    return this.#article.readings[sentence]?.words.indexOf(word) ?? -1;
  }

  #described(sentence: number, phrase: NounPhrase): readonly Referent[] {
    const { head } = phrase;
    const noun = head.lower;
    const first = (phrase.modifiers[0] ?? head).lower;
    const two = phrase.modifiers.some((word) => /^(?:two|both|warring)$/.test(word.lower));
    const plural = head.office?.plural === true || peopleNouns.has(noun);
    const body = this.bodyOf(sentence, phrase);
    if (body?.country && groupNouns.has(noun) && !two)
      return [{ thing: body, from: phrase.from, to: phrase.to, form: 'nominal' }];
    if (plural) return this.#people(sentence, phrase, two);
    if (two && sidesNouns.has(noun)) return this.#sides(sentence, phrase);
    if (body?.country && bodyNouns.has(noun) && phrase.modifiers.at(-1)?.tag !== 'determiner')
      return this.#body(sentence, phrase, body);
    const royal = /^(?:pope|queen|king)$/.test(noun) && first === 'the' && phrase.modifiers.length === 1;
    if (head.office !== undefined) {
      const holder = this.#holder(sentence, phrase, head.office, body);
      return one(holder ?? (royal ? this.#royal(head) : undefined), phrase, 'nominal');
    }
    if (phrase.modifiers.at(-1)?.name?.sense === 'organization' && classifiers.test(noun))
      return this.#classified(sentence, phrase);
    if (/^(?:counterpart|colleague)$/.test(noun))
      return one(this.#counterpart(sentence, phrase), phrase, 'nominal');
    if (royal) return one(this.#royal(head), phrase, 'nominal');
    if (first === 'the' && phrase.modifiers.length <= 1)
      return one(this.#organization(sentence, phrase), phrase, 'nominal');
    return [];
  }

  /** The country or body that a description is of: "Chilean", "Chile’s", "his US". */
  bodyOf(sentence: number, phrase: NounPhrase): Thing | undefined {
    const modifier = phrase.modifiers.findLast(
      (word) => word.name !== undefined && word.name.sense !== 'person',
    );
    if (modifier !== undefined) return this.thingAt(sentence, modifier);
    const owner = phrase.owner ?? this.#after(sentence, phrase);
    if (owner === undefined || owner.members.length > 0) return undefined;
    const [referent] = this.resolve(sentence, owner);
    return referent !== undefined && referent.thing.type !== 'Person' ? referent.thing : undefined;
  }

  /** "Chile" in "the president of Chile". */
  #after(sentence: number, phrase: NounPhrase): NounPhrase | undefined {
    const list = this.#article.readings[sentence]?.list ?? [];
    const at = list.findIndex((other) => other.kind === 'noun' && other.from === phrase.from);
    const [of, body] = [list[at + 1], list[at + 2]];
    if (phrase.head.office === undefined || of?.kind !== 'preposition' || of.lower !== 'of') return undefined;
    return body?.kind === 'noun' && body.head.name !== undefined ? body : undefined;
  }

  /** "Chilean media": an organisation that the article has no other name for. */
  #body(sentence: number, phrase: NounPhrase, of: Thing): readonly Referent[] {
    const words = phrase.modifiers.slice(phrase.modifiers.findIndex((word) => word.name !== undefined));
    const adjective = words.find((word) => word.name !== undefined)?.text ?? of.name;
    const middle = phrase.head.lower === 'media' ? [] : words.slice(1).map((word) => word.text);
    const name = [adjective, ...middle, phrase.head.text].join(' ');
    const key = `Organization ${name.toLowerCase()}`;
    const thing = this.#article.things.get(key) ?? {
      key,
      type: 'Organization' as const,
      name,
      gender: undefined,
      country: false,
    };
    this.#article.things.set(key, thing);
    const from = this.#index(sentence, words[0] ?? phrase.head);
    return [{ thing, from: from < 0 ? phrase.from : from, to: phrase.to, form: 'name' }];
  }

  #holder(sentence: number, phrase: NounPhrase, office: Office, body: Thing | undefined): Thing | undefined {
    const first = (phrase.modifiers[0] ?? phrase.head).lower;
    const definite =
      first === 'the' ||
      /^\p{Lu}/u.test(phrase.head.text) ||
      phrase.owner !== undefined ||
      body !== undefined;
    if (!definite || /^(?:a|an|any|no|every|another|some|former)$/.test(first)) return undefined;
    const gender = genderOfOffice.get(office.noun);
    const isRight = (fact: OfficeFact) =>
      sameOffice(fact.office, office) && agree(fact.holder.gender, gender);
    const facts = this.facts.filter((fact) => isRight(fact) && (body === undefined || fact.body === body));
    const holders = [...new Set(facts.map((fact) => fact.holder))];
    if (holders.length === 1)
      return this.#isNear(sentence, holders[0] as Thing) || body !== undefined || office.rule.head
        ? holders[0]
        : undefined;
    if (holders.length > 1) return this.#latest(sentence, phrase.from, (thing) => holders.includes(thing));
    if (body === undefined) {
      if (!office.rule.head || first === 'a') return undefined;
      // "the president" of an article that gives one person that title without a country.
      return this.#latest(sentence, phrase.from, (thing) =>
        this.facts.some((fact) => fact.holder === thing && sameOffice(fact.office, office)),
      );
    }
    if (!body.country || !office.rule.head) return undefined;
    const free = (thing: Thing) =>
      thing.type === 'Person' &&
      agree(thing.gender, gender) &&
      !this.facts.some(
        (fact) =>
          fact.holder === thing &&
          (fact.body !== undefined || (fact.office.rule.head && !sameOffice(fact.office, office))),
      );
    // "President Moss" before "the Chilean president": whoever bears the title; else whoever has none.
    const bears = (thing: Thing) =>
      free(thing) && this.facts.some((fact) => fact.holder === thing && sameOffice(fact.office, office));
    const holder = this.#latest(sentence, phrase.from, bears) ?? this.#latest(sentence, phrase.from, free);
    if (holder === undefined || !this.#isProminent(holder)) return undefined;
    this.facts.push({ holder, office, body });
    return holder;
  }

  /** Named at least twice: no one who is mentioned in passing holds an office by elimination. */
  #isProminent(thing: Thing): boolean {
    let count = 0;
    for (const place of this.#article.places) if (place.thing === thing && ++count > 1) return true;
    return false;
  }

  #isNear(sentence: number, thing: Thing): boolean {
    return this.#bySentence
      .slice(Math.max(0, sentence - 8), sentence + 1)
      .some((places) => places.some((place) => place.thing === thing));
  }

  /** The last thing of a kind that was named before a place, not further back than memory reaches. */
  #latest(sentence: number, word: number, fits: (thing: Thing) => boolean): Thing | undefined {
    return this.#latestPlace(sentence, word, fits)?.thing;
  }

  #latestPlace(
    sentence: number,
    word: number,
    fits: (thing: Thing) => boolean,
    reach = MEMORY,
  ): NamePlace | undefined {
    for (let s = sentence; s >= Math.max(0, sentence - reach); s--) {
      const places = this.#bySentence[s] ?? [];
      for (let i = places.length - 1; i >= 0; i--) {
        const place = places[i] as NamePlace;
        if ((s < sentence || place.word < word) && fits(place.thing)) return place;
      }
    }
    return undefined;
  }

  #counterpart(sentence: number, phrase: NounPhrase): Thing | undefined {
    const body = this.bodyOf(sentence, phrase);
    if (body === undefined) return undefined;
    const holders = this.facts
      .filter((fact) => fact.body === body && fact.office.rule.head)
      .map((fact) => fact.holder);
    return new Set(holders).size === 1 ? holders[0] : undefined;
  }

  /** "LBC radio": the name says which. */
  #classified(sentence: number, phrase: NounPhrase): readonly Referent[] {
    const name = phrase.modifiers.at(-1) as Word;
    const thing = this.thingAt(sentence, name);
    const at = this.#index(sentence, name);
    return thing === undefined ? [] : [{ thing, from: at, to: at, form: 'name' }];
  }

  /** "the Queen": whoever bears the title in the article; with a capital and no name anywhere, the title itself. */
  #royal(head: Word): Thing | undefined {
    const noun = head.lower;
    const found = [...this.#article.things.values()].filter((thing) =>
      `${thing.name.toLowerCase()} `.startsWith(`${noun} `),
    );
    if (found.length > 0 || !/^\p{Lu}/u.test(head.text)) return found.length === 1 ? found[0] : undefined;
    const key = `Person the ${noun}`;
    const thing: Thing = {
      key,
      type: 'Person',
      name: `the ${head.text}`,
      gender: noun === 'queen' ? 'female' : 'male',
      country: false,
    };
    this.#article.things.set(key, thing);
    return thing;
  }

  /** "the ministry" after "the Foreign Ministry". */
  #organization(sentence: number, phrase: NounPhrase): Thing | undefined {
    const noun = phrase.head.lower;
    return this.#latest(
      sentence,
      phrase.from,
      (thing) => thing.type === 'Organization' && thing.name.toLowerCase().endsWith(` ${noun}`),
    );
  }

  /** "the two leaders", "both countries’ leaders". */
  #people(sentence: number, phrase: NounPhrase, two: boolean): readonly Referent[] {
    const owners = phrase.owner === undefined ? [] : this.resolve(sentence, phrase.owner);
    if (owners.length > 1) {
      const holders = owners.map(
        ({ thing }) => this.facts.find((fact) => fact.body === thing && fact.office.rule.head)?.holder,
      );
      return this.#plural(
        sentence,
        phrase,
        holders.every((holder) => holder !== undefined) ? (holders as Thing[]) : [],
      );
    }
    if (!two || owners.length > 0) return [];
    return this.#plural(
      sentence,
      phrase,
      this.#lastTwo(sentence, phrase.from, (thing) => thing.type === 'Person'),
    );
  }

  #sides(sentence: number, phrase: NounPhrase): readonly Referent[] {
    for (let s = sentence; s >= Math.max(0, sentence - 6); s--) {
      const pair = this.#pairs.get(s);
      if (pair !== undefined) return this.#plural(sentence, phrase, pair);
    }
    return this.#plural(
      sentence,
      phrase,
      this.#lastTwo(sentence, phrase.from, (thing) => thing.country),
    );
  }

  #lastTwo(sentence: number, word: number, fits: (thing: Thing) => boolean): Thing[] {
    const last = this.#latest(sentence, word, fits);
    const other = last && this.#latest(sentence, word, (thing) => fits(thing) && thing !== last);
    return last === undefined || other === undefined ? [] : [other, last];
  }

  #plural(sentence: number, phrase: NounPhrase, things: readonly Thing[]): readonly Referent[] {
    if (things.length !== 2) return [];
    const referents = things.flatMap((thing): Referent[] => {
      const named = this.nearestPlace(thing, sentence, phrase.from);
      return named === undefined ? [] : [{ thing, from: phrase.from, to: phrase.to, form: 'nominal', named }];
    });
    return referents.length === 2 ? referents : [];
  }

  #pronoun(sentence: number, phrase: NounPhrase): Thing | undefined {
    const word = phrase.head.lower;
    const reading = this.#article.readings[sentence] as Reading;
    if (/^(?:i|we|me|us|my|our|myself)$/.test(word)) return this.#firstPerson(sentence, phrase.from);
    if (/^(?:it|its|itself)$/.test(word)) return this.#neuter(sentence, phrase, reading);
    const gender: Gender | undefined = /^(?:he|him|his|himself)$/.test(word)
      ? 'male'
      : /^(?:she|her|hers|herself)$/.test(word)
        ? 'female'
        : undefined;
    if (gender === undefined) return undefined;
    const fits = (thing: Thing | undefined): thing is Thing =>
      thing?.type === 'Person' && agree(thing.gender, gender);
    const candidates =
      phrase.head.tag === 'possessive'
        ? this.#owners(sentence, phrase, reading)
        : this.#actors(sentence, phrase, reading);
    for (const candidate of candidates) {
      const thing = candidate();
      if (thing?.type === 'Person') {
        if (fits(thing)) return thing;
      }
    }
    const last = this.#latest(sentence, phrase.from, (thing) => fits(thing) && thing.gender === gender);
    const another = last && this.#latest(sentence, phrase.from, (thing) => fits(thing) && thing !== last);
    return another === undefined && (reading.quoted[phrase.from] ?? 0) === 0 ? last : undefined;
  }

  #firstPerson(sentence: number, word: number): Thing | undefined {
    for (const { referents } of this.speakers(sentence, word))
      if (referents.length === 1) return referents[0]?.thing;
    return undefined;
  }

  #neuter(sentence: number, phrase: NounPhrase, reading: Reading): Thing | undefined {
    const clause = clauseAround(reading, phrase);
    const subject = clause?.subject;
    if (phrase.head.tag !== 'possessive' || subject == null || contains(subject, phrase)) return undefined;
    const [referent, second] = this.resolve(sentence, subject);
    return second === undefined && referent !== undefined && referent.thing.type !== 'Person'
      ? referent.thing
      : undefined;
  }

  /** Whom "he" may mean, likeliest first. */
  *#actors(sentence: number, phrase: NounPhrase, reading: Reading): Generator<() => Thing | undefined> {
    const { clauses } = reading;
    const own = clauses.find(
      (clause) =>
        clause.subject === phrase || (clause.subject !== null && clause.subject.from === phrase.from),
    );
    const inQuote = (reading.quoted[phrase.from] ?? 0) > 0;
    if (own?.attributes) {
      yield () => this.#speakerOf(sentence - 1);
      yield () => this.#mainPerson(sentence - 1, undefined);
      yield () => this.#speakerOf(sentence - 2);
      return;
    }
    const around = own ?? clauseAround(reading, phrase);
    const notSelf =
      own === undefined && around?.subject ? this.resolve(sentence, around.subject)[0]?.thing : undefined;
    const other = (thing: Thing | undefined) => (thing === notSelf ? undefined : thing);
    if (!inQuote) {
      for (const region of this.#article.regions[sentence] ?? [])
        if (
          region.from <= phrase.from &&
          region.to >= phrase.from &&
          region.said === sentence &&
          region.speaker.from < phrase.from
        )
          yield () => other(this.resolve(sentence, region.speaker)[0]?.thing);
      const earlier = clauses.findLast(
        (clause) =>
          clause.subject !== null &&
          clause.subject.to < phrase.from &&
          clause !== around &&
          !clause.attributes &&
          clause.verb.form === 'finite',
      );
      if (earlier?.subject) yield () => other(this.#onlyPerson(sentence, earlier.subject as NounPhrase));
      yield () => other(this.#onlyOneBefore(sentence, phrase, reading));
    } else {
      const speaker = this.#firstPerson(sentence, phrase.from);
      yield () => {
        const thing = this.#latest(
          sentence,
          phrase.from,
          (candidate) => candidate.type === 'Person' && candidate !== speaker,
        );
        const another =
          thing &&
          this.#latest(
            sentence,
            phrase.from,
            (candidate) => candidate.type === 'Person' && candidate !== speaker && candidate !== thing,
          );
        return another === undefined ? thing : undefined;
      };
      return;
    }
    yield () => other(this.#speakerOf(sentence - 1));
    yield () => other(this.#mainPerson(sentence - 1, undefined));
    yield () => other(this.#speakerOf(sentence - 2));
    yield () => other(this.#mainPerson(sentence - 2, undefined));
  }

  /** Whose "his" may be, likeliest first. */
  *#owners(sentence: number, phrase: NounPhrase, reading: Reading): Generator<() => Thing | undefined> {
    const around = clauseAround(reading, phrase);
    const subject = around?.subject;
    if (subject && !contains(subject, phrase) && around.verb.from < phrase.from)
      yield () => this.#onlyPerson(sentence, subject);
    const fronted = reading.clauses.find(
      (clause) => clause.verb.form === 'finite' && clause.subject !== null,
    );
    if (fronted?.subject && fronted.subject.from > phrase.from)
      yield () => this.#onlyPerson(sentence, fronted.subject as NounPhrase);
    const before = reading.clauses.findLast(
      (clause) =>
        clause.verb.to < phrase.from && clause.subject !== null && !contains(clause.subject, phrase),
    );
    if (before?.subject) yield () => this.#onlyPerson(sentence, before.subject as NounPhrase);
    yield () => this.#latestPlace(sentence, phrase.from, (thing) => thing.type === 'Person', 0)?.thing;
    yield () => this.#speakerOf(sentence - 1);
    yield () => this.#mainPerson(sentence - 1, undefined);
  }

  /** The one person of whom the sentence has spoken before a word, if it is one. */
  #onlyOneBefore(sentence: number, phrase: NounPhrase, reading: Reading): Thing | undefined {
    const before = reading.list
      .filter((other) => other.kind === 'noun' && other.to < phrase.from && other.head.tag !== 'pronoun')
      .slice(-8) as NounPhrase[];
    const parts = before.flatMap((other) => (other.owner === undefined ? [other] : [other.owner, other]));
    const people = parts
      .flatMap((part) => this.resolve(sentence, part).map((referent) => referent.thing))
      .filter((thing) => thing.type === 'Person');
    const [first] = people;
    return people.every((thing) => thing === first) ? first : undefined;
  }

  #onlyPerson(sentence: number, phrase: NounPhrase): Thing | undefined {
    const referents = this.resolve(sentence, phrase);
    return referents.length === 1 ? referents[0]?.thing : undefined;
  }

  /** Who was said to speak last in a sentence. */
  #speakerOf(sentence: number): Thing | undefined {
    const regions = (this.#article.regions[sentence] ?? []).toSorted(
      (a, b) => b.speaker.from - a.speaker.from,
    );
    for (const region of regions) {
      const thing = this.#onlyPerson(region.said, region.speaker);
      if (thing?.type === 'Person') return thing;
    }
    return undefined;
  }

  #mainPerson(sentence: number, except: Clause | undefined): Thing | undefined {
    for (const clause of this.#article.readings[sentence]?.clauses ?? []) {
      if (clause === except || clause.subject === null || clause.verb.form !== 'finite') continue;
      const thing = this.#onlyPerson(sentence, clause.subject);
      if (thing?.type === 'Person') return thing;
    }
    return undefined;
  }
}

function one(thing: Thing | undefined, phrase: NounPhrase, form: Form): readonly Referent[] {
  return thing === undefined ? [] : [{ thing, from: phrase.from, to: phrase.to, form }];
}

const classifiers =
  /^(?:radio|television|tv|newspaper|agency|broadcaster|network|magazine|channel|website|group|company|party|bank|daily|weekly|news)$/;

const agree = (a: Gender | undefined, b: Gender | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/** "leader" takes up any head of state or government; otherwise the office must be the same. */
export function sameOffice(known: Office, said: Office): boolean {
  if (known.rule === said.rule)
    return known.rule.predicate !== 'MINISTER_OF' || known.noun === said.noun || said.noun === 'minister';
  return said.rule.predicate === 'LEADER_OF' && known.rule.head === true;
}

const contains = (outer: NounPhrase, inner: NounPhrase): boolean =>
  outer.from <= inner.from && outer.to >= inner.to;

/** The clause that a phrase is an object or an oblique of; else the last whose verb stands before it. */
function clauseAround(reading: Reading, phrase: NounPhrase): Clause | undefined {
  const direct = reading.clauses.find(
    (clause) =>
      clause.objects.some((object) => contains(object, phrase)) ||
      clause.obliques.some((oblique) => contains(oblique.phrase, phrase)),
  );
  return direct ?? reading.clauses.findLast((clause) => clause.verb.to < phrase.from);
}
