// The graph that stands, read from a shelf: all of it, or one article's part.

import { z } from 'zod';
import { bySentence } from '../../../graph/exchange.ts';
import {
  type Claim,
  compare,
  type Entity,
  entityTypes,
  type Graph,
  type Mention,
  modalities,
  type Relation,
  relationsOf,
} from '../../../graph/model.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import type { Decided as Decision } from '../../decision.ts';
import type { Reason } from '../entities.ts';
import { byId, type Part, partOf } from '../part.ts';
import type { Told } from '../unsaid.ts';
import { type Corpus, partedArticle, StandingArticle, tiesOf } from './article.ts';
import { articlesDecided, articlesNamed, decidedIn, speakersDecided } from './decisions.ts';
import { standingEvents } from './events.ts';
import { entityOfId, type Standing, standingEntities, textsOf } from './names.ts';
import {
  documentsOfPair,
  pairOfRelation,
  relationsOfPair,
  relationsOfType,
  type StandingClaim,
  type StandingRelation,
  standingClaims,
  standingRelations,
} from './relations.ts';
import { Drawer, type Shelf } from './shelf.ts';
import { standingTopics, topicOfId } from './topics.ts';

/** An entity with how often it is mentioned. The schema checks what a stranger's file may hold. */
const Counted = z.object({
  entity: z.object({
    id: z.string(),
    type: z.enum(entityTypes),
    name: z.string(),
    aliases: z.array(z.string()),
    wikidataId: z.string().exactOptional(),
  }),
  mentions: z.int(),
  documents: z.int(),
});
export type Counted = z.infer<typeof Counted>;

const text = z.string().nullable();
const CheckedRelation = z.object({
  id: z.string(),
  subject: z.string(),
  type: z.string(),
  object: z.string(),
  negated: z.boolean(),
  modality: z.enum(modalities),
  asserted: z.boolean(),
  eventType: text,
  mode: text,
  claims: z.int(),
  documents: z.int(),
  publishers: z.int(),
  origins: z.int(),
  speakers: z.int(),
  events: z.int(),
  disputed: z.boolean(),
  firstPublished: text,
  lastPublished: text,
});

/** Says in a tenth of the time what the schema says of a relation that is sound: there may be a million. */
function isSound(relation: StandingRelation): boolean {
  const texts = [relation.id, relation.subject, relation.type, relation.object, relation.modality];
  const orNull = [relation.eventType, relation.mode, relation.firstPublished, relation.lastPublished];
  const counts = [relation.claims, relation.documents, relation.publishers, relation.origins];
  const flags = [relation.negated, relation.asserted, relation.disputed];
  return (
    texts.every((value) => typeof value === 'string') &&
    (modalities as readonly string[]).includes(relation.modality) &&
    orNull.every((value) => value === null || typeof value === 'string') &&
    counts.every(Number.isInteger) &&
    Number.isInteger(relation.speakers) &&
    Number.isInteger(relation.events) &&
    flags.every((value) => typeof value === 'boolean')
  );
}

const checked = (relation: StandingRelation): StandingRelation =>
  isSound(relation) ? relation : CheckedRelation.parse(relation);

/** Relations sorted by id, one of each. Those of one type come sorted, so that sorting all is merging. */
export function inOrder(relations: StandingRelation[]): StandingRelation[] {
  relations.sort((a, b) => compare(a.id, b.id));
  return relations.filter(({ id }, i) => id !== relations[i - 1]?.id);
}

/** A graph that stands. The shelf must be up to date with the corpus and the decisions. */
export class StandingGraph {
  readonly #shelf: Shelf;
  readonly #corpus: Corpus;
  readonly #decisions: readonly Decision[];
  readonly #articles: Drawer<StandingArticle>;
  #speakers: ReadonlyMap<string, string> | undefined;

