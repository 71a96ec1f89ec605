// The cursor of shortestPath and allShortestPaths between two bound nodes: breadth first, from both ends at once where
// only the length counts, along whole trails where something must hold of the path.
import { equals } from './compare.ts';
import { compile, compileCondition } from './evaluate.ts';
import { Hops, nodeIn } from './hops.ts';
import { type Inner, type InnerMap, type NodeRef, PathRef, type RelationshipRef } from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
import type { Shortest } from './operators.ts';
import { reversed } from './plan-match.ts';

/** A way from the start: the relationship taken last, and the way before it. */
interface Way {
  readonly node: number;
  readonly relationship: number;
  readonly before: Way | null;
  readonly length: number;
}

/** What has been met from one end: nodes by the relationship that led there, and those met last. */
interface Side {
  readonly hops: Hops;
  readonly reached: Map<number, number>;
  level: number[];
}

export function shortest(operator: Shortest, source: Cursor, machine: Machine): Cursor {
  const { snapshot, frame } = machine;
  const { isOne, min, from, to, relationship, path, scope } = operator;
  const max = operator.max ?? Number.POSITIVE_INFINITY;
  const hops = new Hops(operator, snapshot);
  const wanted = operator.properties.map(({ name, expression }) => ({
    name,
    value: compile(expression, scope, machine),
  }));
  const conditions = operator.conditions.map((condition) => compileCondition(condition, scope, machine));
  const back = new Hops({ ...operator, direction: reversed(operator.direction) }, snapshot);
  const isFromBothEnds = isOne && conditions.length === 0 && min <= 1;
  let ways: Iterator<Way | 'pause'> | null = null;
  /** The length of the shortest way so far, and whether it is over after one. */
  let length = Number.POSITIVE_INFINITY;

  const fits = (handle: number): boolean => {
    if (wanted.length === 0) return true;
    const map = snapshot.relationshipProperties(handle) as InnerMap;
    return wanted.every(
      ({ name, value }) => equals(Object.hasOwn(map, name) ? (map[name] as Inner) : null, value()) === true,
    );
  };
  /** The hops from a node as they are now: a search below may use the same object meanwhile. */
  const around = (node: number): { readonly relationship: number; readonly other: number }[] => {
    const found: { readonly relationship: number; readonly other: number }[] = [];
    hops.begin(node);
    while (hops.advance())
      if (fits(hops.relationship)) found.push({ relationship: hops.relationship, other: hops.other });
    return found;
  };
  /** Every trail by length, or, where each node needs to be met only at its shortest, those alone. */
  function* search(start: number, end: number): Generator<Way | 'pause'> {
    const distances = new Map([[start, 0]]);
    const isPlain = conditions.length === 0 && min <= 1;
    let kept = 0;
    let level: Way[] = [{ node: start, relationship: -1, before: null, length: 0 }];
    if (start === end && min === 0) yield level[0] as Way;
    for (let steps = 1; steps <= max && level.length > 0; steps++) {
      const next: Way[] = [];
      for (const way of level) {
        for (const { relationship, other } of around(way.node)) {
          if (machine.isTired()) yield 'pause';
          if (isPlain) {
            const known = distances.get(other);
            if (known !== undefined && (isOne || known < steps)) continue;
            distances.set(other, steps);
          } else if (isOnWay(way, relationship)) continue;
          machine.fits(++kept);
          next.push({ node: other, relationship, before: way, length: steps });
        }
      }
      if (steps >= min) for (const way of next) if (way.node === end) yield way;
      if (isPlain && distances.has(end) && start !== end) return;
      level = next;
    }
  }
  /** One shortest way, level by level from that end which has fewer nodes at hand: the first that both have met. */
  function* meet(start: number, end: number): Generator<Way | 'pause'> {
    let near: Side = { hops, reached: new Map([[start, -1]]), level: [start] };
    let far: Side = { hops: back, reached: new Map([[end, -1]]), level: [end] };
    for (let steps = 1; steps <= max && near.level.length > 0 && far.level.length > 0; steps++) {
      if (near.level.length > far.level.length) [near, far] = [far, near];
      const next: number[] = [];
      for (const node of near.level) {
        near.hops.begin(node);
        while (near.hops.advance()) {
          const { relationship, other } = near.hops;
          if (machine.isTired()) yield 'pause';
          if (near.reached.has(other) || !fits(relationship)) continue;
          near.reached.set(other, relationship);
          machine.fits(near.reached.size + far.reached.size);
          if (far.reached.has(other)) {
            const [first, second] = near.hops === hops ? [near, far] : [far, near];
            yield wayBetween(first.reached, other, second.reached);
            return;
          }
          next.push(other);
        }
      }
      near.level = next;
    }
  }
  /** From the start to where both sides met, and on to the end. */
  const wayBetween = (near: Side['reached'], middle: number, far: Side['reached']): Way => {
    const first: number[] = [];
    let node = middle;
    for (let last = near.get(node) as number; last >= 0; last = near.get(node) as number) {
      first.unshift(last);
      node = otherEnd(last, node);
    }
    let way: Way = { node, relationship: -1, before: null, length: 0 };
    const walk = (relationship: number) => {
      const to = otherEnd(relationship, way.node);
      way = { node: to, relationship, before: way, length: way.length + 1 };
    };
    for (const relationship of first) walk(relationship);
    for (let next = far.get(way.node) as number; next >= 0; next = far.get(way.node) as number) walk(next);
    return way;
  };
  const otherEnd = (relationship: number, node: number): number => {
    const start = snapshot.start(relationship);
    return start === node ? snapshot.end(relationship) : start;
  };
  const take = (way: Way): boolean => {
    const trail: RelationshipRef[] = [];
    const nodes: NodeRef[] = [];
    for (let at: Way | null = way; at !== null; at = at.before) {
      nodes.unshift(snapshot.node(at.node));
      if (at.before !== null) trail.unshift(snapshot.relationship(at.relationship));
    }
    frame[relationship] = trail;
    if (path !== null) frame[path] = new PathRef(nodes, trail);
    return conditions.every((condition) => condition() === true);
  };
  return {
    open: () => {
      ways = null;
      source.open();
    },
    next: () => {
      for (;;) {
        if (machine.isTired()) return 'pause';
        if (ways === null) {
          const status = source.next();
          if (status !== 'row') return status;
          const [start, end] = [nodeIn(from, machine), nodeIn(to, machine)];
          if (start === null || end === null) continue;
          if (start === end)
            machine.fail('A shortest path needs two different ends, and here both are the same node.');
          length = Number.POSITIVE_INFINITY;
          ways = isFromBothEnds ? meet(start.handle, end.handle) : search(start.handle, end.handle);
        }
        const found = ways.next();
        if (found.done === true || (found.value !== 'pause' && found.value.length > length)) {
          ways = null;
          continue;
        }
        if (found.value === 'pause') return 'pause';
        if (!take(found.value)) continue;
        length = isOne ? -1 : found.value.length;
        return 'row';
      }
    },
  };
}

function isOnWay(way: Way, relationship: number): boolean {
  for (let at: Way | null = way; at !== null; at = at.before)
    if (at.relationship === relationship) return true;
  return false;
}
