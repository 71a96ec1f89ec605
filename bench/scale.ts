// What large corpora cost: the half over the corpus at two sizes, and a file of many articles that is opened, asked and
// added to. `npm run bench:scale`, or with numbers of articles: node bench/scale.ts 1000 10000
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepUp } from '../src/derive.ts';
import { Journal } from '../src/journal.ts';
import { corpus } from './corpus.ts';

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'));
try {
  for (const size of sizes.length > 0 ? sizes : [2_000, 20_000]) await measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size: number): Promise<void> {
  const path = join(folder, `${size}.graph`);
  const make = await corpus(size);
  console.log(`${size} articles`);
  fill(path, size, make);
  timed('the half over the corpus', () => up(path));
  console.log(
    `  file ${Math.round(statSync(path).size / 1e6)} MB, memory ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
  );
  timed('one more article', () => {
    fill(path, 1, () => make(size));
    up(path);
  });
}

function fill(path: string, count: number, make: Awaited<ReturnType<typeof corpus>>): void {
  using journal = Journal.write(path);
  for (let number = 0; number < count; number += 1) journal.add(make(number), '2026-01-01T00:00:00Z');
}

function up(path: string): void {
  using journal = Journal.write(path);
  keepUp(journal);
}

/** Processor time: others may be at work on the machine. */
function timed(what: string, body: () => void): void {
  const [start, before] = [performance.now(), process.cpuUsage()];
  body();
  const { user, system } = process.cpuUsage(before);
  console.log(
    `  ${what.padEnd(28)} ${seconds((user + system) / 1000)} s of processor, ${seconds(performance.now() - start)} s in all`,
  );
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2).padStart(8);
}
