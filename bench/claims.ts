// Claims against hand-made gold: the seeds, another event and the development clusters. Those that are held out (`cluster` and
// what stands in `held-out/`) are scored only where they are named, so that nobody who writes rules does by accident.
// Usage: npm run bench:claims [CLUSTER…] [-- --errors]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLines } from '../graph/exchange.ts';
import { build } from '../src/build.ts';

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const gold = join(import.meta.dirname, '../test/gold');
const own = (name: string, folder: string, heldOut: boolean) => ({
  name,
  gold: join(folder, `${name}.gold.json`),
  texts: join(folder, 'articles'),
  heldOut,
});
const clusters = [
  {
    name: 'seeds',
    gold: join(shared, 'eval/seeds.gold.json'),
    texts: join(shared, 'seeds'),
    heldOut: false,
  },
  {
    name: 'uk-visit',
    gold: join(shared, 'eval/uk-visit.gold.json'),
    texts: join(shared, 'eval/uk-visit'),
    heldOut: false,
  },
  ...readdirSync(join(gold, 'development')).map((name) => own(name, join(gold, 'development', name), false)),
  ...readdirSync(join(gold, 'held-out')).map((name) => own(name, join(gold, 'held-out', name), true)),
  own('cluster', join(gold, 'cluster'), true),
];
const flags = process.argv.slice(2).filter((word) => word.startsWith('-'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const chosen = clusters.filter(({ name, heldOut }) => (named.length > 0 ? named.includes(name) : !heldOut));

const folder = mkdtempSync(join(tmpdir(), 'claims-'));
for (const { name, gold, texts } of chosen) {
  if (!existsSync(gold)) continue;
  const began = performance.now();
  const { graph } = await build({ sources: [texts], out: join(folder, `${name}.graph`) });
  const seconds = (performance.now() - began) / 1000;
  const path = join(folder, `${name}.ndjson`);
  writeFileSync(path, [...toLines(graph)].join('\n'));
  const scored = spawnSync('node', [join(shared, 'eval/score.mjs'), gold, path, texts, ...flags], {
    encoding: 'utf8',
  });
  console.log(
    `${name}: ${graph.claims.length} claims, ${(graph.documents.length / seconds).toFixed(1)} articles/s with loading`,
  );
  console.log(scored.stdout || scored.stderr);
}
