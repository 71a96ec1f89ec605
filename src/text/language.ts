// Whether a text is English, cheaply: by the share of its commonest words. Not a detector of languages.
import { tokenize } from './tokenize.ts';

const common = new Set(
  'the of and to in a is that for it on was with as by at he be this are have from not but his they or an which has had were their will been said who would its after more when i you we she her can there about than over into'.split(
    ' ',
  ),
);

/**
 * Whether the text reads as English: a tenth of its first 400 words are among the commonest 60 (running English has a
 * third, other languages under a twentieth). Fewer than 12 words: whether most letters are Latin.
 */
export function isEnglish(text: string): boolean {
  const words = tokenize(text, 0, Math.min(text.length, 4000))
    .filter((token) => token.kind === 'word')
    .slice(0, 400);
  if (words.length === 0) return true;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word.text)).length;
  if (latin * 2 < words.length) return false;
  if (words.length < 12) return true;
  return words.filter((word) => common.has(word.text.toLowerCase())).length * 10 >= words.length;
}
