import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from '../../graph/cypher/parser.ts';
import { MemoryStore } from '../../graph/store/memory.ts';
import { relationTypesSeen, seesDocumentsAlone } from '../../graph/store/sight.ts';
import type { Store } from '../../graph/store/store.ts';
import { keepUp } from '../../src/derive.ts';
import { Journal } from '../../src/journal.ts';
import { open, readGraph, sizeOf } from '../../src/open.ts';
import { annotate, article } from './fake.ts';
import { folder } from './folder.ts';

const texts = [
  'Lena Holt called Tom Berg.',
  'Holt called Berg. Berg called Nils Aas.',
  'Tom Berg called Lena Holt. Ida Aas called Tom Berg.',
];
let path = '';

beforeEach(() => {
  path = made();
});

describe('a question that sees entities and relations alone has the answer that all of the graph gives', () => {
  test.each([
    ['MATCH (a:Person)-[r:CALLED]->(b) RETURN a, r, b', 'CALLED'],
    [
      'MATCH (a)-[r:CALLED]->(b) WHERE a.mentions > 1 RETURN a.name, r.documents, r.claims, labels(b)',
      'CALLED',
    ],
    ['MATCH (a:Person)-[r]-(b:Entity) RETURN a.name, type(r), b.name', null],
    ['MATCH (a:Entity) RETURN a.id, a.type, a.aliases, a.documents', ''],
    ['MATCH p = (a:Person {name: "Lena Holt"})-[:CALLED*1..3]->(b) RETURN length(p), b.name', 'CALLED'],
    ['MATCH (a:Person) OPTIONAL MATCH (a)-[:CALLED]->(b) RETURN a.name, count(b)', 'CALLED'],
    ['MATCH (a:Event)-[r]->(b:Person) RETURN a, b', null],
  ])('%s', async (query, types) => {
    const seen = relationTypesSeen(parse(query));
    expect(seen === null ? null : [...(seen ?? ['whole'])].join()).toBe(types);
    expect(await rowsOf(await open(path), query)).toEqual(await rowsOf(await whole(path), query));
  });
});

describe('a question that sees documents alone has the answer that all of the graph gives', () => {
  test.each([
    ['MATCH (d:Document) RETURN d', true],
    ['MATCH (d:Document) WHERE d.title CONTAINS "1" RETURN d.id, size(d.text) ORDER BY d.id', true],
    ['MATCH (d:Document {id: "1.txt"}) RETURN d.text', true],
    ['MATCH (d:Document) WHERE EXISTS { (d)--() } RETURN d.id', false],
    ['MATCH (d:Document)-[:HAS_SENTENCE]->(s) RETURN s', false],
    ['MATCH (d:Document) MATCH (p:Person) RETURN d.id, p.id', false],
    ['MATCH (d:Document|Claim) RETURN d.id', false],
  ])('%s', async (query, isAlone) => {
    expect(seesDocumentsAlone(parse(query))).toBe(isAlone);
    expect(await rowsOf(await open(path), query)).toEqual(await rowsOf(await whole(path), query));
  });
});

describe('any other question sees all of the graph', () => {
  test.each([
    'MATCH (n) RETURN n',
    'MATCH (a:Person)-[r]->(b) RETURN a, r, b',
    'MATCH (a:Person)-[r*]->(b:Person) RETURN a, r, b',
    'MATCH (a:Person)-[:MENTIONED_IN]->(d) RETURN a, d.title',
    'MATCH (a:Person)-[:CALLED|MENTIONED_IN]->(d) RETURN a, d',
    'MATCH (a:Person)-[:!CALLED]->(d) RETURN a, d',
    'MATCH (c:Claim) RETURN c.quote',
    'MATCH (a:Person|Claim) RETURN a',
    'MATCH (a:!Person) RETURN a',
    'MATCH (a:Person) WHERE EXISTS { (a)--() } RETURN a.name',
    'MATCH (a:Person) RETURN [(a)-[r]-(x) | type(r)]',
    'MATCH (a:Person) RETURN a UNION MATCH (a) RETURN a',
    'MATCH (a:Person)-[:SAW]->(b) RETURN a, b',
    'CALL db.labels()',
  ])('%s', async (query) => {
    const all = relationTypesSeen(parse(query));
    expect(query.includes('SAW') ? [...(all ?? [])] : all).toEqual(
      query.includes('SAW') ? ['SAW'] : undefined,
    );
    if (query.startsWith('CALL')) return;
    expect(await rowsOf(await open(path), query)).toEqual(await rowsOf(await whole(path), query));
  });
});

test('the size that is written down is that of the graph', async () => {
  const { documents, entities, claims, relations } = await readGraph(path);
  const size = { documents: documents.length, entities: entities.length, claims: claims.length };
  expect(sizeOf(path)).toEqual({ ...size, relations: relations.length });
});

test('what is written stays in memory, and later questions see it', async () => {
  const store = await open(path);
  await store.run('MATCH (a:Person {name: "Nils Aas"}) SET a.seen = true', { mode: 'write' });
  expect(await rowsOf(store, 'MATCH (a:Person) WHERE a.seen RETURN a.name')).toEqual(['["Nils Aas"]']);
  expect(await rowsOf(await open(path), 'MATCH (a:Person) WHERE a.seen RETURN a.name')).toEqual([]);
});

test('a graph that stands in a file of a stranger and is none is made anew in memory', async () => {
  const own = made();
  const expected = await readGraph(own);
  const db = new DatabaseSync(own);
  db.exec(`UPDATE shelf SET value = '{"a": 1}' WHERE kind IN ('entity', 'relation', 'article')`);
  db.close();
  expect(await readGraph(own)).toEqual(expected);
  const query = 'MATCH (a:Person)-[r:CALLED]->(b) RETURN a.name, r.documents';
  expect(await rowsOf(await open(own), query)).toEqual(await rowsOf(await open(path), query));
});

test('what stands in a shape of another time is made anew, and the file stays as it is', async () => {
  const own = made();
  const expected = await readGraph(own);
  const db = new DatabaseSync(own);
  db.exec(`UPDATE standing SET value = '{"by": "1"}'`);
  db.close();
  expect(await readGraph(own)).toEqual(expected);
  {
    using journal = Journal.write(own);
    keepUp(journal);
  }
  expect(sizeOf(own)?.documents).toBe(texts.length);
});

function made(): string {
  const made = join(folder(), 'a.graph');
  using journal = Journal.write(made);
  for (const [i, text] of texts.entries()) {
    const document = article(`${i}.txt`, text, { publishedAt: `2025-05-0${i + 1}` });
    journal.add({ document, record: annotate(document) }, '');
  }
  keepUp(journal);
  return made;
}

async function whole(path: string): Promise<Store> {
  const store = new MemoryStore();
  await store.write({ put: await readGraph(path) });
  return store;
}

async function rowsOf(store: Store, query: string): Promise<string[]> {
  const { rows } = await store.run(query);
  const found: string[] = [];
  for await (const row of rows) found.push(JSON.stringify(row));
  return found.sort();
}
