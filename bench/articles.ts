// How well pages are read: bodies by the article extraction benchmark's measure, facts by test/gold/pages.json, and time.
// Run: node bench/articles.ts. The pages are read from $WIREGRAPH_SHARED, by default ../shared.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../src/read/charset.ts';
import type { Fields } from '../src/read/front-matter.ts';
import { articleBlocks } from '../src/read/html/body.ts';
import { factsOf } from '../src/read/html/facts.ts';
import { readPage, textIn } from '../src/read/html/page.ts';
import { parseHtml } from '../src/read/html/tree.ts';

const folder = join(process.env.WIREGRAPH_SHARED ?? '../shared', 'eval/articles');

/** Whether the pages are there. */
export const hasPages = existsSync(join(folder, 'truth.json'));

/** One page as it was read. `half`: pages of `develop` were looked at while rules were made, those of `check` once, afterwards. */
export interface Read {
  readonly id: string;
  readonly half: 'develop' | 'check';
  readonly html: string;
  readonly text: string;
  readonly fields: Fields;
}

/** A page without what its authors named: classes, ids, roles, and elements that say what they hold. */
export const bare = (html: string): string =>
  html
    .replace(/\s(?:class|id|itemprop|role)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/<(\/?)(?:article|main|section|aside|nav|footer|header|figure|figcaption)(?=[\s>])/gi, '<$1div');

/** Every page of the benchmark's half, changed or not, in the order of ids; every other one is for developing. */
export function readPages(change: (html: string) => string = (html) => html): Read[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.html.gz'))
    .sort();
  return files.map((file, i) => {
    const html = change(decodeBytes(gunzipSync(readFileSync(join(folder, file)))));
    const root = parseHtml(html);
    const { fields } = factsOf(root);
    return {
      id: file.replace('.html.gz', ''),
      half: i % 2 === 0 ? 'develop' : 'check',
      html,
      text: textIn(articleBlocks(root, fields)),
      fields,
    };
  });
}

/** Mean precision and recall over four-word shingles, and their F1, as the benchmark counts. */
export function bodyScore(pages: readonly Read[]): { precision: number; recall: number; f1: number } {
  const truth: Record<string, { articleBody: string }> = JSON.parse(
    readFileSync(join(folder, 'truth.json'), 'utf8'),
  );
  const scores = pages.map(({ id, text }) => {
    const wanted = shingles(truth[id]?.articleBody ?? '');
    const got = shingles(text);
    let hit = 0;
    for (const [key, count] of wanted) hit += Math.min(count, got.get(key) ?? 0);
    return { got: total(got), precision: ratio(hit, total(got)), recall: ratio(hit, total(wanted)) };
  });
  const precision = mean(scores.filter(({ got }) => got > 0).map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** What a careful reader found on a page. `author` null where it names none; the title as a digest of its letters. */
export interface GoldPage {
  readonly page: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly publishedAt: string;
}

/** Which facts of a page are right; an author that isn't there counts neither way. */
export function factsRight(
  { fields }: Read,
  gold: GoldPage,
): Record<'title' | 'publisher' | 'author' | 'date', boolean | null> {
  return {
    title: digest(fields.title ?? '') === gold.title,
    publisher: folded(fields.publisher).replace(/com$/, '') === folded(gold.publisher).replace(/com$/, ''),
    author:
      gold.author === null
        ? null
        : namesIn(gold.author).every((name) => folded(fields.author).includes(name)),
    date: isSameTime(fields.publishedAt ?? '', gold.publishedAt),
  };
}

/** Where the page says only the day, the day; else the instant, to the minute. */
const isSameTime = (found: string, wanted: string): boolean =>
  wanted.includes('T')
    ? Date.parse(found) - (Date.parse(found) % 60_000) === Date.parse(wanted) - (Date.parse(wanted) % 60_000)
    : found.slice(0, 10) === wanted;

const folded = (text = ''): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const namesIn = (author: string): string[] => author.split(/, | and /).map((name) => folded(name));
const digest = (title: string): string =>
  createHash('sha256').update(folded(title)).digest('hex').slice(0, 16);

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) {
    const key = words.slice(i, i + 4).join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);
const ratio = (hit: number, all: number): number => (all === 0 ? 1 : hit / all);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / (values.length || 1);

if (import.meta.main) {
  const pages = readPages();
  const gold: GoldPage[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../test/gold/pages.json'), 'utf8'),
  );
  const rows = [
    ['developed on', pages.filter(({ half }) => half === 'develop')],
    ['the others', pages.filter(({ half }) => half === 'check')],
    ['all', pages],
    ['all, bare', readPages(bare)],
  ] as const;
  for (const [name, part] of rows) {
    const { precision, recall, f1 } = bodyScore(part);
    console.log(
      `${name.padEnd(14)} ${part.length} pages  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
    );
  }
  const judged = gold.map((page) =>
    factsRight(pages.find(({ id }) => id.startsWith(page.page)) as Read, page),
  );
  for (const fact of ['title', 'publisher', 'author', 'date'] as const) {
    const known = judged.map((page) => page[fact]).filter((right) => right !== null);
    console.log(`${fact.padEnd(14)} ${known.filter(Boolean).length} of ${known.length} right`);
  }
  const times = pages.map(({ html }) => Math.min(...[1, 2, 3].map(() => timed(() => readPage(html)))));
  console.log(
    `${'time'.padEnd(14)} ${mean(times).toFixed(1)} ms a page (best of three, mean of all; slowest ${Math.max(...times).toFixed(0)} ms)`,
  );
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
