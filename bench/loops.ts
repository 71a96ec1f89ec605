// What whoever has no query language would write by hand over graphology: one function for each question of the table.
// Each gives its rows, so that they can be compared with the engine's.
import type { MultiDirectedGraph } from 'graphology';

export type Rows = readonly (readonly (string | number | null)[])[];

/** With a map by name at hand. */
export const pointLookup = (byName: ReadonlyMap<string, string>, name: string): Rows => {
  const id = byName.get(name);
  return id === undefined ? [] : [[id]];
};

export function scanLookup(graph: MultiDirectedGraph, name: string): Rows {
  const rows: string[][] = [];
  graph.forEachNode((id, attributes) => {
    if ((attributes.name as string | undefined)?.startsWith(name)) rows.push([id]);
  });
  return rows;
}

export function oneHop(graph: MultiDirectedGraph, from: string): Rows {
  const rows: string[][] = [];
  graph.forEachOutEdge(from, (_edge, { type }, _source, _target, _from, to) => {
    if (type === 'MET') rows.push([to.name as string]);
  });
  return rows;
}

export function twoHops(graph: MultiDirectedGraph, from: string): Rows {
  const found = new Set<string>();
  graph.forEachOutEdge(from, (first, { type }, _source, middle) => {
    if (type !== 'MET') return;
    graph.forEachOutEdge(middle, (second, attributes, _middle, end) => {
      if (attributes.type === 'MET' && second !== first) found.add(end);
    });
  });
  return [[found.size]];
}

/** Breadth first: who is at most three hops away. */
export function threeHops(graph: MultiDirectedGraph, from: string): Rows {
  const found = new Set<string>();
  let level = [from];
  for (let steps = 0; steps < 3; steps++) {
    const next: string[] = [];
    for (const node of level)
      graph.forEachOutEdge(node, (_edge, { type }, _source, target) => {
        if (type !== 'MET' || found.has(target)) return;
        found.add(target);
        next.push(target);
      });
    level = next;
  }
  return [[found.size]];
}

/** Breadth first from both ends: the length. */
export function shortestPath(graph: MultiDirectedGraph, from: string, to: string): Rows {
  let [near, far] = [new Map([[from, 0]]), new Map([[to, 0]])];
  let [nearLevel, farLevel] = [[from], [to]];
  while (nearLevel.length > 0 && farLevel.length > 0) {
    if (nearLevel.length > farLevel.length) {
      [near, far] = [far, near];
      [nearLevel, farLevel] = [farLevel, nearLevel];
    }
    const next: string[] = [];
    let best = Number.POSITIVE_INFINITY;
    for (const node of nearLevel) {
      const length = (near.get(node) as number) + 1;
      graph.forEachEdge(node, (_edge, { type }, source, target) => {
        if (type === 'MENTIONED_IN') return;
        const other = source === node ? target : source;
        const met = far.get(other);
        if (met !== undefined) best = Math.min(best, length + met);
        if (near.has(other)) return;
        near.set(other, length);
        next.push(other);
      });
    }
    if (best < Number.POSITIVE_INFINITY) return [[best]];
    nearLevel = next;
  }
  return [];
}

export function filterGroupTop(graph: MultiDirectedGraph, since: string): Rows {
  const counts = new Map<string, number>();
  graph.forEachEdge((_edge, { type, count }, source, _target, _from, to) => {
    if (type !== 'MENTIONED_IN' || (count as number) < 2 || (to.publishedAt as string) < since) return;
    counts.set(source, (counts.get(source) ?? 0) + 1);
  });
  return [...counts]
    .map(([id, count]) => [graph.getNodeAttribute(id, 'name') as string, count] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 10);
}

export function contains(graph: MultiDirectedGraph, part: string): Rows {
  const rows: [string][] = [];
  graph.forEachNode((_id, { labels, name }) => {
    if ((labels as string[]).includes('Entity') && (name as string).includes(part))
      rows.push([name as string]);
  });
  return rows.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 50);
}

export function triangles(graph: MultiDirectedGraph): Rows {
  let count = 0;
  graph.forEachNode((a) => {
    graph.forEachOutEdge(a, (first, one, _a, b) => {
      if (one.type !== 'MET') return;
      graph.forEachOutEdge(b, (second, two, _b, c) => {
        if (two.type !== 'MET' || second === first) return;
        if (!graph.hasDirectedEdge(c, a)) return;
        for (const third of graph.directedEdges(c, a)) {
          if (third === first || third === second) continue;
          if (graph.source(third) === c && graph.getEdgeAttribute(third, 'type') === 'MET') count += 1;
        }
      });
    });
  });
  return [[count]];
}
