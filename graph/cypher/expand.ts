// Cursors that walk along relationships: one hop from a bound node, many hops, and the ends of a bound relationship.
import { equals } from './compare.ts';
import { compile, compileCondition } from './evaluate.ts';
import { Hops, Leads, nodeIn } from './hops.ts';
import { type Inner, type InnerMap, isList, NodeRef, RelationshipRef, typeName } from './inner.ts';
import type { Cursor, Machine, Status } from './machine.ts';
import type { Endpoints, Expand, ExpandMany } from './operators.ts';
import { matchesLabels } from './plan-match.ts';
import { nodeTest, relationshipTest } from './sift.ts';

/** The relationships of a bound node, one a row. */
export function expand(operator: Expand, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { from, to, relationship, isToBound, distinctFrom, isSeen, isTold } = operator;
  const ahead = new Hops(operator, snapshot);
  /** From the other end, if that is bound: there may be fewer there. */
  const back = isToBound ? new Hops(operator, snapshot, true) : null;
  const passes = relationshipTest(operator.sieves, machine);
  const endPasses = nodeTest(operator.endSieves, machine);
  const isLed = operator.source.kind === 'expand' && operator.source.next !== null;
  const toEnd = isToBound && !isLed ? new Leads(operator, machine) : null;
  const onward = operator.next === null ? null : new Leads(operator.next, machine);
  let hops = ahead;
  /** Which ends lead on, if that is known. */
  let marks: Uint8Array | null = null;
  /** Where a hop has to lead, if that is known. */
  let target = -1;
  /** Goes on to the next row of the source from which hops may lead. */
  const fetch = (): Status => {
    for (;;) {
      const status = source.next();
      if (status !== 'row') return status;
      const start = nodeIn(from, machine);
      if (start === null) continue;
      if (begin(start.handle)) return status;
      hops.close();
    }
  };
  /** False where it is known that none leads on. */
  const begin = (start: number): boolean => {
    if (!ahead.begin(start)) return false;
    if (back === null) {
      if (onward === null) return true;
      const isWorth = onward.look(ahead.left()) === 'some';
      marks = onward.marks;
      return isWorth;
    }
    const end = frame[to];
    if (!(end instanceof NodeRef)) return false;
    back.begin(end.handle);
    const isFewerThere = back.left() < ahead.left();
    hops = isFewerThere ? back : ahead;
    target = isFewerThere ? start : end.handle;
    return toEnd === null || (toEnd.look(hops.left()) === 'some' && toEnd.mayFrom(start));
  };
  /** Whether the hop at hand is one; then its relationship is in the frame. */
  const fits = (): boolean => {
    const { other } = hops;
    if (back !== null && other !== target) return false;
    if (endPasses !== null && !endPasses(other)) return false;
    if (passes !== null && !passes(hops.relationship)) return false;
    if (distinctFrom.length > 0 && isAmong(hops.relationship, distinctFrom, frame)) return false;
    if (isSeen) frame[relationship] = snapshot.relationship(hops.relationship);
    else if (isTold) frame[relationship] = hops.relationship;
    return true;
  };
  const drain = (take: (end: number) => void): Exclude<Status, 'row'> => {
    for (;;) {
      while (hops.advance(marks)) {
        if (fits()) take(hops.other);
        if (machine.isTired()) return 'pause';
      }
      const status = fetch();
      if (status !== 'row') return status;
    }
  };
  return {
    open: () => {
      hops.close();
      toEnd?.forget();
      onward?.forget();
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        if (hops.advance(marks)) {
          if (!fits()) continue;
          if (!isToBound) frame[to] = snapshot.node(hops.other);
          return 'row';
        }
        const status = fetch();
        if (status !== 'row') return status;
      }
    },
    drain: (take) =>
      drain((end) => {
        if (!isToBound) frame[to] = snapshot.node(end);
        take();
      }),
    ends: isToBound ? null : { slot: to, drain },
  };
}

