// From a query to rows: parse, check, plan, run over a snapshot. The one door to the engine.
import type { Query } from './ast.ts';
import { isEmpty, type Target } from './change.ts';
import { check } from './check.ts';
import { cursorOf } from './cursors.ts';
import { Draft } from './draft.ts';
import { CypherError, QueryStopped } from './errors.ts';
import { explain, type PlanStep } from './explain.ts';
import { hintsOf } from './hints.ts';
import type { Inner } from './inner.ts';
import { type Cursor, type Inside, inwardParameters, Machine, type Status } from './machine.ts';
import type { Operator, Plan, Scope } from './operators.ts';
import { parse } from './parser.ts';
import { plan, planQuery } from './plan.ts';
import { type Pattern, planMatch } from './plan-match.ts';
import { type Procedure, type Procedures, proceduresOf } from './procedures.ts';
import { outward, type Snapshot } from './snapshot.ts';
import type { Parameters, Row } from './values.ts';
import { firstWriting } from './walk.ts';

export interface RunSettings {
  /** Values of `$name`. */
  readonly parameters?: Parameters;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the query is stopped. */
  readonly deadline?: number;
  /** The most rows that are wanted; one more stops the query. */
  readonly rows?: number;
  /** What CALL can call. */
  readonly procedures?: readonly Procedure[];
  /** What the query takes for now, in milliseconds from 1970; the clock's, if left out. */
  readonly now?: number;
  /** Where changes go; without it a query that writes is refused. */
  readonly target?: Target;
}

/** What a query gives: the names of its columns, and rows with one value per column. */
export interface Answer {
  readonly columns: readonly string[];
  /**
   * Worked out while they are taken, unless the query writes. A long query lets others have their turn every few
   * milliseconds.
   */
  readonly rows: AsyncGenerator<Row, void>;
  /** Of a query that writes: when it is over and its changes are in the graph. Rejects where it failed: then none is. */
  readonly written: Promise<void> | null;
  /** After EXPLAIN or PROFILE: the plan, with the rows that its operators have given so far; else null. */
  readonly plan: (() => readonly PlanStep[]) | null;
  /**
   * Labels, types and properties that the query asks for and nothing had when it began, a sentence each: mostly slips of
   * the pen. Cost: linear.
   */
  readonly hints: () => readonly string[];
}

/**
 * Runs a query over a snapshot. A query that writes runs to its end whether or not its rows are taken, and its changes
 * go to the target all at once, or not at all. Errors: `CypherError` at once for what is wrong with the text or the
 * tree; while rows are taken, or from `written`, for what is wrong with a value; `QueryStopped` for deadline, signal,
 * row limit and memory.
 */
export function run(query: string | Query, snapshot: Snapshot, settings: RunSettings = {}): Answer {
  const text = typeof query === 'string' ? query : undefined;
  const stopAt = performance.now() + (settings.deadline ?? Number.POSITIVE_INFINITY);
  const procedures = proceduresOf(settings.procedures);
  return guarded(() => {
    const prepared = prepare(query, snapshot, settings, procedures);
    const { plan: planned, prefix, tree } = prepared;
    const hints = () => hintsOf(tree, snapshot);
    const { columns, output, width, root } = planned;
    if (prefix === 'EXPLAIN')
      return {
        columns,
        rows: afterwards(Promise.resolve([])),
        written: null,
        plan: () => explain(planned),
        hints,
      };
    const profile = prefix === 'PROFILE' ? new Map<Operator, number>() : null;
    const draft = !prepared.writes ? null : new Draft(snapshot, settings.target as Target);
    const machine = new Machine({
      snapshot: draft ?? snapshot,
      draft,
      parameters: inwardParameters(settings.parameters ?? {}),
      text,
      width,
      profile,
      now: settings.now ?? Date.now(),
      stopAt,
      ...insides(procedures),
    });
    const cursor = cursorOf(root, machine);
    const release = snapshot.lease?.() ?? (() => {});
    const running = { cursor, output, machine, settings, release };
    const described = { columns, hints, plan: profile === null ? null : () => explain(planned, profile) };
    if (draft === null) return { ...described, rows: rowsOf(running), written: null };
    const ended = writeAll(running, draft, settings.target as Target);
    return {
      ...described,
      rows: afterwards(ended),
      get written() {
        return ended.then(() => {});
      },
    };
  });
}

/** A query that was found right, and its plan. */
interface Prepared {
  readonly tree: Query;
  readonly plan: Plan;
  readonly prefix: Query['prefix'];
  readonly writes: boolean;
  /** How much there was in the snapshot then. */
  readonly size: number;
}

/** Parses, checks and plans; a text that this snapshot has been asked before is not worked through again. */
function prepare(
  query: string | Query,
  snapshot: Snapshot,
  { target, procedures: own }: RunSettings,
  procedures: Procedures,
): Prepared {
  const work = (): Prepared => {
    const tree = typeof query === 'string' ? parse(query) : query;
    const { prefix } = tree;
    const text = typeof query === 'string' ? query : undefined;
    check(tree, text, { procedures, mayWrite: target !== undefined || prefix === 'EXPLAIN' });
    return {
      tree,
      plan: plan(tree, snapshot, procedures),
      prefix,
      writes: firstWriting(tree) !== null,
      size: sizeOf(snapshot),
    };
  };
  if (typeof query !== 'string' || query.length > longestKept) return work();
  const kept = plans.get(snapshot);
  const known = kept !== undefined && kept.own === own ? kept.plans : new Map<string, Prepared>();
  plans.set(snapshot, { own, plans: known });
  const key = `${target === undefined ? 'read' : 'write'} ${query}`;
  const found = known.get(key);
  if (found !== undefined && isAsLarge(found, snapshot)) return found;
  const made = work();
  // What was asked first goes first.
  for (const oldest of known.size < mostKept ? [] : [...known.keys()].slice(0, 1)) known.delete(oldest);
  known.set(key, made);
  return made;
}

