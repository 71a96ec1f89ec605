// The memory store, besides what every store must do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLines, toLines } from '../../graph/exchange.ts';
import type { Claim, Graph } from '../../graph/model.ts';
import { MemoryStore } from '../../graph/store/memory.ts';
import { type Batch, StoreError } from '../../graph/store/store.ts';
import { rowsOf, storeContract } from '../contract/store.ts';
import { graph } from './builder.ts';

storeContract('MemoryStore', async () => new MemoryStore());

const storeOf = async (...changes: Parameters<MemoryStore['write']>[0][]): Promise<MemoryStore> => {
  const store = new MemoryStore();
  for (const change of changes) await store.write(change);
  return store;
};

/** The part of a graph that is of one report, with all its entities. */
const reportOf = (whole: Graph, number: number): Batch => {
  const id = `report-${number}.md`;
  const of = (part: { readonly document: string }) => part.document === id;
  return {
    documents: whole.documents.filter((document) => document.id === id),
    sentences: whole.sentences.filter(of),
    mentions: whole.mentions.filter(of),
    claims: whole.claims.filter(of),
    entities: whole.entities,
  };
};

describe('the graph of a store', () => {
  const whole = graph(
    '(putin)-[:CALLED about:call]->(trump), (kyiv:Place)',
    '(trump)-[:CALLED]->(putin), (trump)-[:BRIEFED says:macron]->(zelensky)',
    '(trump)-[:BRIEFED from:2]->(zelensky)',
  );

  test('is what was written', async () => {
    expect((await storeOf({ put: whole })).graph).toEqual(whole);
  });

  test('does not depend on the order of articles, on repeats, or on what came and went', async () => {
    const steps = fc.array(fc.record({ report: fc.integer({ min: 1, max: 3 }), isRemoved: fc.boolean() }), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.shuffledSubarray([1, 2, 3], { minLength: 3 }), async (before, order) => {
        const store = new MemoryStore();
        for (const { report, isRemoved } of before)
          await store.write(
            isRemoved ? { remove: { documents: [`report-${report}.md`] } } : { put: reportOf(whole, report) },
          );
        for (const report of order) await store.write({ put: reportOf(whole, report) });
        expect(store.graph).toEqual(whole);
      }),
    );
  });

  test('comes through the exchange format', async () => {
    const { graph: written } = await storeOf({ put: whole });
    expect((await storeOf({ put: await fromLines(toLines(written)) })).graph).toEqual(whole);
  });
});

describe('an entity', () => {
  const two = graph('(putin)-[:CALLED]->(trump)', '(trump)-[:BRIEFED]->(macron)');
  const names = async (store: MemoryStore) =>
    (await rowsOf(store, 'MATCH (n:Entity) RETURN n.id ORDER BY n.id')).flat();

  test('goes with its last support', async () => {
    const store = await storeOf({ put: two }, { remove: { documents: ['report-2.md'] } });
    expect(await names(store)).toEqual(['putin', 'trump']);
  });

  test('stays where only others lost theirs, also if nothing ever supported it', async () => {
    const nobody = { id: 'nobody', type: 'Person', name: 'Nobody', aliases: [] } as const;
    const store = await storeOf(
      { put: two },
      { put: { entities: [nobody] } },
      { remove: { documents: ['report-2.md'] } },
    );
    expect(await names(store)).toEqual(['nobody', 'putin', 'trump']);
  });

  test('goes when its mentions come to stand for another', async () => {
    const merge = (id: string | null) => (id === 'macron' ? 'trump' : id);
    const mentions = two.mentions.map((m) => ({ ...m, entity: merge(m.entity) as string }));
    const claims = two.claims.map(
      (c): Claim => ({ ...c, subject: merge(c.subject), object: merge(c.object) }),
    );
    const store = await storeOf({ put: two }, { put: { mentions, claims } });
    expect(await names(store)).toEqual(['putin', 'trump']);
  });

  test('stays where the same change takes its report away and brings it back', async () => {
    const { entities: _, ...rest } = two;
    const store = await storeOf(
      { put: two },
      { put: rest, remove: { documents: ['report-1.md', 'report-2.md'] } },
    );
    expect(store.graph).toEqual(two);
  });
});

