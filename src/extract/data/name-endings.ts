// Words that say that a run of capitalised words names something that happens.

/** At the end: "the Nagano Olympics", "World Cup". */
export const eventEndings: ReadonlySet<string> = new Set(
  `Bowl Carnival Championship Championships Cup Derby Festival Games Genocide Intifada Marathon Massacre Olympics Paralympics
Prix Rebellion Revolution Summit Tournament Uprising War Wars Blitz Biennale Crusade Crusades`
    .trim()
    .split(/\s+/),
);

/** Before "of": "Battle of Verdun". */
export const eventOpenings: ReadonlySet<string> = new Set('Battle Siege War Massacre Storming'.split(' '));

/** First words after which the ending is no event's: "Star Wars" is a film, "The War" no name. */
export const notOfEvents: ReadonlySet<string> = new Set(
  'Star The A An This That His Her Our Their'.split(' '),
);

/** Before a name: "Hurricane Rita". */
export const stormWords: ReadonlySet<string> = new Set('Hurricane Typhoon Cyclone'.split(' '));
