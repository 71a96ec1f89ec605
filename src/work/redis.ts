// The Redis, or Valkey, that builds and workers on other machines share: how it is reached, what queues are called. BullMQ
// does the queueing; it is loaded when it is asked for, since most builds need none.
import { createHash } from 'node:crypto';
import { WorkError } from './skills.ts';

/** How to get in; credentials come from the environment alone. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly tls?: Record<string, never>;
  readonly username?: string;
  readonly password?: string;
}

/** All keys in the server begin with it. */
export const prefix = 'wiregraph';

/** Articles for one extractor. A worker that has another never sees them. */
export const articlesQueue = (extractor: string): string => `articles-${hashOf(extractor)}`;

/** Records for one build, and only for that. */
export const recordsQueue = (build: string): string => `records-${hashOf(build)}`;

/** Whether it is what `recordsQueue` gives: nobody is sent anywhere else. */
export const isRecordsQueue = (name: string): boolean => /^records-[\da-f]{32}$/.test(name);

/** Which extractor a build waits for, as long as it lives. */
export const buildKey = (build: string): string => `${prefix}:build:${hashOf(build)}`;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** A job's worker is thought lost when it hasn't been heard of for so long, in ms. */
export const lock = 10_000;

/** *Errors*: `WorkError` for what is no address of a Redis, and one that holds a password. */
export function loginOf(address: string, env: NodeJS.ProcessEnv): Login {
  const url = URL.parse(address);
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '')
    throw new WorkError(
      'The queue must be the address of a Redis or Valkey, such as redis://localhost:6379.',
    );
  if (url.username !== '' || url.password !== '')
    throw new WorkError(
      'The address of the queue holds a name or a password, which others on this machine can see. Set REDIS_USERNAME and REDIS_PASSWORD instead.',
    );
  const { REDIS_USERNAME: username, REDIS_PASSWORD: password } = env;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
  };
}

/** What `reach` gives. `connection` is for BullMQ's own connections. */
export interface Reached {
  readonly bullmq: typeof import('bullmq');
  readonly client: import('ioredis').Redis;
  readonly connection: Login & { readonly maxRetriesPerRequest: null };
}

/** BullMQ, and a connection of our own that has been let in. *Errors*: `WorkError` where either can't be had. */
export async function reach(address: string, env: NodeJS.ProcessEnv): Promise<Reached> {
  const login = loginOf(address, env);
  const { bullmq, Redis } = await libraries();
  // Commands wait for as long as the server is away: it may be started again.
  const connection = { ...login, maxRetriesPerRequest: null };
  const client = new Redis({ ...connection, lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    client.disconnect();
    throw new WorkError(
      `No Redis or Valkey answers at ${address} (${(error as Error).message}). Start one, or check the address.`,
      { cause: error },
    );
  }
  client.options.retryStrategy = (times) => Math.min(times * 100, 2000);
  return { bullmq, client, connection };
}

async function libraries(): Promise<
  Pick<Reached, 'bullmq'> & { readonly Redis: typeof import('ioredis').Redis }
> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Redis };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new WorkError(
      'Sharing work among machines needs two packages that are not installed: npm install bullmq ioredis@5',
      { cause: error },
    );
  }
}
