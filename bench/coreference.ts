// Who stands for whom, on GAP (pronouns to names) and on GUM's news (all chains): `npm run bench:coreference`.
// What is learned from a text is never measured on it: GAP's development part and GUM's news are cut into five, each part
// read with scorers made without it; GAP's validation part is read with the scorers that ship. Needs python3 for GUM's score.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../src/extract/article.ts';
import { everyReference, type Found, referentsOf } from '../src/extract/reference/index.ts';
import type { Tuning } from '../src/extract/reference/pronoun.ts';
import { Syntax } from '../src/extract/syntax.ts';
import {
  type Example,
  gapExamples,
  gumExamples,
  isWritten,
  prepare,
  scorersOf,
} from '../train/coreference.ts';
import { type GapExample, readGap } from './gap.ts';
import { type ChainedDocument, readGum } from './gum.ts';
import { shared } from './treebank.ts';

const FOLDS = 5;

interface Read<Source> {
  readonly source: Source;
  readonly found: Found;
  readonly examples: readonly Example[];
  readonly fold: number;
}

const gap = await readAll(readGap('development'), gapExamples);
const validation = await readAll(readGap('validation'), () => []);
const gum = await readAll(readGum().filter(isWritten), gumExamples);
const news = spread(gum.filter(({ source }) => source.id.includes('_news_')));

console.log(
  `\n${'GAP'.padEnd(36)}${['P', 'R', 'F1', 'masculine', 'feminine'].map((head) => head.padStart(10)).join('')}`,
);
const tallies = folds().flatMap((fold) => {
  const scorers = scorersOf(
    without(gap, fold),
    gum.flatMap(({ examples }) => examples),
  );
  return gap.filter((item) => item.fold === fold).map((item) => judge(item, { scorers }));
});
printGap(`development, ${FOLDS}-fold`, tallies);
printGap(
  'validation, held out',
  validation.map((item) => judge(item)),
);

const scores = folds().map((fold) => {
  const rest = gum.filter(({ source }) => !news.some((item) => item.fold === fold && item.source === source));
  const scorers = scorersOf(
    gap.flatMap(({ examples }) => examples),
    rest.flatMap(({ examples }) => examples),
  );
  return scoreGum(
    news.filter((item) => item.fold === fold),
    { scorers },
  );
});
console.log(
  `\n${`GUM news, ${news.length} documents, ${FOLDS}-fold, end to end`.padEnd(52)}${['mean', 'least', 'most'].map((head) => head.padStart(8)).join('')}`,
);
for (const [label, of] of [
  ['CoNLL F1 without singletons', (score: GumScore) => score.plain],
  ['CoNLL F1 with singletons', (score: GumScore) => score.all],
] as const) {
  const values = scores.map(of);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    label.padEnd(52) +
      [mean, Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1).padStart(8)).join(''),
  );
}

async function readAll<Source extends { id: string; text: string }>(
  sources: readonly Source[],
  examplesOf: (source: Source, found: Found) => Example[],
): Promise<Read<Source>[]> {
  const all: Read<Source>[] = [];
  for (const [i, source] of sources.entries()) {
    const found = await prepare(source.id, source.text);
    all.push({ source, found, examples: examplesOf(source, found), fold: i % FOLDS });
  }
  return all;
}

function folds(): number[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold);
}

function spread<Item extends { fold: number }>(items: readonly Item[]): Item[] {
  return items.map((item, i) => ({ ...item, fold: i % FOLDS }));
}

function without<Source>(items: readonly Read<Source>[], fold: number): Example[] {
  return items.filter((item) => item.fold !== fold).flatMap(({ examples }) => examples);
}

/** What was said of a passage's two pairs, as GAP counts: right, given, wanted. */
interface GapTally {
  readonly isFeminine: boolean;
  readonly counts: readonly [right: number, given: number, wanted: number];
}

