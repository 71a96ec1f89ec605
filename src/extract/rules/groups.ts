// Nouns that describe rather than name, as data: who stands for a country, what "the two sides" may be.

/** "Chilean delegates", "the Chilean side", "Chilean forces": who they are of acts. */
export const groupNouns: ReadonlySet<string> = new Set(
  'officials representative representatives delegation delegations delegate delegates negotiator negotiators envoy envoys side sides government governments authorities leadership force forces troops army military soldiers administration diplomats team teams regime state armies navy warships jets drones missiles counterparts'.split(
    ' ',
  ),
);

/** With a demonym or a country before them these make an organisation of their own: "Chilean media". */
export const bodyNouns: ReadonlySet<string> = new Set(
  'media parliament police presidency cabinet embassy senate judiciary opposition ministry office intelligence prosecutors'.split(
    ' ',
  ),
);

/** "The two leaders", "both presidents". */
export const peopleNouns: ReadonlySet<string> = new Set(
  'leaders presidents ministers men women politicians premiers chancellors counterparts heads'.split(' '),
);

/** "The two sides", "both countries", "the warring parties". */
export const sidesNouns: ReadonlySet<string> = new Set(
  'sides countries nations parties governments states neighbours neighbors capitals powers rivals allies foes enemies'.split(
    ' ',
  ),
);

/** What "these demands", "the accusation" take up: the last claim of one of these types, for who made it. */
export const takenUp: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    demand: ['DEMANDED_OF'],
    request: ['ASKED', 'DEMANDED_OF', 'URGED'],
    appeal: ['URGED', 'ASKED'],
    call: ['URGED', 'DEMANDED_OF'],
    proposal: ['PROPOSED_TO', 'OFFERED_TO'],
    offer: ['OFFERED_TO', 'PROPOSED_TO'],
    invitation: ['INVITED'],
    accusation: ['ACCUSED', 'BLAMED'],
    allegation: ['ACCUSED'],
    charge: ['ACCUSED', 'CHARGED'],
    claim: ['ACCUSED'],
    criticism: ['CRITICIZED', 'CONDEMNED'],
    threat: ['THREATENED', 'WARNED'],
    warning: ['WARNED'],
    ultimatum: ['DEMANDED_OF'],
    condition: ['DEMANDED_OF'],
    attack: ['ATTACKED', 'BOMBED'],
  }),
);
