// Part of a graph out of any store: as much as is wanted, and whole in itself.
import { describe, expect, test } from 'vitest';
import { fromLines, toLines } from '../../graph/exchange.ts';
import { excerptOf } from '../../graph/store/excerpt.ts';
import type { Store } from '../../graph/store/store.ts';
import { graph } from '../graph/builder.ts';

/** Tests of an excerpt; `makeStore` gives an empty store for each test. */
export function excerptContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`an excerpt of ${name}`, () => {
    const whole = graph(
      '(a)-[:CALLED says:b at:k]->(b), (k:Place)',
      '(b)-[:CALLED]->(a)\n(a)-[:BRIEFED not says:"aides"]->(c)',
      '(c)-[:THANKED about:e]->(a), (e:Event)\n(d)-[:MET_WITH]->(b)',
    );

    const stored = async () => {
      const store = await makeStore();
      await store.write({ put: whole });
      return store;
    };

    test('of all entities is the whole graph', async () => {
      const { graph: part, entities } = await excerptOf(await stored());
      expect(entities).toBe(whole.entities.length);
      const bare = {
        ...whole,
        mentions: whole.mentions.map((mention) => ({ ...mention, form: 'name' as const })),
        claims: whole.claims.map((claim) => ({ ...claim, subjectMention: null, objectMention: null })),
      };
      expect([...toLines(part)]).toEqual([...toLines({ ...bare, documents: part.documents })]);
    });

    test('of some entities holds all that it names', async () => {
      const { graph: part, entities } = await excerptOf(await stored(), { entities: 2 });
      expect(entities).toBe(whole.entities.length);
      expect(part.relations.map((relation) => relation.id)).toEqual(['a CALLED b']);
      expect(part.claims).toHaveLength(2);
      expect(await fromLines(toLines(part))).toEqual(part);
    });

    test('holds so many claims of a relation, and counts all', async () => {
      const { graph: part } = await excerptOf(await stored(), { entities: 2, claims: 1 });
      expect(part.claims).toHaveLength(1);
      expect(part.relations).toMatchObject([{ documents: 2, claims: [part.claims[0]?.id] }]);
    });
  });
}