/** Whether a snapshot is about as large as it was when a plan was made: counts decide plans, and snapshots grow. */
const isAsLarge = ({ size }: Prepared, snapshot: Snapshot): boolean => sizeOf(snapshot) <= 2 * size + 100;

const sizeOf = ({ nodeCount, relationshipCount }: Snapshot): number => nodeCount + relationshipCount;

/** Plans by snapshot, since counts decide them, and by text; of the procedures that were handed over last. */
const plans = new WeakMap<
  Snapshot,
  { readonly own: RunSettings['procedures']; readonly plans: Map<string, Prepared> }
>();

/** Plans kept for a snapshot, and characters of the longest text that is kept. */
const [mostKept, longestKept] = [200, 10_000];

/** Patterns and queries within expressions, over the frame of the machine that asks. */
function insides(
  procedures: ReturnType<typeof proceduresOf>,
): Pick<ConstructorParameters<typeof Machine>[0], 'matching' | 'querying'> {
  const slotsOf = (machine: Machine) => ({ take: () => machine.takeSlot() });
  return {
    matching: (machine: Machine, pattern: Pattern, scope: Scope): Inside => {
      const { root, scope: inner } = planMatch(
        pattern,
        { kind: 'argument' },
        scope,
        slotsOf(machine),
        machine.snapshot,
      );
      return { cursor: cursorOf(root, machine), scope: inner };
    },
    querying: (machine: Machine, query: Query, scope: Scope): Inside => {
      const surroundings = { slots: slotsOf(machine), statistics: machine.snapshot, procedures };
      const { root, columns } = planQuery(query, scope, surroundings);
      return { cursor: cursorOf(root, machine), scope: columns };
    },
  };
}

interface Running {
  readonly cursor: Cursor;
  /** The slots of the columns. */
  readonly output: readonly number[];
  readonly machine: Machine;
  readonly settings: RunSettings;
  /** Lets the snapshot be changed again. */
  readonly release: () => void;
}

async function* rowsOf({ cursor, output, machine, settings, release }: Running): AsyncGenerator<Row, void> {
  try {
    const watch = new Watch(machine, settings);
    watch.look();
    guarded(() => cursor.open());
    for (;;) {
      const status = guarded(() => cursor.next());
      if (status === 'done') return;
      if (watch.isTurn(status)) await turn();
      // Without columns there are no rows: what was called has done what it does.
      if (status === 'pause' || output.length === 0) continue;
      watch.countRow();
      yield output.map((slot) => outward(machine.frame[slot] as Inner, machine.snapshot));
    }
  } finally {
    release();
  }
}

/** Runs a query that writes, at once for as long as it doesn't have to pause, and hands its changes on. */
async function writeAll(
  { cursor, output, machine, settings, release }: Running,
  draft: Draft,
  target: Target,
): Promise<Row[]> {
  try {
    const watch = new Watch(machine, settings);
    const rows: Inner[][] = [];
    watch.look();
    guarded(() => cursor.open());
    for (;;) {
      const status = guarded(() => cursor.next());
      if (status === 'done') break;
      if (watch.isTurn(status)) await turn();
      if (status === 'pause' || output.length === 0) continue;
      watch.countRow();
      machine.hold(output.length);
      rows.push(output.map((slot) => machine.frame[slot] as Inner));
    }
    watch.look();
    const change = draft.finish();
    if (!isEmpty(change)) target.commit(change);
    return rows.map((values) => values.map((value) => outward(value, draft)));
  } finally {
    release();
  }
}

async function* afterwards(rows: Promise<readonly Row[]>): AsyncGenerator<Row, void> {
  yield* await rows;
}

/** Looks after the clock, the signal and the number of rows while a query runs. */
class Watch {
  readonly #machine: Machine;
  readonly #settings: RunSettings;
  #rows = 0;
  #sliceEnd = performance.now() + slice;

  constructor(machine: Machine, settings: RunSettings) {
    this.#machine = machine;
    this.#settings = settings;
  }

  /** Errors: `QueryStopped` where the time is over or the signal aborted. */
  look(): void {
    const { signal } = this.#settings;
    this.#machine.refresh();
    if (signal?.aborted)
      throw new QueryStopped('The query was stopped by its signal.', { cause: signal.reason });
  }

  /** Whether others should have their turn now. Errors: those of `look`. */
  isTurn(status: Status): boolean {
    if (status !== 'pause' && !this.#machine.isTired()) return false;
    this.look();
    const now = performance.now();
    if (now <= this.#sliceEnd) return false;
    this.#sliceEnd = now + slice;
    return true;
  }

  /** Errors: `QueryStopped` where there are more than were wanted. */
  countRow(): void {
    const most = this.#settings.rows ?? Number.POSITIVE_INFINITY;
    this.#rows += 1;
    if (this.#rows > most)
      throw new QueryStopped(
        `The query has more than ${most} rows: ask for fewer with LIMIT, or allow more.`,
      );
  }
}

/** Milliseconds after which a run lets others have their turn. */
const slice = 20;

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
