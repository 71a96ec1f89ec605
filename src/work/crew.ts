// Many workers on many sources: who does what next. Reads no faster than it can be annotated, so that memory doesn't grow
// with the corpus; goes on where a worker is lost. Knows neither what a worker is nor what becomes of its results.
import type { Document } from '../../graph/model.ts';
import type { Annotated } from '../annotated.ts';
import { type Failure, isFailure, type Source } from '../read/reader.ts';
import { Lost } from './threads.ts';
import { isFailed, type Part, type Worker } from './worker.ts';

/** Whom results go to. Called in an order that depends on the workers, but with a source's documents in order. */
export interface Desk {
  /** The mark under which everything that a source holds is kept as it should be. */
  markOf(source: Source): string | undefined;
  /** Whether a document must be annotated. It is the result number `number` of its source. */
  wants(document: Document, source: Source, number: number): boolean;
  keep(document: Document, record: Annotated, source: Source, number: number): void;
  fail(failure: Failure, source: Source, number: number): void;
  /** Everything of a source is kept, or told as a failure. */
  end(source: Source, about: { readonly mark: string | undefined; readonly isSame: boolean }): void;
}

/** Who works. A worker may be in both lists: it then reads while there is nothing to annotate. */
export interface Crew {
  readonly readers: readonly Worker[];
  /** One may be there more than once, if it can do several things at a time. */
  readonly annotators: readonly Worker[];
}

/**
 * Has every source read and every document annotated that the desk wants. What is open at a time are as many sources as
 * readers, and a few documents a worker. *Errors*: those of the desk, `WorkError`, the signal's reason.
 */
export async function work(
  sources: readonly Source[],
  crew: Crew,
  desk: Desk,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const run = new Run(sources, desk);
  const onAbort = () => run.fail(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    const onlyAnnotators = crew.annotators.filter((worker) => !crew.readers.includes(worker));
    const drives = [
      ...crew.readers.map((worker) => run.drive(worker, true, crew.annotators.includes(worker))),
      ...onlyAnnotators.map((worker) => run.drive(worker, false, true)),
    ];
    await Promise.race([Promise.all(drives), run.failed]);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

/** A source that is being read. */
interface Opened {
  readonly source: Source;
  /** Results that have come. */
  count: number;
  mark: string | undefined;
  /** Documents that are waiting or being annotated. */
  pending: number;
  isRead: boolean;
}

interface Waiting {
  readonly document: Document;
  readonly opened: Opened;
  readonly number: number;
}

class Run {
  /** Rejects as soon as the run fails: what is under way then is no longer waited for. */
  readonly failed: Promise<never>;
  readonly fail: (error: unknown) => void;
  readonly #desk: Desk;
  readonly #sources: Iterator<Source>;
  /** How many sources have not come to their end. */
  #left: number;
  readonly #waiting: Waiting[] = [];
  /** Sources whose worker was lost over something else: they are begun again, less what has come of them. */
  readonly #again: Opened[] = [];
  #hasFailed = false;
  #change = Promise.withResolvers<void>();

  constructor(sources: readonly Source[], desk: Desk) {
    [this.#desk, this.#sources, this.#left] = [desk, sources.values(), sources.length];
    const { promise, reject } = Promise.withResolvers<never>();
    this.failed = promise;
    this.fail = (error) => {
      this.#hasFailed = true;
      reject(error);
      this.#wake();
    };
  }

  /** Gives a worker one thing after another, until there is nothing more to do. */
  async drive(worker: Worker, reads: boolean, annotates: boolean): Promise<void> {
    let opened: Opened | undefined;
    let isBegun = false;
    try {
      while (this.#left > 0 && !this.#hasFailed) {
        const waiting = annotates ? this.#waiting.shift() : undefined;
        // Nothing is read while there is something to annotate: memory doesn't grow with the corpus.
        const mayRead = reads && waiting === undefined && this.#waiting.length === 0;
        if (mayRead) opened ??= this.#again.pop() ?? this.#next();
        if (waiting !== undefined) {
          // Whoever only reads has waited for that.
          if (this.#waiting.length === 0) this.#wake();
          if ((await this.#annotate(worker, waiting)) !== 'lost' || opened === undefined) continue;
          this.#again.push(opened);
          [opened, isBegun] = [undefined, false];
        } else if (mayRead && opened !== undefined) {
          isBegun = (await this.#read(worker, opened, isBegun)) === 'more';
          if (!isBegun) opened = undefined;
        } else await this.#change.promise;
      }
    } catch (error) {
      this.fail(error);
    }
  }

  #next(): Opened | undefined {
    const { done, value } = this.#sources.next();
    return done === true
      ? undefined
      : { source: value, count: 0, mark: undefined, pending: 0, isRead: false };
  }

  #wake(): void {
    const { resolve } = this.#change;
    this.#change = Promise.withResolvers();
    resolve();
  }

  async #read(worker: Worker, opened: Opened, isBegun: boolean): Promise<'more' | 'end'> {
    const { source, count } = opened;
    try {
      const mark = count > 0 ? undefined : this.#desk.markOf(source);
      const part = await (isBegun ? worker.more() : worker.read(source, { skip: count, mark }));
      if (this.#hasFailed) return 'end';
      this.#take(part, opened);
      return part.isLast ? 'end' : 'more';
    } catch (error) {
      if (!(error instanceof Lost) || this.#hasFailed) throw error;
      const what = `${source.path} can't be read${count > 0 ? ' to its end' : ''}`;
      const reason = `${what}: it ${error.message}. Look what it is, or take it out.`;
      this.#desk.fail({ stage: 'read', source: source.path, reason }, source, count);
      opened.isRead = true;
      this.#endWhereDone(opened);
      return 'end';
    }
  }

  #take({ results, isLast, isSame, mark }: Part, opened: Opened): void {
    opened.mark = mark;
    for (const result of results) {
      const number = opened.count++;
      if (isFailure(result)) this.#desk.fail(result, opened.source, number);
      else if (this.#desk.wants(result, opened.source, number)) {
        opened.pending += 1;
        this.#waiting.push({ document: result, opened, number });
      }
    }
    opened.isRead = isLast;
    this.#endWhereDone(opened, isSame);
    this.#wake();
  }

  async #annotate(worker: Worker, { document, opened, number }: Waiting): Promise<'done' | 'lost'> {
    const { source } = opened;
    let outcome: 'done' | 'lost' = 'done';
    try {
      const result = await worker.annotate(document);
      if (this.#hasFailed) return 'done';
      if (isFailed(result)) this.#desk.fail(result, source, number);
      else this.#desk.keep(document, result, source, number);
    } catch (error) {
      if (!(error instanceof Lost) || this.#hasFailed) throw error;
      outcome = 'lost';
      const reason = `${document.id} is left out: it ${error.message}. Look what it is, or take it out.`;
      this.#desk.fail({ stage: 'annotate', source: document.id, reason }, source, number);
    }
    opened.pending -= 1;
    this.#endWhereDone(opened);
    return outcome;
  }

  #endWhereDone({ source, mark, pending, isRead }: Opened, isSame = false): void {
    if (!isRead || pending > 0) return;
    this.#left -= 1;
    this.#desk.end(source, { mark, isSame });
    if (this.#left === 0) this.#wake();
  }
}