describe('a batch that names what is not there is refused, and nothing changes', () => {
  const whole = graph('(putin)-[:CALLED]->(trump)');
  const [claim] = whole.claims as [Claim];
  test.each<[what: string, put: Batch, message: string]>([
    [
      'a sentence without its document',
      { sentences: [{ document: 'x', index: 0, start: 0, end: 1 }] },
      'Sentence 0 is of the document "x"',
    ],
    [
      'a mention of no entity',
      { mentions: whole.mentions.map((m) => ({ ...m, entity: 'x' })) },
      'names the entity "x"',
    ],
    ['a claim about no event', { claims: [{ ...claim, about: 'x' }] }, 'names the entity "x"'],
    [
      'a claim whose predicate holds the graph together',
      { claims: [{ ...claim, predicate: 'OBJECT' }] },
      'has the predicate "OBJECT"',
    ],
    [
      'a claim whose predicate is no name',
      { claims: [{ ...claim, predicate: 'A`]' }] },
      'has the predicate "A`]"',
    ],
  ])('%s', async (_, put, message) => {
    const store = await storeOf({ put: whole });
    const change = store.write({
      put: { ...put, entities: [{ id: 'new', type: 'Person', name: 'New', aliases: [] }] },
    });
    await expect(change).rejects.toThrow(StoreError);
    await expect(change).rejects.toThrow(message);
    expect(store.graph).toEqual(whole);
  });
});

test('other symmetric types can be handed over', async () => {
  const whole = graph('(b)-[:BRIEFED]->(a)', '(a)-[:BRIEFED]->(b)');
  const store = new MemoryStore({ symmetric: new Set(['BRIEFED']) });
  await store.write({ put: whole });
  expect(store.graph.relations).toMatchObject([{ subject: 'a', object: 'b', claims: { length: 2 } }]);
});

describe('what Cypher writes to the memory store', () => {
  const write = async (store: MemoryStore, query: string) =>
    Array.fromAsync((await store.run(query, { mode: 'write' })).rows);

  test('is there when run has returned, and rejects where it fails', async () => {
    const store = new MemoryStore();
    await store.run('CREATE (:City {name: "Oslo"})-[:IN]->(:Country)', { mode: 'write' });
    expect(await rowsOf(store, 'MATCH (c:City)-[:IN]->(d) RETURN c.name, labels(d)')).toEqual([
      ['Oslo', ['Country']],
    ]);
    await expect(store.run('MATCH (c:City) DELETE c', { mode: 'write' })).rejects.toThrow('DETACH DELETE');
  });

  test('lies over the records, and is made anew when they change', async () => {
    const store = await storeOf({ put: graph('(putin)-[:CALLED]->(trump)', '(macron)-[:CALLED]->(trump)') });
    await write(
      store,
      "MATCH (p:Person {name: 'Trump'}) SET p:Noted, p.note = 1 CREATE (p)-[:TAGGED]->(:Tag {x: 1})",
    );
    await write(store, "MATCH (p:Person {name: 'Macron'}) CREATE (p)-[:TAGGED]->(:Tag {x: 2})");
    await store.write({ remove: { documents: ['report-2.md'] } });
    const query =
      'MATCH (t:Tag) OPTIONAL MATCH (p:Noted {note: 1})-[:TAGGED]->(t) RETURN t.x, p.name ORDER BY t.x';
    expect(await rowsOf(store, query)).toEqual([
      [1, 'Trump'],
      [2, null],
    ]);
    expect(await rowsOf(store, "MATCH (n {name: 'Macron'}) RETURN n")).toEqual([]);
  });

  test('is no record, and leaves those as they are', async () => {
    const whole = graph('(putin)-[:CALLED]->(trump)');
    const store = await storeOf({ put: whole });
    await write(store, 'MATCH (n) DETACH DELETE n');
    expect(store.graph).toEqual((await storeOf({ put: whole })).graph);
  });
});
