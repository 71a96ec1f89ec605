// The entity types and what each takes in. Their names are the model's; the meanings are for people and for rules' authors.
import type { EntityType } from '../model.ts';

/** An entity type with one sentence that says what it takes in. */
export interface EntityTypeMeaning {
  readonly name: EntityType;
  readonly meaning: string;
}

/** Every entity type, in the model's order. */
export const entityTypeMeanings: readonly EntityTypeMeaning[] = [
  { name: 'Person', meaning: 'One human being, by name, office or pronoun.' },
  {
    name: 'Organization',
    meaning: 'A body that acts as one: company, party, ministry, office, union, army, news outlet.',
  },
  {
    name: 'Place',
    meaning: 'A country (and so its government), region, city, building, sea or mountain.',
  },
  { name: 'Event', meaning: 'Something that happened or is planned: a call, a summit, an exchange.' },
  { name: 'Topic', meaning: 'What several reports talk about: a ceasefire, sanctions, a memorandum.' },
];