function judge({ source, found }: Read<GapExample>, tuning?: Tuning): GapTally {
  const { references } = referentsOf(found, tuning);
  const thingAt = ([start, end]: readonly [number, number]) => {
    let best: { share: number; thing: unknown } | undefined;
    for (const reference of references) {
      const [from, to] = spanOf(found, reference);
      const share = (Math.min(end, to) - Math.max(start, from)) / Math.max(end - start, to - from);
      if (share > 0 && share > (best?.share ?? 0)) best = { share, thing: reference.thing };
    }
    return best?.thing;
  };
  const thing = thingAt(source.pronoun);
  const pairs = source.names.map(({ place, isMeant }) => ({
    isMeant,
    isGiven: thing !== undefined && thing === thingAt(place),
  }));
  const count = (fits: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(fits).length;
  const pronoun = source.text.slice(...source.pronoun).toLowerCase();
  return {
    isFeminine: pronoun.startsWith('she') || pronoun.startsWith('her'),
    counts: [
      count((pair) => pair.isGiven && pair.isMeant),
      count((pair) => pair.isGiven),
      count((pair) => pair.isMeant),
    ],
  };
}

function spanOf({ article }: Found, { sentence, from, to }: Place): [number, number] {
  const words = article.trees[sentence]?.words ?? [];
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

function printGap(label: string, tallies: readonly GapTally[]): void {
  const measure = (some: readonly GapTally[]) => {
    const [right = 0, given = 0, wanted = 0] = [0, 1, 2].map((k) =>
      some.reduce((sum, { counts }) => sum + (counts[k] as number), 0),
    );
    return { p: right / (given || 1), r: right / (wanted || 1), f1: (2 * right) / (given + wanted || 1) };
  };
  const all = measure(tallies);
  const cells = [
    all.p,
    all.r,
    all.f1,
    measure(tallies.filter(({ isFeminine }) => !isFeminine)).f1,
    measure(tallies.filter(({ isFeminine }) => isFeminine)).f1,
  ];
  console.log(label.padEnd(36) + cells.map((cell) => cell.toFixed(3).padStart(10)).join(''));
}

interface GumScore {
  readonly plain: number;
  readonly all: number;
}

/** By the scorer beside the data: MUC, B³ and CEAF-e averaged, mentions found end to end. */
function scoreGum(items: readonly Read<ChainedDocument>[], tuning: Tuning): GumScore {
  const scratch = mkdtempSync(join(tmpdir(), 'coreference-'));
  try {
    const [gold, said] = [join(scratch, 'gold.json'), join(scratch, 'said.jsonl')];
    writeFileSync(gold, JSON.stringify(items.map(({ source }) => goldOf(source))));
    writeFileSync(said, items.flatMap(({ source, found }) => linesOf(source, found, tuning)).join('\n'));
    const run = (...flags: string[]) => {
      const output = execFileSync(
        'python3',
        [join(shared, 'eval/coref_score.py'), gold, said, '--mode', 'e2e', ...flags],
        { encoding: 'utf8' },
      );
      return Number(/"CoNLL_F1": ([\d.]+)/.exec(output)?.[1]);
    };
    return { plain: run('--drop-singletons'), all: run() };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function goldOf({ id, text, mentions }: ChainedDocument) {
  const listed = mentions.map(({ start, end, chain, head }, i) => {
    return { id: i, start, end, kind: 'entity', cluster: `${id} ${chain}`, head };
  });
  return { id, text, mentions: listed };
}

/** GUM's mentions are whole phrases: a name or a description with all that depends on it. */
function linesOf({ id }: ChainedDocument, found: Found, tuning: Tuning): string[] {
  const trees = new Map<number, Syntax>();
  return everyReference(found, tuning).map(({ sentence, head, from, to, form, thing }) => {
    const syntax =
      trees.get(sentence) ??
      new Syntax(found.article.trees[sentence] as ConstructorParameters<typeof Syntax>[0]);
    trees.set(sentence, syntax);
    const whole = form === 'pronoun' ? { from, to } : syntax.span(head);
    const [start, end] = spanOf(found, {
      sentence,
      from: Math.min(from, whole.from),
      to: Math.max(to, whole.to),
    });
    return JSON.stringify({ doc: id, start, end, cluster: `${id} ${thing.key}` });
  });
}
