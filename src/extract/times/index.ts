// Finds time expressions and the days that they mean, counted from the article's date.
import type { Article, TimeExpression } from '../article.ts';
import { isoOf, readDay } from './calendar.ts';
import { expressionAt } from './expressions.ts';
import { Line } from './line.ts';

/** In reading order, without overlap. Cost: linear. */
export function timesOf({ trees, publishedAt }: Article): TimeExpression[] {
  const today = readDay(publishedAt);
  const found: TimeExpression[] = [];
  trees.forEach((tree, sentence) => {
    if (tree.kind === 'boilerplate') return;
    const line = new Line(tree, today);
    for (let from = 0; from < line.words.length; from++) {
      const expression = expressionAt(line, from);
      if (expression === undefined) continue;
      // "the Daily Monitor", "the Sunday Times"
      if (tree.names.some((name) => isWithin(name, from, expression.to))) continue;
      const { to, kind, days } = expression;
      found.push({ sentence, from, to, kind, days: days && { from: isoOf(days.from), to: isoOf(days.to) } });
      from = to - 1;
    }
  });
  return found;
}

/** Whether an expression is a part of a longer name. */
const isWithin = (name: { readonly from: number; readonly to: number }, from: number, to: number): boolean =>
  name.from <= from && to <= name.to && to - from < name.to - name.from;
