// From operators to cursors: each asks its source for a row, changes the frame, and says whether there is one. A cursor
// keeps its place between calls, so that a long query can pause and let others have their turn.
import type { Expression } from './ast.ts';
import { apply, call, optional, union } from './combine.ts';
import { compile, compileCondition } from './evaluate.ts';
import { endpoints, expand, expandMany } from './expand.ts';
import { aggregate, distinct, eager, lateColumns, sort } from './gather.ts';
import { Hops } from './hops.ts';
import { type Inner, isInteger, isList, NodeRef, PathRef, type RelationshipRef, typeName } from './inner.ts';
import { type Cursor, drained, type Machine, type Status } from './machine.ts';
import type { Operator, OperatorOf } from './operators.ts';
import { reach } from './reach.ts';
import { shortest } from './shortest.ts';
import { many, nodeSearch, nodeTest, type Test } from './sift.ts';
import * as write from './write.ts';

/** The cursor of an operator, over the machine's frame. */
export function cursorOf(operator: Operator, machine: Machine): Cursor {
  const cursor = plainCursorOf(operator, machine);
  const { profile } = machine;
  if (profile === null) return cursor;
  return mapped(cursor, () => profile.set(operator, (profile.get(operator) ?? 0) + 1));
}

function plainCursorOf(operator: Operator, machine: Machine): Cursor {
  switch (operator.kind) {
    case 'argument':
      return argument();
    case 'scan':
      return scan(operator, cursorOf(operator.source, machine), machine);
    case 'expand':
      return expand(operator, cursorOf(operator.source, machine), machine);
    case 'expandMany':
      return (operator.isReach ? reach : expandMany)(operator, cursorOf(operator.source, machine), machine);
    case 'endpoints':
      return endpoints(operator, cursorOf(operator.source, machine), machine);
    case 'filter':
      return filter(operator, cursorOf(operator.source, machine), machine);
    case 'path':
      return mapped(cursorOf(operator.source, machine), () => {
        machine.frame[operator.slot] = pathOf(operator.elements, machine);
      });
    case 'optional':
      return optional(
        operator,
        cursorOf(operator.source, machine),
        cursorOf(operator.inner, machine),
        machine,
      );
    case 'unwind':
      return unwind(operator, cursorOf(operator.source, machine), machine);
    case 'project':
      return project(operator, cursorOf(operator.source, machine), machine);
    case 'aggregate':
      return aggregate(operator, cursorOf(operator.source, machine), machine);
    case 'distinct':
      return distinct(operator, cursorOf(operator.source, machine), machine);
    case 'sort': {
      const late = machine.profile === null && machine.isReading ? lateColumns(operator) : null;
      return late === null
        ? sort(operator, cursorOf(operator.source, machine), machine)
        : sort(operator, cursorOf(late.source, machine), machine, late);
    }
    case 'skip':
      return skip(operator, cursorOf(operator.source, machine), machine);
    case 'limit':
      return limit(operator, cursorOf(operator.source, machine), machine);
    case 'union':
      return union(
        operator,
        operator.branches.map(({ root }) => cursorOf(root, machine)),
        machine,
      );
    case 'apply':
      return apply(operator, cursorOf(operator.source, machine), cursorOf(operator.inner, machine));
    case 'eager':
      return eager(operator, cursorOf(operator.source, machine), machine);
    case 'call':
      return call(operator, cursorOf(operator.source, machine), machine);
    case 'shortest':
      return shortest(operator, cursorOf(operator.source, machine), machine);
    case 'create':
      return write.create(operator, cursorOf(operator.source, machine), machine);
    case 'merge':
      return write.merge(
        operator,
        cursorOf(operator.inner, machine),
        cursorOf(operator.source, machine),
        machine,
      );
    case 'set':
      return write.set(operator, cursorOf(operator.source, machine), machine);
    case 'delete':
      return write.remove(operator, cursorOf(operator.source, machine), machine);
    case 'foreach':
      return write.foreach(
        operator,
        cursorOf(operator.inner, machine),
        cursorOf(operator.source, machine),
        machine,
      );
  }
}

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

