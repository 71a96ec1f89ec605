// From the head of a phrase to what stands at an end of a claim: a thing that the words stand for, or the words alone.
import type { Place, Reference, Referents, Thing } from '../article.ts';
import { countries } from '../data/countries.ts';
import { networks } from '../data/organizations.ts';
import { actorNouns, groupNouns } from '../rules/groups.ts';
import { suffered, undergone } from '../rules/nouns.ts';
import { utterances } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import type { Called } from './called.ts';

/** Words at an end of a claim. `thing` is what they stand for; undefined where they name nothing. */
export interface Filler {
  readonly sentence: number;
  /** The word that heads them. */
  readonly word: number;
  readonly from: number;
  readonly to: number;
  readonly thing: Thing | undefined;
  /** Where the thing is mentioned: these words, or for one of several ("the two leaders") the nearest place of its own. */
  readonly mention: Reference | undefined;
  /** 0–1: that the words stand for the thing; 1 for words alone. */
  readonly confidence: number;
}

/** A filler that stands for something. */
export type Named = Filler & { readonly thing: Thing; readonly mention: Reference };

/** What a slot must be. */
export type Kind = 'place' | 'person' | 'network' | 'actor' | 'body' | 'territory';

/** Asks an article what its phrases stand for. */
export class Ends {
  readonly trees: readonly Syntax[];
  readonly #referents: Referents;

  /** Words of time expressions: they stand at no end. */
  readonly #times = new Set<string>();
  /** By sentence and the word that heads them in these trees, which may be mended. */
  readonly #byHead = new Map<string, Reference>();

  readonly #called: Called | undefined;

