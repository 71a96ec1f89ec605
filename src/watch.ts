// Does a thing again whenever files change, and every so often. Knows nothing of what the thing is.
import { type FSWatcher, watch as watchFiles } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

export interface WatchOptions {
  /** Files and folders; folders at any depth. */
  readonly paths: readonly string[];
  /** A file whose changes, and those of what lies beside it under its name, mean nothing: what `step` itself writes. */
  readonly except: string;
  /** Done at once, and again; never twice at a time. What it throws ends the watch. */
  readonly step: () => Promise<void>;
  /** It is done again after so long in any case, in ms: not every change on a network's disk is told. */
  readonly every: number;
  /** Files must have been quiet for so long, in ms: whoever copies a folder writes many. 500 by default. */
  readonly quiet?: number;
  readonly signal: AbortSignal;
}

/** Ends when the signal says so, after what is being done is done. *Errors*: those of `step`; a path that can't be watched. */
export async function watch(options: WatchOptions): Promise<void> {
  const { paths, except, step, every, quiet = 500, signal } = options;
  const own = resolve(except);
  let change = Promise.withResolvers<void>();
  let lastChange = -Infinity;
  const onChange = (path: string) => {
    if (path.startsWith(own)) return;
    lastChange = performance.now();
    change.resolve();
  };
  const watchers = await Promise.all(paths.map((path) => watcherOf(path, onChange)));
  try {
    while (!signal.aborted) {
      change = Promise.withResolvers();
      await step();
      await first([change.promise, after(every, signal)]);
      while (performance.now() - lastChange < quiet && !signal.aborted) await after(quiet, signal);
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** Of a file its folder is watched: editors put a new file in its place. */
async function watcherOf(path: string, onChange: (path: string) => void): Promise<FSWatcher> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = resolve(isFolder ? path : dirname(path));
  const watcher = watchFiles(folder, { recursive: isFolder }, (_event, name) => {
    if (name === null || isFolder || name === basename(path)) onChange(join(folder, name ?? ''));
  });
  // A folder that is taken away: the next step says what is gone.
  return watcher.on('error', () => onChange(folder));
}

const first = (promises: readonly Promise<void>[]): Promise<void> => Promise.race(promises);

function after(time: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const timer = setTimeout(end, time);
  const onAbort = () => end();
  signal.addEventListener('abort', onAbort);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
