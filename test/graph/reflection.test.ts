// A snapshot that is kept current answers what one that is made anew answers.
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { Adjacency, Snapshot } from '../../graph/cypher/snapshot.ts';
import { cypher, snapshotOfGraphology } from '../../graph/store/graphology.ts';

const number = fc.nat(5);
const text = fc.constantFrom('a', 'ab', 'b');
/** A statement, or a change behind Cypher's back. */
const change = fc.oneof(
  fc.record({
    query: fc.constantFrom(
      'CREATE (:A {x: $n})',
      'CREATE (:A:B {x: $n, t: $t})-[:T {x: $n}]->(:B {t: $t})',
      'MERGE (a:A {x: $n}) MERGE (b:B {t: $t}) MERGE (a)-[:U]->(b)',
      'MATCH (a:A {x: $n}) SET a.x = a.x + 1, a:C',
      'MATCH (a:C) REMOVE a:C, a.t',
      'MATCH (a {x: $n}), (b {t: $t}) CREATE (b)-[:V {x: $n}]->(a)',
      'MATCH ()-[r {x: $n}]->() SET r.x = 5, r.t = $t',
      'MATCH (a {x: $n}) DETACH DELETE a',
      'MATCH ()-[r:U]->() DELETE r',
    ),
    n: number,
    t: text,
  }),
  fc.record({ attribute: fc.constantFrom('x', 't', 'labels'), node: number, value: fc.oneof(number, text) }),
  fc.record({
    act: fc.constantFrom('drop', 'add', 'replace', 'retype', 'cut', 'join'),
    node: number,
    other: number,
  }),
);

/** Changes graphology as anyone might, with keys that come back. */
function act(graph: MultiDirectedGraph, what: string, node: string, other: string): void {
  const edge = `e${node}`;
  const add = () => graph.addNode(node, { labels: ['A', other], x: 1, t: other });
  const join = (type: string) => graph.addEdgeWithKey(edge, node, other, { type, x: 5 });
  if (what === 'drop' && graph.hasNode(node)) graph.dropNode(node);
  if (what === 'add' && !graph.hasNode(node)) add();
  if (what === 'replace' && graph.hasNode(node)) {
    graph.dropNode(node);
    add();
  }
  if (what === 'cut' && graph.hasEdge(edge)) graph.dropEdge(edge);
  if (what === 'retype' && graph.hasEdge(edge)) graph.setEdgeAttribute(edge, 'type', `W${other}`);
  if (what === 'join' && graph.hasNode(node) && graph.hasNode(other)) {
    if (graph.hasEdge(edge)) graph.dropEdge(edge);
    join('T');
  }
}
const questions = [
  'MATCH (a) RETURN elementId(a), labels(a), properties(a)',
  'MATCH (a)-[r]->(b) RETURN elementId(a), type(r), properties(r), elementId(b)',
  'MATCH (a:A {x: 1}) RETURN elementId(a)',
  "MATCH (a {t: 'ab'}) RETURN elementId(a)",
  "MATCH (a) WHERE a.t CONTAINS 'b' RETURN elementId(a)",
  'MATCH (a:B)<-[r:T|V]-(b:A) RETURN elementId(a), elementId(r), elementId(b)',
  'MATCH (a)-[:U*1..2]-(b) RETURN elementId(a), elementId(b)',
  'MATCH ()-[r {x: 5}]->() RETURN elementId(r)',
  'MATCH (a:C) RETURN count(a)',
  'MATCH (a) WHERE a.x IS NULL RETURN elementId(a)',
  'MATCH (a)-[:T]->(b) RETURN b.x, count(*)',
  'MATCH (a)-[:T|U]->(b)-->(a) RETURN elementId(a), elementId(b)',
  'CALL db.labels() YIELD label RETURN label',
  'CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type',
  'CALL db.propertyKeys() YIELD propertyKey AS key RETURN key',
  'CALL graph.degree() YIELD node, degree RETURN elementId(node), degree',
];

