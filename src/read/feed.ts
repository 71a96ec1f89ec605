// Feeds: RSS 0.9–2.0, RDF, Atom and JSON Feed → one document an entry, where the feed has the whole text.
import { decodeBytes } from './charset.ts';
import { isoDate } from './date.ts';
import { documentOf } from './document.ts';
import type { Fields } from './front-matter.ts';
import { countWords } from './html/blocks.ts';
import { isHtml } from './html/page.ts';
import { wholeText } from './html/whole.ts';
import { bytesOf, type Format, failure, recordId } from './item.ts';
import { normalise } from './normalise.ts';
import { childrenOf, local, parseXml, type Xml, XmlTooLarge, xmlText } from './xml.ts';

/** The most bytes that a feed may have. */
const mostFeedBytes = 32_000_000;

/** One entry of a feed. `content`: the whole text, as HTML or plain, where the feed has it; `summary`: its beginning. */
export interface Entry {
  readonly fields: Fields;
  readonly content?: string;
  readonly summary?: string;
}

/** Feeds as files: the entries that have their text; a failure that counts those whose text stands on their page. */
export const feedFormat: Format = {
  endings: ['.xml', '.rss', '.atom', '.rdf', '.json'],
  mediaTypes: [
    'application/rss+xml',
    'application/atom+xml',
    'application/rdf+xml',
    'application/feed+json',
    'text/xml',
    'application/xml',
    'application/json',
  ],
  async *read(item) {
    const bytes = await bytesOf(item, mostFeedBytes, 'Take the entries apart.');
    if (typeof bytes === 'string') {
      yield failure(item, bytes);
      return;
    }
    const feed = readFeed(decodeBytes(bytes, item.charset), item.address);
    if ('reason' in feed) {
      yield failure(item, feed.reason);
      return;
    }
    let pointers = 0;
    for (const [i, entry] of feed.entries.entries()) {
      const text = entryText(entry);
      if (text === undefined) pointers += 1;
      else yield documentOf(recordId(item, i + 1), { ...item.fields, ...entry.fields }, text);
    }
    if (pointers > 0)
      yield failure(
        item,
        `has ${pointers} of ${feed.entries.length} entries without their text, only a summary or a link. Fetch their pages: wiregraph fetch ${JSON.stringify(item.name)} --out FOLDER`,
      );
  },
};

/** The entries of a feed in its order, or why it is none. `address`: where it was found, for links that are relative. */
export function readFeed(
  text: string,
  address?: string,
): { readonly entries: readonly Entry[] } | { readonly reason: string } {
  const start = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 500);
  if (/^[{[]/.test(start)) return jsonFeed(text);
  if (/^(?:<!doctype html|<html\b)/i.test(start))
    return { reason: 'is a web page, not a feed. Give it the ending .html, or fetch the feed itself.' };
  let root: Xml;
  try {
    root = parseXml(text);
  } catch (error) {
    if (error instanceof XmlTooLarge)
      return { reason: 'has more elements, or deeper ones, than any feed. Look what it is.' };
    throw error;
  }
  const top = root.children.find(
    (child): child is Xml => typeof child !== 'string' && !child.name.startsWith('?'),
  );
  if (top === undefined) return { reason: 'is no XML. Fetch it again, or take it out.' };
  const channel = childrenOf(top, 'channel')[0] ?? top;
  const items = [...childrenOf(channel, 'item'), ...childrenOf(top, 'item'), ...childrenOf(top, 'entry')];
  const isFeed = ['rss', 'RDF', 'feed'].includes(local(top));
  if (!isFeed)
    return {
      reason: `is XML, but no feed: it begins with <${top.name.slice(0, 40)}>. RSS, Atom and JSON Feed are read.`,
    };
  const publisher = clean(childText(channel, 'title'));
  const language = clean(childText(channel, 'language')) ?? top.attributes['xml:lang'];
  return { entries: [...new Set(items)].map((item) => xmlEntry(item, { publisher, language }, address)) };
}

/** The whole text of an entry, or undefined where the feed has less than that. */
export function entryText({ content, summary }: Entry): string | undefined {
  if (content !== undefined) return asText(content);
  const text = summary === undefined ? '' : asText(summary);
  const isCut = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more\W*|continue reading.{0,80})$/i.test(text ?? '');
  return text !== undefined && countWords(text) >= wholeWords && !isCut ? text : undefined;
}

/** A description of so many words is the article itself; summaries have a third of it. */
const wholeWords = 150;

const asText = (written: string): string | undefined => {
  const text = normalise(isHtml(written) ? wholeText(written) : written.trim());
  return text === '' ? undefined : text;
};

interface Shared {
  readonly publisher: string | undefined;
  readonly language: string | undefined;
}

