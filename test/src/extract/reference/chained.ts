// What a text's names, descriptions and pronouns stand for, in lines that a test can hold up.
import type { Article, Reference, Referents } from '../../../../src/extract/article.ts';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { quotationsOf } from '../../../../src/extract/quotations/index.ts';
import { referentsOf } from '../../../../src/extract/reference/index.ts';
import { textOf } from '../../../../src/extract/reference/naming.ts';
import { titlesOf } from '../../../../src/extract/titles/index.ts';
import { parse, type TreeWord } from '../../../../src/text/index.ts';

/** A text as far as reference/ has read it. */
export async function resolved(text: string): Promise<{ article: Article; referents: Referents }> {
  const article: Article = { id: 'report.txt', text, trees: await parse(text) };
  const names = namesOf(article);
  const titles = titlesOf(article, names);
  const quotations = quotationsOf(article, names);
  return { article, referents: referentsOf({ article, names, titles, quotations }) };
}

/** Each thing with its mentions: "Ada Moss: Ada Moss … the mayor … she". */
export async function chained(text: string): Promise<string[]> {
  const { article, referents } = await resolved(text);
  return linesOf(article, referents.references);
}

/** The same of events. */
export async function events(text: string): Promise<string[]> {
  const { article, referents } = await resolved(text);
  return linesOf(article, referents.events ?? []);
}

function linesOf({ trees }: Article, references: readonly Reference[]): string[] {
  const wordsOf = (reference: Reference) =>
    textOf(trees[reference.sentence]?.words as readonly TreeWord[], reference);
  return [...Map.groupBy(references, ({ thing }) => thing)].map(
    ([thing, mentions]) => `${thing.name}: ${mentions.map(wordsOf).join(' … ')}`,
  );
}
