// The graph's standing parts after a change: what `assemble` gives of all articles, worked out from what changed alone.
// Pure but for the shelf that it is handed; test/src/resolve/standing holds it to the same bytes.
import { type Claim, compare, type Entity } from '../../../graph/model.ts';
import type { Annotated, Chain } from '../../annotated.ts';
import type { Decided as Decision, Idle } from '../../decision.ts';
import { type Parted, splitChains } from '../decided.ts';
import { type Link, linksOf } from '../entities.ts';
import { type Sighting, sightingsOf } from '../events.ts';
import type { Report } from '../origins.ts';
import { partOf } from '../part.ts';
import { remembered } from '../remembered.ts';
import { claimsRejected, type Phrase, phrasesIn, type Use, usesOf } from '../topics.ts';
import { claimsJudged } from '../unsaid.ts';
import {
  type Article,
  type Corpus,
  importedIn,
  originsIn,
  partedArticle,
  type StandingArticle,
  spansOf,
  tiesOf,
} from './article.ts';
import { articlesDecided, claimsGone, decidedIn, entitiesIn } from './decisions.ts';
import { occasionsIn, updateEvents } from './events.ts';
import { type NameOutcome, nameOf, namesIn, updateNames } from './names.ts';
import { officesIn, officesNow, updateOffices } from './offices.ts';
import { updateOrigins } from './origins.ts';
import { pairsIn, type RelationOutcome, RelationsUpdate } from './relations.ts';
import { Drawer, type Shelf } from './shelf.ts';
import { updateTopics } from './topics.ts';

/** Ids of articles that are new or other than they were, and of those that are gone. */
export interface Change {
  readonly put: readonly string[];
  readonly removed: readonly string[];
  /** All decisions as they are, and as they were at the last update. */
  readonly decisions: readonly Decision[];
  readonly decidedBefore: readonly Decision[];
}

/** What an update did. *Shape*: `before` and `after` hold what isn't the same in both. */
export interface Outcome {
  /** Ids of articles whose part of the graph may be another now; those that were put are among them. */
  readonly documents: readonly string[];
  readonly removed: readonly string[];
  readonly entities: { readonly before: readonly Entity[]; readonly after: readonly Entity[] };
  readonly relations: RelationOutcome;
  /** How many claims there are more than before; less where it is below 0. */
  readonly moreClaims: number;
  /** Decisions that have no effect, and why. */
  readonly idle: readonly Idle[];
  /** Whether an article that was put has mentions or claims of which decisions don't tell whose they are. */
  readonly isForeign: boolean;
}

/**
 * Brings a shelf up to date. *Cost*: that of the articles that changed, of the names, copies, events and relations that
 * they touch, and reading a kilobyte of each article. *Errors*: whatever a shelf that someone else filled may lead to.
 */
