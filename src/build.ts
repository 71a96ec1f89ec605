// The whole pipeline on one screen: find, read, annotate, keep; then one graph of everything that is kept.
import { resolve } from 'node:path';
import { ZodError, z } from 'zod';
import { compare, type Document, type Graph } from '../graph/model.ts';
import { Annotated } from './annotated.ts';
import { Decision, ListedName } from './decision.ts';
import { deriveAndKeep } from './derive.ts';
import type { Extractor } from './extract/extractor.ts';
import { createExtractor } from './extract/index.ts';
import { Journal, JournalError } from './journal.ts';
import { findSources } from './read/find.ts';
import { createReaders, kindsRead } from './read/formats.ts';
import { type Failure, isFailure, type Reader, type Source } from './read/reader.ts';

export interface BuildOptions {
  /** Files and folders; folders are read at any depth. */
  readonly sources: readonly string[];
  /** Path of the .graph file: made where there is none, else added to. */
  readonly out: string;
  /** The first that accepts a source reads it. By default every kind that `createReaders` knows. */
  readonly readers?: readonly Reader[];
  /** The project's own by default. */
  readonly extractor?: Extractor;
  /** Removes the articles that are gone from `sources`. Nothing is removed where a source couldn't be looked into. */
  readonly sync?: boolean;
  /**
   * Names that win over whatever the articles' own say: see `readNames`. Kept in the file as a decision, so that it is needed
   * once; a later list takes its place, an empty one takes it away.
   */
  readonly names?: readonly ListedName[];
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between two articles; what is done is kept, and the next build goes on from there. */
  readonly signal?: AbortSignal;
  /** When the articles are read in; the journal keeps it. */
  readonly now?: () => Date;
}

/** After each source: how many are done, of how many. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly source: string;
}

/** What a build did. Lists hold document ids, sorted as they were read. */
export interface Report {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** What was left out, and why. */
  readonly failures: readonly Failure[];
  /** Paths in the folders that no reader takes, and hidden ones. */
  readonly passedOver: readonly string[];
  /** Everything in the file: also what earlier builds kept. */
  readonly graph: Graph;
}

/** A build has nothing to work on. The message says what was looked at. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/**
 * Reads articles into a .graph file and gives the graph of all that it holds. An article that is in it already, unchanged
 * and read by the same extractor, is not read again. One bad article becomes a failure and stops nothing.
 * *Errors*: `SameId`, `BuildError`, `JournalError`; the signal's reason where it stops the build.
 */
export async function build(options: BuildOptions): Promise<Report> {
  const { sources, out, readers = createReaders(), extractor = createExtractor() } = options;
  const { sync = false, names, onProgress = () => {}, signal, now = () => new Date() } = options;
  const found = await findSources(sources);
  const { tasks, refused, passedOver } = assign(found.sources, readers, sources);
  const failures: Failure[] = [...found.failures, ...refused];
  if (tasks.length === 0) throw new BuildError(nothingToRead(sources, failures, passedOver));

  using journal = Journal.write(out);
  const ids: { readonly [K in Outcome]: string[] } = { added: [], replaced: [], unchanged: [] };
  const seen: Seen = { ids: new Set(), whole: new Set() };
  for (const [index, { source, reader }] of tasks.entries()) {
    const before = failures.length;
    for await (const result of reading(source, reader)) {
      signal?.throwIfAborted();
      const refusal = isFailure(result) ? result : foreign(result, extractor);
      const outcome = refusal ?? (await keep(result as Document, journal, extractor, now, signal));
      if (typeof outcome !== 'string') failures.push(outcome);
      else {
        const { id } = result as Document;
        ids[outcome].push(id);
        seen.ids.add(id);
      }
    }
    if (failures.length === before) seen.whole.add(source.id);
    onProgress({ done: index + 1, total: tasks.length, source: source.path });
  }

  const removed = sync && found.failures.length === 0 ? goneFrom(journal, found.sources, seen) : [];
  journal.remove(removed);
  if (names !== undefined) keepNames(journal, names, now);
  const graph = await deriveAndKeep(journal);
  return {
    ...ids,
    removed,
    failures,
    passedOver: [...found.hidden, ...passedOver].filter(isNot(out)),
    graph,
  };
}

