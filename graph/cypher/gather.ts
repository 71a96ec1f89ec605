// Cursors that need more than the row at hand: groups, distinct rows, sorted rows.
import { aggregateNamed, type Gathering, onlyOnce } from './aggregates.ts';
import type { Fail } from './arithmetic.ts';
import type { Expression } from './ast.ts';
import { order, samenessOf } from './compare.ts';
import { compile, type Evaluate } from './evaluate.ts';
import { type Inner, NodeRef } from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
import type { OperatorOf, Placed } from './operators.ts';

/** One row a group; without keys there is always one. */
export function aggregate(
  { keys, aggregates, scope }: OperatorOf<'aggregate'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { frame } = machine;
  const evaluateKeys = keys.map(({ expression }) => compile(expression, scope, machine));
  const makers = aggregates.map(({ expression }) =>
    gatheringOf(expression, scope, machine, (count) => kept.add(count)),
  );
  const kept = new Kept(machine);
  const makeGroup = (values: readonly Inner[]): Group => {
    kept.add(values.length + makers.length);
    const group = { keys: values, gatherings: makers.map((make) => make()) };
    all.push(group);
    return group;
  };
  const only = evaluateKeys.length === 1 ? (evaluateKeys[0] as Evaluate) : null;
  let groups = new Map<unknown, Group>();
  /** Where a node is the only key: by handle. */
  let byNode = new Map<number, Group>();
  /** In the order in which they came. */
  let all: Group[] = [];
  const groupOf = (values: readonly Inner[]): Group => {
    const key = samenessOf(values);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made = makeGroup(values);
    groups.set(key, made);
    return made;
  };
  const groupOfOne = (value: Inner): Group => {
    if (!(value instanceof NodeRef)) return groupOf([value]);
    const known = byNode.get(value.handle);
    if (known !== undefined) return known;
    const made = makeGroup([value]);
    byNode.set(value.handle, made);
    return made;
  };
  return gathered(source, machine, {
    begin: () => {
      groups = new Map();
      byNode = new Map();
      all = [];
      kept.clear();
    },
    take: () => {
      const group = only === null ? groupOf(evaluateKeys.map((evaluate) => evaluate())) : groupOfOne(only());
      for (const gathering of group.gatherings) gathering.add();
    },
    *finish() {
      if (all.length === 0 && keys.length === 0) makeGroup([]);
      for (const group of all) {
        put(keys, group.keys, frame);
        put(
          aggregates,
          group.gatherings.map((gathering) => gathering.result()),
          frame,
        );
        yield;
      }
    },
  });
}

/** What a cursor keeps from one opening to the next. */
class Kept {
  readonly #machine: Machine;
  #count = 0;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  add(count: number): void {
    this.#count += count;
    this.#machine.hold(count);
  }

  clear(): void {
    this.#machine.release(this.#count);
    this.#count = 0;
  }
}

interface Group {
  readonly keys: readonly Inner[];
  readonly gatherings: readonly { add(): void; result(): Inner }[];
}

function put(placed: readonly Placed[], values: readonly Inner[], frame: Inner[]): void {
  for (const [i, { slot }] of placed.entries()) frame[slot] = values[i] as Inner;
}

/** Makes, for each group, what takes in the row at hand. */
function gatheringOf(
  expression: Expression,
  scope: OperatorOf<'aggregate'>['scope'],
  machine: Machine,
  keep: (count: number) => void,
): () => Group['gatherings'][number] {
  if (expression.kind === 'countAll') return countRows;
  const known = expression.kind === 'call' ? aggregateNamed(expression.name) : undefined;
  if (known === undefined || expression.kind !== 'call')
    throw new Error('Unchecked query: not an aggregate.');
  const [value, second] = expression.arguments.map((argument) => compile(argument, scope, machine)) as [
    Evaluate,
    Evaluate | undefined,
  ];
  const fail: Fail = (problem, code) => machine.fail(problem, expression, code);
  const keeps = expression.distinct || expression.name.toLowerCase() === 'collect' ? 1 : 0;
  return () => {
    let gathering: Gathering | null = null;
    const gather = () => {
      const made = known.gather(fail, second?.() ?? null);
      return expression.distinct ? onlyOnce(made) : made;
    };
    return {
      add: () => {
        gathering ??= gather();
        const found = value();
        if (found === null) return;
        keep(keeps);
        gathering.add(found);
      },
      result: () => (gathering ?? gather()).result(),
    };
  };
}

function countRows(): Group['gatherings'][number] {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    result: () => count,
  };
}

