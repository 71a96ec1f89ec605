// The parser against EWT's development part, with size, speed, memory and load: `npm run bench:parser`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parse } from '../src/text/parse.ts';
import { Parser } from '../src/text/parser/parser.ts';
import { segment } from '../src/text/segment.ts';
import { wordsOf } from '../src/text/words.ts';
import { readTreebank } from './treebank.ts';
import { scoreRaw, scoreTrees, scoreTriples } from './trees.ts';

const parser = await Parser.load();
const documents = readTreebank(process.argv[2] ?? 'ewt-dev.conllu');
const gold = documents.flatMap((document) => document.sentences.map((sentence) => sentence.words));
const analysed = parser.parse(gold.map((words) => words.map((word) => word.form)));
const found = gold.map((words, s) => words.map((word, i) => ({ ...word, ...analysed[s]?.[i] })));
const trees = scoreTrees(gold, found);
const triples = scoreTriples(gold, found);

const texts: (typeof found)[] = [];
for (const document of documents) texts.push((await parse(document.text)).map((tree) => [...tree.words]));
const raw = scoreRaw(
  documents.map((document) => document.sentences.map((sentence) => sentence.words)),
  texts,
);

/** Words a second of one thread's own time, so that other work on the machine counts less; the best of three runs. */
async function speedOf(read: (text: string) => Promise<number>): Promise<number> {
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const began = process.threadCpuUsage();
    let words = 0;
    for (const { text } of documents) words += await read(text);
    const { user, system } = process.threadCpuUsage(began);
    best = Math.max(best, (1e6 * words) / (user + system));
  }
  return best;
}

async function readTrees(text: string): Promise<number> {
  const sentences = segment(text).map(({ start, end }) => wordsOf(text, start, end).map(({ form }) => form));
  return parser.parse(sentences).reduce((sum, words) => sum + words.length, 0);
}

const readNamesToo = async (text: string): Promise<number> =>
  (await parse(text)).reduce((sum, tree) => sum + tree.words.length, 0);

/** The middle one of three processes' measures. */
function processCosts(): { load: number; memory: number } {
  const runs = [1, 2, 3].map(
    () =>
      JSON.parse(
        execFileSync(process.execPath, [join(import.meta.dirname, 'parser-memory.ts')], { encoding: 'utf8' }),
      ) as { load: number; memory: number },
  );
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[1] as number;
  return { load: middle(runs.map(({ load }) => load)), memory: middle(runs.map(({ memory }) => memory)) };
}

const speed = await speedOf(readTrees);
const speedWithNames = await speedOf(readNamesToo);
const { load, memory } = processCosts();
const model = readFileSync(join(import.meta.dirname, '../src/text/parser/model/parser.bin.gz'));
const tokens = documents.reduce((sum, document) => sum + wordsOf(document.text).length, 0);

const rows: [string, string, string, string][] = [
  ['UPOS', trees.upos.toFixed(2), '95.8', '96.5'],
  ['XPOS', trees.xpos.toFixed(2), '', ''],
  ['lemma', trees.lemma.toFixed(2), '', ''],
  ['UAS', trees.uas.toFixed(2), '89', '90'],
  ['LAS', trees.las.toFixed(2), '86', '87.5'],
  ['subject–verb–object F1', triples.f1.toFixed(2), '85', '88'],
  ['raw text: token F1', raw.tokens.f1.toFixed(2), '', ''],
  ['raw text: sentence F1', raw.sentences.f1.toFixed(2), '', ''],
  ['raw text: UPOS F1', raw.upos.f1.toFixed(2), '', ''],
  ['raw text: LAS F1', raw.las.f1.toFixed(2), '83', '85'],
  ['words/s, segment to tree', speed.toFixed(0), '6,000', '20,000'],
  ['words/s, names too', speedWithNames.toFixed(0), '', ''],
  ['model, gzipped, MB', (model.length / 1e6).toFixed(2), '8', '5'],
  ['memory over bare Node, MB', (memory / 1e6).toFixed(0), '200', '100'],
  ['load, ms of processor time', load.toFixed(0), '500', '200'],
];
console.log(
  `${gold.length} sentences, ${trees.words} words of ${process.argv[2] ?? 'ewt-dev.conllu'} (${tokens} by our own tokeniser); Node ${process.version}, ${cpus()[0]?.model}\n`,
);
console.log(`${''.padEnd(36)}${'measured'.padStart(10)}${'at least'.padStart(10)}${'aim'.padStart(10)}`);
for (const [name, ...cells] of rows)
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(10)).join(''));
