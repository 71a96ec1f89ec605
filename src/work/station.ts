// A worker's end of the queue: takes articles that builds on other machines have put there, and sends their records back.
import type { Document } from '../../graph/model.ts';
import { Job, type Sent } from './queue.ts';
import { articlesQueue, isRecordsQueue, lock, prefix, reach } from './redis.ts';
import { learn, type Skills, WorkError } from './skills.ts';
import { Lost, patience, threadWorker } from './threads.ts';
import type { Worker } from './worker.ts';

export interface StationOptions {
  readonly address: string;
  readonly skills: Skills;
  /** How many threads annotate. */
  readonly workers: number;
  /** Most time for an article, in ms; longer articles get more. 30,000 by default. */
  readonly patience?: number;
  /** Told when articles can come. */
  readonly onReady?: () => void;
  /** Told of each article that is done. */
  readonly onArticle?: (id: string) => void;
  readonly signal: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Works until the signal, and finishes what it has in hand. *Errors*: `WorkError` where no server answers, and where builds
 * wait for another extractor than this one while none waits for this.
 */
export async function serveQueue(options: StationOptions): Promise<void> {
  const { address, workers, patience: most = patience, onArticle = () => {}, signal } = options;
  const skills = { ...options.skills, isToAnnotate: true };
  const { extractor: tool } = await learn(skills);
  const extractor = `${tool.name}@${tool.version}`;
  const crew = Array.from({ length: workers }, () => threadWorker(skills, most));
  await Promise.all(crew.map((worker) => worker.ready()));
  const free: Worker[] = [...crew];
  const { bullmq, client, connection } = await reach(address, options.env ?? process.env);
  const back = new Map<string, InstanceType<typeof bullmq.Queue>>();
  const queueTo = (name: string) => {
    const queue =
      back.get(name) ?? new bullmq.Queue(name, { connection, prefix, streams: { events: { maxLen: 1 } } });
    if (!back.has(name)) queue.on('error', () => {});
    back.set(name, queue);
    return queue;
  };
  let last = performance.now();
  const station = new bullmq.Worker(
    articlesQueue(extractor),
    async ({ id, data }) => {
      const job = Job.safeParse(data);
      if (!job.success || id === undefined || !isRecordsQueue(job.data.records)) return;
      const worker = free.pop() as Worker;
      try {
        const result = await annotated(worker, job.data.document);
        // The record is safe before the article counts as done.
        await queueTo(job.data.records).add('record', { job: id, result } satisfies typeof Sent._input, {
          removeOnComplete: true,
        });
      } finally {
        free.push(worker);
      }
      last = performance.now();
      onArticle(job.data.document.id);
    },
    {
      ...{ connection, prefix, concurrency: workers },
      ...{ lockDuration: lock, stalledInterval: lock / 2, maxStalledCount: 10 },
    },
  );
  station.on('error', () => {});
  const stopped = Promise.withResolvers<void>();
  const look = async () => {
    if (performance.now() - last < lock / 2) return;
    const wanted = await waitedFor(client);
    if (wanted.length > 0 && !wanted.includes(extractor))
      stopped.reject(
        new WorkError(
          `The build at ${address} wants articles read by ${wanted.join(' or ')}, and this is ${extractor}. Install the same version of wiregraph here, and give it the same --extractor or --vocabulary.`,
        ),
      );
  };
  const timer = setInterval(() => void look().catch(() => {}), 1000);
  signal.addEventListener('abort', () => stopped.resolve(), { once: true });
  if (signal.aborted) stopped.resolve();
  try {
    last = -Infinity;
    await look();
    await Promise.race([station.waitUntilReady(), stopped.promise]);
    options.onReady?.();
    await stopped.promise;
  } finally {
    clearInterval(timer);
    await station.close();
    await Promise.all([
      ...[...back.values()].map((queue) => queue.close()),
      ...crew.map((one) => one.close()),
    ]);
    client.disconnect();
  }
}

async function annotated(worker: Worker, document: Document) {
  try {
    return await worker.annotate(document);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    const reason = `${document.id} is left out: it ${error.message}. Look what it is, or take it out.`;
    return { stage: 'annotate' as const, source: document.id, reason };
  }
}

/** The extractors that builds wait for. */
async function waitedFor(client: Awaited<ReturnType<typeof reach>>['client']): Promise<string[]> {
  const keys: string[] = [];
  for await (const some of client.scanStream({ match: `${prefix}:build:*` }))
    keys.push(...(some as string[]));
  if (keys.length === 0) return [];
  const values = await client.mget(keys);
  return [...new Set(values.filter((value) => value !== null))];
}
