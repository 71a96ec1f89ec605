// How claims become relations, and what ids are made of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Claim,
  claimId,
  isAsserted,
  mentionId,
  type Relation,
  relationId,
  relationsOf,
  sentenceId,
} from '../../graph/model.ts';
import { graph } from './builder.ts';

const only = (...reports: string[]): Relation => {
  const { relations } = graph(...reports);
  expect(relations).toHaveLength(1);
  return relations[0] as Relation;
};

describe('claims of the same subject, predicate, object, polarity and modality are one relation', () => {
  test('its support counts documents, publishers, origins and speakers once each', () => {
    const relation = only(
      '(trump)-[:BRIEFED says:trump]->(macron), (trump)-[:BRIEFED says:trump]->(macron)',
      '(trump)-[:BRIEFED says:"aides"]->(macron)',
      '(trump)-[:BRIEFED says:trump from:1]->(macron)',
    );
    expect(relation).toMatchObject({
      subject: 'trump',
      type: 'BRIEFED',
      object: 'macron',
      documents: 3,
      publishers: 3,
      origins: 2,
      speakers: 2,
      events: 0,
      firstPublished: '2025-05-01',
      lastPublished: '2025-05-03',
    });
    expect(relation.claims).toHaveLength(4);
  });

  test('events that the claims are about are counted', () => {
    expect(
      only('(putin)-[:CALLED about:call]->(trump)', '(putin)-[:CALLED about:call]->(trump)').events,
    ).toBe(1);
  });

  test('a denied or planned one is a relation of its own', () => {
    const { relations } = graph('(a)-[:VISITED]->(b), (a)-[:VISITED not]->(b), (a)-[:VISITED planned]->(b)');
    expect(relations.map((r) => [r.negated, r.modality, r.asserted])).toEqual([
      [false, 'actual', true],
      [true, 'actual', false],
      [false, 'planned', false],
    ]);
    expect(new Set(relations.map((r) => r.id)).size).toBe(3);
  });

  test('one is disputed where some report asserts it and some report denies it', () => {
    const disputed = (...reports: string[]) => graph(...reports).relations.map((r) => r.disputed);
    expect(disputed('(a)-[:VISITED]->(b)', '(a)-[:VISITED not]->(b)')).toEqual([true, true]);
    expect(disputed('(a)-[:VISITED]->(b)', '(b)-[:VISITED not]->(a)')).toEqual([false, false]);
    expect(disputed('(a)-[:VISITED]->(b)', '(a)-[:VISITED planned not]->(b)')).toEqual([false, false]);
  });
});

describe('a symmetric predicate', () => {
  test('is stored once, in the direction that most of its claims have', () => {
    expect(only('(b)-[:CALLED]->(a)', '(b)-[:CALLED]->(a)', '(a)-[:CALLED]->(b)')).toMatchObject({
      subject: 'b',
      object: 'a',
      documents: 3,
    });
  });

  test('is stored by the order of ids where both directions have as many', () => {
    expect(only('(b)-[:CALLED]->(a)', '(a)-[:CALLED]->(b)')).toMatchObject({ subject: 'a', object: 'b' });
  });

  test('is disputed across its directions', () => {
    const { relations } = graph('(a)-[:CALLED]->(b)', '(b)-[:CALLED not]->(a)');
    expect(relations.map((r) => r.disputed)).toEqual([true, true]);
  });
});

test('a predicate with a direction is two relations where it goes both ways', () => {
  expect(graph('(a)-[:BRIEFED]->(b)', '(b)-[:BRIEFED]->(a)').relations).toHaveLength(2);
});

test('a claim with an end that is no entity makes no relation', () => {
  const { claims } = graph('(a)-[:BRIEFED]->(b)');
  const half = claims.map((claim): Claim => ({ ...claim, object: null }));
  expect(relationsOf(half, new Map(), new Set())).toEqual([]);
});

const edges = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('CALLED', 'BRIEFED'),
    fc.constantFrom('', ' not', ' planned', ' says:a', ' says:"aides"'),
    fc.constantFrom('a', 'b', 'c'),
  ),
  { maxLength: 8 },
);
const reports = edges.map((list) =>
  list.map(([from, type, words, to]) => `(${from})-[:${type}${words}]->(${to})`),
);

test('relations do not depend on the order of claims', () => {
  fc.assert(
    fc.property(
      reports.chain((list) => {
        const { claims, documents, relations } = graph(...list);
        return fc.record({
          shuffled: fc.shuffledSubarray([...claims], { minLength: claims.length }),
          documents: fc.constant(new Map(documents.map((d) => [d.id, d]))),
          relations: fc.constant(relations),
        });
      }),
      ({ shuffled, documents, relations }) => {
        expect(relationsOf(shuffled, documents, new Set(['CALLED']))).toEqual(relations);
      },
    ),
  );
});

test('every claim with two ends is in exactly one relation, and relations have ids of their own', () => {
  fc.assert(
    fc.property(reports, (list) => {
      const { claims, relations } = graph(...list);
      expect(relations.flatMap((r) => r.claims).sort()).toEqual(claims.map((c) => c.id).sort());
      expect(new Set(relations.map((r) => r.id)).size).toBe(relations.length);
    }),
  );
});

test.each([
  [mentionId('a.md', { start: 3, end: 8 }), 'a.md:3-8'],
  [sentenceId({ document: 'a.md', index: 2, start: 0, end: 1 }), 'a.md#s2'],
  [
    claimId('a.md', { start: 0, end: 9 }, 'CALLED', { start: 0, end: 3 }, { start: 5, end: 8 }),
    'a.md:0-9:CALLED:0-3:5-8',
  ],
  [claimId('a.md', { start: 0, end: 9 }, 'RESIGNED', { start: 0, end: 3 }, null), 'a.md:0-9:RESIGNED:0-3:'],
  [
    relationId({ subject: 'a', type: 'CALLED', object: 'b', negated: false, modality: 'actual' }),
    'a CALLED b',
  ],
  [
    relationId({ subject: 'a', type: 'CALLED', object: 'b', negated: true, modality: 'planned' }),
    'a CALLED/not/planned b',
  ],
])('the id %s', (id, expected) => {
  expect(id).toBe(expected);
});

test.each([
  [false, 'actual', true],
  [true, 'actual', false],
  [false, 'planned', false],
  [false, 'possible', false],
  [false, 'demanded', false],
] as const)('negated %s and %s is asserted: %s', (negated, modality, asserted) => {
  expect(isAsserted({ negated, modality })).toBe(asserted);
});
