// What a name's own words tell: their normal form, and the gender of whoever bears it.
import type { TreeWord } from '../../text/index.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { surnameParticles } from '../data/name-words.ts';
import { honorifics } from '../rules/offices.ts';
import { genderOfMoreNames } from './rules/first-names.ts';
import type { Gender } from './rules/people.ts';

/** Small words inside surnames, in lower case. */
export const particles: ReadonlySet<string> = surnameParticles;

/** The words of a place as they stand, on one line; of a contraction only the words that belong to it: "Moss" of "Moss's". */
export function textOf(
  words: readonly TreeWord[],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const [word, before] = [words[at] as TreeWord, words[at - 1]];
    const touches =
      at === from || before === undefined || before.end === word.start || before.start === word.start;
    text += touches ? word.form : ` ${word.form}`;
  }
  return text;
}

/** A name without case, accents, full stops and apostrophes: "J. Ó Brien" is "j o brien". */
export const normal = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’]/g, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();

/** What a form of address or a first name tells; undefined where they tell nothing. */
export function genderOfName(name: string, address: string | undefined): Gender | undefined {
  const told = genderOfAddress(address);
  if (told !== undefined) return told;
  const first = name.split(/\s+/)[0] ?? '';
  return ofFirstName(first) ?? ofFirstName(first.split('-')[0] as string);
}

/** What "Mrs" or "Uncle" before a name tells. */
export function genderOfAddress(address: string | undefined): Gender | undefined {
  const told = address === undefined ? undefined : (honorifics.get(address) ?? addressed.get(address));
  return told === 'either' ? undefined : told;
}

function ofFirstName(name: string): Gender | undefined {
  const gender = genderOfFirstName.get(name);
  return gender === 'either' ? undefined : (gender ?? genderOfMoreNames(name));
}

/** Words before a name that tell a gender and are no form of address: "Aunt May". */
const addressed: ReadonlyMap<string, Gender> = new Map([
  ...[
    'aunt',
    'grandma',
    'actress',
    'countess',
    'empress',
    'saleswoman',
    'spokeswoman',
    'congresswoman',
    'mother',
    'sister',
    'daughter',
    'wife',
    'singer-actress',
  ].map((word) => [word, 'female'] as const),
  ...[
    'uncle',
    'grandpa',
    'actor',
    'count',
    'emperor',
    'spokesman',
    'congressman',
    'father',
    'brother',
    'son',
    'husband',
  ].map((word) => [word, 'male'] as const),
]);
