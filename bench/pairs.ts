// Pairs of names that are the same or only look so, merged rightly or wrongly: `npm run bench:pairs`. Each pair is a graph of
// its own. Measured end to end, and on mentions that are given, which leaves out how well the extractor reads: what it knows
// of a side is then what the list says of it. `--errors` shows each that is wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claimId, type Document, type EntityType, mentionId } from '../graph/model.ts';
import type { Annotated, Chain, FoundMention, Statement } from '../src/annotated.ts';
import { countries } from '../src/extract/data/countries.ts';
import { createExtractor } from '../src/extract/index.ts';
import { resolveEntities } from '../src/resolve/entities.ts';

interface Side {
  readonly name: string;
  readonly type: EntityType;
  readonly title?: string;
  readonly office?: string;
  readonly country?: string;
  readonly age?: number;
  readonly date?: string;
  readonly context: string;
}

interface Pair {
  readonly id: number;
  readonly same: boolean;
  readonly kind: string;
  readonly a: Side;
  readonly b: Side;
}

type Reading = (document: Document, side: Side) => Promise<Annotated>;

/** `unread`: the extractor finds no name at one of the places, or takes it for part of another. */
type Outcome = 'one' | 'two' | 'unread';

const { values: flags } = parseArgs({ options: { errors: { type: 'boolean' } } });
const extractor = createExtractor();
const lists = [
  ['the hundred', 'pairs.json'],
  ['sixty more', 'more-pairs.json'],
  ['forty, written last', 'last-pairs.json'],
] as const;
const readings: readonly (readonly [string, Reading])[] = [
  ['end to end', (document) => extractor.annotate(document)],
  ['mentions given', async (document, side) => recordOf(document, side)],
];

async function report(): Promise<void> {
  console.log(
    `${''.padEnd(38)}${['pairs', 'P', 'R', 'wrong', 'missed', 'unread', 'R of read'].map((head) => head.padStart(10)).join('')}`,
  );
  for (const [list, file] of lists) {
    const pairs: Pair[] = JSON.parse(readFileSync(join(import.meta.dirname, '../test/gold', file), 'utf8'));
    for (const [name, read] of readings) await score(`${list}, ${name}`, pairs, read);
  }
  console.log('\nwanted: P 0.98, R 0.90; the aim is 1 and 0.95');
}

async function score(label: string, pairs: readonly Pair[], read: Reading): Promise<void> {
  const count = { right: 0, wrong: 0, missed: 0, unread: 0 };
  for (const pair of pairs) {
    const outcome = await judge(pair, read);
    if (outcome === 'one') count[pair.same ? 'right' : 'wrong'] += 1;
    else if (pair.same) count[outcome === 'two' ? 'missed' : 'unread'] += 1;
    if (flags.errors && (outcome === 'unread' || (outcome === 'one') !== pair.same))
      tell(label, pair, outcome);
  }
  const { right, wrong, missed, unread } = count;
  const ratio = (of: number, all: number) => (all === 0 ? 1 : of / all).toFixed(3);
  const cells = [
    `${pairs.length}`,
    ratio(right, right + wrong),
    ratio(right, right + missed + unread),
    `${wrong}`,
    `${missed}`,
    `${unread}`,
    ratio(right, right + missed),
  ];
  console.log(label.padEnd(38) + cells.map((cell) => cell.padStart(10)).join(''));
}

function tell(label: string, { id, same, kind, a, b }: Pair, outcome: Outcome): void {
  const what = outcome === 'unread' ? 'unread' : same ? 'missed' : 'wrong ';
  console.log(
    `  ${what} ${id} ${kind}, ${label}: ${a.name} – ${b.name}\n      ${a.context}\n      ${b.context}`,
  );
}

async function judge({ a, b }: Pair, read: Reading): Promise<Outcome> {
  const documents = [a, b].map((side, i) => documentOf(i === 0 ? 'a' : 'b', side));
  const records = await Promise.all([a, b].map((side, i) => read(documents[i] as Document, side)));
  const publishedAt = new Map(documents.map((document) => [document.id, document.publishedAt]));
  const { entityOf } = resolveEntities(records, { publishedAt });
  const [one, other] = [a, b].map((side, i) => {
    const mention = mentionOf(records[i] as Annotated, side);
    return mention === undefined ? undefined : entityOf.get(mention.id);
  });
  if (one === undefined || other === undefined) return 'unread';
  return one === other ? 'one' : 'two';
}

const documentOf = (id: string, { context, date = '2024-05-01' }: Side): Document => ({
  id,
  title: '',
  text: context,
  publishedAt: date,
  publisher: id,
  contentHash: id,
});

