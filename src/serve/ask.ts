// A viewer's question to a store through the server: only reading, within limits, and nothing that reaches beyond the graph.
import type { Handler } from 'hono';
import { z } from 'zod';
import { plain } from '../../graph/api/plain.ts';
import { CypherError } from '../../graph/cypher/errors.ts';
import { parse } from '../../graph/cypher/parser.ts';
import type { Parameters } from '../../graph/cypher/values.ts';
import { QueryStopped, type Store, StoreError } from '../../graph/store/store.ts';

/** What the viewer may ask. */
export interface AskLimits {
  /** Milliseconds. */
  readonly deadline: number;
  readonly rows: number;
}

/** Procedures that read the graph and nothing else: no file, no address, no other database. */
const allowed: ReadonlySet<string> = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.visualization',
  'db.schema.nodetypeproperties',
  'db.schema.reltypeproperties',
  'db.index.fulltext.querynodes',
]);

const GivenParameters = z.record(z.string(), z.json());

/**
 * Answers `?cypher=…&parameters={…}` with `{columns, rows, hints}`, values as `plain` makes them. What our own parser doesn't know
 * (LOAD CSV, USE, anything that isn't a query) is refused with what is wrong and where, and so is a procedure that isn't on
 * the list.
 */
export function askHandler(store: Store, { deadline, rows }: AskLimits): Handler {
  return async (context) => {
    const cypher = context.req.query('cypher') ?? '';
    try {
      refuseOthers(cypher);
      const parameters = GivenParameters.parse(
        JSON.parse(context.req.query('parameters') ?? '{}'),
      ) as Parameters;
      const signal = context.req.raw.signal;
      const result = await store.run(cypher, { parameters, mode: 'read', deadline, rows, signal });
      const found: unknown[] = [];
      for await (const row of result.rows) found.push(row.map(plain));
      const hints = result.hints?.() ?? [];
      const body = JSON.stringify({ columns: result.columns, rows: found, hints }, (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      return context.body(body, 200, { 'content-type': 'application/json; charset=utf-8' });
    } catch (error) {
      const [status, place] = isOurs(error);
      return context.json(
        { error: error instanceof Error ? error.message : String(error), ...place },
        status,
      );
    }
  };
}

function isOurs(error: unknown): [400 | 408 | 502 | 500, object] {
  if (error instanceof CypherError) return [400, { position: error.position }];
  if (error instanceof QueryStopped) return [408, {}];
  if (error instanceof StoreError) return [502, {}];
  return error instanceof SyntaxError || error instanceof z.ZodError ? [400, {}] : [500, {}];
}

/** Errors: `CypherError`, `StoreError`. */
function refuseOthers(cypher: string): void {
  for (const name of calledBy(parse(cypher)))
    if (!allowed.has(name.toLowerCase()))
      throw new StoreError(
        `Through the viewer only procedures that read the graph can be called, and ${name} is none of ${[...allowed].join(', ')}.`,
      );
}

function* calledBy(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  if ('kind' in part && part.kind === 'procedureCall' && 'name' in part) yield String(part.name);
  for (const inner of Object.values(part)) yield* calledBy(inner);
}
