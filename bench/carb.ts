// Open triples against CaRB's development part: writes what the extractor finds in its tabbed format and lets CaRB's own
// metric score it. Usage: npm run bench:carb
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsOf } from '../src/extract/openie.ts';
import { Parser, wordsOf } from '../src/text/index.ts';

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const gold = join(shared, 'eval/carb/dev.tsv');
const sentences = [
  ...new Set(
    readFileSync(gold, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (line.split('\t')[0] as string).trim()),
  ),
];

const parser = await Parser.load();
const lines = sentences.flatMap((sentence) => {
  // One sentence a tree, however many the segmenter would see.
  const words = wordsOf(sentence);
  const [found] = parser.parse([words.map((word) => word.form)]);
  const tree = {
    start: 0,
    end: sentence.length,
    kind: 'prose' as const,
    paragraph: 0,
    names: [],
    words: words.map((word, i) => ({ ...word, ...(found?.[i] as NonNullable<typeof found>[number]) })),
  };
  return recordsOf(sentence, tree).map(({ confidence, predicate, parts }) =>
    [sentence, confidence, predicate, ...parts].join('\t'),
  );
});
const out = join(mkdtempSync(join(tmpdir(), 'carb-')), 'found.tsv');
writeFileSync(out, lines.join('\n'));
const scored = spawnSync('python3', [join(shared, 'eval/carb_score.py'), gold, `tabbed:${out}`], {
  encoding: 'utf8',
});
console.log(scored.stdout || scored.stderr);
