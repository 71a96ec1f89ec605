// Which relations say what somebody is: offices, memberships, employments. They stand on top of an entity's panel.
import type { Relation } from '../../graph/model.ts';
import { relationTypes } from '../../graph/vocabulary/index.ts';

/** Whether a relation says what its subject is to its object: president of, spokesperson for, member of. */
export const isOffice = ({ type, asserted }: Relation): boolean => asserted && offices.has(type);

/** Ties of family, land and friendship end alike, but nobody holds them. */
const ties = new Set([
  'ALLY_OF',
  'CAPITAL_OF',
  'FRIEND_OF',
  'NATIONAL_OF',
  'PARENT_OF',
  'PARTNER_OF',
  'PART_OF',
  'RELATIVE_OF',
  'SIBLING_OF',
]);

const offices = new Set(
  relationTypes
    .filter(({ name, eventType }) => eventType === undefined && /_(OF|FOR)$/.test(name) && !ties.has(name))
    .map(({ name }) => name),
);
