// Makes src/extract/reference/scorers.json: what each piece of evidence for a pronoun's candidate weighs. Learned from GAP's
// development part and GUM's written genres by a log-linear model with a few bounded units; the same data give the same weights on every machine.
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
import { bound, type Scorer, type Scorers } from '../src/extract/reference/scorer.ts';
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
export function gapExamples({ pronoun, names }: GapExample, found: Found, scorers?: Scorers): Example[] {
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
  referentsOf(found, { observe, ...(scorers && { scorers }) });
  return examples;
}

/** The examples of a GUM document: its pronouns of the third person that stand for something, and every "it". */
export function gumExamples({ mentions }: ChainedDocument, found: Found, scorers?: Scorers): Example[] {
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
  referentsOf(found, { observe, ...(scorers && { scorers }) });
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
const GUM_WEIGHT = 2;

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

/** All scorers. "It" and "they" have too few examples for units. */
export const scorersOf = (gap: readonly Example[], gum: readonly Example[]): Scorers => {
  const people = gum.filter(({ word }) => word === 'he' || word === 'she');
  return {
    person: learn([...gap, ...Array.from({ length: GUM_WEIGHT }, () => people).flat()], {
      units: 4,
      rounds: 15,
      rate: 0.05,
      penalty: 0.003,
    }),
    it: learn(
      gum.filter(({ word }) => word === 'it'),
      { units: 0, rounds: 40, rate: 0.3, penalty: 0.3 },
    ),
    they: learn(
      gum.filter(({ word }) => word === 'they'),
      { units: 0, rounds: 40, rate: 0.3, penalty: 0.3 },
    ),
  };
};

interface Plan {
  readonly units: number;
  readonly rounds: number;
  readonly rate: number;
  readonly penalty: number;
}

/** How often a unit, and a piece of evidence, is left out while learning with units, so that none relies on another. */
const UNIT_DROPPED = 0.25;
const PIECE_DROPPED = 0.1;

/** The penalty on leaving what is expected. */
const FAITH = 0.1;

/** A number that is learned, with the sum of its squared gradients. */
interface Learned {
  value: number;
  squares: number;
  readonly expected: number;
}

/** A scorer in the making. */
class Learner {
  readonly #plan: Plan;
  readonly #random: () => number;
  readonly #weights = new Map<string, Learned>();
  readonly #units: { readonly share: Learned; readonly weights: Map<string, Learned> }[];

  constructor(plan: Plan, random: () => number) {
    this.#plan = plan;
    this.#random = random;
    this.#units = Array.from({ length: plan.units }, () => ({ share: this.#start(0.5), weights: new Map() }));
  }

  #start(range: number, expected = 0): Learned {
    return { value: expected + (range === 0 ? 0 : (this.#random() - 0.5) * range), squares: 0, expected };
  }

  #at(weights: Map<string, Learned>, piece: string, range: number): Learned {
    const known = weights.get(piece);
    if (known !== undefined) return known;
    const made = this.#start(range, range === 0 ? expected[piece] : 0);
    weights.set(piece, made);
    return made;
  }

  /** One step of AdaGrad against the negative logarithm of the share of what is right. */
  step({ evidence, right }: Example, rate: number): void {
    const drops = this.#plan.units > 0;
    const seen = evidence.map((pieces) =>
      drops ? pieces.filter(() => this.#random() > PIECE_DROPPED) : pieces,
    );
    const active = this.#units.map(() => (this.#random() < UNIT_DROPPED ? 0 : 1 / (1 - UNIT_DROPPED)));
    const sums = seen.map((pieces) =>
      this.#units.map(({ weights }) =>
        pieces.reduce((sum, piece) => sum + this.#at(weights, piece, 0.2).value, 0),
      ),
    );
    const scores = seen.map((pieces, i) => {
      const direct = pieces.reduce((sum, piece) => sum + this.#at(this.#weights, piece, 0).value, 0);
      return this.#units.reduce(
        (sum, { share }, u) => sum + share.value * (active[u] as number) * bound(sums[i]?.[u] as number),
        direct,
      );
    });
    slopesOf(scores, right).forEach((slope, i) => {
      if (Math.abs(slope) < 1e-5) return;
      for (const piece of seen[i] as readonly string[])
        this.#move(this.#at(this.#weights, piece, 0), slope, rate);
      this.#units.forEach(({ share, weights }, u) => {
        const [sum, weight] = [sums[i]?.[u] as number, active[u] as number];
        if (weight === 0) return;
        const inner = (slope * share.value * weight) / (1 + Math.abs(sum)) ** 2;
        this.#move(share, slope * weight * bound(sum), rate);
        for (const piece of seen[i] as readonly string[])
          this.#move(this.#at(weights, piece, 0.2), inner, rate);
      });
    });
  }

  #move(learned: Learned, slope: number, rate: number): void {
    const penalty = learned.expected === 0 ? this.#plan.penalty : Math.max(this.#plan.penalty, FAITH);
    const gradient = slope + penalty * (learned.value - learned.expected);
    learned.squares += gradient * gradient;
    learned.value -= (rate * gradient) / (Math.sqrt(learned.squares) + 1e-3);
  }

  scorer(): Scorer {
    const units = this.#units.map(({ share, weights }) => ({
      share: rounded(share.value),
      weights: tableOf(weights, 0.05),
    }));
    return { weights: tableOf(this.#weights, 0.01), units };
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const tableOf = (weights: ReadonlyMap<string, Learned>, least: number): Record<string, number> =>
  Object.fromEntries(
    [...weights]
      .map(([piece, { value }]) => [piece, rounded(value)] as const)
      .filter(([, value]) => Math.abs(value) >= least)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Learners with units end up in different places; so many are averaged. */
const LEARNERS = 3;

/** The average of what a few learners learn, each from its own random start. */
function learn(examples: readonly Example[], plan: Plan): Scorer {
  const count = plan.units === 0 ? 1 : LEARNERS;
  const scorers = Array.from({ length: count }, (_, i) => learnOnce(examples, plan, generator(7 + i)));
  const pieces = [...new Set(scorers.flatMap(({ weights }) => Object.keys(weights)))].sort();
  const mean = (piece: string) =>
    scorers.reduce((sum, { weights }) => sum + (weights[piece] ?? 0), 0) / count;
  return {
    weights: Object.fromEntries(pieces.map((piece) => [piece, rounded(mean(piece))])),
    units: scorers.flatMap(({ units }) =>
      units.map((unit) => ({ ...unit, share: rounded(unit.share / count) })),
    ),
  };
}

/** Conditional maximum likelihood with an L2 penalty on what an example touches. Cost: linear in the evidence × rounds. */
function learnOnce(examples: readonly Example[], plan: Plan, random: () => number): Scorer {
  const learner = new Learner(plan, random);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < plan.rounds; round++) {
    shuffle(order, random);
    const rate = plan.units > 0 ? plan.rate * (1 - round / plan.rounds) : plan.rate;
    for (const i of order) learner.step(examples[i] as Example, rate);
  }
  return learner.scorer();
}

/** The loss's slope by each score: shares of belief less those of what is right. */
function slopesOf(scores: readonly number[], right: readonly boolean[]): number[] {
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - top));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const good = masses.reduce((sum, mass, i) => sum + (right[i] ? mass : 0), 0);
  return masses.map((mass, i) => mass / all - (right[i] ? mass / good : 0));
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

/** Earlier pronouns of a text are evidence for later ones, so what was learned once reads the texts for the next time. */
const TURNS = 2;

if (import.meta.main) {
  const passages = readGap('development');
  const documents = readGum().filter(isWritten);
  const read = new Map<string, Found>();
  for (const { id, text } of [...passages, ...documents]) read.set(id, await prepare(id, text));
  const nothing: Scorer = { weights: {}, units: [] };
  let scorers: Scorers = { person: nothing, it: nothing, they: nothing };
  for (let turn = 0; turn < TURNS; turn++) {
    const last = scorers;
    const gap = passages.flatMap((passage) => gapExamples(passage, read.get(passage.id) as Found, last));
    const gum = documents.flatMap((document) => gumExamples(document, read.get(document.id) as Found, last));
    scorers = scorersOf(gap, gum);
    console.log(`${gap.length} pronouns of GAP, ${gum.length} of GUM`);
  }
  const path = join(import.meta.dirname, '../src/extract/reference/scorers.json');
  writeFileSync(path, `${JSON.stringify(scorers, null, 2)}\n`);
}
