// What every archive's parts have in common: which of them are looked at, and what is refused.
import type { Document } from '../../../graph/model.ts';
import { failure, type Item, isBomb, type Results, recordId } from '../item.ts';
import type { Failure } from '../reader.ts';

/** An archive has more parts than this only to keep a reader busy. */
export const mostParts = 1_000_000;

/** A part as the archive lists it. `size` and `packed` in bytes, where it says them. */
export interface Listed {
  readonly path: string;
  readonly size: number;
  readonly packed: number;
}

/** Whether a part is passed over as hidden files of folders are: folders, hidden ones, what macOS adds. */
export const isPassedOver = (path: string): boolean =>
  path.endsWith('/') ||
  path
    .split('/')
    .some((name) => (name.startsWith('.') && name !== '.' && name !== '..') || name === '__MACOSX');

/** Why a part isn't read, or undefined where it may be. Nothing is ever written, but such a path lies about its place. */
export function refusal({ path, size, packed }: Listed): string | undefined {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..'))
    return `has a part ${JSON.stringify(path.slice(0, 100))} whose path climbs out of it. It is left out.`;
  if (isBomb(size, packed))
    return `has a part ${JSON.stringify(path.slice(0, 100))} that unfolds to ${(size / 1_000_000).toFixed(0)} MB out of ${Math.ceil(packed / 1000)} kB: a bomb. It is left out.`;
  return undefined;
}

/** A part as an item. */
export const partOf = (archive: Item, path: string, content: Item['content']): Item => ({
  id: recordId(archive, path.replace(/^(?:\.\/)+/, '')),
  name: `${archive.name}, ${path}`,
  fileName: path.slice(path.lastIndexOf('/') + 1),
  content,
  isPart: true,
});

/** Reads a part; where that throws, it is a failure of this part alone. */
export async function* safely(part: Item, results: Results): AsyncGenerator<Document | Failure> {
  try {
    yield* results;
  } catch (error) {
    yield failure(
      part,
      `can't be read (${error instanceof Error ? error.message : String(error)}). Unpack it and look.`,
    );
  }
}
