// What the default readers make of one file.
import { join } from 'node:path';
import type { Document } from '../../../graph/model.ts';
import { createReaders, type ReaderOptions } from '../../../src/read/formats.ts';
import { type Failure, isFailure } from '../../../src/read/reader.ts';
import { folder } from '../folder.ts';

/** Everything that a file gives, its id being its name. */
export async function resultsOf(
  name: string,
  content: string | Uint8Array,
  options: ReaderOptions = {},
): Promise<(Document | Failure)[]> {
  const source = { id: name, path: join(folder({ [name]: content }), name) };
  const reader = createReaders(options).find((candidate) => candidate.accepts(source));
  if (reader === undefined) throw new Error(`no reader accepts ${name}`);
  return Array.fromAsync(reader.read(source));
}

/** The documents of a file that has no failure. */
export async function documentsOf(
  name: string,
  content: string | Uint8Array,
  options: ReaderOptions = {},
): Promise<Document[]> {
  return (await resultsOf(name, content, options)).map((result) => {
    if (isFailure(result)) throw new Error(result.reason);
    return result;
  });
}

/** The reasons of a file's failures, without the path that they begin with. */
export async function reasonsOf(
  name: string,
  content: string | Uint8Array,
  options: ReaderOptions = {},
): Promise<string[]> {
  return (await resultsOf(name, content, options))
    .filter(isFailure)
    .map(({ reason }) => reason.slice(reason.indexOf(name)));
}
