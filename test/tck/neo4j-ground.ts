// A real Neo4j to try the TCK's cases on. It knows none of the procedures that the TCK makes up.

import type { Parameters, Row, Value } from '../../graph/cypher/values.ts';
import { Neo4jStore } from '../../graph/store/neo4j/index.ts';
import type { Login } from '../neo4j/server.ts';
import { canonicalValue } from './cells.ts';
import type { Ground, Outcome, Standing } from './ground.ts';

/** A database that holds nothing else: each call of `empty` takes everything out of it. */
export interface Neo4jGrounds {
  empty(): Promise<Ground>;
  close(): Promise<void>;
}

export async function neo4jGrounds(login: Login): Promise<Neo4jGrounds> {
  const store = await Neo4jStore.open(login);
  const rowsOf = async (query: string, parameters: Parameters = {}) => {
    const { columns, rows } = await store.run(query, { parameters, mode: 'write' });
    return { columns, rows: await Array.fromAsync(rows) };
  };
  const run = async (query: string, parameters: Parameters): Promise<Outcome> => {
    try {
      return { kind: 'rows', ...(await rowsOf(query, parameters)) };
    } catch (error) {
      return { kind: 'error', phase: null, error };
    }
  };
  const standing = async (): Promise<Standing> => {
    const nodes = (await rowsOf('MATCH (n) RETURN elementId(n), properties(n), labels(n)')).rows;
    const edges = (await rowsOf('MATCH ()-[r]->() RETURN elementId(r), properties(r)')).rows;
    return new Map([
      ['nodes', new Set(nodes.map(([id]) => String(id)))],
      ['relationships', new Set(edges.map(([id]) => String(id)))],
      ['properties', new Set([...nodes.flatMap(propertiesOf('n')), ...edges.flatMap(propertiesOf('r'))])],
      ['labels', new Set(nodes.flatMap(([, , labels]) => labels as string[]))],
    ] as const);
  };
  return {
    empty: async () => {
      await rowsOf('MATCH (n) DETACH DELETE n');
      return { run, standing };
    },
    close: () => store.close(),
  };
}

const propertiesOf =
  (kind: string) =>
  ([id, properties]: Row): string[] =>
    Object.entries(properties as Record<string, Value>).map(([key, value]) =>
      JSON.stringify([kind, id, key, canonicalValue(value)]),
    );
