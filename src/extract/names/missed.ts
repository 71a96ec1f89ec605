// Names that the head cuts wrongly or passes over: "Marks & Spencer", "Sainsbury's raised", "the World Food Programme", a
// word that looks like a name and of which the article may say what it is. Types nothing by itself.
import type { FoundName, TreeWord } from '../../text/index.ts';
import { alsoElse, openingsBeforeCountry } from '../data/name-evidence.ts';
import { commonNouns, nameless } from '../data/name-words.ts';
import { organizationWords } from '../data/organizations.ts';
import { listedAt } from './gazetteer.ts';
import { titleLength } from './title.ts';

const isCapital = (word: TreeWord | undefined): boolean => /^\p{Lu}/u.test(word?.form ?? '');
const isProper = (word: TreeWord | undefined): boolean => word?.upos === 'PROPN' && isCapital(word);

/** Scores of a body that a rule alone has seen. */
export const likelyBody: FoundName['scores'] = { person: -1, organization: 4, place: -1, none: 0 };

/** The head's names with what an ampersand joins as one: "Marks & Spencer". *Cost*: linear. */
export function withAmpersands(
  words: readonly TreeWord[],
  names: readonly FoundName[],
): readonly FoundName[] {
  const found: FoundName[] = [];
  words.forEach((word, at) => {
    const [left, right] = [words[at - 1], words[at + 1]];
    if (word.form !== '&' || !isCapital(left) || !isProper(right) || `${left?.form}${right?.form}`.length < 4)
      return;
    let from = at - 1;
    while (from > 0 && at - from < 3 && isProper(words[from - 1]) && titleLength(words, from - 1) === 0)
      from--;
    let to = at + 2;
    while (
      to - at < 4 &&
      isProper(words[to]) &&
      titleLength(words, to) === 0 &&
      !names.some((name) => name.from === to)
    )
      to++;
    const last = found.at(-1);
    if (last !== undefined && last.to >= from) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, kind: 'organization', scores: likelyBody });
  });
  if (found.length === 0) return names;
  const kept = names.filter(({ from, to, kind }) => {
    const over = found.find((other) => from < other.to && to > other.from);
    return over === undefined || (kind === 'organization' && from <= over.from && to >= over.to);
  });
  const own = found.filter(({ from, to }) => !kept.some((name) => name.from < to && name.to > from));
  return [...kept, ...own].sort((a, b) => a.from - b.from);
}