export function update(shelf: Shelf, corpus: Corpus, change: Change): Outcome {
  const standing = new Drawer<StandingArticle>(shelf, 'article');
  const { decisions } = change;
  const anchored = articlesDecided([...decisions, ...change.decidedBefore], corpus);
  const put = new Set(change.put);
  const read = readAll(new Set([...put, ...anchored]), corpus, decisions);
  const removed = new Set(change.removed);
  const before = new Map<string, StandingArticle>();
  for (const id of [...read.links.keys(), ...removed]) {
    const old = standing.get(id);
    if (old !== undefined) before.set(id, old);
  }

  const report = (id: string) => read.reports.get(id) ?? reportOf(corpus.article(id));
  const moved = updateOrigins(shelf, { put, removed, report, all: () => corpus.ids().map(report) });
  const rejected = claimsRejected(decisions);
  const uses = new Map<string, ReadonlyMap<string, Use>>();
  for (const id of new Set([...read.links.keys(), ...moved])) {
    const phrases = read.phrases.get(id) ?? phrasesIn(corpus.article(id).record);
    uses.set(id, usesOf(phrases, originsIn(shelf, id, report(id).sentences), rejected));
  }
  const topics = updateTopics(shelf, {
    put: uses,
    before: new Map(
      [...removed, ...uses.keys()].map((id) => [id, (before.get(id) ?? standing.get(id))?.phrases ?? []]),
    ),
  });
  read.reports.clear();
  read.phrases.clear();
  const names = updateNames(shelf, {
    put: read.links,
    before: new Map([...before].map(([id, old]) => [id, old.names])),
    parted: read.parted,
    decisions,
  });

  const relations = new RelationsUpdate(shelf);
  const sightings = new Map<string, readonly Sighting[]>();
  const entityElsewhere = entitiesIn(anchored, read.links, names.entities);
  let moreClaims = -removed.values().reduce((sum, id) => sum + (before.get(id)?.claims ?? 0), 0);
  const claimsAnchored: Claim[] = [];
  for (const id of removed) {
    relations.remove(id, before.get(id)?.pairs ?? []);
    standing.delete(id);
  }
  const named = new Set([...read.links.keys(), ...names.entities.keys()]);
  for (const id of named) {
    const old = before.get(id) ?? standing.get(id);
    if (old !== undefined) before.set(id, old);
  }
  const offices = updateOffices(shelf, {
    put: officesNow(named, read.offices, names.entities, before),
    before,
  });
  const touched = new Set([...named, ...moved, ...topics.documents, ...offices]);
  for (const id of touched) {
    const { document, record } = partedArticle(corpus.article(id), decisions);
    const old = before.get(id) ?? standing.get(id);
    if (old !== undefined) before.set(id, old);
    const now = names.entities.get(id);
    const entities = record.chains.map((_, number) => (now?.get(number) ?? old?.entities[number]) as string);
    const phrases = [...(uses.get(id)?.keys() ?? old?.phrases ?? [])];
    const ends = { entities, topics: phrases.filter(topics.isTopic) };
    const part = partOf(document, record, tiesOf(shelf, document, record, ends));
    if (anchored.has(id)) claimsAnchored.push(...part.claims);
    const claims = decidedIn(part, decisions, entityElsewhere);
    const imported = importedIn(record);
    const seen = sightingsOf(
      claims.filter((claim) => !imported.has(claim.id)),
      document,
    );
    sightings.set(id, seen);
    moreClaims += claims.length - (old?.claims ?? 0);
    relations.put(document, claims, old?.pairs ?? []);
    const links = read.links.get(id);
    standing.put(id, '', {
      ...ends,
      phrases,
      spans: spansOf(record),
      abouts: {},
      names: links === undefined ? (old?.names ?? []) : namesIn(links),
      occasions: occasionsIn(seen),
      pairs: pairsIn(claims),
      claims: claims.length,
      offices: read.offices.get(id) ?? old?.offices ?? [],
    });
  }

  const events = updateEvents(shelf, {
    put: sightings,
    before: new Map([...before].map(([id, old]) => [id, old.occasions])),
    renamed: renamedAmong(names),
    nameOf: remembered((id) => nameOf(shelf, id) ?? id),
  });
  for (const [id, abouts] of events.abouts) {
    const row = standing.get(id) as StandingArticle;
    relations.setAbouts(id, abouts, row.pairs);
    standing.put(id, '', { ...row, abouts: { ...row.abouts, ...Object.fromEntries(abouts) } });
  }
  return {
    documents: [...touched.union(new Set(events.abouts.keys()))].sort(compare),
    removed: change.removed,
    entities: {
      before: [...names.before.map(({ entity }) => entity), ...events.before, ...topics.before],
      after: [...names.after.map(({ entity }) => entity), ...events.after, ...topics.after],
    },
    relations: relations.count(),
    moreClaims,
    idle: [...names.idle, ...claimsGone(claimsAnchored, decisions)].sort((a, b) => a.number - b.number),
    isForeign: read.isForeign,
  };
}

interface Read {
  readonly reports: Map<string, Report>;
  readonly links: Map<string, readonly Link[]>;
  readonly phrases: Map<string, readonly Phrase[]>;
  readonly offices: ReadonlyMap<string, StandingArticle['offices']>;
  readonly parted: Parted;
  readonly isForeign: boolean;
}

function readAll(ids: Iterable<string>, corpus: Corpus, decisions: readonly Decision[]): Read {
  const reports = new Map<string, Report>();
  const links = new Map<string, readonly Link[]>();
  const phrases = new Map<string, readonly Phrase[]>();
  const offices = new Map<string, StandingArticle['offices']>();
  const judged = claimsJudged(decisions);
  const partings: Parted[] = [];
  let isForeign = false;
  for (const id of ids) {
    const article = corpus.article(id);
    const { document, record } = article;
    const parted = splitChains([record], decisions);
    if (parted.made.size > 0) partings.push(parted);
    const publishedAt = new Map([[id, document.publishedAt]]);
    links.set(id, linksOf(parted.records[0] as Annotated, { publishedAt }, parted));
    reports.set(id, reportOf(article));
    phrases.set(id, phrasesIn(record));
    offices.set(id, officesIn(parted.records[0] as Annotated, judged));
    isForeign ||= ![...record.mentions, ...record.statements].every((one) => one.id.startsWith(`${id}:`));
  }
  return { reports, links, phrases, offices, parted: together(partings), isForeign };
}

/** The splits that decisions made in several articles. */
function together(partings: readonly Parted[]): Parted {
  const splits = new Map<number, { made: Chain[]; left: Chain[] }>();
  for (const [number, { made, left }] of partings.flatMap((parted) => [...parted.splits])) {
    const split = splits.get(number) ?? { made: [], left: [] };
    splits.set(number, { made: [...split.made, ...made], left: [...split.left, ...left] });
  }
  return { records: [], splits, made: new Set(partings.flatMap(({ made }) => [...made])) };
}

const reportOf = ({ document, record }: Article): Report => ({ document, sentences: record.sentences });

// Names of entities, for the events in which they take part

function renamedAmong({ before, after }: NameOutcome): string[] {
  const names = new Map(before.map(({ entity }) => [entity.id, entity.name]));
  return after.filter(({ entity }) => names.get(entity.id) !== entity.name).map(({ entity }) => entity.id);
}
