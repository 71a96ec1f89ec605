// From a sentence's tokens and names to words with a rough part of speech. A stopgap by word lists and neighbours:
// a trained tagger takes its place. No phrases here.
import type { Token } from '../text/index.ts';
import {
  adverbs,
  beForms,
  conjunctions,
  determiners,
  doForms,
  haveForms,
  isNegative,
  modals,
  months,
  objectPronouns,
  possessives,
  prepositions,
  subjectPronouns,
  subordinators,
  type VerbReading,
  verbReading,
  weekdays,
} from './lexicon.ts';
import type { Name } from './names.ts';
import { type Office, officeAt } from './offices.ts';

export type Tag =
  | 'name'
  | 'office'
  | 'determiner'
  | 'possessive'
  | 'genitive'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'modal'
  | 'be'
  | 'have'
  | 'do'
  | 'to'
  | 'adverb'
  | 'verb'
  | 'noun'
  | 'time'
  | 'number'
  | 'mark';

/** A word, a whole name, or an office noun of several words: tokens `first` to `last`, both inclusive. */
export interface Word {
  readonly first: number;
  readonly last: number;
  /** As it stands, and in lower case with straight apostrophes. */
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  readonly name?: Name;
  readonly office?: Office;
  readonly verb?: VerbReading;
  readonly negative: boolean;
}

/** The words of a sentence, in order, with their tags. Cost: linear. */
export function tag(tokens: readonly Token[], names: readonly Name[]): Word[] {
  const words = group(tokens, names);
  const tagged: Word[] = [];
  for (let i = 0; i < words.length; i++) tagged.push(decide(words[i] as Word, tagged, words, i));
  return tagged;
}

function group(tokens: readonly Token[], names: readonly Name[]): Word[] {
  const words: Word[] = [];
  const byFirst = new Map(names.map((name) => [name.first, name]));
  for (let at = 0; at < tokens.length; ) {
    const name = byFirst.get(at);
    const office = name === undefined ? officeAt(tokens, at) : undefined;
    const last = name?.last ?? at + (office?.length ?? 1) - 1;
    const text = tokens
      .slice(at, last + 1)
      .map((token) => token.text)
      .join(' ');
    const lower = text.toLowerCase().replaceAll('’', "'");
    const first = tokens[at] as Token;
    const base = { first: at, last, text, lower, negative: isNegative(lower) };
    if (name !== undefined) words.push({ ...base, tag: 'name', name });
    else
      words.push({
        ...base,
        tag: closedTag(first, lower, office),
        ...(office === undefined ? {} : { office }),
      });
    at = last + 1;
  }
  return words;
}

function closedTag(token: Token, lower: string, office: Office | undefined): Tag {
  if (lower === "'s") return 'genitive';
  if (modals.has(lower) || lower === "'ll" || lower === "'d") return 'modal';
  if (beForms.has(lower)) return 'be';
  if (haveForms.has(lower) || lower === "'ve") return 'have';
  if (doForms.has(lower)) return 'do';
  if (token.kind === 'mark') return 'mark';
  if (office !== undefined) return 'office';
  if (token.kind === 'number') return 'number';
  if (lower === 'to') return 'to';
  if (lower === 'according') return 'preposition';
  if (possessives.has(lower)) return 'possessive';
  if (weekdays.has(lower) || /^(?:yesterday|today|tomorrow|tonight)$/.test(lower)) return 'time';
  if (months.has(lower) && /^\p{Lu}/u.test(token.text) && lower !== 'may') return 'time';
  if (subordinators.has(lower)) return 'subordinator';
  if (subjectPronouns.has(lower) || objectPronouns.has(lower)) return 'pronoun';
  if (conjunctions.has(lower)) return 'conjunction';
  if (prepositions.has(lower)) return 'preposition';
  if (determiners.has(lower)) return 'determiner';
  if (
    adverbs.has(lower) ||
    (/..ly$/.test(lower) &&
      !/^(?:ally|family|italy|july|supply|reply|rally|assembly|anomaly|apply|rely|comply)$/.test(lower))
  )
    return 'adverb';
  return 'noun';
}

