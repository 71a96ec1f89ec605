// Finds the names in an article and what kind of thing each names. Who is the same as whom is chains.ts's matter.
import type { TextSentence, Token } from '../text/index.ts';
import { genderOfFirstName } from './data/first-names.ts';
import {
  commonNouns,
  nameless,
  organizationJoiners,
  surnameEndings,
  surnameParticles,
} from './data/name-words.ts';
import { organizationWords } from './data/organizations.ts';
import { type Entry, lookUp } from './gazetteer.ts';
import {
  adverbs,
  conjunctions,
  determiners,
  modals,
  months,
  objectPronouns,
  openers,
  possessives,
  prepositions,
  subjectPronouns,
  subordinators,
  verbReading,
  weekdays,
} from './lexicon.ts';
import { officeAt } from './offices.ts';
import { honorifics } from './rules/offices.ts';

/** What a name names, and how it was known. `capital` is a city that may stand for its government. */
export type Sense = 'person' | 'organization' | 'country' | 'capital' | 'place' | 'demonym';

/** A name in a sentence, without title: tokens `first` to `last`, both inclusive. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly sense: Sense;
  /** Canonical for what is listed, else as it stands, on one line. */
  readonly name: string;
  /** Canonical country of a capital or a demonym. */
  readonly country?: string;
  /** Form of address before it ("Mr", "Queen"), in lower case. */
  readonly address?: string;
}

/**
 * The names of each sentence, in order, without overlap. Two passes: running text teaches the article's names, and
 * headlines in title case or in capitals, where every word looks like a name, are then read with those alone.
 * Cost: linear in the tokens.
 */
export function findNames(sentences: readonly TextSentence[]): Name[][] {
  const plain = sentences.map((s) => s.kind !== 'boilerplate' && !isShouted(s));
  const candidates = sentences.map((s, i) => (plain[i] ? candidatesOf(s.tokens) : []));
  const known = learn(sentences, candidates);
  return sentences.map((sentence, i) => {
    if (sentence.kind === 'boilerplate') return [];
    if (!plain[i]) return listedNames(sentence.tokens, known);
    return (candidates[i] as Candidate[]).flatMap((c) => settle(c, sentence.tokens, known));
  });
}

/** A name as one sentence alone shows it. `evidence`: 2 is certain, 1 likely, 0 a mere run of capitals. */
interface Candidate extends Omit<Name, 'sense'> {
  readonly sense: Sense | 'unknown';
  readonly evidence: 0 | 1 | 2;
  readonly initial: boolean;
}

/** What the article's running text has taught: senses of runs of words, and last words of people's names. */
interface Known {
  readonly senses: ReadonlyMap<string, Sense>;
  readonly surnames: ReadonlySet<string>;
  /** Words that stand in lower case somewhere: at a sentence's start they are no names. */
  readonly lower: ReadonlySet<string>;
  /** Single words with a capital inside a sentence, where nothing but a name has one. */
  readonly inside: ReadonlySet<string>;
  /** First word of each known name, with the names' words, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

function candidatesOf(tokens: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = runEnd(tokens, at);
    if (end === at) {
      at++;
      continue;
    }
    found.push(...splitRun(tokens, at, end));
    at = end;
  }
  return found;
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind !== 'mark' &&
  token.text !== 'I' &&
  /^(?:(?:al|el|ad|ar|as|ash|an)-)?\p{Lu}/u.test(token.text);

/** Where the run of capitalised words that starts at `at` ends (exclusive). Particles belong to it between names. */
function runEnd(tokens: readonly Token[], at: number): number {
  if (!startsName(tokens, at)) return at;
  let end = at + 1;
  for (;;) {
    if (isCapital(tokens[end])) {
      end++;
      continue;
    }
    // "Secretary of State": an office of several words is passed whole.
    const office = officeAt(tokens, end - 1);
    if (
      office !== undefined &&
      office.length > 1 &&
      !office.plural &&
      isCapital(tokens[end - 2 + office.length])
    ) {
      end += office.length - 1;
      continue;
    }
    const joined = joinedLength(tokens, at, end);
    if (joined === 0) return end;
    end += joined;
  }
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isCapital(token)) return true;
  const listed = /^\p{L}/u.test(token.text) && /-\p{Lu}|^\p{Ll}+\p{Lu}/u.test(token.text); // al-Qaeda, iPhone
  return listed || (token.kind === 'number' && lookUp(tokens, at) !== undefined);
}

