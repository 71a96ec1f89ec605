// What a Neo4j store holds and answers, in a form that can be compared.
import { compare } from '../../../graph/model.ts';
import { nodeKinds } from '../../../graph/store/shape.ts';
import type { RunOptions, Store } from '../../../graph/store/store.ts';
import { line } from './records.ts';

/** All rows of a query. */
export async function rows(store: Store, query: string, options: RunOptions = {}): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for await (const row of (await store.run(query, options)).rows) found.push([...row]);
  return found;
}

/** The `picture` of a store: every node and relationship, except the node that says the version. */
export async function held(store: Store): Promise<string[]> {
  const nodes = await rows(
    store,
    'MATCH (n) WHERE NOT n:WiregraphVersion AND NOT n:WiregraphNote AND NOT n:WiregraphTests AND NOT n:WiregraphForeign RETURN n',
  );
  const relationships = await rows(
    store,
    'MATCH (a)-[r]->(b) RETURN type(r), labels(a), a.id, labels(b), b.id, properties(r)',
  );
  return [
    ...nodes.map(([node]) => {
      const { labels, properties } = node as { labels: unknown; properties: unknown };
      return line({ labels, properties });
    }),
    ...relationships.map(([type, from, fromId, to, toId, properties]) =>
      line({ type, from: `${kind(from)} ${fromId}`, to: `${kind(to)} ${toId}`, properties }),
    ),
  ].sort(compare);
}

const kind = (labels: unknown) => nodeKinds.find((name) => (labels as string[]).includes(name));
