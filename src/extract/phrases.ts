// From tagged words to phrases: noun phrases with owner and members, verb groups, and the small words between them.
// Shallow: what belongs to whom is clauses.ts's matter.
import type { Name } from './names.ts';
import type { Word } from './tag.ts';

/** A noun phrase: words `from` to `to` of the sentence, both inclusive. */
export interface NounPhrase {
  readonly kind: 'noun';
  readonly from: number;
  readonly to: number;
  /** Its last word: a name, a noun, an office or a pronoun. */
  readonly head: Word;
  /** Words before the head, without the owner's. */
  readonly modifiers: readonly Word[];
  /** "Russia" in "Russia's stated commitment". */
  readonly owner?: NounPhrase;
  /** "A", "B" and "C" in "A, B and C", in order; empty where it is one. */
  readonly members: readonly NounPhrase[];
  /** Stands between commas after the one that it describes: never a subject of its own. */
  readonly apposed: boolean;
}

/** A verb with its helpers. */
export interface VerbGroup {
  readonly kind: 'verb';
  readonly from: number;
  readonly to: number;
  /** "be" where the verb is a copula. */
  readonly lemma: string;
  readonly word: Word;
  readonly form: 'finite' | 'base' | 'infinitive' | 'ing' | 'participle';
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  readonly modal: string | undefined;
  /** "down" in "turned down", directly after the verb. */
  readonly particle: string | undefined;
}

/** Everything else: prepositions, conjunctions, marks, and adjectives after a copula (as `other`). */
export interface Small {
  readonly kind:
    | 'preposition'
    | 'conjunction'
    | 'subordinator'
    | 'comma'
    | 'break'
    | 'adverb'
    | 'time'
    | 'other';
  readonly from: number;
  readonly to: number;
  readonly lower: string;
}

export type Phrase = NounPhrase | VerbGroup | Small;

/** The phrases of a sentence, in order. Quotation marks are passed over. Cost: linear. */
export function phrases(words: readonly Word[]): Phrase[] {
  const simple: Phrase[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = nounPhrase(words, at) ?? verbGroup(words, at) ?? small(words[at] as Word, at);
    if (phrase !== undefined) simple.push(phrase);
    at = (phrase?.to ?? at) + 1;
  }
  return coordinate(appose(entitle(simple)));
}

const particles = new Set('down off out up back away aside forward apart'.split(' '));

