// Which entities are meant by an id, a name or an alias, also by an id that one had before more articles came in.
import type { Entity, Graph } from '../graph/model.ts';
import { slugOf } from './resolve/name.ts';

/**
 * The entities that are called so, whatever its case: of that id; else of that name; else of that alias; else those that had
 * that id before. Ids are made of names, and an entity keeps every name that articles give it, so that the id of an earlier
 * graph leads to whatever bears that name now: one entity after a merge, several after a split. *Cost*: linear.
 */
export function entitiesCalled({ entities }: Pick<Graph, 'entities'>, text: string): readonly Entity[] {
  const wanted = text.toLowerCase();
  const ways: readonly ((entity: Entity) => boolean)[] = [
    ({ id }) => id === text,
    ({ name }) => name.toLowerCase() === wanted,
    ({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted),
  ];
  for (const isMeant of ways) {
    const found = entities.filter(isMeant);
    if (found.length > 0) return found;
  }
  return formerly(entities, text);
}

/** An id may have more behind the name: what told its entity from a namesake. */
function formerly(entities: readonly Entity[], id: string): readonly Entity[] {
  const [, type = '', slug = ''] = /^([a-z]+):(.+)$/.exec(id) ?? [];
  if (slug === '') return [];
  const bearing = entities.flatMap((entity) =>
    [entity.name, ...entity.aliases]
      .map(slugOf)
      .filter((own) => own !== '' && (own === slug || slug.startsWith(`${own}-`)))
      .map((own) => ({ entity, length: own.length, isOfType: entity.type.toLowerCase() === type })),
  );
  const most = Math.max(...bearing.map(({ length }) => length));
  const fullest = bearing.filter(({ length }) => length === most);
  const typed = fullest.filter(({ isOfType }) => isOfType);
  return [...new Set((typed.length > 0 ? typed : fullest).map(({ entity }) => entity))];
}
