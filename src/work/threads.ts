// A worker in a thread of its own: what crashes or hangs it costs one article and never the build. The inside is thread.ts.
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import type { Document } from '../../graph/model.ts';
import type { Annotated } from '../annotated.ts';
import type { Failure, Source } from '../read/reader.ts';
import { type Skills, WorkError } from './skills.ts';
import type { Part, Worker } from './worker.ts';

export type Request =
  | {
      readonly kind: 'read';
      readonly source: Source;
      readonly skip: number;
      readonly mark: string | undefined;
    }
  | { readonly kind: 'more' }
  | { readonly kind: 'annotate'; readonly document: Document };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Part | Annotated | Failure }
  | { readonly kind: 'failed'; readonly reason: string };

/** A worker is gone, with whatever it had begun. `reason` follows "It". The next request gets a new thread. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** How long an article may take before its worker counts as hung, in ms. More is given for every article that is longer. */
export const patience = 30_000;

export interface ThreadWorker extends Worker {
  /** Starts the thread before there is work. *Errors*: `WorkError`. */
  ready(): Promise<void>;
}

/** A worker in a thread, which is started with the first request and again whenever it is lost. *Errors*: `Lost`, `WorkError`. */
export function threadWorker(skills: Skills, most = patience): ThreadWorker {
  let started: Started | undefined;
  let size = 0;
  const ready = async (): Promise<Thread> => {
    started = started?.isAlive() ? started : start(skills);
    await started.ready;
    return started.thread;
  };
  const ask = async <Result>(request: Request, limit: number): Promise<Result> => {
    const thread = await ready();
    return (await answered(thread, request, limit)) as Result;
  };
  return {
    async ready() {
      await ready();
    },
    async read(source, { skip, mark }) {
      size = await sizeOf(source);
      return ask({ kind: 'read', source, skip, mark }, most * (1 + size / 10_000_000));
    },
    more: () => ask({ kind: 'more' }, most * (1 + size / 10_000_000)),
    annotate: (document) => ask({ kind: 'annotate', document }, most * (1 + document.text.length / 100_000)),
    async close() {
      await started?.thread.terminate();
    },
  };
}

const sizeOf = ({ path }: Source): Promise<number> =>
  stat(path).then(
    (found) => found.size,
    () => 0,
  );

interface Started {
  readonly thread: Thread;
  /** Resolves when it has learnt what it must know. */
  readonly ready: Promise<void>;
  /** It may also end while nobody asks it anything. */
  isAlive(): boolean;
}

/**
 * What an article needs is garbage when the next one comes: with little room for the young, it is collected before it counts as
 * old. In MB. It lowers what a build takes (421 to 351 MB over 200 articles), not how that grows; bench/workers.ts measures.
 */
const maxYoungGenerationSizeMb = 24;

function start(skills: Skills): Started {
  const entry = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
  const thread = new Thread(entry, { workerData: skills, resourceLimits: { maxYoungGenerationSizeMb } });
  let hasEnded = false;
  thread
    .on('error', () => {})
    .on('exit', () => {
      hasEnded = true;
    });
  const ready = nextAnswer(thread).then(
    (answer) => {
      if (answer.kind === 'failed') throw new WorkError(answer.reason);
    },
    (error: Error) => {
      throw new WorkError(`No worker can be started: it ${error.message}.`, { cause: error });
    },
  );
  return { thread, ready, isAlive: () => !hasEnded };
}

async function answered(
  thread: Thread,
  request: Request,
  limit: number,
): Promise<Part | Annotated | Failure> {
  const next = nextAnswer(thread, limit);
  thread.postMessage(request);
  const answer = await next;
  if (answer.kind === 'done') return answer.result;
  throw new Error(answer.kind === 'failed' ? answer.reason : 'A worker is out of step.');
}

function nextAnswer(thread: Thread, limit?: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  // The first reason counts: a thread that is ended here ends with one of its own.
  let isLost = false;
  const lose = async (reason: string) => {
    if (isLost) return;
    isLost = true;
    await thread.terminate();
    reject(new Lost(reason));
  };
  const onError = (error: unknown) => lose(`crashed its worker (${whyCrashed(error)})`);
  const onExit = (code: number) => lose(`ended its worker (exit code ${code})`);
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => lose(`took more than ${Math.round(limit / 1000)} seconds`), limit);
  thread.once('message', resolve).once('error', onError).once('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    thread.off('message', resolve).off('error', onError).off('exit', onExit);
  });
}

function whyCrashed(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory';
  return error instanceof Error ? error.message : String(error);
}
