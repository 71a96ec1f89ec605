// The graph that stands, read from a shelf: all of it, or one article's part.
import { bySentence } from '../../../graph/exchange.ts';
import { type Entity, type Graph, relationsOf } from '../../../graph/model.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import type { Decided as Decision } from '../../decision.ts';
import { byId, type Part, partOf } from '../part.ts';
import { type Corpus, partedArticle, type StandingArticle, tiesOf } from './article.ts';
import { articlesDecided, decidedIn, speakersDecided } from './decisions.ts';
import { standingEvents } from './events.ts';
import { standingEntities } from './names.ts';
import { Drawer, type Shelf } from './shelf.ts';

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
    const named = [...standingEntities(this.#shelf)].map(({ entity }) => entity);
    return byId([...named, ...standingEvents(this.#shelf)]);
  }

  /** What an article adds, decisions and events included. Cost: that of the article. */
  part(id: string): Part {
    const { document, record } = partedArticle(this.#corpus.article(id), this.#decisions);
    const { entities, abouts } = this.#articles.get(id) as StandingArticle;
    const part = partOf(document, record, tiesOf(this.#shelf, document, record, entities));
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
      const { entities } = this.#articles.get(id) as StandingArticle;
      const ties = tiesOf(this.#shelf, document, record, entities);
      for (const mention of wanted) {
        const entity = ties.entityOf(mention);
        if (entity !== undefined) found.set(mention, entity);
      }
    }
    return found;
  }
}
