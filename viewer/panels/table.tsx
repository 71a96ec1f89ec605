// The same as the wall as a table, for keyboards, screen readers and browsers that can't draw: relations, or entities.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entity, Relation } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import { day, entityTypeWords, marksOf, typeWords } from '../reading/words.ts';
import { listed } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import { TypeIcon } from './icon.tsx';
import { Marks, Name, type PanelProperties } from './words.tsx';

type Value = string | number;

interface Column<Item> {
  readonly title: string;
  readonly isNumber?: boolean;
  value(item: Item): Value;
  cell(item: Item): ComponentChildren;
}

/** All relations that the filters let through, by support at first, then by any column; or the entities that they join. */
export function Table({
  atlas,
  dispatch,
  state,
  empty,
}: PanelProperties & { readonly state: State; readonly empty: ComponentChildren }) {
  const [what, setWhat] = useState<'Relations' | 'Entities'>('Relations');
  const relations = useMemo(() => listed(atlas, state.chosen), [atlas, state.chosen]);
  const entities = useMemo(
    () => (what === 'Entities' ? joinedBy(atlas, relations, state) : []),
    [atlas, relations, what],
  );
  const select = (selection: NonNullable<State['selection']>) => dispatch({ do: 'select', selection });
  return (
    <div class="table">
      <div class="tabs">
        {(['Relations', 'Entities'] as const).map((name) => (
          <button type="button" key={name} aria-pressed={what === name} onClick={() => setWhat(name)}>
            {name}
          </button>
        ))}
      </div>
      {what === 'Relations' ? (
        <Rows
          key="relations"
          caption="Relations, the best supported first"
          items={relations}
          columns={relationColumns({ atlas, dispatch, open: (id) => select({ kind: 'relation', id }) })}
          chosen={state.selection?.kind === 'relation' ? state.selection.id : null}
        />
      ) : (
        <Rows
          key="entities"
          caption="Entities, the best supported first"
          items={entities}
          columns={entityColumns({ atlas, dispatch })}
          chosen={state.selection?.kind === 'entity' ? state.selection.id : null}
        />
      )}
      {relations.length === 0 && empty}
    </div>
  );
}

function Rows<Item extends { readonly id: string }>({
  caption,
  items,
  columns,
  chosen,
}: {
  readonly caption: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly chosen: string | null;
}) {
  const [by, setBy] = useState<{ readonly column: number; readonly isDown: boolean } | null>(null);
  const [limit, setLimit] = useState(200);
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = useMemo(() => {
    const column = by === null ? undefined : columns[by.column];
    if (column === undefined) return items;
    const sign = by?.isDown ? -1 : 1;
    return items.toSorted((a, b) => sign * inOrder(column.value(a), column.value(b)));
  }, [items, by]);
  useEffect(() => {
    body.current?.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const sort = (column: number) =>
    setBy({
      column,
      isDown: by?.column === column ? !by.isDown : columns[column]?.isNumber === true,
    });
  return (
    <>
      <table>
        <caption class="aside">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, i) => (
              <th
                key={title}
                scope="col"
                aria-sort={by?.column === i ? (by.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="sort" onClick={() => sort(i)}>
                  {title}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {sorted.slice(0, limit).map((item) => (
            <tr
              key={item.id}
              class={item.id === chosen ? 'chosen' : ''}
              aria-current={item.id === chosen ? 'true' : undefined}
            >
              {columns.map(({ title, isNumber, cell }) => (
                <td key={title} class={isNumber ? 'number' : ''}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit * 4)}>
          Show more of {items.length.toLocaleString('en')}
        </button>
      )}
    </>
  );
}

const relationColumns = ({
  atlas,
  dispatch,
  open,
}: PanelProperties & { readonly open: (id: string) => void }): readonly Column<Relation>[] => [
  {
    title: 'From',
    value: (r) => lowName(atlas, r.subject),
    cell: (r) => <Name atlas={atlas} dispatch={dispatch} id={r.subject} />,
  },
  {
    title: 'Relation',
    value: (r) => r.type,
    cell: (r) => (
      <>
        <button type="button" class="link" onClick={() => open(r.id)}>
          {typeWords(r.type)}
        </button>{' '}
        <Marks marks={marksOf(r)} />
      </>
    ),
  },
  {
    title: 'To',
    value: (r) => lowName(atlas, r.object),
    cell: (r) => <Name atlas={atlas} dispatch={dispatch} id={r.object} />,
  },
  { title: 'Reports', isNumber: true, value: (r) => r.documents, cell: (r) => r.documents },
  { title: 'Independent', isNumber: true, value: (r) => r.origins, cell: (r) => r.origins },
  {
    title: 'Last published',
    isNumber: true,
    value: (r) => r.lastPublished ?? '',
    cell: (r) => day(r.lastPublished),
  },
];

const entityColumns = ({ atlas, dispatch }: PanelProperties): readonly Column<Entity>[] => [
  {
    title: 'Name',
    value: (e) => e.name.toLowerCase(),
    cell: (e) => (
      <span class="with-icon">
        <TypeIcon type={e.type} />
        <Name atlas={atlas} dispatch={dispatch} id={e.id} />
      </span>
    ),
  },
  { title: 'Type', value: (e) => e.type, cell: (e) => entityTypeWords[e.type] },
  {
    title: 'Relations',
    isNumber: true,
    value: (e) => atlas.relationsOf.get(e.id)?.length ?? 0,
    cell: (e) => (atlas.relationsOf.get(e.id)?.length ?? 0).toLocaleString('en'),
  },
  {
    title: 'Mentions',
    isNumber: true,
    value: (e) => atlas.mentionCount(e.id),
    cell: (e) => atlas.mentionCount(e.id).toLocaleString('en'),
  },
];

/** While nothing is filtered, also the entities without a relation. */
function joinedBy(atlas: Atlas, relations: readonly Relation[], { chosen }: State): readonly Entity[] {
  const hidden = new Set(chosen.hidden);
  if (relations.length === atlas.graph.relations.length)
    return [
      ...atlas.ranked,
      ...atlas.graph.entities.filter((e) => !atlas.relationsOf.has(e.id) && !hidden.has(e.id)),
    ];
  const ids = new Set(relations.flatMap((r) => [r.subject, r.object]));
  return atlas.ranked.filter((e) => ids.has(e.id));
}

const lowName = (atlas: Atlas, id: string): string => (atlas.entities.get(id)?.name ?? id).toLowerCase();

const inOrder = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
