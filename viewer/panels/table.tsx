// The relations as a table: the same as the wall, for keyboards, screen readers and browsers that can't draw.
import { useMemo, useState } from 'preact/hooks';
import type { Relation } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { day, marksOf, typeWords } from '../reading/words.ts';
import { listed } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import { Marks, Name, type PanelProperties } from './words.tsx';

const columns = ['From', 'Relation', 'To', 'Reports', 'Independent', 'Last published'] as const;
type Column = (typeof columns)[number];

/** All relations that the filters let through, by support at first, then by any column. */
export function Table({ atlas, dispatch, state }: PanelProperties & { readonly state: State }) {
  const [by, setBy] = useState<{ readonly column: Column; readonly isDown: boolean } | null>(null);
  const [limit, setLimit] = useState(200);
  const relations = useMemo(() => {
    const all = listed(atlas, state);
    if (by === null) return all;
    const sign = by.isDown ? -1 : 1;
    return all.toSorted((a, b) => sign * inOrder(value(atlas, a, by.column), value(atlas, b, by.column)));
  }, [atlas, state.hidden, by]);
  const sort = (column: Column) =>
    setBy({ column, isDown: by?.column === column ? !by.isDown : columns.indexOf(column) > 2 });
  const chosen = state.selection?.kind === 'relation' ? state.selection.id : null;
  return (
    <div class="table">
      <table>
        <caption class="aside">Relations, the best supported first</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={by?.column === column ? (by.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="sort" onClick={() => sort(column)}>
                  {column}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {relations.slice(0, limit).map((relation) => (
            <tr key={relation.id} class={relation.id === chosen ? 'chosen' : ''}>
              <td>
                <Name atlas={atlas} dispatch={dispatch} id={relation.subject} />
              </td>
              <td>
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: relation.id } })}
                >
                  {typeWords(relation.type)}
                </button>{' '}
                <Marks marks={marksOf(relation)} />
              </td>
              <td>
                <Name atlas={atlas} dispatch={dispatch} id={relation.object} />
              </td>
              <td class="number">{relation.documents}</td>
              <td class="number">{relation.origins}</td>
              <td class="number">{day(relation.lastPublished)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {relations.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit * 4)}>
          Show more of {relations.length.toLocaleString('en')}
        </button>
      )}
      {relations.length === 0 && (
        <p class="hint">No relation passes the filter: switch a type above on again.</p>
      )}
    </div>
  );
}

function value(atlas: Atlas, relation: Relation, column: Column): string | number {
  const name = (id: string) => (atlas.entities.get(id)?.name ?? id).toLowerCase();
  switch (column) {
    case 'From':
      return name(relation.subject);
    case 'Relation':
      return relation.type;
    case 'To':
      return name(relation.object);
    case 'Reports':
      return relation.documents;
    case 'Independent':
      return relation.origins;
    case 'Last published':
      return relation.lastPublished ?? '';
  }
}

const inOrder = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
