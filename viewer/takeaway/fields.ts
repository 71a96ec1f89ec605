// What is said of each entity and relation in a file for other programs: the same in GEXF, GraphML and CSV.
import type { Entity, Relation } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';

type FieldValue = string | number | boolean;

export interface Field<Item> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  /** Empty text where it has none. */
  value(item: Item): FieldValue;
}

/** The fields of an entity, besides its id. */
export const entityFields = (atlas: Atlas): readonly Field<Entity>[] => [
  { name: 'name', type: 'string', value: (e) => e.name },
  { name: 'type', type: 'string', value: (e) => e.type },
  { name: 'aliases', type: 'string', value: (e) => e.aliases.join('; ') },
  { name: 'mentions', type: 'integer', value: (e) => atlas.mentionCount(e.id) },
  { name: 'wikidataId', type: 'string', value: (e) => e.wikidataId ?? '' },
];

/** The fields of a relation, besides its id and its ends. */
export const relationFields: readonly Field<Relation>[] = [
  { name: 'type', type: 'string', value: (r) => r.type },
  { name: 'negated', type: 'boolean', value: (r) => r.negated },
  { name: 'modality', type: 'string', value: (r) => r.modality },
  { name: 'asserted', type: 'boolean', value: (r) => r.asserted },
  { name: 'disputed', type: 'boolean', value: (r) => r.disputed },
  { name: 'claims', type: 'integer', value: (r) => r.claims.length },
  { name: 'documents', type: 'integer', value: (r) => r.documents },
  { name: 'publishers', type: 'integer', value: (r) => r.publishers },
  { name: 'origins', type: 'integer', value: (r) => r.origins },
  { name: 'firstPublished', type: 'string', value: (r) => r.firstPublished ?? '' },
  { name: 'lastPublished', type: 'string', value: (r) => r.lastPublished ?? '' },
];
