// The graph that stands, read from a shelf: all of it, or one article's part.

import { z } from 'zod';
import { bySentence } from '../../../graph/exchange.ts';
import {
  compare,
  type Entity,
  entityTypes,
  type Graph,
  modalities,
  relationsOf,
} from '../../../graph/model.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import type { Decided as Decision } from '../../decision.ts';
import { byId, type Part, partOf } from '../part.ts';
import { type Corpus, partedArticle, StandingArticle, tiesOf } from './article.ts';
import { articlesDecided, decidedIn, speakersDecided } from './decisions.ts';
import { standingEvents } from './events.ts';
import { standingEntities } from './names.ts';
import { relationsOfType, type StandingRelation, standingRelations } from './relations.ts';
import { Drawer, type Shelf } from './shelf.ts';
import { standingTopics } from './topics.ts';

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
    const found = type === undefined ? standingRelations(this.#shelf) : relationsOfType(this.#shelf, type);
    return byId(found.map((relation) => CheckedRelation.parse(relation)));
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
