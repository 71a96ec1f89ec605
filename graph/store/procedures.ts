// Procedures over a whole graph that CALL can call: who is central, which groups there are, the lightest way. The
// algorithms are graphology's; here their results become rows.
import louvainModule from 'graphology-communities-louvain';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import { bidirectional } from 'graphology-shortest-path/dijkstra.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import { type Inner, NodeRef, PathRef } from '../cypher/inner.ts';
import type { Procedure, ProcedureEnvironment } from '../cypher/procedures.ts';
import { Float } from '../cypher/values.ts';
import { allNodes, type Part, partOf, partParameter } from './part.ts';

// Functions in CommonJS: Node gives them as the default export, where their types describe a namespace with one; to a
// bundler the types are the function's.
type Called<T> = T extends { readonly default: infer F } ? F : T;
const louvain = louvainModule as unknown as Called<typeof louvainModule>;
const pagerank = pagerankModule as unknown as Called<typeof pagerankModule>;

/**
 * `graph.degree`, `graph.pageRank`, `graph.betweenness`, `graph.communities`, `graph.components`, `graph.shortestPath`;
 * and `db.labels`, `db.relationshipTypes`, `db.propertyKeys` as Neo4j has them. The first six take a map, which may be
 * left out: `labels` and `types` (a text or a list: only nodes with one of the labels, only such relationships between
 * them), `weight` (a property of relationships, 1 where one has none: parallel ones are added up, for a path the lightest
 * counts), `directed` (true for pageRank, else false, where left out). Rows come greatest first; the same graph gives
 * the same rows. *Cost*: linear, but betweenness: nodes times relationships.
 */
export const graphProcedures: readonly Procedure[] = [
  ranking('graph.degree', { column: 'degree', type: 'INTEGER', isDirected: false }, degrees),
  ranking('graph.pageRank', { column: 'score', type: 'FLOAT', isDirected: true }, ranks),
  ranking('graph.betweenness', { column: 'score', type: 'FLOAT', isDirected: false }, betweenness),
  grouping('graph.communities', 'community', communities),
  grouping('graph.components', 'component', components),
  {
    name: 'graph.shortestPath',
    parameters: [{ name: 'from', type: 'NODE' }, { name: 'to', type: 'NODE' }, partParameter],
    columns: [
      { name: 'path', type: 'PATH' },
      { name: 'weight', type: 'FLOAT' },
    ],
    call: lightestPath,
  },
  listing('db.labels', 'label', function* ({ snapshot }) {
    for (const node of allNodes(snapshot)) yield* snapshot.labels(node);
  }),
  listing('db.relationshipTypes', 'relationshipType', function* ({ snapshot }) {
    for (const node of allNodes(snapshot))
      for (const relationship of relationshipsOf(node, snapshot))
        yield snapshot.types[snapshot.type(relationship)] as string;
  }),
  listing('db.propertyKeys', 'propertyKey', function* ({ snapshot }) {
    for (const node of allNodes(snapshot)) {
      yield* Object.keys(snapshot.nodeProperties(node));
      for (const relationship of relationshipsOf(node, snapshot))
        yield* Object.keys(snapshot.relationshipProperties(relationship));
    }
  }),
];

type Score = readonly [node: number, score: number];

/** A procedure that gives each node a number. */
function ranking(
  name: string,
  {
    column,
    type,
    isDirected,
  }: { readonly column: string; readonly type: string; readonly isDirected: boolean },
  scoresOf: (part: Part, environment: ProcedureEnvironment) => Iterable<Score>,
): Procedure {
  return {
    name,
    parameters: [partParameter],
    columns: [
      { name: 'node', type: 'NODE' },
      { name: column, type },
    ],
    *call([options = null], environment) {
      const scores = [...scoresOf(partOf(options, isDirected, environment), environment)];
      scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      for (const [node, score] of scores)
        yield [environment.snapshot.node(node), type === 'FLOAT' ? float(score) : score];
    },
  };
}

/** A procedure that puts each node into a group; groups are numbered from 0, the greatest first. */
function grouping(
  name: string,
  column: string,
  groupsOf: (part: Part) => readonly (readonly number[])[],
): Procedure {
  return {
    name,
    parameters: [partParameter],
    columns: [
      { name: 'node', type: 'NODE' },
      { name: column, type: 'INTEGER' },
    ],
    *call([options = null], environment) {
      const groups = groupsOf(partOf(options, false, environment)).map((group) =>
        group.toSorted((a, b) => a - b),
      );
      groups.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
      for (const [number, group] of groups.entries())
        for (const node of group) yield [environment.snapshot.node(node), number];
    },
  };
}

