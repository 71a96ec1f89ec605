// The graph that Cypher's speed is measured on: made by chance from a seed, nothing of it read from anywhere.
import type { MultiDirectedGraph } from 'graphology';
import { emptyGraph } from '../graph/store/empty-graph.ts';

/** How many of each there are: what the table of `bench/cypher.ts` is about. */
export const sizes = { entities: 70_000, articles: 30_000, mentions: 300_000, relations: 200_000 } as const;

export const relationTypes = ['CALLED', 'MET', 'CRITICISED', 'VISITED'] as const;

export interface BenchNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, string | number>>;
}

export interface BenchEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, string | number>>;
}

export interface BenchGraph {
  readonly nodes: readonly BenchNode[];
  readonly edges: readonly BenchEdge[];
}

/** The same graph for the same seed: degrees follow a power law, the first entities being those of whom all speak. */
export function benchGraph(seed = 8): BenchGraph {
  const random = mulberry(seed);
  const whole = (below: number) => Math.floor(random() * below);
  /** Low numbers far more often than high ones. */
  const famous = (below: number) => Math.floor(below * random() ** 2.5);
  const pick = <T>(items: readonly T[]): T => items[whole(items.length)] as T;
  const nodes: BenchNode[] = [];
  for (let i = 0; i < sizes.entities; i++) {
    const name = `${pick(firsts)} ${pick(lasts)}${pick(endings)} ${i}`;
    nodes.push({
      id: `e${i}`,
      labels: ['Entity', i % 3 === 0 ? 'Organization' : 'Person'],
      properties: { id: `e${i}`, name },
    });
  }
  for (let i = 0; i < sizes.articles; i++)
    nodes.push({
      id: `d${i}`,
      labels: ['Document'],
      properties: {
        id: `d${i}`,
        publisher: `Paper ${famous(200)}`,
        publishedAt: `2024-${two(1 + whole(12))}-${two(1 + whole(28))}`,
      },
    });
  const edges: BenchEdge[] = [];
  for (let i = 0; i < sizes.mentions; i++)
    edges.push({
      id: `m${i}`,
      type: 'MENTIONED_IN',
      from: `e${famous(sizes.entities)}`,
      to: `d${whole(sizes.articles)}`,
      properties: { count: 1 + whole(5) },
    });
  for (let i = 0; i < sizes.relations; i++)
    edges.push({
      id: `r${i}`,
      type: pick(relationTypes),
      from: `e${famous(sizes.entities)}`,
      to: `e${famous(sizes.entities)}`,
      properties: { claims: 1 + whole(20) },
    });
  return { nodes, edges };
}

/** As a graphology graph, made as MemoryStore makes its own; labels in `labels`, types in `type`. */
export function graphologyOf({ nodes, edges }: BenchGraph): MultiDirectedGraph {
  const graph = emptyGraph();
  for (const { id, labels, properties } of nodes) graph.addNode(id, { labels, ...properties });
  for (const { id, type, from, to, properties } of edges)
    graph.addEdgeWithKey(id, from, to, { type, ...properties });
  return graph;
}

const firsts = ['Ada', 'Bruno', 'Chika', 'Dario', 'Elin', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jun'];
const lasts = ['Ander', 'Berg', 'Castel', 'Dorn', 'Elk', 'Fern', 'Gold', 'Holt', 'Iver', 'Jarn'];
const endings = ['', 'son', 'mann', 'stad', 'ova', 'ini', 'wood', 'ley', 'sen', 'ski'];

const two = (number: number): string => String(number).padStart(2, '0');

/** Source: Tommy Ettinger's mulberry32. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
