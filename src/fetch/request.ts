// One HTTP request: one answer, bounded in time and size, from an address that may be asked. Follows nothing.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { guardedLookup, type MayAsk, type Resolve, refuseHost } from './address.ts';

/** What bounds a request. */
export interface Bounds {
  readonly mayAsk: MayAsk;
  /** The most bytes of an answer, unpacked. */
  readonly mostBytes: number;
  readonly userAgent: string;
  readonly resolve?: Resolve;
  /** Ends the request: its deadline, or whoever stops it all. */
  readonly signal: AbortSignal;
}

/** An answer as it came, unpacked. Header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

/** An answer has more bytes than may be held. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Asks once. The body is read only of answers with status 200. *Errors*: `Refused` where the address may not be asked,
 * `TooMuch`, and those of the network as Node gives them.
 */
export async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  bounds: Bounds,
): Promise<Answer> {
  refuseHost(url, bounds.mayAsk);
  const response = await responseOf(url, headers, bounds);
  try {
    const bytes = response.statusCode === 200 ? await bodyOf(response, bounds.mostBytes) : new Uint8Array();
    return { status: response.statusCode ?? 0, headers: singles(response), bytes };
  } catch (error) {
    // A socket that was ended from here says "reset".
    throw bounds.signal.aborted ? bounds.signal.reason : error;
  } finally {
    response.destroy();
  }
}

function responseOf(
  url: URL,
  headers: Readonly<Record<string, string>>,
  bounds: Bounds,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, {
      headers: { 'user-agent': bounds.userAgent, 'accept-encoding': 'gzip, deflate, br', ...headers },
      signal: bounds.signal,
      agent: false,
      maxHeaderSize: 65_536,
      lookup: guardedLookup(bounds.mayAsk, bounds.resolve),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    size += (chunk as Uint8Array).length;
    if (size > most) throw new TooMuch();
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').toLowerCase();
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[encoding];
  if (unpack === undefined) return response;
  const stream = unpack();
  response
    .on('error', (error) => stream.destroy(error))
    .on('aborted', () => stream.destroy(new Error('aborted')));
  return response.pipe(stream);
}

const singles = ({ headers }: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