function xmlEntry(item: Xml, shared: Shared, address: string | undefined): Entry {
  const link =
    childrenOf(item, 'link').find((l) => (l.attributes.rel ?? 'alternate') === 'alternate') ??
    childrenOf(item, 'link')[0];
  const guid = childText(item, 'guid');
  const authors = [...childrenOf(item, 'creator'), ...childrenOf(item, 'author')].map((a) =>
    clean(childText(a, 'name') ?? xmlText(a)),
  );
  const source = childrenOf(item, 'source')[0];
  const atom = childrenOf(item, 'content').find(
    (c) => !c.name.startsWith('media:') && c.attributes.src === undefined,
  );
  const content = childText(item, 'content:encoded') ?? (atom === undefined ? undefined : markup(atom));
  const summary =
    childText(item, 'description') ??
    (childrenOf(item, 'summary')[0] && markup(childrenOf(item, 'summary')[0] as Xml));
  const fields = {
    title: title(childText(item, 'title')),
    publisher:
      clean((source && childText(source, 'title')) ?? (source && xmlText(source))) ?? shared.publisher,
    author: [...new Set(authors.map(mailName))].filter((name) => name !== undefined).join(', '),
    publishedAt: date(
      childText(item, 'pubDate') ??
        childText(item, 'published') ??
        childText(item, 'date') ??
        childText(item, 'issued') ??
        childText(item, 'updated'),
    ),
    url: webAddress(link?.attributes.href ?? (link && xmlText(link)), address) ?? webAddress(guid, undefined),
    language: clean(childText(item, 'language')) ?? item.attributes['xml:lang'] ?? shared.language,
  };
  return {
    fields: present(fields),
    ...(content?.trim() ? { content } : {}),
    ...(summary?.trim() ? { summary } : {}),
  };
}

/** Atom's `xhtml` stands as elements, `html` and `text` as text. */
function markup(element: Xml): string {
  if (element.attributes.type !== 'xhtml') return xmlText(element);
  const write = (child: Xml | string): string =>
    typeof child === 'string'
      ? child.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      : `<${local(child)}>${child.children.map(write).join('')}</${local(child)}>`;
  return element.children.map(write).join('');
}

function jsonFeed(text: string): { readonly entries: readonly Entry[] } | { readonly reason: string } {
  let feed: unknown;
  try {
    feed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { reason: 'is broken JSON. Fetch or write it again.' };
  }
  const { items, version, title: publisher, language } = (feed ?? {}) as Record<string, unknown>;
  if (!Array.isArray(items) || !/jsonfeed/i.test(String(version)))
    return {
      reason: 'is JSON, but no JSON Feed. Records are read one a line from a file that ends in .jsonl.',
    };
  return {
    entries: items
      .filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
      .map((item) => {
        const authors = [item.authors ?? item.author]
          .flat()
          .map((author) => (author as { name?: unknown } | undefined)?.name);
        const fields = {
          title: title(string(item.title)),
          publisher: clean(string(publisher)),
          author: authors
            .map((name) => clean(string(name)))
            .filter((name) => name !== undefined)
            .join(', '),
          publishedAt: date(string(item.date_published)),
          url: webAddress(string(item.url) ?? string(item.external_url), undefined),
          language: clean(string(item.language) ?? string(language)),
        };
        const content = string(item.content_html) ?? string(item.content_text);
        const summary = string(item.summary);
        return { fields: present(fields), ...(content ? { content } : {}), ...(summary ? { summary } : {}) };
      }),
  };
}

const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const childText = (element: Xml, name: string): string | undefined => {
  const found = childrenOf(element, name)[0];
  return found === undefined ? undefined : xmlText(found);
};

const clean = (text: string | undefined): string | undefined => {
  const line = text?.replace(/\s+/g, ' ').trim();
  return line === undefined || line === '' ? undefined : line;
};

const title = (text: string | undefined): string | undefined =>
  clean(text === undefined ? undefined : isHtml(text) || /&\w+;/.test(text) ? wholeText(text) : text);

/** `desk@nordwire.example (A. Lund)` → `A. Lund`. */
const mailName = (author: string | undefined): string | undefined =>
  clean(/^\S+@\S+\s*\((.+)\)$/.exec(author ?? '')?.[1] ?? author?.replace(/<?\S+@\S+>?/, ''));

const date = (text: string | undefined): string | undefined => {
  const iso = text === undefined ? undefined : isoDate(text);
  return iso !== undefined && iso >= '1990' && iso < '2100' ? iso : undefined;
};

function webAddress(text: string | undefined, base: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const present = (fields: { readonly [K in keyof Fields]: Fields[K] | undefined }): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