/** What is found at the name's place: with a title before it, or without the article, it is still the name. */
function mentionOf({ mentions }: Annotated, { name, context }: Side): FoundMention | undefined {
  const start = context.indexOf(name);
  const end = start + name.length;
  const overlap = (m: FoundMention) =>
    (Math.min(m.end, end) - Math.max(m.start, start)) / (Math.max(m.end, end) - Math.min(m.start, start));
  const [best] = [...mentions]
    .filter((m) => m.end >= end && overlap(m) > 0.3)
    .sort((x, y) => overlap(y) - overlap(x));
  return best;
}

/** A record as an extractor would make it who reads what the list says of a side, and nothing else. */
function recordOf(document: Document, side: Side): Annotated {
  const { name, type, title, office, country, age, context } = side;
  const start = context.indexOf(name);
  const span = { start, end: start + name.length };
  const form = /^the .*\p{Ll}$/u.test(name) && type === 'Person' ? ('nominal' as const) : ('name' as const);
  const mention = { ...span, id: mentionId(document.id, span), text: name, form };
  const [job = '', tail] = (office ?? '').replace(/^former /, '').split(/ (?:of|for|to) (?:the )?/);
  const role = job.split(' ').at(-1) ?? '';
  const isFormer = (office ?? '').startsWith('former ');
  const gender =
    /^(?:Mr|Sir|King)$/.test(title ?? '') || / he /.test(context)
      ? ('male' as const)
      : /^(?:Ms|Lady)$/.test(title ?? '') || / she /.test(context)
        ? ('female' as const)
        : undefined;
  const known = {
    roles: role === '' || isFormer ? [] : [role],
    places: [country, tail].filter((one) => one !== undefined).map((one) => one.toLowerCase()),
    ...(gender === undefined ? {} : { gender }),
    ...(age === undefined ? {} : { age }),
  };
  const chain: Chain = { type, name: countryOf(name) ?? name, mentions: [mention.id], known };
  const where = tail ?? country ?? (job === 'pope' ? 'Catholic Church' : undefined);
  const bodies = type === 'Person' && where !== undefined ? [bodyOf(document, where)] : [];
  return {
    document: document.id,
    contentHash: document.contentHash,
    extractor: 'given@1',
    sentences: [{ start: 0, end: context.length }],
    mentions: [mention, ...bodies.map(({ mention }) => mention)],
    chains: [chain, ...bodies.map(({ chain }) => chain)],
    statements: statementOf(document, side, mention, job, bodies[0]?.mention),
  };
}

/** A country's usual name, which the extractor gives whatever it is called. */
const countryOf = (name: string): string | undefined =>
  countries.find(({ aliases }) => aliases.includes(name.replaceAll('’', "'")))?.name;

/** What an office is of, with a mention for it at the end of the text: where it stands doesn't matter here. */
function bodyOf(document: Document, name: string): { readonly mention: FoundMention; readonly chain: Chain } {
  const span = { start: document.text.length, end: document.text.length };
  const mention = { ...span, id: mentionId(document.id, span), text: name, form: 'name' as const };
  return { mention, chain: { type: 'Place', name, mentions: [mention.id] } };
}

const predicates: ReadonlyMap<string, string> = new Map(
  Object.entries({
    president: 'PRESIDENT_OF',
    'vice president': 'VICE_PRESIDENT_OF',
    'prime minister': 'PRIME_MINISTER_OF',
    chancellor: 'CHANCELLOR_OF',
    king: 'MONARCH_OF',
    queen: 'MONARCH_OF',
    governor: 'GOVERNOR_OF',
    mayor: 'MAYOR_OF',
    ambassador: 'AMBASSADOR_TO',
    pope: 'LEADER_OF',
    leader: 'LEADER_OF',
    head: 'DIRECTOR_OF',
    'chief executive': 'DIRECTOR_OF',
    spokesman: 'SPOKESPERSON_FOR',
    spokeswoman: 'SPOKESPERSON_FOR',
  }),
);

function statementOf(
  document: Document,
  { office = '', context }: Side,
  mention: FoundMention,
  job: string,
  body: FoundMention | undefined,
): Statement[] {
  const predicate = predicates.get(job) ?? (job.endsWith('minister') ? 'MINISTER_OF' : undefined);
  if (predicate === undefined || body === undefined) return [];
  const whole = { start: 0, end: context.length };
  const status = office.startsWith('former ')
    ? [{ role: 'status', ...whole, text: 'former', mention: null }]
    : [];
  return [
    {
      ...whole,
      id: claimId(document.id, whole, predicate, mention, whole),
      subject: { start: mention.start, end: mention.end, text: mention.text, mention: mention.id },
      predicate,
      object: { start: body.start, end: body.end, text: body.text, mention: body.id },
      negated: false,
      modality: 'actual',
      speakers: [],
      time: null,
      arguments: status,
      about: null,
      eventType: null,
      mode: null,
      contexts: [],
      confidence: 1,
    },
  ];
}

await report();