/** What neighbours make of a word: "calls" after a noun is a noun, after a name a verb. */
function decide(word: Word, before: readonly Word[], words: readonly Word[], i: number): Word {
  const previous = before.at(-1);
  const next = nextPlain(words, i);
  if (word.lower === 'may' && word.tag === 'modal' && isMonthHere(word, previous, next))
    return { ...word, tag: 'time' };
  if (word.lower === 'that' && next !== undefined && previous?.tag === 'preposition')
    return { ...word, tag: 'determiner' };
  if (
    /^(?:last|first)$/.test(word.lower) &&
    startsNoun(previous) &&
    verbReading(next?.lower ?? '')?.forms.has('past')
  )
    return { ...word, tag: 'adverb' };
  // "on Monday evening"
  if (previous?.tag === 'time' && /^(?:morning|afternoon|evening|night)s?$/.test(word.lower))
    return { ...word, tag: 'time' };
  if (/^(?:most|more|less)$/.test(word.lower) && (next?.tag === 'adverb' || next?.lower === 'likely'))
    return { ...word, tag: 'adverb' };
  // "is unlikely to": a predicate, "will likely meet": an adverb.
  if (/^(?:un)?likely$/.test(word.lower) && (next?.tag === 'to' || next?.lower === 'that'))
    return { ...word, tag: 'noun' };
  if (word.lower === 'her' && !startsNoun(next)) return { ...word, tag: 'pronoun' };
  if (
    word.tag === 'genitive' &&
    previous?.tag !== 'name' &&
    previous?.tag !== 'noun' &&
    previous?.tag !== 'office' &&
    previous?.tag !== 'time'
  )
    return { ...word, tag: 'be' };
  if (word.tag !== 'noun' && !(word.tag === 'preposition' && /ing$/.test(word.lower))) return word;
  const verb = verbReading(word.lower) ?? unknownVerb(word, before);
  if (verb === undefined || word.tag === 'preposition') return word;
  return isVerbHere(word, verb, before, next) ? { ...word, tag: 'verb', verb } : { ...word, verb };
}