  constructor(
    trees: readonly Syntax[],
    referents: Referents,
    times: readonly Place[] = [],
    called: Called | undefined = undefined,
  ) {
    this.trees = trees;
    this.#referents = referents;
    this.#called = called;
    for (const { sentence, from, to } of times)
      for (let word = from; word < to; word++) this.#times.add(`${sentence}:${word}`);
    for (const reference of referents.references) {
      const head = (trees[reference.sentence] as Syntax).headWithin(reference);
      const key = `${reference.sentence}:${head}`;
      if (!this.#byHead.has(key)) this.#byHead.set(key, reference);
    }
  }

  isTime(sentence: number, word: number): boolean {
    return this.#times.has(`${sentence}:${word}`);
  }

  /** The outermost reference that a word heads. */
  at(sentence: number, word: number): Reference | undefined {
    return this.#byHead.get(`${sentence}:${word}`);
  }

  /** What these heads stand for: each thing once, those with members by their members. Words that name nothing are left out. */
  named(sentence: number, words: readonly number[]): Named[] {
    const found = words.flatMap((word) => this.#named(sentence, word));
    return found.filter((one, i) => found.findIndex((other) => other.thing.key === one.thing.key) === i);
  }

  /** What these heads stand for, or else their phrases as words; expletives and relative pronouns are left out. */
  any(sentence: number, words: readonly number[]): Filler[] {
    const syntax = this.trees[sentence] as Syntax;
    return words.flatMap((word): Filler[] => {
      const named = this.named(sentence, [word]);
      if (named.length > 0) return named;
      const { xpos, deprel, upos, form } = syntax.word(word);
      const empty =
        deprel === 'expl' ||
        /^(?:WDT|WP|WRB|EX)$/.test(xpos) ||
        /^(?:PUNCT|SYM)$/.test(upos) ||
        // "the wounded" is somebody, "seized" is not.
        (upos === 'VERB' && syntax.child(word, 'det') === undefined) ||
        // "each other"
        (/^each$/i.test(form) && /^other$/i.test(syntax.words[word + 1]?.form ?? '')) ||
        this.isTime(sentence, word) ||
        dayNames.has(form.toLowerCase());
      return empty ? [] : [this.phrase(sentence, word)];
    });
  }

  /** Whether what fills a slot may be of a kind: a thing by its type, words by their noun. */
  isKind(kind: Kind | undefined, filler: Filler): boolean {
    if (filler.thing !== undefined) {
      // "a visit to American troops" leads to no America.
      const { lemma, form } = (this.trees[filler.sentence] as Syntax).word(filler.word);
      const isGroup = groupNouns.has(lemma) || groupNouns.has(form.toLowerCase());
      return isKind(kind, filler.thing) && !(kind === 'place' && isGroup);
    }
    if (kind === undefined) return true;
    const { lemma, form, upos } = (this.trees[filler.sentence] as Syntax).word(filler.word);
    const person = actorNouns.has(lemma) || actorNouns.has(form.toLowerCase());
    if (kind === 'actor')
      return person || (upos === 'PRON' && /^(?:he|she|they|we|i|him|her|them|us|me|who)$/i.test(form));
    if (kind === 'territory') return placeKinds.has(lemma);
    if (kind === 'body') return person || placeKinds.has(lemma);
    return kind === 'person' ? person && !collective.has(lemma) : kind === 'place' && placeKinds.has(lemma);
  }

  /** The phrase of a head, as words. */
  phrase(sentence: number, word: number): Filler {
    const syntax = this.trees[sentence] as Syntax;
    const isTime = (at: number) => this.isTime(sentence, at);
    return {
      sentence,
      word,
      ...phraseOf(syntax, word, isTime),
      thing: undefined,
      mention: undefined,
      confidence: 1,
    };
  }

  #named(sentence: number, word: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    const reference = this.at(sentence, word);
    if (reference !== undefined) return this.#members(sentence, word, reference);
    // "the president, Anna Holt"; "the city of Arica"
    for (const child of syntax.children(word, 'appos', 'flat', 'nmod:desc')) {
      // "the chairman, Lord Holt": the name stands behind another title.
      const named = this.at(sentence, child) ?? this.#behindTitle(sentence, child);
      if (named !== undefined && named.form === 'name' && agrees(syntax, word, named.thing))
        return this.#members(sentence, word, named);
    }
    const holder = this.#called?.holders.get(`${sentence}:${word}`);
    if (holder !== undefined) return this.#members(sentence, word, holder);
    const titled = this.#afterOffice(sentence, word);
    if (titled !== undefined) return this.#members(sentence, word, titled);
    // "four regions: Arica, Tacna and Tarapacá"
    const listed = syntax.word(word).xpos === 'NNS' ? syntax.child(word, 'appos') : undefined;
    const each = listed === undefined ? [] : this.named(sentence, syntax.conjuncts(listed));
    if (each.length > 1) return each;
    const examples = this.#examples(sentence, word);
    if (examples.length > 0) return examples;
    const staff = this.#staff(sentence, word);
    if (staff.length > 0) return staff;
    const { lemma } = syntax.word(word);
    // "the city of Arica", "2 percent of Acme", "the people of Arica"
    const isOne = syntax.children(word, 'det').some((at) => /^an?$/i.test(syntax.word(at).form));
    if ((placeKinds.has(lemma) && !isOne) || partNouns.has(lemma)) {
      const of = syntax.children(word, 'nmod').find((child) => caseIs(syntax, child, 'of'));
      if (of !== undefined) return this.#named(sentence, of);
      // "the Arica region"
      const places = this.before(sentence, word).filter(({ thing }) => thing.type === 'Place');
      if (places.length === 1 && placeKinds.has(lemma)) return places;
    }
    // "LBC radio", "the Acme company"
    if (kindNouns.has(lemma)) {
      const named = this.before(sentence, word).filter(({ thing }) => thing.type === 'Organization');
      if (named.length > 0) return named;
    }
    return groupNouns.has(lemma) || groupNouns.has(syntax.word(word).form.toLowerCase())
      ? this.#behind(sentence, word)
      : [];
  }

  /** "ten people, including Moss", "31 witnesses, among them Moss": who of a group is named. */
  #examples(sentence: number, word: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    if (syntax.word(word).xpos !== 'NNS') return [];
    const heads = syntax.children(word, 'nmod', 'appos').filter((child) => {
      const introduced = syntax.children(child, 'case', 'advmod').map((at) => syntax.word(at).form);
      return introduced.some((form) =>
        /^(?:including|such|like|notably|especially|particularly)$/i.test(form),
      );
    });
    const found = heads.length > 0 ? heads : amongThem(syntax, word, (at) => this.at(sentence, at));
    return found
      .flatMap((head) => syntax.conjuncts(head))
      .filter((at) => this.at(sentence, at)?.form === 'name' && syntax.word(at).upos === 'PROPN')
      .flatMap((at) => this.#named(sentence, at))
      .map((named) => ({ ...named, confidence: named.confidence * 0.9 }));
  }

  /** "agents of Interpol", "Gazprom executives", "lawyers for Acme": the body for which they act. */
  #staff(sentence: number, word: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    if (!staffNouns.has(syntax.word(word).form.toLowerCase())) return [];
    const from = syntax
      .children(word, 'nmod')
      .filter((child) => caseIs(syntax, child, 'from') || caseIs(syntax, child, 'for'));
    const found = [...this.#behind(sentence, word), ...this.named(sentence, from)];
    return found
      .filter(({ thing }) => thing.type === 'Organization')
      .map((one) => ({
        ...one,
        sentence,
        word,
        ...phraseOf(syntax, word),
        confidence: one.confidence * 0.9,
      }));
  }

  /** "accounts held by Moss", "a villa that Moss owns": whoever has what a noun names. */
  #holders(sentence: number, noun: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    // A firm that someone owns acts, and is acted on, by itself.
    const { lemma: kind } = syntax.word(noun);
    if (actorNouns.has(kind) && kind !== 'office') return [];
    return syntax.children(noun, 'acl', 'acl:relcl').flatMap((verb) => {
      const { lemma, xpos, deprel } = syntax.word(verb);
      if (!/^(?:own|hold|belong|control|operate|run|register|have)$/.test(lemma)) return [];
      const subject = syntax.child(verb, 'nsubj');
      if (deprel === 'acl:relcl')
        return subject === undefined ? [] : this.named(sentence, syntax.conjuncts(subject));
      const preposition = lemma === 'belong' || lemma === 'register' ? 'to' : 'by';
      const phrases = syntax.children(verb, 'obl').filter((child) => caseIs(syntax, child, preposition));
      return /^VB[GN]$|^VBD$/.test(xpos) ? this.named(sentence, phrases) : [];
    });
  }

