// What a worker must know to do its part of a build, as plain data that a thread can be handed; and what comes of it.
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Extractor } from '../extract/extractor.ts';
import type { Columns } from '../read/columns.ts';
import type { Reader } from '../read/reader.ts';

/** Plain data: it can be copied into a thread. Modules by address, as `moduleAddress` gives it. */
export interface Skills {
  /** A module whose default export is an `Extractor`; the built-in one where missing. */
  readonly extractor?: string | undefined;
  /** Types and rules besides the built-in ones: text, and the file's name for messages. */
  readonly vocabulary?: { readonly text: string; readonly file: string } | undefined;
  /** Modules whose default export is a `Reader` or a list of them; asked before the built-in ones. */
  readonly readers?: readonly string[] | undefined;
  readonly columns?: Columns | undefined;
  /** Whether sources are read by others. */
  readonly isToAnnotate?: boolean;
}

/** What a worker works with. */
export interface Tools {
  readonly extractor: Extractor;
  /** The first that accepts a source reads it. */
  readonly readers: readonly Reader[];
  /**
   * What readers make of the same bytes is the same while this is the same; undefined where nobody knows, and every source
   * is read again.
   */
  readonly reading: string | undefined;
}

/** A build's workers can't be set up. The message says what is wrong with what they were given. */
export class WorkError extends Error {
  override readonly name = 'WorkError';
}

/** The tools that go with skills. *Errors*: `WorkError` for a module that can't be used, `VocabularyError`. */
export async function learn(skills: Skills): Promise<Tools> {
  const { extractor, vocabulary } = skills;
  return {
    extractor: extractor === undefined ? await ownExtractor(vocabulary) : await extractorIn(extractor),
    ...(skills.isToAnnotate === true ? { readers: [], reading: undefined } : await allReaders(skills)),
  };
}

async function allReaders({
  readers = [],
  columns = {},
}: Skills): Promise<Pick<Tools, 'readers' | 'reading'>> {
  const { createReaders, readingVersion } = await import('../read/formats.ts');
  const own = await Promise.all(readers.map(readersIn));
  return {
    readers: [...own.flat(), ...createReaders({ columns })],
    reading: own.length > 0 ? undefined : `${readingVersion} ${JSON.stringify(columns)}`,
  };
}

/**
 * The address under which a module is imported from anywhere: of a path, seen from `folder`, or of a package installed
 * there. *Errors*: `WorkError`.
 */
export function moduleAddress(name: string, folder = process.cwd()): string {
  if (/^(?:file|data|node):/.test(name)) return name;
  if (/^\.{1,2}[\\/]/.test(name) || isAbsolute(name)) return pathToFileURL(resolve(folder, name)).href;
  try {
    return pathToFileURL(createRequire(join(folder, 'here')).resolve(name)).href;
  } catch (error) {
    throw new WorkError(
      `There is no package ${name} here. Install it, or write ./${name} for a file in this folder.`,
      { cause: error },
    );
  }
}

/** Loaded only where it is wanted: its rules take longer to load than an extractor of someone else's. */
async function ownExtractor(vocabulary: Skills['vocabulary']): Promise<Extractor> {
  const { createExtractor, readVocabulary } = await import('../extract/index.ts');
  if (vocabulary === undefined) return createExtractor();
  return createExtractor({ vocabulary: await readVocabulary(vocabulary.text, vocabulary.file) });
}

async function extractorIn(address: string): Promise<Extractor> {
  const given = await defaultOf(address);
  if (isExtractor(given)) return given;
  throw new WorkError(
    `The default export of ${address} is no extractor. It must be an object with name, version and annotate.`,
  );
}

async function readersIn(address: string): Promise<readonly Reader[]> {
  const readers = [await defaultOf(address)].flat();
  if (readers.length > 0 && readers.every(isReader)) return readers;
  throw new WorkError(
    `The default export of ${address} is no reader. It must be an object with accepts and read, or a list of such.`,
  );
}

async function defaultOf(address: string): Promise<unknown> {
  try {
    return ((await import(address)) as { default?: unknown }).default;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WorkError(`The module ${address} can't be loaded: ${reason}`, { cause: error });
  }
}

const isExtractor = (value: unknown): value is Extractor =>
  isObject(value) &&
  typeof value.name === 'string' &&
  typeof value.version === 'string' &&
  typeof value.annotate === 'function';

const isReader = (value: unknown): value is Reader =>
  isObject(value) && typeof value.accepts === 'function' && typeof value.read === 'function';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
