// The cursor of many hops where only the nodes reached are of use: breadth first, each node once.
import { Hops, nodeIn } from './expand.ts';
import { NodeRef } from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
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

  const put = (node: number): boolean => {
    machine.fits(met.size);
    const end = frame[to];
    if (isToBound) return end instanceof NodeRef && end.handle === node;
    frame[to] = snapshot.node(node);
    return true;
  };
  const close = () => {
    queue.length = 0;
    met.clear();
    hops.close();
    [place, levelEnd, depth] = [0, 1, 0];
  };
  /** On to the next node to go on from, if it isn't too far away. */
  const leave = () => {
    place += 1;
    if (place === levelEnd) {
      depth += 1;
      levelEnd = queue.length;
    }
    if (place >= queue.length || depth >= max) close();
    else hops.begin(snapshot.node(queue[place] as number));
  };
  return {
    open: () => {
      close();
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        if (queue.length === 0) {
          const status = source.next();
          if (status !== 'row') return status;
          const start = nodeIn(from, machine);
          if (start === null) continue;
          close();
          queue.push(start.handle);
          if (max > 0) hops.begin(start);
          if (min === 0 && met.add(start.handle) && put(start.handle)) return 'row';
          continue;
        }
        if (!hops.advance()) {
          leave();
          continue;
        }
        const { other } = hops;
        if (!met.add(other)) continue;
        queue.push(other);
        if (put(other)) return 'row';
      }
    },
  };
}