  /** The name that a word of its phrase leads to: "Holt" for "Lord Holt". */
  #behindTitle(sentence: number, word: number): Reference | undefined {
    const syntax = this.trees[sentence] as Syntax;
    const [flat] = syntax.children(word, 'flat').flatMap((child) => this.at(sentence, child) ?? []);
    return flat;
  }

  /** "President of the Republic of Chile Anna Holt": the person named right after what the office is of. */
  #afterOffice(sentence: number, word: number): Reference | undefined {
    const syntax = this.trees[sentence] as Syntax;
    if (syntax.word(word).upos !== 'PROPN') return undefined;
    const { from, to } = syntax.span(word);
    const inside = this.#referents.references.filter(
      (reference) =>
        reference.sentence === sentence &&
        reference.from > word &&
        reference.to <= to &&
        reference.from >= from,
    );
    const [place, person] = [inside.at(-2), inside.at(-1)];
    const follows = place !== undefined && person !== undefined && person.from === place.to;
    return follows && person.thing.type === 'Person' && person.form === 'name' ? person : undefined;
  }

  /** Whose a noun is by the words before and after it: "Chile’s", "Chilean", "of Chile". */
  owners(sentence: number, noun: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    const owner = syntax.child(noun, 'nmod:poss');
    // "called for his release": he isn't who is called upon.
    if (owner !== undefined)
      return suffered.has(syntax.word(noun).lemma) ? [] : this.named(sentence, syntax.conjuncts(owner));
    const before = this.before(sentence, noun);
    if (before.length > 0) return before;
    const { form, lemma } = syntax.word(noun);
    const isDone = undergone.has(lemma) || undergone.has(form.toLowerCase());
    const utters = uttered.has(lemma);
    const of = syntax
      .children(noun, 'nmod')
      .find(
        (child) =>
          caseIs(syntax, child, 'by') ||
          (!isDone && caseIs(syntax, child, 'of')) ||
          (utters && caseIs(syntax, child, 'from')),
      );
    if (of === undefined) return this.#holders(sentence, noun);
    const found = this.named(sentence, syntax.conjuncts(of));
    // "denied the claim from Lima": a town is where, not who.
    return caseIs(syntax, of, 'from') ? found.filter(({ thing }) => isKind('actor', thing)) : found;
  }

  /** Whose words a noun stands for: "Chile’s statement", "a letter from Moss". */
  authors(sentence: number, noun: number): Named[] {
    return utterances.has((this.trees[sentence] as Syntax).word(noun).lemma)
      ? this.owners(sentence, noun)
      : [];
  }

  /** "at a briefing in the city of Arica": where nothing is named, the place that it leads to. */
  placeWithin(sentence: number, words: readonly number[]): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    for (const word of words)
      for (const child of syntax.children(word, 'nmod')) {
        if (!['in', 'at', 'of', 'near'].some((preposition) => caseIs(syntax, child, preposition))) continue;
        const kind = placeKinds.has(syntax.word(child).lemma);
        const named = this.named(sentence, [child]).filter(({ thing }) => kind || thing.type === 'Place');
        if (named.length > 0) return named;
      }
    return [];
  }

  /** What is named by adjectives and nouns right before a noun: "Chilean and Peruvian delegates", "the Kremlin statement". */
  before(sentence: number, noun: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    const words = syntax
      .children(noun, 'amod', 'compound', 'nmod:desc', 'nmod')
      .filter((child) => child < noun);
    const found = words
      .filter((child) => syntax.word(child).deprel !== 'nmod:poss')
      .flatMap((child) => syntax.conjuncts(child))
      .flatMap((child) => {
        const reference = this.at(sentence, child);
        return reference === undefined || reference.thing.type === 'Person'
          ? []
          : this.#members(sentence, child, reference);
      });
    return found.filter((one, i) => found.findIndex((other) => other.thing.key === one.thing.key) === i);
  }

  /** "Chilean delegates": who they are of. The words stay those of the group. */
  #behind(sentence: number, word: number): Named[] {
    const syntax = this.trees[sentence] as Syntax;
    const { lemma } = syntax.word(word);
    const owners = this.owners(sentence, word).flatMap((owner): Named[] => {
      if (owner.thing.type !== 'Person') return [owner];
      // "a spokesman for Moss" is somebody else; "his government" is his country.
      if (speaking.has(lemma)) return [];
      const country = governments.has(lemma) ? this.#called?.countries.get(owner.thing.key) : undefined;
      return country === undefined ? [owner] : [{ ...owner, thing: country.thing, mention: country }];
    });
    return owners.map((owner) => ({
      ...owner,
      sentence,
      word,
      ...phraseOf(syntax, word),
      confidence: owner.confidence * 0.9,
    }));
  }

  #members(sentence: number, word: number, reference: Reference): Named[] {
    const { thing, from, to, confidence } = reference;
    const place = { sentence, word, from, to, confidence };
    if (thing.members.length === 0) return [{ ...place, thing, mention: reference }];
    return thing.members.flatMap((member) => {
      const mention = this.nearest(member, sentence, from);
      return mention === undefined ? [] : [{ ...place, thing: member, mention }];
    });
  }

  /** The mention of a thing that stands closest before a word, a name where there is one; else the first after it. */
  nearest(thing: Thing, sentence: number, word: number): Reference | undefined {
    const all = this.#referents.references.filter((reference) => reference.thing.key === thing.key);
    const before = all.filter(
      (reference) =>
        reference.sentence < sentence || (reference.sentence === sentence && reference.from <= word),
    );
    return before.findLast((reference) => reference.form === 'name') ?? before.at(-1) ?? all[0];
  }
}

