// The cursor of many hops where only the nodes reached are of use: breadth first, each node once.
import { Hops, nodeIn } from './hops.ts';
import { NodeRef } from './inner.ts';
import type { Cursor, Machine, Status } from './machine.ts';
import type { ExpandMany } from './operators.ts';
import { Marks } from './places.ts';

/** A row for each node that can be reached within the range, whose least is at most 1. */
export function reach(operator: ExpandMany, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { from, to, isToBound, min } = operator;
  const max = operator.max ?? Number.POSITIVE_INFINITY;
  const hops = new Hops(operator, snapshot);
  const met = new Marks(snapshot.nodeCount);
  /** Nodes in the order in which they were met; those before `place` have been left already. */
  const queue: number[] = [];
  let [place, levelEnd, depth] = [0, 0, 0];
  let isStartDue = false;

  const close = () => {
    queue.length = 0;
    met.clear();
    hops.close();
    [place, levelEnd, depth] = [0, 1, 0];
    isStartDue = false;
  };
  /** On to the next node to go on from; false where all are too far away. */
  const leave = (): boolean => {
    place += 1;
    if (place === levelEnd) {
      depth += 1;
      levelEnd = queue.length;
    }
    if (place >= queue.length || depth >= max) return false;
    hops.begin(queue[place] as number);
    return true;
  };
  /** On to the next row of the source. */
  const fetch = (): Status => {
    for (;;) {
      const status = source.next();
      if (status !== 'row') return status;
      const start = nodeIn(from, machine);
      if (start === null) continue;
      close();
      queue.push(start.handle);
      if (max > 0) hops.begin(start.handle);
      isStartDue = min === 0 && met.add(start.handle);
      return status;
    }
  };
  /** The next node that is reached; or what there is instead. */
  const advance = (): number | 'pause' | 'done' => {
    if (isStartDue) {
      isStartDue = false;
      if (isWanted(queue[0] as number)) return queue[0] as number;
    }
    for (;;) {
      if (machine.isTired()) return 'pause';
      if (!hops.advance()) {
        if (queue.length === 0 || !leave()) return 'done';
        continue;
      }
      const { other } = hops;
      if (!met.add(other)) continue;
      machine.fits(met.size);
      queue.push(other);
      if (isWanted(other)) return other;
    }
  };
  const isWanted = (node: number): boolean => {
    if (!isToBound) return true;
    const end = frame[to];
    return end instanceof NodeRef && end.handle === node;
  };
  const drain = (take: (node: number) => void): Exclude<Status, 'row'> => {
    for (;;) {
      const node = advance();
      if (typeof node === 'number') take(node);
      else if (node === 'pause') return node;
      else {
        const status = fetch();
        if (status !== 'row') return status;
      }
    }
  };
  return {
    open: () => {
      close();
      source.open();
    },
    next: () => {
      for (;;) {
        const node = advance();
        if (node === 'pause') return node;
        if (typeof node === 'number') {
          if (!isToBound) frame[to] = snapshot.node(node);
          return 'row';
        }
        const status = fetch();
        if (status !== 'row') return status;
      }
    },
    drain: (take) =>
      drain((node) => {
        if (!isToBound) frame[to] = snapshot.node(node);
        take();
      }),
    ends: isToBound ? null : { slot: to, drain },
  };
}
