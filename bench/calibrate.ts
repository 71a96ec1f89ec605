// Fits the weights of confidence and shows how far it can be trusted: claims between named things against the gold of seeds,
// uk-visit and the development clusters, open triples against CaRB's development part. Tables are of cross-validation, five
// folds of articles (of sentences for CaRB), and of each cluster by the others; the weights that it prints, for
// src/extract/claims/weights.ts, are of everything. Usage: npm run bench:calibrate
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { understandWords } from '../src/extract/annotate.ts';
import { featuresOf, featuresOfOpen } from '../src/extract/claims/features.ts';
import { type Drafted, draftedOf } from '../src/extract/claims/index.ts';
import { mended } from '../src/extract/claims/mend.ts';
import { openTriples } from '../src/extract/claims/open.ts';
import { Syntax } from '../src/extract/syntax.ts';
import { parse } from '../src/text/index.ts';

/** What is so about a claim, and how right it is: 0–1. */
interface Example {
  readonly features: readonly string[];
  readonly right: number;
  /** What must not be told apart between fitting and judging: an article, a sentence; and the event that it is of. */
  readonly article: string;
  readonly event: string;
}

interface Gold {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly triples: readonly {
    readonly document: string;
    readonly subject: readonly string[];
    readonly object: readonly string[];
    readonly relation: string;
    readonly symmetric?: boolean;
    readonly evidence?: readonly string[];
    readonly spans?: readonly (readonly [number, number])[];
  }[];
}

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const claims = await claimExamples();
report('claims, by article', claims, ({ article }) => article, 5);
report('claims, by event', claims, ({ event }) => event);
print(claims);
const open = await openExamples();
report('open triples, by sentence', open, ({ article }) => article, 5);
print(open);

async function claimExamples(): Promise<Example[]> {
  const found: Example[] = [];
  const own = join(import.meta.dirname, '../test/gold/development');
  for (const [gold, folder] of [
    [join(shared, 'eval/seeds.gold.json'), join(shared, 'seeds')],
    [join(shared, 'eval/uk-visit.gold.json'), join(shared, 'eval/uk-visit')],
    ...readdirSync(own).map(
      (name) => [join(own, name, `${name}.gold.json`), join(own, name, 'articles')] as const,
    ),
  ] as const) {
    const judge = judgeOf(JSON.parse(readFileSync(gold, 'utf8')) as Gold);
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
      for (const drafted of draftedOf(await understandWords({ id: name, text }))) {
        const right = judge(name, text, drafted);
        const features = featuresOf(drafted.draft);
        if (right !== undefined) found.push({ features, right, article: `${gold} ${name}`, event: gold });
      }
    }
  }
  return found;
}

