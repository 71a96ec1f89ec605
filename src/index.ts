// What `import … from 'wiregraph'` gives: build, open, read, fetch, extract, and the interfaces to plug readers and
// extractors in.
import type { Document } from '../graph/model.ts';
import type { Annotated } from './annotated.ts';
import { createExtractor } from './extract/index.ts';
import { findSources } from './read/find.ts';
import { createReaders } from './read/formats.ts';
import type { Failure, Reader } from './read/reader.ts';

export type { Annotated, Chain, End, FoundMention, Statement } from './annotated.ts';
export { BuildError, type BuildOptions, build, type Progress, type Report } from './build.ts';
export { entitiesCalled } from './called.ts';
export type { ListedName } from './decision.ts';
export type { Extractor } from './extract/extractor.ts';
export {
  createExtractor,
  type ExtractorOptions,
  type OwnVocabulary,
  readVocabulary,
  VocabularyError,
} from './extract/index.ts';
export { FetchError } from './fetch/known.ts';
export { addressesIn, readAddress } from './fetch/read.ts';
export { type Saved, type SaveOptions, save as fetchPages } from './fetch/save.ts';
export { ImportError, type Imported, type ImportOptions, importGraph } from './import.ts';
export { JournalError } from './journal.ts';
export { type Names, NamesError, readNames } from './names.ts';
export { open, readGraph } from './open.ts';
export { questions } from './questions.ts';
export { columnFields } from './read/columns.ts';
export { SameId } from './read/find.ts';
export { createReaders, type ReaderOptions, textReader } from './read/formats.ts';
export { type Failure, isFailure, type Reader, type Source } from './read/reader.ts';
export { type Removal, remove } from './remove.ts';
export { WorkError } from './work/skills.ts';

/**
 * Every document in files and folders, in the order of their ids, or why one could not be read. Files that no reader
 * takes are passed over. *Errors*: `SameId`.
 */
export async function* read(
  paths: readonly string[],
  readers: readonly Reader[] = createReaders(),
): AsyncGenerator<Document | Failure> {
  const { sources, failures } = await findSources(paths);
  yield* failures;
  for (const source of sources) yield* readers.find((reader) => reader.accepts(source))?.read(source) ?? [];
}

/** What one document says, as the built-in extractor reads it. Knows no other document. */
export const extract = (document: Document, signal?: AbortSignal): Promise<Annotated> =>
  createExtractor().annotate(document, signal);
