// What a worker does: reads a source part by part, and annotates one document at a time. Knows no other worker and no journal.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ZodError } from 'zod';
import type { Document } from '../../graph/model.ts';
import { Annotated } from '../annotated.ts';
import type { Extractor } from '../extract/extractor.ts';
import type { Failure, Reader, Source } from '../read/reader.ts';
import type { Tools } from './skills.ts';

/** One after the other: whoever asks waits for the answer before asking again. */
export interface Worker {
  /** Begins a source. `skip`: so many results are not wanted again. `mark`: as the last build had it, nothing is read. */
  read(source: Source, options: { readonly skip: number; readonly mark?: string | undefined }): Promise<Part>;
  /** Goes on with the source that was begun. */
  more(): Promise<Part>;
  annotate(document: Document): Promise<Annotated | Failure>;
  close(): Promise<void>;
}

/** Some results of a source, in order. */
export interface Part {
  readonly results: readonly (Document | Failure)[];
  readonly isLast: boolean;
  /** Changes whenever the source's bytes, or what is made of them, may be others; undefined where that isn't known. */
  readonly mark: string | undefined;
  /** Whether the mark is the one that was given; there are no results then. */
  readonly isSame: boolean;
}

/** Whether an extractor failed. */
export const isFailed = (result: Annotated | Failure): result is Failure => 'stage' in result;

/** A worker in this very thread. */
export function createWorker({ extractor, readers, reading }: Tools, signal?: AbortSignal): Worker {
  let open:
    | { readonly results: AsyncIterator<Document | Failure>; readonly mark: string | undefined }
    | undefined;
  const more = async (skip = 0): Promise<Part> => {
    if (open === undefined) throw new Error('No source was begun.');
    const { results, isLast } = await partOf(open.results, skip);
    return { results, isLast, mark: open.mark, isSame: false };
  };
  return {
    async read(source, { skip, mark: before }) {
      const mark = reading === undefined ? undefined : await markOf(source, reading);
      if (mark !== undefined && mark === before) return { results: [], isLast: true, mark, isSame: true };
      open = { results: resultsOf(source, readers), mark };
      return more(skip);
    },
    more: () => more(),
    annotate: (document) => annotate(document, extractor, signal),
    close: async () => {},
  };
}

/** Enough that asking costs nothing beside reading; not so much that it fills memory. */
const [mostResults, mostCharacters, longest] = [16, 500_000, 50];

async function partOf(iterator: AsyncIterator<Document | Failure>, skip: number) {
  const results: (Document | Failure)[] = [];
  let characters = 0;
  const end = performance.now() + longest;
  for (let skipped = 0; ; ) {
    const next = await iterator.next();
    if (next.done === true) return { results, isLast: true };
    if (skipped++ < skip) continue;
    results.push(next.value);
    if ('text' in next.value) characters += next.value.text.length;
    if (results.length >= mostResults || characters >= mostCharacters || performance.now() > end)
      return { results, isLast: false };
  }
}

/** What a reader gives; where it throws, that is a failure of this source alone. */
async function* resultsOf(source: Source, readers: readonly Reader[]): AsyncGenerator<Document | Failure> {
  try {
    yield* readers.find((reader) => reader.accepts(source))?.read(source) ?? [];
  } catch (error) {
    yield { stage: 'read', source: source.path, reason: `${source.path} can't be read: ${sentence(error)}` };
  }
}

/** Of a source that can't be opened there is no mark: its reader says why. */
async function markOf({ path }: Source, reading: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return undefined;
  }
  return `${reading} ${hash.digest('hex')}`;
}

async function annotate(
  document: Document,
  extractor: Extractor,
  signal: AbortSignal | undefined,
): Promise<Annotated | Failure> {
  const refusal = foreign(document, extractor);
  if (refusal !== undefined) return refusal;
  try {
    return Annotated.parse(await extractor.annotate(document, signal));
  } catch (error) {
    signal?.throwIfAborted();
    const reason = `${document.id} is left out: ${extractor.name} ${extractor.version} failed on it. ${sentence(error)}`;
    return { stage: 'annotate', source: document.id, reason };
  }
}

/** Why a document isn't given to an extractor that would make nothing, or nonsense, of it. */
function foreign(document: Document, extractor: Extractor): Failure | undefined {
  if (extractor.reads?.(document) !== false) return undefined;
  const { id, language } = document;
  const name = language === undefined ? undefined : languageName(language);
  const says = name === undefined || name === 'English' ? '' : ` (it says that it is in ${name})`;
  const reason = `${id} does not read as English${says}, and no other language is understood. Leave it out, or translate it.`;
  return { stage: 'annotate', source: id, reason };
}

function languageName(tag: string): string | undefined {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag.split('-', 1)[0] ?? tag);
  } catch {
    return undefined;
  }
}

/** What an error says, as a sentence. */
export function sentence(error: unknown): string {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `Its record is wrong at ${issue?.path.join('.')}: ${issue?.message}.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