/** Everything that a snapshot says, by ids. */
function said(snapshot: Snapshot) {
  const nodes = [...(snapshot.allNodes() ?? Array.from({ length: snapshot.nodeCount }, (_, node) => node))];
  const ids = (handles: Iterable<number>) => Array.from(handles, (node) => snapshot.nodeId(node)).sort();
  const labels = ['A', 'B', 'C', 'a', 'ab', 'b', 'k0', 'k1'];
  const hops = (side: Adjacency, node: number, type: number | null) =>
    Array.from({ length: side.end(node, type) - side.begin(node, type) }, (_, i) => {
      const place = side.begin(node, type) + i;
      const relationship = side.relationships(node)[place] as number;
      expect(side.others(node)[place]).toBe(
        side === snapshot.outgoing ? snapshot.end(relationship) : snapshot.start(relationship),
      );
      const [start, end] = [snapshot.start(relationship), snapshot.end(relationship)];
      return [
        snapshot.relationshipId(relationship),
        snapshot.types[snapshot.type(relationship)],
        snapshot.nodeId(start),
        snapshot.nodeId(end),
        sorted(snapshot.relationshipProperties(relationship)),
        snapshot.relationshipColumn('x')?.values[relationship],
      ].join();
    }).sort();
  const types = snapshot.types.map((name, number) => [name, snapshot.relationshipsOfType(number)] as const);
  return {
    nodes: nodes
      .map((node) => ({
        id: snapshot.nodeId(node),
        labels: snapshot.labels(node),
        properties: sorted(snapshot.nodeProperties(node)),
        x: snapshot.nodeColumn('x')?.values[node],
        out: hops(snapshot.outgoing, node, null),
        in: hops(snapshot.incoming, node, null),
        byType: types
          .filter(([, count]) => count > 0)
          .flatMap(([name]) => hops(snapshot.outgoing, node, snapshot.types.indexOf(name)))
          .sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    labels: labels.map((label) => ids(snapshot.nodesWithLabel(label))),
    marks: labels.map((label) => ids(nodes.filter((node) => snapshot.labelMarks(label)?.[node] === 1))),
    values: [0, 1, 2, 'a', 'ab'].flatMap((value) =>
      ['x', 't'].map((key) => {
        snapshot.nodesWithValue(null, key, value);
        return ids(snapshot.nodesWithValue('A', key, value) ?? []);
      }),
    ),
    types: types.filter(([, count]) => count > 0).sort(),
  };
}

/** Rows, without their order. */
async function rowsOn(graph: MultiDirectedGraph, query: string): Promise<string[]> {
  const rows = await Array.fromAsync(cypher(graph, query).rows);
  return rows.map((row) => JSON.stringify(row, (_, value) => sorted(value))).sort();
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

test('whatever changes it, by whomever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const graph = new MultiDirectedGraph();
      for (let i = 0; i < 4; i++) graph.addNode(`k${i}`, { labels: ['A'], x: i });
      const kept = snapshotOfGraphology(graph, 'labels', 'type');
      for (const step of changes) {
        if ('query' in step) {
          const { query, n, t } = step;
          await Array.fromAsync(cypher(graph, query, { n, t }, { mode: 'write' }).rows);
        } else if ('act' in step) act(graph, step.act, `k${step.node}`, `k${step.other}`);
        else if (graph.hasNode(`k${step.node}`))
          graph.setNodeAttribute(`k${step.node}`, step.attribute, step.value);
        const anew = graph.copy() as MultiDirectedGraph;
        const now = snapshotOfGraphology(graph, 'labels', 'type');
        expect(now).toBe(kept);
        expect(said(now)).toEqual(said(snapshotOfGraphology(anew, 'labels', 'type')));
        for (const question of questions)
          expect(await rowsOn(graph, question), question).toEqual(await rowsOn(anew, question));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('is the same one after a query that adds, changes or deletes', async () => {
  const graph = new MultiDirectedGraph();
  const before = snapshotOfGraphology(graph, 'labels', 'type');
  for (const query of [
    'CREATE (:A {x: 1})-[:T]->(:B)',
    'MATCH (a:A) SET a.x = 2',
    'MERGE (a:A {x: 2})',
    'CREATE (:C)',
    'MATCH (c:C) DELETE c',
  ])
    await Array.fromAsync(cypher(graph, query, {}, { mode: 'write' }).rows);
  expect(snapshotOfGraphology(graph, 'labels', 'type')).toBe(before);
  expect(await rowsOn(graph, 'MATCH (a:A)-[:T]->(:B) RETURN a.x')).toEqual(['[2]']);
});

test('stands still for a query that has begun to read', async () => {
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < 3; i++) graph.addNode(i, { labels: ['A'] });
  const { rows } = cypher(graph, 'MATCH (a:A) RETURN elementId(a)');
  const first = await rows[Symbol.asyncIterator]().next();
  await Array.fromAsync(cypher(graph, 'CREATE (:A)', {}, { mode: 'write' }).rows);
  expect(await rowsOn(graph, 'MATCH (a:A) RETURN count(a)')).toEqual(['[4]']);
  const rest: unknown[] = [first.value];
  for await (const row of rows) rest.push(row);
  expect(rest).toEqual([['0'], ['1'], ['2']]);
});

test('is made anew once as much of it is gone as is there', async () => {
  const graph = new MultiDirectedGraph();
  const before = snapshotOfGraphology(graph, 'labels', 'type');
  for (let i = 0; i < 4; i++)
    for (const query of ['UNWIND range(1, 900) AS i CREATE (:A {i: i})', 'MATCH (a:A) DELETE a'])
      await Array.fromAsync(cypher(graph, query, {}, { mode: 'write' }).rows);
  const after = snapshotOfGraphology(graph, 'labels', 'type');
  expect(after).not.toBe(before);
  expect(after.nodeCount).toBeLessThan(2500);
  expect(await rowsOn(graph, 'MATCH (a) RETURN count(*)')).toEqual(['[0]']);
});

test('is asked by a plan that fits what it has become', async () => {
  const graph = new MultiDirectedGraph();
  const question = 'MATCH (a:A)-->(b:B) RETURN count(*)';
  expect(await rowsOn(graph, question)).toEqual(['[0]']);
  const many = 'UNWIND range(1, 300) AS i CREATE (:A)-[:T]->(:B {i: i})';
  await Array.fromAsync(cypher(graph, many, {}, { mode: 'write' }).rows);
  expect(await rowsOn(graph, question)).toEqual(['[300]']);
});
