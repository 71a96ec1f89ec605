// When a capital's name means the government that sits there, as data: by what the sentence does with it.
// Examples are in our own words; a test runs all of them.

export interface ActingRule {
  /** What is looked at. */
  readonly look: 'preposition' | 'verb' | 'owned' | 'modified' | 'addressed';
  readonly means: 'government' | 'city';
  /** Lemmas in lower case: the preposition, the verb that has it as object (or the verb of motion before "to"), the noun. */
  readonly words: ReadonlySet<string>;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** In the order in which they are asked. */
export const actingRules: readonly ActingRule[] = [
  {
    look: 'preposition',
    means: 'city',
    words: set('in at near outside around inside into through throughout across within above over beneath'),
    matches: ['The envoys met in Lima.', 'Thousands marched through Madrid.'],
    misses: ['A message from Lima arrived.', 'Talks with Lima stalled.'],
  },
  {
    look: 'preposition',
    means: 'government',
    words: set('between with against by for than without'),
    matches: ['Relations between Lima and Quito are cold.', 'The pact was rejected by Madrid.'],
    misses: ['The envoys met in Lima.'],
  },
  {
    look: 'verb',
    means: 'city',
    words: set(
      `visit leave reach enter tour flee depart abandon capture seize encircle besiege bomb shell bombard strike hit devastate
       flood travel come go fly return arrive head drive walk march move sail trip journey flight visit train road route
       way bus advance rush invite bring take send land`,
    ),
    matches: ['The minister visited Madrid.', 'She flew to Lima on Friday.', 'Rockets hit Amman overnight.'],
    misses: ['Quito accused Lima of lying.', 'The union urged Madrid to act.'],
  },
  {
    look: 'owned',
    means: 'city',
    words: set(
      `mayor street airport resident suburb outskirts centre center district square metro subway police park museum
       university hospital hotel restaurant church cathedral skyline traffic river population stadium club weather history
       neighbourhood neighborhood embassy underground theatre theater bridge palace station courtroom courthouse prison jail
       newspaper daily tabloid flat apartment home house villa school mosque synagogue zoo factory lawyer market gallery`,
    ),
    matches: [
      "Lima's mayor resigned.",
      'The Madrid police closed the square.',
      'She wept in a packed Lima courtroom.',
      "He feared Quito's prisons.",
      'The Madrid newspaper printed it.',
    ],
    misses: ["Lima's demands are unchanged.", 'The Lima delegation left.'],
  },
  {
    look: 'modified',
    means: 'government',
    words: set(
      'government regime official delegation side administration authority leadership negotiator policy',
    ),
    matches: ['The Lima government fell.'],
    misses: ['The Lima mayor resigned.'],
  },
  {
    look: 'modified',
    means: 'city',
    words: set(
      'part parts city outskirts streets street capital mayor suburb suburbs north south east west centre center area',
    ),
    matches: ['Parts of Madrid were flooded.'],
    misses: ['The demands of Madrid are known.'],
  },
  {
    look: 'addressed',
    means: 'government',
    words: set(
      `message pressure demand response help aid support permission signal offer order threat warning appeal call letter
       request invitation concession commitment weapon arms delivery assistance loan promise approach answer proposal policy
       attitude loyalty reply note protest complaint sanction ultimatum guarantee`,
    ),
    matches: [
      'A message from Lima arrived.',
      'The union put pressure on Madrid.',
      'Concessions to Quito are unlikely.',
    ],
    misses: ['A plane from Lima landed.', 'The road to Quito is closed.'],
  },
];
