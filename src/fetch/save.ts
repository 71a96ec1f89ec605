// Fetched pages as files in a folder, for `build` to read; and what to ask next time whether they have changed.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeBytes } from '../read/charset.ts';
import { type Entry, entryText, readFeed } from '../read/feed.ts';
import { Fetcher, type FetchOptions, type Page } from './fetcher.ts';
import { Known } from './known.ts';

export interface SaveOptions extends FetchOptions {
  /** The folder; made where there is none. */
  readonly out: string;
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly address: string;
  }) => void;
}

/** What was done, addresses in the order in which they were done. */
export interface Saved {
  /** Paths of files that are new or were written again. */
  readonly files: readonly string[];
  readonly unchanged: readonly string[];
  /** Sentences, one for each address that couldn't be had. */
  readonly failures: readonly string[];
}

/** So many hosts are asked at once, each for one page at a time. */
const hostsAtOnce = 8;

/**
 * Fetches pages and the entries of feeds into a folder: an entry with its whole text becomes a page of its own, of others
 * their page is fetched. What hasn't changed since the last run isn't fetched again. *Errors*: `FetchError`, file errors,
 * the signal's reason; what was fetched by then is kept.
 */
export async function save(addresses: readonly string[], options: SaveOptions): Promise<Saved> {
  const { out, onProgress = () => {} } = options;
  const run: Run = {
    fetcher: new Fetcher(options),
    out,
    known: await Known.open(out),
    files: [],
    unchanged: [],
    failures: [],
  };
  const queues = new Map<string, string[]>();
  const asked = new Set<string>();
  let [done, total] = [0, 0];
  const enqueue = (address: string) => {
    if (asked.has(address)) return;
    asked.add(address);
    total += 1;
    const host = URL.parse(address)?.host ?? '';
    const queue = queues.get(host);
    if (queue === undefined) queues.set(host, [address]);
    else queue.push(address);
  };
  for (const address of addresses) enqueue(address.trim());
  const saveAll = async (queue: readonly string[]) => {
    for (const address of queue) {
      for (const link of await saveOne(address, run)) enqueue(link);
      done += 1;
      onProgress({ done, total, address });
    }
  };
  try {
    // In rounds: a host has one queue in each, so that it is never asked twice at once.
    while (queues.size > 0) {
      const round = [...queues.values()];
      queues.clear();
      const next = round[Symbol.iterator]();
      const work = async () => {
        for (const queue of next) await saveAll(queue);
      };
      await Promise.all(Array.from({ length: hostsAtOnce }, work));
    }
  } finally {
    await run.known.write();
  }
  return run;
}

interface Run {
  readonly fetcher: Fetcher;
  readonly out: string;
  readonly known: Known;
  readonly files: string[];
  readonly unchanged: string[];
  readonly failures: string[];
}

/** Saves what an address gives; gives the addresses that it leads to, where it is a feed. */
async function saveOne(address: string, run: Run): Promise<readonly string[]> {
  const page = await run.fetcher.fetch(address, run.known.validators(address));
  if (page === 'unchanged') {
    run.unchanged.push(address);
    return [];
  }
  if ('reason' in page) {
    run.failures.push(page.reason);
    return [];
  }
  if (isFeed(page)) return saveFeed(address, page, run);
  const file = fileName(page.address, endingOf(page));
  await put(run, file, contentOf(page));
  run.known.set(address, page.validators, file);
  return [];
}

async function saveFeed(address: string, page: Page, run: Run): Promise<readonly string[]> {
  const feed = readFeed(decodeBytes(page.bytes, page.charset), page.address);
  if ('reason' in feed) {
    run.failures.push(`${address} ${feed.reason}`);
    return [];
  }
  const links: string[] = [];
  for (const entry of feed.entries) {
    const { url } = entry.fields;
    if (url === undefined)
      run.failures.push(
        `${address} has an entry ${JSON.stringify(entry.fields.title ?? '')} without an address. It is left out.`,
      );
    else if (entryText(entry) === undefined) links.push(url);
    else await put(run, fileName(url, '.html'), entryPage(entry));
  }
  run.known.set(address, page.validators, undefined);
  return links;
}

async function put(run: Run, file: string, content: string | Uint8Array): Promise<void> {
  const path = join(run.out, file);
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(Buffer.from(content))) {
    run.unchanged.push(path);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
  run.files.push(path);
}

const isFeed = ({ mediaType, bytes }: Page): boolean => {
  if (/(?:rss|atom|rdf)\+xml|feed\+json/.test(mediaType)) return true;
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return (
    /^(?:text|application)\/(?:xml|json)$/.test(mediaType) &&
    /<(?:rss|feed|rdf:RDF)\b|jsonfeed\.org/i.test(start)
  );
};

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'multipart/related': '.mhtml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

const endingOf = ({ mediaType }: Page): string => endings[mediaType] ?? '.html';

/** `HOST/last-words-of-the-path-1a2b3c4d.html`: the same for the same address, different for different ones. */
function fileName(address: string, ending: string): string {
  const url = new URL(address);
  const words =
    decodeURIComponent(url.pathname.replace(/%(?![\da-f]{2})/gi, ''))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(-80).replace(/^-/, '');
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 8);
  const host = url.host.replace(/[^a-z0-9.-]+/gi, '_');
  return `${host}/${slug === '' ? 'index' : slug}-${hash}${ending}`;
}

/** A page is kept as UTF-8 with its address in it, as browsers save pages; other files as they came. */
function contentOf(page: Page): string | Uint8Array {
  if (page.mediaType === 'text/plain') return decodeBytes(page.bytes, page.charset);
  if (endingOf(page) !== '.html') return page.bytes;
  const address = page.address.replaceAll('--', '%2D%2D');
  return `\uFEFF<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->\n${decodeBytes(page.bytes, page.charset)}`;
}

/** An entry of a feed as a page that says of itself what the feed says of it. */
function entryPage({ fields, content, summary }: Entry): string {
  const meta = {
    author: fields.author,
    'og:site_name': fields.publisher,
    'article:published_time': fields.publishedAt,
  };
  const lines = Object.entries(meta).map(([name, value]) =>
    value === undefined ? '' : `<meta name="${name}" content="${escaped(value)}">\n`,
  );
  const body = content ?? summary ?? '';
  const shown = /<\w/.test(body)
    ? body
    : body
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
        .join('\n');
  return `\uFEFF<!doctype html>\n<html${fields.language === undefined ? '' : ` lang="${escaped(fields.language)}"`}><head><title>${escaped(fields.title ?? '')}</title>\n${lines.join('')}<link rel="canonical" href="${escaped(fields.url ?? '')}"></head>\n<body><article><h1>${escaped(fields.title ?? '')}</h1>\n<div itemprop="articleBody">${shown}</div></article></body></html>\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
