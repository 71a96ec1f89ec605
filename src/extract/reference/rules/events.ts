// Nouns of events by what may take them up: "the call … the two-hour conversation". Data; by lemma.

const lists = [
  'call conversation talk discussion phonecall',
  'meeting talk summit negotiation discussion session encounter gathering conference',
  'visit trip tour journey',
  'attack strike raid assault bombing shelling bombardment ambush airstrike incident violence',
  'election vote poll ballot referendum runoff',
  'protest demonstration rally march',
  'crash accident collision incident disaster tragedy',
  'earthquake quake tremor disaster',
  'flood flooding disaster',
  'fire blaze incident disaster',
  'war conflict invasion fighting',
  'trial hearing case proceeding',
  'shooting massacre killing incident tragedy attack',
  'explosion blast incident',
  'swap exchange',
  'match game final contest',
  'ceremony event',
  'wedding ceremony',
  'funeral ceremony',
  'exhibit exhibition show',
  'festival event celebration',
];

/** Nouns that may stand for the same event share a kind: the first of a list names it. By lemma. */
export const eventNouns: ReadonlyMap<string, readonly string[]> = (() => {
  const kinds = new Map<string, string[]>();
  for (const line of lists) {
    const nouns = line.split(' ');
    for (const noun of nouns) kinds.set(noun, [...(kinds.get(noun) ?? []), nouns[0] as string]);
  }
  return kinds;
})();
