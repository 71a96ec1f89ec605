// From what a source states and the text in it → a Document with a title and a content hash.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Document } from '../../graph/model.ts';
import type { Fields } from './front-matter.ts';

/** A document with its title and its content hash, from what its source states. The text must be normalised. */
export function documentOf(id: string, fields: Fields, text: string): Document {
  const title = fields.title ?? titleOf(text) ?? basename(id);
  const { publisher, author, publishedAt, url, language } = fields;
  const content = { title, text, publisher, author, publishedAt, url, language };
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { id, ...fields, title, text, contentHash };
}

/** The first line that says something, cut at a word where it is longer than a headline. It stays in the text. */
function titleOf(text: string): string | undefined {
  const line = text
    .split('\n')
    .map((l) =>
      l
        .replace(/^\s*#{1,6}\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((l) => /[\p{L}\p{N}]/u.test(l));
  if (line === undefined || line.length <= 120) return line;
  const cut = line.slice(0, 120);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).toWellFormed()}…`;
}
