// An article among those that stand: where it can be had, what only all articles tell of it, and its part of the graph.
import { z } from 'zod';
import type { Document } from '../../../graph/model.ts';
import type { Annotated } from '../../annotated.ts';
import type { Decided as Decision } from '../../decision.ts';
import { splitChains } from '../decided.ts';
import { sentenceAt } from '../origins.ts';
import { isImported, type Ties } from '../part.ts';
import { topicsOfStatement } from '../topics.ts';
import { toldIn } from './offices.ts';
import { originAt, originRuns } from './origins.ts';
import type { Shelf } from './shelf.ts';

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

const OfficeTold = z.object({
  holder: z.int(),
  office: z.string(),
  of: z.int().nullable(),
  isPlace: z.boolean(),
  text: z.string(),
  claim: z.string(),
  isSaid: z.boolean(),
});

/** What is known of an article that only all articles tell. Kept under `article`, by its id. */
export const StandingArticle = z.object({
  /** Ids of the entities of its chains, in their order. */
  entities: z.array(z.string()).readonly(),
  /** For each chain start, end, start, end … of its mentions. */
  spans: z.array(z.array(z.int()).readonly()).readonly(),
  /** By claim, the event that it is about. */
  abouts: z.record(z.string(), z.string()).readonly(),
  /** Keys under which it contributes. */
  names: z.array(z.string()).readonly(),
  occasions: z.array(z.string()).readonly(),
  pairs: z.array(z.string()).readonly(),
  phrases: z.array(z.string()).readonly(),
  /** Those of its phrases that are topics. */
  topics: z.array(z.string()).readonly(),
  /** How many it makes. */
  claims: z.int(),
  /** What it tells of who holds which office of whom, by the numbers of their chains. */
  offices: z.array(OfficeTold).readonly(),
});
export type StandingArticle = z.infer<typeof StandingArticle>;

/** The article with its chains as decisions part them. */
export const partedArticle = ({ document, record }: Article, decisions: readonly Decision[]): Article => ({
  document,
  record: splitChains([record], decisions).records[0] as Annotated,
});

/** What its mentions stand for and where its words come from, given the entities of its chains and which phrases are topics. */
export function tiesOf(
  shelf: Shelf,
  { id }: Document,
  { chains, sentences }: Annotated,
  { entities, topics }: Pick<StandingArticle, 'entities' | 'topics'>,
): Ties {
  const ofMention = new Map<string, string>();
  for (const [number, { mentions }] of chains.entries())
    for (const mention of mentions)
      if (!ofMention.has(mention)) ofMention.set(mention, entities[number] as string);
  const known = new Set(topics);
  return {
    entityOf: (mention) => ofMention.get(mention),
    originOf: originsIn(shelf, id, sentences),
    topicsOf: (statement) => topicsOfStatement(statement, (key) => known.has(key)),
    toldOf: (statement) => toldIn(shelf, statement, ofMention.get(statement.subject.mention ?? '')),
  };
}

/** Where the words at an offset of an article come from. */
export function originsIn(
  shelf: Shelf,
  id: string,
  sentences: readonly { readonly start: number }[],
): (offset: number) => string {
  const runs = originRuns(shelf, id);
  const starts = sentences.map(({ start }) => start);
  return (offset) => originAt(runs, sentenceAt(starts, offset), id);
}

/** Ids of the claims of which an import says itself what they are about. */
export const importedIn = ({ statements }: Annotated): ReadonlySet<string> =>
  new Set(statements.filter(isImported).map(({ id }) => id));

/** For each chain the places of its mentions that stand in no chain before it: start, end, start, end … */
export function spansOf({ chains, mentions }: Annotated): number[][] {
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
