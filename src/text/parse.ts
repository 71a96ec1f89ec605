// From a text to dependency trees: segment ▶ words ▶ tags, lemmas, heads and names, every word at its place in the text.
import type { Span } from '../../graph/model.ts';
import type { FoundName } from './parser/names.ts';
import { type Analysed, Parser } from './parser/parser.ts';
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
  return segment(text).map((sentence): Tree => {
    const words = wordsOf(text, sentence.start, sentence.end);
    const read = ready.read(words.map((word) => word.form));
    return {
      start: sentence.start,
      end: sentence.end,
      kind: sentence.kind,
      paragraph: sentence.paragraph,
      words: words.map((word, i) => ({ ...word, ...(read.words[i] as Analysed) })),
      names: read.names,
    };
  });
}

let parser: Promise<Parser> | undefined;
