// Tar archives, also gzipped: each file in it is read as if it lay in a folder. Streamed, nothing is unpacked to disk.
import { Readable } from 'node:stream';
import type { Document } from '../../../graph/model.ts';
import { type Format, failure, type Item, type Results, streamOf, whyUnreadable } from '../item.ts';
import type { Failure } from '../reader.ts';
import { isPassedOver, mostParts, partOf, refusal, safely } from './parts.ts';

/** Tar archives: what the files in them give. */
export const tarFormat: Format = {
  endings: ['.tar'],
  mediaTypes: ['application/x-tar'],
  async *read(item, readPart) {
    try {
      yield* readTar(item, readPart);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      yield failure(
        item,
        code === undefined
          ? `is no tar archive, or damaged (${(error as Error).message}). Make or fetch it again.`
          : whyUnreadable(error),
      );
    }
  },
};

async function* readTar(item: Item, readPart: (part: Item) => Results): AsyncGenerator<Document | Failure> {
  // Loaded here: only who has archives waits for it.
  const { createTarDecoder } = await import('modern-tar');
  const bytes = Readable.toWeb(streamOf(item)) as ReadableStream<Uint8Array>;
  let count = 0;
  for await (const { header, body } of bytes.pipeThrough(createTarDecoder({ strict: true }))) {
    count += 1;
    const isFile = header.type === undefined || header.type === 'file';
    const reason = isFile ? refusal({ path: header.name, size: 0, packed: 0 }) : undefined;
    if (reason !== undefined) yield failure(item, reason);
    if (count > mostParts) {
      yield failure(item, `has more than ${mostParts} parts. Unpack it first.`);
      return;
    }
    if (!isFile || reason !== undefined || isPassedOver(header.name)) {
      await body.cancel();
      continue;
    }
    const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    stream.on('error', () => {});
    const part = partOf(item, header.name, { stream });
    yield* safely(part, readPart(part));
    stream.destroy();
  }
}
