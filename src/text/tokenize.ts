// From characters to tokens with exact offsets. Knows nothing of sentences, tags or meaning.
import type { Span } from '../../graph/model.ts';
import { closingAbbreviations, waitingAbbreviations } from './abbreviations.ts';

/** A word, number or mark of a text. `text` is the text's slice. *Units*: UTF-16 code units, `end` exclusive. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/**
 * The tokens of `text` between two offsets, in order, without overlap; only white space lies between them.
 * Names with dots and hyphens stay whole (`Orda.kz`, `U.S.`, `Jong-un`, `Mr.`), and so do runs of one mark (`...`, `?!`);
 * what an apostrophe adds (`'s`, `'ve`) is a token of its own. Cost: linear.
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  const stretch = text.slice(start, end);
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index;
    tokens.push(...withoutSuffix(match[0], at, kindOf(match[0])));
  }
  return tokens;
}

const abbreviations = [...waitingAbbreviations, ...closingAbbreviations].join('|');

const pattern = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)\]]`,
    String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*`,
    String.raw`(?:\p{L}\.){2,}(?:-(?:(?:\p{L}\.)+|[\p{L}\p{N}]+))*`, // U.S., U.S.-U.K., U.S.-led
    `(?:${abbreviations})\\.(?![\\p{L}\\p{N}])`,
    String.raw`\p{Lu}\.(?=\s+\p{Lu})`, // a middle initial
    String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\.(?:\p{Ll}{2,}|\p{Lu}{2,}))+(?![\p{L}\p{N}])`, // Orda.kz; a capital begins a sentence
    String.raw`\p{N}{1,2}\/\p{N}{1,2}\/\p{N}{2,4}(?![\p{L}\p{N}])`,
    String.raw`\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|%)?(?:-[\p{L}\p{N}]+)*`,
    String.raw`[\p{L}\p{M}\p{N}_]+(?:(?:['’-]|&(?=\p{Lu}))[\p{L}\p{M}\p{N}_]+)*`,
    String.raw`\.{2,}|[!?]{2,}|([-=*~#_])\1+|[:;=][-'^]?[)(DP](?![\p{L}\p{N}])|[^\s]`,
  ].join('|'),
  'gu',
);

function kindOf(text: string): Token['kind'] {
  if (/^\p{N}/u.test(text)) return 'number';
  return /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'mark';
}

/** "Russia’s" and "we’ve" are two tokens each; the "s’" of a plural is a word and a mark already. */
function withoutSuffix(text: string, start: number, kind: Token['kind']): Token[] {
  const cut = kind === 'mark' ? text.length : (/['’](?:s|S|ve|re|ll|m|d)$/.exec(text)?.index ?? text.length);
  const token = { text: text.slice(0, cut), start, end: start + cut, kind };
  if (cut === text.length || cut === 0) return [{ ...token, text, end: start + text.length }];
  return [token, { text: text.slice(cut), start: start + cut, end: start + text.length, kind: 'mark' }];
}
