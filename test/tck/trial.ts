// Tries one case of the TCK, and says what is wrong, if anything. On what it is tried, ground.ts says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CypherError } from '../../graph/cypher/errors.ts';
import type { Inner } from '../../graph/cypher/inner.ts';
import type { Procedure } from '../../graph/cypher/procedures.ts';
import type { Parameters, Value } from '../../graph/cypher/values.ts';
import { type Case, type Step, tckFolder } from './cases.ts';
import { canonicalCell, canonicalValue, type ListOrder, valueOfCell } from './cells.ts';
import { type Ground, nothing, type Outcome, type Standing } from './ground.ts';

/** Null where the case passes; else the first thing that is not as it should be. `ground` is empty at first. */
export async function trialOf({ steps }: Case, ground: Ground): Promise<string | null> {
  const trial = new Trial(ground);
  for (const step of steps) {
    const problem = await trial.take(step);
    if (problem !== null) return problem;
  }
  return null;
}

class Trial {
  readonly #ground: Ground;
  readonly #procedures: Procedure[] = [];
  #parameters: Parameters = {};
  #before: Standing = nothing;
  #outcome: Outcome = { kind: 'rows', columns: [], rows: [] };

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async take(step: Step): Promise<string | null> {
    const { sentence, text, table } = step;
    if (/^an(y| empty) graph$/.test(sentence)) return null;
    const named = /^the (.*) graph$/.exec(sentence)?.[1];
    if (named !== undefined)
      return this.#prepare(readFileSync(join(tckFolder, 'graphs', named, `${named}.cypher`), 'utf8'));
    if (sentence === 'having executed:') return this.#prepare(text ?? '');
    if (sentence === 'parameters are:') {
      this.#parameters = Object.fromEntries(table.map(([name = '', cell = '']) => [name, valueOfCell(cell)]));
      return null;
    }
    if (sentence.startsWith('there exists a procedure ')) {
      this.#procedures.push(procedureOf(sentence, table));
      return null;
    }
    if (/^executing (control )?query:$/.test(sentence)) {
      this.#before = await this.#ground.standing();
      this.#outcome = await this.#run(text ?? '');
      return null;
    }
    const expected =
      /^the result should be(, in order|, in any order)?( \(ignoring element order for lists\))?:$/.exec(
        sentence,
      );
    if (expected !== null)
      return this.#rowsAre(
        table,
        expected[1] === ', in order',
        expected[2] === undefined ? 'kept' : 'ignored',
      );
    if (sentence === 'the result should be empty') return this.#rowsAre([], false, 'kept');
    if (sentence === 'no side effects') return this.#changesAre([]);
    if (sentence === 'the side effects should be:') return this.#changesAre(table);
    const error = /^an? (\w+) should be raised at (compile time|runtime|any time): (.*)$/.exec(sentence);
    if (error !== null) return this.#failed(error[1] as string, error[2] as string);
    return `no one knows the step "${sentence}"`;
  }

  async #prepare(query: string): Promise<string | null> {
    const outcome = await this.#run(query);
    return outcome.kind === 'error' ? `preparing failed: ${messageOf(outcome.error)}` : null;
  }

  #run(query: string): Promise<Outcome> {
    return this.#ground.run(query, this.#parameters, this.#procedures);
  }

  #rowsAre(table: Step['table'], isOrdered: boolean, lists: ListOrder): string | null {
    if (this.#outcome.kind === 'error') return `failed: ${messageOf(this.#outcome.error)}`;
    const { columns, rows } = this.#outcome;
    const [header = [], ...cells] = table;
    const places = header.map((name) => columns.indexOf(name));
    const isSame = places.length === columns.length && !places.includes(-1);
    if (!isSame && (table.length > 0 || rows.length > 0))
      return `columns are ${columns.join(' | ')}, not ${header.join(' | ')}`;
    const found = rows.map((row) =>
      places.map((place) => canonicalValue(row[place] as Value, lists)).join(' | '),
    );
    const wanted = cells.map((row) => row.map((cell) => canonicalCell(cell, lists)).join(' | '));
    if (!isOrdered) for (const list of [found, wanted]) list.sort();
    return found.join('\n') === wanted.join('\n')
      ? null
      : `rows are\n${found.join('\n')}\n  not\n${wanted.join('\n')}`;
  }

  async #changesAre(table: Step['table']): Promise<string | null> {
    const wanted = new Map(table.map(([what = '', count = '']) => [what, Number(count)]));
    const found = changes(this.#before, await this.#ground.standing());
    for (const what of new Set([...wanted.keys(), ...found.keys()]))
      if ((wanted.get(what) ?? 0) !== (found.get(what) ?? 0))
        return `${what} is ${found.get(what) ?? 0}, not ${wanted.get(what) ?? 0}`;
    return null;
  }

  async #failed(type: string, phase: string): Promise<string | null> {
    const wanted = `${type} at ${phase}`;
    if (this.#outcome.kind === 'rows') return `nothing failed, though a ${wanted} should`;
    const { error, phase: when } = this.#outcome;
    if (when === null) return this.#changesAre([]);
    if (!(error instanceof CypherError)) return `no CypherError: ${messageOf(error)}`;
    const found = `${error.code} at ${phase === 'any time' ? phase : when}`;
    if (found !== wanted) return `${found}, not ${wanted}: ${messageOf(error)}`;
    return this.#changesAre([]);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof CypherError ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);

function changes(before: Standing, after: Standing): Map<string, number> {
  const found = new Map<string, number>();
  for (const [what, now] of after) {
    const then = before.get(what) as ReadonlySet<string>;
    found.set(`+${what}`, now.difference(then).size);
    found.set(`-${what}`, then.difference(now).size);
  }
  return found;
}

/** `there exists a procedure name(in :: TYPE?, …) :: (out :: TYPE?, …):` and the table of what it gives for what. */
function procedureOf(sentence: string, [, ...rows]: Step['table']): Procedure {
  const found = /procedure ([\w.]+)\((.*)\) :: \((.*)\) ?:$/.exec(sentence);
  if (found === null) throw new Error(`"${sentence}" is no procedure.`);
  const [, name = '', inputs = '', outputs = ''] = found;
  const fields = (list: string) =>
    [...list.matchAll(/(\w+) :: (\w+)\??/g)].map(([, field = '', type = '']) => ({ name: field, type }));
  const parameters = fields(inputs);
  const table = rows.map((row) => row.map((cell) => canonicalCell(cell)));
  return {
    name,
    parameters,
    columns: fields(outputs),
    *call(values) {
      const wanted = values.map((value) => canonicalValue(value as Value));
      for (const [i, row] of table.entries())
        if (wanted.every((value, place) => isAlike(value, row[place] as string)))
          yield (rows[i] ?? []).slice(parameters.length).map((cell) => valueOfCell(cell) as Inner);
    },
  };
}

/** A FLOAT parameter takes an INTEGER. */
const isAlike = (a: string, b: string): boolean => a.replace('float ', '') === b.replace('float ', '');
