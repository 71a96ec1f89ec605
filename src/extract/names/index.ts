// Finds the names of an article and says what kind of thing each names: spotted in each sentence, then agreed upon over the
// article. Who is the same as whom is the matter of reference/.
import type { Article, Name } from '../article.ts';
import { agree } from './agree.ts';
import { withoutNamesakes } from './namesake.ts';
import { withShortForms } from './short.ts';
import { spot } from './spot.ts';

/** The names of an article, in reading order, without overlap. Cost: linear in its words. */
export function namesOf(article: Article): Name[] {
  return withShortForms(article, withoutNamesakes(article, agree(article, article.trees.map(spot))));
}
