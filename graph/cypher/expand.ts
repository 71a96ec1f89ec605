// Cursors that walk along relationships: one hop from a bound node, many hops, and the ends of a bound relationship.
import { equals } from './compare.ts';
import { compile, compileCondition } from './evaluate.ts';
import { type Inner, type InnerMap, isList, NodeRef, RelationshipRef, typeName } from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
import type { Endpoints, Expand, ExpandMany } from './operators.ts';
import { matchesLabels, reversed } from './plan-match.ts';
import { nodeTest, relationshipTest } from './sift.ts';
import type { Adjacency, Snapshot } from './snapshot.ts';

/** The relationships of a bound node, one a row. */
export function expand(operator: Expand, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { from, to, relationship, isToBound, distinctFrom, isSeen } = operator;
  const hops = new Hops(operator, snapshot);
  const passes = relationshipTest(operator.sieves, machine);
  const endPasses = nodeTest(operator.endSieves, machine);
  const toEnd = isToBound ? new Leads(operator, machine) : null;
  const onward = operator.next === null ? null : new Leads(operator.next, machine);
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
        if (!hops.advance()) {
          const status = source.next();
          if (status !== 'row') return status;
          const start = nodeIn(from, machine);
          if (start === null) continue;
          hops.begin(start);
          const isInVain =
            onward?.look(hops.left()) === 'none' ||
            (toEnd !== null && (toEnd.look(hops.left()) === 'none' || !toEnd.mayFrom(start.handle)));
          if (isInVain) hops.close();
          continue;
        }
        if (isToBound) {
          const end = frame[to];
          if (!(end instanceof NodeRef) || end.handle !== hops.other) continue;
        }
        if (onward !== null && !onward.mayFrom(hops.other)) continue;
        if (endPasses !== null && !endPasses(hops.other)) continue;
        if (passes !== null && !passes(hops.relationship)) continue;
        if (isSeen || distinctFrom.length > 0) {
          const found = snapshot.relationship(hops.relationship);
          if (distinctFrom.length > 0 && isAmong(found, distinctFrom, frame)) continue;
          frame[relationship] = found;
        }
        if (!isToBound) frame[to] = snapshot.node(hops.other);
        return 'row';
      }
    },
  };
}

/** As many nodes are tried sooner than it is found out which ones lead on. */
const some = 64;

/** From which nodes a hop leads to a bound one, where finding out costs less than trying. */
class Leads {
  readonly #to: number;
  readonly #frame: readonly Inner[];
  readonly #back: Hops;
  /** 1 by handle for the nodes that are in `#starts`. */
  #marks = new Uint8Array(0);
  readonly #nodeCount: number;
  readonly #starts: number[] = [];
  #isKnown = false;
  #end = -1;
  #asked = 0;

  constructor({ to, types, direction }: Pick<Expand, 'to' | 'types' | 'direction'>, machine: Machine) {
    this.#to = to;
    this.#frame = machine.frame;
    this.#nodeCount = machine.snapshot.nodeCount;
    this.#back = new Hops({ types, direction: reversed(direction) }, machine.snapshot);
  }

  /** The graph may be another since: what a query writes is in it. */
  forget(): void {
    this.#end = -1;
    this.#isKnown = false;
  }

