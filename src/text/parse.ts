// From a text to dependency trees: segment ▶ words ▶ tags, lemmas, heads and names, every word at its place in the text.
import type { Span } from '../../graph/model.ts';
import type { FoundName } from './parser/names.ts';
import { type Analysed, Parser, type ReadSentence } from './parser/parser.ts';
import { type LineKind, segment } from './segment.ts';
import { type Word, wordsOf } from './words.ts';

/** A word with its place in the text and in the tree. `head` is 1 + the head's position in `Tree.words`, 0 for the root. */
export interface TreeWord extends Word, Analysed {}

/** A sentence as a tree. *Shape*: at least one word; one word has head 0; no cycles. */
export interface Tree extends Span {
  readonly kind: LineKind;
  readonly paragraph: number;
  readonly words: readonly TreeWord[];
  /** What the name head finds in this sentence by itself, in order, without overlap. */
  readonly names: readonly FoundName[];
}

/**
 * The trees of a text's sentences, in reading order. The model is loaded with the first call and kept.
 * *Errors*: `ModelError` where the model is missing or damaged. *Cost*: linear in the text.
 */
export async function parse(text: string): Promise<Tree[]> {
  parser ??= Parser.load();
  const ready = await parser;
  const sentences = segment(text);
  const words = sentences.map((sentence) => wordsOf(text, sentence.start, sentence.end));
  const read = ready.read(words.map((sentence) => sentence.map((word) => word.form)));
  return sentences.map(({ start, end, kind, paragraph }, s): Tree => {
    const found = read[s] as ReadSentence;
    return {
      start,
      end,
      kind,
      paragraph,
      words: (words[s] as readonly Word[]).map((word, i) => ({ ...word, ...(found.words[i] as Analysed) })),
      names: found.names,
    };
  });
}

let parser: Promise<Parser> | undefined;
