// The block of YAML between two lines `---` at the head of an article, and where the article's text begins.
import { LineCounter, parseDocument } from 'yaml';
import { isoDate } from './date.ts';

/** Fields of an article that its front matter states. */
export interface Fields {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly publishedAt?: string;
  readonly url?: string;
  readonly language?: string;
}

/** What stands at the head: fields and the text after them, or the sentence that says what is wrong with it. */
export type Head = { readonly fields: Fields; readonly text: string } | { readonly reason: string };

/**
 * The front matter of a normalised text. A text that begins with no `---`, whose `---` never closes, or whose block is
 * no mapping has none and is text as it stands. A block that means to be one and can't be read gives a reason.
 */
export function frontMatter(text: string): Head {
  const match = block.exec(text);
  if (match === null) return { fields: {}, text };
  const [whole, yaml = ''] = match;
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines });
  const error = parsed.errors[0];
  if (error !== undefined) {
    if (!/^\s*[\w-]+:(\s|$)/m.test(yaml)) return { fields: {}, text };
    const line = lines.linePos(error.pos[0]).line + 1;
    return {
      reason: `has a front matter that is no YAML at line ${line}. Put a value that holds a colon or a quote in quotes.`,
    };
  }
  const value = toValue(parsed);
  if (value === undefined)
    return { reason: 'has a front matter whose aliases unfold without end. Write them out.' };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { fields: {}, text };
  return fieldsOf(value as Record<string, unknown>, text.slice(whole.length));
}

/** At most 64 KiB: a longer block is no front matter. */
const block = /^---[ \t]*\n([\s\S]{0,65536}?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

const names: Readonly<Record<string, keyof Fields>> = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  date: 'publishedAt',
  url: 'url',
  language: 'language',
};

function toValue(parsed: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** Keys that are none of ours are passed over: other programs keep theirs in the same place. */
function fieldsOf(record: Record<string, unknown>, text: string): Head {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    const field = Object.hasOwn(names, key.toLowerCase()) ? names[key.toLowerCase()] : undefined;
    if (field === undefined || value === null || value === '') continue;
    const words = plain(value);
    if (words === undefined)
      return { reason: `has a ${key} in its front matter that is no plain text. Write it as one line.` };
    const settled = field === 'publishedAt' ? isoDate(words) : words;
    if (settled === undefined)
      return {
        reason: `has the date ${JSON.stringify(words.slice(0, 60))}, which can't be read for sure. Write it as 2025-05-19.`,
      };
    fields[field] = settled;
  }
  return { fields, text };
}

/** One line of words; a list of words (several authors) is joined. */
function plain(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.map(plain);
    return parts.includes(undefined) ? undefined : parts.join(', ');
  }
  if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
  return String(value).replace(/\s+/g, ' ').trim();
}
