// The state of one run: the graph, the parameters, the frame of slots, and the watch on time and memory. One branch of
// one query has one machine; nothing of it is left when the run ends.
import type { Expression, Query } from './ast.ts';
import type { Draft } from './draft.ts';
import { cypherError, type ErrorCode, QueryStopped } from './errors.ts';
import type { Inner, InnerMap, Numeric } from './inner.ts';
import type { Operator, Scope } from './operators.ts';
import type { Pattern } from './plan-match.ts';
import type { Snapshot } from './snapshot.ts';
import { Float, Node, type Parameters, Path, Relationship, Temporal, type Value } from './values.ts';

/** Rows one after the other. `next` gives `row` when the next one is in the frame, `pause` when it wants to be called again. */
export interface Cursor {
  /** Begins from the start, with what is in the frame now. */
  open(): void;
  next(): Status;
  /**
   * Puts all rows that are left into the frame, one after the other, and calls `take` for each: `pause` when it wants to
   * be called again. Left out where it would be no quicker than `next`.
   */
  drain?(take: () => void): Exclude<Status, 'row'>;
  /** The same for whoever needs nothing of the rows but the node in one slot; null where there is no such slot. */
  readonly ends?: Ends | null;
}

/** Rows as handles of the node in a slot: the frame needn't be filled for them. */
export interface Ends {
  readonly slot: number;
  drain(take: (node: number) => void): Exclude<Status, 'row'>;
}

/** Takes all rows of a cursor in the way that is quickest; `pause` when it wants to be called again. */
export function drained(cursor: Cursor, take: () => void): Exclude<Status, 'row'> {
  if (cursor.drain !== undefined) return cursor.drain(take);
  for (;;) {
    const status = cursor.next();
    if (status !== 'row') return status;
    take();
  }
}

export type Status = 'row' | 'done' | 'pause';

/** Steps that a run takes before it looks at the clock. */
const stride = 2000;

/** Values that a run may hold at once in lists, groups and sorts. */
const most = 10_000_000;

export class Machine {
  readonly snapshot: Snapshot;
  readonly parameters: InnerMap;
  /** What the query was parsed from. */
  readonly text: string | undefined;
  /** When the query began, in milliseconds from 1970: what date() and its kin take for now. */
  readonly now: number;
  /** The row at hand: slots are indexes. */
  readonly frame: Inner[];
  /** The matches of a pattern within an expression. */
  readonly matching: (pattern: Pattern, scope: Scope) => Inside;
  /** The rows of a query within an expression; its scope is that of its columns. */
  readonly querying: (query: Query, scope: Scope) => Inside;
  /** How many rows each operator has given; null where no one wants to know. */
  readonly profile: Map<Operator, number> | null;
  readonly #draft: Draft | null;
  readonly #stopAt: number;
  #fuel = stride;
  #held = 0;

  constructor(options: {
    readonly snapshot: Snapshot;
    readonly parameters: InnerMap;
    readonly text: string | undefined;
    readonly width: number;
    readonly profile: Map<Operator, number> | null;
    readonly now: number;
    /** On the clock of `performance.now()`. */
    readonly stopAt: number;
    /** What the query may change; it is the snapshot then. */
    readonly draft: Draft | null;
    readonly matching: (machine: Machine, pattern: Pattern, scope: Scope) => Inside;
    readonly querying: (machine: Machine, query: Query, scope: Scope) => Inside;
  }) {
    this.snapshot = options.snapshot;
    this.#draft = options.draft;
    this.parameters = options.parameters;
    this.text = options.text;
    this.now = options.now;
    this.profile = options.profile;
    this.frame = new Array<Inner>(options.width).fill(null);
    this.matching = (pattern, scope) => options.matching(this, pattern, scope);
    this.querying = (query, scope) => options.querying(this, query, scope);
    this.#stopAt = options.stopAt;
  }

  /** Whether the query only reads: then nothing that is bound can be gone. */
  get isReading(): boolean {
    return this.#draft === null;
  }

  /** The graph as it may be changed. Errors: an `Error` in a query that was checked to read only. */
  draft(): Draft {
    if (this.#draft === null) throw new Error('Unchecked query: it writes.');
    return this.#draft;
  }

  /** A further slot, for a variable within an expression. */
  takeSlot(): number {
    return this.frame.push(null) - 1;
  }

  /** Whether so many steps have been taken that a cursor should pause. */
  isTired(): boolean {
    return --this.#fuel <= 0;
  }

  /** Looks at the clock after a pause. Errors: `QueryStopped`. */
  refresh(): void {
    this.#fuel = stride;
    if (performance.now() > this.#stopAt)
      throw new QueryStopped('The query took longer than its deadline: narrow it down, or allow more time.');
  }

  /** One step of a loop that can't pause. */
  step(): void {
    if (this.isTired()) this.refresh();
  }

  /** Says that so many values more are kept, until they are said to be let go. Errors: `QueryStopped`. */
  hold(count: number): void {
    this.#held += count;
    this.fits(this.#held);
  }

  /** Says that so many values are kept no longer. */
  release(count: number): void {
    this.#held -= count;
  }

  /** Says that one list is to have so many values. Errors: `QueryStopped`. */
  fits(count: number): void {
    if (count > most)
      throw new QueryStopped(
        `The query keeps more than ${most} values at once: narrow it down, or ask for less with LIMIT.`,
      );
  }

  /** Throws a `CypherError` at an expression's place. */
  fail(problem: string, { at }: Pick<Expression, 'at'> = {}, code: ErrorCode = 'TypeError'): never {
    throw cypherError(problem, this.text, at, code);
  }
}

/** What gives rows within an expression, and where its names stand. */
export interface Inside {
  readonly cursor: Cursor;
  readonly scope: Scope;
}

/** Parameters as the engine handles them. Errors: `CypherError` for a value that no query can hold. */
export function inwardParameters(parameters: Parameters): InnerMap {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, inward(value, `$${name}`)]),
  );
}

function inward(value: Value, name: string): Inner {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Float)
    return number(value, name);
  if (value instanceof Temporal) return value;
  if (Array.isArray(value)) return value.map((item: Value, i) => inward(item, `${name}[${i}]`));
  if (value instanceof Node || value instanceof Relationship || value instanceof Path)
    throw cypherError(`${name} is a ${value.constructor.name}: hand over its id instead.`);
  if (typeof value === 'object' && isPlain(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, inward(item, `${name}.${key}`)]),
    );
  throw cypherError(
    `${name} is no value that a query can hold: hand over null, text, numbers, lists or maps.`,
  );
}

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;

/** Numbers in their one form. */
function number(value: Numeric, name: string): Numeric {
  if (value instanceof Float) return Number.isInteger(value.value) ? value : value.value;
  if (typeof value === 'number' && !Number.isInteger(value)) return value;
  const whole = BigInt(value);
  if (BigInt.asIntN(64, whole) !== whole)
    throw cypherError(`${name} is beyond the INTEGERs of 64 bits: hand it over as a Float.`);
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}
