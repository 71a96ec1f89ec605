// Finds offices and roles that an article gives to people: titles, appositions, "X is the president of Y".
import type { Article, Name, Title } from '../article.ts';

/** In reading order. Cost: linear. */
export function titlesOf(_article: Article, _names: readonly Name[]): Title[] {
  return [];
}
