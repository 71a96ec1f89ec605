// Whether a text is English, cheaply: by the share of its commonest words. Not a detector of languages.
import { tokenize } from './tokenize.ts';

// Without what is as common in its neighbours: in, is, was, for, at, on, her, over, he, we.
const common = new Set(
  'the of and to that it with as by this are from not but his they which were their been said who would its after more when you she can there about has my our your what how could some any than these into because just only'.split(
    ' ',
  ),
);

/**
 * Whether the text reads as English: a twelfth of its first 400 words are among 48 of the commonest (running English has a
 * quarter, other languages under a thirtieth). Fewer than 12 words: whether most letters are Latin.
 */
export function isEnglish(text: string): boolean {
  const words = tokenize(text, 0, Math.min(text.length, 4000))
    .filter((token) => token.kind === 'word')
    .slice(0, 400);
  if (words.length === 0) return true;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word.text)).length;
  if (latin * 2 < words.length) return false;
  if (words.length < 12) return true;
  return words.filter((word) => common.has(word.text.toLowerCase())).length * 12 >= words.length;
}
