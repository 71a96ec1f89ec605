// Nouns that take up a body by what it is: "the regulator", "the rebels". Data; which body is meant is decided elsewhere.
// Examples are in our own words; a test runs all of them.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Which bodies nouns may take up: by words that their names must, or mustn't, hold. */
export interface BodyRule {
  /** By lemma. */
  readonly nouns: ReadonlySet<string>;
  readonly number: 'one' | 'many';
  readonly fits?: RegExp;
  readonly misfits?: RegExp;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** Those who fight for a front or a movement. By lemma. */
export const fighters: ReadonlySet<string> = set(
  'rebel militant fighter insurgent guerrilla jihadist jihadi extremist terrorist separatist gunman militiaman',
);

/** What those are called who fight. */
export const fightersName =
  /\b(?:front|army|movement|forces?|militia|brigades?|resistance|hamas|hezbollah|taliban|houthis?|boko haram|state|isis|group|liberation|guard)\b|^al-/iu;

/** Nouns of one trade, by lemma: who has been called by one of a line is not taken up by one of another. */
export const trades: readonly ReadonlySet<string>[] = [
  set('bank lender'),
  set('insurer'),
  set('airline carrier'),
  set('newspaper daily tabloid magazine'),
  set('broadcaster network station channel'),
  set('publisher'),
  set('club team'),
  set('brewer brewery'),
  set('miner'),
  set('carmaker automaker'),
  set('retailer supermarket'),
  set('chipmaker'),
  set('drugmaker'),
  set('shipbuilder'),
  set('planemaker'),
  set('steelmaker'),
  set('builder developer'),
  set('charity'),
  set('union'),
  set('party'),
  set('court tribunal'),
  set('regulator watchdog'),
];

/** In the order in which they are asked; a noun may stand in several. */
export const bodyRules: readonly BodyRule[] = [
  {
    nouns: set(
      `company firm corporation business manufacturer maker carmaker automaker miner lender insurer airline carrier retailer
       supermarket brewer drugmaker chipmaker shipbuilder planemaker steelmaker start-up startup conglomerate developer utility
       operator supplier giant publisher brewery bank broadcaster newspaper network studio`,
    ),
    number: 'one',
    misfits:
      /\b(?:ministry|party|parliament|government|court|council|senate|police|army|commission|house|kremlin|department|congress|assembly|nato|united nations|european union|un|eu|office|embassy|tribunal|front|movement|forum|league|democrats|greens|republicans|authority|board|university|hospital)\b|(?<!\b(?:credit|western)\s)\bunion\b/i,
    matches: [
      'Acorn Foods closed a plant. The company blamed its costs.',
      'Acorn Bank raised fees. The lender had lost money.',
    ],
    misses: [
      'The Justice Ministry closed a plant. The company blamed its costs.',
      'The Homeland Union marched. The company blamed the weather.',
      'The Homeland Forum lost. The firm must pay.',
      'The Water Authority sued. The company will appeal.',
    ],
  },
  {
    nouns: set('group organisation organization charity foundation club team band association federation'),
    number: 'one',
    misfits:
      /\b(?:ministry|party|parliament|government|court|council|senate|police|army|commission|house|kremlin|department|congress|assembly|nato|united nations|european union|un|eu)\b/i,
    matches: ['The Fishermen’s Union marched. The organisation wants more boats.'],
    misses: ['The Justice Ministry closed a plant. The charity blamed its costs.'],
  },
  {
    nouns: set('regulator watchdog agency authority commission body service'),
    number: 'one',
    fits: /\b(?:authority|agency|commission|administration|board|regulator|watchdog|inspectorate|office|service|organi[sz]ation|programme|program|fund|central bank|reserve bank)\b|^\p{Lu}{2,5}$/iu,
    matches: ['The Water Safety Authority closed a plant. The regulator found leaks.'],
    misses: ['Acorn Foods closed a plant. The regulator found leaks.'],
  },
  {
    nouns: set('court tribunal'),
    number: 'one',
    fits: /\b(?:court|tribunal)\b/i,
    matches: ['The Supreme Court ruled on Monday. The tribunal took a year.'],
    misses: ['Acorn Foods lost on Monday. The court took a year.'],
  },
  {
    nouns: set('union alliance bloc'),
    number: 'one',
    fits: /\b(?:union|brotherhood|workers|teamsters|federation|alliance|association|confederation|nato)\b|^\p{Lu}{2,5}$/iu,
    matches: ['The Federation of Dock Workers called a strike. The union wants more pay.'],
    misses: ['Acorn Foods faces a strike. The union wants more pay.'],
  },
  {
    nouns: set('party movement'),
    number: 'one',
    fits: /\b(?:party|alliance|front|democrats|congress|movement|union|league|forum|coalition|republicans|labour)\b/i,
    matches: ['The Green Front won. The party had promised lower taxes.'],
    misses: ['Acorn Foods won. The party had promised lower taxes.'],
  },
  {
    nouns: fighters,
    number: 'many',
    fits: fightersName,
    matches: ['The Northern Liberation Front took a village. The rebels burned a school.'],
    misses: ['Acorn Foods left the village. The rebels burned a school.'],
  },
];
