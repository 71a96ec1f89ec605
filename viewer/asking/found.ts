// Which entities and relations an answer speaks of: what of it can be shown on the wall.
import type { Atlas } from '../reading/atlas.ts';
import type { Cell } from './cells.ts';

export interface FoundThings {
  /** Ids, each once, in the order in which they came. */
  readonly entities: readonly string[];
  readonly relations: readonly string[];
}

/** The entities and relations in rows; claims stand for their relation, relations for their ends. Cost: linear. */
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
    if (cell === null || typeof cell !== 'object') return;
    switch (cell.is) {
      case 'list':
        return cell.items.forEach(look);
      case 'map':
        return cell.entries.forEach(([, value]) => look(value));
      case 'path':
        cell.nodes.forEach(look);
        return cell.relationships.forEach(look);
      case 'relationship':
        return relation(cell.id);
      case 'node':
        if (cell.kind === 'Claim') return relation(atlas.relationOf.get(cell.id)?.id);
        if (atlas.entities.has(cell.id)) entities.add(cell.id);
    }
  };
  for (const row of rows) row.forEach(look);
  return { entities: [...entities], relations: [...relations] };
}
