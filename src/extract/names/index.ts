// Finds the names of an article and says what kind of thing each names.
import type { Article, Name } from '../article.ts';

/** The names of an article, in reading order, without overlap. Cost: linear. */
export function namesOf(_article: Article): Name[] {
  return [];
}
