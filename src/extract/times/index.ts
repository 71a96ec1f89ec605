// Finds time expressions and the days that they mean, counted from the article's date.
import type { Article, TimeExpression } from '../article.ts';

/** In reading order, without overlap. Cost: linear. */
export function timesOf(_article: Article): TimeExpression[] {
  return [];
}
