import { expect, test } from 'vitest';
import { fromLines, toLines } from '../../graph/exchange.ts';
import { harbour } from './fixture.ts';

test('the fixture is a graph that the exchange format takes and gives back', async () => {
  const graph = harbour();

  expect(await fromLines(toLines(graph))).toEqual(graph);
  expect([graph.entities.length, graph.relations.length, graph.documents.length]).toEqual([26, 42, 6]);
});
