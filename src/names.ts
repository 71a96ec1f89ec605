// A list of names that a person brings, as CSV → rows, and what is wrong with the others. What a list does to a graph is
// resolve's matter.
import { z } from 'zod';
import { ListedName } from './decision.ts';
import type { Failure } from './read/reader.ts';
import { idOfName, wordsOf } from './resolve/name.ts';

/** What a list holds. */
export interface Names {
  readonly names: readonly ListedName[];
  /** A row that is left out, or an alias that two rows claim and that counts for neither: with its line and what stands there. */
  readonly failures: readonly Failure[];
}

/** A list can't be read as a whole. The message says where, and what to write instead. */
export class NamesError extends Error {
  override readonly name = 'NamesError';
}

/**
 * Reads a list: CSV with the columns name, aliases (between semicolons), type (Person, Organization, Place or Topic), id and
 * wikidataId, of which name and type are needed. `file` is named in messages. *Errors*: `NamesError`.
 */
export async function readNames(text: string, file: string): Promise<Names> {
  const failures: Failure[] = [];
  const tell = (line: number, what: string) =>
    failures.push({ stage: 'read', source: file, reason: `${file}, line ${line}: ${what}` });
  const good: Row[] = [];
  const lineOfId = new Map<string, number>();
  for (const { record, line } of await rowsOf(text, file)) {
    const result = Columns.safeParse(record);
    const problem = result.success ? undefined : problemOf(result.error, record);
    const id = result.success ? (result.data.id ?? idOfName(result.data.type, result.data.name)) : '';
    const earlier = lineOfId.get(id);
    if (problem !== undefined) tell(line, problem);
    else if (earlier !== undefined)
      tell(
        line,
        `${id} is the id of line ${earlier} already. Give each row an id of its own, or make one of both.`,
      );
    else {
      good.push({ ...(result.data as ListedName), line });
      lineOfId.set(id, line);
    }
  }
  tellShared(good, tell);
  return { names: good.map(({ line: _, ...row }) => row), failures };
}

/** A row of the list with the line that it begins on. */
type Row = ListedName & { readonly line: number };

async function rowsOf(
  text: string,
  file: string,
): Promise<{ record: Record<string, string>; line: number }[]> {
  // Loaded here: only who has a list waits for it.
  const { parse } = await import('csv-parse/sync');
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim()),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    throw new NamesError(`${file} is no CSV: ${(error as Error).message}. Mend it there.`, { cause: error });
  }
  const [first] = rows;
  const missing = ['name', 'type'].find((column) => first !== undefined && !(column in first.record));
  if (missing !== undefined)
    throw new NamesError(
      `${file} has no column ${missing}. Its first line names the columns: name,aliases,type,id,wikidataId.`,
    );
  return rows.map(({ record, info }) => ({ record, line: info.lines }));
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const Columns = z
  .object({
    name: ListedName.shape.name,
    type: ListedName.shape.type,
    aliases: z.string().optional(),
    id: optional(z.string()),
    wikidataId: optional(z.string().regex(/^Q\d+$/)),
  })
  .transform(
    ({ name, type, aliases = '', id, wikidataId }): ListedName => ({
      name,
      type,
      aliases: aliases
        .split(';')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      ...(id === undefined ? {} : { id }),
      ...(wikidataId === undefined ? {} : { wikidataId }),
    }),
  );

function problemOf(error: z.ZodError, record: Readonly<Record<string, string>>): string {
  const column = String(error.issues[0]?.path[0] ?? 'name');
  const value = JSON.stringify(record[column] ?? '');
  switch (column) {
    case 'type':
      return `the type ${value} is none of Person, Organization, Place and Topic. Give it one of these.`;
    case 'wikidataId':
      return `the wikidataId ${value} is none: it is a Q and a number, as Q42. Mend it, or leave it empty.`;
    default:
      return `the ${column} ${value} can't be used. Give the row a name.`;
  }
}

/** Names that two rows claim are nobody's; see `listNames`. */
function tellShared(rows: readonly Row[], tell: (line: number, what: string) => void): void {
  const claimed = new Map<string, Row>();
  for (const row of rows)
    for (const name of [row.name, ...row.aliases]) {
      const key = wordsOf(name).join(' ');
      const other = claimed.get(key);
      if (other === undefined) claimed.set(key, row);
      else if (other !== row)
        tell(
          row.line,
          `${JSON.stringify(name)} is claimed by ${other.name} on line ${other.line} as well, so it counts for neither. Take it out of one.`,
        );
    }
}