/** How many small words at `end` join the run to a further capital: "von der" Leyen, Bank "of" England, M "&" S. */
function joinedLength(tokens: readonly Token[], start: number, end: number): number {
  let length = 0;
  while (length < 3 && surnameParticles.has(tokens[end + length]?.text ?? '')) length++;
  if (length > 0 && isCapital(tokens[end + length])) return length;
  const joiner = tokens[end]?.text ?? '';
  if (joiner === '&' && isCapital(tokens[end + 1])) return 1;
  if (joiner !== 'of' && joiner !== 'for') return 0;
  const skip = tokens[end + 1]?.text === 'the' ? 2 : 1;
  if (!isCapital(tokens[end + skip]) || officeAt(tokens, end - 1) !== undefined) return 0;
  const before = tokens[end - 1]?.text ?? '';
  const opensOrganization = organizationWords.has(before) || organizationJoiners.has(before);
  if (!opensOrganization || (joiner === 'for' && end - start > 2)) return 0;
  return skip;
}

/** A run holds titles, listed names, people and organisations side by side: "US President Donald Trump". */
function splitRun(tokens: readonly Token[], start: number, end: number): Candidate[] {
  const found: Candidate[] = [];
  let address: string | undefined;
  let titled = false;
  let at = start;
  while (at < end) {
    const initial = isInitial(tokens, at);
    const word = tokens[at]?.text ?? '';
    const office = officeAt(tokens, at);
    const body = organizationEnd(tokens, at, end);
    if (office !== undefined && at + office.length <= end && body <= at) {
      address = genderedAddress(office.noun) ?? address;
      titled = true;
      at += office.length;
      continue;
    }
    if (honorifics.has(word.toLowerCase()) && at + 1 < end && !isTail(tokens, at, end)) {
      address = word.toLowerCase();
      titled = true;
      at++;
      continue;
    }
    if (initial && isOpener(tokens, at, end)) {
      at++;
      continue;
    }
    if (body > at) {
      found.push(candidate(tokens, at, body, 'organization', 2, initial));
      at = body;
      titled = false;
      continue;
    }
    const listed = lookUp(tokens, at);
    if (listed !== undefined && at + listed.length <= end && !isGivenName(tokens, at, end, listed, titled)) {
      // "the French Republic" is France.
      const state = listed.sense === 'demonym' && stateWords.test(tokens[at + listed.length]?.text ?? '');
      const entry = state ? ({ ...listed, sense: 'country', length: listed.length + 1 } as const) : listed;
      found.push(fromListed(tokens, at, entry, initial));
      at += entry.length;
      titled = false;
      continue;
    }
    const stop = unknownEnd(tokens, at, end);
    const person = personOrUnknown(tokens, at, stop, titled, initial, address);
    if (person !== undefined) found.push(person);
    at = stop;
    titled = false;
    address = undefined;
  }
  return found;
}

const stateWords = /^(?:Republic|Federation|Kingdom|Confederation)$/;

function candidate(
  tokens: readonly Token[],
  start: number,
  end: number,
  sense: Candidate['sense'],
  evidence: Candidate['evidence'],
  initial: boolean,
): Candidate {
  return { first: start, last: end - 1, sense, evidence, initial, name: wordsAt(tokens, start, end) };
}

const wordsAt = (tokens: readonly Token[], start: number, end: number): string => {
  let text = '';
  for (let i = start; i < end; i++) {
    const token = tokens[i] as Token;
    text += i > start && token.start > (tokens[i - 1] as Token).end ? ` ${token.text}` : token.text;
  }
  return text;
};

function fromListed(
  tokens: readonly Token[],
  at: number,
  listed: Entry & { length: number },
  initial: boolean,
): Candidate {
  const base = candidate(tokens, at, at + listed.length, listed.sense, 2, initial);
  return { ...base, name: listed.name, ...(listed.country === undefined ? {} : { country: listed.country }) };
}

/** Whether token `at` opens the sentence, or a quotation or clause in it: its capital then tells nothing. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^["“‘'(:–—[.!?…]$|^--$/.test(before.text);
}

/** Whether the first word of a sentence opens it rather than a name: "Speaking to", "In Berlin", "Meanwhile". */
function isOpener(tokens: readonly Token[], at: number, end: number): boolean {
  const word = (tokens[at]?.text ?? '').toLowerCase();
  if (lookUp(tokens, at) !== undefined && !prepositions.has(word)) return false;
  if (genderOfFirstName.has(tokens[at]?.text ?? '') && at + 1 < end) return false;
  if (isClosed(word) || openers.has(word) || adverbs.has(word)) return true;
  if (/ly$/.test(word) && word.length > 4 && at + 1 >= end) return true;
  const verb = verbReading(word);
  if (verb === undefined) return false;
  return verb.forms.has('ing') || verb.forms.has('past') || at + 1 >= end;
}