  constructor(shelf: Shelf, corpus: Corpus, decisions: readonly Decision[]) {
    this.#shelf = shelf;
    this.#corpus = corpus;
    this.#decisions = decisions;
    this.#articles = new Drawer(shelf, 'article');
  }

  /** Sorted by id. */
  entities(): Entity[] {
    return this.counted().map(({ entity }) => entity);
  }

  /** Every entity with how often, and in how many documents, it is mentioned; sorted by id. *Errors*: `ZodError`. */
  counted(): Counted[] {
    const named = [...standingEntities(this.#shelf)];
    const unnamed = [...standingEvents(this.#shelf), ...standingTopics(this.#shelf)];
    const others = unnamed.map((entity) => ({ entity, mentions: 0, documents: 0 }));
    const counted = [...named, ...others].map((one) => Counted.parse(one));
    return [...new Map(counted.map((one) => [one.entity.id, one])).values()].sort((a, b) =>
      compare(a.entity.id, b.entity.id),
    );
  }

  /** Every relation, or those of a type; sorted by id. *Errors*: `ZodError`. */
  relations(type?: string): StandingRelation[] {
    if (type === undefined) return inOrder([...this.eachRelation()]);
    return byId(relationsOfType(this.#shelf, type).map(checked));
  }

  /** Every relation, in no order that means anything, for whoever can't wait for all. *Errors*: `ZodError`. */
  *eachRelation(): Generator<StandingRelation> {
    for (const relation of standingRelations(this.#shelf)) yield checked(relation);
  }

  /** Every claim that makes a relation, without its words. Cost: linear. */
  claims(): Iterable<StandingClaim> {
    return standingClaims(this.#shelf);
  }

  /** Ids of the documents behind a relation, and of those that deny it or say it otherwise. */
  documentsBehind(relation: Pick<StandingRelation, 'subject' | 'type' | 'object'>): string[] {
    return documentsOfPair(this.#shelf, pairOfRelation(relation));
  }

  /** Ids of the documents that decisions are about: what an editor struck out stands behind no relation. */
  documentsDecided(): readonly string[] {
    return [...articlesDecided(this.#decisions, this.#corpus)];
  }

  /** By entity, the ids of the documents that name it or say something of it. Cost: linear. */
  documentsNaming(): ReadonlyMap<string, readonly string[]> {
    const topics = new Map(
      [...new Drawer<Entity>(this.#shelf, 'topic').all()].map(([key, , { id }]) => [key, id]),
    );
    const found = new Map<string, string[]>();
    for (const [document, , row] of this.#articles.all()) {
      const { entities, abouts, topics: phrases } = row;
      const named = new Set([
        ...entities,
        ...Object.values(abouts),
        ...phrases.map((key) => topics.get(key) ?? ''),
      ]);
      for (const id of named) {
        const known = found.get(id);
        if (known === undefined) found.set(id, [document]);
        else known.push(document);
      }
    }
    return found;
  }

  /** What an article adds, decisions and events included. Cost: that of the article. */
  part(id: string): Part {
    const { document, record } = partedArticle(this.#corpus.article(id), this.#decisions);
    const standing = StandingArticle.parse(this.#articles.get(id));
    const { abouts } = standing;
    const part = partOf(document, record, tiesOf(this.#shelf, document, record, standing));
    const claims = decidedIn(part, this.#decisions, (mention) => this.#speakerAt(mention));
    return {
      ...part,
      claims: claims.map((claim) => ({ ...claim, about: claim.about ?? abouts[claim.id] ?? null })),
    };
  }

  /** The entity of an id, if it is no event: those stand under what they are about. */
  entity(id: string): Entity | undefined {
    return entityOfId(this.#shelf, id)?.entity ?? topicOfId(this.#shelf, id);
  }

  /** How often an entity is mentioned; 0 for an event or a topic. */
  count({ id }: Entity): number {
    return this.#named(id)?.mentions ?? 0;
  }

  /** Why names were judged to be one entity; empty for an event or a topic. */
  reasons({ id }: Entity): readonly Reason[] {
    return this.#named(id)?.reasons ?? [];
  }

  /** Ids of the documents where an entity is mentioned, those with the longest names first, then in the order of ids. */
  documentsWith({ id }: Entity): string[] {
    const standing = this.#named(id);
    const texts = standing === undefined ? [] : [...textsOf(this.#shelf, standing)];
    return texts
      .map(([document, texts]) => ({ document, length: Math.max(0, ...texts.map((text) => text.length)) }))
      .sort((a, b) => b.length - a.length || compare(a.document, b.document))
      .map(({ document }) => document);
  }

  /** The mentions of an entity in some documents, by document and place. Cost: that of the documents. */
  mentions({ id }: Entity, documents: readonly string[]): Mention[] {
    return documents
      .toSorted(compare)
      .flatMap((document) => this.part(document).mentions.filter(({ entity }) => entity === id))
      .sort((a, b) => compare(a.document, b.document) || a.start - b.start);
  }

  /** The mentions of every article that a decision is about. */
  mentionsDecided(): Mention[] {
    const documents = articlesDecided(this.#decisions, this.#corpus);
    return [...documents].flatMap((document) => this.part(document).mentions);
  }

  /** The claim of an id; undefined where no article makes it. */
  claim(id: string): Claim | undefined {
    const documents = articlesNamed(id, this.#corpus);
    return documents.flatMap((document) => this.part(document).claims).find((claim) => claim.id === id);
  }

  /**
   * Of an office of which its own article doesn't say whose it is, what tells that: `told` is undefined where it is only the
   * country that the article is about. Undefined of other claims.
   */
  unsaid({ id, document: where }: Claim): { readonly told: Told | undefined } | undefined {
    const { document, record } = partedArticle(this.#corpus.article(where), this.#decisions);
    const statement = record.statements.find((one) => one.id === id);
    if (statement?.unsaid === undefined) return undefined;
    const standing = StandingArticle.parse(this.#articles.get(where));
    return { told: tiesOf(this.#shelf, document, record, standing).toldOf(statement) };
  }

  /** All relations between the ends of one, as one may be disputed by another. See `pairOf`. */
  relationsOfPair(pair: string): Relation[] {
    return relationsOfPair(this.#shelf, pair);
  }

  /** Whether an article is there. */
  has(id: string): boolean {
    return this.#corpus.has(id);
  }

  #named(id: string): Standing | undefined {
    return entityOfId(this.#shelf, id);
  }

  /** All of it. Cost: linear. */
  graph(): Graph {
    const parts = this.#corpus.ids().map((id) => this.part(id));
    const documents = byId(parts.map((part) => part.document));
    const claims = byId(parts.flatMap((part) => part.claims));
    const documentOf = new Map(documents.map((document) => [document.id, document]));
    return {
      documents,
      sentences: parts.flatMap((part) => part.sentences).sort(bySentence),
      entities: this.entities(),
      mentions: byId(parts.flatMap((part) => part.mentions)),
      claims,
      relations: relationsOf(claims, documentOf, symmetricTypes),
    };
  }

  /** Whom a decision made the speaker of a claim: it may be named in another article. */
  #speakerAt(mention: string): string | undefined {
    this.#speakers ??= this.#findSpeakers();
    return this.#speakers.get(mention);
  }

  #findSpeakers(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const wanted = speakersDecided(this.#decisions);
    for (const id of articlesDecided(this.#decisions, this.#corpus)) {
      const { document, record } = partedArticle(this.#corpus.article(id), this.#decisions);
      const standing = this.#articles.get(id) as StandingArticle;
      const ties = tiesOf(this.#shelf, document, record, standing);
      for (const mention of wanted) {
        const entity = ties.entityOf(mention);
        if (entity !== undefined) found.set(mention, entity);
      }
    }
    return found;
  }
}