/** Those who act for a body of which they are; only in the plural. */
const staffNouns: ReadonlySet<string> = new Set(
  'agents investigators inspectors representatives bosses executives lawyers attorneys supporters members activists campaigners militants fighters gunmen employees workers delegates leaders chiefs'.split(
    ' ',
  ),
);

/** "31 witnesses, among them Moss", wherever the parser hangs the name. */
function amongThem(syntax: Syntax, noun: number, at: (word: number) => Reference | undefined): number[] {
  for (let word = noun + 1; word < Math.min(noun + 12, syntax.words.length - 2); word++) {
    const [before, form, after] = [word - 1, word, word + 1].map((one) =>
      syntax.word(one).form.toLowerCase(),
    );
    if (before !== ',' || form !== 'among' || !/^(?:them|whom)$/.test(after ?? '')) continue;
    for (let head = word + 2; head < Math.min(word + 8, syntax.words.length); head++)
      if (at(head)?.form === 'name') return [head];
    return [];
  }
  return [];
}

/** What an end is told apart by: its thing, or the place of its words. */
export const keyOf = ({ thing, sentence, from, to }: Filler): string =>
  thing === undefined ? `${sentence}:${from}-${to}` : String(thing.key);

/** Whether two ends are the same thing, or the same words. */
export const isSame = (a: Filler, b: Filler | null): boolean => b !== null && keyOf(a) === keyOf(b);

