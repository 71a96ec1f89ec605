// The Neo4j store on a real server: what it keeps, what it leaves alone, what it refuses.
import { expect, test } from 'vitest';
import { fromDriver } from '../../../graph/store/neo4j/codec.ts';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import type { Batch, Store } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { batch, claim, line, mention, person, picture, Reference, report, sentences } from './records.ts';

void [fromDriver, Neo4jStore, mention, person, sentences];

async function rows(store: Store, query: string, options = {}): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for await (const row of (await store.run(query, options)).rows) found.push([...row]);
  return found;
}

/** The same picture, of what the database holds. */
async function held(store: Store): Promise<string[]> {
  const nodes = await rows(store, 'MATCH (n) WHERE NOT n:WiregraphVersion RETURN n');
  const edges = await rows(
    store,
    'MATCH (a)-[r]->(b) RETURN type(r), labels(a), a.id, labels(b), b.id, properties(r)',
  );
  void edges;
  const kinds = ['Document', 'Sentence', 'Entity', 'Claim'];
  const kind = (labels: unknown) => kinds.find((name) => (labels as string[]).includes(name));
  return [
    ...nodes
      .map(([n]) => n as { labels: unknown; properties: unknown })
      .map(({ labels, properties }) => line({ labels, properties })),
    ...edges.map(([type, from, fromId, to, toId, properties]) =>
      line({ type, from: `${kind(from)} ${fromId}`, to: `${kind(to)} ${toId}`, properties }),
    ),
  ].sort((a, b) => (a < b ? -1 : 1));
}

describeOnNeo4j('the Neo4j store', (database) => {
  test('holds what shape.ts says', async () => {
    const store = await database.emptyStore();
    const put: Batch = batch(
      report('a', { publisher: 'Nordwire', publishedAt: '2025-05-19' }),
      claim('a', 'putin CALLED trump', {
        speakers: [{ entity: 'peskov', text: 'Peskov' }],
        about: 'call',
        confidence: 0.5,
      }),
    );
    const reference = new Reference();
    reference.write({ put });
    await store.write({ put });
    expect(await held(store)).toEqual(picture(reference.graph()));
    await store.write({ put });
    expect(await held(store)).toEqual(picture(reference.graph()));
    await store.write({ remove: { documents: ['a'] } });
    expect(await held(store)).toEqual([]);
  });
});