function scan(
  { slot, label, seek, sieves, closings }: OperatorOf<'scan'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { snapshot, frame } = machine;
  const value = seek === null ? null : compile(seek.value, seek.scope, machine);
  const search = nodeSearch(sieves, machine);
  const passes = nodeTest(label === null ? sieves : [...sieves, { kind: 'label', label }], machine);
  /** Whether the handles are all that have the label, so that it needn't be asked for. */
  const passesLabelled = nodeTest(sieves, machine);
  const hops = closings.map((closing) => new Hops(closing, snapshot));
  const mayClose = hops.length === 0 ? null : (node: number) => hops.every((back) => back.begin(node));
  let test: Test | null = null;
  let handles: ArrayLike<number> | null = null;
  const gather = (): ArrayLike<number> | null => {
    test = passesLabelled;
    const known = seek === null || value === null ? null : snapshot.nodesWithValue(label, seek.key, value());
    if (known !== null) return known;
    const all = label === null ? snapshot.allNodes() : snapshot.nodesWithLabel(label);
    const found = search === null || (all?.length ?? snapshot.nodeCount) < many ? null : search();
    if (found === null) return all;
    test = passes;
    return found;
  };
  let [place, count] = [0, 0];
  const fetch = (): Status => {
    const status = source.next();
    if (status !== 'row') return status;
    // Only now: the query itself may have changed the graph since.
    handles = gather();
    count = handles === null ? snapshot.nodeCount : handles.length;
    place = 0;
    return status;
  };
  const drain = (take: (node: number) => void): Exclude<Status, 'row'> => {
    for (;;) {
      while (place < count) {
        if (machine.isTired()) return 'pause';
        const handle = handles === null ? place : (handles[place] as number);
        place += 1;
        if ((test === null || test(handle)) && (mayClose === null || mayClose(handle))) take(handle);
      }
      const status = fetch();
      if (status !== 'row') return status;
    }
  };
  return {
    open: () => {
      count = 0;
      place = 0;
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        while (place >= count) {
          const status = fetch();
          if (status !== 'row') return status;
        }
        const handle = handles === null ? place : (handles[place] as number);
        place += 1;
        if (test !== null && !test(handle)) continue;
        if (mayClose !== null && !mayClose(handle)) continue;
        frame[slot] = snapshot.node(handle);
        return 'row';
      }
    },
    drain: (take) =>
      drain((node) => {
        frame[slot] = snapshot.node(node);
        take();
      }),
    ends: { slot, drain },
  };
}

function filter({ condition, scope }: OperatorOf<'filter'>, source: Cursor, machine: Machine): Cursor {
  const holds = compileCondition(condition, scope, machine);
  return {
    open: () => source.open(),
    next: () => {
      for (;;) {
        const status = source.next();
        if (status !== 'row' || holds() === true) return status;
      }
    },
    drain: (take) =>
      drained(source, () => {
        if (holds() === true) take();
      }),
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
    drain: (take) =>
      drained(source, () => {
        change();
        take();
      }),
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

/** Null unwinds to no row, a value that is no list to one. */
function unwind({ list, scope, slot }: OperatorOf<'unwind'>, source: Cursor, machine: Machine): Cursor {
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

function project({ columns, scope }: OperatorOf<'project'>, source: Cursor, machine: Machine): Cursor {
  const { frame } = machine;
  const values = columns.map(({ slot, expression }) => ({
    slot,
    value: compile(expression, scope, machine),
  }));
  const cursor = mapped(source, () => {
    for (const { slot, value } of values) frame[slot] = value();
  });
  const [only, another] = columns;
  const isRenamed =
    source.ends != null &&
    another === undefined &&
    only?.expression.kind === 'variable' &&
    scope.get(only.expression.name) === source.ends.slot;
  return isRenamed ? { ...cursor, ends: { slot: only.slot, drain: source.ends.drain } } : cursor;
}

function skip({ count }: OperatorOf<'skip'>, source: Cursor, machine: Machine): Cursor {
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

function limit({ count, drains }: OperatorOf<'limit'>, source: Cursor, machine: Machine): Cursor {
  const most = countOf('LIMIT', count, machine);
  let left = 0;
  return {
    open: () => {
      left = most();
      source.open();
    },
    next: (): Status => {
      while (left <= 0) {
        const status = drains ? source.next() : 'done';
        if (status !== 'row') return status;
      }
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
    return machine.fail(`${what} takes a whole number from 0 on, not ${found}.`, expression, 'SyntaxError');
  };
}
