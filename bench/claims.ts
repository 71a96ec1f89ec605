// Claims against hand-made gold: the seeds, another event, and the project's own cluster, with how well confidence tells right
// from wrong. Usage: npm run bench:claims
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLines } from '../graph/exchange.ts';
import { build } from '../src/build.ts';

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const own = join(import.meta.dirname, '../test/gold/cluster');
const clusters = [
  { name: 'seeds', gold: join(shared, 'eval/seeds.gold.json'), texts: join(shared, 'seeds') },
  { name: 'uk-visit', gold: join(shared, 'eval/uk-visit.gold.json'), texts: join(shared, 'eval/uk-visit') },
  { name: 'cluster', gold: join(own, 'cluster.gold.json'), texts: join(own, 'articles') },
];

const folder = mkdtempSync(join(tmpdir(), 'claims-'));
for (const { name, gold, texts } of clusters) {
  if (!existsSync(gold)) continue;
  const began = performance.now();
  const { graph } = await build({ sources: [texts], out: join(folder, `${name}.graph`) });
  const seconds = (performance.now() - began) / 1000;
  const path = join(folder, `${name}.ndjson`);
  writeFileSync(path, [...toLines(graph)].join('\n'));
  const scored = spawnSync(
    'node',
    [join(shared, 'eval/score.mjs'), gold, path, texts, ...process.argv.slice(2)],
    {
      encoding: 'utf8',
    },
  );
  console.log(
    `${name}: ${graph.claims.length} claims, ${(graph.documents.length / seconds).toFixed(1)} articles/s with loading`,
  );
  console.log(scored.stdout || scored.stderr);
}