/** A name to whose end a possessive belongs: "Sainsbury's raised prices", where nothing is owned. */
export function withOwnPossessive(words: readonly TreeWord[], name: FoundName): FoundName {
  const mark = words[name.to];
  const next = words[name.to + 1];
  if (!/^['’]s$/.test(mark?.form ?? '') || mark?.upos !== 'PART' || !isCapital(words[name.to - 1]))
    return name;
  if (next === undefined || !/^(?:VBD|VBZ|VBP|MD)$/.test(next.xpos)) return name;
  const scores = {
    ...name.scores,
    organization: name.scores.organization + 6,
    person: name.scores.person - 2,
  };
  return { ...name, to: name.to + 1, kind: 'organization', scores };
}

/** A name of which the head saw the end alone: "Front for the | Freedom of Arica". */
export function withOpening(words: readonly TreeWord[], name: FoundName): FoundName {
  if (name.kind === 'person') return name;
  const article = words[name.from - 1]?.form === 'the' ? 1 : 0;
  const at = name.from - article - 2;
  const isLed = /^(?:for|against)$/.test(words[at + 1]?.form ?? '');
  if (!isLed || !organizationWords.has(words[at]?.form ?? '') || !isCapital(words[at])) return name;
  let from = at;
  while (from > 0 && at - from < 3 && isProper(words[from - 1]) && titleLength(words, from - 1) === 0) from--;
  return { ...name, from, kind: 'organization', scores: likelyBody };
}

/** "Yoon Hae-won", of which the head took "won" for a verb; "Anna Holt-led" is no name. */
export function withGivenHalf(words: readonly TreeWord[], name: FoundName): FoundName {
  const [last, hyphen, half, after] = words.slice(name.to - 1, name.to + 3);
  const isGlued = last?.end === hyphen?.start && hyphen?.end === half?.start && half?.end !== after?.start;
  if (name.kind !== 'person' || name.to - name.from < 2 || hyphen?.form !== '-' || !isGlued) return name;
  return /^\p{Ll}{1,5}$/u.test(half?.form ?? '') && !notInNames.test(half?.form ?? '')
    ? { ...name, to: name.to + 2 }
    : name;
}

const notInNames =
  /(?:ed|ing)$|^(?:led|born|era|type|style|like|only|linked|free|pact|deal|law|plan|ally|aide)$/;

/** Where several capitalised words end that begin at `at` and end in a body's word, if they do. */
export function bodyAt(
  words: readonly TreeWord[],
  at: number,
): { to: number; scores: FoundName['scores'] } | undefined {
  const [before, first] = [words[at - 1], words[at]];
  if (!isCapital(first) || isProper(before) || titleLength(words, at) > 0) return undefined;
  const isDefinite = before?.form.toLowerCase() === 'the';
  let to = at;
  for (
    let end = at;
    end < at + 8 && (isProper(words[end]) || (isDefinite && isCapital(words[end]) && isNoun(words[end])));
    end++
  )
    if (end > at && isBody(words[end]?.form ?? '', isDefinite && end > at + 1)) to = end + 1;
  // A sentence's first words may have their capitals for that.
  const isSure = to - at > 2 || (!nameless.has(first?.form ?? '') && (isDefinite || at > 0));
  return to - at < 2 || !isSure || isProper(words[to]) ? undefined : { to, scores: likelyBody };
}

/** Where a body's name ends that is an opening word and a country: "Forward Peru"; `at` where there is none. */
export function beforeCountryAt(words: readonly TreeWord[], at: number): number {
  const first = words[at];
  if (first === undefined || !openingsBeforeCountry.has(first.form) || isProper(words[at - 1])) return at;
  const listed = listedAt(words, at + 1);
  if (listed?.country?.by !== 'country') return at;
  const to = at + 1 + listed.length;
  return isProper(words[to]) && titleLength(words, to) === 0 ? at : to;
}

/** Some words end other names as well; after "the" and two more they are a body's. */
const isBody = (form: string, isLong: boolean): boolean =>
  organizationWords.has(form) && (isLong || !alsoElse.has(form));

const isNoun = (word: TreeWord | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'ADJ';

/** "Express | 24 said": a number that counts nothing. */
export function isOwnNumber(words: readonly TreeWord[], at: number): boolean {
  const [number, next] = [words[at], words[at + 1]];
  if (number?.upos !== 'NUM' || !/^\d{1,3}$/.test(number.form) || next === undefined) return false;
  return /^(?:AUX|VERB|ADP|SCONJ|PUNCT|PART)$/.test(next.upos) && !/^[-–/:%]$/.test(next.form);
}

/** Where proper nouns end that begin at `at` and that may be a name; `at` where they don't. */
export function guessAt(words: readonly TreeWord[], at: number): number {
  if (at > 0 && isProper(words[at - 1])) return at;
  // "New Way"
  const isNew =
    words[at]?.form === 'New' &&
    isCapital(words[at + 1]) &&
    !notNew.has(words[at + 1]?.form ?? '') &&
    listedAt(words, at) === undefined &&
    titleLength(words, at + 1) === 0;
  if (isNew) return isCapital(words[at + 2]) ? at : at + 2;
  let to = at;
  while (to < at + 4 && isUnknown(words[to]) && titleLength(words, to) === 0) to++;
  if (to === at || isProper(words[to]) || (words[at] as TreeWord).form.length <= 2) return at;
  return words[to]?.deprel === 'flat' && isOwnNumber(words, to) ? to + 1 : to;
}

/** What is new in capitals and no body. */
const notNew: ReadonlySet<string> = new Set(
  'Year Years Testament Deal World Age Wave Town Jersey York Zealand Delhi Orleans England Mexico Hampshire Guinea Caledonia Brunswick Haven South Forest Labour Democracy Order'.split(
    ' ',
  ),
);

const isUnknown = (word: TreeWord | undefined): boolean =>
  word !== undefined &&
  isProper(word) &&
  /^\p{L}[\p{L}\p{N}-]*$/u.test(word.form) &&
  !nameless.has(word.form) &&
  !months.has(word.form) &&
  !commonNouns.has(word.form.toLowerCase());

const months: ReadonlySet<string> = new Set(
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays'.split(
    ' ',
  ),
);
