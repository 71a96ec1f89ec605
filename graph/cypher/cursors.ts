// From operators to cursors: each asks its source for a row, changes the frame, and says whether there is one. A cursor
// keeps its place between calls, so that a long query can pause and let others have their turn.
import { aggregateNamed, type Gathering, onlyOnce } from './aggregates.ts';
import type { Expression } from './ast.ts';
import { order, samenessOf } from './compare.ts';
import { compile, compileCondition, type Evaluate } from './evaluate.ts';
import { endpoints, expand, expandMany } from './expand.ts';
import { type Inner, isInteger, isList, NodeRef, PathRef, type RelationshipRef, typeName } from './inner.ts';
import type { Cursor, Machine, Status } from './machine.ts';
import type { Operator, Placed } from './operators.ts';

/** The cursor of an operator, over the machine's frame. */
export function cursorOf(operator: Operator, machine: Machine): Cursor {
  switch (operator.kind) {
    case 'argument':
      return argument();
    case 'scan':
      return scan(operator, cursorOf(operator.source, machine), machine);
    case 'expand':
      return expand(operator, cursorOf(operator.source, machine), machine);
    case 'expandMany':
      return expandMany(operator, cursorOf(operator.source, machine), machine);
    case 'endpoints':
      return endpoints(operator, cursorOf(operator.source, machine), machine);
    case 'filter':
      return filter(operator, cursorOf(operator.source, machine), machine);
    case 'path':
      return mapped(cursorOf(operator.source, machine), () => {
        machine.frame[operator.slot] = pathOf(operator.elements, machine);
      });
    case 'optional':
      return optional(operator, machine);
    case 'unwind':
      return unwind(operator, cursorOf(operator.source, machine), machine);
    case 'project':
      return project(operator, cursorOf(operator.source, machine), machine);
    case 'aggregate':
      return aggregate(operator, cursorOf(operator.source, machine), machine);
    case 'distinct':
      return distinct(operator, cursorOf(operator.source, machine), machine);
    case 'sort':
      return sort(operator, cursorOf(operator.source, machine), machine);
    case 'skip':
      return skip(operator, cursorOf(operator.source, machine), machine);
    case 'limit':
      return limit(operator, cursorOf(operator.source, machine), machine);
  }
}

type Of<K extends Operator['kind']> = Extract<Operator, { kind: K }>;

function argument(): Cursor {
  let isDone = false;
  return {
    open: () => {
      isDone = false;
    },
    next: () => {
      if (isDone) return 'done';
      isDone = true;
      return 'row';
    },
  };
}

function scan({ slot, label }: Of<'scan'>, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const handles = label === null ? null : snapshot.nodesWithLabel(label);
  const count = handles === null ? snapshot.nodeCount : handles.length;
  let place = count;
  return {
    open: () => {
      place = count;
      source.open();
    },
    next: () => {
      if (machine.isTired()) return 'pause';
      while (place >= count) {
        const status = source.next();
        if (status !== 'row') return status;
        place = 0;
      }
      frame[slot] = snapshot.node(handles === null ? place : (handles[place] as number));
      place += 1;
      return 'row';
    },
  };
}

function filter({ condition, scope }: Of<'filter'>, source: Cursor, machine: Machine): Cursor {
  const holds = compileCondition(condition, scope, machine);
  return {
    open: () => source.open(),
    next: () => {
      for (;;) {
        const status = source.next();
        if (status !== 'row' || holds() === true) return status;
      }
    },
  };
}

/** Does something with each row. */
function mapped(source: Cursor, change: () => void): Cursor {
  return {
    open: () => source.open(),
    next: () => {
      const status = source.next();
      if (status === 'row') change();
      return status;
    },
  };
}

/** A path of bound nodes and relationships in turn; a list of relationships stands for the way between two nodes. */
function pathOf(elements: readonly number[], { frame, snapshot }: Machine): PathRef {
  const nodes: NodeRef[] = [];
  const relationships: RelationshipRef[] = [];
  for (const slot of elements) {
    const value = frame[slot] as NodeRef | RelationshipRef | readonly RelationshipRef[];
    if (value instanceof NodeRef) {
      if (nodes.length === relationships.length) nodes.push(value);
      continue;
    }
    const steps = (isList(value) ? value : [value]) as readonly RelationshipRef[];
    for (const step of steps) {
      relationships.push(step);
      if (!isList(value)) continue;
      const [start, end] = [snapshot.start(step.handle), snapshot.end(step.handle)];
      nodes.push(snapshot.node(nodes.at(-1)?.handle === start ? end : start));
    }
  }
  return new PathRef(nodes, relationships);
}

function optional({ source, inner, slots }: Of<'optional'>, machine: Machine): Cursor {
  const outside = cursorOf(source, machine);
  const inside = cursorOf(inner, machine);
  let state: 'outside' | 'inside' | 'matched' = 'outside';
  return {
    open: () => {
      state = 'outside';
      outside.open();
    },
    next: () => {
      for (;;) {
        if (state === 'outside') {
          const status = outside.next();
          if (status !== 'row') return status;
          inside.open();
          state = 'inside';
        }
        const status = inside.next();
        if (status === 'pause') return status;
        const isFirst = state === 'inside';
        state = status === 'row' ? 'matched' : 'outside';
        if (status === 'row') return status;
        if (!isFirst) continue;
        for (const slot of slots) machine.frame[slot] = null;
        return 'row';
      }
    },
  };
}