/** The paths from a bound node whose length is within the range, depth first, no relationship twice in one. */
export function expandMany(operator: ExpandMany, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { from, to, relationship, isToBound, distinctFrom, min, isReversed } = operator;
  const max = operator.max ?? Number.POSITIVE_INFINITY;
  const properties = operator.properties.map(({ name, expression }) => ({
    name,
    value: compile(expression, operator.scope, machine),
  }));
  const { each } = operator;
  const holds = each === null ? null : compileCondition(each.condition, each.scope, machine);
  const trail: RelationshipRef[] = [];
  const onTrail = new Set<RelationshipRef>();
  /** Of each node on the way: its relationships still to be tried. */
  const open: Hops[] = [];
  let wanted: readonly { readonly name: string; readonly value: Inner }[] = [];
  let fresh: number | null = null;

  const fits = (found: RelationshipRef): boolean => {
    if (onTrail.has(found) || isAmong(found.handle, distinctFrom, frame)) return false;
    if (each !== null && holds !== null) {
      frame[each.slot] = found;
      if (holds() !== true) return false;
    }
    const map = snapshot.relationshipProperties(found.handle) as InnerMap;
    return wanted.every(
      ({ name, value }) => equals(Object.hasOwn(map, name) ? (map[name] as Inner) : null, value) === true,
    );
  };
  const enter = (node: number) => {
    fresh = node;
    if (trail.length >= max) return;
    const hops = new Hops(operator, snapshot);
    hops.begin(node);
    open.push(hops);
  };
  const leave = () => {
    if (open.length === trail.length) onTrail.delete(trail.pop() as RelationshipRef);
  };
  /** Whether the path at hand is a row. */
  const isRow = (node: number): boolean => {
    if (trail.length < min) return false;
    const end = frame[to];
    if (isToBound && !(end instanceof NodeRef && end.handle === node)) return false;
    frame[relationship] = isReversed ? trail.toReversed() : [...trail];
    if (!isToBound) frame[to] = snapshot.node(node);
    return true;
  };
  return {
    open: () => {
      reset();
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        if (fresh !== null) {
          const node = fresh;
          fresh = null;
          const found = isRow(node);
          if (trail.length >= max) dropLast();
          if (found) return 'row';
          continue;
        }
        const hops = open.at(-1);
        if (hops === undefined) {
          const status = source.next();
          if (status !== 'row') return status;
          reset();
          wanted = properties.map(({ name, value }) => ({ name, value: value() }));
          const start = nodeIn(from, machine);
          if (start !== null) enter(start.handle);
          continue;
        }
        if (!hops.advance()) {
          open.pop();
          leave();
          continue;
        }
        const found = snapshot.relationship(hops.relationship);
        if (!fits(found)) continue;
        trail.push(found);
        onTrail.add(found);
        enter(hops.other);
      }
    },
  };

  function reset(): void {
    trail.length = 0;
    open.length = 0;
    onTrail.clear();
    fresh = null;
  }

  /** A path of the greatest length goes no further: back to the node before. */
  function dropLast(): void {
    const last = trail.pop();
    if (last !== undefined) onTrail.delete(last);
  }
}

/** A bound relationship between two nodes, each bound or not: none, one or (undirected) two rows. */
export function endpoints(operator: Endpoints, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { from, to, relationship, isFromBound, isToBound, types, direction, distinctFrom } = operator;
  let ways: (readonly [number, number])[] = [];
  const waysOf = (found: RelationshipRef): (readonly [number, number])[] => {
    const type = snapshot.types[snapshot.type(found.handle)];
    if (types !== null && !matchesLabels(types, (name) => name === type)) return [];
    if (isAmong(found.handle, distinctFrom, frame)) return [];
    const [start, end] = [snapshot.start(found.handle), snapshot.end(found.handle)];
    const forward = direction === 'in' ? [] : [[start, end] as const];
    const backward =
      direction === 'out' || (direction === 'both' && start === end) ? [] : [[end, start] as const];
    return [...forward, ...backward].filter(
      ([a, b]) => (from !== to || a === b) && isAt(from, isFromBound, a) && isAt(to, isToBound, b),
    );
  };
  const isAt = (slot: number, isBound: boolean, node: number): boolean => {
    const value = frame[slot];
    return !isBound || (value instanceof NodeRef && value.handle === node);
  };
  return {
    open: () => {
      ways = [];
      source.open();
    },
    next: () => {
      for (;;) {
        const way = ways.shift();
        if (way !== undefined) {
          if (!isFromBound) frame[from] = snapshot.node(way[0]);
          if (!isToBound) frame[to] = snapshot.node(way[1]);
          return 'row';
        }
        const status = source.next();
        if (status !== 'row') return status;
        const value = frame[relationship] as Inner;
        if (value === null) continue;
        if (!(value instanceof RelationshipRef))
          machine.fail(`A pattern takes a relationship here, not ${typeName(value)}.`);
        ways = waysOf(value);
      }
    },
  };
}

/** Whether a relationship is one of those in slots, where it stands itself, in a list, or as a mere handle. */
function isAmong(handle: number, slots: readonly number[], frame: readonly Inner[]): boolean {
  for (let i = 0; i < slots.length; i++) {
    const value = frame[slots[i] as number] as Inner;
    if (value === handle || (value instanceof RelationshipRef && value.handle === handle)) return true;
    if (isList(value) && value.some((item) => item instanceof RelationshipRef && item.handle === handle))
      return true;
  }
  return false;
}
