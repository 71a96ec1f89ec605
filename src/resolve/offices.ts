// Which relation types say who somebody is: offices and the like, of which a person has few at a time.

/** Relation types from a person to what they are in or of. */
export const offices: ReadonlySet<string> = new Set([
  'PRESIDENT_OF',
  'VICE_PRESIDENT_OF',
  'PRIME_MINISTER_OF',
  'CHANCELLOR_OF',
  'MONARCH_OF',
  'ROYAL_OF',
  'LEADER_OF',
  'MINISTER_OF',
  'GOVERNOR_OF',
  'MAYOR_OF',
  'AMBASSADOR_OF',
  'AMBASSADOR_TO',
  'SPOKESPERSON_FOR',
  'ADVISER_TO',
  'DIRECTOR_OF',
  'CHAIR_OF',
  'SECRETARY_GENERAL_OF',
  'COMMANDER_OF',
  'OFFICER_OF',
  'LAWMAKER_OF',
  'JUDGE_OF',
  'PROSECUTOR_OF',
  'CLERIC_OF',
  'CANDIDATE_OF',
  'LAWYER_FOR',
  'COACH_OF',
  'PLAYED_FOR',
  'OFFICIAL_OF',
]);

/**
 * The years that can lie between the first and the last day of one holder, all terms together, of offices whose limit has long held.
 * *Source*: the 22nd amendment to the US constitution, and one term that was no full one.
 */
export const longestTerms: ReadonlyMap<string, number> = new Map([['PRESIDENT_OF united states', 12]]);