function small(word: Word, at: number): Small | undefined {
  const base = { from: at, to: at, lower: word.lower };
  switch (word.tag) {
    case 'preposition':
    case 'to':
      return { kind: 'preposition', ...base };
    case 'conjunction':
      return { kind: 'conjunction', ...base };
    case 'subordinator':
      return { kind: 'subordinator', ...base };
    case 'adverb':
      return { kind: 'adverb', ...base };
    case 'time':
      return { kind: 'time', ...base };
    case 'mark':
      if (word.text === ',') return { kind: 'comma', ...base };
      if (/^["“”'‘’]$/.test(word.text)) return undefined;
      return { kind: 'break', ...base };
    default:
      return { kind: 'other', ...base };
  }
}

/** In words: keeps the cost linear where someone writes a thousand "a". */
const LONGEST_RUN = 30;

function nounPhrase(words: readonly Word[], start: number): NounPhrase | undefined {
  const first = words[start] as Word;
  if (first.tag === 'pronoun')
    return { kind: 'noun', from: start, to: start, head: first, modifiers: [], members: [], apposed: false };
  let owner: NounPhrase | undefined;
  let run: Word[] = [];
  let from = start;
  let at = start;
  for (; at < words.length; at++) {
    const word = words[at] as Word;
    if (isQuote(word) && run.length > 0 && belongsInside(words, at)) continue;
    if (word.tag === 'genitive' || isPluralGenitive(words, at)) {
      if (run.length === 0) break;
      owner = finish(run, owner, from, at - 1);
      run = [];
      from = start;
      continue;
    }
    if (run.length === LONGEST_RUN || !isNominal(word, run) || endsAtName(words, run, at)) break;
    run.push(word);
  }
  if (run.length === 0 || !run.some((word) => word.tag !== 'determiner' && word.tag !== 'adverb')) {
    if (
      run.length === 1 &&
      owner === undefined &&
      /^(?:this|these|those|both|all|some|many|others?)$/.test((run[0] as Word).lower)
    )
      return finish(run, owner, from, at - 1);
    return owner;
  }
  while (isQuote(words[at - 1] as Word) || (words[at - 1] as Word).tag === 'adverb') at--;
  return finish(trimmed(run), owner, from, at - 1);
}

function trimmed(run: Word[]): Word[] {
  while (run.at(-1)?.tag === 'adverb') run.pop();
  return run;
}

const isQuote = (word: Word): boolean => /^["“”'‘’]$/.test(word.text);

/** A quotation mark inside a noun phrase, as in 'a "serious" step': modifiers before it, a noun after it. */
function belongsInside(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.tag;
  const modifies =
    before === 'determiner' || before === 'noun' || before === 'possessive' || before === 'number';
  return modifies && (words[at + 1]?.tag === 'noun' || words[at + 1]?.tag === 'office');
}

/** "the countries’ leaders": an apostrophe after a plural, before a noun. */
function isPluralGenitive(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1];
  const next = words[at + 1];
  return (
    /^['’]$/.test(word.text) &&
    before !== undefined &&
    /s$/.test(before.lower) &&
    (next?.tag === 'noun' || next?.tag === 'office')
  );
}

function isNominal(word: Word, run: readonly Word[]): boolean {
  switch (word.tag) {
    case 'name':
    case 'noun':
    case 'office':
    case 'number':
    case 'possessive':
      return (
        word.tag !== 'possessive' || run.length === 0 || run.every((other) => other.tag === 'determiner')
      );
    case 'determiner':
      return run.every(
        (other) =>
          other.tag === 'determiner' ||
          other.tag === 'adverb' ||
          other.tag === 'number' ||
          other.tag === 'possessive',
      );
    case 'adverb':
      return (
        run.length > 0 &&
        run.every((other) => other.tag !== 'name') &&
        /ly$|^(?:most|very|more|long|far)$/.test(word.lower) &&
        (run.at(-1)?.tag === 'determiner' || run.at(-1)?.tag === 'possessive' || run.at(-1)?.tag === 'number')
      );
    default:
      return false;
  }
}

/** A person's name ends its phrase; a name doesn't follow a name of which it can be no part. */
function endsAtName(words: readonly Word[], run: readonly Word[], at: number): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  const word = words[at] as Word;
  if (last.name?.sense === 'person') return true;
  // "the European Commission a proposal": a determiner opens another phrase.
  if (word.tag === 'determiner' && run.some((other) => other.tag === 'name' || other.tag === 'noun'))
    return true;
  if (
    word.tag === 'name' &&
    last.tag === 'noun' &&
    run.some(
      (other) => other.name !== undefined && other.name.sense !== 'demonym' && other.name.sense !== 'country',
    )
  )
    return true;
  return false;
}

function finish(run: readonly Word[], owner: NounPhrase | undefined, from: number, to: number): NounPhrase {
  const head = run.at(-1) as Word;
  return {
    kind: 'noun',
    from,
    to,
    head,
    modifiers: run.slice(0, -1),
    members: [],
    apposed: false,
    ...(owner === undefined ? {} : { owner }),
  };
}

function verbGroup(words: readonly Word[], start: number): VerbGroup | undefined {
  let at = start;
  let modal: string | undefined;
  let negated = false;
  let perfect = false;
  let be = false;
  let being = false;
  let infinitive = false;
  let helper = -1;
  for (; at < words.length; at++) {
    const word = words[at] as Word;
    if (
      word.negative &&
      (word.tag !== 'adverb' || at > start || words[at + 1]?.tag === 'to' || words[at + 1]?.tag === 'verb')
    )
      negated = true;
    if (word.tag === 'modal') modal = word.lower;
    else if (word.tag === 'to' && at === start) infinitive = true;
    else if (word.tag === 'have') perfect = true;
    else if (word.tag === 'be') {
      being = word.lower === 'being';
      be = true;
    } else if (word.tag === 'do') {
      // Its "not" counts; it says nothing else.
    } else if (
      word.tag === 'adverb' &&
      (helper >= 0 || infinitive || word.negative || words[at + 1]?.tag === 'verb')
    )
      continue;
    else if (isQuote(word) && (helper >= 0 || infinitive)) continue;
    else break;
    helper = at;
  }
  const word = words[at];
  if (word?.tag === 'verb' && word.verb !== undefined) {
    const { forms, lemma } = word.verb;
    const passive =
      be && !forms.has('ing') && (forms.has('participle') || forms.has('past')) && !(lemma === 'become');
    const next = words[at + 1];
    const particle =
      next !== undefined && particles.has(next.lower) && next.tag !== 'noun' ? next.lower : undefined;
    const reduced = helper < 0 && namesAgent(words, at) && forms.has('participle');
    const base = {
      kind: 'verb',
      from: start,
      to: at,
      lemma,
      word,
      passive: passive || reduced,
      perfect,
      negated,
      modal,
      particle,
    } as const;
    return { ...base, form: formOf(infinitive, helper >= 0, forms, reduced) };
  }
  if (helper < 0 || (infinitive && helper === start)) return undefined;
  const last = words[helper] as Word;
  // "have" and "do" alone are verbs of their own; a lone modal waits for a verb that we don't know.
  const lemma = be ? 'be' : last.tag === 'have' ? 'have' : last.tag === 'do' ? 'do' : undefined;
  if (lemma === undefined) return undefined;
  const form = infinitive
    ? 'infinitive'
    : being && helper === start
      ? 'ing'
      : last.lower === 'having'
        ? 'ing'
        : 'finite';
  return {
    kind: 'verb',
    from: start,
    to: helper,
    lemma,
    word: last,
    form,
    passive: false,
    perfect: perfect && be,
    negated,
    modal,
    particle: undefined,
  };
}

function formOf(
  infinitive: boolean,
  helped: boolean,
  forms: ReadonlySet<string>,
  reduced: boolean,
): VerbGroup['form'] {
  if (infinitive) return 'infinitive';
  if (helped) return 'finite';
  if (forms.has('ing')) return 'ing';
  if (forms.has('base') && !forms.has('past')) return 'base';
  if (forms.has('third')) return 'finite';
  return forms.has('past') && !reduced ? 'finite' : 'participle';
}

/** "signed by Moss", but not "said by phone" or "reacted by asking". */
function namesAgent(words: readonly Word[], at: number): boolean {
  const agent = words[at + 2];
  if (words[at + 1]?.lower !== 'by' || agent === undefined || agent.tag === 'verb' || agent.tag === 'time')
    return false;
  return !/^(?:phone|telephone|video|email|e-mail|text|letter|mail|hand|air|train|car|saying)$/.test(
    agent.lower,
  );
}

/** "President of the Republic of Chile Ada Price" is one phrase about a person, as official style has it. */
function entitle(list: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = [];
  for (let at = 0; at < list.length; at++) {
    const office = list[at] as Phrase;
    const name =
      office.kind === 'noun' && office.head.office !== undefined ? titledName(list, at) : undefined;
    const last = name === undefined ? undefined : (list[name] as NounPhrase);
    if (office.kind !== 'noun' || name === undefined || last === undefined) {
      joined.push(office);
      continue;
    }
    const between = list
      .slice(at + 1, name + 1)
      .flatMap((phrase) => (phrase.kind === 'noun' ? [...phrase.modifiers, phrase.head] : []));
    joined.push({
      ...office,
      to: last.to,
      head: last.head,
      modifiers: [...office.modifiers, office.head, ...between.slice(0, -1)],
    });
    at = name;
  }
  return joined;
}

/** Where "of … NAME" after an office ends in a person's name with a body right before it. */
function titledName(list: readonly Phrase[], at: number): number | undefined {
  for (let i = at + 1; i + 1 < list.length && i - at < 6; i += 2) {
    const [of, phrase] = [list[i], list[i + 1]];
    if (of?.kind !== 'preposition' || (of.lower !== 'of' && of.lower !== 'for') || phrase?.kind !== 'noun')
      return undefined;
    if (phrase.head.name?.sense !== 'person') continue;
    const bodied = phrase.modifiers.some(
      (word) => word.name !== undefined || /^(?:republic|kingdom|federation|state)$/.test(word.lower),
    );
    return bodied ? i + 1 : undefined;
  }
  return undefined;
}

/** Marks "the German chancellor" in "Friedrich Merz, the German chancellor, said" as what it is: no one new. */
function appose(list: readonly Phrase[]): Phrase[] {
  return list.map((phrase, i) => {
    if (phrase.kind !== 'noun' || phrase.head.tag === 'pronoun' || list[i - 1]?.kind !== 'comma')
      return phrase;
    const before = list[i - 2];
    if (before?.kind !== 'noun' || before.head.name === undefined || !describes(phrase, before.head.name))
      return phrase;
    return { ...phrase, apposed: true };
  });
}

function describes(phrase: NounPhrase, name: Name): boolean {
  if (phrase.head.name !== undefined) return false;
  const first = phrase.modifiers[0] ?? phrase.head;
  if (name.sense === 'person')
    return phrase.head.tag === 'office' || /^(?:the|a|an|his|her|their)$/.test(first.lower);
  return /^(?:a|an|the)$/.test(first.lower) && phrase.head.tag === 'noun';
}

/** Joins "A, B and C" into one phrase with members. A list has an "and", or is one of names alone ("Moss, Lund meet"). */
function coordinate(list: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = [];
  for (let at = 0; at < list.length; ) {
    const { members, end } = membersFrom(list, at);
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined || members.length < 2) {
      joined.push(list[at] as Phrase);
      at++;
      continue;
    }
    joined.push({ ...first, to: last.to, members });
    at = end;
  }
  return joined;
}

const LONGEST_LIST = 500;

function membersFrom(list: readonly Phrase[], start: number): { members: NounPhrase[]; end: number } {
  const first = list[start];
  if (first?.kind !== 'noun' || first.apposed || opensSentence(list, start))
    return { members: [], end: start };
  const members = [first];
  let end = start + 1;
  let joined = false;
  for (let at = start + 1; at < list.length && members.length < LONGEST_LIST; ) {
    const skip = joinerLength(list, at);
    const next = list[at + skip];
    if (skip === 0 || next?.kind !== 'noun' || next.apposed || !alike(first, next)) break;
    const conjunction = list.slice(at, at + skip).some((phrase) => phrase.kind === 'conjunction');
    if (joined) break;
    // "A and B said": B opens a clause of its own where A was an object; clauses.ts can't tell, the comma can.
    if (conjunction && skip === 2 && members.length < 2 && list[at + skip + 1]?.kind === 'verb') break;
    members.push(next);
    joined ||= conjunction;
    at += skip + 1;
    end = at;
  }
  const names = members.every((member) => member.head.name !== undefined);
  const opens = start === 0 || list[start - 1]?.kind === 'break';
  const headline = names && opens && list[end]?.kind === 'verb';
  const listed = names && members.length > 2;
  return joined || headline || listed ? { members, end } : { members: [], end: start };
}

/** "In Lima, Chilean and Peruvian envoys met": a place before the comma is no member of what comes after. */
function opensSentence(list: readonly Phrase[], start: number): boolean {
  return (
    list[start - 1]?.kind === 'preposition' &&
    list[start + 1]?.kind === 'comma' &&
    !list.slice(0, start).some((p) => p.kind === 'verb')
  );
}

function joinerLength(list: readonly Phrase[], at: number): number {
  const [a, b] = [list[at], list[at + 1]];
  if (a?.kind === 'comma' && b?.kind === 'conjunction' && b.lower !== 'but') return 2;
  if (a?.kind === 'comma') return 1;
  return a?.kind === 'conjunction' && a.lower !== 'but' && a.lower !== 'nor' ? 1 : 0;
}

/** Lists hold things of a kind: names with names, nouns with nouns. */
function alike(a: NounPhrase, b: NounPhrase): boolean {
  const [x, y] = [a.head, b.head];
  if (x.tag === 'pronoun' || y.tag === 'pronoun')
    return x.tag === y.tag || x.name?.sense === 'person' || y.name?.sense === 'person';
  // "Chilean and Peruvian envoys"
  if (x.name?.sense === 'demonym') return [...b.modifiers, y].some((word) => word.name?.sense === 'demonym');
  if (x.tag === 'office' || y.tag === 'office' || b.modifiers.some((word) => word.lower === 'other'))
    return true;
  return (x.name === undefined) === (y.name === undefined);
}