/** Null unwinds to no row, a value that is no list to one. */
function unwind({ list, scope, slot }: Of<'unwind'>, source: Cursor, machine: Machine): Cursor {
  const evaluate = compile(list, scope, machine);
  let items: readonly Inner[] = [];
  let place = 0;
  return {
    open: () => {
      items = [];
      source.open();
    },
    next: () => {
      if (machine.isTired()) return 'pause';
      while (place >= items.length) {
        const status = source.next();
        if (status !== 'row') return status;
        const value = evaluate();
        items = value === null ? [] : isList(value) ? value : [value];
        place = 0;
      }
      machine.frame[slot] = items[place] as Inner;
      place += 1;
      return 'row';
    },
  };
}

function project({ columns, scope }: Of<'project'>, source: Cursor, machine: Machine): Cursor {
  const { frame } = machine;
  const values = columns.map(({ slot, expression }) => ({
    slot,
    value: compile(expression, scope, machine),
  }));
  return mapped(source, () => {
    for (const { slot, value } of values) frame[slot] = value();
  });
}

/** Takes all rows of a source, across pauses, and then gives rows of its own making. */
function gathered(
  source: Cursor,
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

interface Group {
  readonly keys: readonly Inner[];
  readonly gatherings: readonly { add(): void; result(): Inner }[];
}

function aggregate({ keys, aggregates, scope }: Of<'aggregate'>, source: Cursor, machine: Machine): Cursor {
  const { frame } = machine;
  const evaluateKeys = keys.map(({ expression }) => compile(expression, scope, machine));
  const makers = aggregates.map(({ expression }) => gatheringOf(expression, scope, machine));
  const makeGroup = (values: readonly Inner[]): Group => {
    machine.hold(values.length + makers.length);
    return { keys: values, gatherings: makers.map((make) => make()) };
  };
  let groups = new Map<unknown, Group>();
  return gathered(source, {
    begin: () => {
      groups = new Map();
    },
    take: () => {
      const values = evaluateKeys.map((evaluate) => evaluate());
      const key = samenessOf(values);
      const group = groups.get(key) ?? makeGroup(values);
      groups.set(key, group);
      for (const gathering of group.gatherings) gathering.add();
    },
    *finish() {
      if (groups.size === 0 && keys.length === 0) groups.set(null, makeGroup([]));
      for (const group of groups.values()) {
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

function put(placed: readonly Placed[], values: readonly Inner[], frame: Inner[]): void {
  for (const [i, { slot }] of placed.entries()) frame[slot] = values[i] as Inner;
}

/** Makes, for each group, what takes in the row at hand. */
function gatheringOf(
  expression: Expression,
  scope: Of<'aggregate'>['scope'],
  machine: Machine,
): () => Group['gatherings'][number] {
  if (expression.kind === 'countAll') return countRows;
  const known = expression.kind === 'call' ? aggregateNamed(expression.name) : undefined;
  if (known === undefined || expression.kind !== 'call')
    throw new Error('Unchecked query: not an aggregate.');
  const [value, second] = expression.arguments.map((argument) => compile(argument, scope, machine)) as [
    Evaluate,
    Evaluate | undefined,
  ];
  const fail = (problem: string) => machine.fail(problem, expression);
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
        machine.hold(keeps);
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

function distinct({ slots }: Of<'distinct'>, source: Cursor, machine: Machine): Cursor {
  const { frame } = machine;
  let seen = new Set<unknown>();
  const isNew = () => {
    const key = samenessOf(slots.map((slot) => frame[slot] as Inner));
    if (seen.has(key)) return false;
    machine.hold(slots.length);
    seen.add(key);
    return true;
  };
  return {
    open: () => {
      seen = new Set();
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

interface Sorted {
  readonly keys: readonly Inner[];
  readonly values: readonly Inner[];
}

function sort({ by, scope, keep }: Of<'sort'>, source: Cursor, machine: Machine): Cursor {
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
  let rows: Sorted[] = [];
  return gathered(source, {
    begin: () => {
      rows = [];
    },
    take: () => {
      machine.hold(keys.length + keep.length);
      rows.push({ keys: keys.map(({ value }) => value()), values: keep.map((slot) => frame[slot] as Inner) });
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

function skip({ count }: Of<'skip'>, source: Cursor, machine: Machine): Cursor {
  const most = countOf('SKIP', count, machine);
  let left = 0;
  return {
    open: () => {
      left = most();
      source.open();
    },
    next: () => {
      for (;;) {
        const status = source.next();
        if (status !== 'row' || left <= 0) return status;
        left -= 1;
      }
    },
  };
}

function limit({ count }: Of<'limit'>, source: Cursor, machine: Machine): Cursor {
  const most = countOf('LIMIT', count, machine);
  let left = 0;
  return {
    open: () => {
      left = most();
      source.open();
    },
    next: (): Status => {
      if (left <= 0) return 'done';
      const status = source.next();
      if (status === 'row') left -= 1;
      return status;
    },
  };
}

function countOf(what: 'SKIP' | 'LIMIT', expression: Expression, machine: Machine): () => number {
  const evaluate = compile(expression, new Map(), machine);
  return () => {
    const value = evaluate();
    if (isInteger(value) && value >= 0) return Number(value);
    const found = isInteger(value) ? value : typeName(value);
    return machine.fail(`${what} takes a whole number from 0 on, not ${found}.`, expression);
  };
}
