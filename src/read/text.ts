// Reads plain text and Markdown, with or without front matter. Markdown is kept as it is written: its marks are text.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Document } from '../../graph/model.ts';
import { type Fields, frontMatter } from './front-matter.ts';
import { decode, normalise } from './normalise.ts';
import type { Failure, Reader, Source } from './reader.ts';

/** The most bytes that an article may have. The longest news features have a twentieth of it. */
export const mostBytes = 4_000_000;

/** The reader of `.txt`, `.text`, `.md` and `.markdown`: one document a file, or the reason why not. */
export const textReader: Reader = {
  accepts: (source) => ['.txt', '.text', '.md', '.markdown'].includes(extname(source.path).toLowerCase()),
  async *read(source) {
    yield await readText(source);
  },
};

async function readText(source: Source): Promise<Document | Failure> {
  const fail = (reason: string): Failure => ({
    stage: 'read',
    source: source.path,
    reason: `${source.path} ${reason}`,
  });
  const bytes = await readBytes(source.path);
  if (typeof bytes === 'string') return fail(bytes);
  const decoded = decode(bytes);
  if ('reason' in decoded) return fail(decoded.reason);
  const head = frontMatter(normalise(decoded.text));
  if ('reason' in head) return fail(head.reason);
  if (head.text.trim() === '')
    return fail('holds no text. Put the article into it or take it out of the folder.');
  return documentOf(source.id, head.fields, head.text);
}

/** A document with its title and its content hash, from what its file states. */
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

/** The bytes of a file, or the reason why they can't be had. Never holds more than the limit. */
async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > mostBytes)
      return `has ${megabytes(size)}; an article may have ${megabytes(mostBytes)}. Split it into its articles.`;
    const bytes = await file.readFile();
    return bytes;
  } catch (error) {
    return whyUnreadable(error);
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM')
    return "can't be opened: you have no right to read it. Change its rights.";
  if (code === 'ENOENT') return 'is gone. Build again.';
  return `can't be read (${code ?? String(error)}). Check the disk it is on.`;
}
