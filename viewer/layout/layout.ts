// The layout as the wall asks for it: entities and relations in, places out, some soon and then better ones.
import type { Entity, Relation } from '../../graph/model.ts';
import { communities } from './communities.ts';
import { isJoinable, join } from './join.ts';
import type { Step, Task } from './layout.worker.ts';
import { type Net, start } from './start.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Places = ReadonlyMap<string, Place>;

/**
 * Calls `place` soon with the starting places, then with better ones, and last with the final ones. Returns a function that
 * stops it. Where most have a place `before`, these keep it and the others join them. The same entities and relations, in
 * the same order, end in the same places. `shape`: about how much wider than high.
 */
export function layout(
  entities: readonly Entity[],
  relations: readonly Relation[],
  radius: (entity: Entity) => number,
  shape: number,
  before: Places,
  place: (places: Places, isFinal: boolean) => void,
): () => void {
  const ids = entities.map((e) => e.id);
  const tell = (flat: Float32Array, isFinal: boolean) =>
    place(new Map(entities.map((e, i) => [e.id, { x: flat[i * 2] ?? 0, y: flat[i * 2 + 1] ?? 0 }])), isFinal);
  if (entities.length === 0) {
    tell(new Float32Array(), true);
    return () => {};
  }
  const net = netOf(entities, relations, radius, shape);
  if (isJoinable(ids, before)) {
    place(join(ids, net, before), true);
    return () => {};
  }
  // Of a small net the start takes less time than waiting for a worker to come up.
  const isBegun = ids.length <= few;
  if (isBegun) tell(start(net, communities(net)), false);
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Step>) => {
    tell(data.places, data.isFinal);
    if (data.isFinal) worker.terminate();
  };
  // Without a worker the picture stays as it starts: plain, but whole.
  worker.onerror = () => tell(start(net, communities(net)), true);
  worker.postMessage({ net, isBegun } satisfies Task);
  return () => worker.terminate();
}

/** So many are begun by the page itself. */
const few = 400;

/** One pair for all relations of two entities, heavier the more independent reports there are. */
export function netOf(
  entities: readonly Entity[],
  relations: readonly Relation[],
  radius: (entity: Entity) => number,
  shape = 1.5,
): Net {
  const numbers = new Map(entities.map((e, i) => [e.id, i]));
  const weights = new Map<string, { readonly pair: readonly [number, number]; weight: number }>();
  for (const relation of relations) {
    const [a, b] = [numbers.get(relation.subject), numbers.get(relation.object)];
    if (a === undefined || b === undefined || a === b) continue;
    const pair = [Math.min(a, b), Math.max(a, b)] as const;
    const known = weights.get(pair.join(' '));
    if (known === undefined) weights.set(pair.join(' '), { pair, weight: relation.origins });
    else known.weight += relation.origins;
  }
  const joined = [...weights.values()];
  return {
    sizes: Float32Array.from(entities, radius),
    pairs: Uint32Array.from(joined.flatMap((j) => j.pair)),
    weights: Float32Array.from(joined, (j) => 1 + Math.log2(j.weight)),
    shape,
  };
}
