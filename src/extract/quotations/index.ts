// Finds what stands in quotation marks, and whose words the text says they are.
import type { Article, Name, Quotation } from '../article.ts';
import { attribute } from './attribute.ts';
import { Frames } from './frames.ts';
import { type Paragraph, stretchesOf } from './marks.ts';

export { type Saying, type Stance, sayingOf, sayings, utterances } from '../rules/speech.ts';

/** In reading order, without overlap; a quotation inside another is part of it. Cost: linear. */
export function quotationsOf(article: Article, names: readonly Name[]): Quotation[] {
  const stretches = stretchesOf(article.text, paragraphsOf(article));
  return stretches.length === 0 ? [] : attribute(new Frames(article, names, stretches));
}

/** The paragraphs that are reporting. */
function paragraphsOf({ trees }: Article): Paragraph[] {
  const paragraphs: { number: number; start: number; end: number; sentenceEnds: number[] }[] = [];
  for (const { kind, paragraph, start, end } of trees) {
    if (kind === 'boilerplate') continue;
    const last = paragraphs.at(-1);
    if (last?.number === paragraph) {
      last.end = end;
      last.sentenceEnds.push(end);
    } else paragraphs.push({ number: paragraph, start, end, sentenceEnds: [end] });
  }
  return paragraphs;
}
