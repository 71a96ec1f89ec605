// The words of a name: what two spellings of one name have in common, and nothing about whom it names.
import { remembered } from './remembered.ts';

/** Titles and forms of address that stand before a person's name and are no part of it. */
const titles = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady pope king queen prince princess sheikh ayatollah
   cardinal archbishop bishop reverend rev sen rep gov gen col capt lt sgt judge justice
   president chancellor premier minister senator governor ambassador general colonel captain
   former acting deputy vice prime foreign defense defence`.split(/\s+/),
);

/** A name without the titles before it: "President Lena Holt" gives "Lena Holt". "Mr" alone stays what it is. */
export function withoutTitle(name: string): string {
  const words = oneLine(name).split(' ');
  const first = words.findIndex((word) => !isTitle(word));
  return first === -1 ? words.join(' ') : words.slice(first).join(' ');
}

/** Whether a name is nothing but a title: "the Pope", "Prime Minister". It changes hands. */
export const isBareTitle = (name: string): boolean =>
  wordsOf(name).length > 0 && oneLine(name.replace(/^the /i, '')).split(' ').every(isTitle);

/** "Vice-President" is made of titles. */
const isTitle = (word: string): boolean =>
  normal(word)
    .split(' ')
    .every((part) => titles.has(part));

/** White space as single spaces, none at the ends: names run over line ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A name's words in their normal form: no case, no accents, no punctuation, "J. D." as "jd", no possessive, no "the".
 * Empty where the name has neither letter nor digit.
 */
export const wordsOf = remembered((name): readonly string[] => {
  const words = normal(name.replace(/['’]s\b/g, ''))
    .split(' ')
    .filter(Boolean);
  return joinInitials(words[0] === 'the' && words.length > 1 ? words.slice(1) : words);
});

/** The id that type and name make: `person:lena-holt`. Letters of every script stay; of a name without any, the signs. */
export const idOfName = (type: string, name: string): string =>
  `${type.toLowerCase()}:${slugOf(name) || encodeURIComponent(name.toWellFormed())}`;

/** A name's words as they stand in an id. */
export const slugOf = (name: string): string => wordsOf(name).join('-');

/** NFKD without the Latin, Greek and Cyrillic accents, lower case; letters and digits of every script are kept. */
function normal(text: string): string {
  if (/^[\0-\x7F]*$/.test(text))
    return text
      .replace(/['`.]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’ʼ`.]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** "j", "d", "vance" → "jd", "vance". */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    if (open && word.length === 1) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    open = word.length === 1;
  }
  return joined;
}
