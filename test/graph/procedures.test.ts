// Procedures over whole graphs, on graphs small enough to reckon by hand.
import { DirectedGraph, MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { CypherError, QueryStopped } from '../../graph/cypher/errors.ts';
import { Float } from '../../graph/cypher/values.ts';
import { cypher } from '../../graph/store/graphology.ts';

describe('Procedures', () => {
  test('rank the node that all point at first', async () => {
    const rows = await rowsOn(
      graphOf('a>hub b>hub c>hub hub>a'),
      'CALL graph.pageRank() YIELD node, score RETURN elementId(node), round(score * 100) / 100',
    );
    expect(rows.map(([node]) => node)).toEqual(['hub', 'a', 'b', 'c']);
    expect(rows.reduce((sum, [, score]) => sum + Number(score), 0)).toBeCloseTo(1, 1);
  });

  test('count how many others a node is joined to, parallel relationships once and loops not', async () => {
    const query = 'CALL graph.degree() YIELD node, degree RETURN elementId(node), degree';
    expect(await rowsOn(graphOf('a>b a>b b>a a>a b>c'), query)).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 1],
    ]);
  });

  test('say on how many shortest paths between two others a node lies', async () => {
    const query = 'CALL graph.betweenness() YIELD node, score RETURN elementId(node), score';
    const scores = await rowsOn(graphOf('a>b b>c c>d'), query);
    expect(scores.map(([node, score]) => [node, score instanceof Float ? score.value : score])).toEqual([
      ['b', 2],
      ['c', 2],
      ['a', 0],
      ['d', 0],
    ]);
    const directed = `CALL graph.betweenness({directed: true}) YIELD node, score WHERE score > 0 RETURN elementId(node)`;
    expect(await rowsOn(graphOf('a>b c>b'), directed)).toEqual([]);
  });

  test('find two circles that one line joins, the greater first', async () => {
    const query = `CALL graph.communities() YIELD node, community
      RETURN community, collect(elementId(node)) AS members ORDER BY community`;
    expect(await rowsOn(graphOf('a>b b>c c>a x>y y>z z>x w>x w>y w>z a>x'), query)).toEqual([
      [0, ['x', 'y', 'z', 'w']],
      [1, ['a', 'b', 'c']],
    ]);
  });

  test('find what hangs together, in one direction or in both', async () => {
    const query = (options: string) => `CALL graph.components(${options}) YIELD node, component
      RETURN component, collect(elementId(node)) AS members ORDER BY component`;
    const graph = graphOf('a>b b>a b>c x>y');
    expect(await rowsOn(graph, query(''))).toEqual([
      [0, ['a', 'b', 'c']],
      [1, ['x', 'y']],
    ]);
    expect(await rowsOn(graph, query('{directed: true}'))).toEqual([
      [0, ['a', 'b']],
      [1, ['c']],
      [2, ['x']],
      [3, ['y']],
    ]);
  });

  test('take the way of least weight, and the lightest of parallel relationships', async () => {
    const graph = new MultiDirectedGraph();
    for (const node of ['a', 'b', 'c']) graph.addNode(node);
    graph.addEdgeWithKey('far', 'a', 'c', { type: 'ROAD', km: 10 });
    graph.addEdgeWithKey('slow', 'a', 'b', { type: 'ROAD', km: 4 });
    graph.addEdgeWithKey('quick', 'a', 'b', { type: 'ROAD', km: 1.5 });
    graph.addEdgeWithKey('back', 'c', 'b', { type: 'ROAD', km: 2 });
    const query = (options: string) => `MATCH (a), (c) WHERE elementId(a) = 'a' AND elementId(c) = 'c'
      CALL graph.shortestPath(a, c, ${options}) YIELD path, weight
      RETURN [r IN relationships(path) | elementId(r)], weight`;
    expect(await rowsOn(graph, query("{weight: 'km'}"))).toEqual([[['quick', 'back'], 3.5]]);
    expect((await rowsOn(graph, query("{weight: 'km', directed: true}")))[0]?.[0]).toEqual(['far']);
    expect(await rowsOn(graph, query("{types: 'RAIL'}"))).toEqual([]);
  });

  test('keep to the labels and types that are asked for', async () => {
    const graph = graphOf('a>b b>c');
    graph.mergeNodeAttributes('c', { labels: ['City'] });
    const query = (options: string) =>
      `CALL graph.degree(${options}) YIELD node, degree RETURN elementId(node), degree`;
    expect(await rowsOn(graph, query("{labels: ['City']}"))).toEqual([['c', 0]]);
    expect(await rowsOn(graph, query("{types: ['T']}"))).toHaveLength(3);
    expect((await rowsOn(graph, query("{types: ['OTHER']}"))).every(([, degree]) => degree === 0)).toBe(true);
  });

  test('list labels, types and keys as Neo4j does', async () => {
    const graph = new DirectedGraph();
    graph.addNode('a', { labels: ['Person'], name: 'Ana' });
    graph.addNode('b', { labels: ['City', 'Port'] });
    graph.addEdge('a', 'b', { type: 'LIVES_IN', since: 1990 });
    expect(await rowsOn(graph, 'CALL db.labels()')).toEqual([['City'], ['Person'], ['Port']]);
    expect(await rowsOn(graph, 'CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t')).toEqual([
      ['LIVES_IN'],
    ]);
    expect(await rowsOn(graph, 'CALL db.propertyKeys')).toEqual([['name'], ['since']]);
  });

  test.each([
    ["CALL graph.degree({lables: 'City'})", 'There is no option "lables"'],
    ['CALL graph.degree({labels: 3})', 'The option "labels" takes a text or a list of texts.'],
    ["CALL graph.pageRank({weight: 'sign'})", 'A weight is a number from 0 up'],
    ['CALL graph.degree({}, 1)', 'graph.degree() takes 0 to 1 argument.'],
    ['CALL graph.shortestPath()', 'graph.shortestPath() takes 2 to 3 arguments.'],
    ['CALL graph.closeness()', 'There is no procedure graph.closeness'],
  ])('refuse %s', async (query, problem) => {
    const graph = graphOf('a>b');
    graph.forEachEdge((edge) => graph.setEdgeAttribute(edge, 'sign', -1));
    await expect(rowsOn(graph, query)).rejects.toThrow(CypherError);
    await expect(rowsOn(graph, query)).rejects.toThrow(problem);
  });

  test('stop at the deadline', async () => {
    const graph = new DirectedGraph();
    const size = 3000;
    for (let i = 0; i < size; i++) graph.addNode(i);
    for (let i = 0; i < size; i++) for (const step of [1, 7, 31]) graph.addEdge(i, (i + step) % size);
    const query = 'CALL graph.betweenness() YIELD node RETURN count(node)';
    await expect(rowsOn(graph, query, { deadline: 50 })).rejects.toThrow(QueryStopped);
  });

  test('do nothing wrong on a graph without nodes', async () => {
    for (const name of ['degree', 'pageRank', 'betweenness', 'communities', 'components'])
      expect(await rowsOn(graphOf(''), `CALL graph.${name}()`)).toEqual([]);
  });
});

async function rowsOn(graph: DirectedGraph, query: string, options: { deadline?: number } = {}) {
  const rows = [];
  for await (const row of cypher(graph, query, {}, options).rows) rows.push(row);
  return rows;
}

/** `a>b b>c`: nodes by name, and relationships of the type T between them. */
function graphOf(text: string): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const edge of text.split(' ').filter((part) => part !== '')) {
    const [from, to] = edge.split('>');
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.addEdge(from, to, { type: 'T' });
  }
  return graph;
}
