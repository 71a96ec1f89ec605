// What may be written for a name: each short or other form of it as a key, with the reason that a person is told.
// Sees one name at a time and decides nothing: whether two names are one is `cluster.ts`'s matter.
import { doubleMetaphone } from 'double-metaphone';
import type { EntityType } from '../../graph/model.ts';
import { fold } from './fold.ts';
import { nicknames } from './nicknames.ts';

/** A name as it is compared. */
export interface Name {
  readonly type: EntityType;
  /** Folded words; `key` is type and words as one string. */
  readonly words: readonly string[];
  readonly key: string;
  /** Its first letters, of two significant words or more: "uns" for United Nations Secretariat. */
  readonly initials: string | null;
  /** Whether some report writes it as an acronym. */
  readonly isAcronym: boolean;
  /** Whether its first word is written as initials: "A.B. Holt", "JD Holt". */
  readonly hasInitials: boolean;
  /** Of an organisation, its words without the place that it is of: "foreign ministry" of Polish Foreign Ministry. */
  readonly core: readonly string[];
}

/** A form under which two names meet. */
export interface Form {
  readonly key: string;
  /** "Holt is short for Lena Holt", without the names. */
  readonly why: string;
  /** What it takes of what is known of both to make them one: `some`: a common role; `more`: an office or role and place. */
  readonly needs: 'nothing' | 'some' | 'more';
}

const free = (key: string, why: string): Form => ({ key, why, needs: 'nothing' });
const likely = (key: string, why: string): Form => ({ key, why, needs: 'some' });
const weak = (key: string, why: string): Form => ({ key, why, needs: 'more' });

/** The forms in which a name may be written for a fuller one; the most telling first. */
export function formsOf(name: Name): Form[] {
  const { type, words, key, isAcronym } = name;
  if (type === 'Person') return personForms(name);
  const acronym = isAcronym ? [free(`${type} ${words[0]}`, 'its first letters')] : [];
  if (type === 'Organization')
    return [...acronym, ...bodyForms(name), free(beginningOf(words), 'the only one whose name begins so')];
  const sound = type === 'Place' ? [weak(placeSound(words), 'sounds alike')] : [];
  return [...acronym, free(key, 'same name'), ...sound];
}

/** The forms in which a name may be written for short, or else. Each is a key that `formsOf` of another may give. */
export function abbreviationsOf(name: Name): Set<string> {
  const { type, words, initials, core } = name;
  if (type === 'Person') return personAbbreviations(words);
  const found = new Set(initials === null ? [] : [`${type} ${fold(initials)}`]);
  // "CEC" of Central Electoral Commission of Peru.
  if (core.length > 1 && core.length < words.length) {
    const telling = core.filter((word) => !connecting.has(word));
    found.add(`${type} ${fold(telling.map((word) => word[0]).join(''))}`);
  }
  if (type === 'Organization') for (const { key } of bodyForms(name)) found.add(key);
  if (type === 'Organization')
    for (let to = words.length - 1; to > 0 && describing.has(words[to] as string); to -= 1)
      found.add(beginningOf(words.slice(0, to)));
  if (type === 'Place') found.add(placeSound(words));
  return found;
}

/** The single words by which something of a longer name is called: Holt for Lena Holt, Acme for Acme Shipping. */
export function calledFor({ type, words }: Name): readonly string[] {
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2) return [];
  if (type === 'Person') return [last as string];
  const isPlain = type === 'Organization' && words.slice(1).every((word) => describing.has(word));
  return isPlain ? [first as string] : [];
}

// People

function personForms({ words, key, isAcronym, hasInitials }: Name): Form[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const forms = [free(key, words.length === 1 ? 'the only one of that name' : 'the same without a part')];
  if (words.length === 1)
    return isAcronym ? [...forms, weak(`Person, initials: ${first}`, 'initials')] : forms;
  if (words.length === 2 && (first.length === 1 || hasInitials))
    forms.push(free(`Person ${initialled(first, last)}`, 'initials'));
  const full = fullGiven(words);
  if (full !== words) forms.push(free(`Person ${full.join(' ')}`, 'a short form of the given name'));
  forms.push(
    free(inAnyOrder(words), 'the same names in another order'),
    likely(coreOf(words), 'the same but for a suffix or an initial'),
    weak(soundOf(words), 'sounds alike'),
    weak(wholeSound(words), 'sounds alike'),
  );
  return forms;
}

function personAbbreviations(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  if (words.length === 1) return found;
  for (const form of partsOf(words)) found.add(`Person ${form}`);
  const full = fullGiven(words);
  for (const form of [full.join(' '), ...partsOf(full)]) found.add(`Person ${form}`);
  found.delete(`Person ${words.join(' ')}`);
  found.add(`Person, initials: ${fold(words.map((word) => word[0]).join(''))}`);
  return found.add(inAnyOrder(words)).add(coreOf(words)).add(soundOf(words)).add(wholeSound(words));
}

