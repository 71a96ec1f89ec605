// The same graph in Ladybug, an embedded database with a Cypher of its own, where it is installed: it is no dependency
// (`npm i --no-save @ladybugdb/core`, or LADYBUG=path of its index.mjs).
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parameters } from '../graph/cypher/values.ts';
import { type BenchGraph, relationTypes } from './graph.ts';

export interface Ladybug {
  ask(text: string, parameters: Parameters): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Ladybug with the graph in memory; or why there is none. */
export async function openLadybug(records: BenchGraph): Promise<Ladybug | string> {
  const { default: library } = await import(process.env.LADYBUG ?? '@ladybugdb/core').catch(() => ({
    default: null,
  }));
  if (library === null)
    return 'Ladybug is not installed: its column stays empty (npm i --no-save @ladybugdb/core).';
  const database = new library.Database(':memory:');
  const connection = new library.Connection(database);
  await load(records, (text) => connection.query(text));
  return {
    ask: async (text, parameters) => {
      const prepared = await connection.prepare(text);
      const result = await connection.execute(prepared, parameters);
      return (await result.getAll()).map((row: object) => Object.values(row));
    },
    close: async () => {
      await connection.close();
      await database.close();
    },
  };
}

/** Names are the primary key, so that they are looked up in an index. */
async function load({ nodes, edges }: BenchGraph, query: (text: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ladybug-'));
  const copy = async (table: string, rows: readonly (readonly unknown[])[]) => {
    const path = join(folder, `${table}.csv`);
    await writeFile(path, rows.map((row) => row.join(',')).join('\n'));
    await query(`COPY ${table} FROM '${path}'`);
  };
  const key = new Map(nodes.map(({ id, properties }) => [id, properties.name ?? id]));
  await query('CREATE NODE TABLE Entity(name STRING PRIMARY KEY, id STRING)');
  await query('CREATE NODE TABLE Document(id STRING PRIMARY KEY, publisher STRING, publishedAt STRING)');
  await query('CREATE REL TABLE MENTIONED_IN(FROM Entity TO Document, count INT64)');
  for (const type of relationTypes)
    await query(`CREATE REL TABLE ${type}(FROM Entity TO Entity, claims INT64)`);
  const [entities, documents] = [true, false].map((isEntity) =>
    nodes.filter(({ labels }) => labels.includes('Entity') === isEntity).map(({ properties }) => properties),
  );
  await copy(
    'Entity',
    (entities ?? []).map(({ name, id }) => [name, id]),
  );
  await copy(
    'Document',
    (documents ?? []).map(({ id, publisher, publishedAt }) => [id, publisher, `"${publishedAt}"`]),
  );
  for (const type of ['MENTIONED_IN', ...relationTypes])
    await copy(
      type,
      edges
        .filter((edge) => edge.type === type)
        .map(({ from, to, properties }) => [key.get(from), key.get(to), ...Object.values(properties)]),
    );
  await rm(folder, { recursive: true });
}