/** Whether a claim between two named things is one of the gold's triples; undefined for other claims. */
function judgeOf(gold: Gold) {
  const plain = (name: string) =>
    name.replace(/^(?:the|mr|mrs|ms|president|prime minister|pope)\.? /i, '').toLowerCase();
  const ids = new Map(
    gold.entities.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((alias) => [plain(alias), id] as const),
    ),
  );
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()} `;
  const stem = (document: string) => basename(document).replace(/\.[^.]+$/, '');
  return (document: string, text: string, { draft, statement }: Drafted): number | undefined => {
    const ends = [draft.subject, draft.object].flatMap((end) => end?.thing ?? []);
    if (ends.length < 2 || ends.some(({ type }) => type === 'Event' || type === 'Topic')) return undefined;
    const [subject, object] = ends.map(({ name }) => ids.get(plain(name))) as [string?, string?];
    if (subject === undefined || object === undefined) return 0;
    const agrees = gold.triples.some((triple) => {
      if (stem(triple.document) !== stem(document)) return false;
      if (
        !(gold.relations[triple.relation] ?? []).some((word) =>
          words(statement.predicate).includes(words(word)),
        )
      )
        return false;
      const straight = triple.subject.includes(subject) && triple.object.includes(object);
      const turned = triple.subject.includes(object) && triple.object.includes(subject);
      if (!straight && !(turned && triple.symmetric === true)) return false;
      const spans =
        triple.spans ??
        (triple.evidence ?? []).map(
          (quote) => [text.indexOf(quote), text.indexOf(quote) + quote.length] as const,
        );
      return spans.some(([start, end]) => statement.start < end && start < statement.end);
    });
    return agrees ? 1 : 0;
  };
}

async function openExamples(): Promise<Example[]> {
  const gold = Map.groupBy(
    readFileSync(join(shared, 'eval/carb/dev.tsv'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t').map((part) => part.trim())),
    ([sentence]) => sentence as string,
  );
  const found: Example[] = [];
  for (const [text, rows] of gold) {
    for (const tree of await parse(text)) {
      const syntax = new Syntax(mended(tree, []));
      for (const triple of openTriples(syntax)) {
        const forms = (at: readonly number[]) => at.map((word) => syntax.word(word).form);
        const said = [
          ...(triple.implied === undefined ? forms(triple.predicate) : [triple.implied]),
          ...forms(triple.subject),
          ...triple.parts.flatMap(forms),
        ];
        const right = Math.max(
          0,
          ...rows.map(([, predicate = '', ...others]) =>
            shareOf(said, predicate, others, triple.implied ?? forms(triple.predicate).join(' ')),
          ),
        );
        found.push({ features: featuresOfOpen(syntax, triple), right, article: text, event: text });
      }
    }
  }
  return found;
}

/** Share of the words that a gold row has too; 0 where the predicates have none in common. */
function shareOf(said: readonly string[], predicate: string, others: readonly string[], own: string): number {
  const shares = own.split(' ').some((word) => predicate.split(' ').includes(word));
  const all = new Set([predicate, ...others].join(' ').split(' '));
  return shares ? said.filter((word) => all.has(word)).length / said.length : 0;
}

// Logistic regression

type Weights = ReadonlyMap<string, number>;

function guess(weights: Weights, features: readonly string[]): number {
  const sum = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), weights.get('') ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function weightsOf(examples: readonly Example[], decay = 0.004, steps = 1500): Weights {
  const weights = new Map<string, number>([['', 0]]);
  for (let step = 0; step < steps; step++) {
    const slope = new Map<string, number>();
    for (const { features, right } of examples) {
      const off = guess(weights, features) - right;
      for (const feature of ['', ...features]) slope.set(feature, (slope.get(feature) ?? 0) + off);
    }
    for (const [feature, sum] of slope) {
      const weight = weights.get(feature) ?? 0;
      weights.set(feature, weight - (sum / examples.length + (feature === '' ? 0 : decay * weight)));
    }
  }
  return weights;
}

/** Each group judged by weights of the others; `folds`: groups are put together in so many. */
function report(
  name: string,
  examples: readonly Example[],
  groupOf: (example: Example) => string,
  folds = Number.POSITIVE_INFINITY,
): void {
  const groups = [...new Set(examples.map(groupOf))];
  const foldOf = (example: Example) => groups.indexOf(groupOf(example)) % folds;
  const guesses = [...new Set(examples.map(foldOf))].flatMap((fold) => {
    const weights = weightsOf(examples.filter((one) => foldOf(one) !== fold));
    return examples
      .filter((one) => foldOf(one) === fold)
      .map(({ features, right }) => ({ said: guess(weights, features), was: right }));
  });
  console.log(`\n${name}: ${examples.length}\nconfidence   number   said   was right`);
  for (let low = 0; low < 10; low++) {
    const here = guesses.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === low);
    if (here.length === 0) continue;
    const mean = (of: (one: (typeof here)[number]) => number) =>
      (here.reduce((sum, one) => sum + of(one), 0) / here.length).toFixed(2);
    console.log(
      `${(low / 10).toFixed(1)}–${((low + 1) / 10).toFixed(1)}    ${String(here.length).padStart(8)}   ${mean((one) => one.said)}   ${mean((one) => one.was)}`,
    );
  }
}

function print(examples: readonly Example[]): void {
  const weights = [...weightsOf(examples)]
    .filter(([feature, weight]) => feature === '' || Math.abs(weight) >= 0.05)
    .sort();
  console.log(weights.map(([feature, weight]) => `  '${feature}': ${weight.toFixed(2)},`).join('\n'));
}