/** A procedure that gives different texts, sorted. */
function listing(
  name: string,
  column: string,
  textsOf: (environment: ProcedureEnvironment) => Iterable<string>,
): Procedure {
  return {
    name,
    parameters: [],
    columns: [{ name: column, type: 'STRING' }],
    *call(_, environment) {
      const texts = new Set<string>();
      for (const text of textsOf(environment)) {
        environment.step();
        texts.add(text);
      }
      for (const text of [...texts].sort()) yield [text];
    },
  };
}

function* relationshipsOf(node: number, { outgoing }: ProcedureEnvironment['snapshot']): Iterable<number> {
  for (let place = outgoing.begin(node, null); place < outgoing.end(node, null); place++)
    yield outgoing.relationships(node)[place] as number;
}

/** How many nodes each has a relationship with; a loop is none. */
function* degrees(part: Part): Iterable<Score> {
  for (const node of part.nodes())
    yield [Number(node), part.neighbors(node).filter((other) => other !== node).length];
}

/** L. Page, S. Brin et al., 1999; damping 0.85. */
function ranks(part: Part, { fail }: ProcedureEnvironment): Iterable<Score> {
  if (part.order === 0) return [];
  try {
    const found = pagerank(part, { getEdgeWeight: 'weight', tolerance: 1e-9, maxIterations: 1000 });
    return Object.entries(found).map(([node, score]) => [Number(node), score]);
  } catch {
    return fail('graph.pageRank() found no steady state: choose fewer types, or another weight.');
  }
}

/** U. Brandes, 2001: on how many of the shortest paths between two others a node lies. Weights don't count. */
function* betweenness(part: Part, { step }: ProcedureEnvironment): Iterable<Score> {
  if (part.order === 0) return;
  const pathsFrom = createUnweightedIndexedBrandes(part);
  const nodes = part.nodes();
  const sums = new Float64Array(nodes.length);
  for (const source of nodes.keys()) {
    const [stack, before, paths] = pathsFrom(source);
    const shares = new Float64Array(nodes.length);
    while (stack.size > 0) {
      step();
      const node = stack.pop() as number;
      const share = (1 + (shares[node] as number)) / (paths[node] as number);
      for (const previous of before[node] as number[])
        shares[previous] = (shares[previous] as number) + (paths[previous] as number) * share;
      if (node !== source) sums[node] = (sums[node] as number) + (shares[node] as number);
    }
  }
  const isTwice = part.type === 'undirected';
  for (const [index, node] of nodes.entries())
    yield [Number(node), (sums[index] as number) / (isTwice ? 2 : 1)];
}

/** V. D. Blondel et al., 2008 (Louvain), without its random walk. */
function communities(part: Part): number[][] {
  if (part.size === 0) return part.nodes().map((node) => [Number(node)]);
  const found = louvain(part, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 });
  const groups = Map.groupBy(Object.keys(found), (node) => found[node]);
  return [...groups.values()].map((group) => group.map(Number));
}

/** Who can be reached from whom; in a directed part, both ways. */
function components(part: Part): number[][] {
  const groups = part.type === 'directed' ? stronglyConnectedComponents(part) : connectedComponents(part);
  return groups.map((group) => group.map(Number));
}

/** E. W. Dijkstra's, from both ends: one of the paths with the least sum of weights; no row where there is no path. */
function* lightestPath(
  [from = null, to = null, options = null]: readonly Inner[],
  environment: ProcedureEnvironment,
): Iterable<readonly Inner[]> {
  if (!(from instanceof NodeRef && to instanceof NodeRef)) return;
  const { snapshot } = environment;
  const part = partOf(options, false, environment);
  if (!part.hasNode(from.handle) || !part.hasNode(to.handle)) return;
  const nodes = bidirectional(part, String(from.handle), String(to.handle), 'least') as string[] | null;
  if (nodes === null) return;
  const edges = nodes.slice(1).map((node, i) => part.getEdgeAttributes(nodes[i], node));
  yield [
    new PathRef(
      nodes.map((node) => snapshot.node(Number(node))),
      edges.map(({ lightest }) => snapshot.relationship(lightest)),
    ),
    float(edges.reduce((sum, { least }) => sum + least, 0)),
  ];
}

/** A whole number is to stay a FLOAT. */
const float = (value: number): Inner => (Number.isInteger(value) ? new Float(value) : value);
