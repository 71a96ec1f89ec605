// An address → the documents there, without a file in between; and a file that lists addresses → those.
import { readFile, stat } from 'node:fs/promises';
import type { Document } from '../../graph/model.ts';
import { decodeBytes } from '../read/charset.ts';
import { readFeed } from '../read/feed.ts';
import { type ReaderOptions, readItem } from '../read/formats.ts';
import type { Failure } from '../read/reader.ts';
import { Fetcher, type FetchOptions } from './fetcher.ts';

/** The documents at an address, with the address as id, or why there are none. *Errors*: the signal's reason. */
export async function* readAddress(
  address: string,
  options: FetchOptions & ReaderOptions = {},
): AsyncGenerator<Document | Failure> {
  const page = await new Fetcher(options).fetch(address);
  if (page === 'unchanged') return;
  if ('reason' in page) {
    yield { stage: 'read', source: address, reason: page.reason };
    return;
  }
  const { bytes, mediaType, charset } = page;
  const fileName = new URL(page.address).pathname.split('/').at(-1) ?? '';
  const item = {
    id: page.address,
    name: address,
    fileName,
    content: { bytes },
    isPart: false,
    mediaType: mediaType || 'text/html',
    charset,
    address: page.address,
  };
  yield* readItem(item, options);
}

/** The most bytes of a list of addresses. */
const mostBytes = 32_000_000;

/**
 * The addresses in a file: a feed's entries, or the lines of a text that begin with http; other lines are notes. A
 * sentence where it holds none.
 */
export async function addressesIn(path: string): Promise<readonly string[] | string> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile() || about.size > mostBytes)
    return `${path} is no list of addresses. Name a text file or a feed.`;
  const text = decodeBytes(await readFile(path));
  if (/^\s*(?:<|\{)/.test(text)) {
    const feed = readFeed(text);
    if ('reason' in feed) return `${path} ${feed.reason}`;
    return feed.entries.map((entry) => entry.fields.url).filter((url) => url !== undefined);
  }
  const found = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /^https?:\/\/\S+$/i.test(line));
  return found.length > 0 ? found : `${path} lists no address. Write one a line, beginning with https://.`;
}
