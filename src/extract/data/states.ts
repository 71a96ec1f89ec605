// States and provinces that stand behind a city's name without a comma: "Dallas Texas", "Toronto ON". Facts.

/** Names in lower case, and postal codes in capitals. */
export const states: ReadonlySet<string> = new Set(
  `Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY,
Alberta AB,British Columbia BC,Manitoba MB,New Brunswick NB,Newfoundland NL,Nova Scotia NS,Ontario ON,Quebec QC,Saskatchewan SK,New South Wales NSW,Queensland QLD,Tasmania TAS`
    .split(/,\s*/)
    .flatMap((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1)];
    }),
);

/** Before a state's or a country's name these make another place of it, not one that lies there. */
export const placeQualifiers: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western central upper lower inner outer greater mid new old little great lake mount mt. fort port cape camp gulf bay river republic state downtown occupied mainland rural'.split(
    ' ',
  ),
);