/** Whether a thing may fill a slot that wants this kind; an undefined kind takes anything. */
export function isKind(kind: Kind | undefined, { type, name }: Thing): boolean {
  switch (kind) {
    case undefined:
      return true;
    case 'place':
      return type === 'Place' || (type === 'Organization' && !networks.has(name));
    case 'person':
      return type === 'Person';
    case 'territory':
      return type === 'Place';
    case 'body':
      return type === 'Organization' || type === 'Place';
    case 'network':
      return networks.has(name);
    case 'actor':
      return type === 'Person' || type === 'Organization' || isCountry(name);
  }
}

/** The country of that canonical name, if it is one. */
export const isCountry = (name: string): boolean => countryNames.has(name);

const countryNames: ReadonlySet<string> = new Set(countries.map((country) => country.name));

const dayNames: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight'.split(
    ' ',
  ),
);

const collective: ReadonlySet<string> = new Set(
  'government administration state country nation company firm bank parliament court party union agency ministry'.split(
    ' ',
  ),
);

/** Nouns that say after a name what it names. */
const kindNouns: ReadonlySet<string> = new Set(
  'radio television tv newspaper magazine agency channel broadcaster website daily weekly network company group firm party bank airline movement militia'.split(
    ' ',
  ),
);

const placeKinds: ReadonlySet<string> = new Set(
  'city town village port region province state capital resort island district'.split(' '),
);

/** Nouns for those who speak for a body. */
const speaking: ReadonlySet<string> = new Set('spokesman spokeswoman spokesperson'.split(' '));

const governments: ReadonlySet<string> = new Set(
  'government administration cabinet army military force troop'.split(' '),
);

/** Nouns for a part or the people of what is named after "of". */
const partNouns: ReadonlySet<string> = new Set(
  'percent % part half third quarter fifth tenth share stake majority rest most people citizen resident inhabitant shareholding'.split(
    ' ',
  ),
);

/** What comes from whoever makes it: "an offer from Moss". */
const uttered: ReadonlySet<string> = new Set(
  'offer proposal demand request appeal call complaint criticism accusation allegation threat warning invitation bid claim letter message pressure suggestion plan protest delegation delegate official representative observer envoy'.split(
    ' ',
  ),
);

const caseIs = (syntax: Syntax, at: number, preposition: string): boolean =>
  syntax.children(at, 'case').some((word) => syntax.word(word).lemma === preposition);

/** A person is no city, and a description in the plural no single name. */
const agrees = (syntax: Syntax, word: number, thing: Thing): boolean =>
  syntax.word(word).xpos !== 'NNS' || thing.type !== 'Person';

/** A phrase from its first to its last word, without clauses, appositions and coordinated phrases that hang on it. */
export function phraseOf(
  syntax: Syntax,
  head: number,
  isTime: (word: number) => boolean = () => false,
): { from: number; to: number } {
  const words: number[] = [];
  const visit = (at: number) => {
    words.push(at);
    for (const child of syntax.children(at))
      if (at !== head || !(isLoose(syntax, child, head) || (child > head && isTime(child)))) visit(child);
  };
  visit(head);
  const sorted = words.sort((a, b) => a - b);
  let from = sorted.indexOf(head);
  let to = from;
  while (from > 0 && sorted[from - 1] === (sorted[from] as number) - 1) from--;
  while (to + 1 < sorted.length && sorted[to + 1] === (sorted[to] as number) + 1) to++;
  return { from: sorted[from] as number, to: (sorted[to] as number) + 1 };
}

const loose = /^(?:acl|acl:relcl|appos|conj|cc|punct|case|mark|parataxis|nsubj|cop|aux|advcl|cc:preconj)/;

const isLoose = (syntax: Syntax, child: number, head: number): boolean => {
  const { deprel, xpos } = syntax.word(child);
  if (deprel === 'case' && xpos === 'POS') return true;
  if (deprel === 'punct') return child < head ? syntax.word(child).form !== '-' : true;
  return loose.test(deprel);
};
