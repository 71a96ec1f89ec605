// Names against Universal NER's EWT dev and GUM's news, strictly: words and type right. `npm run bench:names`.
// GUM's news is measured in fifths with heads that never saw them, where train/ has left such (WIREGRAPH_TRAIN_WORK):
// one a fifth, or one that saw none. `--errors` shows mistakes, `--head FOLDER` measures EWT with another head.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { namesOf } from '../src/extract/names/index.ts';
import type { Tree, TreeWord } from '../src/text/index.ts';
import { Parser } from '../src/text/parser/parser.ts';

const shared = process.env.WIREGRAPH_SHARED ?? join(import.meta.dirname, '../../shared');
const work = process.env.WIREGRAPH_TRAIN_WORK ?? join(import.meta.dirname, '../train/work');
const types = { PER: 'Person', ORG: 'Organization', LOC: 'Place' } as const;
type Kind = keyof typeof types;
const kinds = Object.keys(types) as Kind[];
const folds = 5;

interface GoldSentence {
  readonly forms: readonly string[];
  /** `from-to-KIND`. */
  readonly names: readonly string[];
}

interface GoldDocument {
  readonly fold: number;
  readonly sentences: readonly GoldSentence[];
}

/** Right, found and wanted names, by kind. */
type Counts = Record<Kind, { right: number; found: number; wanted: number }>;

const newCounts = (): Counts =>
  Object.fromEntries(kinds.map((kind) => [kind, { right: 0, found: 0, wanted: 0 }])) as Counts;

