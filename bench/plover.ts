// Claims against the PLOVER gold records: one political sentence each, with source, event type and target. The adapter picks
// the claims of the word nearest the root and maps modality as PLOVER codes it: future cooperation is AGREE, future conflict
// THREATEN, what is demanded REQUEST, refused cooperation REJECT. Usage: npm run bench:plover [third], third: 0, 1 or 2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { understandWords } from '../src/extract/annotate.ts';
import { type Drafted, draftedOf, type Understood } from '../src/extract/claims/index.ts';
import { Syntax } from '../src/extract/syntax.ts';

interface GoldRecord {
  readonly id: string;
  readonly event: string;
  readonly text: string;
}

interface Coded {
  readonly event: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly mode: string | null;
}

const cooperation = new Set('AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT'.split(' '));
const materialConflict = new Set('PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(' '));

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';
const all = JSON.parse(readFileSync(join(shared, 'eval/plover-records.json'), 'utf8')) as GoldRecord[];
const third = process.argv[2];
const records = all
  .filter((record) => record.event !== 'DOCUMENT')
  .filter((_, i) => third === undefined || i % 3 === Number(third));

const lines: string[] = [];
for (const { id, text } of records)
  for (const coded of await codedOf(text.replace(/[{}]/g, ''))) lines.push(JSON.stringify({ id, ...coded }));

const folder = mkdtempSync(join(tmpdir(), 'plover-'));
writeFileSync(join(folder, 'gold.json'), JSON.stringify(records));
writeFileSync(join(folder, 'found.jsonl'), lines.join('\n'));
const scored = spawnSync(
  'python3',
  [join(shared, 'eval/dyad_score.py'), 'plover', join(folder, 'gold.json'), join(folder, 'found.jsonl')],
  { encoding: 'utf8' },
);
console.log(scored.stdout || scored.stderr);

/** The events of the sentence's main clause. */
async function codedOf(text: string): Promise<Coded[]> {
  const understood = await understandWords({ id: 'record', text });
  const trees = understood.article.trees.map((tree) => new Syntax(tree));
  const drafted = draftedOf(understood);
  const depth = ({ draft }: Drafted) => (trees[draft.sentence] as Syntax).ancestors(draft.trigger).length;
  const coded = drafted
    .map((one) => ({ one, event: eventOf(one), depth: depth(one) }))
    .filter((one): one is { one: Drafted; event: Coded; depth: number } => one.event !== undefined)
    .sort(
      (a, b) =>
        a.one.draft.sentence - b.one.draft.sentence ||
        a.depth - b.depth ||
        a.one.draft.trigger - b.one.draft.trigger,
    );
  const main = coded[0]?.one.draft;
  return coded
    .filter(
      ({ one: { draft }, event }) =>
        draft.trigger === main?.trigger &&
        draft.sentence === main.sentence &&
        event.event === coded[0]?.event.event,
    )
    .map(({ one, event }) => ({
      ...event,
      target: event.target ?? targetBelow(one, drafted, trees) ?? namedBelow(one, understood, trees),
    }));
}

function eventOf({ draft, statement }: Drafted): Coded | undefined {
  const { modality, negated, eventType, mode } = statement;
  const [subject, object] = [statement.subject, statement.object].map((end, i) => {
    const thing = (i === 0 ? draft.subject : draft.object)?.thing;
    return end === null ? null : [thing?.name ?? '', end.text].join(' ').trim();
  }) as [string, string | null];
  const [speaker] = statement.speakers;
  if (modality === 'demanded' && speaker !== undefined)
    return { event: 'REQUEST', source: speaker.text, target: subject, mode: null };
  if (eventType === null) return undefined;
  if (draft.predicate.startsWith('WAS_')) return { event: eventType, source: null, target: subject, mode };
  const coded = { source: subject, target: object, mode };
  if (modality === 'demanded') return { ...coded, event: 'REQUEST' };
  if (negated && cooperation.has(eventType)) return { ...coded, event: 'REJECT' };
  const future = modality === 'planned' || modality === 'possible';
  if (future && cooperation.has(eventType)) return { ...coded, event: 'AGREE' };
  if (future && materialConflict.has(eventType)) return { ...coded, event: 'THREATEN' };
  return { ...coded, event: eventType };
}

/** Else who or what is named there. */
function namedBelow({ draft }: Drafted, { referents }: Understood, trees: readonly Syntax[]): string | null {
  const syntax = trees[draft.sentence] as Syntax;
  const found = referents.references.find(
    ({ sentence, head, thing, from }) =>
      sentence === draft.sentence &&
      syntax.ancestors(head).includes(draft.trigger) &&
      thing.key !== draft.subject.thing?.key &&
      !(draft.subject.from <= from && from < draft.subject.to),
  );
  return found?.thing.name ?? null;
}

/** Where a claim has no object, what a verb below it is done to: "agreed to build a dam in Peru". */
function targetBelow(
  { draft }: Drafted,
  drafted: readonly Drafted[],
  trees: readonly Syntax[],
): string | null {
  const below = drafted.find(
    (other) =>
      other.draft.sentence === draft.sentence &&
      other.statement.object !== null &&
      (trees[draft.sentence] as Syntax).ancestors(other.draft.trigger).includes(draft.trigger),
  );
  return below?.statement.object?.text ?? null;
}