/** Each row once. */
export function distinct(
  { slots }: Pick<OperatorOf<'distinct'>, 'slots'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { frame } = machine;
  let seen = new Set<unknown>();
  let nodes = new Set<number>();
  const kept = new Kept(machine);
  const isNew = () => {
    const only = slots.length === 1 ? (frame[slots[0] as number] as Inner) : null;
    if (only instanceof NodeRef) {
      if (nodes.has(only.handle)) return false;
      kept.add(1);
      nodes.add(only.handle);
      return true;
    }
    const key = samenessOf(slots.map((slot) => frame[slot] as Inner));
    if (seen.has(key)) return false;
    kept.add(slots.length);
    seen.add(key);
    return true;
  };
  return {
    open: () => {
      seen = new Set();
      nodes = new Set();
      kept.clear();
      source.open();
    },
    next: () => {
      for (;;) {
        const status = source.next();
        if (status !== 'row' || isNew()) return status;
      }
    },
  };
}

/** All rows, in order; rows that are equal stay as they came. */
export function sort(
  { by, scope, keep, wanted }: OperatorOf<'sort'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { frame } = machine;
  const keys = by.map(({ expression, descending }) => ({
    value: compile(expression, scope, machine),
    sign: descending ? -1 : 1,
  }));
  const compareRows = (a: Sorted, b: Sorted): number => {
    for (const [i, { sign }] of keys.entries()) {
      const found = order(a.keys[i] as Inner, b.keys[i] as Inner);
      if (found !== 0) return found * sign;
    }
    return 0;
  };
  const counts = [wanted?.skip, wanted?.limit].map((count) =>
    count == null ? () => 0 : compile(count, new Map(), machine),
  );
  /** How many rows from the front are wanted; what is no count is for SKIP and LIMIT to refuse. */
  const frontOf = (): number => {
    const sum = counts.reduce((front, count) => front + Number(count()), 0);
    return wanted !== null && sum >= 0 ? sum : Number.POSITIVE_INFINITY;
  };
  let rows: Sorted[] = [];
  let front = Number.POSITIVE_INFINITY;
  /** The last of the rows that were wanted so far: what comes behind it, or beside it, is not. */
  let last: Sorted | null = null;
  const kept = new Kept(machine);
  const cut = () => {
    rows.sort(compareRows);
    rows.length = front;
    last = rows.at(-1) ?? null;
    kept.clear();
    kept.add(front * (keys.length + keep.length));
  };
  return gathered(source, machine, {
    begin: () => {
      rows = [];
      last = null;
      front = frontOf();
      kept.clear();
    },
    take: () => {
      const row = { keys: keys.map(({ value }) => value()), values: nothing as readonly Inner[] };
      if (last !== null && compareRows(row, last) >= 0) return;
      row.values = keep.map((slot) => frame[slot] as Inner);
      kept.add(keys.length + keep.length);
      rows.push(row);
      if (rows.length >= 2 * front + 256) cut();
    },
    *finish() {
      rows.sort(compareRows);
      for (const { values } of rows) {
        for (const [i, slot] of keep.entries()) frame[slot] = values[i] as Inner;
        yield;
      }
    },
  });
}

/** All rows as they came, once the source has none left. */
export function eager({ keep }: OperatorOf<'eager'>, source: Cursor, machine: Machine): Cursor {
  const { frame } = machine;
  let rows: (readonly Inner[])[] = [];
  const kept = new Kept(machine);
  return gathered(source, machine, {
    begin: () => {
      rows = [];
      kept.clear();
    },
    take: () => {
      kept.add(keep.length);
      rows.push(keep.map((slot) => frame[slot] as Inner));
    },
    *finish() {
      for (const values of rows) {
        for (const [i, slot] of keep.entries()) frame[slot] = values[i] as Inner;
        yield;
      }
    },
  });
}

const nothing: readonly Inner[] = [];

interface Sorted {
  readonly keys: readonly Inner[];
  readonly values: readonly Inner[];
}

/** Takes all rows of a source, across pauses, and then gives rows of its own making. */
function gathered(
  source: Cursor,
  machine: Machine,
  gather: { begin(): void; take(): void; finish(): Iterator<unknown> },
): Cursor {
  let rows: Iterator<unknown> | null = null;
  return {
    open: () => {
      rows = null;
      source.open();
      gather.begin();
    },
    next: () => {
      if (machine.isTired()) return 'pause';
      while (rows === null) {
        const status = source.next();
        if (status === 'pause') return status;
        if (status === 'row') gather.take();
        else rows = gather.finish();
      }
      return rows.next().done === true ? 'done' : 'row';
    },
  };
}
