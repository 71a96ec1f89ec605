// Loading by differences: whatever the database held before, it then holds what the source does; nothing else changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Graph, relationsOf } from '../../../graph/model.ts';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { graph } from '../builder.ts';
import { held } from './held.ts';
import { invented, sourceOf } from './loading.ts';
import { picture } from './records.ts';

const empty = graph();

/** A graph without some of its documents, and without what stood on them alone. */
function without(whole: Graph, isGone: (id: string) => boolean): Graph {
  const stays = <T extends { document: string }>(parts: readonly T[]) =>
    parts.filter((p) => !isGone(p.document));
  const documents = whole.documents.filter(({ id }) => !isGone(id));
  const claims = stays(whole.claims);
  const mentions = stays(whole.mentions);
  const named = new Set([
    ...mentions.map((mention) => mention.entity),
    ...claims.flatMap((claim) => [claim.subject, claim.object]),
  ]);
  return {
    documents,
    sentences: stays(whole.sentences),
    entities: whole.entities.filter(({ id }) => named.has(id)),
    mentions,
    claims,
    relations: relationsOf(claims, new Map(documents.map((d) => [d.id, d])), symmetricTypes),
  };
}

const report = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom('CALLED', 'BRIEFED', 'MET_WITH', 'BACKED_OUT_OF'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom(
      '',
      ' not',
      ' planned',
      ' says:e',
      ' says:"aides"',
      ' about:f',
      ' at:g',
      ' from:1',
      ' from:2',
    ),
  )
  .map(([from, type, to, words]) => `(${from})-[:${type}${words}]->(${to})`);
const states = fc.array(
  fc.array(
    fc.array(report, { maxLength: 3 }).map((lines) => lines.join('\n')),
    { maxLength: 5 },
  ),
  {
    minLength: 2,
    maxLength: 4,
  },
);

describeOnNeo4j('load', (database) => {
  test('makes Neo4j hold one random graph after another, as memory does', { timeout: 300_000 }, async () => {
    const store = await database.emptyStore();
    const property = fc.asyncProperty(states, async (drawings) => {
      for (const drawing of drawings) {
        const whole = graph(...drawing);
        await store.load(sourceOf(whole));
        expect(await held(store)).toEqual(picture(whole));
      }
      await store.load(sourceOf(empty));
      expect(await held(store)).toEqual([]);
    });
    await fc.assert(property, { numRuns: Number(process.env.WIREGRAPH_RUNS ?? 8) });
  });

  test('holds a graph of many articles, then less of it, then all of it again', {
    timeout: 120_000,
  }, async () => {
    const store = await database.emptyStore();
    const all = invented();
    const less = without(all, (id) => Number(id.slice(0, 8)) % 3 === 0);
    for (const state of [all, less, all]) {
      await store.load(sourceOf(state));
      expect(await held(store)).toEqual(picture(state));
    }
  });

  test('writes nothing where nothing has changed, and only the article that has', async () => {
    const store = await database.emptyStore();
    const before = graph('(a)-[:CALLED]->(b)', '(b)-[:MET_WITH]->(c)');
    const after = graph('(a)-[:CALLED]->(b)', '(b)-[:MET_WITH]->(d)');
    expect(await store.load(sourceOf(before))).toEqual({ written: 2, unchanged: 0, removed: 0 });
    expect(await store.load(sourceOf(before))).toEqual({ written: 0, unchanged: 2, removed: 0 });
    const ids = () =>
      database.ask('MATCH (c:Claim) WHERE c.id STARTS WITH "report-1" RETURN elementId(c) AS id');
    const untouched = await ids();
    expect(await store.load(sourceOf(after))).toEqual({ written: 1, unchanged: 1, removed: 0 });
    expect(await ids()).toEqual(untouched);
    expect(await held(store)).toEqual(picture(after));
  });

  test('makes right what was written past it', async () => {
    const store = await database.emptyStore();
    const whole = graph('(a)-[:CALLED]->(b)', '(b)-[:MET_WITH]->(c)');
    await store.load(sourceOf(whole));
    await store.write({ put: graph('(a)-[:THANKED]->(c)'), remove: { documents: ['report-2.md'] } });
    await store.load(sourceOf(whole));
    expect(await held(store)).toEqual(picture(whole));
  });

  test('refuses the graph of another file', async () => {
    const store = await database.emptyStore();
    await store.load(sourceOf(graph('(a)-[:CALLED]->(b)')));
    const other = store.load(sourceOf(graph('(c)-[:CALLED]->(d)'), 'another'));
    await expect(other).rejects.toThrow(StoreError);
    await expect(other).rejects.toThrow('holds the graph of another .graph file');
    expect(await held(store)).toEqual(picture(graph('(a)-[:CALLED]->(b)')));
  });

  test('done by two at once loses nothing and doubles nothing', { timeout: 120_000 }, async () => {
    const stores = [await database.emptyStore(), await Neo4jStore.open(database.login())];
    const whole = invented();
    await Promise.all(stores.map((store) => store.load(sourceOf(whole))));
    await stores[1]?.close();
    expect(await held(stores[0] as Neo4jStore)).toEqual(picture(whole));
    expect(await database.ask('MATCH (n:WiregraphNote) RETURN n')).toEqual([]);
  });

  test.each([1, 3])(
    'stopped on the way, after %i steps, is gone on with',
    { timeout: 120_000 },
    async (steps) => {
      const store = await database.emptyStore();
      const whole = invented();
      const stop = new AbortController();
      let left = steps;
      const onProgress = () => {
        left -= 1;
        if (left === 0) stop.abort(new Error('stopped'));
      };
      await expect(store.load(sourceOf(whole), { onProgress, signal: stop.signal })).rejects.toThrow(
        'stopped',
      );
      await store.load(sourceOf(whole));
      expect(await held(store)).toEqual(picture(whole));
    },
  );
});

describe('an invented graph', () => {
  test('is always the same', () => {
    expect(invented(200)).toEqual(invented(200));
  });
});
