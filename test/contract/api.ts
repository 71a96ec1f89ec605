// What the typed API answers, on any store. Each test reads as an example of one question.
import { describe, expect, test } from 'vitest';
import { ask } from '../../graph/api.ts';
import type { Store } from '../../graph/store/store.ts';
import { graph } from '../graph/builder.ts';

/** Tests of the typed API on a store; `makeStore` gives an empty one for each test. */
export function apiContract(name: string, makeStore: () => Promise<Store>): void {
  const reports = graph(
    '(putin:Person)-[:CALLED]->(trump:Person), (trump)-[:BRIEFED says:trump]->(zelensky:Person)',
    '(trump)-[:CALLED]->(putin), (putin)-[:CALLED not says:"aides"]->(zelensky), (kyiv:Place)',
    '(trump)-[:BRIEFED says:macron]->(zelensky), (macron:Person)-[:VISITED planned]->(kyiv)',
  );
  const asked = async () => {
    const store = await makeStore();
    await store.write({ put: reports });
    return { store, questions: ask(store) };
  };

  describe(`the typed API on ${name}`, () => {
    test('gives entities, the most mentioned first', async () => {
      const { store, questions } = await asked();
      const people = await questions.entities({ type: 'Person', limit: 3 });
      expect(people.map((person) => [person.name, person.mentions, person.documents])).toEqual([
        ['Trump', 4, 3],
        ['Putin', 3, 2],
        ['Zelensky', 3, 3],
      ]);
      await store.close();
    });

    test('finds an entity by part of its name, in any case', async () => {
      const { store, questions } = await asked();
      expect((await questions.entities({ named: 'ZELEN' })).map((entity) => entity.id)).toEqual(['zelensky']);
      expect(await questions.entities({ named: 'nobody' })).toEqual([]);
      await store.close();
    });

    test('finds an entity by an alias', async () => {
      const store = await makeStore();
      const named = graph('(putin)-[:CALLED]->(zelensky)');
      const entities = named.entities.map((e) =>
        e.id === 'zelensky' ? { ...e, aliases: ['Zelenskyy'] } : e,
      );
      await store.write({ put: { ...named, entities } });
      const [found] = await ask(store).entities({ named: 'lenskyy' });
      expect(found).toMatchObject({ id: 'zelensky', aliases: ['Zelenskyy'] });
      await store.close();
    });

    test('gives an entity by its id, or undefined', async () => {
      const { store, questions } = await asked();
      expect(await questions.entity('kyiv')).toEqual({
        id: 'kyiv',
        type: 'Place',
        name: 'Kyiv',
        aliases: [],
        mentions: 2,
        documents: 2,
      });
      expect(await questions.entity('atlantis')).toBeUndefined();
      await store.close();
    });

    test.each(['putin', 'trump'])('finds a symmetric relation from either end: %s', async (subject) => {
      const { store, questions } = await asked();
      const calls = await questions.relations({ subject, type: 'CALLED', asserted: true });
      expect(
        calls.map((fact) => [fact.relation.type, fact.relation.claims, fact.relation.documents]),
      ).toEqual([['CALLED', 2, 2]]);
      await store.close();
    });

    test('finds a relation with a direction from its own end only', async () => {
      const { store, questions } = await asked();
      const briefed = await questions.relations({ subject: 'trump', type: 'BRIEFED' });
      expect(briefed.map((fact) => fact.object.name)).toEqual(['Zelensky']);
      expect(await questions.relations({ subject: 'zelensky', type: 'BRIEFED' })).toEqual([]);
      const byObject = await questions.relations({ object: 'zelensky', type: 'BRIEFED' });
      expect(byObject.map((fact) => fact.subject.name)).toEqual(['Trump']);
      await store.close();
    });

    test('of any type, gives what an entity did and what says the same in both directions', async () => {
      const { store, questions } = await asked();
      const facts = await questions.relations({ subject: 'zelensky' });
      expect(facts.map((fact) => [fact.relation.type, fact.relation.negated])).toEqual([['CALLED', true]]);
      await store.close();
    });

    test('gives every relation once where no end is named', async () => {
      const { store, questions } = await asked();
      const facts = await questions.relations();
      expect(
        facts.map((fact) => `${fact.subject.id} ${fact.relation.type} ${fact.object.id}`).sort(),
      ).toEqual([
        'macron VISITED kyiv',
        'putin CALLED trump',
        'putin CALLED zelensky',
        'trump BRIEFED zelensky',
      ]);
      expect(await questions.relations({ limit: 1 })).toHaveLength(1);
      await store.close();
    });

    test('gives the relations of two entities, whoever asks about whom', async () => {
      const { store, questions } = await asked();
      const between = await questions.relationsBetween('zelensky', 'trump');
      expect(between.map((fact) => [fact.subject.name, fact.relation.type, fact.object.name])).toEqual([
        ['Trump', 'BRIEFED', 'Zelensky'],
      ]);
      expect(await questions.relationsBetween('trump', 'zelensky')).toEqual(between);
      expect(await questions.relationsBetween('trump', 'kyiv')).toEqual([]);
      await store.close();
    });

    test('gives the neighbours of an entity', async () => {
      const { store, questions } = await asked();
      const names = async (...filter: Parameters<typeof questions.neighbours>) =>
        (await questions.neighbours(...filter)).map(({ entity }) => entity.name).sort();
      expect(await names('zelensky')).toEqual(['Putin', 'Trump']);
      expect(await names('zelensky', { asserted: true })).toEqual(['Trump']);
      expect(await names('macron', { type: 'Person' })).toEqual([]);
      expect(await names('macron', { by: 'VISITED' })).toEqual(['Kyiv']);
      await store.close();
    });

    test('gives the claims behind a relation with their sources, the earliest first', async () => {
      const { store, questions } = await asked();
      const [briefed] = await questions.relations({ subject: 'trump', type: 'BRIEFED' });
      const claims = await questions.claims(briefed?.relation ?? '');
      expect(claims.map((c) => [c.quote, c.publisher, c.publishedAt, c.speakers.map((s) => s.name)])).toEqual(
        [
          ['Trump briefed Zelensky.', 'Paper 1', '2025-05-01', ['Trump']],
          ['Trump briefed Zelensky.', 'Paper 3', '2025-05-03', ['Macron']],
        ],
      );
      await store.close();
    });

    test('gives claims of a symmetric relation in whichever direction they were made', async () => {
      const { store, questions } = await asked();
      const [call] = await questions.relations({ subject: 'putin', type: 'CALLED', object: 'trump' });
      expect((await questions.claims(call?.relation ?? '')).map((claim) => claim.quote)).toEqual([
        'Putin called Trump.',
        'Trump called Putin.',
      ]);
      await store.close();
    });

    test('keeps the words of a speaker who is no entity', async () => {
      const { store, questions } = await asked();
      const [denied] = await questions.relationsBetween('putin', 'zelensky');
      expect(await questions.claims(denied?.relation ?? '')).toMatchObject([
        { negated: true, asserted: false, speakers: [], speakerText: 'aides', document: 'report-2.md' },
      ]);
      await store.close();
    });
  });
}
