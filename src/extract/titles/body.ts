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
export function phraseFrom(sentence: Sentence, at: number): Phrase | undefined {
  const from = at;
  let last: Named | undefined;
  let noun = false;
  let to = at;
  if (/^(?:DT|PRP\$|WP\$)$/.test(sentence.tag(at))) to++;
  let determiner = to > from ? sentence.lower(from) : undefined;
  while (to < sentence.words.length) {
    const named = sentence.nameAt(to);
    if (noun && times.test(sentence.lower(to))) break;
    if (named !== undefined && named.to > to) {
      if (last !== undefined && named.name.type === 'Person' && !isAdjective(last)) break;
      if (noun && named.name.type === 'Person' && last === undefined && isBare(sentence, to)) break;
      last = named;
      noun = true;
      to = named.to;
      if (named.name.type === 'Person' && !sentence.isPossessive(to)) break;
      continue;
    }
    if (noun && startsTitle(sentence, to) && !(last !== undefined && isAdjective(last))) break;
    if (sentence.isPossessive(to) && noun) {
      last = undefined;
      determiner ??= 'the';
      to++;
      continue;
    }
    const joined = isHyphen(sentence, to) || isHyphen(sentence, to + 1);
    if (!/^(?:NN|JJ|CD|VBN|VBG|HYPH|FW)/.test(sentence.tag(to)) && !joined) break;
    // "the U.S.-led invasion"
    if (isHyphen(sentence, to)) last = undefined;
    if (sentence.isNoun(to)) noun = true;
    if (!(last !== undefined && kindNouns.has(sentence.lower(to)) && !isAdjective(last))) last = undefined;
    to++;
  }
  while (to > from && /^(?:HYPH|JJ|CD|VBG|:|,)$/.test(sentence.tag(to - 1)) && !sentence.nameAt(to - 1)) to--;
  if (!noun || to <= from) return undefined;
  return { from, to, named: last, determiner };
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
export const isAdjective = (named: Named): boolean => named.name.country?.by === 'demonym';

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

/** No title that belongs to the name: "the army | Avi Stern", but "Mr Stern". */
const isBare = (sentence: Sentence, at: number): boolean =>
  officeIn(sentence, sentence.pieceOf(at - 1)) === undefined &&
  !courtesies.has(sentence.lower(at - 1).replace(/\.$/, ''));
