// The hops around a node, one after the other; and from which nodes a hop leads to a bound one.
import { type Inner, NodeRef, typeName } from './inner.ts';
import type { Machine } from './machine.ts';
import type { Expand } from './operators.ts';
import { matchesLabels, reversed } from './plan-match.ts';
import type { Adjacency, Row, Snapshot } from './snapshot.ts';

/** A side of a node, and a type of its relationships there; null for all. */
interface Way {
  readonly side: Adjacency;
  readonly type: number | null;
  /** Whether another side comes before: loops are met there already. */
  readonly isSecondSide: boolean;
}

const none = new Int32Array(0);

/** The hops from one node, in all directions and types that an operator takes; a loop counts once. */
export class Hops {
  readonly #sides: readonly Adjacency[];
  readonly #operator: Pick<Expand, 'types'>;
  readonly #snapshot: Snapshot;
  #ways: readonly Way[] = [];
  /** How many types there were when `#ways` was worked out: a query that writes may bring new ones. */
  #typeCount = -1;
  #node = 0;
  /** What is left of the way at hand. */
  readonly #row: Row = { relationships: none, others: none, begin: 0, end: 0 };
  #isSecondSide = false;
  /** The next way to be taken. */
  #way = 0;
  /** After `advance`: the handle of the node at the other end. */
  other = 0;

  /** With `isBackwards` those that lead to the node, in the order in which they are met from the other end. */
  constructor(operator: Pick<Expand, 'types' | 'direction'>, snapshot: Snapshot, isBackwards = false) {
    const { outgoing, incoming } = snapshot;
    const [ahead, behind] = isBackwards ? [incoming, outgoing] : [outgoing, incoming];
    this.#sides = { out: [ahead], in: [behind], both: [ahead, behind] }[operator.direction];
    this.#operator = operator;
    this.#snapshot = snapshot;
  }

  /** After `advance`: the relationship's handle. */
  get relationship(): number {
    return this.#row.relationships[this.#row.begin - 1] as number;
  }

  /** Takes up the hops from a node; false where there are none. */
  begin(node: number): boolean {
    if (this.#typeCount !== this.#snapshot.types.length) this.#learnTypes();
    this.#node = node;
    this.#way = 0;
    do {
      if (!this.#enter()) {
        this.close();
        return false;
      }
    } while (this.#row.begin === this.#row.end);
    return true;
  }

  close(): void {
    this.#way = this.#ways.length;
    this.#row.begin = 0;
    this.#row.end = 0;
  }

  /** How many hops are left, loops twice where both directions count. */
  left(): number {
    let sum = this.#row.end - this.#row.begin;
    for (let i = this.#way; i < this.#ways.length; i++) {
      const { side, type } = this.#ways[i] as Way;
      sum += side.end(this.#node, type) - side.begin(this.#node, type);
    }
    return sum;
  }

  /** Goes to the next hop, or to the next that leads to a marked node (or to one beyond the marks); false where there is none. */
  advance(marks: Uint8Array | null = null): boolean {
    const row = this.#row;
    do {
      const { others, end } = row;
      for (let place = row.begin; place < end; place++) {
        const other = others[place] as number;
        if (marks !== null && marks[other] === 0) continue;
        if (this.#isSecondSide && other === this.#node) continue;
        this.other = other;
        row.begin = place + 1;
        return true;
      }
      row.begin = end;
    } while (this.#enter());
    return false;
  }

  /** On to the next way; false where there is none. */
  #enter(): boolean {
    const way = this.#ways[this.#way];
    if (way === undefined) return false;
    this.#way += 1;
    const { side, type, isSecondSide } = way;
    side.row(this.#node, type, this.#row);
    this.#isSecondSide = isSecondSide;
    return true;
  }

  #learnTypes(): void {
    this.#typeCount = this.#snapshot.types.length;
    const types = typesOf(this.#operator, this.#snapshot) ?? [null];
    this.#ways = this.#sides.flatMap((side, i) => types.map((type) => ({ side, type, isSecondSide: i > 0 })));
  }
}

/** The numbers of the types that are wanted; null for all. */
function typesOf({ types }: Pick<Expand, 'types'>, snapshot: Snapshot): readonly number[] | null {
  if (types === null) return null;
  return snapshot.types.flatMap((name, number) =>
    matchesLabels(types, (label) => label === name) ? [number] : [],
  );
}

/** The node in a slot, or null. Errors: `CypherError` where something else is there. */
export function nodeIn(slot: number, machine: Machine): NodeRef | null {
  const value = machine.frame[slot] as Inner;
  if (value === null || value instanceof NodeRef) return value;
  return machine.fail(`A pattern takes a node here, not ${typeName(value)}.`);
}

/** As many nodes are tried sooner than it is found out which ones lead on. */
const some = 64;

/** From which nodes a hop leads to a bound one, where finding out costs less than trying. */
export class Leads {
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
      this.#back.begin(end.handle);
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

  /** 0 for the nodes from which no hop leads to the end; null where that isn't known. */
  get marks(): Uint8Array | null {
    return this.#isKnown ? this.#marks : null;
  }

  /** False only where no hop from the node leads to the end; of what the query itself has created no one knows. */
  mayFrom(node: number): boolean {
    return !this.#isKnown || node >= this.#marks.length || this.#marks[node] === 1;
  }
}
