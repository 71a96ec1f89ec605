// What the typed API answers, on any store. Each test reads as an example of one question.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ask,
  type NeighbourFilter,
  type Questions,
  type RelationFilter,
  type TimeFilter,
} from '../../graph/api.ts';
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

    test('filters relations by day, publisher, polarity, modality and sources', async () => {
      const { store, questions } = await asked();
      const found = async (filter: RelationFilter) =>
        (await questions.relations(filter)).map(({ subject, relation, object }) => [
          subject.id,
          relation.type,
          object.id,
        ]);
      expect(await found({ negated: true })).toEqual([['putin', 'CALLED', 'zelensky']]);
      expect(await found({ modality: 'planned' })).toEqual([['macron', 'VISITED', 'kyiv']]);
      expect(await found({ publisher: 'Paper 2', asserted: true })).toEqual([['putin', 'CALLED', 'trump']]);
      expect(await found({ from: '2025-05-03', asserted: true })).toEqual([['trump', 'BRIEFED', 'zelensky']]);
      expect(await found({ to: '2025-05-01', type: 'CALLED' })).toEqual([['putin', 'CALLED', 'trump']]);
      expect(await found({ leastSources: 2, type: 'BRIEFED' })).toHaveLength(1);
      expect(await found({ sources: 1, asserted: true })).toEqual([]);
      await store.close();
    });

    test('filters neighbours by the reports that join them', async () => {
      const { store, questions } = await asked();
      const names = async (filter: NeighbourFilter) =>
        (await questions.neighbours('zelensky', filter)).map(({ entity }) => entity.id);
      expect(await names({ publisher: 'Paper 3' })).toEqual(['trump']);
      expect(await names({ negated: true })).toEqual(['putin']);
      expect(await names({ to: '2025-05-01' })).toEqual(['trump']);
      await store.close();
    });

    test('gives what one person said, and what of it about another', async () => {
      const { store, questions } = await asked();
      const quotes = async (...args: Parameters<Questions['said']>) =>
        (await questions.said(...args)).map(({ quote, subject, object }) => [quote, subject?.id, object?.id]);
      const words = ['Trump briefed Zelensky.', 'trump', 'zelensky'];
      expect(await quotes('trump')).toEqual([words]);
      expect(await quotes('trump', { about: 'zelensky' })).toEqual([words]);
      expect(await quotes('trump', { about: 'putin' })).toEqual([]);
      await store.close();
    });

    test('gives the timeline of one person: by the day that is told, else that of publication', async () => {
      const store = await makeStore();
      const told = { text: 'in April', from: '2025-04-02', to: '2025-04-02' };
      const claims = reports.claims.map((claim) =>
        claim.document === 'report-3.md' && claim.predicate === 'BRIEFED' ? { ...claim, time: told } : claim,
      );
      await store.write({ put: { ...reports, claims } });
      const days = async (filter?: TimeFilter) =>
        (await ask(store).timeline('trump', filter)).map((s) => [s.day, s.isDayTold, s.predicate]);
      expect(await days()).toEqual([
        ['2025-04-02', true, 'BRIEFED'],
        ['2025-05-01', false, 'CALLED'],
        ['2025-05-01', false, 'BRIEFED'],
        ['2025-05-02', false, 'CALLED'],
      ]);
      expect(await days({ from: '2025-05-01', to: '2025-05-01' })).toHaveLength(2);
      await store.close();
    });

    test('gives what only one source says, with its words, whoever copied it', async () => {
      const store = await makeStore();
      await store.write({
        put: graph(
          '(ana)-[:MET_WITH]->(ben)',
          '(ana)-[:MET_WITH from:1]->(ben)',
          '(ana)-[:THANKED]->(eva)',
          '(ana)-[:THANKED]->(eva)',
        ),
      });
      const single = await ask(store).onlyOneSource();
      expect(
        single.map(({ relation, evidence }) => [relation.type, relation.documents, evidence.publisher]),
      ).toEqual([['MET_WITH', 2, 'Paper 1']]);
      await store.close();
    });

    test('gives the shortest chains between two people, with the claims behind each step', async () => {
      const store = await makeStore();
      await store.write({
        put: graph(
          '(ana)-[:MET_WITH]->(ben), (eva)-[:THANKED]->(ben), (ana)-[:CALLED not]->(eva), (eva)-[:MET_WITH]->(dan)',
        ),
      });
      const questions = ask(store);
      const [chain, ...others] = await questions.chains('ana', 'eva');
      expect(others).toEqual([]);
      expect(chain?.entities.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Eva']);
      expect(chain?.steps.map(({ fact, claims }) => [fact.subject.name, claims[0]?.quote])).toEqual([
        ['Ana', 'Ana met with Ben.'],
        ['Eva', 'Eva thanked Ben.'],
      ]);
      expect(await questions.chains('ana', 'dan', { longest: 2 })).toEqual([]);
      expect(await questions.chains('ana', 'ana')).toEqual([]);
      await expect(questions.chains('ana', 'dan', { longest: 99 })).rejects.toThrow('1 to 15');
      await store.close();
    });

    test('gives where reports disagree, with both statements', async () => {
      const store = await makeStore();
      await store.write({
        put: graph('(ana)-[:MET_WITH]->(ben)', '(ana)-[:MET_WITH not]->(ben)', '(ana)-[:THANKED]->(ben)'),
      });
      const disputes = await ask(store).disagreements();
      expect(disputes.map(({ kind, says, a, b }) => [kind, says, a.publisher, b.publisher])).toEqual([
        ['polarity', ['stated', 'denied'], 'Paper 1', 'Paper 2'],
      ]);
      expect(await ask(store).disagreements('ben')).toEqual(disputes);
      expect(await ask(store).disagreements('nobody')).toEqual([]);
      await store.close();
    });

    test('gives rows of any Cypher the type of a schema', async () => {
      const { store, questions } = await asked();
      const Row = z.object({ name: z.string(), documents: z.number(), share: z.number() });
      const rows = await questions.rows(
        Row,
        'MATCH (p:Person) WHERE p.documents >= $least RETURN p.name AS name, p.documents AS documents, 1.0 AS share ORDER BY name',
        { least: 3 },
      );
      const [first] = rows satisfies z.infer<typeof Row>[];
      expect(first).toEqual({ name: 'Trump', documents: 3, share: 1 });
      await expect(questions.rows(Row, 'RETURN 1 AS name')).rejects.toThrow('name');
      await store.close();
    });
  });
}
