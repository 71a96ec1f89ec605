// Gives a mayor without a town the town that the report is about: "the mayor, Ada Moss", "the city’s mayor". No town is guessed
// where the report speaks of several alike.
import type { Article, Name, Place, Title } from '../article.ts';
import { textOf } from '../reference/naming.ts';

/** Titles, mayors completed with their town where the article shows it. Cost: linear. */
export function withTowns(article: Article, names: readonly Name[], titles: readonly Title[]): Title[] {
  if (!titles.some((title) => isOpen(article, title))) return [...titles];
  const town = townOf(article, names);
  if (town === undefined) return [...titles];
  const { sentence, from, to } = town;
  return titles.map((title) =>
    isOpen(article, title)
      ? {
          ...title,
          body: { sentence, from, to },
          rule: `${title.rule}, of the town of the report`,
          confidence: title.confidence * 0.8,
        }
      : title,
  );
}

const isOpen = (article: Article, { office, body }: Title): boolean =>
  office === 'MAYOR_OF' && (body === undefined || isCommon(article, body));

/** "the city": which one, the report says elsewhere. */
function isCommon({ trees }: Article, { sentence, from, to }: Place): boolean {
  const words = (trees[sentence]?.words ?? []).slice(from, to).map(({ form }) => form.toLowerCase());
  return words[0] === 'the' && /^(?:city|town|village|port|capital)$/.test(words.slice(1).join(' '));
}

/** The town that is named much more than any other; the dateline's counts twice. */
function townOf(article: Article, names: readonly Name[]): Name | undefined {
  const towns = new Map<string, { weight: number; name: Name }>();
  for (const name of names) {
    const { kind, words = [] } = article.trees[name.sentence] ?? {};
    if (name.type !== 'Place' || kind === 'boilerplate' || !isTown(name, words, kind)) continue;
    const key = textOf(words, name).toLowerCase();
    const known = towns.get(key);
    const weight = (known?.weight ?? 0) + (kind === 'dateline' ? 2 : 1);
    towns.set(key, { weight, name: known?.name ?? name });
  }
  const [top, next] = [...towns.values()].sort((a, b) => b.weight - a.weight);
  return top !== undefined && top.weight >= Math.max(least, margin * (next?.weight ?? 0))
    ? top.name
    : undefined;
}

const [least, margin] = [2, 2];

/** A place that is no country; a capital where the words say that it is the city, not the government. */
function isTown(
  { country, from }: Name,
  words: readonly { form: string }[],
  kind: string | undefined,
): boolean {
  if (country === undefined) return true;
  if (country.by !== 'capital') return false;
  return (
    kind === 'dateline' ||
    /^(?:in|at|through|across|around|outside|near|from)$/i.test(words[from - 1]?.form ?? '')
  );
}