/** The next word that is no quotation mark. */
function nextPlain(words: readonly Word[], i: number): Word | undefined {
  const next = words[i + 1];
  return next !== undefined && /^["“”'‘’]$/.test(next.text) ? words[i + 2] : next;
}

/** After a modal a verb must come, known or not. */
function unknownVerb(word: Word, before: readonly Word[]): VerbReading | undefined {
  const previous = before.findLast((other) => other.tag !== 'adverb');
  if (previous?.tag !== 'modal' || !/^\p{Ll}+$/u.test(word.text) || word.negative) return undefined;
  return { lemma: word.lower, forms: new Set(['base']), noun: false };
}

const isMonthHere = (word: Word, previous: Word | undefined, next: Word | undefined): boolean =>
  word.text === 'May' &&
  (next?.tag === 'number' ||
    /^(?:in|on|since|until|last|this|early|late|of|next|by)$/.test(previous?.lower ?? ''));

function startsNoun(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return word.tag === 'noun' || word.tag === 'name' || word.tag === 'office' || word.tag === 'number';
}

function isVerbHere(word: Word, verb: VerbReading, before: readonly Word[], next: Word | undefined): boolean {
  const previous = before.findLast((other) => other.tag !== 'adverb' && !/^["“”'‘’]$/.test(other.text));
  const tagBefore = previous?.tag;
  const { forms } = verb;
  if (tagBefore === 'modal' || tagBefore === 'do') return forms.has('base');
  if (tagBefore === 'to') return forms.has('base') || forms.has('ing');
  const nominal =
    tagBefore === 'determiner' ||
    tagBefore === 'possessive' ||
    tagBefore === 'genitive' ||
    tagBefore === 'number';
  if (forms.has('ing')) {
    if (nominal) return false;
    if (tagBefore === 'preposition' || tagBefore === 'noun' || tagBefore === 'office')
      return (
        !(verb.noun || nounsInIng.has(word.lower)) ||
        startsNoun(next) ||
        next?.tag === 'determiner' ||
        next?.tag === 'possessive'
      );
    return true;
  }
  if (forms.has('past') || forms.has('participle')) {
    if (tagBefore === 'have' || tagBefore === 'be') return true;
    if (nominal) return false;
    if (next?.lower === 'by') return true;
    if (tagBefore === 'preposition') return false;
    // "Lima put pressure on", "Lima cut ties with": base and past are one word.
    if (forms.has('base') && tagBefore === 'name' && (takesObject(next) || next?.tag === 'noun'))
      return previous?.name?.sense !== 'demonym';
    if (!forms.has('base')) {
      // "a stated aim", "new proposed deal": a participle between a modifier and its noun.
      const inside = tagBefore === 'noun' && next?.tag === 'noun' && isModifierRun(before);
      return !inside;
    }
  }
  // Base or third person.
  if (nominal || tagBefore === 'preposition' || tagBefore === 'be') return false;
  if (tagBefore === 'have') return forms.has('participle');
  if (tagBefore === 'verb' && !/^(?:let|make|help|see|watch|hear)$/.test(previous?.verb?.lemma ?? ''))
    return false;
  if (forms.has('base') && isMandated(before)) return true;
  if (!verb.noun) return !(tagBefore === 'verb' && forms.has('third')) || previous?.verb === undefined;
  if (tagBefore === 'name') {
    if (previous?.name?.sense === 'demonym') return false;
    const person = previous?.name?.sense === 'person';
    if (next === undefined || next.tag === 'mark') return person && forms.has('third');
    if (!person && !forms.has('third') && !isPlural(before)) return false;
    return takesObject(next) || (person && next.tag === 'noun');
  }
  if (tagBefore === 'pronoun') return true;
  if (tagBefore === 'office') return forms.has('third') && takesObject(next);
  if (tagBefore === 'subordinator') return /^(?:who|which)$/.test(previous?.lower ?? '');
  if (tagBefore === 'noun') {
    if (previous?.lower.endsWith('s') && forms.has('base') && takesObject(next))
      return next?.tag !== 'preposition' && next?.tag !== 'to';
    return (
      forms.has('third') &&
      !previous?.lower.endsWith('s') &&
      (next?.tag === 'determiner' || next?.tag === 'pronoun' || next?.lower === 'that')
    );
  }
  if (tagBefore === 'conjunction')
    return takesObject(next) && next?.tag !== 'preposition' && followsVerb(before);
  if (previous?.text === ',')
    return (
      (forms.has('third') && takesObject(next)) ||
      (forms.has('base') && followsVerb(before) && takesObject(next))
    );
  return false;
}

/** "demanded that Lima release": after such a verb a base stands where a third person would. */
function isMandated(before: readonly Word[]): boolean {
  const opener = before.findLastIndex((word) => word.lower === 'that');
  if (opener < 1 || before.length - opener > 4) return false;
  if (!before.slice(opener + 1).some((word) => word.tag === 'name' || word.tag === 'noun')) return false;
  return mandating.has(before[opener - 1]?.verb?.lemma ?? '');
}

const mandating = new Set(
  'demand insist request require ask urge propose recommend suggest order'.split(' '),
);

const nounsInIng = new Set(
  'meeting briefing hearing building funding warning beginning ruling fighting offering filing shooting bombing killing opening housing banking planning training spending understanding feeling meaning morning evening gathering proceeding crossing landing rating reading setting standing suffering thinking wedding writing mining shipping trading farming voting polling lobbying policing sentencing'.split(
    ' ',
  ),
);

function isModifierRun(before: readonly Word[]): boolean {
  for (let i = before.length - 1; i >= 0; i--) {
    const { tag } = before[i] as Word;
    if (tag === 'determiner' || tag === 'possessive' || tag === 'genitive') return true;
    if (tag !== 'noun' && tag !== 'adverb') return false;
  }
  return false;
}

/** "Trump, Putin": two names side by side are a plural subject. */
function isPlural(before: readonly Word[]): boolean {
  const joiner = before.at(-2);
  return joiner?.tag === 'conjunction' || joiner?.text === ',';
}

function takesObject(next: Word | undefined): boolean {
  if (next === undefined) return false;
  return [
    'determiner',
    'possessive',
    'pronoun',
    'name',
    'preposition',
    'to',
    'office',
    'number',
    'adverb',
    'subordinator',
  ].includes(next.tag);
}

/** Whether a verb stands shortly before: "and meet", "and call on" go on with it. */
const followsVerb = (before: readonly Word[]): boolean =>
  before.slice(-12).some((word) => word.tag === 'verb' || word.tag === 'modal');
