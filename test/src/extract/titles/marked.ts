// Sentences with their names marked by hand, so that titles are tried without the names stage: [a person], {a country, its
// people or a place}, <a body>.

import type { Article, Name, NameType, Title } from '../../../../src/extract/article.ts';
import { countries } from '../../../../src/extract/data/countries.ts';
import { titlesOf } from '../../../../src/extract/titles/index.ts';
import { parse, type Tree } from '../../../../src/text/index.ts';

const kinds: Readonly<Record<string, NameType>> = { '[': 'Person', '{': 'Place', '<': 'Organization' };

/** A marked text as an article with its names. */
export async function marked(text: string): Promise<{ article: Article; names: Name[] }> {
  const spans: { start: number; end: number; type: NameType }[] = [];
  let plain = '';
  for (const part of text.split(/(\[[^\]]*\]|\{[^}]*\}|<[^>]*>)/)) {
    const type = kinds[part[0] ?? ''];
    const words = type === undefined ? part : part.slice(1, -1);
    if (type !== undefined) spans.push({ start: plain.length, end: plain.length + words.length, type });
    plain += words;
  }
  const article = { id: 'report.md', text: plain, trees: await parse(plain) };
  const names = article.trees.flatMap((tree, sentence) =>
    spans.flatMap(({ start, end, type }): Name[] => {
      const within = (word: Tree['words'][number]) =>
        word.start >= start &&
        word.start + word.form.length <= end &&
        plain.startsWith(word.form, word.start);
      const from = tree.words.findIndex(within);
      if (from === -1) return [];
      const to = tree.words.findLastIndex(within) + 1;
      const country = type === 'Place' ? countryOf(plain.slice(start, end)) : undefined;
      return [{ sentence, from, to, type, confidence: 0.9, ...(country === undefined ? {} : { country }) }];
    }),
  );
  return { article, names };
}

function countryOf(text: string): Name['country'] {
  for (const { name, aliases, demonyms, capitals } of countries) {
    if (name === text || aliases.includes(text)) return { name, by: 'country' };
    if (demonyms.includes(text)) return { name, by: 'demonym' };
    if (capitals.includes(text)) return { name, by: 'capital' };
  }
  return undefined;
}

/** A title as `William Otieno | PRESIDENT_OF | Kenyan | current`, with `~` before an office that is turned. */
export function written(article: Article, title: Title): string {
  const words = ({ sentence, from, to }: Title['holder']) => {
    const tree = article.trees[sentence]?.words ?? [];
    const last = tree[to - 1];
    // "Norway" and "'s" share their place in the text.
    const end = (last?.start ?? 0) + (tree[to]?.start === last?.start ? (last?.form.length ?? 0) : 0);
    return article.text.slice(
      tree[from]?.start,
      Math.max(end, tree[to]?.start === last?.start ? 0 : (last?.end ?? 0)),
    );
  };
  const body = title.body === undefined ? '' : words(title.body).replace(/^(?:the|an?) /i, '');
  return [words(title.holder), `${title.turned ? '~' : ''}${title.office ?? '-'}`, body, title.status].join(
    ' | ',
  );
}

/** The offices that a marked text gives, courtesies left out. */
export async function offices(text: string): Promise<string[]> {
  const { article, names } = await marked(text);
  return titlesOf(article, names)
    .filter((title) => title.office !== undefined)
    .map((title) => written(article, title));
}
