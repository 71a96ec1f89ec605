// The vocabulary as its readers import it.
import { relationTypes } from './relations.ts';
import type { RelationType } from './vocabulary.ts';

export { type EntityTypeMeaning, entityTypeMeanings } from './entities.ts';
export { relationTypes } from './relations.ts';
export { type RelationType, structuralTypes } from './vocabulary.ts';

const byName: ReadonlyMap<string, RelationType> = new Map(relationTypes.map((type) => [type.name, type]));

/** The relation type of that name; undefined for a verb of the text's own (`BACKED_OUT_OF`). */
export const relationType = (name: string): RelationType | undefined => byName.get(name);

/** Names of the types that say the same in both directions: `relationsOf` stores these once. */
export const symmetricTypes: ReadonlySet<string> = new Set(
  relationTypes.filter((type) => type.symmetric).map((type) => type.name),
);
