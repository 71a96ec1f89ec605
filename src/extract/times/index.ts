// Finds time expressions and the days that they mean, counted from the article's date.
import type { Article, TimeExpression } from '../article.ts';
import { isoOf, readDay } from './calendar.ts';
import { Sentence } from './expressions.ts';

/** In reading order, without overlap. Cost: linear. */
export function timesOf({ trees, publishedAt }: Article): TimeExpression[] {
  const today = readDay(publishedAt);
  const found: TimeExpression[] = [];
  trees.forEach((tree, sentence) => {
    if (tree.kind === 'boilerplate') return;
    const read = new Sentence(tree, today);
    for (let from = 0; from < read.length; from++) {
      const expression = read.at(from);
      if (expression === undefined) continue;
      const { to, kind, days } = expression;
      found.push({ sentence, from, to, kind, days: days && { from: isoOf(days.from), to: isoOf(days.to) } });
      from = to - 1;
    }
  });
  return found;
}
