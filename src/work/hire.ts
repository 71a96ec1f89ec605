// How many workers, and where: in this thread for a few articles, else each in a thread of its own.
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Source } from '../read/reader.ts';
import type { Skills, Tools } from './skills.ts';
import { patience, threadWorker } from './threads.ts';
import { createWorker, type Worker } from './worker.ts';

export interface Terms {
  /** As many as the machine has cores by default. */
  readonly workers?: number | undefined;
  /** Most time for an article, in ms, before its worker counts as hung; 30,000 by default. A longer article gets more. */
  readonly patience?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Workers for these sources: one in this thread where there are few, since a thread takes longer to learn its work than
 * they take to read, or where `skills` is undefined, because the tools are objects that no thread can be handed.
 */
export async function hire(
  sources: readonly Source[],
  tools: Tools,
  skills: Skills | undefined,
  { workers = availableParallelism(), patience: most = patience, signal }: Terms,
): Promise<readonly Worker[]> {
  if (skills === undefined || (await areFew(sources))) return [createWorker(tools, signal)];
  return Array.from({ length: Math.min(workers, sources.length * perSource) }, () =>
    threadWorker(skills, most),
  );
}

/** Of what takes a second to read there is little to gain. Measured: bench/workers.ts. */
const [fewSources, fewBytes] = [40, 400_000];

/** A single source may hold any number of articles. */
const perSource = 64;

async function areFew(sources: readonly Source[]): Promise<boolean> {
  if (sources.length > fewSources) return false;
  const sizes = await Promise.all(
    sources.map(({ path }) =>
      stat(path).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) <= fewBytes;
}
