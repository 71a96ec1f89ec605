// Reads a noun phrase beside an office as what the office is of: a name, or words that a later stage resolves.
import type { Place } from '../article.ts';
import { kindNouns } from '../rules/role-words.ts';
import { courtesies } from '../rules/roles.ts';
import { officeIn } from './office.ts';
import type { Named, Sentence } from './sentence.ts';

/** A noun phrase. `from` and `to` are positions of words, `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The name that it is, or that says which: "the Unite union". */
  readonly named: Named | undefined;
  readonly determiner: string | undefined;
}

/** A noun phrase beside an office, with the preposition that leads to it. */
export interface Beside extends Phrase {
  readonly preposition: string | undefined;
  /** Whether a mark of possession joins it: "Chile’s". */
  readonly possessive?: boolean;
}

/** The noun phrase that starts at a word. It ends before the name of a person that follows a body's: "of Acme | Anna Holt". */
export function phraseFrom(sentence: Sentence, from: number): Phrase | undefined {
  const isDetermined = /^(?:DT|PRP\$|WP\$)$/.test(sentence.tag(from));
  const reading: Reading = {
    from,
    to: isDetermined ? from + 1 : from,
    last: undefined,
    noun: false,
    owned: false,
  };
  while (reading.to < sentence.words.length && readOn(sentence, reading));
  const to = trimmed(sentence, from, reading.to);
  if (!reading.noun || to <= from) return undefined;
  const determiner = isDetermined ? sentence.lower(from) : reading.owned ? 'the' : undefined;
  return { from, to, named: reading.last, determiner };
}

/** A phrase as far as it has been read. */
interface Reading {
  readonly from: number;
  to: number;
  /** The name that ends it so far. */
  last: Named | undefined;
  noun: boolean;
  /** Whether a possessive stands in it: it is definite then. */
  owned: boolean;
}

/** Reads one more word or name; false where the phrase ends. */
function readOn(sentence: Sentence, reading: Reading): boolean {
  const { to, last, noun } = reading;
  const named = sentence.nameAt(to);
  if (noun && times.test(sentence.lower(to))) return false;
  if (named !== undefined) return readName(sentence, reading, named);
  if (noun && startsTitle(sentence, to) && !isAdjective(last)) return false;
  reading.to++;
  if (noun && sentence.isPossessive(to)) {
    reading.owned = true;
    reading.last = undefined;
    return true;
  }
  const isJoined = isHyphen(sentence, to) || isHyphen(sentence, to + 1);
  if (!isJoined && !/^(?:NN|JJ|CD|VBN|VBG|HYPH|FW)/.test(sentence.tag(to))) {
    reading.to = to;
    return false;
  }
  if (sentence.isNoun(to)) reading.noun = true;
  // "the Unite union", but "the U.S.-led invasion".
  const isKind = kindNouns.has(sentence.lower(to)) && !isHyphen(sentence, to) && !isAdjective(last);
  if (!isKind) reading.last = undefined;
  return true;
}

function readName(sentence: Sentence, reading: Reading, named: Named): boolean {
  const { to, last, noun } = reading;
  const isPerson = named.name.type === 'Person';
  if (isPerson && last !== undefined && !isAdjective(last)) return false;
  if (
    isPerson &&
    last === undefined &&
    noun &&
    isBare(sentence, to) &&
    !isDescribed(sentence, reading.from, to)
  )
    return false;
  reading.last = named;
  reading.noun = true;
  reading.to = named.to;
  return !isPerson || sentence.isPossessive(named.to);
}

/** Without what can't end a noun phrase. */
function trimmed(sentence: Sentence, from: number, end: number): number {
  let to = end;
  while (to > from && /^(?:HYPH|JJ|CD|VBG|:|,)$/.test(sentence.tag(to - 1)) && !sentence.nameAt(to - 1)) to--;
  return to;
}

/** "mayor of Lyon last year": no part of what it is of. */
const times =
  /^(?:last|next|earlier|later|yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/;

/** The noun phrase that ends before a word, which is a possessive mark: "South Africa’s second-biggest party". */
export function phraseTo(sentence: Sentence, end: number): Phrase | undefined {
  const named = sentence.nameAt(end - 1);
  if (named !== undefined) {
    const from = sentence.tag(named.from - 1) === 'DT' ? named.from - 1 : named.from;
    return { from, to: named.to, named, determiner: undefined };
  }
  if (!sentence.isNoun(end - 1)) return undefined;
  let from = end - 1;
  while (from > 0) {
    const before = sentence.nameAt(from - 1);
    if (before !== undefined) from = before.from;
    else if (
      /^(?:NN|JJ|CD|VBN|POS|HYPH)/.test(sentence.tag(from - 1)) ||
      isHyphen(sentence, from - 1) ||
      sentence.isPossessive(from - 1)
    )
      from--;
    else break;
  }
  const determiner = /^(?:DT|PRP\$)$/.test(sentence.tag(from - 1)) ? sentence.lower(from - 1) : undefined;
  return { from: determiner === undefined ? from : from - 1, to: end, named: undefined, determiner };
}

/** Where a phrase stands: its name, or all of its words. */
export function placeOf(sentence: Sentence, { from, to, named }: Phrase): Place {
  return named === undefined ? sentence.place(from, to) : sentence.place(named.from, named.to);
}

/** A demonym says whose, and names nothing by itself. */
export const isAdjective = (named: Named | undefined): boolean => named?.name.country?.by === 'demonym';

/** A hyphen that joins two words without space. */
export const isHyphen = (sentence: Sentence, at: number): boolean =>
  /^[-–]$/.test(sentence.form(at)) && sentence.words[at - 1]?.end === sentence.words[at]?.start;

/** "the army | Maj. Avi Stern": a rank right before a person's name. */
function startsTitle(sentence: Sentence, at: number): boolean {
  const office = officeIn(sentence, sentence.pieceOf(at));
  // "Attorney General Holt": the end of another office.
  const isInner = [1, 2].some((k) => (officeIn(sentence, sentence.pieceOf(at - k))?.to ?? 0) > at);
  return (
    !isInner &&
    office?.role.office === 'OFFICER_OF' &&
    /^\p{Lu}/u.test(sentence.form(at)) &&
    (sentence.personAt(office.to) !== undefined || startsTitle(sentence, office.to))
  );
}

/** "tycoon Avi Stern", "shipping magnate Avi Stern": nouns in small letters without an article say who he is. */
const isDescribed = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.tag(to - 1) === 'NN' &&
  /^(?:NN|JJ)/.test(sentence.tag(from)) &&
  /^\p{Ll}/u.test(sentence.form(from)) &&
  describers.has(sentence.lower(to - 1));

const describers: ReadonlySet<string> = new Set(
  'tycoon magnate billionaire millionaire industrialist entrepreneur businessman businesswoman oligarch philanthropist heiress heir socialite model singer rapper musician pianist racer champion skier swimmer runner boxer footballer golfer activist dissident leader legend star hotelier restaurateur collector explorer aristocrat'.split(
    ' ',
  ),
);

/** No title that belongs to the name: "the army | Avi Stern", but "Mr Stern". */
const isBare = (sentence: Sentence, at: number): boolean =>
  officeIn(sentence, sentence.pieceOf(at - 1)) === undefined &&
  !courtesies.has(sentence.lower(at - 1).replace(/\.$/, ''));
