import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import type { Graph } from '../../../graph/model.ts';
import { build } from '../../../src/build.ts';
import { batchesOf } from '../../../src/cli/load.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { annotate, article } from '../fake.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

describe('batches', () => {
  const articles = Array.from({ length: 450 }, (_, i) => {
    const document = article(
      `${i}.txt`,
      i < 440 ? `Lena Holt called Tom Berg ${i} times.` : 'Ida Aas called Lena Holt.',
    );
    return { document, record: annotate(document) };
  });
  const graph = assemble(articles);
  const batches = [...batchesOf(graph)];

  test('hold the whole graph and each document once', () => {
    expect(batches.map((batch) => batch.documents?.length)).toEqual([200, 200, 50]);
    const together = <K extends 'documents' | 'sentences' | 'mentions' | 'claims' | 'entities'>(kind: K) =>
      batches.flatMap((batch): readonly object[] => batch[kind] ?? []);
    for (const kind of ['documents', 'sentences', 'mentions', 'claims'] as const)
      expect(together(kind)).toHaveLength(graph[kind].length);
    expect(new Set(together('entities'))).toEqual(new Set(graph.entities));
  });

  test('hold every entity that they name', () => {
    for (const { documents = [], sentences = [], entities = [], mentions = [], claims = [] } of batches) {
      const part: Graph = { documents, sentences, entities, mentions, claims, relations: [] };
      const known = new Set(entities.map((entity) => entity.id));
      for (const mention of part.mentions) expect(known).toContain(mention.entity);
      for (const claim of part.claims) expect(known).toContain(claim.subject);
    }
  });

  test('hold an origin before its copies', () => {
    const copies = graph.claims.filter((claim) => claim.origin !== claim.document);
    expect(copies.length).toBeGreaterThan(0);
    const batchOf = (id: string) => batches.findIndex((batch) => batch.documents?.some((d) => d.id === id));
    for (const { document, origin } of copies) expect(batchOf(origin)).toBeLessThanOrEqual(batchOf(document));
  });

  test('of an empty graph are none', () => {
    expect([...batchesOf(assemble([]))]).toEqual([]);
    expect([...toLines(assemble([]))]).toEqual([]);
  });
});

describeOnNeo4j('load', (database) => {
  test('puts a graph into Neo4j, where the same question gets the same answer; twice equals once', async () => {
    await database.clear();
    const cwd = folder({
      'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.',
      'in/2.txt': 'Anna Morel called Karl Weiss.',
    });
    await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
    const { address, username, password, database: name } = database.login();
    const env = {
      ...(username === undefined ? {} : { NEO4J_USERNAME: username }),
      ...(password === undefined ? {} : { NEO4J_PASSWORD: password }),
      ...(name === undefined ? {} : { NEO4J_DATABASE: name }),
    };
    for (let time = 0; time < 2; time += 1) {
      const loaded = await wiregraph(['load', 'a.graph', '--to', address], { cwd, env });
      expect(loaded).toEqual({
        code: 0,
        out: expect.stringMatching(/^bolt:\/\/.*: 2 articles, \d+ entities, \d+ claims\n$/),
        err: '',
      });
    }
    const question = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents, r';
    const asked = await wiregraph(['query', address, question], { cwd, env });
    expect(asked.out).toMatch(/^Anna Morel +Karl Weiss +2 +\[CALLED, actual, 2 documents\]$/m);
    expect(asked).toEqual(await wiregraph(['query', 'a.graph', question], { cwd }));
  });
});