function readDocuments(path: string): GoldDocument[] {
  const documents: { fold: number; sentences: GoldSentence[] }[] = [];
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const lines = block.split('\n');
    if (documents.length === 0 || lines.some((line) => line.startsWith('# newdoc')))
      documents.push({ fold: Number(/^# fold = (\d)/m.exec(block)?.[1] ?? -1), sentences: [] });
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    if (rows.length > 0) documents.at(-1)?.sentences.push(sentenceOf(rows));
  }
  return documents;
}

function sentenceOf(rows: readonly (readonly string[])[]): GoldSentence {
  const names: string[] = [];
  const tag = (i: number) => rows[i]?.[2] ?? 'O';
  for (let from = 0; from < rows.length; from++) {
    const kind = tag(from).slice(2);
    if (tag(from)[0] !== 'B' || !(kind in types)) continue;
    let to = from + 1;
    while (tag(to) === `I-${kind}`) to++;
    names.push(`${from}-${to}-${kind}`);
  }
  return { forms: rows.map((row) => row[1] as string), names };
}

function count(
  parser: Parser,
  documents: readonly GoldDocument[],
  read: typeof namesOf,
  errors: string[],
): Counts {
  const counts = newCounts();
  for (const { sentences } of documents) {
    const trees = treesOf(parser, sentences);
    const found = sentences.map(() => new Set<string>());
    for (const name of read({ id: 'gold', text: '', trees })) {
      const kind = kinds.find((k) => types[k] === name.type);
      if (kind !== undefined && name.country?.by !== 'demonym')
        found[name.sentence]?.add(`${name.from}-${name.to}-${kind}`);
    }
    for (const [i, { names, forms }] of sentences.entries()) {
      const ours = found[i] as Set<string>;
      const shown = (name: string) => {
        const [from, to, kind] = name.split('-');
        return `${forms.slice(Number(from), Number(to)).join(' ')}/${kind}`;
      };
      for (const name of names) {
        const one = counts[name.split('-')[2] as Kind];
        one.wanted++;
        if (ours.has(name)) one.right++;
      }
      for (const name of ours) counts[name.split('-')[2] as Kind].found++;
      const missed = names.filter((name) => !ours.has(name)).map(shown);
      const wrong = [...ours].filter((name) => !names.includes(name)).map(shown);
      if (missed.length + wrong.length > 0)
        errors.push(`- ${missed.join(', ')}  + ${wrong.join(', ')}  | ${forms.join(' ')}`);
    }
  }
  return counts;
}

/** Trees of gold words; as offsets, as if they were divided by spaces. */
function treesOf(parser: Parser, sentences: readonly GoldSentence[]): Tree[] {
  return parser.read(sentences.map(({ forms }) => forms)).map(({ words, names }, s): Tree => {
    let at = 0;
    const placed = words.map((word, i): TreeWord => {
      const form = sentences[s]?.forms[i] as string;
      const start = at;
      at += form.length + 1;
      return { ...word, form, start, end: start + form.length };
    });
    return { kind: 'prose', paragraph: 0, start: 0, end: at, words: placed, names };
  });
}

/** The parser with the head in a folder, as train/names_export.py leaves it. */
function withHead(folder: string): Promise<Parser> {
  const { gzippedSha256: sha256 } = JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8'));
  const bytes = new Uint8Array(readFileSync(join(folder, 'names.bin.gz')));
  return Parser.load(undefined, { bytes, sha256 });
}

/** F of some kinds, in percent. */
function f(counts: Counts, of: readonly Kind[] = kinds): number {
  const sum = (part: 'right' | 'found' | 'wanted') =>
    of.reduce((total, kind) => total + counts[kind][part], 0);
  return (200 * sum('right')) / Math.max(1, sum('found') + sum('wanted'));
}

const row = (name: string, cells: readonly (number | string)[]) =>
  console.log(
    name.padEnd(40) +
      cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(9)).join(''),
  );

/** The head alone, for comparison: each sentence by itself. */
const headAlone: typeof namesOf = ({ trees }) =>
  trees.flatMap((tree, sentence) =>
    tree.names.map(({ from, to, kind }) => ({
      sentence,
      from,
      to,
      type: ({ person: 'Person', organization: 'Organization', place: 'Place' } as const)[kind],
      confidence: 1,
    })),
  );

const showErrors = process.argv.includes('--errors');
row('strict F1, words as in the gold', ['all', 'PER', 'ORG', 'LOC', 'at least', 'aim']);
const own = process.argv.indexOf('--head');
const parser = own === -1 ? await Parser.load() : await withHead(process.argv[own + 1] as string);
const ewt = readDocuments(join(shared, 'treebank/names-ewt-dev.iob2'));
const errors: string[] = [];
for (const [name, read] of [
  ['EWT dev (Universal NER)', namesOf],
  ['  the head alone', headAlone],
] as const) {
  const counts = count(parser, ewt, read, read === namesOf ? errors : []);
  row(name, [
    f(counts),
    ...kinds.map((kind) => f(counts, [kind])),
    ...(read === namesOf ? ['72', '77'] : []),
  ]);
}
if (showErrors) console.log(errors.join('\n'));

const newsPath = join(work, 'names-gum-news.iob2');
const held = (fold: number) =>
  [`names-fold${fold}`, 'names-held'].map((name) => join(work, name)).find((folder) => existsSync(folder));
if (existsSync(newsPath) && held(0) !== undefined) {
  const news = readDocuments(newsPath);
  const heads = await Promise.all(Array.from({ length: folds }, (_, fold) => withHead(held(fold) as string)));
  const newsErrors: string[] = [];
  for (const [name, read] of [
    ['GUM news, five-fold, mean', namesOf],
    ['  the heads alone', headAlone],
  ] as const) {
    const scores = heads.map((head, fold) => {
      const documents = news.filter((document) => document.fold === fold);
      return count(head, documents, read, read === namesOf ? newsErrors : []);
    });
    const mean = (of?: readonly Kind[]) => scores.reduce((sum, counts) => sum + f(counts, of), 0) / folds;
    row(name, [mean(), ...kinds.map((kind) => mean([kind])), ...(read === namesOf ? ['74', '80'] : [])]);
    const all = scores.map((counts) => f(counts)).sort((a, b) => a - b);
    row('    range', [`${all[0]?.toFixed(1)}–${all.at(-1)?.toFixed(1)}`]);
  }
  if (showErrors) console.log(newsErrors.join('\n'));
} else console.log('GUM news: train/ has left no heads to measure with (train/README.md, “Names”).');

const sentences = ewt.flatMap((document) => document.sentences.map(({ forms }) => forms));
const words = sentences.reduce((sum, forms) => sum + forms.length, 0);
const seconds = (work: () => void) => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    work();
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
};
const alone = seconds(() => {
  for (const { sentences } of ewt) parser.parse(sentences.map(({ forms }) => forms));
});
const withNames = seconds(() => {
  for (const { sentences } of ewt) namesOf({ id: 'gold', text: '', trees: treesOf(parser, sentences) });
});
const model = readFileSync(join(import.meta.dirname, '../src/text/parser/model/names.bin.gz'));
console.log(
  `\nwords/s: trees ${(words / alone).toFixed(0)}, with names ${(words / withNames).toFixed(0)} (${((100 * withNames) / alone - 100).toFixed(0)} % more time)`,
);
console.log(`model of the names, gzipped: ${(model.length / 1e6).toFixed(2)} MB`);
