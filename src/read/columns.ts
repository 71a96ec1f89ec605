// One record of a table (a row of CSV, a line of JSONL) → an article: which column is what, by name or as told.
import { isoDate } from './date.ts';
import type { Fields } from './front-matter.ts';
import { isHtml } from './html/page.ts';
import { wholeText } from './html/whole.ts';
import { normalise } from './normalise.ts';

/** Which column holds which field: `{ text: 'Body', date: 'Published' }`. */
export type Columns = Readonly<Record<string, string>>;

/** An article out of a record, or the reason why it is none. `key` is what the record calls itself. */
export type Row =
  | { readonly fields: Fields; readonly text: string; readonly key?: string }
  | { readonly reason: string };

/** Names by which columns are known without being told, in order of trust; compared without case, `_`, `-` and spaces. */
const known: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'guid', 'uuid', 'articleid', 'docid', 'documentid'],
  title: ['title', 'headline', 'heading', 'head'],
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'article',
    'story',
    'bodytext',
    'maintext',
    'contenttext',
  ],
  publisher: ['publisher', 'publication', 'outlet', 'source', 'sourcename', 'site', 'newspaper', 'domain'],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  date: [
    'date',
    'publishedat',
    'published',
    'datepublished',
    'publisheddate',
    'publicationdate',
    'publishdate',
    'pubdate',
    'datetime',
    'timestamp',
  ],
  url: ['url', 'link', 'address', 'uri', 'href', 'sourceurl', 'permalink'],
  language: ['language', 'lang'],
};

/** The fields that a mapping may name. */
export const columnFields: readonly string[] = Object.keys(known);

/** The article in a record. Text that is HTML becomes plain; a date that has two meanings is a reason to leave it out. */
export function articleOf(record: Readonly<Record<string, unknown>>, columns: Columns): Row {
  const byName = new Map(Object.entries(record).map(([name, value]) => [fold(name), value]));
  const value = (field: string): string | undefined => {
    const told = columns[field];
    if (told !== undefined) return words(record[told] ?? byName.get(fold(told)));
    return (known[field] ?? []).map((name) => words(byName.get(name))).find((found) => found !== undefined);
  };
  const written = value('text');
  if (written === undefined) {
    const names = Object.keys(record)
      .slice(0, 8)
      .map((name) => JSON.stringify(name.slice(0, 30)))
      .join(', ');
    return {
      reason: `has no text: its columns are ${names || 'none'}. Say which one it is: --columns text=NAME`,
    };
  }
  const day = value('date');
  const publishedAt = day === undefined ? undefined : (isoDate(day) ?? epochDate(day));
  if (day !== undefined && publishedAt === undefined)
    return {
      reason: `has the date ${JSON.stringify(day.slice(0, 60))}, which can't be read for sure. Write it as 2025-05-19.`,
    };
  const text = normalise(isHtml(written) ? wholeText(written) : written);
  const fields = {
    title: value('title'),
    publisher: value('publisher'),
    author: value('author'),
    publishedAt,
    url: value('url'),
    language: value('language'),
  };
  const key = value('id');
  return {
    fields: Object.fromEntries(
      Object.entries(fields)
        .filter(([, field]) => field !== undefined)
        .map(([name, field]) => [name, field?.replace(/\s+/g, ' ')]),
    ),
    text,
    ...(key === undefined ? {} : { key }),
  };
}

const fold = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

function words(value: unknown): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map(words)
        .filter((word) => word !== undefined)
        .join(', ') || undefined
    );
  if (typeof value === 'object' && value !== null) return words((value as { name?: unknown }).name);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** Seconds or milliseconds since 1970, as databases write them. */
function epochDate(text: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length <= 10 ? 1000 : 1)).toISOString().replace('.000', '');
}
