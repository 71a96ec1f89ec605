// The roles of roles.ts as the stages beside titles/ ask for them: which words stand before a name, what an office is, what
// gender it tells. Lists nothing of its own but forms of address.
import { civicOffices, partisans } from './role-words.ts';
import { courtesies, genderOfRole, roles } from './roles.ts';

/** The nouns of an office, with the relation type that it is. */
export interface OfficeRule {
  readonly predicate: string;
  /** In lower case; several words may make one, joined by spaces, or by hyphens as well. */
  readonly nouns: readonly string[];
  /** Whether "the Russian leader" may mean its holder. */
  readonly head: boolean;
}

const ranks = new Set(['OFFICER_OF', 'CLERIC_OF', 'ROYAL_OF']);

const heads = new Set(['PRESIDENT_OF', 'PRIME_MINISTER_OF', 'CHANCELLOR_OF', 'MONARCH_OF', 'LEADER_OF']);

/** Given names and everyday words that are offices too seldom to be cut off a name. */
const doubtful = new Set(
  'dean earl duke green marshal abbot guard champion driver author player host'.split(' '),
);

/** Offices and trades; kin and friends are none. */
export const officeRules: readonly OfficeRule[] = roles
  .filter((role) => role.of !== 'person')
  .map((role) => ({
    predicate: role.office,
    nouns: role.nouns.filter((noun) => !partisans.has(noun) && !doubtful.has(noun)).flatMap(spellings),
    head: heads.has(role.office),
  }));

/** "secretary general" is "secretary-general" as well. */
function spellings(noun: string): string[] {
  const parts = noun.split(' ');
  return parts.length === 2 || noun === 'editor in chief' || noun === 'commander in chief'
    ? [noun, parts.join('-')]
    : [noun];
}

/** What an office tells of its holder. */
export const genderOfOffice = genderOfRole;

/** Titles of one word that may stand right before a name, with and without full stop. Value: what they tell of the person. */
export const honorifics: ReadonlyMap<string, 'female' | 'male' | 'either'> = new Map(
  [
    ...courtesies,
    ...roles
      .filter(({ office }) => ranks.has(office) || civicOffices.has(office))
      .flatMap(({ nouns }) => nouns)
      .filter((noun) => !noun.includes(' ') && !doubtful.has(noun))
      .map((noun) => [noun, genderOfRole.get(noun) ?? 'either'] as const),
    ...'father brother count'.split(' ').map((word) => [word, 'male'] as const),
    ...'sister mother'.split(' ').map((word) => [word, 'female'] as const),
    ...'doctor professor coach commissioner ambassador officer councilman councillor msgr'
      .split(' ')
      .map((word) => [word, 'either'] as const),
  ].flatMap(([word, gender]) => [[word, gender] as const, [`${word}.`, gender] as const]),
);
