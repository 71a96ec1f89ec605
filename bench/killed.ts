// Kills a build with SIGKILL at random moments, over and over, until it comes to its end; the graph must be the one of an
// undisturbed build. npm run bench:killed -- [KILLS] [ARTICLES] [EXTRACTOR]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLines } from '../graph/exchange.ts';
import { build } from '../src/build.ts';
import { Journal } from '../src/journal.ts';
import { readGraph } from '../src/open.ts';

const [kills, articles] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 400)];
const extractor = process.argv[4];
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-killed-'));
mkdirSync(join(folder, 'in'));
for (let number = 0; number < articles; number++)
  writeFileSync(
    join(folder, 'in', `${number}.txt`),
    `Minister Lena Berg${number % 7} called Tom Aas${number % 11} on Monday about ${number} ships.`,
  );
const undisturbed = await build({
  sources: [join(folder, 'in')],
  out: join(folder, 'whole.graph'),
  ...(extractor === undefined ? {} : { extractor }),
});
const wanted = [...toLines(undisturbed.graph)].join('\n');
const entry = join(import.meta.dirname, '../test/src/cli/entry.ts');

let [done, equal, rounds] = [0, 0, 0];
while (done < kills) {
  const out = join(folder, `${rounds++}.graph`);
  let isFinished = false;
  while (!isFinished) {
    const wasAt = kept(out);
    const child = spawn(
      process.execPath,
      [
        entry,
        'build',
        join(folder, 'in'),
        '--out',
        out,
        '--workers',
        '2',
        ...(extractor === undefined ? [] : ['--extractor', extractor]),
      ],
      {
        stdio: 'ignore',
      },
    );
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // Any moment of what is left of a build counts: while it starts, reads, and puts the graph together.
    const timer = setTimeout(() => child.kill('SIGKILL'), done < kills ? moment() : 1e9);
    isFinished = (await ended) === 0;
    clearTimeout(timer);
    if (!isFinished) done += 1;
    console.log(isFinished ? 'finished' : `killed ${done}: ${wasAt} articles before, ${kept(out)} after`);
  }
  const same = [...toLines(await readGraph(out))].join('\n') === wanted;
  equal += Number(same);
  console.log(same ? 'equal' : 'NOT EQUAL');
}
rmSync(folder, { recursive: true });
console.log(`${done} kills in ${rounds} builds; ${equal} of ${rounds} graphs equal to the undisturbed one`);
process.exitCode = equal === rounds ? 0 : 1;

/** In ms after the start. */
function moment(): number {
  return 1500 + Math.random() * Number(process.env.SPAN ?? 20_000);
}

function kept(path: string): number {
  try {
    using journal = Journal.write(path);
    return journal.ids().length;
  } catch {
    return 0;
  }
}
