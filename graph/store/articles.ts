// The records of a graph by article, so that one can be taken out exactly, with the entities that nothing else supports.
// Relations are not kept: they follow.
import { bySentence } from '../exchange.ts';
import {
  type Claim,
  compare,
  type Document,
  type Entity,
  type Graph,
  type Mention,
  type Sentence,
  sentenceId,
} from '../model.ts';
import { checkBatch } from './check.ts';
import { entitiesOf } from './shape.ts';
import { type Batch, type Ids, StoreError } from './store.ts';

interface Article {
  readonly document: Document;
  readonly sentences: Map<string, Sentence>;
  readonly mentions: Map<string, Mention>;
  readonly claims: Map<string, Claim>;
}

/** Articles and entities, each by its id. */
export class Articles {
  readonly #articles = new Map<string, Article>();
  readonly #entities = new Map<string, Entity>();
  /** How many mentions and parts of claims name an entity. */
  readonly #support = new Map<string, number>();

  /**
   * Removes, then puts. Errors: `StoreError`, before anything has changed. Cost: linear in the change and in the
   * articles that it touches.
   */
  write(put: Batch, remove: Ids): void {
    const gone = new Set(remove.documents ?? []);
    this.#check(put, gone);
    const released = new Set<string>();
    for (const id of gone) this.#remove(id, released);
    for (const entity of put.entities ?? []) this.#entities.set(entity.id, entity);
    for (const document of put.documents ?? []) this.#articles.set(document.id, this.#shelf(document));
    for (const sentence of put.sentences ?? [])
      this.#article(sentence.document).sentences.set(sentenceId(sentence), sentence);
    for (const mention of put.mentions ?? [])
      this.#replace(this.#article(mention.document).mentions, mention, (old) => [old.entity], released);
    for (const claim of put.claims ?? [])
      this.#replace(this.#article(claim.document).claims, claim, entitiesOf, released);
    for (const id of released) if ((this.#support.get(id) ?? 0) === 0) this.#entities.delete(id);
  }

  /** Every record, sorted as a Graph is. */
  records(): Omit<Graph, 'relations'> {
    const articles = [...this.#articles.values()];
    return {
      documents: articles.map((article) => article.document).sort(byId),
      sentences: articles.flatMap((article) => [...article.sentences.values()]).sort(bySentence),
      entities: [...this.#entities.values()].sort(byId),
      mentions: articles.flatMap((article) => [...article.mentions.values()]).sort(byId),
      claims: articles.flatMap((article) => [...article.claims.values()]).sort(byId),
    };
  }

  /** An article with what is known of it already, and this document. */
  #shelf(document: Document): Article {
    const known = this.#articles.get(document.id);
    return known === undefined
      ? { document, sentences: new Map(), mentions: new Map(), claims: new Map() }
      : { ...known, document };
  }

  #article(id: string): Article {
    return this.#articles.get(id) as Article;
  }

  #replace<T extends { readonly id: string }>(
    shelf: Map<string, T>,
    record: T,
    supported: (record: T) => readonly string[],
    released: Set<string>,
  ): void {
    const old = shelf.get(record.id);
    if (old !== undefined) this.#release(supported(old), released);
    for (const id of supported(record)) this.#support.set(id, (this.#support.get(id) ?? 0) + 1);
    shelf.set(record.id, record);
  }

  #release(ids: readonly string[], released: Set<string>): void {
    for (const id of ids) {
      this.#support.set(id, (this.#support.get(id) ?? 0) - 1);
      released.add(id);
    }
  }

  #remove(id: string, released: Set<string>): void {
    const article = this.#articles.get(id);
    if (article === undefined) return;
    for (const mention of article.mentions.values()) this.#release([mention.entity], released);
    for (const claim of article.claims.values()) this.#release(entitiesOf(claim), released);
    this.#articles.delete(id);
  }

  /** Every name in the batch must be of something that is there when the batch is in. */
  #check(put: Batch, gone: ReadonlySet<string>): void {
    checkBatch(put);
    const entities = new Set((put.entities ?? []).map((entity) => entity.id));
    const documents = new Set((put.documents ?? []).map((document) => document.id));
    const needDocument = (what: string, id: string) => {
      if (!documents.has(id) && (gone.has(id) || !this.#articles.has(id)))
        throw new StoreError(
          `${what} is of the document "${id}", which is neither in the batch nor in the store: put it with its document.`,
        );
    };
    const needEntity = (what: string, id: string) => {
      if (!entities.has(id) && !this.#entities.has(id))
        throw new StoreError(
          `${what} names the entity "${id}", which is neither in the batch nor in the store: put it with its entities.`,
        );
    };
    for (const sentence of put.sentences ?? []) needDocument(`Sentence ${sentence.index}`, sentence.document);
    for (const mention of put.mentions ?? []) {
      needDocument(`Mention "${mention.id}"`, mention.document);
      needEntity(`Mention "${mention.id}"`, mention.entity);
    }
    for (const claim of put.claims ?? []) {
      needDocument(`Claim "${claim.id}"`, claim.document);
      for (const id of entitiesOf(claim)) needEntity(`Claim "${claim.id}"`, id);
    }
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
