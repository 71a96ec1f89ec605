// Which offices a country's government has, so that an office without a country can be given one: facts, written by hand. How
// the country of a report is known stands in titles/government.ts.

/** Whether an office is one of a country's government. `noun`: its words in lower case, "deputy prime minister". */
export function isNational(office: string, noun: string): boolean {
  if (office === 'OFFICIAL_OF') return deputies.test(noun);
  const nouns = nationalOffices.get(office);
  return nouns === 'all' || nouns?.includes(noun) === true;
}

const deputies =
  /^(?:first |senior )?(?:deputy|vice)[ -](?:prime minister|premier|pm|chancellor|(?:[a-z]+ ){0,4}minister)$/;

/** Relation types that say of which country somebody is: whoever is a national of one governs no other. */
export const countryTelling: ReadonlySet<string> = new Set(['NATIONAL_OF', 'OFFICIAL_OF', 'LAWMAKER_OF']);

/** Offices of a country's government, by relation type; where a list of nouns stands, only those ("head of state"). */
export const nationalOffices: ReadonlyMap<string, readonly string[] | 'all'> = new Map<
  string,
  readonly string[] | 'all'
>([
  ['PRESIDENT_OF', ['president']],
  ['VICE_PRESIDENT_OF', ['vice president', 'deputy president']],
  ['PRIME_MINISTER_OF', 'all'],
  ['CHANCELLOR_OF', 'all'],
  ['MINISTER_OF', 'all'],
  ['MONARCH_OF', 'all'],
  ['LEADER_OF', ['head of state', 'head of government', 'supreme leader']],
  ['PROSECUTOR_OF', ['prosecutor general', 'public prosecutor', 'procurator general']],
]);

const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split(',')
    .map((name) => name.trim());

const monarchies = lines(
  `Andorra, Antigua and Barbuda, Australia, Bahamas, Bahrain, Barbados, Belgium, Belize, Bhutan, Brunei, Cambodia, Canada, Denmark, Eswatini,
  Grenada, Jamaica, Japan, Jordan, Kuwait, Lesotho, Liechtenstein, Luxembourg, Malaysia, Monaco, Morocco, Netherlands, New Zealand, Norway,
  Oman, Papua New Guinea, Qatar, Saudi Arabia, Solomon Islands, Spain, Sweden, Thailand, Tonga, Tuvalu, United Kingdom`,
);

/** Republics whose president heads the government. */
const presidential = lines(
  `United States, Mexico, Guatemala, Honduras, El Salvador, Nicaragua, Costa Rica, Panama, Colombia, Venezuela, Ecuador, Brazil, Bolivia, Paraguay,
  Uruguay, Argentina, Chile, Philippines, Indonesia, Nigeria, Ghana, Kenya, Zambia, Malawi, South Africa, Turkey, Cyprus, Liberia, Sierra Leone`,
);

const absent: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['PRESIDENT_OF', new Set([...monarchies, 'European Union'])],
  ['PRIME_MINISTER_OF', new Set([...presidential, 'Germany', 'Austria', 'Switzerland', 'European Union'])],
  ['MINISTER_OF', new Set(['European Union'])],
]);

/** Whether a country has such an office at all: the United Kingdom has no president. */
export function hasOffice(country: string, office: string): boolean {
  if (office === 'CHANCELLOR_OF') return country === 'Germany' || country === 'Austria';
  if (office === 'MONARCH_OF') return monarchies.includes(country);
  return absent.get(office)?.has(country) !== true;
}

/** Offices that go by this name in one country alone, in lower case; several where two have it. */
export const ownOffices: ReadonlyMap<string, readonly string[]> = new Map(
  [
    [
      'United Kingdom',
      'chancellor of the exchequer',
      'home secretary',
      'foreign secretary',
      'business secretary',
    ],
    ['United Kingdom', 'health secretary', 'culture secretary', 'justice secretary', 'environment secretary'],
    ['United Kingdom', 'northern ireland secretary', 'defence secretary', 'work and pensions secretary'],
    ['United Kingdom', 'transport secretary', 'levelling up secretary', 'chancellor'],
    [
      'United States',
      'secretary of state',
      'secretary of defense',
      'defense secretary',
      'treasury secretary',
    ],
    ['United States', 'commerce secretary', 'labor secretary', 'agriculture secretary', 'interior secretary'],
    ['United States', 'homeland security secretary', 'veterans affairs secretary', 'war secretary'],
    ['Ireland', 'taoiseach', 'tanaiste', 'tánaiste'],
  ].flatMap(([country = '', ...nouns]) => nouns.map((noun) => [noun, [country]] as const)),
);
