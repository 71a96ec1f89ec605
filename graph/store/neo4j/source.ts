// What a loader takes: a graph in parts, none of which is large, so that a graph of any size fits into little memory.
import type { Claim, Document, Entity, Mention, Sentence } from '../../model.ts';

/** A graph as `Neo4jStore.load` takes it. Every list may be asked for more than once. */
export interface GraphSource {
  /** Id of the journal that the graph is made from: one journal feeds one database. */
  readonly journal: string;
  /** Changes whenever anything in the graph does. */
  readonly state: string;
  /** How many there are. */
  readonly size: { readonly documents: number; readonly entities: number };
  /** Every entity, once. */
  entities(): Iterable<Entity>;
  /** Every document, once, in any order. */
  articles(): Iterable<SourceArticle>;
  /** Whether there is a document of that id. */
  has(document: string): boolean;
}

/** An article that is read only if the database doesn't hold it as it is. */
export interface SourceArticle {
  /** The document's id. */
  readonly id: string;
  /** Changes whenever the document or anything that stands on it does. */
  readonly digest: string;
  read(): Article;
}

/** A document with all that stands on it. */
export interface Article {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}
