// Makes src/extract/reference/weights.json: what each piece of evidence for a pronoun's candidate weighs. Learned from GAP's
// development part and GUM's written genres by a log-linear model; the same data give the same weights on every machine.
//   node train/coreference.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GapExample, readGap } from '../bench/gap.ts';
import { type ChainedDocument, readGum } from '../bench/gum.ts';
import type { Article } from '../src/extract/article.ts';
import { namesOf } from '../src/extract/names/index.ts';
import { quotationsOf } from '../src/extract/quotations/index.ts';
import type { Chain } from '../src/extract/reference/chain.ts';
import type { Context } from '../src/extract/reference/context.ts';
import { type Found, referentsOf } from '../src/extract/reference/index.ts';
import type { Mention } from '../src/extract/reference/mention.ts';
import type { Weights } from '../src/extract/reference/pronoun.ts';
import { titlesOf } from '../src/extract/titles/index.ts';
import { parse } from '../src/text/index.ts';

/** A pronoun with the evidence for each of its candidates, and for none of them last; `right` marks what it may stand for. */
export interface Example {
  readonly word: string;
  readonly evidence: readonly (readonly string[])[];
  readonly right: readonly boolean[];
}

/** An article read as far as reference/ needs it. */
export async function prepare(id: string, text: string): Promise<Found> {
  const article: Article = { id, text, trees: await parse(text) };
  const names = namesOf(article);
  return { article, names, titles: titlesOf(article, names), quotations: quotationsOf(article, names) };
}

/** The example of a GAP passage; none where the pronoun or its answer isn't among what was found. */
export function gapExamples({ pronoun, names }: GapExample, found: Found): Example[] {
  const examples: Example[] = [];
  const observe: Observe = (weighed, context) => {
    if (placeOf(found, weighed.pronoun)[0] !== pronoun[0]) return undefined;
    const [a, b] = names.map(({ place }) => chainAt(found, context, place));
    const meant = names.findIndex(({ isMeant }) => isMeant);
    const answer = meant === -1 ? undefined : [a, b][meant];
    const right = weighed.candidates.map(({ chain }) =>
      meant === -1 ? chain !== a && chain !== b : chain === answer,
    );
    if (meant === -1 || right.includes(true)) examples.push(exampleOf(weighed, [...right, meant === -1]));
    return answer;
  };
  referentsOf(found, { observe });
  return examples;
}

