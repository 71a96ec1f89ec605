// The extractor on one screen: trees ▶ names ▶ titles, quotations, times ▶ what stands for what ▶ claims.
import type { Document } from '../../graph/model.ts';
import { parse } from '../text/index.ts';
import type { Article } from './article.ts';
import { statementsOf, type Understood } from './claims/index.ts';
import { namesOf } from './names/index.ts';
import { quotationsOf } from './quotations/index.ts';
import { referentsOf } from './reference/index.ts';
import { timesOf } from './times/index.ts';
import { titlesOf } from './titles/index.ts';

/** Everything that is understood of an article, its statements included. Pure. *Errors*: `ModelError`. */
export async function understand(document: Pick<Document, 'id' | 'text' | 'publishedAt'>) {
  const { id, text, publishedAt } = document;
  const article: Article = { id, text, publishedAt, trees: await parse(text) };
  const names = namesOf(article);
  const titles = titlesOf(article, names);
  const quotations = quotationsOf(article, names);
  const times = timesOf(article);
  const found = { article, names, titles, quotations };
  const understood: Understood = { ...found, times, referents: referentsOf(found) };
  return { ...understood, statements: statementsOf(understood) };
}
