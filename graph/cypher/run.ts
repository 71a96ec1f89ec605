// From a query to rows: parse, check, plan, run over a snapshot. The one door to the engine.
import type { Query } from './ast.ts';
import { check } from './check.ts';
import { samenessOf } from './compare.ts';
import { cursorOf } from './cursors.ts';
import { CypherError, QueryStopped } from './errors.ts';
import type { Inner } from './inner.ts';
import { type Cursor, inwardParameters, Machine } from './machine.ts';
import type { Plan, Scope } from './operators.ts';
import { parse } from './parser.ts';
import { plan } from './plan.ts';
import { type Pattern, planMatch } from './plan-match.ts';
import { outward, type Snapshot } from './snapshot.ts';
import type { Parameters, Row } from './values.ts';

export interface RunSettings {
  /** Values of `$name`. */
  readonly parameters?: Parameters;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the query is stopped. */
  readonly deadline?: number;
  /** The most rows that are wanted; one more stops the query. */
  readonly rows?: number;
}

/** What a query gives: the names of its columns, and rows with one value per column. */
export interface Answer {
  readonly columns: readonly string[];
  /** Worked out while they are taken. A long query lets others have their turn every few milliseconds. */
  readonly rows: AsyncGenerator<Row, void>;
}

/**
 * Runs a query over a snapshot. Errors: `CypherError` at once for what is wrong with the text or the tree, while rows
 * are taken for what is wrong with a value; `QueryStopped` for deadline, signal, row limit and memory.
 */
export function run(query: string | Query, snapshot: Snapshot, settings: RunSettings = {}): Answer {
  const text = typeof query === 'string' ? query : undefined;
  const stopAt = performance.now() + (settings.deadline ?? Number.POSITIVE_INFINITY);
  return guarded(() => {
    const tree = typeof query === 'string' ? parse(query) : query;
    check(tree, text);
    const parameters = inwardParameters(settings.parameters ?? {});
    const planned = plan(tree, snapshot);
    const branches = planned.branches.map((branch) => {
      const machine = new Machine({ snapshot, parameters, text, width: branch.width, stopAt, matching });
      return { machine, cursor: cursorOf(branch.root, machine), output: branch.output };
    });
    return { columns: planned.columns, rows: rowsOf(planned, branches, snapshot, settings) };
  });
}

/** A pattern within an expression, over the same frame. */
function matching(
  machine: Machine,
  pattern: Pattern,
  scope: Scope,
): { readonly cursor: Cursor; readonly scope: Scope } {
  const slots = { take: () => machine.takeSlot() };
  const planned = planMatch(pattern, { kind: 'argument' }, scope, slots, machine.snapshot);
  return { cursor: cursorOf(planned.root, machine), scope: planned.scope };
}

interface Branch {
  readonly machine: Machine;
  readonly cursor: Cursor;
  readonly output: readonly number[];
}

/** Milliseconds after which a run lets others have their turn. */
const slice = 20;

async function* rowsOf(
  planned: Plan,
  branches: readonly Branch[],
  snapshot: Snapshot,
  { signal, rows: most = Number.POSITIVE_INFINITY }: RunSettings,
): AsyncGenerator<Row, void> {
  const isNew = planned.union === 'distinct' ? firstTime() : () => true;
  let count = 0;
  let sliceEnd = performance.now() + slice;
  const breathe = async (machine: Machine) => {
    machine.refresh();
    if (performance.now() > sliceEnd) {
      await turn();
      sliceEnd = performance.now() + slice;
    }
    stopIfAborted(signal);
  };
  stopIfAborted(signal);
  for (const { machine, cursor, output } of branches) {
    guarded(() => cursor.open());
    for (;;) {
      const status = guarded(() => cursor.next());
      if (status === 'done') break;
      if (status === 'pause' || machine.isTired()) await breathe(machine);
      if (status === 'pause') continue;
      const values = output.map((slot) => machine.frame[slot] as Inner);
      if (!isNew(values)) continue;
      count += 1;
      if (count > most)
        throw new QueryStopped(
          `The query has more than ${most} rows: ask for fewer with LIMIT, or allow more.`,
        );
      yield values.map((value) => outward(value, snapshot));
    }
  }
}

function firstTime(): (values: readonly Inner[]) => boolean {
  const seen = new Set<unknown>();
  return (values) => {
    const key = samenessOf(values);
    return !seen.has(key) && seen.add(key).has(key);
  };
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new QueryStopped('The query was stopped by its signal.', { cause: signal.reason });
}

/** One turn of the event loop, so that timers and signals come through. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** JavaScript's own limits in our words. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (/call stack/i.test(error.message))
      throw new CypherError('The query is nested too deeply: split it up with WITH.', null, { cause: error });
    throw new QueryStopped('The query makes a value that is too large to be held.', { cause: error });
  }
}
