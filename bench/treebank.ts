// Reads a treebank in CoNLL-U for benchmarks: gold words and trees, and the raw text that they came from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** 0 for the root, otherwise the 1-based position of the head. */
  readonly head: number;
  readonly deprel: string;
  /** Place of the token that the word is part of, in the document's raw text; words of one token share it. */
  readonly start: number;
  readonly end: number;
}

export interface GoldSentence {
  readonly words: readonly GoldWord[];
}

/** A document of the treebank: `text` as a file would hold it, paragraphs apart by an empty line. */
export interface GoldDocument {
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/** The folder with the data that isn't ours to ship. */
export const shared = process.env.WIREGRAPH_SHARED ?? join(import.meta.dirname, '../../shared');

/** The documents of a treebank file below `shared/treebank`. */
export function readTreebank(name: string): GoldDocument[] {
  const blocks = readFileSync(join(shared, 'treebank', name), 'utf8')
    .split('\n\n')
    .filter((block) => block.trim() !== '');
  const documents: { text: string; sentences: GoldSentence[] }[] = [];
  let glue = '';
  for (const block of blocks) {
    const lines = block.split('\n');
    if (lines.some((line) => line.startsWith('# newdoc')) || documents.length === 0) {
      documents.push({ text: '', sentences: [] });
      glue = '';
    } else if (lines.some((line) => line.startsWith('# newpar'))) glue = '\n\n';
    const document = documents.at(-1) as { text: string; sentences: GoldSentence[] };
    document.text += glue;
    const { words, text, spaceAfter } = readSentence(lines, document.text.length);
    document.sentences.push({ words });
    document.text += text;
    glue = spaceAfter ? ' ' : '';
  }
  return documents;
}

function readSentence(
  lines: readonly string[],
  offset: number,
): { words: GoldWord[]; text: string; spaceAfter: boolean } {
  const words: GoldWord[] = [];
  let text = '';
  let gap = '';
  let token = { first: 0, last: 0, start: 0, end: 0 };
  for (const line of lines) {
    if (line.startsWith('#')) continue;
    const [id, form, lemma, upos, xpos, , head, deprel, , misc] = line.split('\t') as string[];
    if (id === undefined || form === undefined || id.includes('.')) continue;
    const [first, last] = id.split('-').map(Number) as [number, number | undefined];
    if (last !== undefined || first > token.last) {
      const start = offset + text.length + gap.length;
      token = { first, last: last ?? first, start, end: start + form.length };
      text += gap + form;
      gap = misc?.includes('SpaceAfter=No') ? '' : ' ';
    }
    if (last !== undefined) continue;
    words.push({
      form,
      lemma: lemma as string,
      upos: upos as string,
      xpos: xpos as string,
      head: Number(head),
      deprel: deprel as string,
      start: token.start,
      end: token.end,
    });
  }
  return { words, text, spaceAfter: gap === ' ' };
}
