// The words that a reporter wrote: a text's words, those in quotation marks left out, as numbers that can be compared.
import type { Span } from '../../graph/model.ts';

/** A text's words in lower case: runs of letters and digits. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * For each sentence hashes of its words. A quotation ends with its paragraph, or after 150 words, where it isn't closed.
 * *Shape*: one item a sentence, empty where all of it is quoted. *Cost*: linear.
 */
export function ownWordsOf(
  text: string,
  sentences: readonly Span[],
  where: 'outside quotations' | 'everywhere',
): Uint32Array[] {
  /** Words until the quotation that is open ends by itself; 0: none is open. */
  let quoted = 0;
  let end = 0;
  return sentences.map((sentence) => {
    if (/\n\s*\n/.test(text.slice(end, sentence.start))) quoted = 0;
    end = sentence.end;
    const found: number[] = [];
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{M}\p{N}]+|[“”"„«»]/gu)) {
      const [piece] = match;
      const mark = kindOfMark(piece, text, sentence.start + match.index, quoted > 0);
      if (mark === 'opens') quoted = 150;
      else if (mark === 'closes') quoted = 0;
      else {
        if (where === 'everywhere' || quoted === 0) found.push(hashOfWord(piece.toLowerCase()));
        quoted = Math.max(0, quoted - 1);
      }
    }
    return Uint32Array.from(found);
  });
}

/** A straight mark opens before a word and closes after one; counting them goes wrong where one is missing. */
function kindOfMark(
  piece: string,
  text: string,
  at: number,
  isOpen: boolean,
): 'opens' | 'closes' | undefined {
  if (/[“„«]/.test(piece)) return 'opens';
  if (/[”»]/.test(piece)) return 'closes';
  if (piece !== '"') return undefined;
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (/\s/.test(before) === /\s/.test(after)) return isOpen ? 'closes' : 'opens';
  return /\s/.test(after) ? 'closes' : 'opens';
}

/** Whether a hash is that of a word of four letters or more: such words tell more. */
export const isLong = (hash: number): boolean => (hash & 1) === 1;

/** FNV-1a over UTF-16 code units, 32 bits, the last one set by `isLong`. Source: http://www.isthe.com/chongo/tech/comp/fnv */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return ((hash & ~1) | (word.length > 3 ? 1 : 0)) >>> 0;
}

/** One number of two, in their order. */
export function hashOf(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
  return (hash ^ (hash >>> 15)) >>> 0;
}
