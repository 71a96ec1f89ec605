// What the TCK's cases are tried on: a graph that can be asked and looked at. Here the one in memory.
import { MultiDirectedGraph } from 'graphology';
import type { Procedure } from '../../graph/cypher/procedures.ts';
import type { Parameters, Row, Value } from '../../graph/cypher/values.ts';
import { cypher } from '../../graph/store/graphology.ts';
import { canonicalValue } from './cells.ts';

export type Outcome =
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly rows: readonly Row[] }
  /** `phase` is null where it can't be told; then the kind of error doesn't count either. */
  | { readonly kind: 'error'; readonly phase: 'compile time' | 'runtime' | null; readonly error: unknown };

/** What a graph holds, in the terms of side effects, each thing as one string. */
export type Standing = ReadonlyMap<'nodes' | 'relationships' | 'properties' | 'labels', ReadonlySet<string>>;

export interface Ground {
  run(query: string, parameters: Parameters, procedures: readonly Procedure[]): Promise<Outcome>;
  standing(): Promise<Standing>;
}

export const nothing: Standing = new Map();

/** An empty graphology graph. */
export function memoryGround(): Ground {
  const graph = new MultiDirectedGraph();
  return {
    standing: async () => standingOf(graph),
    run: async (query, parameters, procedures) => {
      let answer: ReturnType<typeof cypher>;
      try {
        answer = cypher(graph, query, parameters, { mode: 'write', procedures });
      } catch (error) {
        return { kind: 'error', phase: 'compile time', error };
      }
      try {
        return { kind: 'rows', columns: answer.columns, rows: await Array.fromAsync(answer.rows) };
      } catch (error) {
        return { kind: 'error', phase: 'runtime', error };
      }
    },
  };
}

function standingOf(graph: MultiDirectedGraph): Standing {
  const properties = new Set<string>();
  const labels = new Set<string>();
  const note = (key: string, { labels: _, type: __, ...rest }: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(rest))
      properties.add(JSON.stringify([key, name, canonicalValue(value as Value)]));
  };
  graph.forEachNode((key, attributes) => {
    note(`n${key}`, attributes);
    for (const label of attributes.labels) labels.add(label);
  });
  graph.forEachEdge((key, attributes) => note(`r${key}`, attributes));
  return new Map([
    ['nodes', new Set(graph.nodes())],
    ['relationships', new Set(graph.edges())],
    ['properties', properties],
    ['labels', labels],
  ] as const);
}
