// Last words that say what kind of thing a run of capitalised words names: a place, an event. Organisations: organizations.ts.

/** "Lake Tana" and "Tana River": words that only places bear at the end. */
export const placeEndings: ReadonlySet<string> = new Set(
  `Airport Airfield Alps Archipelago Avenue Base Basin Bay Beach Boulevard Bridge Building Canal Canyon Castle Cathedral Cave Cemetery City Coast
County Creek Crossing Dam Delta Desert District Field Forest Fort Garden Gardens Harbor Harbour Heights Hill Hills Hotel Island Islands Isle Isles Junction Lake Lakes
Mall Memorial Mountain Mountains Ocean Oblast Palace Parish Park Passage Peak Peninsula Plateau Plaza Port Prefecture Prison Province Range Reef Region Reservoir Ridge River Road
Sea Shore Square Stadium State Strait Straits Street Strip Territory Territories Tower Town Township Tunnel Valley Village Volcano Voivodeship Waterfall Wharf Zone`
    .trim()
    .split(/\s+/),
);

/** First words of places: "Mount Kenya", "Lake Geneva". */
export const placeOpenings: ReadonlySet<string> = new Set(
  'Mount Mt. Lake Cape Fort Port Gulf Strait Isle Camp River Bay'.split(' '),
);

/** "the Nagano Olympics", "the Davos Forum" is none: words that name what happens, at the end of a name. */
export const eventEndings: ReadonlySet<string> = new Set(
  `Anniversary Bowl Carnival Championship Championships Cup Derby Festival Games Genocide Holocaust Intifada Marathon Massacre Masters Olympics Paralympics
Primaries Primary Prix Rebellion Revolution Riots Siege Summit Talks Tournament Trials Uprising War Wars Blitz`
    .trim()
    .split(/\s+/),
);

/** "Battle of Verdun", "Treaty" is none. */
export const eventOpenings: ReadonlySet<string> = new Set(
  'Battle Siege War Feast Night Massacre Fall Storming'.split(' '),
);
