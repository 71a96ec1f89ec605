// One question inside a transaction, its rows as our values. What read-back.ts and write.ts are built on.
import type { ManagedTransaction } from 'neo4j-driver';
import type { MapValue } from '../../cypher/values.ts';
import { fromDriver, mapToDriver } from './codec.ts';

/** Runs a statement of our own and gives its rows, whose type the caller states: it wrote the RETURN. */
export type Ask = <Row = MapValue>(cypher: string, parameters?: MapValue) => Promise<Row[]>;

/** The way to ask within a transaction. */
export const asking =
  (transaction: ManagedTransaction): Ask =>
  async <Row>(cypher: string, parameters: MapValue = {}) => {
    const { records } = await transaction.run(cypher, mapToDriver(parameters));
    return records.map(
      (record) =>
        Object.fromEntries(record.keys.map((key) => [key, fromDriver(record.get(key))])) as unknown as Row,
    );
  };

/** Runs a statement over `$rows`, 1,000 at a time, and gives the rows of all; does nothing where there are none. */
export async function askForEach<Row = MapValue>(
  ask: Ask,
  cypher: string,
  rows: readonly MapValue[string][],
): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < rows.length; from += batchSize)
    found.push(...(await ask<Row>(cypher, { rows: rows.slice(from, from + batchSize) })));
  return found;
}

const batchSize = 1000;
