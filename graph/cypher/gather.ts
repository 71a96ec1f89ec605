// Cursors that need more than the row at hand: groups, distinct rows, sorted rows.
import { aggregateNamed, type Gathering, onlyOnce } from './aggregates.ts';
import type { Fail } from './arithmetic.ts';
import type { Expression } from './ast.ts';
import { order, samenessOf } from './compare.ts';
import { compile, type Evaluate } from './evaluate.ts';
import { type Inner, NodeRef, RelationshipRef } from './inner.ts';
import { type Cursor, drained, type Ends, type Machine, type Status } from './machine.ts';
import type { Operator, OperatorOf, Placed, Scope } from './operators.ts';
import { Counts, Marks, Places } from './places.ts';
import { isByChance, namesIn } from './walk.ts';

/** One row a group; without keys there is always one. */
export function aggregate(
  { keys, aggregates, scope }: OperatorOf<'aggregate'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { frame } = machine;
  const evaluateKeys = keys.map(({ expression }) => compile(expression, scope, machine));
  const kept = new Kept(machine);
  const tallies = aggregates.map(({ expression }) =>
    tallyOf(expression, scope, machine, (count) => kept.add(count)),
  );
  const only = evaluateKeys.length === 1 ? (evaluateKeys[0] as Evaluate) : null;
  /** Numbers of groups, by what the keys' values have in common; where a node is the only key, by handle. */
  let groups = new Map<unknown, number>();
  let byNode = new Places(machine.snapshot.nodeCount);
  /** By group: values of the keys, one after the other. */
  let values: Inner[] = [];
  let count = 0;
  const begin = (): number => {
    kept.add(keys.length + tallies.length);
    for (const tally of tallies) tally.begin();
    return count++;
  };
  const groupOf = (found: readonly Inner[]): number => {
    const key = samenessOf(found);
    const known = groups.get(key);
    if (known !== undefined) return known;
    values.push(...found);
    groups.set(key, count);
    return begin();
  };
  const isOnlyCounting = aggregates.every(({ expression }) => expression.kind === 'countAll');
  /** Rows that differ in one node alone, and are counted, are counted by that node first. */
  const ends =
    isOnlyCounting && source.ends != null && dependsOn(keys, source.ends.slot, scope) ? source.ends : null;
  let nodes: Counts | null = null;
  /** The counted nodes are the groups, where nothing else tells them apart. */
  const isByNode = only !== null && keys[0]?.expression.kind === 'variable' && ends !== null;
  const groupOfMany = () => groupOf(evaluateKeys.map((evaluate) => evaluate()));
  const theOne = () => (count === 0 ? begin() : 0);
  const groupOfOne = (value: Inner): number => {
    if (!(value instanceof NodeRef)) return groupOf([value]);
    const known = byNode.get(value.handle);
    if (known >= 0) return known;
    values.push(value);
    byNode.set(value.handle, count);
    return begin();
  };
  const take = (times = 1): void => {
    const group = keys.length === 0 ? theOne() : only === null ? groupOfMany() : groupOfOne(only());
    for (let i = 0; i < tallies.length; i++) (tallies[i] as Tally).add(group, times);
  };
  return gathered(source, machine, {
    begin: () => {
      groups = new Map();
      byNode = new Places(machine.snapshot.nodeCount);
      values = [];
      count = 0;
      nodes = null;
      for (const tally of tallies) tally.clear();
      kept.clear();
    },
    take,
    drain: () => {
      if (ends === null) return drained(source, take);
      if (keys.length === 0) {
        let times = 0;
        const status = ends.drain(() => {
          times += 1;
        });
        if (times > 0) take(times);
        return status;
      }
      nodes ??= new Counts(machine.snapshot.nodeCount);
      const counts = nodes;
      return ends.drain((node) => counts.add(node));
    },
    finish: () => {
      if (isByNode) {
        const found = nodes?.handles.length ?? 0;
        kept.add(found * (1 + tallies.length));
        return found;
      }
      for (const node of nodes?.handles ?? []) {
        frame[ends?.slot as number] = machine.snapshot.node(node);
        take(nodes?.of(node));
      }
      if (count === 0 && keys.length === 0) begin();
      return count;
    },
    put: (group) => {
      if (isByNode && nodes !== null) {
        const node = nodes.handles[group] as number;
        frame[(keys[0] as Placed).slot] = machine.snapshot.node(node);
        const times = nodes.of(node);
        for (let i = 0; i < aggregates.length; i++) frame[(aggregates[i] as Placed).slot] = times;
        return;
      }
      for (let i = 0; i < keys.length; i++)
        frame[(keys[i] as Placed).slot] = values[group * keys.length + i] as Inner;
      for (let i = 0; i < tallies.length; i++)
        frame[(aggregates[i] as Placed).slot] = (tallies[i] as Tally).result(group);
    },
  });
}

