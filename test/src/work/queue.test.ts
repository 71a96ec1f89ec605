// Builds whose articles are read by other processes, through a real Redis.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../../src/build.ts';
import { Journal } from '../../../src/journal.ts';
import { loginOf } from '../../../src/work/redis.ts';
import { describeOnRedis } from '../../redis/redis.ts';
import { finished, start } from '../cli/wiregraph.ts';
import { folder } from '../folder.ts';

const [own, light] = ['own.mjs', 'light.mjs'].map((name) => join(import.meta.dirname, name)) as [
  string,
  string,
];

const children: ChildProcess[] = [];
const isReady = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

function worker(address: string, extractor: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'station.mjs'), address, extractor]);
  children.push(child);
  // It tells when it is ready; on a busy machine that takes a while.
  child.stdout.once('data', () => isReady.add(child)).resume();
  return child;
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify({ text: `Lena met Nils ${i}.` })}\n`).join('');

describeOnRedis('a build with a queue', (redis) => {
  test('makes the same file as one without', { timeout: 120_000 }, async () => {
    const files = { 'in/a.jsonl': rows(100), 'in/fail.txt': 'FAIL' };
    const [alone, queued] = [folder(files), folder(files)];
    worker(redis.address, own);
    const first = await run(alone, { extractor: own, workers: 2 });
    const second = await run(queued, { extractor: own, queue: redis.address });
    expect(second.added).toEqual(first.added);
    expect(second.failures).toEqual(first.failures);
    expect(second.graph).toEqual(first.graph);
    expect(records(queued)).toEqual(records(alone));
    expect((await run(queued, { extractor: own, queue: redis.address })).unchanged).toHaveLength(100);
  });

  test('loses nothing and keeps nothing twice while workers are killed and the server is, with all it held', {
    timeout: 300_000,
  }, async () => {
    const count = 2000;
    const path = folder({ 'in/a.jsonl': rows(count) });
    const crew = [0, 1, 2].map(() => worker(redis.address, light));
    let [killed, kept] = [0, 0];
    const killing = setInterval(() => {
      const place = crew.findIndex((child) => isReady.has(child));
      if (place < 0) return;
      crew.splice(place, 1)[0]?.kill('SIGKILL');
      crew.push(worker(redis.address, light));
      killed += 1;
    }, 2000);
    let restarting = Promise.resolve();
    const { added, failures, graph } = await run(path, {
      extractor: light,
      queue: redis.address,
      now: () => {
        // Asked once an article.
        if (++kept === count / 2) restarting = redis.restart();
        return new Date();
      },
    });
    clearInterval(killing);
    await restarting;
    expect(failures).toEqual([]);
    expect(added).toHaveLength(count);
    expect(new Set(added).size).toBe(count);
    expect(graph.documents).toHaveLength(count);
    expect(kept).toBe(count);
    expect(killed).toBeGreaterThanOrEqual(2);
  });

  test('a worker with another version of the extractor is refused', { timeout: 60_000 }, async () => {
    const path = folder({ 'in/a.jsonl': rows(5) });
    const stop = new AbortController();
    const notices: string[] = [];
    const building = run(path, {
      extractor: own,
      queue: redis.address,
      signal: stop.signal,
      onNotice: (notice) => notices.push(notice),
    });
    const refused = await finished(start(['work', redis.address, '--extractor', light]));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('wants articles read by own@1, and this is light@1.');
    // It looks for workers every two seconds.
    const said = `Start some, on any machine: wiregraph work ${redis.address}`;
    await expect.poll(() => notices[0], { timeout: 20_000 }).toContain(said);
    stop.abort();
    await expect(building).rejects.toThrow('aborted');
  });

  test('a worker stops cleanly', { timeout: 60_000 }, async () => {
    const child = start(['work', redis.address, '--extractor', own]);
    const end = finished(child);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
  });
});

describe('the address of a queue', () => {
  test.each([
    ['http://a', /must be the address of a Redis or Valkey/],
    ['redis://:secret@a', /Set REDIS_USERNAME and REDIS_PASSWORD instead/],
  ])('%s is refused, and no password shown', (address, message) => {
    expect(() => loginOf(address, {})).toThrow(message);
    expect(() => loginOf(address, {})).not.toThrow(/secret/);
  });

  test('says host, port, database and whether it is encrypted; credentials come from the environment', () => {
    const env = { REDIS_USERNAME: 'ada', REDIS_PASSWORD: 'x' };
    expect(loginOf('rediss://queue.example:7000/2', env)).toEqual({
      ...{ host: 'queue.example', port: 7000, db: 2, tls: {} },
      ...{ username: 'ada', password: 'x' },
    });
  });

  test('where nobody answers is told', async () => {
    const path = folder({ 'in/a.txt': 'Lena.' });
    const building = run(path, { extractor: own, queue: 'redis://127.0.0.1:1' });
    await expect(building).rejects.toThrow(/^No Redis or Valkey answers at redis:\/\/127\.0\.0\.1:1/);
  });
});

function records(path: string): unknown {
  using journal = Journal.read(join(path, 'out.graph'));
  return [...journal.articles()];
}

function run(path: string, options: Partial<BuildOptions>) {
  return build({ sources: [join(path, 'in')], out: join(path, 'out.graph'), ...options });
}
