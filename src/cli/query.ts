// wiregraph query: Cypher → a table, or JSON a row.
import type { Command } from 'commander';
import { CypherError } from '../../graph/cypher/errors.ts';
import type { Parameters, Row, Value } from '../../graph/cypher/values.ts';
import { oneLine } from './printable.ts';
import { questionNamed } from './questions.ts';
import { type Column, table } from './table.ts';
import { credentialsHelp, isAddress, openTarget } from './target.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { jsonRow, shown } from './value.ts';

interface Options {
  readonly json?: boolean;
  readonly param?: Parameters;
  readonly question?: string;
  readonly database?: string;
  readonly write?: boolean;
  readonly deadline?: number;
  readonly rows?: number;
}

export function addQuery(program: Command, terminal: Terminal): void {
  program
    .command('query')
    .description('ask a graph in Cypher')
    .argument('<graph>', 'a .graph file, or the address of a Neo4j that holds one')
    .argument('[cypher]', 'the question')
    .option('--question <name>', 'one of those that `wiregraph questions` lists, instead of Cypher')
    .option('--json', 'one JSON object a row')
    .option('--param <name=value>', 'what $name stands for: JSON where it is JSON, else text', parameter)
    .option('--deadline <seconds>', 'stop a query that takes longer', positive('--deadline'))
    .option('--rows <number>', 'stop a query that has more rows', positive('--rows'))
    .option('--database <name>', "of a Neo4j, the database; the server's default by default")
    .option('--write', 'let the query change a Neo4j; a .graph file it never changes')
    .addHelpText('after', examples)
    .action(async (target: string, cypher: string | undefined, options: Options) => {
      const asked = questionOf(cypher, options);
      const { write = false, deadline, rows: most, database } = options;
      if (write && !isAddress(target))
        throw new UsageError(
          `--write is for a Neo4j. What changes ${target} is build, remove, and decisions (merge, reject …).`,
        );
      const store = await openTarget(target, database);
      try {
        const { columns, rows, hints } = await store
          .run(asked.cypher, {
            parameters: asked.parameters,
            mode: write ? 'write' : 'read',
            ...(deadline === undefined ? {} : { deadline: 1000 * deadline }),
            ...(most === undefined ? {} : { rows: most }),
          })
          .catch(refuseWriting);
        await (options.json ? printJson : printTable)(columns, rows, terminal);
        for (const hint of hints?.() ?? []) terminal.tell(oneLine(hint));
      } finally {
        await store.close();
      }
    });
}

/** A query that writes is told what does. */
function refuseWriting(error: unknown): never {
  if (!(error instanceof CypherError) || error.code !== 'AccessMode') throw error;
  throw new UsageError(
    'query only reads, and this one writes. What changes a .graph file is build, remove, and decisions (merge, reject …): `wiregraph help` lists them.',
    { cause: error },
  );
}

const examples = `
Examples:
  wiregraph query ceasefire.graph "MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents"
  wiregraph query ceasefire.graph 'MATCH (p:Person {name: $name})-[r]->(b) RETURN r, b' --param name="Lena Holt"
  wiregraph query ceasefire.graph "MATCH (c:Claim) RETURN c.quote LIMIT 5" --json
  wiregraph query ceasefire.graph --question timeline-of-one --param name=Holt
  wiregraph query bolt://localhost:7687 "MATCH (d:Document) RETURN d.title"

Queries only read: build, remove and decisions (merge, reject …) are what changes a .graph file.
A relation also stands for what is denied or only planned: {asserted: true} asks for what a careful reader would repeat.
A Neo4j is asked in a read-only transaction, unless --write is given.
${credentialsHelp.trim()}`;

/** Cypher, or a question that has it; its parameters have to be given. */
function questionOf(
  cypher: string | undefined,
  { question, param = {} }: Options,
): { readonly cypher: string; readonly parameters: Parameters } {
  if ((cypher === undefined) === (question === undefined))
    throw new UsageError(
      'query takes one question: Cypher, or --question NAME. `wiregraph questions` lists names.',
    );
  if (question === undefined) return { cypher: cypher ?? '', parameters: param };
  const { parameters, ...found } = questionNamed(question);
  const missing = parameters.filter(({ name }) => !(name in param));
  if (missing.length > 0)
    throw new UsageError(
      `${question} needs ${missing.map(({ name, means }) => `$${name}, ${means}`).join(' and ')}: add ${missing
        .map(({ name, value }) => `--param ${name}="${value}"`)
        .join(' ')} with what you look for.`,
    );
  return { cypher: found.cypher, parameters: param };
}

const positive = (option: string) => (text: string) => {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0) return value;
  throw new UsageError(`${option} ${text} is no number. Write it as ${option} 10.`);
};

function parameter(text: string, before: Parameters = {}): Parameters {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0));
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    throw new UsageError(
      `--param ${text} is no name=value. Write it as --param name="Lena Holt" or --param limit=5.`,
    );
  return { ...before, [name]: parameterValue(text.slice(at + 1)) };
}

function parameterValue(text: string): Value {
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text))) return BigInt(text);
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

type Print = (columns: readonly string[], rows: AsyncIterable<Row>, terminal: Terminal) => Promise<void>;

const printJson: Print = async (columns, rows, terminal) => {
  for await (const row of rows) await terminal.print(`${jsonRow(columns, row)}\n`);
};

/** All rows are needed before the first can be printed: the widest word decides. */
const printTable: Print = async (names, rows, terminal) => {
  const values: Row[] = [];
  for await (const row of rows) values.push(row);
  const columns = names.map((name, i): Column => {
    const isNumeric =
      values.length > 0 && values.every((row) => ['number', 'bigint'].includes(typeof row[i]));
    return { title: oneLine(name), align: isNumeric ? 'right' : 'left' };
  });
  const cells = values.map((row) => row.map(shown));
  const lines = table(columns, cells, { width: terminal.columns, style: terminal.colors.dim });
  await terminal.print(lines.map((line) => `${line}\n`).join(''));
  terminal.tell(`${values.length} row${values.length === 1 ? '' : 's'}`);
};
