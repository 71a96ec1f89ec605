// What quotations of a text are said by, as words: a builder for tests.
import type { Article, Place } from '../../../../src/extract/article.ts';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { quotationsOf } from '../../../../src/extract/quotations/index.ts';
import { spanOf } from '../../../../src/extract/syntax.ts';
import { parse, type Tree } from '../../../../src/text/index.ts';

export interface Said {
  readonly words: string;
  readonly speaker: string | undefined;
  readonly cue: string | undefined;
  readonly listener: string | undefined;
  readonly extent: 'whole' | 'part';
}

/** The quotations of a text, in reading order. */
export async function said(text: string): Promise<Said[]> {
  const article: Article = { id: 'a', text, trees: await parse(text) };
  const words = (place: Place | undefined) => {
    if (place === undefined) return undefined;
    const { start, end } = spanOf(article.trees[place.sentence] as Tree, place);
    return text.slice(start, end);
  };
  return quotationsOf(article, namesOf(article)).map(({ start, end, speaker, cue, listener, extent }) => ({
    words: text.slice(start, end),
    speaker: words(speaker),
    cue: cue && article.trees[cue.sentence]?.words[cue.word]?.form,
    listener: words(listener),
    extent,
  }));
}
