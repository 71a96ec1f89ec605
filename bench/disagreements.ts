// Where reports disagree, found or missed: `npm run bench:disagreements`. Measured on test/gold/disagreements.json (seeds and
// uk-visit) and on the lists of the invented clusters. Arguable ones count neither for recall nor against precision.
//   npm run bench:disagreements -- FOLDER…        only these folders of test/gold, `development/takeover`
//   … --errors                                    prints what was found, right or wrong, and what was missed
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Disagreement, disagreementsOf } from '../graph/disagreements.ts';
import type { Claim } from '../graph/model.ts';
import { build } from '../src/build.ts';
import { shared } from './treebank.ts';

interface Side {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

interface Listed {
  readonly kind: string;
  readonly or?: readonly string[];
  readonly arguable: boolean;
  readonly a: Side;
  readonly b: Side;
}

interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly listed: readonly Listed[];
}

const { values: flags, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean' } },
});
const gold = join(import.meta.dirname, '../test/gold');
const listIn = (path: string): Listed[] => JSON.parse(readFileSync(path, 'utf8'));

async function score({ name, folder, listed }: Corpus): Promise<void> {
  const found = await foundIn(folder);
  const isRight = (one: Disagreement) => listed.some((each) => !each.arguable && isOf(one, each));
  const isArguable = (one: Disagreement) =>
    !isRight(one) && listed.some((each) => each.arguable && isOf(one, each));
  const wanted = listed.filter((each) => !each.arguable && isIn(each, folder));
  const met = wanted.filter((each) => found.some((one) => isOf(one, each)));
  const right = found.filter(isRight).length;
  const counted = found.length - found.filter(isArguable).length;
  const cells = [found.length, right, found.length - counted, wanted.length];
  const ratios = [met.length / wanted.length, right / counted].map((ratio) => ratio.toFixed(2).padStart(10));
  console.log(
    `${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(10)).join('')}${ratios.join('')}`,
  );
  if (!flags.errors) return;
  for (const one of found)
    console.log(told(isRight(one) ? 'right' : isArguable(one) ? 'arguable' : 'WRONG', one));
  for (const each of wanted.filter((one) => !met.includes(one)))
    console.log(
      `  missed    ${each.kind}\n${[each.a, each.b].map((side) => `      ${wordsOf(side, folder)}`).join('\n')}`,
    );
}

function told(verdict: string, { kind, a, b, says }: Disagreement): string {
  const ends = ({ subject, subjectText, predicate, object, objectText }: Claim) =>
    `${subject ?? subjectText} ${predicate} ${object ?? objectText ?? ''}`;
  const quotes = [a, b].map(
    (claim) => `      ${ends(claim)}: ${claim.quote.replace(/\s+/g, ' ').slice(0, 160)}`,
  );
  return `  ${verdict.padEnd(9)} ${kind}: ${says.join(' – ')}\n${quotes.join('\n')}`;
}

async function foundIn(folder: string): Promise<Disagreement[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'disagreements-'));
  try {
    const { graph } = await build({ sources: [folder], out: join(scratch, 'found.graph') });
    return disagreementsOf(graph);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Whether a found one is a listed one: both sides overlap, in either order, and it is of a right kind. */
function isOf({ kind, a, b }: Disagreement, listed: Listed): boolean {
  const isKind = kind === listed.kind || listed.or?.includes(kind) === true;
  const isBoth = (one: Claim, other: Claim) => overlap(one, listed.a) && overlap(other, listed.b);
  return isKind && (isBoth(a, b) || isBoth(b, a));
}

function overlap(claim: Claim, { document, start, end }: Side): boolean {
  return basename(claim.document) === document && claim.start < end && start < claim.end;
}

/** The list of the seeds and of uk-visit is one. */
const isIn = ({ a }: Listed, folder: string): boolean => existsSync(join(folder, a.document));

const wordsOf = ({ document, start, end }: Side, folder: string): string =>
  readFileSync(join(folder, document), 'utf8')
    .replace(/^\uFEFF/, '')
    .slice(start, end);

function ours(): Corpus[] {
  const listed = listIn(join(gold, 'disagreements.json'));
  return ['seeds', 'eval/uk-visit'].map((name) => ({ name, folder: join(shared, name), listed }));
}

function invented(): Corpus[] {
  const names = readdirSync(join(gold, 'development')).map((name) => `development/${name}`);
  return names.map(clusterIn).filter(({ listed }) => listed.length > 0);
}

function clusterIn(name: string): Corpus {
  const path = join(gold, name, `${basename(name)}.disagreements.json`);
  return { name, folder: join(gold, name, 'articles'), listed: existsSync(path) ? listIn(path) : [] };
}

const corpora = folders.length > 0 ? folders.map(clusterIn) : [...ours(), ...invented()];

console.log(
  `${''.padEnd(26)}${['found', 'right', 'arguable', 'wanted', 'recall', 'precision'].map((head) => head.padStart(10)).join('')}`,
);
for (const corpus of corpora) await score(corpus);
console.log('\nwanted: recall 0.60, precision 0.70; the aim is 0.80 and 0.85');
