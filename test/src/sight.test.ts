import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, type Sight, sightOf } from '../../graph/evidence.ts';
import type { Graph } from '../../graph/model.ts';
import { keepUp } from '../../src/derive.ts';
import { articlesOf } from '../../src/import.ts';
import { Journal } from '../../src/journal.ts';
import { readGraph } from '../../src/open.ts';
import { FileSight } from '../../src/sight.ts';
import { harbour } from '../viewer/fixture.ts';
import { folder } from './folder.ts';

describe('The sight of a file is that of the graph in it', () => {
  let graph: Graph;
  let file: Sight;
  let memory: Sight;

  beforeAll(async () => {
    const path = join(folder({}, afterAll), 'harbour.graph');
    {
      using journal = Journal.write(path);
      journal.put(articlesOf(harbour()), '2026-01-01T00:00:00Z');
      keepUp(journal);
    }
    graph = await readGraph(path);
    file = new FileSight(path);
    memory = sightOf(graph);
  });

  test('entities and relations, in their order', async () => {
    expect(await file.sketch()).toEqual(await memory.sketch());
  });

  test('what relations rest on', async () => {
    const rows = async (sight: Sight) => {
      const { relation, document, speaker, speakers, publishers, published } = await sight.grounds();
      return (
        [...relation]
          .map((number, row) => {
            const report = document[row] ?? -1;
            return [number, publishers[report], published[report], speakers[speaker[row] ?? -1]].join();
          })
          // Claims that make no relation, and further speakers, stand in no support.
          .filter((_, row) => (relation[row] ?? -1) >= 0 && (document[row] ?? -1) >= 0)
          .sort()
      );
    };
    expect(await rows(file)).toEqual(await rows(memory));
  });

  test('the evidence of every relation, entity and article', async () => {
    const told = ({ documents, claims, mentions, sentences }: Evidence) =>
      [documents, claims, mentions, sentences].map((list) => list.map((one) => JSON.stringify(one)).sort());
    const wanted = [
      ...graph.relations.map(({ id }) => ({ kind: 'relation' as const, id })),
      ...graph.entities.map(({ id }) => ({ kind: 'entity' as const, id, most: 100 })),
      ...graph.documents.map(({ id }) => ({ kind: 'document' as const, id })),
    ];
    for (const one of wanted)
      expect(told(await file.evidence(one)), one.id).toEqual(told(await memory.evidence(one)));
  });

  test('sentences with words, the newest first', async () => {
    expect(await file.sentences('dredging sued', 8)).toEqual(await memory.sentences('dredging sued', 8));
    expect(await file.sentences('the', 3)).toEqual(await memory.sentences('the', 3));
    expect(await file.sentences('xylophone', 8)).toEqual([]);
  });

  test('where reports disagree', async () => {
    expect((await file.disagreeing()).toSorted()).toEqual((await memory.disagreeing()).toSorted());
  });
});
