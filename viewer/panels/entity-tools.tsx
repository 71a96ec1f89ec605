// What can be done with an entity on the wall: its neighbourhood, a way to another, expand and collapse, pin, hide.
import { useState } from 'preact/hooks';
import { absentNeighbours, atATime, hangingOn } from '../state/neighbours.ts';
import type { EntityContent } from './entity.tsx';
import { EntityPicker } from './search.tsx';

/** The row of tools below an entity's name. */
export function EntityTools({ atlas, dispatch, entity, relations, state, seen }: EntityContent) {
  const [isPicking, setIsPicking] = useState(false);
  const { scope, pinned } = state.chosen;
  const steps = scope.is === 'around' && scope.entity === entity.id ? scope.steps : 0;
  const absent = absentNeighbours(atlas, seen, entity.id);
  const hanging = hangingOn(seen, entity.id);
  const isPinned = pinned.includes(entity.id);
  const isThere = seen.entities.has(entity.id);
  return (
    <div class="tools">
      <fieldset class="tool-row" aria-label="On the wall">
        {!isThere && (
          <button
            type="button"
            class="button small strong"
            onClick={() => dispatch({ do: 'add', entities: [entity.id] })}
          >
            Put on the wall
          </button>
        )}
        {relations.length > 0 && (
          <fieldset class="steps" aria-label="Only those at most so many steps away">
            {[1, 2, 3].map((n) => (
              <button
                type="button"
                key={n}
                class="button small"
                aria-pressed={steps === n}
                aria-label={n === 1 ? '1 step: neighbours alone' : `${n} steps away`}
                title={n === 1 ? 'Neighbours alone' : `Up to ${n} steps away`}
                onClick={() =>
                  dispatch({
                    do: 'scope',
                    scope: steps === n ? { is: 'all' } : { is: 'around', entity: entity.id, steps: n },
                  })
                }
              >
                {n === 1 ? '1 step' : n}
              </button>
            ))}
          </fieldset>
        )}
        <button
          type="button"
          class="button small"
          aria-expanded={isPicking}
          onClick={() => setIsPicking(!isPicking)}
        >
          Path to…
        </button>
        {absent.length > 0 && (
          <button
            type="button"
            class="button small"
            title={`Bring ${absent.length > atATime ? `the ${atATime} best supported of ${absent.length}` : absent.length} neighbours`}
            onClick={() => dispatch({ do: 'add', entities: [entity.id, ...absent.slice(0, atATime)] })}
          >
            Expand <span class="count">{absent.length}</span>
          </button>
        )}
        {hanging.length > 0 && (
          <button
            type="button"
            class="button small"
            title="Take away the neighbours that hang on it alone"
            onClick={() => dispatch({ do: 'hide', entities: hanging })}
          >
            Collapse <span class="count">{hanging.length}</span>
          </button>
        )}
        <button
          type="button"
          class="button small"
          aria-pressed={isPinned}
          title="Keep it whatever is filtered"
          onClick={() => dispatch({ do: 'pin', entity: entity.id })}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </button>
        {isThere && (
          <button
            type="button"
            class="button small"
            onClick={() => dispatch({ do: 'hide', entities: [entity.id] })}
          >
            Hide
          </button>
        )}
      </fieldset>
      {isPicking && (
        <EntityPicker
          atlas={atlas}
          label="To whom or what?"
          except={entity.id}
          onPick={({ id }) => {
            setIsPicking(false);
            dispatch({ do: 'scope', scope: { is: 'path', from: entity.id, to: id } });
          }}
        />
      )}
    </div>
  );
}
