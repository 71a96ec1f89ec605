// Folds the spellings that transliteration gives one name into one key. Rules of letters and sounds, no list of names.
import { remembered } from './remembered.ts';

/**
 * A word in its folded form: words that are spellings of one name fold to the same. Words of fewer than four letters
 * stay as they are, because there a letter tells names apart (Li, Lie; Le, Lee).
 */
export const fold = remembered((word): string =>
  word.length < 4 ? word : rules.reduce((text, [pattern, letters]) => text.replace(pattern, letters), word),
);

/**
 * In this order. They are the letters in which romanisations of one Cyrillic, Arabic or German spelling differ.
 * Source: BGN/PCGN 1947, ALA-LC, ISO 9 and Ukraine's system of 2010, laid side by side.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[øœ]/g, 'o'],
  [/æ/g, 'a'],
  [/ß/g, 'ss'],
  [/ł/g, 'l'],
  [/[đð]/g, 'd'],
  [/ı/g, 'i'],
  // British and American English: defence, labour, centre, organisation.
  [/ence$/, 'ense'],
  [/our$/, 'or'],
  [/tre$/, 'ter'],
  [/isation$/, 'ization'],
  // Müller, Mueller; Loukachenko, Lukachenko.
  [/([aou])e(?=[^aeiouy])/g, '$1'],
  [/ou/g, 'u'],
  // Gorbatschow, Gorbachow; Schukow, Shukow.
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/ck|q/g, 'k'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/tz/g, 'ts'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  // Romanoff, Romanov.
  [/(?<=.[oe])ff$/, 'v'],
  // Zelenskyy, Zelenskiy, Zelenskij, Zelensky; Yuri, Yury; Sergei, Sergey; Yeltsin, Eltsin; Kyiv, Kiev.
  [/y/g, 'i'],
  [/ij$/, 'i'],
  [/^ie/g, 'e'],
  [/ie(?=[^aeiou])/g, 'i'],
  [/i+/g, 'i'],
  // Liudmila, Ludmila.
  [/(?<=[^aeiou])iu(?=[^aeiou]..)/g, 'u'],
  // Aleksandr, Aleksander.
  [/dr$/, 'der'],
  // Mohammed, Mohamed; Odessa, Odesa; but Anna is not Ana.
  [/([bcdfghjklmnprstvz])\1(?=.{2}|$)|(?<=...)([bcdfghjklmnprstvz])\2/g, '$1$2'],
];