/** Whether values are the same whenever one node is: of nothing else, and of no chance. */
const dependsOn = (keys: readonly Placed[], slot: number, scope: Scope): boolean =>
  keys.every(({ expression }) => {
    const names = [...namesIn(expression)];
    return names.length > 0 && names.every((name) => scope.get(name) === slot) && !isByChance(expression);
  });

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

/** One aggregate over all groups, which are numbered as they begin. */
interface Tally {
  begin(): void;
  /** Takes in the row at hand; one that stands for several only where rows are counted. */
  add(group: number, times: number): void;
  result(group: number): Inner;
  clear(): void;
}

function tallyOf(
  expression: Expression,
  scope: OperatorOf<'aggregate'>['scope'],
  machine: Machine,
  keep: (count: number) => void,
): Tally {
  if (expression.kind === 'countAll') return rowCounts();
  const known = expression.kind === 'call' ? aggregateNamed(expression.name) : undefined;
  if (known === undefined || expression.kind !== 'call')
    throw new Error('Unchecked query: not an aggregate.');
  const [value, second] = expression.arguments.map((argument) => compile(argument, scope, machine)) as [
    Evaluate,
    Evaluate | undefined,
  ];
  const fail: Fail = (problem, code) => machine.fail(problem, expression, code);
  const keeps = expression.distinct || expression.name.toLowerCase() === 'collect' ? 1 : 0;
  /** Null for a group that has had no row yet. */
  let gatherings: (Gathering | null)[] = [];
  const gather = () => {
    const made = known.gather(fail, second?.() ?? null);
    return expression.distinct ? onlyOnce(made) : made;
  };
  return {
    begin: () => void gatherings.push(null),
    add: (group) => {
      let gathering = gatherings[group] as Gathering | null;
      if (gathering === null) {
        gathering = gather();
        gatherings[group] = gathering;
      }
      const found = value();
      if (found === null) return;
      if (keeps > 0) keep(keeps);
      gathering.add(found);
    },
    result: (group) => (gatherings[group] ?? gather()).result(),
    clear: () => {
      gatherings = [];
    },
  };
}

