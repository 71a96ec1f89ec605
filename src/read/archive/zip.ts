// Zip archives: each file in it is read as if it lay in a folder. Nothing is unpacked to disk.
import { once } from 'node:events';
import type { Entry, ZipFile } from 'yauzl';
import type { Document } from '../../../graph/model.ts';
import { bytesOf, type Format, failure, type Item, type Results } from '../item.ts';
import type { Failure } from '../reader.ts';
import { isPassedOver, mostParts, partOf, refusal, safely } from './parts.ts';

/** The most bytes of a zip archive that lies in another archive: it must be held in memory. */
const mostInner = 64_000_000;

/** Zip archives: what the files in them give. */
export const zipFormat: Format = {
  endings: ['.zip'],
  mediaTypes: ['application/zip', 'application/x-zip-compressed'],
  async *read(item, readPart) {
    const zip = await openZip(item, mostInner);
    if (typeof zip === 'string') {
      yield failure(item, zip);
      return;
    }
    try {
      yield* readZip(item, zip, readPart);
    } catch (error) {
      yield failure(item, damaged(error));
    } finally {
      zip.close();
    }
  },
};

/** An open archive, or why it can't be opened. */
export async function openZip(item: Item, most: number): Promise<ZipFile | string> {
  // Loaded here: only who has archives waits for it.
  const { fromBufferPromise, openPromise } = (await import('yauzl')).default;
  // Names are decoded here, because one bad name would end the whole archive.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  try {
    if ('path' in item.content) return await openPromise(item.content.path, options);
    const bytes = await bytesOf(item, most, 'Unpack it first.');
    return typeof bytes === 'string' ? bytes : await fromBufferPromise(Buffer.from(bytes), options);
  } catch (error) {
    return damaged(error);
  }
}

/** The name of a part. Its bytes are UTF-8 in all archives of this century but a few, whose letters are off. */
export const nameOf = (entry: Entry): string =>
  new TextDecoder().decode(entry.fileName as unknown as Buffer).replaceAll('\\', '/');

async function* readZip(
  item: Item,
  zip: ZipFile,
  readPart: (part: Item) => Results,
): AsyncGenerator<Document | Failure> {
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > mostParts) {
      yield failure(item, `has more than ${mostParts} parts. Unpack it first.`);
      return;
    }
    const path = nameOf(entry);
    if (isPassedOver(path)) continue;
    const reason =
      refusal({ path, size: entry.uncompressedSize, packed: entry.compressedSize }) ??
      (entry.isEncrypted()
        ? `has a part ${JSON.stringify(path.slice(0, 100))} that is encrypted. Unpack it with its password.`
        : undefined);
    if (reason !== undefined) {
      yield failure(item, reason);
      continue;
    }
    const stream = await zip.openReadStreamPromise(entry);
    stream.on('error', () => {});
    const part = partOf(item, path, { stream });
    yield* safely(part, readPart(part));
    stream.destroy();
    if (!stream.closed) await once(stream, 'close');
  }
}

const damaged = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'is gone. Build again.';
  if (code === 'EACCES' || code === 'EPERM')
    return "can't be opened: you have no right to read it. Change its rights.";
  return `is no zip archive, or damaged (${error instanceof Error ? error.message : String(error)}). Make or fetch it again.`;
};
