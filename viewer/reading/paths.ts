// Who is how near to whom, over relations that are let through. Breadth first, along and against their direction.
import type { Relation } from '../../graph/model.ts';
import { type Atlas, otherEnd } from './atlas.ts';

/** Ids of the entities at most so many relations away, the entity itself first, then the nearest, the best supported first. */
export function around(
  atlas: Atlas,
  entity: string,
  steps: number,
  passes: (relation: Relation) => boolean,
): readonly string[] {
  const found = new Set([entity]);
  let edge = [entity];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next: string[] = [];
    for (const near of edge)
      for (const relation of atlas.relationsOf.get(near) ?? []) {
        const far = otherEnd(relation, near);
        if (found.has(far) || !passes(relation)) continue;
        found.add(far);
        next.push(far);
      }
    edge = next;
  }
  return [...found];
}

export interface Way {
  /** Every entity on a shortest way, both ends first; empty where no way leads from one to the other. */
  readonly entities: readonly string[];
  /** Ids of the relations that such ways take. */
  readonly relations: ReadonlySet<string>;
  /** How many relations each takes. */
  readonly length: number;
}

/** All shortest ways between two entities. Cost: linear in the relations that are nearer to the first than the second is. */
export function ways(atlas: Atlas, from: string, to: string, passes: (relation: Relation) => boolean): Way {
  const distance = new Map([[from, 0]]);
  let edge = [from];
  while (edge.length > 0 && !distance.has(to)) {
    const next: string[] = [];
    for (const near of edge)
      for (const relation of atlas.relationsOf.get(near) ?? []) {
        const far = otherEnd(relation, near);
        if (distance.has(far) || !passes(relation)) continue;
        distance.set(far, (distance.get(near) ?? 0) + 1);
        next.push(far);
      }
    edge = next;
  }
  const length = distance.get(to);
  if (length === undefined) return { entities: [], relations: new Set(), length: 0 };
  const entities = new Set([from, to]);
  const relations = new Set<string>();
  for (let back = [to], left = length; left > 0; left--) {
    const before = new Set<string>();
    for (const far of back)
      for (const relation of atlas.relationsOf.get(far) ?? []) {
        const near = otherEnd(relation, far);
        if (distance.get(near) !== left - 1 || !passes(relation)) continue;
        relations.add(relation.id);
        entities.add(near);
        before.add(near);
      }
    back = [...before];
  }
  return { entities: [...entities], relations, length };
}
