// The extractor on one screen: trees ▶ names ▶ titles, quotations, times ▶ what stands for what ▶ claims.
import type { Document } from '../../graph/model.ts';
import type { Statement } from '../annotated.ts';
import { parse } from '../text/index.ts';
import type { Article } from './article.ts';
import { statementsOf, type Understood } from './claims/index.ts';
import { ownRules, type Rules } from './claims/rules.ts';
import { namesOf } from './names/index.ts';
import { quotationsOf } from './quotations/index.ts';
import { referentsOf } from './reference/index.ts';
import { timesOf } from './times/index.ts';
import { titlesOf } from './titles/index.ts';

/** Everything that is understood of an article, its statements included. Pure. *Errors*: `ModelError`. */
export async function understand(
  document: Pick<Document, 'id' | 'text' | 'publishedAt'>,
  rules: Rules = ownRules,
): Promise<Understood & { readonly statements: readonly Statement[] }> {
  const understood = await understandWords(document);
  return { ...understood, statements: statementsOf(understood, rules) };
}

/** Everything up to the claims. Pure. *Errors*: `ModelError`. */
export async function understandWords(
  document: Pick<Document, 'id' | 'text' | 'publishedAt'>,
): Promise<Understood> {
  const { id, text, publishedAt } = document;
  const article: Article = { id, text, publishedAt, trees: await parse(text) };
  const names = namesOf(article);
  const titles = titlesOf(article, names);
  const quotations = quotationsOf(article, names);
  const times = timesOf(article);
  const found = { article, names, titles, quotations };
  return { ...found, times, referents: referentsOf(found) };
}