/** The examples of a GUM document: its pronouns of the third person that stand for something, and every "it". */
export function gumExamples({ mentions }: ChainedDocument, found: Found): Example[] {
  const byHead = new Map<number, string>();
  for (const mention of mentions.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    byHead.set(mention.head[0], mention.chain);
  const chainOf = ({ sentence, head }: Mention) =>
    byHead.get(found.article.trees[sentence]?.words[head]?.start ?? -1);
  const examples: Example[] = [];
  const observe: Observe = (weighed) => {
    const gold = chainOf(weighed.pronoun);
    const right = weighed.candidates.map(({ mention }) => gold !== undefined && chainOf(mention) === gold);
    if (gold !== undefined || weighed.pronoun.word === 'it')
      examples.push(exampleOf(weighed, [...right, !right.includes(true)]));
    return weighed.candidates[right.indexOf(true)]?.chain;
  };
  referentsOf(found, { observe });
  return examples;
}

type Observe = NonNullable<NonNullable<Parameters<typeof referentsOf>[1]>['observe']>;

const exampleOf = (
  { pronoun, candidates, none }: Parameters<Observe>[0],
  right: readonly boolean[],
): Example => ({
  word: pronoun.word,
  evidence: [...candidates.map((candidate) => candidate.evidence), none],
  right,
});

function placeOf({ article }: Found, { sentence, from, to }: Mention): [number, number] {
  const words = article.trees[sentence]?.words ?? [];
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

/** What is named at a place: by the name that shares most of it. */
function chainAt(found: Found, context: Context, [start, end]: readonly [number, number]): Chain | undefined {
  let best: { share: number; chain: Chain } | undefined;
  for (const mention of context.mentions.flat()) {
    const chain = context.named(mention);
    const [from, to] = placeOf(found, mention);
    const share = (Math.min(end, to) - Math.max(start, from)) / Math.max(end - start, to - from);
    if (chain !== undefined && share > (best?.share ?? 0)) best = { share, chain };
  }
  return best?.chain;
}

/** Written genres: what people say in GUM's conversations, vlogs, interviews and speeches is another language. */
export const isWritten = ({ id }: ChainedDocument): boolean =>
  !/_(?:conversation|vlog|interview|speech)_/.test(id);

/** GUM's pronouns count so often: GAP's passages were chosen to be hard, and news is not. */
const GUM_WEIGHT = 3;

/**
 * Where the penalty pulls a weight if not to 0: what news is known for and neither data set has enough of. Who has just
 * spoken goes on speaking; "Moss praised his party" is Moss's; Anna is no "he"; "it said" is someone near.
 */
const expected: Readonly<Record<string, number>> = {
  'speaks has spoken s0': 0.6,
  'speaks has spoken s1': 1,
  'own subject his': 0.8,
  'gender other name': -2,
  'none someone': -1,
};

/** All weights. */
export const weightsOf = (gap: readonly Example[], gum: readonly Example[]): Weights => {
  const people = gum.filter(({ word }) => word === 'he' || word === 'she');
  return {
    person: learn([...gap, ...Array.from({ length: GUM_WEIGHT }, () => people).flat()], 0.1),
    it: learn(
      gum.filter(({ word }) => word === 'it'),
      0.3,
    ),
    they: learn(
      gum.filter(({ word }) => word === 'they'),
      0.3,
    ),
  };
};

const ROUNDS = 40;
const RATE = 0.3;

/**
 * Weights that make the right candidates likely: conditional maximum likelihood by AdaGrad, with an L2 penalty on what an
 * example touches. Cost: linear in the evidence, times the rounds.
 */
function learn(examples: readonly Example[], penalty: number): Record<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const random = generator(1);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const i of order) {
      for (const [piece, slope] of slopes(examples[i] as Example, weights)) {
        const weight = weights.get(piece) ?? expected[piece] ?? 0;
        const gradient = slope + penalty * (weight - (expected[piece] ?? 0));
        const square = (squares.get(piece) ?? 0) + gradient * gradient;
        squares.set(piece, square);
        weights.set(piece, weight - (RATE * gradient) / (Math.sqrt(square) + 1e-6));
      }
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= 0.01);
  return Object.fromEntries(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([piece, weight]) => [piece, Math.round(weight * 1000) / 1000]),
  );
}

/** The gradient of an example's loss. */
function slopes({ evidence, right }: Example, weights: ReadonlyMap<string, number>): Map<string, number> {
  const scores = evidence.map((pieces) =>
    pieces.reduce((sum, piece) => sum + (weights.get(piece) ?? expected[piece] ?? 0), 0),
  );
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - top));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const good = masses.reduce((sum, mass, i) => sum + (right[i] ? mass : 0), 0);
  const found = new Map<string, number>();
  masses.forEach((mass, i) => {
    const slope = mass / all - (right[i] ? mass / good : 0);
    if (Math.abs(slope) < 1e-5) return;
    for (const piece of evidence[i] as readonly string[]) found.set(piece, (found.get(piece) ?? 0) + slope);
  });
  return found;
}

/** A linear congruential generator: numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
}

if (import.meta.main) {
  const gap: Example[] = [];
  for (const example of readGap('development'))
    gap.push(...gapExamples(example, await prepare(example.id, example.text)));
  const gum: Example[] = [];
  for (const document of readGum().filter(isWritten))
    gum.push(...gumExamples(document, await prepare(document.id, document.text)));
  const weights = weightsOf(gap, gum);
  writeFileSync(
    join(import.meta.dirname, '../src/extract/reference/weights.json'),
    `${JSON.stringify(weights, null, 2)}\n`,
  );
  const sizes = Object.values(weights).map((table) => Object.keys(table).length);
  console.log(`${gap.length} pronouns of GAP, ${gum.length} of GUM: ${sizes.join(' + ')} weights`);
}
