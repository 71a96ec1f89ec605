// The state of one run: the graph, the parameters, the frame of slots, and the watch on time and memory. One branch of
// one query has one machine; nothing of it is left when the run ends.
import type { Expression } from './ast.ts';
import { cypherError, QueryStopped } from './errors.ts';
import type { Inner, InnerMap, Numeric } from './inner.ts';
import type { Scope } from './operators.ts';
import type { Pattern } from './plan-match.ts';
import type { Snapshot } from './snapshot.ts';
import { Float, Node, type Parameters, Path, Relationship, type Value } from './values.ts';

/** Rows one after the other. `next` gives `row` when the next one is in the frame, `pause` when it wants to be called again. */
export interface Cursor {
  /** Begins from the start, with what is in the frame now. */
  open(): void;
  next(): Status;
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
  /** The row at hand: slots are indexes. */
  readonly frame: Inner[];
  /** The matches of a pattern within an expression. */
  readonly matching: (pattern: Pattern, scope: Scope) => { readonly cursor: Cursor; readonly scope: Scope };
  readonly #stopAt: number;
  #fuel = stride;
  #held = 0;

  constructor(options: {
    readonly snapshot: Snapshot;
    readonly parameters: InnerMap;
    readonly text: string | undefined;
    readonly width: number;
    /** On the clock of `performance.now()`. */
    readonly stopAt: number;
    readonly matching: (machine: Machine, pattern: Pattern, scope: Scope) => ReturnType<Machine['matching']>;
  }) {
    this.snapshot = options.snapshot;
    this.parameters = options.parameters;
    this.text = options.text;
    this.frame = new Array<Inner>(options.width).fill(null);
    this.matching = (pattern, scope) => options.matching(this, pattern, scope);
    this.#stopAt = options.stopAt;
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

  /** Says that so many values more are kept until the end. Errors: `QueryStopped`. */
  hold(count: number): void {
    this.#held += count;
    this.fits(this.#held);
  }

  /** Says that one list is to have so many values. Errors: `QueryStopped`. */
  fits(count: number): void {
    if (count > most)
      throw new QueryStopped(
        `The query keeps more than ${most} values at once: narrow it down, or ask for less with LIMIT.`,
      );
  }

  /** Throws a `CypherError` at an expression's place. */
  fail(problem: string, { at }: Pick<Expression, 'at'> = {}): never {
    throw cypherError(problem, this.text, at);
  }
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
