// Whether a text is English, cheaply: by the share of its commonest words. Not a detector of languages.
import { type Token, tokenize } from './tokenize.ts';

// Without what is as common in its neighbours: in, is, was, for, at, on, her, over, he, we.
const common = new Set(
  'the of and to that it with as by this are from not but his they which were their been said who would its after more when you she can there about has my our your what how could some any than these into because just only'.split(
    ' ',
  ),
);

/** Common words of other languages that no English sentence has. */
const foreign = new Set(
  `und ist nicht mit dem über zur zum bei nach einer einen das ein eine auf für sich wird auch werden les et une est pas que qui dans pour avec sur sont mais
   los las una por para como más pero también gli che sono della nel anche è het een niet op zijn voor dat maar werd og til af er om fra han
   på ikke som det med har och att är inte não uma em um com mas ao je se na nie jest że w bir ve için yang dan ini`.split(
    /\s+/,
  ),
);

/** Words of other languages that stand in names as well: "Ursula von der Leyen". They tell where no name follows. */
const particles = new Set(
  'de la le el en y da di del du den der die van von al os as des dos das'.split(' '),
);

/** Common in English and in its neighbours alike: weak evidence, which counts where there is little of any. */
const shared = new Set('in is was for at on her over he we a'.split(' '));

/**
 * Whether the text reads as English: a twelfth of its first 400 words are among 48 of the commonest (running English has a
 * quarter, other languages under a thirtieth). In less than `shortest` words that many may be missing by chance: such a text
 * is English unless common words of other languages outnumber ours.
 */
export function isEnglish(text: string): boolean {
  const words = tokenize(text, 0, Math.min(text.length, 4000))
    .filter((token) => token.kind === 'word')
    .slice(0, 400);
  if (words.length === 0) return true;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word.text)).length;
  if (latin * 2 < words.length) return false;
  const ours = words.filter((word) => common.has(word.text.toLowerCase())).length;
  if (words.length >= shortest) return ours * 12 >= words.length;
  const theirs = words.filter(
    ({ text }, i) => foreign.has(text) || (particles.has(text) && isPlain(words[i + 1])),
  ).length;
  const weak = words.filter((word) => shared.has(word.text.toLowerCase())).length;
  return theirs < 2 || theirs <= ours + weak;
}

const isPlain = (word: Token | undefined): boolean =>
  word !== undefined && /^\p{Ll}/u.test(word.text) && !particles.has(word.text);

const shortest = 60;