function rowCounts(): Tally {
  let counts: number[] = [];
  return {
    begin: () => void counts.push(0),
    add: (group, times) => {
      counts[group] = (counts[group] as number) + times;
    },
    result: (group) => counts[group] as number,
    clear: () => {
      counts = [];
    },
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
  const nodes = new Marks(machine.snapshot.nodeCount);
  const kept = new Kept(machine);
  const isNewNode = (handle: number): boolean => {
    if (!nodes.add(handle)) return false;
    kept.add(1);
    return true;
  };
  const newEnds = ({ slot, drain }: Ends): Ends => ({
    slot,
    drain: (take) =>
      drain((node) => {
        if (isNewNode(node)) take(node);
      }),
  });
  const isNew = () => {
    const only = slots.length === 1 ? (frame[slots[0] as number] as Inner) : null;
    if (only instanceof NodeRef) return isNewNode(only.handle);
    const key = samenessOf(slots.map((slot) => frame[slot] as Inner));
    if (seen.has(key)) return false;
    kept.add(slots.length);
    seen.add(key);
    return true;
  };
  return {
    open: () => {
      seen = new Set();
      nodes.clear();
      kept.clear();
      source.open();
    },
    next: () => {
      for (;;) {
        const status = source.next();
        if (status !== 'row' || isNew()) return status;
      }
    },
    drain: (take) =>
      drained(source, () => {
        if (isNew()) take();
      }),
    ends:
      source.ends != null && slots.length === 1 && slots[0] === source.ends.slot
        ? newEnds(source.ends)
        : null,
  };
}

/** Columns that needn't be worked out of rows that aren't wanted. */
export interface Late {
  readonly source: Operator;
  readonly columns: readonly Placed[];
  readonly scope: Scope;
  /** Where the first key is found in the source's rows. */
  readonly first: number;
  /** The names of which properties are read: what stands there can have some, or is null. */
  readonly owners: readonly number[];
}

/** Of the projection below a sort of which only the front is wanted; null where they may be wanted, or may fail. */
export function lateColumns({ source, by, scope, wanted }: OperatorOf<'sort'>): Late | null {
  if (wanted === null || source.kind !== 'project') return null;
  const first = by[0]?.expression;
  const slot = first?.kind === 'variable' ? scope.get(first.name) : undefined;
  const column = source.columns.find((placed) => placed.slot === slot)?.expression;
  if (column?.kind !== 'variable') return null;
  const owners: number[] = [];
  for (const { expression } of source.columns) {
    if (expression.kind === 'variable' || expression.kind === 'literal') continue;
    if (expression.kind !== 'property' || expression.object.kind !== 'variable') return null;
    owners.push(source.scope.get(expression.object.name) as number);
  }
  const { columns } = source;
  return {
    source: source.source,
    columns,
    scope: source.scope,
    first: source.scope.get(column.name) as number,
    owners,
  };
}

/** All rows, in order; rows that are equal stay as they came. With `late` columns the source gives rows without these. */
export function sort(
  { by, scope, keep, wanted }: OperatorOf<'sort'>,
  source: Cursor,
  machine: Machine,
  late: Late | null = null,
): Cursor {
  const { frame } = machine;
  const columns = (late?.columns ?? []).map(({ slot, expression }) => ({
    slot,
    value: compile(expression, late?.scope as Scope, machine),
  }));
  const canWait = (late?.owners ?? []).map((slot) => () => {
    const owner = frame[slot];
    return owner === null || owner instanceof NodeRef || owner instanceof RelationshipRef;
  });
  const keys = by.map(({ expression, descending }) => ({
    value: compile(expression, scope, machine),
    sign: descending ? -1 : 1,
  }));
  const compareRows = (a: Sorted, b: Sorted): number => {
    for (let i = 0; i < keys.length; i++) {
      const found = order(a.keys[i] as Inner, b.keys[i] as Inner);
      if (found !== 0) return found * (keys[i] as (typeof keys)[number]).sign;
    }
    return 0;
  };
  /** Whether the other keys can't fail, so that they needn't be worked out of what isn't wanted. */
  const isRestSafe = by.slice(1).every(({ expression }) => expression.kind === 'variable');
  const [{ value: first, sign }, ...rest] = keys as [(typeof keys)[number], ...typeof keys];
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
      if (late !== null) {
        if (
          isRestSafe &&
          last !== null &&
          order(frame[late.first] as Inner, last.keys[0] as Inner) * sign > 0 &&
          canWait.every((test) => test())
        )
          return;
        for (const { slot, value } of columns) frame[slot] = value();
      }
      const leading = first();
      // Most rows of a long list are behind the last wanted one by their first key alone.
      if (isRestSafe && last !== null && order(leading, last.keys[0] as Inner) * sign > 0) return;
      const row = { keys: [leading, ...rest.map(({ value }) => value())], values: nothing };
      if (last !== null && compareRows(row, last) >= 0) return;
      row.values = keep.map((slot) => frame[slot] as Inner);
      kept.add(keys.length + keep.length);
      rows.push(row);
      if (rows.length >= 2 * front + 256) cut();
    },
    finish: () => {
      rows.sort(compareRows);
      return rows.length;
    },
    put: (row) => putBack((rows[row] as Sorted).values, keep, frame),
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
    finish: () => rows.length,
    put: (row) => putBack(rows[row] as readonly Inner[], keep, frame),
  });
}

const nothing: readonly Inner[] = [];

interface Sorted {
  readonly keys: readonly Inner[];
  readonly values: readonly Inner[];
}

function putBack(values: readonly Inner[], slots: readonly number[], frame: Inner[]): void {
  for (let i = 0; i < slots.length; i++) frame[slots[i] as number] = values[i] as Inner;
}

/** Takes all rows of a source, across pauses, and then puts rows of its own making, of which `finish` says how many. */
function gathered(
  source: Cursor,
  machine: Machine,
  gather: {
    begin(): void;
    take(): void;
    /** Takes all rows in a way of its own. */
    drain?(): Exclude<Status, 'row'>;
    finish(): number;
    put(row: number): void;
  },
): Cursor {
  let [row, count] = [0, -1];
  const fill = (): Exclude<Status, 'row'> => {
    if (count >= 0) return 'done';
    const status = gather.drain?.() ?? drained(source, gather.take);
    if (status === 'done') count = gather.finish();
    return status;
  };
  return {
    open: () => {
      row = 0;
      count = -1;
      source.open();
      gather.begin();
    },
    next: () => {
      if (machine.isTired() || fill() === 'pause') return 'pause';
      if (row >= count) return 'done';
      gather.put(row);
      row += 1;
      return 'row';
    },
    drain: (take) => {
      if (fill() === 'pause') return 'pause';
      while (row < count) {
        if (machine.isTired()) return 'pause';
        gather.put(row);
        row += 1;
        take();
      }
      return 'done';
    },
  };
}
