// Topics kept up to date: after a change only those phrases are counted again that a changed article uses.
import type { Entity } from '../../../graph/model.ts';
import { keyOfTopic, topicNamed, type Use } from '../topics.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** What changed of how articles use phrases. */
export interface TopicChange {
  /** By document, its phrases. */
  readonly put: ReadonlyMap<string, ReadonlyMap<string, Use>>;
  /** By document that was there before, now changed or removed, the keys of its phrases. */
  readonly before: ReadonlyMap<string, readonly string[]>;
}

/** What became of the topics. */
export interface TopicOutcome {
  /** Ids of documents with a phrase that is a topic now and was none, or the other way. */
  readonly documents: ReadonlySet<string>;
  /** Topics that are no more, or not as they were, and those that have come. */
  readonly before: readonly Entity[];
  readonly after: readonly Entity[];
  /** Whether a phrase is a topic, by its key. */
  readonly isTopic: (key: string) => boolean;
}

/** Every topic that stands. */
export function* standingTopics(shelf: Shelf): Generator<Entity> {
  for (const [, , topic] of new Drawer<Entity>(shelf, 'topic').all()) yield topic;
}

/** The topic of an id; undefined where none that stands has it. */
export const topicOfId = (shelf: Shelf, id: string): Entity | undefined =>
  new Drawer<Entity>(shelf, 'topic').get(keyOfTopic(id));

/** Brings the topics up to date. *Cost*: linear in the documents that use a phrase that changed ones use otherwise than before. */
export function updateTopics(shelf: Shelf, { put, before }: TopicChange): TopicOutcome {
  /** By key and document. */
  const uses = new Drawer<Use>(shelf, 'phrase');
  const topics = new Drawer<Entity>(shelf, 'topic');
  const keys = new Set<string>();
  for (const [document, old] of before)
    for (const key of old)
      if (put.get(document)?.has(key) !== true) {
        uses.delete(key, document);
        keys.add(key);
      }
  for (const [document, own] of put)
    for (const [key, use] of own) {
      if (JSON.stringify(uses.get(key, document)) === JSON.stringify(use)) continue;
      uses.put(key, document, use);
      keys.add(key);
    }
  const outcome = { documents: new Set<string>(), before: [] as Entity[], after: [] as Entity[] };
  for (const key of keys) {
    const rows = uses.under(key);
    const old = topics.get(key);
    const now = topicNamed(
      key,
      rows.map(([, use]) => use),
    );
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    if (old !== undefined) outcome.before.push(old);
    if (now === undefined) topics.delete(key);
    else {
      outcome.after.push(now);
      topics.put(key, '', now);
    }
    if ((old === undefined) !== (now === undefined))
      for (const [document] of rows) outcome.documents.add(document);
  }
  const known = new Map<string, boolean>();
  const isTopic = (key: string) => {
    const is = known.get(key) ?? topics.get(key) !== undefined;
    known.set(key, is);
    return is;
  };
  return { ...outcome, isTopic };
}
