import { describe, expect, test } from 'vitest';
import type { Annotated } from '../../../src/annotated.ts';
import type { Decided } from '../../../src/decision.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { keyOf, topicsOf } from '../../../src/resolve/topics.ts';
import { annotate, article } from '../fake.ts';

const topics: readonly (readonly [string, string])[] = [
  ['ceasefire', 'ceasefire'],
  ['cease-fire', 'ceasefire'],
  ['truces', 'ceasefire'],
  ['sanctions', 'sanction'],
  ['treaties', 'treaty'],
  ['fishing quotas', 'fishing quota'],
  ['prisoner exchanges', 'prisoner exchange'],
  ['peace deal', 'peace agreement'],
  ['trade negotiations', 'trade talk'],
  ['health care reform', 'health care reform'],
];
const others: readonly string[] = [
  'way',
  'statement',
  'day',
  'lot',
  'people',
  'time',
  'trawler',
  'reporter',
  'direction',
  'press conference',
  // Another one in every story.
  'deal',
  'talks',
  'draft agreement',
  'phone talks',
];

describe('nouns that can be a topic, and in what their forms agree', () => {
  test.each(topics)('%s: %s', (noun, key) => expect(keyOf({ noun })).toBe(key));
  test.each(others)('%s: none', (noun) => expect(keyOf({ noun })).toBeUndefined());
});

/** "Lena Holt … Tom Berg" with a noun in place of Tom Berg. */
function saying(id: string, noun: string, predicate = 'DEMANDED'): { record: Annotated; id: string } {
  const record = annotate(article(id, 'Lena Holt called Tom Berg.'));
  const [statement] = record.statements as [Annotated['statements'][number]];
  const object = { start: 17, end: 25, text: `the ${noun}`, mention: null, noun };
  return { id, record: { ...record, statements: [{ ...statement, predicate, object }] } };
}

const found = (
  all: readonly { record: Annotated; id: string }[],
  { origins = {}, decisions = [] }: { origins?: Record<string, string>; decisions?: readonly Decided[] } = {},
) =>
  topicsOf(
    all.map(({ id, record }) => ({ record, originOf: () => origins[id] ?? id })),
    decisions,
  ).entities;

test('a phrase that two reports take as object is a topic, by its most frequent form', () => {
  const reports = [saying('a', 'cease-fire'), saying('b', 'ceasefire'), saying('c', 'ceasefire')];
  expect(found(reports)).toEqual([
    { id: 'topic:ceasefire', type: 'Topic', name: 'ceasefire', aliases: ['cease-fire'] },
  ]);
});

test('what one report says, or its copy says again, is none', () => {
  expect(found([saying('a', 'ceasefire')])).toEqual([]);
  expect(found([saying('a', 'ceasefire'), saying('b', 'ceasefire')], { origins: { b: 'a' } })).toEqual([]);
});

test('a claim that an editor struck out is no ground for a topic', () => {
  const reports = [saying('a', 'ceasefire'), saying('b', 'ceasefire')];
  const claim = reports[1]?.record.statements[0]?.id as string;
  const decision = { kind: 'reject', claim, why: 'no' } as const;
  expect(found(reports, { decisions: [{ number: 1, decidedAt: '', decision }] })).toEqual([]);
});

test('nobody meets a topic', () => {
  expect(found([saying('a', 'ceasefire', 'MET_WITH'), saying('b', 'ceasefire', 'MET_WITH')])).toEqual([]);
});

test('claims have the topic as object, and make a relation to it', () => {
  const texts = { a: 'Peru waits. ', b: 'A long night has ended in the port of the capital. ' };
  const articles = Object.entries(texts).map(([id, text]) => {
    const document = article(id, `${text}Lena Holt called Tom Berg.`);
    return { document, record: saying(id, 'ceasefire').record };
  });
  // Two reports of their own: nothing of one stands in the other.
  const own = articles.map(({ document, record }) => ({ document, record: { ...record, sentences: [] } }));
  const { claims, relations, entities } = assemble(own);
  expect(claims.map(({ object }) => object)).toEqual(['topic:ceasefire', 'topic:ceasefire']);
  expect(claims.map(({ objectText }) => objectText)).toEqual(['the ceasefire', 'the ceasefire']);
  expect(relations.map(({ id, documents }) => [id, documents])).toEqual([
    ['person:lena-holt DEMANDED topic:ceasefire', 2],
  ]);
  expect(entities.filter(({ type }) => type === 'Topic')).toHaveLength(1);
});
