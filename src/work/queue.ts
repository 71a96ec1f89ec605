// The build's end of the queue: articles go to workers on other machines, and records come back. Each article is handed out
// until there is a record of it, so that no server and no worker can lose one; the first record counts, a second is let go.
import { z } from 'zod';
import type { Document } from '../../graph/model.ts';
import { Annotated } from '../annotated.ts';
import type { Failure } from '../read/reader.ts';
import { articlesQueue, buildKey, hashOf, lock, prefix, reach, recordsQueue } from './redis.ts';
import type { Worker } from './worker.ts';

export interface QueueOptions {
  /** `redis://HOST:PORT`, `rediss://` for TLS. */
  readonly address: string;
  /** `name@version`: only workers that have the same take part. */
  readonly extractor: string;
  /** What tells this build from others; the same when it goes on after it was stopped. */
  readonly build: string;
  /** How many articles are out at a time. 500 by default. */
  readonly window?: number;
  /** Told in a sentence what a person should know: that nobody works. */
  readonly onNotice?: (notice: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** What workers send back. */
export const Sent = z.object({
  job: z.string(),
  result: z.union([
    Annotated,
    z.object({ stage: z.enum(['find', 'read', 'annotate', 'keep']), source: z.string(), reason: z.string() }),
  ]),
});

/** What workers are sent. */
export const Job = z.object({
  records: z.string(),
  document: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    contentHash: z.string(),
    publisher: z.string().exactOptional(),
    author: z.string().exactOptional(),
    publishedAt: z.string().exactOptional(),
    url: z.string().exactOptional(),
    language: z.string().exactOptional(),
  }),
});

interface Out {
  readonly document: Document;
  /** When it was handed out, or looked for last. */
  since: number;
  readonly resolve: (result: Annotated | Failure) => void;
}

/**
 * Annotators that hand articles to whoever works at the queue. As many as may be out at a time; close them all by the one
 * `close`. *Errors*: `WorkError`.
 */
export async function openQueue(options: QueueOptions): Promise<{
  readonly annotators: readonly Worker[];
  close(): Promise<void>;
}> {
  const { address, extractor, build, window = 500, onNotice = () => {}, env = process.env } = options;
  const { bullmq, client, connection } = await reach(address, env);
  const records = recordsQueue(build);
  const jobs = new bullmq.Queue(articlesQueue(extractor), {
    ...{ connection, prefix },
    // Nobody listens to events: results come through a queue of their own.
    streams: { events: { maxLen: 1 } },
  });
  const out = new Map<string, Out>();
  const receiver = new bullmq.Worker(
    records,
    async ({ data }) => {
      const sent = Sent.safeParse(data);
      if (sent.success) deliver(out, sent.data.job, sent.data.result);
    },
    { connection, prefix, concurrency: 16, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
  );
  const back = new bullmq.Queue(records, { connection, prefix });
  // They connect again by themselves.
  for (const queue of [jobs, back]) queue.on('error', () => {});
  receiver.on('error', () => {});

  const hand = (id: string, document: Document) =>
    jobs.add('article', { records, document }, { jobId: id, removeOnComplete: true });
  const look = async () => {
    await client.set(buildKey(build), extractor, 'EX', 20);
    if (out.size > 0 && (await jobs.getWorkersCount()) === 0)
      onNotice(
        `No worker takes articles at ${address}. Start some, on any machine: wiregraph work ${address}`,
      );
    for (const [id, one] of out) {
      const { document } = one;
      if (performance.now() - one.since < lock) continue;
      one.since = performance.now();
      const state = await jobs.getJobState(id);
      if (state === 'failed') {
        await jobs.remove(id);
        const reason = `${document.id} is left out: every worker that took it was lost. Look what it is, or take it out.`;
        deliver(out, id, { stage: 'annotate', source: document.id, reason });
      } else if (state === 'unknown') {
        // It is done, and its record is on the way; or the server has lost it.
        const { waiting = 0, active = 0 } = await back.getJobCounts('waiting', 'active');
        if (waiting + active === 0 && out.has(id)) await hand(id, document);
      }
    }
  };
  let isLooking = false;
  const lookOnce = async () => {
    if (isLooking) return;
    isLooking = true;
    await look().catch(() => {});
    isLooking = false;
  };
  await lookOnce();
  const timer = setInterval(lookOnce, 2000);

  const annotator: Worker = {
    read: () => Promise.reject(new Error('Sources are read here.')),
    more: () => Promise.reject(new Error('Sources are read here.')),
    close: async () => {},
    async annotate(document) {
      const id = hashOf(JSON.stringify([build, document.id, document.contentHash]));
      const { promise, resolve } = Promise.withResolvers<Annotated | Failure>();
      out.set(id, { document, since: performance.now(), resolve });
      await hand(id, document);
      return promise;
    },
  };
  return {
    annotators: Array.from({ length: window }, () => annotator),
    async close() {
      clearInterval(timer);
      // What is out and not wanted any more is taken back.
      await Promise.all([...out.keys()].map((id) => jobs.remove(id).catch(() => 0)));
      await client.del(buildKey(build)).catch(() => 0);
      await Promise.all([jobs.close(), back.close(), receiver.close(true)]);
      client.disconnect();
    },
  };
}

function deliver(out: Map<string, Out>, id: string, result: Annotated | Failure): void {
  out.get(id)?.resolve(result);
  out.delete(id);
}
