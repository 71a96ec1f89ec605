// What an update changed, in the graph's own terms: read from what stands and what stood, and only what was touched.
import { type Difference, differenceOf } from '../../../graph/difference.ts';
import type { Entity, Graph } from '../../../graph/model.ts';
import { byId } from '../part.ts';
import type { StandingGraph } from './read.ts';
import type { Outcome } from './update.ts';

/** A difference, and the entities that it may name. */
export interface Told {
  readonly difference: Difference;
  readonly entities: readonly Entity[];
}

/** The same as `differenceOf` the whole graphs. *Cost*: that of the articles and pairs that the update touched. */
export function differenceTold(before: StandingGraph, after: StandingGraph, outcome: Outcome): Told {
  const [old, now] = [
    touched(before, outcome, outcome.entities.before),
    touched(after, outcome, outcome.entities.after),
  ];
  const difference = differenceOf(old, now);
  const known = new Map([...old.entities, ...now.entities].map((entity) => [entity.id, entity]));
  const { added, removed, changed } = difference.relations;
  for (const { subject, object } of [...added, ...removed, ...changed.map(({ after }) => after)])
    for (const id of [subject, object]) {
      const entity = known.has(id) ? undefined : (after.entity(id) ?? before.entity(id));
      if (entity !== undefined) known.set(id, entity);
    }
  return { difference, entities: [...known.values()] };
}

/** The part of a graph that may be another after the update. */
function touched(
  graph: StandingGraph,
  { documents, removed, relations }: Outcome,
  entities: readonly Entity[],
): Graph {
  const ids = [...new Set([...documents, ...removed])].filter((id) => graph.has(id));
  const parts = ids.map((id) => graph.part(id));
  return {
    documents: parts.map(({ document }) => document),
    claims: parts.flatMap(({ claims }) => claims),
    entities: byId(entities),
    relations: relations.pairs.flatMap((pair) => graph.relationsOfPair(pair)),
    sentences: [],
    mentions: [],
  };
}
