// Query behaviour as text: reports, a query, the rows. Every scenario is run on every store.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Float, Node, Path, Relationship, type Value } from '../../graph/cypher/values.ts';
import type { Store } from '../../graph/store/store.ts';
import { graph } from '../graph/builder.ts';

interface Scenario {
  readonly name: string;
  /** Reports as `test/graph/builder.ts` takes them. */
  readonly reports: readonly string[];
  readonly query: string;
  /** Names of columns, then rows, as Cypher writes their values. */
  readonly table: readonly (readonly string[])[];
}

/** Tests of every scenario on a store; `makeStore` gives an empty one for each file. */
export function scenarioContract(name: string, makeStore: () => Promise<Store>): void {
  const folder = import.meta.dirname;
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith('.txt'))
    .sort())
    describe(`${name}, ${file}:`, () => {
      let reports: readonly string[] = [];
      let store: Store | undefined;
      const holding = async (wanted: readonly string[]): Promise<Store> => {
        if (store !== undefined && wanted.join() === reports.join()) return store;
        await store?.close();
        store = await makeStore();
        reports = wanted;
        await store.write({ put: graph(...wanted) });
        return store;
      };
      test.each(read(readFileSync(join(folder, file), 'utf8')))('$name', async (scenario) => {
        const { columns, rows } = await (await holding(scenario.reports)).run(scenario.query);
        const found: string[][] = [];
        for await (const row of rows) found.push(row.map(written));
        const [head, ...expected] = scenario.table;
        expect(columns).toEqual(head);
        if (/\bORDER BY\b/i.test(scenario.query)) expect(found).toEqual(expected);
        else expect(sorted(found)).toEqual(sorted(expected));
      });
    });
}

const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(' | ')).sort();

/**
 * Scenarios of a text. `# name` begins one; `(…` lines are reports, which hold for all that follow until others come;
 * `|` lines are the table; the lines between are the query. Lines with `--` before anything else are remarks.
 */
function read(text: string): Scenario[] {
  let reports: string[] = [];
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n').filter((line) => !line.startsWith('--'));
      const own = lines.filter((line) => line.startsWith('('));
      if (own.length > 0) reports = own;
      const table = lines
        .filter((line) => line.startsWith('|'))
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        );
      const query = lines
        .filter((line) => !/^[(|]/.test(line))
        .join('\n')
        .trim();
      return { name, reports, query, table };
    });
}

/** A value as Cypher writes it; nodes by name, relationships by type, labels and keys in the order of the alphabet. */
export function written(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof Float) return `${value.value}.0`;
  if (value instanceof Node)
    return `(${value.properties.name ?? value.properties.id}:${[...value.labels].sort().join(':')})`;
  if (value instanceof Relationship) return `[:${value.type}]`;
  if (value instanceof Path)
    return value.nodes.map((node, i) => written(node) + step(value.relationships[i], node)).join('');
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).sort();
  return `{${entries.map(([key, item]) => `${key}: ${written(item)}`).join(', ')}}`;
}

function step(relationship: Relationship | undefined, from: Node): string {
  if (relationship === undefined) return '';
  return relationship.start === from.id ? `-${written(relationship)}->` : `<-${written(relationship)}-`;
}
