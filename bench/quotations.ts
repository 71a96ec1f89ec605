// Quotations of the seeds and of uk-visit with whose words they are, against the list in test/gold: `npm run bench:quotations`.
//   … --errors      prints each that isn't right
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article, Place, Quotation } from '../src/extract/article.ts';
import { namesOf } from '../src/extract/names/index.ts';
import { quotationsOf } from '../src/extract/quotations/index.ts';
import { parse } from '../src/text/index.ts';
import { shared } from './treebank.ts';

/** A quotation of the hand-made list. *Units*: UTF-16 code units of the document's text, `end` exclusive. */
export interface GoldQuotation {
  /** File name of the article. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly extent: Quotation['extent'];
  /** The words that may head the speaker's phrase, each as `[start, end]`; empty where the text names no speaker. */
  readonly speakers: readonly (readonly [number, number])[];
  /** Whether it is as right to name no speaker. */
  readonly mayLack?: boolean;
}

const { values: flags } = parseArgs({ options: { errors: { type: 'boolean' } } });
const gold: GoldQuotation[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/gold/quotations.json'), 'utf8'),
);

for (const [name, folder] of [
  ['seeds', join(shared, 'seeds')],
  ['uk-visit', join(shared, 'eval/uk-visit')],
] as const) {
  let [right, wrong, missing, extra, extents, listed] = [0, 0, 0, 0, 0, 0];
  for (const document of readdirSync(folder)) {
    const text = readFileSync(join(folder, document), 'utf8').replace(/^\uFEFF/, '');
    const article: Article = { id: document, text, trees: await parse(text) };
    const quotations = quotationsOf(article, namesOf(article));
    const wanted = gold.filter((quotation) => quotation.document === document);
    listed += wanted.length;
    extra += quotations.filter(({ start }) => !wanted.some((quotation) => quotation.start === start)).length;
    for (const quotation of wanted) {
      const found = quotations.find(({ start, end }) => start === quotation.start && end === quotation.end);
      if (found === undefined) missing++;
      else if (isRight(article, quotation, found)) right++;
      else wrong++;
      if (found?.extent === quotation.extent) extents++;
      if (flags.errors && (found?.extent !== quotation.extent || !isRight(article, quotation, found)))
        print(article, quotation, found);
    }
  }
  const share = (part: number) => `${part} (${((100 * part) / listed).toFixed(1)} %)`;
  console.log(
    `${name.padEnd(10)} ${listed} quotations: ${share(right)} with the right speaker, ${wrong} with another, ${missing} not found, ${extra} not listed; extent right in ${share(extents)}`,
  );
}
console.log('at least 95 %; the aim is 99 %');

function isRight(article: Article, { speakers, mayLack }: GoldQuotation, { speaker }: Quotation): boolean {
  if (speaker === undefined) return speakers.length === 0 || mayLack === true;
  const { start, end } = spanOf(article, speaker);
  return speakers.some(([from, to]) => start <= from && to <= end);
}

function spanOf({ trees }: Article, { sentence, from, to }: Place): { start: number; end: number } {
  const words = trees[sentence]?.words ?? [];
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

function print(
  article: Article,
  { document, start, end }: GoldQuotation,
  found: Quotation | undefined,
): void {
  const words = (from: number, to: number) => article.text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const speaker = found?.speaker && spanOf(article, found.speaker);
  const answer =
    found === undefined
      ? 'not found'
      : speaker
        ? `${words(speaker.start, speaker.end)} (${found.reason}, ${found.extent})`
        : `nobody (${found.extent})`;
  console.log(`${document.slice(0, 5)} ${start}: ${answer}: «${words(start - 60, end + 60)}»`);
}