/** The .graph file may lie among the articles. */
const isNot = (out: string) => (path: string) => resolve(path) !== resolve(out);

/** A list that is there already isn't kept twice. */
function keepNames(journal: Journal, names: readonly ListedName[], now: () => Date): void {
  const lists = journal.decisions().flatMap(({ decision }) => (decision.kind === 'names' ? [decision] : []));
  const last = lists.at(-1)?.names ?? [];
  if (JSON.stringify(z.array(ListedName).parse(names)) === JSON.stringify(last)) return;
  journal.decide(Decision.parse({ kind: 'names', names }), now().toISOString());
}

type Outcome = 'added' | 'replaced' | 'unchanged';

interface Task {
  readonly source: Source;
  readonly reader: Reader;
}

/** Who reads what. A file that was named and that nobody reads is a failure; one that lay in a folder is passed over. */
function assign(sources: readonly Source[], readers: readonly Reader[], named: readonly string[]) {
  const tasks: Task[] = [];
  const refused: Failure[] = [];
  const passedOver: string[] = [];
  for (const source of sources) {
    const reader = readers.find((candidate) => candidate.accepts(source));
    if (reader !== undefined) tasks.push({ source, reader });
    else if (named.includes(source.path)) refused.push(unreadable(source));
    else passedOver.push(source.path);
  }
  return { tasks, refused, passedOver };
}

const unreadable = ({ path }: Source): Failure => ({
  stage: 'read',
  source: path,
  reason: `${path} is of no kind that can be read. Read are ${kindsRead}.`,
});

function nothingToRead(
  sources: readonly string[],
  failures: readonly Failure[],
  passedOver: readonly string[],
): string {
  if (failures.length > 0) return failures.map((failure) => failure.reason).join('\n');
  const others = passedOver.length === 0 ? '' : ` (${passedOver.length} files of other kinds)`;
  return `No article in ${sources.join(', ')}${others}. Read are ${kindsRead}.`;
}

/** What a reader gives; where it throws, that is a failure of this source alone. */
async function* reading(source: Source, reader: Reader): AsyncGenerator<Document | Failure> {
  try {
    yield* reader.read(source);
  } catch (error) {
    yield { stage: 'read', source: source.path, reason: `${source.path} can't be read: ${sentence(error)}` };
  }
}

async function keep(
  document: Document,
  journal: Journal,
  extractor: Extractor,
  now: () => Date,
  signal: AbortSignal | undefined,
): Promise<Outcome | Failure> {
  const before = journal.head(document.id);
  const isSame = before?.contentHash === document.contentHash;
  if (isSame && before.extractor === `${extractor.name}@${extractor.version}`) return 'unchanged';
  try {
    const record = Annotated.parse(await extractor.annotate(document, signal));
    if (before === undefined) journal.add({ document, record }, now().toISOString());
    else journal.put([{ document, record }], now().toISOString());
    return before === undefined ? 'added' : 'replaced';
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof JournalError) throw error;
    const reason = `${document.id} is left out: ${extractor.name} ${extractor.version} failed on it. ${sentence(error)}`;
    return { stage: 'annotate', source: document.id, reason };
  }
}

/** What this build has read: documents, and sources of which nothing failed. */
interface Seen {
  readonly ids: Set<string>;
  readonly whole: Set<string>;
}

/**
 * Ids of documents whose source isn't there any more, or isn't in it any more where all of it could be read. A record of
 * a container has its container's id before `#`.
 */
function goneFrom(journal: Journal, sources: readonly Source[], seen: Seen): string[] {
  const here = new Set(sources.map((source) => source.id));
  const isGone = (id: string) => {
    const source = here.has(id) ? id : id.replace(/#[^#]*$/, '');
    return !here.has(source) || (seen.whole.has(source) && !seen.ids.has(id));
  };
  return journal.ids().filter(isGone).sort(compare);
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

function sentence(error: unknown): string {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `Its record is wrong at ${issue?.path.join('.')}: ${issue?.message}.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