/** Holt, Maria Holt, Lena Holt, L. Holt, L. M. Holt of Lena Maria Holt; and Lena, because Xi is short for Xi Jinping. */
function partsOf(words: readonly string[]): Set<string> {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const found = new Set([first]);
  for (let i = 1; i < words.length; i += 1) found.add(words.slice(i).join(' '));
  for (const middle of selections(words.slice(1, -1))) found.add([first, ...middle, last].join(' '));
  const letters = words.slice(0, -1).map((word) => word[0]);
  for (let i = 1; i <= letters.length; i += 1) found.add(initialled(letters.slice(0, i).join(''), last));
  return found;
}

/** Parts by which somebody may go who has more to the name: Lula, and Ingrid Solberg of Ingrid Solberg-Lind. */
export function looseParts({ type, words }: Name): Form[] {
  if (type !== 'Person' || words.length < 3) return [];
  const inner = words.slice(1, -1).filter((word) => word.length > 3);
  return [
    ...inner.map((word) => weak(`Person ${word}`, 'one of the names')),
    likely(`Person ${words.slice(0, -1).join(' ')}`, 'the same without the last part'),
  ];
}

const initialled = (letters: string, last: string | undefined): string => `${letters}. ${last}`;

/** Every way to leave out some of the words in the middle, of at most five; of more, all are left out. */
function selections(words: readonly string[]): string[][] {
  const [word, ...rest] = words;
  if (word === undefined || words.length > 5) return [[]];
  return selections(rest).flatMap((some) => [some, [word, ...some]]);
}

/** Without "Jr." and "III", without initials in the middle, and with the full given name. */
function coreOf(words: readonly string[]): string {
  const plain = words.length > 2 && suffixes.has(words.at(-1) as string) ? words.slice(0, -1) : words;
  const last = plain.length - 1;
  const core = plain.filter((word, i) => i === 0 || i === last || word.length > 1);
  return `Person, core: ${fullGiven(core).join(' ')}`;
}

const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);

function fullGiven(words: readonly string[]): readonly string[] {
  const [given, ...rest] = words;
  const full = givenNames.get(given ?? '');
  return full === undefined ? words : [full, ...rest];
}

const givenNames = new Map([...nicknames].map(([short, full]) => [fold(short), fold(full)]));

const inAnyOrder = (words: readonly string[]): string => `Person, any order: ${[...words].sort().join(' ')}`;

/** Source: Lawrence Philips, The Double Metaphone Search Algorithm, 2000. */
function soundOf(words: readonly string[]): string {
  const plain = words.filter((word) => !suffixes.has(word));
  const [first = '', last = ''] = [plain[0], plain.at(-1)];
  return `Person, sound: ${doubleMetaphone(first)[0]} ${doubleMetaphone(last)[0]}`;
}

/** Where a name is cut into words differs between languages, and so does the article: Abdel Fattah al-Sisi. */
const wholeSound = (words: readonly string[]): string =>
  `Person, whole sound: ${doubleMetaphone(words.filter((word) => word !== 'al' && word !== 'el').join(''))[0]}`;

const placeSound = (words: readonly string[]): string =>
  `Place, sound: ${doubleMetaphone(words.join(''))[0]}`;

// Organisations

function bodyForms({ words, core }: Name): Form[] {
  const plain = words.filter((word, i) => i === 0 || !legalForms.has(word));
  return [
    free(`Organization, plain: ${plain.join(' ')}`, 'the same without its legal form'),
    ...sorted(plain).map((key) => free(`Organization, any order: ${key}`, 'the same words in another order')),
    ...sorted(core).map((key) => weak(`Organization, of a place: ${key}`, 'the same but for the place')),
  ];
}

const beginningOf = (words: readonly string[]): string => `Organization, begins: ${words.join(' ')}`;

const connecting: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'in', 'on']);

/** The telling words of two or more in one order. */
function sorted(words: readonly string[]): string[] {
  const telling = words.filter((word) => !connecting.has(word));
  return telling.length > 1 ? [[...telling].sort().join(' ')] : [];
}

/** What stands behind a company's name and tells no two companies apart. */
const legalForms = new Set(
  'inc incorporated corp corporation co ltd limited plc llc llp lp ag sa se nv bv gmbh spa oy ab asa as kk pty group holdings'.split(
    ' ',
  ),
);

/** What companies and parties do or are, behind a name that is mostly used without it: "Acme Shipping". Folded. */
const describing: ReadonlySet<string> = new Set(
  `airlines airways aviation bank beverages breweries brewery capital cement chemicals communications cosmetics dairy electric electronics
   energy engineering entertainment estates farms fashion financial fisheries foods freight gas games group health healthcare holdings
   hotels industries insurance international investments labs laboratories line lines logistics mining motors networks oil
   partners party petroleum pharma pharmaceuticals pictures plastics properties railways records resources retail robotics
   semiconductor semiconductors shipping software solar solutions steel stores studios supermarkets systems technologies
   technology telecom telecoms textiles tobacco towage utilities ventures`
    .split(/\s+/)
    .map(fold),
);
