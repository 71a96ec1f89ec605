// What the panel holds before anything is chosen: the best supported relations and the best connected entities.
import type { Entity, Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { counted, marksOf, supportWords, typeWords } from '../reading/words.ts';
import { TypeIcon } from './icon.tsx';
import { Marks, type PanelProperties } from './words.tsx';

/** Where to start. */
export function StartHere({ atlas, dispatch }: PanelProperties) {
  const { disputed, connected } = beginningsOf(atlas);
  return (
    <section aria-labelledby="start-here">
      <h2 id="start-here">Start here</h2>
      <p class="hint">Choose a name or a line to see who says so, in which sentence.</p>
      <h3>Best supported</h3>
      <RelationRows atlas={atlas} dispatch={dispatch} relations={atlas.supported.slice(0, 6)} />
      {disputed.length > 0 && (
        <>
          <h3>Where reports disagree</h3>
          <RelationRows atlas={atlas} dispatch={dispatch} relations={disputed} />
        </>
      )}
      <h3>Best connected</h3>
      <ul class="rows">
        {connected.map((entity) => (
          <li key={entity.id}>
            <button
              type="button"
              class="row"
              onClick={() => dispatch({ do: 'select', selection: { kind: 'entity', id: entity.id } })}
            >
              <span class="what with-icon">
                <TypeIcon type={entity.type} />
                <bdi>{entity.name}</bdi>
              </span>
              <span class="count">{counted(degreeOf(atlas, entity), 'relation')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RelationRows({
  atlas,
  dispatch,
  relations,
}: PanelProperties & { readonly relations: readonly Relation[] }) {
  const name = (id: string) => atlas.entities.get(id)?.name ?? id;
  return (
    <ul class="rows">
      {relations.map((relation) => (
        <li key={relation.id}>
          <button
            type="button"
            class="row"
            onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } })}
          >
            <span class="what">
              <bdi>{name(relation.subject)}</bdi> <span class="verb">{typeWords(relation.type)}</span>{' '}
              <bdi>{name(relation.object)}</bdi> <Marks marks={marksOf(relation)} />
            </span>
            <span class="count">{supportWords(relation)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Beginnings {
  readonly disputed: readonly Relation[];
  readonly connected: readonly Entity[];
}

const known = new WeakMap<Atlas, Beginnings>();

/** Kept once found: the panel comes back whenever something is closed, and a graph may be large. */
function beginningsOf(atlas: Atlas): Beginnings {
  const before = known.get(atlas);
  if (before !== undefined) return before;
  const found = {
    disputed: atlas.supported.filter((r) => r.disputed && !r.negated).slice(0, 3),
    connected: mostBy(atlas.ranked, (entity) => degreeOf(atlas, entity), 6),
  };
  known.set(atlas, found);
  return found;
}

const degreeOf = (atlas: Atlas, { id }: Entity): number => atlas.relationsOf.get(id)?.length ?? 0;

/** The items with the highest values, the highest first; of equals the first. Cost: linear for few. */
function mostBy<T>(items: readonly T[], value: (item: T) => number, count: number): readonly T[] {
  const best: { readonly item: T; readonly value: number }[] = [];
  for (const item of items) {
    const own = value(item);
    if (best.length === count && own <= (best.at(-1)?.value ?? 0)) continue;
    const at = best.findIndex((other) => own > other.value);
    best.splice(at === -1 ? best.length : at, 0, { item, value: own });
    best.length = Math.min(best.length, count);
  }
  return best.map(({ item }) => item);
}
