// The per-article half of a build: articles a second with one worker and with two, and what memory does as articles grow.
// npm run bench:workers -- [speed ARTICLES RUNS | memory SMALL LARGE]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeIn } from '../src/intake.ts';
import { Journal } from '../src/journal.ts';
import { findSources } from '../src/read/find.ts';
import { learn } from '../src/work/skills.ts';
import { threadWorker } from '../src/work/threads.ts';
import { corpus } from './corpus.ts';

const [mode = 'speed', first, second] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-workers-'));
try {
  if (mode === 'speed') await speed(Number(first ?? 300), Number(second ?? 3));
  else if (mode === 'memory') memory(Number(first ?? 500), Number(second ?? 5000));
  else console.log(JSON.stringify(await taken(Number(first), Number(second))));
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

/** Each size in a process of its own. */
function memory(...sizes: number[]): void {
  const peaks = sizes.map((articles) => {
    const out = execFileSync(process.execPath, [import.meta.filename, 'taken', String(articles), '2'], {
      encoding: 'utf8',
    });
    const { peak, end } = JSON.parse(out) as { peak: number; end: number };
    console.log(`${articles} articles: ${megabytes(peak)} at most, ${megabytes(end)} at the end`);
    return peak;
  });
  const [small = 0, large = 0] = peaks;
  console.log(`${(100 * (large / small - 1)).toFixed(1)} % more`);
}

async function taken(articles: number, workers: number) {
  await write(articles);
  return takenFrom(folder, workers);
}

async function write(articles: number): Promise<void> {
  const make = await corpus(articles);
  for (let number = 0; number < articles; number++) {
    const { id, text } = make(number).document;
    const path = join(folder, id);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Threads have learnt their work before the clock starts. Processor time in seconds, of all threads and of the main one; memory in bytes. */
async function takenFrom(articles: string, count: number) {
  const workers = Array.from({ length: count }, () => threadWorker({}));
  const { sources } = await findSources([articles]);
  const warmUp = { id: 'warm', title: '', text: 'Lena Holt called Tom Berg.', contentHash: '' };
  await Promise.all(workers.map((worker) => worker.annotate(warmUp)));
  const out = join(tmpdir(), `wiregraph-workers-${process.pid}.graph`);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  const [began, before, mainBefore] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()];
  {
    using journal = Journal.write(out);
    const crew = { readers: workers, annotators: workers };
    const intake = await takeIn(sources, journal, { crew, tools: await learn({}), now: () => new Date(0) });
    if (intake.added.length !== sources.length) throw new Error(intake.failures[0]?.reason);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const main = process.threadCpuUsage(mainBefore);
  clearInterval(watch);
  await Promise.all(workers.map((worker) => worker.close()));
  rmSync(out);
  return {
    ...{ seconds, peak, end: process.memoryUsage.rss() },
    ...{ all: (user + system) / 1e6, main: (main.user + main.system) / 1e6 },
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
