// The per-article half of a build: articles a second with one worker and with two, and what memory does as articles grow.
// npm run bench:workers -- [speed ARTICLES RUNS | memory SMALL LARGE [EXTRACTOR]]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeIn } from '../src/intake.ts';
import { Journal } from '../src/journal.ts';
import { findSources } from '../src/read/find.ts';
import { learn, moduleAddress } from '../src/work/skills.ts';
import { threadWorker } from '../src/work/threads.ts';
import { corpus } from './corpus.ts';

const [mode = 'speed', first, second, third] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-workers-'));
try {
  if (mode === 'speed') await speed(Number(first ?? 300), Number(second ?? 3));
  else if (mode === 'memory') await memory(Number(first ?? 500), Number(second ?? 5000), third);
  else if (mode === 'write') await write(Number(second), first);
} finally {
  rmSync(folder, { recursive: true });
}

/** Turns about, so that whatever else the machine does touches all alike; the best of each counts. */
async function speed(articles: number, runs: number): Promise<void> {
  console.log(`${articles} articles, best of ${runs} runs. ${cpus().length} cores, ${cpus()[0]?.model}`);
  await write(articles);
  const best = new Map<number, number>();
  const cost = new Map<number, number>();
  const mains = new Map<number, number>();
  for (let run = 0; run < runs; run++)
    for (const workers of [1, 2]) {
      const { seconds, all, main } = await takenFrom(folder, workers);
      best.set(workers, Math.max(best.get(workers) ?? 0, articles / seconds));
      cost.set(workers, Math.min(cost.get(workers) ?? Infinity, (1000 * all) / articles));
      mains.set(workers, Math.min(mains.get(workers) ?? Infinity, (1000 * main) / articles));
      console.log(
        `  ${workers} workers: ${(articles / seconds).toFixed(1)} articles/s with ${(all / seconds).toFixed(2)} cores; ${((1000 * all) / articles).toFixed(1)} ms of processor an article, ${((1000 * main) / articles).toFixed(1)} of them in the main thread (load ${loadavg()[0]?.toFixed(1)})`,
      );
    }
  const [one = 0, two = 0] = [best.get(1), best.get(2)];
  console.log(`two against one by the clock: ${(two / one).toFixed(2)}×`);
  // On two cores to themselves one worker is as fast as its own thread; two share the cores with the main thread.
  const alone = (cost.get(1) ?? 0) - (mains.get(1) ?? 0);
  const shared = (cost.get(2) ?? 0) / 2;
  console.log(
    `two against one by processor time, two free cores: ${(alone / shared).toFixed(2)}×; on more cores ${((2 * alone) / ((cost.get(2) ?? 0) - (mains.get(2) ?? 0))).toFixed(2)}×`,
  );
}

/** One run: how much memory the process had at most by the time that it had read so many articles. */
async function memory(small: number, large: number, module: string | undefined): Promise<void> {
  // The articles are written by a process of its own, so that making them costs none here.
  execFileSync(process.execPath, [import.meta.filename, 'write', folder, String(large)]);
  const { peaks } = await takenFrom(folder, 2, module);
  const most = (count: number) =>
    Math.max(...peaks.filter(({ done }) => done <= count).map(({ rss }) => rss));
  for (let count = small; count < large * 2; count *= 2)
    console.log(`${Math.min(count, large)} articles: ${megabytes(most(count))} at most`);
  console.log(`${(100 * (most(large) / most(small) - 1)).toFixed(1)} % more`);
}

async function write(articles: number, into = folder): Promise<void> {
  const make = await corpus(articles);
  for (let number = 0; number < articles; number++) {
    const { id, text } = make(number).document;
    const path = join(into, id);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Threads have learnt their work before the clock starts. Processor time in seconds, of all threads and of the main one; memory in bytes. */
async function takenFrom(articles: string, count: number, module?: string) {
  const skills = module === undefined ? {} : { extractor: moduleAddress(module) };
  const workers = Array.from({ length: count }, () => threadWorker(skills));
  const { sources } = await findSources([articles]);
  const warmUp = { id: 'warm', title: '', text: 'Lena Holt called Tom Berg.', contentHash: '' };
  await Promise.all(workers.map((worker) => worker.annotate(warmUp)));
  const out = join(tmpdir(), `wiregraph-workers-${process.pid}.graph`);
  const peaks: { readonly done: number; readonly rss: number }[] = [];
  const onProgress = ({ done }: { readonly done: number }) => {
    if (done % 10 === 0) peaks.push({ done, rss: process.memoryUsage.rss() });
  };
  const [began, before, mainBefore] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()];
  {
    using journal = Journal.write(out);
    const crew = { readers: workers, annotators: workers };
    const tools = await learn(skills);
    const intake = await takeIn(sources, journal, { crew, tools, onProgress, now: () => new Date(0) });
    if (intake.added.length !== sources.length) throw new Error(intake.failures[0]?.reason);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const main = process.threadCpuUsage(mainBefore);
  await Promise.all(workers.map((worker) => worker.close()));
  rmSync(out);
  return {
    ...{ seconds, peaks },
    ...{ all: (user + system) / 1e6, main: (main.user + main.system) / 1e6 },
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
