// Cypher on any graphology graph.
import { DirectedGraph, MultiGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { cypher } from '../../graph/store/graphology.ts';
import { StoreError } from '../../graph/store/store.ts';

describe('Cypher on any graphology graph', () => {
  const rowsOn = async (...args: Parameters<typeof cypher>) => {
    const rows = [];
    for await (const row of cypher(...args).rows) rows.push(row);
    return rows;
  };

  test('takes labels and type from attributes, and every other attribute as a property', async () => {
    const airports = new DirectedGraph();
    airports.addNode('OSL', { labels: 'Airport', city: 'Oslo', runways: 2, closed: null });
    airports.addNode('FCO', { labels: ['Airport', 'Hub'], city: 'Rome' });
    airports.addEdge('OSL', 'FCO', { type: 'FLIES_TO', hours: 3.5 });
    const query =
      'MATCH (a:Airport)-[r:FLIES_TO]->(b:Hub) RETURN a.city, b.city, r.hours, labels(b), keys(a), elementId(a)';
    expect(await rowsOn(airports, query)).toEqual([
      ['Oslo', 'Rome', 3.5, ['Airport', 'Hub'], ['city', 'runways'], 'OSL'],
    ]);
  });

  test('takes them from attributes of other names', async () => {
    const graph = new DirectedGraph();
    graph.addNode(1, { kind: 'A', labels: 'is a property' });
    graph.addEdge(1, 1, { rel: 'T' });
    const query = 'MATCH (a:A)-[r:T]->() RETURN a.labels, type(r)';
    expect(await rowsOn(graph, query, {}, { labels: 'kind', type: 'rel' })).toEqual([['is a property', 'T']]);
  });

  test('takes an edge without direction from its source to its target, and without type as EDGE', async () => {
    const graph = new MultiGraph();
    for (const key of ['a', 'b']) graph.addNode(key);
    graph.addUndirectedEdge('a', 'b');
    const query = 'MATCH (x)-[r]->(y) RETURN elementId(x), type(r), elementId(y)';
    expect(await rowsOn(graph, query)).toEqual([['a', 'EDGE', 'b']]);
  });

  test('sees a change to the graph', async () => {
    const graph = new DirectedGraph();
    const count = () => rowsOn(graph, 'MATCH (n) WHERE n.x = 1 RETURN count(n)');
    expect(await count()).toEqual([[0]]);
    graph.addNode('a', { x: 1 });
    expect(await count()).toEqual([[1]]);
    graph.setNodeAttribute('a', 'x', 2);
    expect(await count()).toEqual([[0]]);
    graph.updateEachNodeAttributes(() => ({ x: 1 }));
    expect(await count()).toEqual([[1]]);
    graph.dropNode('a');
    expect(await count()).toEqual([[0]]);
  });

  test('refuses an attribute that is no value, and names it', () => {
    const graph = new DirectedGraph();
    graph.addNode('a', { when: new Date(0) });
    expect(() => cypher(graph, 'MATCH (n) RETURN n')).toThrow(StoreError);
    expect(() => cypher(graph, 'MATCH (n) RETURN n')).toThrow('Node "a" has the attribute "when"');
  });
});
