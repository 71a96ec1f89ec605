// Entities across documents on ECB+'s development topics, end to end: `npm run bench:ecb`. Each topic is a graph of its own.
// Counted are mentions in sentences that ECB+ annotated. Its entities are also times and things of every kind, which this
// graph doesn't hold: what can be found is bounded by that. Needs python3 for the score. `--all` counts every sentence.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Document } from '../graph/model.ts';
import { createExtractor } from '../src/extract/index.ts';
import { assemble } from '../src/resolve/assemble.ts';

interface Gold {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly annotated: boolean;
  }[];
}

const shared = process.env.WIREGRAPH_SHARED ?? join(import.meta.dirname, '../../shared');
const path = join(shared, 'eval/ecb-dev.json');
const { values: flags } = parseArgs({ options: { all: { type: 'boolean' }, keep: { type: 'string' } } });
const extractor = createExtractor();
const gold: Gold[] = JSON.parse(readFileSync(path, 'utf8'));
const lines: string[] = [];
for (const [topic, group] of Map.groupBy(gold, (one) => one.topic)) {
  const articles = await Promise.all(
    group.map(async ({ id, text }) => {
      const document: Document = { id, title: id, text, contentHash: id };
      return { document, record: await extractor.annotate(document) };
    }),
  );
  const { mentions, entities } = assemble(articles);
  const events = new Set(entities.filter(({ type }) => type === 'Event').map(({ id }) => id));
  const sentencesOf = new Map(group.map(({ id, sentences }) => [id, sentences]));
  for (const { document, start, end, entity } of mentions) {
    const sentence = sentencesOf.get(document)?.find((one) => start >= one.start && start < one.end);
    if (events.has(entity) || (sentence?.annotated !== true && flags.all !== true)) continue;
    lines.push(JSON.stringify({ doc: document, start, end, cluster: `${topic} ${entity}` }));
  }
}
const scratch = mkdtempSync(join(tmpdir(), 'ecb-'));
try {
  const found = flags.keep ?? join(scratch, 'found.jsonl');
  writeFileSync(found, `${lines.join('\n')}\n`);
  console.log(
    `${''.padEnd(24)}${['MUC', 'B³', 'CEAF-e', 'LEA', 'CoNLL', 'found', 'of'].map((head) => head.padStart(8)).join('')}`,
  );
  for (const mode of ['e2e', 'gold']) {
    const scorer = [join(shared, 'eval/coref_score.py'), path, found, '--kind', 'entity', '--per-topic'];
    const answer = execFileSync('python3', [...scorer, '--mode', mode], { encoding: 'utf8' });
    for (const line of answer.trim().split('\n')) print(mode, line);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

function print(mode: string, line: string): void {
  const [, topic = '', json = '{}'] = /^(\S+) (.*)$/.exec(line) ?? [];
  const score = JSON.parse(json);
  const cells = [score.MUC[2], score.B3[2], score.CEAFe[2], score.LEA[2], score.CoNLL_F1].map(
    (value: number) => value.toFixed(1),
  );
  const label = `${mode === 'gold' ? 'mentions given' : 'end to end'}, ${topic === 'ALL' ? 'all' : topic}`;
  console.log(
    label.padEnd(24) +
      [...cells, `${score.covered}`, `${score.gold_mentions}`].map((cell) => cell.padStart(8)).join(''),
  );
}