const isClosed = (word: string): boolean =>
  determiners.has(word) ||
  possessives.has(word) ||
  subjectPronouns.has(word) ||
  objectPronouns.has(word) ||
  prepositions.has(word) ||
  conjunctions.has(word) ||
  subordinators.has(word) ||
  (modals.has(word) && word !== 'may' && word !== 'will');

/** End of an organisation's name that starts at `at`: up to the last word that only organisations bear. */
function organizationEnd(tokens: readonly Token[], at: number, end: number): number {
  let found = at;
  for (let i = at; i < end; i++) {
    const word = tokens[i]?.text ?? '';
    if (i > at && officeAt(tokens, i) !== undefined && !organizationWords.has(word)) break;
    if (honorifics.has(word.toLowerCase()) && i > at) break;
    if (!organizationWords.has(word) || (i === at && !/^(?:of|for)$/.test(tokens[i + 1]?.text ?? '')))
      continue;
    if (
      officeAt(tokens, i)?.rule !== undefined &&
      i + 1 < end &&
      !organizationWords.has(tokens[i + 1]?.text ?? '')
    )
      break;
    found = i + 1;
    if (/^(?:of|for)$/.test(tokens[i + 1]?.text ?? '') && i + 1 < end) return afterOf(tokens, i + 1, end);
  }
  return found;
}

/** "Ministry of Foreign Affairs": everything to the run's end that is no title. */
function afterOf(tokens: readonly Token[], at: number, end: number): number {
  for (let i = at; i < end; i++)
    if (officeAt(tokens, i) !== undefined && i > at + 1 && tokens[i - 1]?.text !== 'the') return i;
  return end;
}

/** "Jordan Peterson", "Sofia Coppola": a place's name that is followed by an unknown one may be a first name. */
function isGivenName(
  tokens: readonly Token[],
  at: number,
  end: number,
  listed: Entry & { length: number },
  titled: boolean,
): boolean {
  if (listed.length > 1 || listed.sense === 'demonym' || listed.sense === 'organization' || at + 1 >= end)
    return false;
  const next = tokens[at + 1]?.text ?? '';
  if (officeAt(tokens, at + 1) !== undefined || honorifics.has(next.toLowerCase())) return false;
  if (lookUp(tokens, at + 1) !== undefined || organizationWords.has(next) || nameless.has(next)) return false;
  return titled || genderOfFirstName.has(tokens[at]?.text ?? '');
}

