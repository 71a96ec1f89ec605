// Nouns that take up several things at once, and nouns that act for a country, as data.
// Examples are in our own words; a test runs all of them.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What "the two …", "both …" may be: people or countries. */
export interface GroupRule {
  readonly nouns: ReadonlySet<string>;
  readonly members: 'people' | 'leaders' | 'countries' | 'sides';
  /** The nouns need no "two" or "both": "the warring parties", "sides". */
  readonly bare: ReadonlySet<string>;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

export const groupRules: readonly GroupRule[] = [
  {
    nouns: set(
      'leader president premier chancellor minister head monarch statesman counterpart politician diplomat',
    ),
    members: 'leaders',
    bare: set(''),
    matches: ['President Ada Moss of Peru met President Juan Bell of Chile. The two leaders shook hands.'],
    misses: ['President Ada Moss of Peru spoke. European leaders listened.'],
  },
  {
    nouns: set('man woman pair duo couple friend rival boy girl brother sister two candidate'),
    members: 'people',
    bare: set(''),
    matches: ['Anna Moss met Peter Bell. The two argued.'],
    misses: ['Anna Moss met Peter Bell. Two men argued.'],
  },
  {
    nouns: set('side party ally rival foe enemy adversary group'),
    members: 'sides',
    bare: set('warring opposing conflicting feuding rival'),
    matches: [
      'Peru and Chile signed a pact. Both sides praised it.',
      'Chile and Amnesty International settled the case. The two sides shared the costs.',
    ],
    misses: ['Peru signed a pact. All sides praised it.'],
  },
  {
    nouns: set('country nation state government capital power neighbour neighbor'),
    members: 'countries',
    bare: set('warring opposing conflicting feuding rival neighbouring neighboring respective'),
    matches: ['Peru accused Chile. The two countries share a border.'],
    misses: ['Peru accused Chile. Three countries share the lake.'],
  },
];

/** With a country before them these act for it: "the Chilean side". By lemma. */
export const actingNouns: ReadonlySet<string> = set('side government regime state authority');

/** Groups of these nouns are asked for whose office it is: "both countries’ leaders". */
export const leaderNouns: ReadonlySet<string> = set('leader president premier chancellor head counterpart');
