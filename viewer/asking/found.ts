// Which entities and relations an answer speaks of: what of it can be shown on the wall.
import type { Atlas } from '../reading/atlas.ts';
import { entityNamed } from '../reading/named.ts';
import type { Cell } from './cells.ts';

export interface FoundThings {
  /** Ids, each once, in the order in which they came. */
  readonly entities: readonly string[];
  readonly relations: readonly string[];
}

/**
 * The entities and relations in rows; claims stand for their relation, relations for their ends, and a text that is the name
 * of one entity alone for that. Cost: linear.
 */
export function foundIn(atlas: Atlas, rows: readonly (readonly Cell[])[]): FoundThings {
  const entities = new Set<string>();
  const relations = new Set<string>();
  const relation = (id: string | undefined) => {
    const found = id === undefined ? undefined : atlas.relations.get(id);
    if (found === undefined) return;
    relations.add(found.id);
    entities.add(found.subject).add(found.object);
  };
  const look = (cell: Cell): void => {
    if (typeof cell === 'string') {
      const named = entityNamed(atlas, cell);
      if (named !== undefined) entities.add(named.id);
    }
    if (cell === null || typeof cell !== 'object') return;
    if (cell.is === 'relationship') relation(cell.id);
    else if (cell.is !== 'node') for (const part of partsOf(cell)) look(part);
    else if (cell.kind === 'Claim') relation(atlas.relationOf.get(cell.id)?.id);
    else if (atlas.entities.has(cell.id)) entities.add(cell.id);
  };
  for (const row of rows) row.forEach(look);
  return { entities: [...entities], relations: [...relations] };
}

function partsOf(cell: Extract<Cell, { is: 'list' | 'map' | 'path' }>): readonly Cell[] {
  switch (cell.is) {
    case 'list':
      return cell.items;
    case 'map':
      return cell.entries.map(([, value]) => value);
    case 'path':
      return [...cell.nodes, ...cell.relationships];
  }
}