/** An honorific at the end of a name is its part: "Jong-un Senior" is rare, "Burger King" is not. */
const isTail = (tokens: readonly Token[], at: number, end: number): boolean =>
  at + 1 >= end || /^(?:['’]s)$/.test(tokens[at + 1]?.text ?? '');

const genderedAddress = (noun: string): string | undefined =>
  /^(?:king|queen|pope|prince|princess)$/.test(noun) ? noun : undefined;

/** Unknown words go on until a title, a demonym or a listed place begins. */
function unknownEnd(tokens: readonly Token[], at: number, end: number): number {
  let stop = at + 1;
  while (stop < end) {
    if (officeAt(tokens, stop) !== undefined && isCapital(tokens[stop])) break;
    const listed = lookUp(tokens, stop);
    const given = stop - at === 1 && genderOfFirstName.has(tokens[at]?.text ?? '');
    if (listed !== undefined && listed.sense !== 'organization' && !given) break;
    if (months.has(tokens[stop]?.text.toLowerCase() ?? '') && tokens[stop + 1]?.kind === 'number') break;
    stop++;
  }
  return stop;
}

function personOrUnknown(
  tokens: readonly Token[],
  start: number,
  end: number,
  titled: boolean,
  initial: boolean,
  address: string | undefined,
): Candidate | undefined {
  const words = tokens.slice(start, end).map((token) => token.text);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const lower = first.toLowerCase();
  const withAddress = address === undefined ? {} : { address };
  if (nameless.has(last) || nameless.has(first)) return undefined;
  if (first === 'Pope') return { ...candidate(tokens, start, end, 'person', 2, initial), address: 'pope' };
  if (words.length === 1 && /-\p{Ll}|^\p{Ll}+-|ers$/u.test(first) && !/^\p{Ll}{2}-/u.test(first))
    return undefined;
  if (words.length === 1 && first.split('-').length === 2 && isListed(first.split('-'))) return undefined;
  if (words.length === 1) {
    if (weekdays.has(lower) || (months.has(lower) && !titled && !isSurnameContext(tokens, start)))
      return undefined;
    if (
      /^(?:\p{Lu}\.?)$/u.test(first) ||
      /^https?:/.test(first) ||
      (first.toUpperCase() === first && first.length > 8)
    )
      return undefined;
    if (/^I['’]/.test(first) || first === 'I') return undefined;
  } else if (months.has(lower) && !titled) return undefined;
  const make = (sense: Candidate['sense'], evidence: Candidate['evidence']): Candidate => ({
    ...candidate(tokens, start, end, sense, evidence, initial),
    ...withAddress,
  });
  if (titled || (words.length === 1 && surnameEndings.test(first))) return make('person', 2);
  if (/\.\p{L}{2,}$/u.test(last) && words.length === 1) return make('organization', 2);
  if (/^\p{Lu}{2,6}$/u.test(first) && words.length === 1)
    return make('organization', isWordInCapitals(lower) ? 0 : 1);
  if (genderOfFirstName.has(first) && words.length > 1) return make('person', 2);
  if (words.length > 1 && words.length <= 4 && words.some((word) => /^\p{Lu}\.$/u.test(word)))
    return make('person', 2);
  if (words.length > 1 && words.length <= 3 && words.every((word) => !isCommon(word.toLowerCase())))
    return make('person', 1);
  return make('unknown', 0);
}

/** "Chile-Peru" names no one by itself. */
const isListed = (parts: readonly string[]): boolean =>
  parts.every((part) => lookUp([{ text: part, kind: 'word', start: 0, end: part.length }], 0) !== undefined);

/** "May said", "by May": a month that acts. */
const isSurnameContext = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    tokens[at]?.text === 'May' &&
    next?.kind !== 'number' &&
    !/^(?:in|on|since|until|last|this|early|late|of|next|by)$/i.test(tokens[at - 1]?.text ?? '')
  );
};

const isWordInCapitals = (lower: string): boolean => isClosed(lower) || isCommon(lower);
const isCommon = (lower: string): boolean =>
  commonNouns.has(lower) || verbReading(lower) !== undefined || isClosed(lower) || openers.has(lower);

function learn(sentences: readonly TextSentence[], candidates: readonly (readonly Candidate[])[]): Known {
  const lower = new Set<string>();
  for (const sentence of sentences)
    for (const token of sentence.tokens) if (/^\p{Ll}/u.test(token.text)) lower.add(token.text);
  const votes = new Map<string, Map<Sense, number>>();
  const inside = new Set<string>();
  const surnames = new Set<string>();
  candidates.forEach((list, i) => {
    const tokens = (sentences[i] as TextSentence).tokens;
    for (const c of list) {
      if (!c.initial) inside.add(c.name);
      if (c.sense === 'person' && c.evidence > 0) for (const word of surnamesOf(c.name)) surnames.add(word);
      const sense = c.sense === 'unknown' || c.evidence === 0 ? senseInContext(c, tokens) : c.sense;
      if (sense === undefined) continue;
      const counts = votes.get(c.name) ?? new Map<Sense, number>();
      counts.set(sense, (counts.get(sense) ?? 0) + 1 + c.evidence);
      votes.set(c.name, counts);
    }
  });
  const senses = new Map<string, Sense>();
  for (const [name, counts] of votes)
    senses.set(name, [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]);
  return { senses, surnames, lower, inside, byFirst: byFirstWord(senses, surnames) };
}

/** What the words around an unknown name tell: "in Xanten" is a place, "Xanten said" a person. */
function senseInContext(c: Candidate, tokens: readonly Token[]): Sense | undefined {
  const before = (tokens[c.first - 1]?.text ?? '').toLowerCase();
  const after = (tokens[c.last + 1]?.text ?? '').toLowerCase();
  if (/^(?:in|near|at|outside)$/.test(before)) return 'place';
  const kind = before === 'of' ? (tokens[c.first - 2]?.text ?? '').toLowerCase() : before;
  if (/^(?:city|town|village|port|region|province)$/.test(kind)) return 'place';
  if (verbReading(after)?.forms.has('past')) return 'person';
  return undefined;
}

/** Words by which a person's full name may be taken up: the last, and the last with its particles. */
function surnamesOf(name: string): string[] {
  const words = name.split(' ');
  if (words.length < 2) return [];
  const particle = words.findIndex((word, i) => i > 0 && surnameParticles.has(word));
  const last = words.at(-1) as string;
  // East Asian names put the family first: "Xi Jinping" is taken up as "Xi".
  const family =
    words.length === 2 && (words[0] as string).length <= 4 && !genderOfFirstName.has(words[0] as string);
  return [
    last,
    ...(particle > 0 ? [words.slice(particle).join(' ')] : []),
    ...(family || words[0] === 'Xi' || words[0] === 'Kim' ? [words[0] as string] : []),
  ];
}

function byFirstWord(
  senses: ReadonlyMap<string, Sense>,
  surnames: ReadonlySet<string>,
): Map<string, string[][]> {
  const index = new Map<string, string[][]>();
  for (const name of [...senses.keys(), ...surnames]) {
    const words = name.split(' ');
    const key = (words[0] as string).toLowerCase();
    const list = index.get(key);
    if (list === undefined) index.set(key, [words]);
    else list.push(words);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

/** The name that a candidate turns out to be, now that the whole article is known; none where it was no name. */
function settle(c: Candidate, tokens: readonly Token[], known: Known): Name[] {
  const words = c.name.split(' ');
  const lower = c.name.toLowerCase();
  if (words.length === 1 && c.evidence < 2) {
    const isSurname = known.surnames.has(c.name);
    if (!isSurname && (known.lower.has(lower) || isCommon(lower))) return [];
    if (!isSurname && c.initial && !known.inside.has(c.name) && !actsAsName(tokens, c)) return [];
    if (isSurname && !/^\p{Lu}{2,6}$/u.test(c.name)) return [named(c, 'person')];
  }
  if (words.length > 1 && c.evidence < 2 && words.every((word) => known.lower.has(word.toLowerCase())))
    return [];
  const sense = c.evidence === 2 ? c.sense : (known.senses.get(c.name) ?? c.sense);
  if (sense === 'unknown') {
    if (c.initial && words.length === 1 && !known.inside.has(c.name)) return [];
    return [named(c, genderOfFirstName.has(c.name) ? 'person' : 'organization')];
  }
  return [named(c, sense)];
}

const actsAsName = (tokens: readonly Token[], c: Candidate): boolean => {
  const next = (tokens[c.last + 1]?.text ?? '').toLowerCase();
  const reading = verbReading(next);
  return (
    /^['’]s$/.test(next) ||
    (reading !== undefined && !reading.noun) ||
    modals.has(next) ||
    genderOfFirstName.has(c.name)
  );
};

function named(c: Candidate, sense: Sense): Name {
  const { first, last, name, country, address } = c;
  return {
    first,
    last,
    sense,
    name,
    ...(country === undefined ? {} : { country }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Whether a headline has a capital on every longer word, or any sentence on every letter: no capital tells anything then. */
function isShouted({ tokens, kind }: TextSentence): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  if (words.length < 4) return false;
  const loud = kind === 'headline' ? words.filter(isCapital) : words.filter(isInCapitals);
  return loud.length * 4 >= words.length * 3;
}

const isInCapitals = (token: Token): boolean => token.text === token.text.toUpperCase();

/** In a headline: names of the lists and those that the running text has taught. */
function listedNames(tokens: readonly Token[], known: Known): Name[] {
  const found: Name[] = [];
  let at = 0;
  while (at < tokens.length) {
    const text = tokens[at]?.text ?? '';
    const taught = isCapital(tokens[at])
      ? known.byFirst.get(text.toLowerCase())?.find((words) => standsAt(tokens, at, words))
      : undefined;
    const listed = lookUp(tokens, at);
    if (taught !== undefined && taught.length >= (listed?.length ?? 1) && listed === undefined) {
      const name = taught.join(' ');
      const sense = known.senses.get(name) ?? 'person';
      found.push({ first: at, last: at + taught.length - 1, sense, name });
      at += taught.length;
    } else if (listed !== undefined) {
      const { sense, name, country, length } = listed;
      found.push({
        first: at,
        last: at + length - 1,
        sense,
        name,
        ...(country === undefined ? {} : { country }),
      });
      at += length;
    } else if (
      genderOfFirstName.has(text) &&
      isCapital(tokens[at + 1]) &&
      !isCommon((tokens[at + 1]?.text ?? '').toLowerCase())
    ) {
      found.push({ first: at, last: at + 1, sense: 'person', name: wordsAt(tokens, at, at + 2) });
      at += 2;
    } else at++;
  }
  return found;
}

const standsAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, k) => {
    const text = tokens[at + k]?.text;
    return text === word || text === word.toUpperCase();
  });
