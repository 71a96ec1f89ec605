// The graph's standing parts after a change: what `assemble` gives of all articles, worked out from what changed alone.
// Pure but for the shelf that it is handed; test/src/resolve/standing holds it to the same bytes.

import { bySentence } from '../../../graph/exchange.ts';
import {
  type Claim,
  compare,
  type Document,
  type Entity,
  type Graph,
  relationsOf,
} from '../../../graph/model.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import type { Annotated, Chain } from '../../annotated.ts';
import type { Decided as Decision, Idle } from '../../decision.ts';
import { decideClaims } from '../claims.ts';
import { type Parted, splitChains } from '../decided.ts';
import { type Link, linksOf } from '../entities.ts';
import { type Sighting, sightingsOf } from '../events.ts';
import { type Report, sentenceAt } from '../origins.ts';
import { byId, isImported, type Part, partOf, type Ties } from '../part.ts';
import { occasionsIn, standingEvents, updateEvents } from './events.ts';
import { type NameOutcome, nameOf, namesIn, standingEntities, updateNames } from './names.ts';
import { originAt, originRuns, updateOrigins } from './origins.ts';
import { pairsIn, RelationsUpdate, type StandingRelation } from './relations.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** An article and how its extractor read it. */
export interface Article {
  readonly document: Document;
  readonly record: Annotated;
}

/** Where articles can be had. */
export interface Corpus {
  ids(): readonly string[];
  has(id: string): boolean;
  article(id: string): Article;
}

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
  readonly relations: {
    readonly before: readonly StandingRelation[];
    readonly after: readonly StandingRelation[];
  };
  /** Decisions that have no effect, and why. */
  readonly idle: readonly Idle[];
}

/** What is known of an article that only all articles tell. Kept under `article`, by its id. */
export interface StandingArticle {
  /** Ids of the entities of its chains, in their order. */
  readonly entities: readonly string[];
  /** For each chain start, end, start, end … of its mentions. */
  readonly spans: readonly (readonly number[])[];
  /** By claim, the event that it is about. */
  readonly abouts: Readonly<Record<string, string>>;
  /** Keys under which it contributes. */
  readonly names: readonly string[];
  readonly occasions: readonly string[];
  readonly pairs: readonly string[];
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
  read.reports.clear();
  const names = updateNames(shelf, {
    put: read.links,
    before: new Map([...before].map(([id, old]) => [id, old.names])),
    parted: read.parted,
    decisions,
  });

