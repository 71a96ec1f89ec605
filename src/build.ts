// The whole pipeline on one screen: find, read, annotate, keep; then one graph of everything that is kept.
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { compare, type Graph } from '../graph/model.ts';
import { Decision, ListedName } from './decision.ts';
import { deriveAndKeep, replaceKeepingUp } from './derive.ts';
import type { Extractor } from './extract/extractor.ts';
import type { OwnVocabulary } from './extract/vocabulary.ts';
import { type Intake, type Progress, takeIn } from './intake.ts';
import { type Article, Journal, sourceOf } from './journal.ts';
import type { Columns } from './read/columns.ts';
import { findSources } from './read/find.ts';
import { kindsRead } from './read/formats.ts';
import type { Failure, Reader, Source } from './read/reader.ts';
import { hire } from './work/hire.ts';
import { openQueue } from './work/queue.ts';
import { learn, moduleAddress, type Skills, type Tools } from './work/skills.ts';
import type { Worker } from './work/worker.ts';

export type { Progress } from './intake.ts';

export interface BuildOptions {
  /** Files and folders; folders are read at any depth. */
  readonly sources: readonly string[];
  /** Path of the .graph file: made where there is none, else added to. */
  readonly out: string;
  /** Readers in place of the built-in ones; the first that accepts a source reads it. As objects they run in this process. */
  readonly readers?: readonly Reader[];
  /** Modules whose default export is a `Reader` or a list of them; asked before the built-in ones. */
  readonly readerModules?: readonly string[];
  /**
   * In place of the built-in one: an object, which runs in this process, or the name of a module whose default export it is,
   * which runs in every worker. Names are seen from the working directory.
   */
  readonly extractor?: Extractor | string;
  /** Types and rules besides the built-in extractor's own. */
  readonly vocabulary?: OwnVocabulary;
  /** Which column of a table, or field of a record, is what. */
  readonly columns?: Columns;
  /**
   * How many threads read and annotate: as many as there are cores by default. Where there are few articles, or a reader or
   * extractor is an object, this thread does it. The graph is the same for any number.
   */
  readonly workers?: number;
  /**
   * The address of a Redis or Valkey, `redis://HOST:PORT`: articles are then read here and annotated by whatever machines run
   * `wiregraph work` on it. Needs the packages bullmq and ioredis.
   */
  readonly queue?: string;
  /** Told in a sentence what a person should know while it runs: that no worker takes part. */
  readonly onNotice?: (notice: string) => void;
  /** Most time for an article, in ms, before its thread counts as hung; longer articles get more. 30,000 by default. */
  readonly patience?: number;
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
  /** Everything in the file, also what earlier builds kept. Read out of it, as it is then, when a list is first looked at. */
  readonly graph: Graph;
}

/** A build has nothing to work on. The message says what was looked at. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/**
 * Reads articles into a .graph file and gives the graph of all that it holds. An article that is in it already, unchanged
 * and read by the same extractor, is not read again. One bad article becomes a failure and stops nothing.
 * *Errors*: `SameId`, `BuildError`, `JournalError`, `WorkError`; the signal's reason where it stops the build.
 */
export async function build(options: BuildOptions): Promise<Report> {
  const { sources, out, sync = false, names, now = () => new Date() } = options;
  const { tools, skills } = await equip(options);
  const found = await findSources(sources);
  const { read, refused, passedOver } = assign(found.sources, tools.readers, sources);
  const before: Failure[] = [...found.failures, ...refused];
  if (read.length === 0) throw new BuildError(nothingToRead(sources, before, passedOver));

  using journal = Journal.write(out);
  const intake = await takeInWith(await hire(read, tools, skills, options), read, journal, tools, options);
  const removed = sync && found.failures.length === 0 ? goneFrom(journal, found.sources, intake) : [];
  replaceKeepingUp(journal, { remove: removed }, '');
  if (names !== undefined) keepNames(journal, names, now);
  const graph = await deriveAndKeep(journal);
  const { added, replaced, unchanged, failures } = intake;
  return {
    ...{ added, replaced, unchanged, removed },
    failures: [...before, ...failures],
    passedOver: [...found.hidden, ...passedOver].filter(isNot(out)),
    graph,
  };
}

/** Takes the sources in and lets the workers go, also where it is stopped. */
async function takeInWith(
  workers: readonly Worker[],
  read: readonly Source[],
  journal: Journal,
  tools: Tools,
  options: BuildOptions,
): Promise<Intake> {
  const {
    onProgress = () => {},
    onNotice = () => {},
    signal,
    now = () => new Date(),
    queue: address,
  } = options;
  const extractor = `${tools.extractor.name}@${tools.extractor.version}`;
  const build = `${hostname()} ${resolve(options.out)}`;
  const queue = address === undefined ? undefined : await openQueue({ address, extractor, build, onNotice });
  const crew = { readers: workers, annotators: queue?.annotators ?? workers };
  try {
    const replace = (put: readonly Article[], at: string) => replaceKeepingUp(journal, { put }, at);
    return await takeIn(read, journal, { crew, tools, onProgress, signal, now, replace });
  } finally {
    await Promise.all([...workers.map((worker) => worker.close()), queue?.close()]);
  }
}

/** The tools that were chosen; and what threads need to have the same, undefined where they can't. */
async function equip(options: BuildOptions): Promise<{ tools: Tools; skills: Skills | undefined }> {
  const { extractor, readers, readerModules, vocabulary, columns, workers = 1 } = options;
  const skills = {
    extractor: typeof extractor === 'string' ? moduleAddress(extractor) : undefined,
    readers: readerModules?.map((name) => moduleAddress(name)),
    vocabulary: vocabulary?.source,
    columns,
  };
  const own = { ...(typeof extractor === 'object' ? { extractor } : {}), ...(readers ? { readers } : {}) };
  if (Object.keys(own).length === 0) return { tools: await learn(skills), skills };
  if (workers > 1)
    throw new BuildError(
      `An extractor or reader that is an object runs in this process alone: ${workers} workers can't have it. Give the name of a module that exports it.`,
    );
  const tools = { ...(await learn(skills)), ...own };
  return {
    tools: { ...tools, reading: readers === undefined ? tools.reading : undefined },
    skills: undefined,
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

/** What is read. A file that was named and that nobody reads is a failure; one that lay in a folder is passed over. */
function assign(sources: readonly Source[], readers: readonly Reader[], named: readonly string[]) {
  const read: Source[] = [];
  const refused: Failure[] = [];
  const passedOver: string[] = [];
  for (const source of sources) {
    if (readers.some((reader) => reader.accepts(source))) read.push(source);
    else if (named.includes(source.path)) refused.push(unreadable(source));
    else passedOver.push(source.path);
  }
  return { read, refused, passedOver };
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

/**
 * Ids of documents whose source isn't there any more, or isn't in it any more where all of it could be read. A record of
 * a container has its container's id before `#`.
 */
function goneFrom(journal: Journal, sources: readonly Source[], intake: Intake): string[] {
  const seen = new Set([...intake.added, ...intake.replaced, ...intake.unchanged]);
  const here = new Set(sources.map((source) => source.id));
  const isGone = (id: string) => {
    const source = here.has(id) ? id : sourceOf(id);
    return !here.has(source) || (intake.whole.has(source) && !seen.has(id));
  };
  return journal.ids().filter(isGone).sort(compare);
}
