// The per-article half of a build: sources in, articles kept in the journal. Nothing here knows what articles make together.
import type { Document } from '../graph/model.ts';
import type { Annotated } from './annotated.ts';
import type { Article, Journal } from './journal.ts';
import type { Failure, Source } from './read/reader.ts';
import { type Crew, type Desk, work } from './work/crew.ts';
import type { Tools } from './work/skills.ts';

/** After each source: how many are done, of how many. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly source: string;
}

export interface IntakeOptions {
  readonly crew: Crew;
  /** As the crew's own: what they are called stands in the records. */
  readonly tools: Tools;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => Date;
  /** Keeps articles in the place of those with their ids; `Journal.put` by default. */
  readonly replace?: (articles: readonly Article[], observedAt: string) => void;
}

/** What was taken in. Ids and failures in the order of sources, and within one as it gives them. */
export interface Intake {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
  readonly failures: readonly Failure[];
  /** Ids of sources that could be read to their end, without a failure. */
  readonly whole: ReadonlySet<string>;
}

/**
 * Reads sources and keeps their articles. What is kept already, unchanged and by the same extractor, isn't annotated again;
 * a source whose bytes are what they were isn't read. The result is the same for any crew. Memory doesn't grow with the
 * articles, but for their ids. *Errors*: `JournalError`, `WorkError`, the signal's reason.
 */
export async function takeIn(
  sources: readonly Source[],
  journal: Journal,
  options: IntakeOptions,
): Promise<Intake> {
  const desk = new Keeper(sources, journal, options);
  try {
    await work(sources, options.crew, desk, options.signal);
  } finally {
    desk.finish();
  }
  return desk.intake();
}

type Outcome = 'added' | 'replaced' | 'unchanged';

/** Something that was done, with the place of its source and its number in it. */
interface Noted<T> {
  readonly place: number;
  readonly number: number;
  readonly what: T;
}

/** Keeps what comes, in whatever order it comes. */
class Keeper implements Desk {
  readonly #journal: Journal;
  readonly #options: IntakeOptions;
  readonly #places: ReadonlyMap<string, number>;
  readonly #extractor: string;
  readonly #ids: { readonly [K in Outcome]: Noted<string>[] } = { added: [], replaced: [], unchanged: [] };
  readonly #failures: Noted<Failure>[] = [];
  readonly #failed = new Set<string>();
  readonly #whole = new Set<string>();
  /** Documents that this build has met. */
  readonly #seen = new Set<string>();
  readonly #marks = new Map<string, string>();
  /** Articles that will take the place of others, and whether they are too many to wait for each other. */
  #corrected: Article[] = [];
  #areMany = false;
  #done = 0;

  constructor(sources: readonly Source[], journal: Journal, options: IntakeOptions) {
    [this.#journal, this.#options] = [journal, options];
    this.#places = new Map(sources.map((source, place) => [source.id, place]));
    const { name, version } = options.tools.extractor;
    this.#extractor = `${name}@${version}`;
  }

  markOf(source: Source): string | undefined {
    return this.#journal.mark(source.id, this.#extractor);
  }

  wants(document: Document, source: Source, number: number): boolean {
    const { id, contentHash } = document;
    if (this.#seen.has(id)) {
      const reason = `${source.path} has a second record that is called ${id}. Only the first is kept: give each an id of its own.`;
      this.fail({ stage: 'read', source: source.path, reason }, source, number);
      return false;
    }
    this.#seen.add(id);
    if (![id, document.title, document.text].every((words) => words.isWellFormed())) {
      const reason = `${source.path} holds half of a character. Mend its text, or see what its reader makes of it.`;
      this.fail({ stage: 'read', source: source.path, reason }, source, number);
      return false;
    }
    const before = this.#journal.head(id);
    if (before?.contentHash !== contentHash || before.extractor !== this.#extractor) return true;
    this.#note('unchanged', id, source, number);
    return false;
  }

  keep(document: Document, record: Annotated, source: Source, number: number): void {
    const { name, version } = this.#options.tools.extractor;
    const isOfIt = record.document === document.id && record.contentHash === document.contentHash;
    if (!isOfIt || record.extractor !== this.#extractor) {
      const reason = `${document.id} is left out: the record that ${name} ${version} gave is of another document, or names another extractor.`;
      this.fail({ stage: 'annotate', source: document.id, reason }, source, number);
      return;
    }
    const isNew = this.#journal.head(document.id) === undefined;
    if (isNew) this.#journal.add({ document, record }, this.#options.now().toISOString());
    else this.#correct({ document, record });
    this.#note(isNew ? 'added' : 'replaced', document.id, source, number);
  }

  fail(failure: Failure, source: Source, number: number): void {
    this.#failures.push({ place: this.#placeOf(source), number, what: failure });
    this.#failed.add(source.id);
  }

  end(
    source: Source,
    { mark, isSame }: { readonly mark: string | undefined; readonly isSame: boolean },
  ): void {
    if (isSame)
      for (const [number, id] of this.#journal.idsOf(source.id).entries()) {
        this.#seen.add(id);
        this.#note('unchanged', id, source, number);
      }
    if (!this.#failed.has(source.id)) {
      this.#whole.add(source.id);
      if (!isSame && mark !== undefined) this.#marks.set(source.id, mark);
      if (this.#marks.size >= marksAtOnce) this.remember();
    }
    this.#done += 1;
    const { onProgress } = this.#options;
    onProgress?.({ done: this.#done, total: this.#places.size, source: source.path });
  }

  /** Keeps what waits. */
  finish(): void {
    const { replace = (articles, at) => this.#journal.put(articles, at) } = this.#options;
    if (this.#corrected.length > 0) this.#replace(replace);
    this.remember();
  }

  /** A few are replaced in one change, and what is made of all is kept up; where there are many, it is made anew at the end. */
  #correct(article: Article): void {
    this.#corrected.push(article);
    this.#areMany ||= this.#corrected.length > mostCorrected;
    if (this.#areMany) this.#replace((articles, at) => this.#journal.put(articles, at));
  }

  #replace(replace: NonNullable<IntakeOptions['replace']>): void {
    replace(this.#corrected, this.#options.now().toISOString());
    this.#corrected = [];
    this.remember();
  }

  /** Writes down which sources needn't be read again: of those whose articles wait, later. */
  remember(): void {
    if (this.#corrected.length > 0) return;
    this.#journal.setMarks(this.#marks);
    this.#marks.clear();
  }

  intake(): Intake {
    return {
      added: inOrder(this.#ids.added),
      replaced: inOrder(this.#ids.replaced),
      unchanged: inOrder(this.#ids.unchanged),
      failures: inOrder(this.#failures),
      whole: this.#whole,
    };
  }

  #note(outcome: Outcome, id: string, source: Source, number: number): void {
    this.#ids[outcome].push({ place: this.#placeOf(source), number, what: id });
  }

  #placeOf(source: Source): number {
    return this.#places.get(source.id) ?? 0;
  }
}

/** So many articles replaced at once are kept up with; a process that is killed reads them again. */
const mostCorrected = 64;

/** A process that is killed reads at most so many unchanged sources again. */
const marksAtOnce = 64;

const inOrder = <T>(noted: readonly Noted<T>[]): T[] =>
  noted.toSorted((a, b) => a.place - b.place || a.number - b.number).map(({ what }) => what);
