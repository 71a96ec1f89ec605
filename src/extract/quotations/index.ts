// Finds what stands in quotation marks, and whose words the text says they are.
import type { Article, Name, Quotation } from '../article.ts';

/** In reading order, without overlap; a quotation inside another is part of it. Cost: linear. */
export function quotationsOf(_article: Article, _names: readonly Name[]): Quotation[] {
  return [];
}
