// HTML pages as files: saved by a browser, as one file with everything in it, or fetched.
import type { Document } from '../../../graph/model.ts';
import { decodeBytes } from '../charset.ts';
import { documentOf } from '../document.ts';
import { bytesOf, type Format, failure, type Item } from '../item.ts';
import { normalise } from '../normalise.ts';
import type { Failure } from '../reader.ts';
import { readPage } from './page.ts';

/** The most bytes that a page may have: single files with their pictures inside have up to half of it. */
export const mostPageBytes = 32_000_000;

/** Web pages: the article in it as one document, or the reason why there is none. */
export const htmlFormat: Format = {
  endings: ['.html', '.htm', '.xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  async *read(item) {
    const bytes = await bytesOf(item, mostPageBytes, 'Save the article alone, without pictures.');
    yield typeof bytes === 'string'
      ? failure(item, bytes)
      : pageDocument(item, decodeBytes(bytes, item.charset));
  },
};

/** The document that a page's HTML holds, under the item's id, or why it holds none. */
export function pageDocument(item: Item, html: string): Document | Failure {
  const page = readPage(html, item.address);
  if ('reason' in page) return failure(item, page.reason);
  return documentOf(item.id, { ...item.fields, ...page.fields }, normalise(page.text));
}
