// What a viewer may ask a store through the server.
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { MemoryStore } from '../../../graph/store/memory.ts';
import { askHandler } from '../../../src/serve/ask.ts';
import { graph } from '../../graph/builder.ts';

async function asked(cypher: string, parameters = {}, limits = { deadline: 5000, rows: 10 }) {
  const store = new MemoryStore();
  await store.write({ put: graph('(a)-[:CALLED]->(b)') });
  const app = new Hono().get('/', askHandler(store, limits));
  const query = new URLSearchParams({ cypher, parameters: JSON.stringify(parameters) });
  const response = await app.request(`/?${query}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('a question gets its rows', async () => {
  const answer = await asked('MATCH (n:Person {name: $name}) RETURN n.name AS name, 1.5 AS x', { name: 'A' });
  expect(answer).toEqual({ status: 200, body: { columns: ['name', 'x'], rows: [['A', 1.5]], hints: [] } });
});

test.each([
  ['LOAD CSV FROM "file:///etc/passwd" AS line RETURN line', 400, 'LOAD'],
  ['CALL apoc.load.json("http://example.org")', 502, 'apoc.load.json is none of'],
  [
    'MATCH (n) CALL (n) { CALL dbms.listConfig() YIELD name RETURN name } RETURN name',
    502,
    'dbms.listConfig',
  ],
  ['CREATE (n:Person) RETURN n', 400, 'writes'],
  ['MATCH (n RETURN n', 400, ''],
  ['USE system RETURN 1', 400, ''],
  ['UNWIND range(1, 11) AS n RETURN n', 408, 'more than 10 rows'],
])('%s is refused', async (cypher, status, problem) => {
  const answer = await asked(cypher);
  expect([answer.status, answer.body.error]).toEqual([status, expect.stringContaining(problem)]);
});

test('parameters that are no JSON object are refused', async () => {
  expect((await asked('RETURN 1', [] as object)).status).toBe(400);
});
