import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { annotate, article } from '../fake.ts';

const texts = [
  'Lena Holt called Tom Berg.',
  'Holt called Berg. Berg called Nils Aas.',
  'Tom Berg called Lena Holt.',
  'lena HOLT called Tom Berg!',
  'Berg called Ida Aas and Nils Aas called Ida Aas.',
  'Lena Holt called Tom Berg.',
];
const articles = texts.map((text, i) => {
  const document = article(`${i}.txt`, text, { publisher: `P${i % 3}`, publishedAt: `2025-05-${20 - i}` });
  return { document, record: annotate(document) };
});

test('the order of the articles does not matter', () => {
  const expected = [...toLines(assemble(articles))];
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
      expect([...toLines(assemble(shuffled))]).toEqual(expected);
    }),
  );
});

test('claims of several articles become one relation with its support', () => {
  const { relations } = assemble(articles);
  expect(relations.find((r) => r.id === 'person:lena-holt CALLED person:tom-berg')).toMatchObject({
    documents: 4,
    publishers: 3,
    origins: 3,
    firstPublished: '2025-05-15',
    lastPublished: '2025-05-20',
  });
});

test('every quote and every mention is its slice of the text', () => {
  const { documents, claims, mentions } = assemble(articles);
  const textOf = new Map(documents.map((d) => [d.id, d.text]));
  expect(claims.length).toBeGreaterThan(0);
  for (const c of claims) expect(textOf.get(c.document)?.slice(c.start, c.end)).toBe(c.quote);
  for (const m of mentions) expect(textOf.get(m.document)?.slice(m.start, m.end)).toBe(m.text);
});

test('a mention outside every chain stands for nothing, and its words remain on the claim', () => {
  const document = article('a.txt', 'Lena Holt called Tom Berg.');
  const record = annotate(document);
  const graph = assemble([{ document, record: { ...record, chains: record.chains.slice(0, 1) } }]);
  expect(graph.mentions.map((m) => m.text)).toEqual(['Lena Holt']);
  expect(graph.claims[0]).toMatchObject({ object: null, objectMention: null, objectText: 'Tom Berg' });
  expect(graph.relations).toEqual([]);
});
