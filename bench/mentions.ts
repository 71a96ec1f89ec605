// Descriptions and pronouns of the seeds and of uk-visit, resolved rightly or wrongly: `npm run bench:mentions`.
//   npm run bench:mentions                                  builds both folders and scores them
//   npm run bench:mentions -- --stages                      scores `understand`, the new stages, article by article
//   npm run bench:mentions -- EXPORT.ndjson …               scores exports; each holds one of the folders, or both
//   … --errors                                              prints the words of each that isn't right
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { toLines } from '../graph/exchange.ts';
import { build } from '../src/build.ts';
import { understand } from '../src/extract/annotate.ts';
import type { Article, Place, Thing } from '../src/extract/article.ts';
import { type FoundMention, type GoldEntity, type GoldMention, judge, type Verdict } from './standing.ts';
import { shared } from './treebank.ts';

const { values: flags, positionals: exports } = parseArgs({
  allowPositionals: true,
  options: { stages: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const gold: GoldMention[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/gold/mentions.json'), 'utf8'),
);

const corpora = [
  { name: 'seeds', folder: join(shared, 'seeds'), names: 'seeds.gold.json' },
  { name: 'uk-visit', folder: join(shared, 'eval/uk-visit'), names: 'uk-visit.gold.json' },
];
const verdicts = new Map<string, Verdict[]>();
for (const { name, folder, names } of corpora) {
  const texts = new Map(
    readdirSync(folder).map((file) => [
      file,
      readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''),
    ]),
  );
  const entities: GoldEntity[] = JSON.parse(readFileSync(join(shared, 'eval', names), 'utf8')).entities;
  const found = await foundIn(folder, texts);
  const listed = gold.filter((mention) => texts.has(mention.document));
  const judged = judge(listed, entities, texts, found);
  verdicts.set(name, judged);
  if (flags.errors) for (const verdict of judged) printError(verdict, texts);
}

console.log(
  `\n${''.padEnd(34)}${['members', 'right', 'wrong', 'unresolved'].map((head) => head.padStart(12)).join('')}`,
);
for (const [name, judged] of verdicts) {
  for (const form of ['nominal', 'pronoun', 'capital'])
    printRow(
      `${name}, ${form}`,
      judged.filter(({ mention }) => mention.form === form),
    );
  printRow(`${name}, descriptions and pronouns`, judged.filter(isMeasured));
}
printRow('both, descriptions and pronouns', [...verdicts.values()].flat().filter(isMeasured));
console.log('\nat least 70 % right and under 8 % wrong; the aim is 85 % and 4 %');

function isMeasured({ mention }: Verdict): boolean {
  return mention.form !== 'capital';
}

async function foundIn(folder: string, texts: ReadonlyMap<string, string>): Promise<FoundMention[]> {
  if (flags.stages)
    return Promise.all([...texts].map(([id, text]) => fromStages(id, text))).then((all) => all.flat());
  if (exports.length > 0) return fromLines(exports.flatMap((path) => readFileSync(path, 'utf8').split('\n')));
  const scratch = mkdtempSync(join(tmpdir(), 'mentions-'));
  try {
    const { graph } = await build({ sources: [folder], out: join(scratch, 'mentions.graph') });
    return fromLines(toLines(graph));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Mentions of an export. Lines of one place are one mention of several entities: a group. */
function fromLines(lines: Iterable<string>): FoundMention[] {
  const groups = new Map<string, FoundMention>();
  for (const line of lines) {
    if (line === '') continue;
    const record = JSON.parse(line);
    if (record.kind !== 'mention') continue;
    const document = basename(record.document);
    const { start, end } = record;
    const key = `${document}:${start}-${end}`;
    const entities = [...(groups.get(key)?.entities ?? []), record.entity, ...(record.members ?? [])];
    groups.set(key, { document, start, end, entities });
  }
  return [...groups.values()];
}

async function fromStages(document: string, text: string): Promise<FoundMention[]> {
  const { article, referents } = await understand({ id: document, text });
  return referents.references.map((reference) => ({
    document,
    ...spanOf(article, reference),
    entities: membersOf(reference.thing).map((thing) => `${thing.type} ${thing.name}`),
  }));
}

function membersOf(thing: Thing): readonly Thing[] {
  return thing.members.length > 0 ? thing.members.flatMap(membersOf) : [thing];
}

function spanOf(article: Article, { sentence, from, to }: Place): { start: number; end: number } {
  const words = article.trees[sentence]?.words ?? [];
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

function printError(
  { mention, found, wrong, unresolved }: Verdict,
  texts: ReadonlyMap<string, string>,
): void {
  if (wrong + unresolved === 0) return;
  const text = texts.get(mention.document) ?? '';
  const words = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const context = `${words(mention.start - 50, mention.start)}[${words(mention.start, mention.end)}]${words(mention.end, mention.end + 30)}`;
  const answer = found === undefined ? '' : `, not ${found.entities.join(' + ')}`;
  const verdict = wrong > 0 ? 'wrong     ' : 'unresolved';
  console.log(
    `${verdict}  ${mention.document.slice(0, 4)}  ${[mention.entity].flat().join(' + ')}${answer}: «${context}»`,
  );
}

function printRow(label: string, judged: readonly Verdict[]): void {
  const sum = (of: 'right' | 'wrong' | 'unresolved') =>
    judged.reduce((total, verdict) => total + verdict[of], 0);
  const members = sum('right') + sum('wrong') + sum('unresolved');
  if (members === 0) return;
  const cells = [sum('right'), sum('wrong'), sum('unresolved')].map((part) =>
    `${part} (${((100 * part) / members).toFixed(0)} %)`.padStart(12),
  );
  console.log(label.padEnd(34) + String(members).padStart(12) + cells.join(''));
}
