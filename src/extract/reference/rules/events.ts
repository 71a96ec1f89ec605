// Nouns of events by what may take them up: "the call … the two-hour conversation". Data; by lemma.

/** Each list holds nouns that may stand for the same event. The first names it best. */
export const eventNouns: ReadonlyMap<string, string> = new Map(
  [
    'call conversation talk discussion phonecall',
    'meeting talk summit negotiation discussion session encounter gathering conference',
    'visit trip tour journey',
    'attack strike raid assault bombing shelling bombardment ambush airstrike',
    'election vote poll ballot referendum runoff',
    'protest demonstration rally march',
    'crash accident collision',
    'earthquake quake tremor',
    'war conflict invasion fighting',
    'trial hearing',
    'shooting massacre killing',
    'explosion blast',
    'exchange swap',
    'match game final',
    'ceremony wedding funeral',
  ].flatMap((line) => {
    const nouns = line.split(' ');
    return nouns.map((noun) => [noun, nouns[0] as string] as const);
  }),
);
