// Web archives (WARC 1.0 and 1.1, also gzipped): each page that a crawler kept, with its address. Streamed.
import type { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { mostPageBytes } from '../html/format.ts';
import { type Format, failure, type Item, recordId, streamOf, whyUnreadable } from '../item.ts';
import { safely } from './parts.ts';

/** Web archives: each page that was answered with status 200, with its address. */
export const warcFormat: Format = {
  endings: ['.warc'],
  mediaTypes: ['application/warc'],
  async *read(item, readPart) {
    let number = 0;
    try {
      for await (const record of recordsOf(streamOf(item))) {
        number += 1;
        const part = record === 'too large' ? undefined : partOf(item, number, record);
        if (record === 'too large')
          yield failure(
            item,
            `record ${number} has more than ${mostPageBytes / 1_000_000} MB. It is left out.`,
          );
        else if (part !== undefined) yield* safely(part, readPart(part));
      }
    } catch (error) {
      const reason = error instanceof NotWarc ? error.message : whyUnreadable(error);
      yield failure(item, number === 0 ? reason : `can't be read on after record ${number}: it ${reason}`);
      return;
    }
    if (number === 0) yield failure(item, 'is an empty web archive. Take it out.');
  },
};

interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

class NotWarc extends Error {
  override readonly name = 'NotWarc';
}

/** Bytes of a stream by number and by line, with one chunk held. */
class Cursor {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #isDone = false;

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#isDone) return false;
    const { done, value } = await this.#chunks.next();
    if (done) this.#isDone = true;
    else this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return !done;
  }

  /** The next line without its end; undefined at the end of the stream. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#held.indexOf(10);
      if (end !== -1) {
        const line = this.#held.subarray(0, end).toString('utf8').replace(/\r$/, '');
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      if (this.#held.length > 65_536)
        throw new NotWarc('has a header line without end: it is no web archive. Look what it is.');
      if (!(await this.#more())) return this.#rest();
    }
  }

  /** What is left at the end, as a line without its end. */
  #rest(): string | undefined {
    const rest = this.#held;
    this.#held = Buffer.alloc(0);
    return rest.length === 0 ? undefined : rest.toString('utf8');
  }

  /** So many bytes; where `keep` is false they are passed over and nothing is held. */
  async take(count: number, keep: boolean): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more()))
        throw new NotWarc('ends in the middle of a record. Fetch it again.');
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      if (keep) parts.push(part);
    }
    return Buffer.concat(parts);
  }
}

async function* recordsOf(stream: Readable): AsyncGenerator<WarcRecord | 'too large'> {
  const cursor = new Cursor(stream);
  for (let line = await cursor.line(); line !== undefined; line = await cursor.line()) {
    if (line === '') continue;
    if (!/^WARC\/\d/.test(line))
      throw new NotWarc('is no web archive: a record begins with no "WARC/". Look what it is.');
    const headers = new Map<string, string>();
    for (let field = await cursor.line(); field; field = await cursor.line()) {
      const colon = field.indexOf(':');
      if (colon > 0 && headers.size < 200)
        headers.set(field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim());
    }
    const length = Number(headers.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0)
      throw new NotWarc('has a record without a length. Fetch it again.');
    const isWanted = ['response', 'resource'].includes(headers.get('warc-type') ?? '');
    const isLarge = length > mostPageBytes;
    const body = await cursor.take(length, isWanted && !isLarge);
    if (isWanted && isLarge && /text\/html|application\/http/.test(headers.get('content-type') ?? ''))
      yield 'too large';
    else yield { headers, body };
  }
}

/** The page in a record; undefined for what is no page that was got: requests, redirects, errors. */
function partOf(item: Item, number: number, { headers, body }: WarcRecord): Item | undefined {
  const type = headers.get('warc-type');
  const address = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  if ((type !== 'response' && type !== 'resource') || address === undefined || !/^https?:/i.test(address))
    return undefined;
  const page =
    type === 'resource' ? { bytes: body, contentType: headers.get('content-type') ?? '' } : answered(body);
  if (page === undefined || page.bytes.length === 0) return undefined;
  const [mediaType = '', ...parameters] = page.contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  const fileName = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  const part = {
    id: recordId(item, number),
    name: `${item.name}, record ${number} (${address.slice(0, 200)})`,
    fileName,
    content: { bytes: page.bytes },
    isPart: true,
    mediaType,
    address,
  };
  return charset === undefined ? part : { ...part, charset };
}

/** What a server answered, where that was a page: its bytes without chunks and compression. */
function answered(body: Buffer): { bytes: Buffer; contentType: string } | undefined {
  const end = body.indexOf('\r\n\r\n');
  const head = body.subarray(0, end === -1 ? 0 : end).toString('latin1');
  if (!/^HTTP\/\d(?:\.\d)? 200\b/.test(head)) return undefined;
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const raw = body.subarray(end + 4);
  const whole = /chunked/i.test(field('transfer-encoding')) ? unchunked(raw) : raw;
  return {
    bytes: inflated(whole, field('content-encoding').toLowerCase()),
    contentType: field('content-type'),
  };
}

/** Many crawlers leave the header and undo the chunks: then the first line is no length, and all is the body. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = /^[\da-f]{1,8}(?:;.*)?$/i.test(bytes.subarray(at, Math.max(at, end)).toString('latin1'))
      ? Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
      : Number.NaN;
    if (Number.isNaN(size)) return parts.length === 0 ? bytes : Buffer.concat(parts);
    if (size === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

/** The same for compression: bytes that can't be inflated stand as they are. */
function inflated(bytes: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: mostPageBytes };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, options);
    if (encoding === 'deflate') return inflateSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
  } catch {}
  return bytes;
}
