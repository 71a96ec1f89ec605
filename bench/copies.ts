// How many copies are folded to their origin, and how many independent reports are by mistake: npm run bench:copies.
// Copies are made of every article: cut, reordered, under another headline, with words replaced at random.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Origins, originsOf, type Report } from '../src/resolve/origins.ts';
import { segment } from '../src/text/index.ts';

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const random = randomFrom(Number(process.argv[2] ?? 1));

/** Reports in clusters of one event each. */
const clusters: Record<string, Report[]> = {
  'five reports of a phone call': folder('seeds'),
  'five reports of a state visit': folder('eval/uk-visit'),
  ...Object.fromEntries(
    [...Map.groupBy(ecb(), ({ subtopic }) => subtopic)].map(([name, texts]) => [
      `ECB+ ${name}`,
      texts.map(({ id, text }) => report(id, text)),
    ]),
  ),
};
const reports = Object.values(clusters).flat();
const vocabulary = reports.flatMap(({ document }) => document.text.match(/[A-Za-z]+/g) ?? []);

const changes: Record<string, (text: string) => string> = {
  'cut to three fifths': (text) => cut(text, 0.6),
  'sentences reordered': (text) => shuffled(sentencesOf(text)).join('\n\n'),
  'another headline': (text) => `Something else entirely happened today\n\n${text}`,
  '10 % of the words replaced': (text) => reworded(text, 0.1),
  '20 %': (text) => reworded(text, 0.2),
  '30 %': (text) => reworded(text, 0.3),
  '40 %': (text) => reworded(text, 0.4),
  'all of it, 30 %': (text) => reworded(shuffled(sentencesOf(cut(text, 0.7))).join('\n\n'), 0.3),
};

const before = originsOf(reports);
console.log('Independent reports of one event that are taken for copies (ECB+ holds real copies as well):\n');
for (const [name, group] of Object.entries(clusters)) {
  const whole = group.filter((one) => shareOfOthers(one, before) === 1);
  const part = group.filter((one) => shareOfOthers(one, before) > 0).length - whole.length;
  console.log(`${name.padEnd(32)} ${group.length} reports: whole ${whole.length}, in part ${part}`);
}
console.log('\nCopies that are folded to their origin:\n');
for (const [name, change] of Object.entries(changes)) {
  const copies = reports.map(({ document }) =>
    report(`copy of ${document.id}`, change(document.text), '2021-01-01'),
  );
  const after = originsOf([...reports, ...copies]);
  const found = copies.filter((copy, i) => isFolded(copy, reports[i] as Report, after));
  const long = copies.filter(({ document }) => document.text.length >= 400);
  const foundLong = long.filter((copy) => found.includes(copy));
  console.log(
    `${name.padEnd(32)} ${percent(found.length / copies.length)} %; of those of 400 characters or more ${percent(foundLong.length / long.length)} %`,
  );
}

function report(id: string, text: string, publishedAt = '2020-01-01'): Report {
  return { document: { id, title: '', text, contentHash: '', publishedAt }, sentences: segment(text) };
}

function folder(path: string): Report[] {
  const names = readdirSync(join(shared, path)).filter((name) => name.endsWith('.txt'));
  return names.map((name) => report(`${path}/${name}`, readFileSync(join(shared, path, name), 'utf8')));
}

function ecb(): { readonly id: string; readonly subtopic: string; readonly text: string }[] {
  return JSON.parse(readFileSync(join(shared, 'eval/ecb-dev.json'), 'utf8'));
}

function shareOfOthers({ document, sentences }: Report, origins: Origins): number {
  const others = sentences.filter(({ start }) => origins.of(document.id, start) !== document.id);
  return others.length / sentences.length;
}

/** Whether most of a copy's sentences have the origin that the original's have. */
function isFolded(copy: Report, original: Report, origins: Origins): boolean {
  const { id } = original.document;
  const theirs = new Set([id, ...original.sentences.map(({ start }) => origins.of(id, start))]);
  const right = copy.sentences.filter(({ start }) => theirs.has(origins.of(copy.document.id, start)));
  return right.length * 2 >= copy.sentences.length;
}

function sentencesOf(text: string): string[] {
  return segment(text).map(({ start, end }) => text.slice(start, end));
}

function cut(text: string, share: number): string {
  const sentences = sentencesOf(text);
  return sentences.slice(0, Math.ceil(sentences.length * share)).join('\n\n');
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function reworded(text: string, share: number): string {
  return text.replace(/[A-Za-z]+/g, (word) =>
    random() < share ? (vocabulary[Math.floor(random() * vocabulary.length)] as string) : word,
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

/** Mulberry32, so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
