// From operators to cursors: each asks its source for a row, changes the frame, and says whether there is one. A cursor
// keeps its place between calls, so that a long query can pause and let others have their turn.
import type { Expression } from './ast.ts';
import { compile, compileCondition } from './evaluate.ts';
import { endpoints, expand, expandMany } from './expand.ts';
import { aggregate, distinct, sort } from './gather.ts';
import { type Inner, isInteger, isList, NodeRef, PathRef, type RelationshipRef, typeName } from './inner.ts';
import type { Cursor, Machine, Status } from './machine.ts';
import type { Operator, OperatorOf } from './operators.ts';

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

function scan({ slot, label }: OperatorOf<'scan'>, source: Cursor, machine: Machine): Cursor {
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

function optional({ source, inner, slots }: OperatorOf<'optional'>, machine: Machine): Cursor {
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
  return mapped(source, () => {
    for (const { slot, value } of values) frame[slot] = value();
  });
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

function limit({ count }: OperatorOf<'limit'>, source: Cursor, machine: Machine): Cursor {
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
