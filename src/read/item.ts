// What a format reads: a file, or a part of one (a message of a mailbox, a page in an archive), and its bytes.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Document } from '../../graph/model.ts';
import type { Fields } from './front-matter.ts';
import type { Failure } from './reader.ts';

/** Where bytes are. A stream can be had once. */
export type Content =
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
  | { readonly stream: Readable };

/** A file or a part of one. */
export interface Item {
  /** Id of the document, where it holds one; its records add to it (`recordId`). */
  readonly id: string;
  /** What a person is told that it is: a path, or `ARCHIVE, PART`. */
  readonly name: string;
  /** The file's name, for its ending. */
  readonly fileName: string;
  readonly content: Content;
  /** Whether it is a part of a file. */
  readonly isPart: boolean;
  /** What the container or the server says that it is, in lower case and without parameters: `text/html`. */
  readonly mediaType?: string | undefined;
  readonly charset?: string | undefined;
  /** Where on the web it was found. */
  readonly address?: string | undefined;
  /** What its container knows of it, where it doesn't say so itself. */
  readonly fields?: Fields;
}

/** What reading gives, one after another. */
export type Results = AsyncIterable<Document | Failure>;

/** One kind of content. `endings` with their dot, in lower case. */
export interface Format {
  readonly endings: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Reads an item; hands parts of other kinds to `readPart`. Throws only where it must. */
  read(item: Item, readPart: (part: Item) => Results): Results;
}

/** The id of a record in an item: `FILE#RECORD`, and within a part `FILE#PART:RECORD`. */
export const recordId = ({ id, isPart }: Item, record: number | string): string =>
  `${id}${isPart ? ':' : '#'}${String(record).replaceAll('#', '%23').normalize('NFC')}`;

/** Why an item, or a part of it, isn't read. `reason` follows its name. */
export const failure = ({ name }: Item, reason: string): Failure => ({
  stage: 'read',
  source: name,
  reason: `${name} ${reason}`,
});

/** The ending of an item's name in lower case, `.gz` aside. */
export const endingOf = ({ fileName }: Item): string => extname(fileName).toLowerCase();

/** The bytes of an item, or the reason why they can't be had. Never holds more than `most`. */
export async function bytesOf(item: Item, most: number, advice: string): Promise<Uint8Array | string> {
  const { content } = item;
  if ('bytes' in content)
    return content.bytes.length > most ? tooMuch(content.bytes.length, most, advice) : content.bytes;
  if ('stream' in content) return gathered(content.stream, most, advice);
  try {
    await using file = await open(content.path, 'r');
    const { size } = await file.stat();
    return size > most ? tooMuch(size, most, advice) : await file.readFile();
  } catch (error) {
    return whyUnreadable(error);
  }
}

/** The bytes of an item as they come. *Errors*: those of the file system, from the stream. */
export function streamOf({ content }: Item): Readable {
  if ('path' in content) return createReadStream(content.path);
  return 'stream' in content ? content.stream : Readable.from([content.bytes]);
}

/** The same item with its bytes inflated and its name without `.gz`; a bomb ends it with the error `E_BOMB`. */
export function gunzipped(item: Item): Item {
  const source = streamOf(item);
  const gunzip = createGunzip();
  let size = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (isBomb(size, gunzip.bytesWritten)) done(Object.assign(new Error('bomb'), { code: 'E_BOMB' }));
      else done(null, chunk);
    },
  });
  pipeline(source, gunzip, guard, () => {});
  const fileName = item.fileName.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  return { ...item, fileName, content: { stream: guard }, mediaType: undefined };
}

/** Whether so many bytes out of so few are made to fill a disk: texts shrink to a tenth, logs to a hundredth. */
export const isBomb = (size: number, packed: number): boolean => size > 100_000_000 && size > packed * 150;

async function gathered(stream: Readable, most: number, advice: string): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Uint8Array).length;
      if (size > most) return `has more than ${megabytes(most)}. ${advice}`;
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    return whyUnreadable(error);
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

const tooMuch = (size: number, most: number, advice: string): string =>
  `has ${megabytes(size)}; an article may have ${megabytes(most)}. ${advice}`;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What to tell of a file, or a compressed part, that can't be read. */
export function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EACCES' || code === 'EPERM')
    return "can't be opened: you have no right to read it. Change its rights.";
  if (code === 'ENOENT') return 'is gone. Build again.';
  if (code === 'E_BOMB')
    return 'unfolds to more than a hundred times its size: a bomb, or damaged. Look what it is.';
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return "is damaged: it can't be inflated. Make or fetch it again.";
  return `can't be read (${code || String(error)}). Check the disk it is on.`;
}
