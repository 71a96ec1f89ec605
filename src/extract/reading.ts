// One sentence as the extractor reads it: words, phrases, clauses, and which words stand in a quotation.
import type { TextSentence } from '../text/index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { findNames } from './names.ts';
import { type Phrase, phrases } from './phrases.ts';
import { tag, type Word } from './tag.ts';

/** A sentence, read. Empty lists where it is boilerplate. */
export interface Reading {
  readonly index: number;
  readonly sentence: TextSentence;
  readonly words: readonly Word[];
  readonly list: readonly Phrase[];
  readonly clauses: readonly Clause[];
  /** For each word the number of the quotation that it stands in, or 0. Numbers count through the article. */
  readonly quoted: readonly number[];
}

/** Reads the sentences of an article. Cost: linear. */
export function read(sentences: readonly TextSentence[]): Reading[] {
  const names = findNames(sentences);
  const quotations = new Quotations();
  return sentences.map((sentence, index) => {
    const words = sentence.kind === 'boilerplate' ? [] : tag(sentence.tokens, names[index] ?? []);
    const list = phrases(words);
    return {
      index,
      sentence,
      words,
      list,
      clauses: clausesOf(list),
      quoted: quotations.of(words, sentence.paragraph),
    };
  });
}

/** Counts quotations through an article; one that is left open ends with its paragraph. */
class Quotations {
  #count = 0;
  #open = 0;
  #paragraph = -1;

  of(words: readonly Word[], paragraph: number): number[] {
    if (paragraph !== this.#paragraph) this.#open = 0;
    this.#paragraph = paragraph;
    return words.map((word) => {
      if (word.text === '“' || (word.text === '"' && this.#open === 0)) {
        this.#open = ++this.#count;
        return this.#open;
      }
      const here = this.#open;
      if (word.text === '”' || word.text === '"') this.#open = 0;
      return here;
    });
  }
}
