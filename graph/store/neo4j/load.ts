// Makes a database hold what a source holds, by differences: what is there as it should be stays untouched. A small
// difference is one step; a large one goes in parts, and what follows from all of them is worked out at the end. Killed at
// any moment and run again, it goes on; two at once lose and double nothing.
import type { Entity } from '../../model.ts';
import { type Ask, askForEach } from './ask.ts';
import { checkNames } from './check.ts';
import { createArticles } from './create.ts';
import { changedEntities, isUnsupported, putEntities, removeUnsupported } from './entities.ts';
import { leaveNote } from './note.ts';
import { digestProperty } from './schema.ts';
import { settle } from './settle.ts';
import type { Article, GraphSource } from './source.ts';
import { changeArticles, namedBy, writeChange } from './write.ts';

/** How far a load has come. */
export interface LoadProgress {
  readonly step: 'articles' | 'relations';
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Stops between two transactions: what is done is kept, and the next load goes on from there. */
  readonly signal?: AbortSignal;
}

/** What a load has done, in documents. */
export interface Loaded {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Runs work in a transaction of its own, retried as a whole while the server asks for it. */
export type Transact = <T>(mode: 'read' | 'write', work: (ask: Ask) => Promise<T>) => Promise<T>;

/** Loads a source into a database that is ready for it. */
export async function load(transact: Transact, source: GraphSource, options: LoadOptions): Promise<Loaded> {
  const { onProgress = () => {}, signal } = options;
  const tell = (step: LoadProgress['step'], done: number, total: number) => {
    signal?.throwIfAborted();
    onProgress({ step, done, total });
  };
  const tally = { changed: 0 };
  const entities = await entityDifference(transact, source);
  const removed = await goneFrom(transact, source);
  const changed = changedArticles(transact, source, tally, (done) =>
    tell('articles', done, source.size.documents),
  );

  const first = await upTo(changed, small);
  const isSmall = first.isAll && entities.isAll && removed.length <= small.articles;
  if (isSmall) {
    await writeAtOnce(transact, first.articles, entities.changed, removed);
  } else {
    await inParts(entities.changed, (part) => transact('write', (ask) => putEntities(ask, part)));
    await inParts(removed, (part) => transact('write', (ask) => removeInPart(ask, part)));
    const all = joined(first.articles, changed);
    await inTurn(parts(all), (part) => transact('write', (ask) => writePart(ask, part)));
  }
  await settle(transact, (done) => tell('relations', done, source.size.entities));
  await removeStrays(transact, source);
  return {
    written: tally.changed,
    unchanged: source.size.documents - tally.changed,
    removed: removed.length,
  };
}

/** A difference that one transaction holds. */
const small = { articles: 200, size: 2_000_000 };
/** What one of many transactions holds, `size` in characters of text. */
const part = { articles: 150, size: 1_000_000 };
const page = 1000;

interface Changed {
  readonly article: Article;
  readonly digest: string;
}

/** Of the entities, those that the database lacks or holds otherwise; `isAll` unless there are more than one step takes. */
async function entityDifference(transact: Transact, source: GraphSource) {
  const changed: Entity[] = [];
  let isAll = true;
  for (const entities of pagesOf(source.entities())) {
    checkNames({ entities });
    changed.push(...(await transact('read', (ask) => changedEntities(ask, entities))));
    if (changed.length < 5 * page) continue;
    isAll = false;
    const some = changed.splice(0);
    await inParts(some, (few) => transact('write', (ask) => putEntities(ask, few)));
  }
  return { changed, isAll };
}

/** Ids of documents that the source doesn't hold any more. */
async function goneFrom(transact: Transact, source: GraphSource): Promise<string[]> {
  const gone: string[] = [];
  const cypher = `MATCH (d:WiregraphDocument) WHERE d.id > $after RETURN d.id AS id ORDER BY d.id LIMIT ${5 * page}`;
  for (let after = ''; ; ) {
    const ids = (await transact('read', (ask) => ask<{ id: string }>(cypher, { after }))).map(({ id }) => id);
    gone.push(...ids.filter((id) => !source.has(id)));
    const last = ids.at(-1);
    if (last === undefined) return gone;
    after = last;
  }
}

/** The articles of a source that the database lacks or holds otherwise, read; `tally` counts them. */
async function* changedArticles(
  transact: Transact,
  source: GraphSource,
  tally: { changed: number },
  onSeen: (done: number) => void,
): AsyncGenerator<Changed> {
  let seen = 0;
  const cypher = `
    UNWIND $rows AS id MATCH (d:WiregraphDocument {id: id}) RETURN d.id AS id, d.${digestProperty} AS digest`;
  for (const articles of pagesOf(source.articles(), page / 4)) {
    const ids = articles.map(({ id }) => id);
    type Row = { id: string; digest: string | null };
    const rows = await transact('read', (ask) => askForEach<Row>(ask, cypher, ids));
    const held = new Map(rows.map(({ id, digest }) => [id, digest]));
    for (const article of articles) {
      if (held.get(article.id) !== article.digest) {
        tally.changed += 1;
        yield { article: article.read(), digest: article.digest };
      }
      seen += 1;
    }
    onSeen(seen);
  }
}

/** The first of a sequence as far as one step takes them, and whether that is all. */
async function upTo(changed: AsyncGenerator<Changed>, limit: typeof small) {
  const articles: Changed[] = [];
  for (let size = 0; ; ) {
    const next = await changed.next();
    if (next.done === true) return { articles, isAll: true };
    articles.push(next.value);
    size += sizeOf(next.value.article);
    if (articles.length >= limit.articles || size >= limit.size) return { articles, isAll: false };
  }
}

async function* joined(first: readonly Changed[], rest: AsyncGenerator<Changed>): AsyncGenerator<Changed> {
  yield* first;
  yield* rest;
}

async function* parts(changed: AsyncIterable<Changed>): AsyncGenerator<Changed[]> {
  let [some, size]: [Changed[], number] = [[], 0];
  for await (const one of changed) {
    some.push(one);
    size += sizeOf(one.article);
    if (some.length < part.articles && size < part.size) continue;
    yield some;
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield some;
}

/** In characters, about: what a sentence, a mention and a claim take besides their words counts too. */
const sizeOf = ({ document, sentences, mentions, claims }: Article): number =>
  2 * document.text.length +
  100 * (sentences.length + mentions.length) +
  claims.reduce((size, claim) => size + 500 + claim.quote.length, 0);

/** All of a small difference, and what follows from it, in one transaction. */
async function writeAtOnce(
  transact: Transact,
  changed: readonly Changed[],
  entities: readonly Entity[],
  removed: readonly string[],
): Promise<void> {
  if (changed.length + entities.length + removed.length === 0) return;
  await transact('write', async (ask) => {
    await writeChange(ask, batchOf(changed, entities), {
      documents: [...removed, ...changed.map(({ article }) => article.document.id)],
    });
    await markLoaded(ask, changed);
  });
}

async function removeInPart(ask: Ask, ids: readonly string[]): Promise<void> {
  const { entities } = await changeArticles(ask, {}, { documents: ids });
  await leaveNote(ask, { entities, copies: [] });
}

/** Articles that aren't there are created, others changed; those that another loader has just written are left. */
async function writePart(ask: Ask, part: readonly Changed[]): Promise<void> {
  checkNames(batchOf(part, []));
  const before = await holdDocuments(ask, part);
  const isNew = ({ article }: Changed) => before.get(article.document.id)?.isNew === true;
  const created = part.filter(isNew);
  const changed = part.filter(
    (one) => !isNew(one) && before.get(one.article.document.id)?.digest !== one.digest,
  );
  if (created.length + changed.length === 0) return;
  if (created.length > 0) await createArticles(ask, created);
  const named = new Set(created.flatMap(({ article }) => namedBy(article)));
  if (changed.length > 0) {
    const documents = changed.map(({ article }) => article.document.id);
    const { entities } = await changeArticles(ask, batchOf(changed, []), { documents });
    await markLoaded(ask, changed);
    for (const id of entities) named.add(id);
  }
  const copies = part.filter(({ article }) =>
    article.claims.some((claim) => claim.origin !== claim.document),
  );
  await leaveNote(ask, { entities: named, copies: copies.map(({ article }) => article.document.id) });
}

/** Holds documents until the end of the transaction, and makes those that aren't there. */
async function holdDocuments(ask: Ask, part: readonly Changed[]) {
  const cypher = `
    UNWIND $rows AS id MERGE (d:WiregraphDocument {id: id}) SET d:Document
    RETURN id, d.contentHash IS NULL AS isNew, d.${digestProperty} AS digest`;
  type Row = { id: string; isNew: boolean; digest: string | null };
  const ids = part.map(({ article }) => article.document.id).sort();
  return new Map((await askForEach<Row>(ask, cypher, ids)).map((row) => [row.id, row]));
}

async function markLoaded(ask: Ask, changed: readonly Changed[]): Promise<void> {
  const cypher = `UNWIND $rows AS row MATCH (d:WiregraphDocument {id: row.id}) SET d.${digestProperty} = row.digest`;
  await askForEach(
    ask,
    cypher,
    changed.map(({ article, digest }) => ({ id: article.document.id, digest })),
  );
}

const batchOf = (changed: readonly Changed[], entities: readonly Entity[]) => ({
  documents: changed.map(({ article }) => article.document),
  sentences: changed.flatMap(({ article }) => article.sentences),
  mentions: changed.flatMap(({ article }) => article.mentions),
  claims: changed.flatMap(({ article }) => article.claims),
  entities,
});

/** Entities that nothing in the database names, and that the source doesn't have either. */
async function removeStrays(transact: Transact, source: GraphSource): Promise<void> {
  const cypher = `MATCH (e:WiregraphEntity) WHERE ${isUnsupported} RETURN e.id AS id`;
  const found = await transact('read', (ask) => ask<{ id: string }>(cypher));
  const strays = new Set(found.map(({ id }) => id));
  if (strays.size === 0) return;
  for (const { id } of source.entities()) strays.delete(id);
  if (strays.size > 0) await transact('write', (ask) => removeUnsupported(ask, strays));
}

function* pagesOf<T>(items: Iterable<T>, size = page): Generator<T[]> {
  let some: T[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function inParts<T>(items: readonly T[], work: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (const some of pagesOf(items)) await work(some);
}

/**
 * One after the other; while the server writes one, the next is read. Two writers would each wait for the entities that stand
 * everywhere, or stop each other.
 */
async function inTurn<T>(items: AsyncGenerator<T>, work: (item: T) => Promise<void>): Promise<void> {
  for (let next = items.next(); ; ) {
    const { value, done } = await next;
    if (done === true) return;
    next = items.next();
    next.catch(() => {}); // Heard when its turn comes, unless the work fails first.
    await work(value);
  }
}