  const relations = new RelationsUpdate(shelf);
  const sightings = new Map<string, readonly Sighting[]>();
  const entityElsewhere = entitiesIn(anchored, read.links, names.entities);
  const idle = [...names.idle, ...claimsGone(anchored, corpus, decisions)];
  for (const id of removed) {
    relations.remove(id, before.get(id)?.pairs ?? []);
    standing.delete(id);
  }
  const touched = new Set([...read.links.keys(), ...moved, ...names.entities.keys()]);
  for (const id of touched) {
    const { document, record } = partedArticle(corpus.article(id), decisions);
    const old = before.get(id) ?? standing.get(id);
    if (old !== undefined) before.set(id, old);
    const now = names.entities.get(id);
    const entities = record.chains.map((_, number) => (now?.get(number) ?? old?.entities[number]) as string);
    const part = partOf(document, record, tiesOf(shelf, document, record, entities));
    const claims = decidedIn(part, decisions, entityElsewhere);
    const imported = importedIn(record);
    const seen = sightingsOf(
      claims.filter((claim) => !imported.has(claim.id)),
      document,
    );
    sightings.set(id, seen);
    relations.put(document, claims, old?.pairs ?? []);
    const links = read.links.get(id);
    standing.put(id, '', {
      entities,
      spans: spansOf(record),
      abouts: {},
      names: links === undefined ? (old?.names ?? []) : namesIn(links),
      occasions: occasionsIn(seen),
      pairs: pairsIn(claims),
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
      before: [...names.before.map(({ entity }) => entity), ...events.before],
      after: [...names.after.map(({ entity }) => entity), ...events.after],
    },
    relations: relations.count(),
    idle: idle.sort((a, b) => a.number - b.number),
  };
}

/** The graph that stands, of all articles. *Cost*: linear. */
export function standingGraph(
  shelf: Shelf,
  articles: Iterable<Article>,
  decisions: readonly Decision[],
): Graph {
  const standing = new Drawer<StandingArticle>(shelf, 'article');
  const anchored = new Map<string, string>();
  const parts: Part[] = [];
  for (const article of articles) {
    const { document, record } = partedArticle(article, decisions);
    const { entities, abouts } = standing.get(document.id) as StandingArticle;
    const ties = tiesOf(shelf, document, record, entities);
    const part = partOf(document, record, ties);
    parts.push({
      ...part,
      claims: part.claims.map((claim) => ({ ...claim, about: claim.about ?? abouts[claim.id] ?? null })),
    });
    for (const mention of speakersDecided(decisions)) {
      const entity = ties.entityOf(mention);
      if (entity !== undefined) anchored.set(mention, entity);
    }
  }
  const claims = decideClaims(byId(parts.flatMap((part) => part.claims)), decisions, (mention) =>
    anchored.get(mention),
  ).claims;
  const documents = byId(parts.map((part) => part.document));
  return {
    documents,
    sentences: parts.flatMap((part) => part.sentences).sort(bySentence),
    entities: byId([...[...standingEntities(shelf)].map(({ entity }) => entity), ...standingEvents(shelf)]),
    mentions: byId(parts.flatMap((part) => part.mentions)),
    claims,
    relations: relationsOf(
      claims,
      new Map(documents.map((document) => [document.id, document])),
      symmetricTypes,
    ),
  };
}

interface Read {
  readonly reports: Map<string, Report>;
  readonly links: Map<string, readonly Link[]>;
  readonly parted: Parted;
}

function readAll(ids: Iterable<string>, corpus: Corpus, decisions: readonly Decision[]): Read {
  const reports = new Map<string, Report>();
  const links = new Map<string, readonly Link[]>();
  const partings: Parted[] = [];
  for (const id of ids) {
    const article = corpus.article(id);
    const { document, record } = article;
    const parted = splitChains([record], decisions);
    if (parted.made.size > 0) partings.push(parted);
    const publishedAt = new Map([[id, document.publishedAt]]);
    links.set(id, linksOf(parted.records[0] as Annotated, { publishedAt }, parted));
    reports.set(id, reportOf(article));
  }
  return { reports, links, parted: together(partings) };
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

/** The article with its chains as decisions part them. */
const partedArticle = ({ document, record }: Article, decisions: readonly Decision[]): Article => ({
  document,
  record: splitChains([record], decisions).records[0] as Annotated,
});

function tiesOf(
  shelf: Shelf,
  { id }: Document,
  { chains, sentences }: Annotated,
  entities: readonly string[],
): Ties {
  const ofMention = new Map<string, string>();
  for (const [number, { mentions }] of chains.entries())
    for (const mention of mentions)
      if (!ofMention.has(mention)) ofMention.set(mention, entities[number] as string);
  const runs = originRuns(shelf, id);
  const starts = sentences.map(({ start }) => start);
  return {
    entityOf: (mention) => ofMention.get(mention),
    originOf: (offset) => originAt(runs, sentenceAt(starts, offset), id),
  };
}

const importedIn = ({ statements }: Annotated): ReadonlySet<string> =>
  new Set(statements.filter(isImported).map(({ id }) => id));

function spansOf({ chains, mentions }: Annotated): number[][] {
  const places = new Map(mentions.map(({ id, start, end }) => [id, [start, end]]));
  const seen = new Set<string>();
  return chains.map((chain) =>
    chain.mentions.flatMap((mention) => {
      if (seen.has(mention)) return [];
      seen.add(mention);
      return places.get(mention) ?? [];
    }),
  );
}

// Decisions: every article that one is about is read again, whatever else changed. They are few.

function articlesDecided(decisions: readonly Decision[], corpus: Corpus): Set<string> {
  const found = new Set<string>();
  for (const id of decisions.flatMap(({ decision }) => anchorsOf(decision)))
    for (let at = id.lastIndexOf(':'); at > 0; at = id.lastIndexOf(':', at - 1))
      if (corpus.has(id.slice(0, at))) found.add(id.slice(0, at));
  return found;
}

function anchorsOf(decision: Decision['decision']): readonly string[] {
  switch (decision.kind) {
    case 'same':
    case 'different':
      return [decision.a, decision.b];
    case 'split':
      return decision.mentions;
    case 'rename':
      return [decision.mention];
    case 'reject':
      return [decision.claim];
    case 'correct':
      return [decision.claim, ...speakersDecided([{ number: 0, decidedAt: '', decision }])];
  }
}

/** Mentions of those whose words claims are, as was decided. */
const speakersDecided = (decisions: readonly Decision[]): string[] =>
  decisions.flatMap(({ decision }) =>
    decision.kind === 'correct' && decision.speaker?.mention ? [decision.speaker.mention] : [],
  );

/** What mentions of some articles stand for. */
function entitiesIn(
  ids: ReadonlySet<string>,
  links: ReadonlyMap<string, readonly Link[]>,
  entities: ReadonlyMap<string, ReadonlyMap<number, string>>,
): (mention: string) => string | undefined {
  const found = new Map<string, string>();
  for (const id of ids)
    for (const [number, { chain }] of (links.get(id) ?? []).entries())
      for (const mention of chain.mentions)
        if (!found.has(mention)) found.set(mention, entities.get(id)?.get(number) as string);
  return (mention) => found.get(mention);
}

/** The claims of a part as they are after the decisions about them. */
function decidedIn(
  { claims }: Part,
  decisions: readonly Decision[],
  entityOf: (mention: string) => string | undefined,
): readonly Claim[] {
  const ids = new Set(claims.map(({ id }) => id));
  const own = decisions.filter(({ decision }) => 'claim' in decision && ids.has(decision.claim));
  return own.length === 0 ? claims : decideClaims(claims, own, entityOf).claims;
}

/** Decisions about claims that no article makes. */
function claimsGone(
  ids: ReadonlySet<string>,
  corpus: Corpus,
  decisions: readonly Decision[],
): readonly Idle[] {
  const about = decisions.filter(({ decision }) => 'claim' in decision);
  if (about.length === 0) return [];
  const claims = [...ids].flatMap((id) => {
    const { document, record } = corpus.article(id);
    return partOf(document, record, { entityOf: () => undefined, originOf: () => id }).claims;
  });
  return decideClaims(claims, about, () => undefined).idle;
}

// Names of entities, for the events in which they take part

function renamedAmong({ before, after }: NameOutcome): string[] {
  const names = new Map(before.map(({ entity }) => [entity.id, entity.name]));
  return after.filter(({ entity }) => names.get(entity.id) !== entity.name).map(({ entity }) => entity.id);
}

function remembered(find: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const value = known.get(id) ?? find(id);
    known.set(id, value);
    return value;
  };
}
