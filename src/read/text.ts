// Reads plain text and Markdown, with or without front matter. Markdown is kept as it is written: its marks are text.
import type { Document } from '../../graph/model.ts';
import { documentOf } from './document.ts';
import { frontMatter } from './front-matter.ts';
import { bytesOf, type Format, failure, type Item } from './item.ts';
import { decode, normalise } from './normalise.ts';
import type { Failure } from './reader.ts';

/** The most bytes that an article may have. The longest news features have a twentieth of it. */
export const mostBytes = 4_000_000;

/** Plain text and Markdown: one document a file, or the reason why not. */
export const textFormat: Format = {
  endings: ['.txt', '.text', '.md', '.markdown'],
  mediaTypes: ['text/plain', 'text/markdown'],
  async *read(item) {
    yield await readText(item);
  },
};

async function readText(item: Item): Promise<Document | Failure> {
  const bytes = await bytesOf(item, mostBytes, 'Split it into its articles.');
  if (typeof bytes === 'string') return failure(item, bytes);
  const decoded = decode(bytes);
  if ('reason' in decoded) return failure(item, decoded.reason);
  const head = frontMatter(normalise(decoded.text));
  if ('reason' in head) return failure(item, head.reason);
  if (head.text.trim() === '')
    return failure(item, 'holds no text. Put the article into it or take it out of the folder.');
  return documentOf(item.id, { ...item.fields, ...head.fields }, head.text);
}