  /** Looks at the row at hand, for which so many nodes will be asked about: whether there may be any, or none. */
  look(count: number): 'some' | 'none' {
    const end = this.#frame[this.#to];
    if (!(end instanceof NodeRef)) {
      this.forget();
      return 'some';
    }
    const isSame = end.handle === this.#end;
    this.#end = end.handle;
    this.#asked += count;
    if (!isSame) this.#isKnown = false;
    if (!this.#isKnown && this.#asked > some) {
      this.#back.begin(end);
      // The same end is likely to come again.
      if (isSame || this.#back.left() <= count) this.#gather();
    }
    return this.#isKnown && this.#starts.length === 0 ? 'none' : 'some';
  }

  #gather(): void {
    if (this.#marks.length === 0) this.#marks = new Uint8Array(this.#nodeCount);
    for (const start of this.#starts) this.#marks[start] = 0;
    this.#starts.length = 0;
    while (this.#back.advance()) {
      this.#marks[this.#back.other] = 1;
      this.#starts.push(this.#back.other);
    }
    this.#isKnown = true;
  }

  /** False only where no hop from the node leads to the end; of what the query itself has created no one knows. */
  mayFrom(node: number): boolean {
    return !this.#isKnown || node >= this.#marks.length || this.#marks[node] === 1;
  }
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
    if (onTrail.has(found) || isAmong(found, distinctFrom, frame)) return false;
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
    hops.begin(snapshot.node(node));
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
    if (isAmong(found, distinctFrom, frame)) return [];
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

const none = new Int32Array(0);

/** The hops from one node, in all directions and types that an operator takes; a loop counts once. */
export class Hops {
  readonly #sides: readonly Adjacency[];
  readonly #operator: Pick<Expand, 'types' | 'direction'>;
  readonly #snapshot: Snapshot;
  #types: readonly (number | null)[] = [];
  /** How many types there were when `#types` was worked out: a query that writes may bring new ones. */
  #typeCount = -1;
  #node = 0;
  #relationships: Int32Array = none;
  #others: Int32Array = none;
  /** Which side and type are at hand: one number for both. */
  #turn = 0;
  #turns = 0;
  #isSecondSide = false;
  #place = 0;
  #end = 0;
  /** After `advance`: the relationship's handle, and that of the node at its other end. */
  relationship = 0;
  other = 0;

  constructor(operator: Pick<Expand, 'types' | 'direction'>, snapshot: Snapshot) {
    const { outgoing, incoming } = snapshot;
    const sides = { out: [outgoing], in: [incoming], both: [outgoing, incoming] };
    this.#sides = sides[operator.direction];
    this.#operator = operator;
    this.#snapshot = snapshot;
  }

  /** Begins at a node; none where that is null. */
  begin(node: NodeRef | null): void {
    this.close();
    if (node === null) return;
    this.#node = node.handle;
    if (this.#typeCount !== this.#snapshot.types.length) {
      this.#typeCount = this.#snapshot.types.length;
      this.#types = typesOf(this.#operator, this.#snapshot) ?? [null];
    }
    this.#turns = this.#sides.length * this.#types.length;
  }

  close(): void {
    this.#turn = 0;
    this.#turns = 0;
    this.#place = 0;
    this.#end = 0;
  }

  /** How many hops are left, loops twice where both directions count. */
  left(): number {
    let sum = this.#end - this.#place;
    for (let turn = this.#turn; turn < this.#turns; turn++) {
      const side = this.#sides[Math.floor(turn / this.#types.length)] as Adjacency;
      const type = this.#types[turn % this.#types.length] as number | null;
      sum += side.end(this.#node, type) - side.begin(this.#node, type);
    }
    return sum;
  }

  /** Goes to the next hop; false where there is none. */
  advance(): boolean {
    for (;;) {
      while (this.#place < this.#end) {
        this.relationship = this.#relationships[this.#place] as number;
        this.other = this.#others[this.#place] as number;
        this.#place += 1;
        if (!this.#isSecondSide || this.other !== this.#node) return true;
      }
      if (this.#turn >= this.#turns) return false;
      this.#turn += 1;
      const turn = Math.floor((this.#turn - 1) / this.#types.length);
      const side = this.#sides[turn] as Adjacency;
      // A loop was met on the first side already.
      this.#isSecondSide = turn > 0;
      const type = this.#types[(this.#turn - 1) % this.#types.length] as number | null;
      this.#place = side.begin(this.#node, type);
      this.#end = side.end(this.#node, type);
      this.#relationships = side.relationships(this.#node);
      this.#others = side.others(this.#node);
    }
  }
}

/** The numbers of the types that are wanted; null for all. */
function typesOf({ types }: Pick<Expand, 'types'>, snapshot: Snapshot): readonly number[] | null {
  if (types === null) return null;
  return snapshot.types.flatMap((name, number) =>
    matchesLabels(types, (label) => label === name) ? [number] : [],
  );
}

export function nodeIn(slot: number, machine: Machine): NodeRef | null {
  const value = machine.frame[slot] as Inner;
  if (value === null || value instanceof NodeRef) return value;
  return machine.fail(`A pattern takes a node here, not ${typeName(value)}.`);
}

function isAmong(found: RelationshipRef, slots: readonly number[], frame: readonly Inner[]): boolean {
  return slots.some((slot) => {
    const value = frame[slot] as Inner;
    return value === found || (isList(value) && value.includes(found));
  });
}
