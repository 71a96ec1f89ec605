// Offices and roles as data: what a person is of something. A title before a name, an apposition, "is the mayor of".

/** What an office's holder is to its country or body. `of`: prepositions before the body, if not "of". */
export interface OfficeRule {
  readonly predicate: string;
  /** In lower case; several words may make one. */
  readonly nouns: readonly string[];
  /** Other prepositions than "of" that lead to the body: "ambassador to", "spokesman for". */
  readonly prepositions?: readonly string[];
  /** The predicate that a preposition means instead: "British ambassador to the United States". */
  readonly by?: Readonly<Record<string, string>>;
  /** Whether "the Russian leader" may mean its holder. */
  readonly head?: boolean;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

const rule = (
  predicate: string,
  nouns: string,
  matches: readonly string[],
  misses: readonly string[] = [],
  more: Pick<OfficeRule, 'prepositions' | 'by' | 'head'> = {},
): OfficeRule => ({ predicate, nouns: nouns.split(', '), matches, misses, ...more });

/** All office rules. The longest noun wins: "vice president" is no president. */
export const officeRules: readonly OfficeRule[] = [
  rule(
    'PRESIDENT_OF',
    'president, interim president, acting president, president-elect',
    [
      'Kenyan President William Ruto arrived on Friday.',
      'President Nana Addo of Ghana spoke first.',
      'The president of Kenya, William Ruto, arrived.',
    ],
    ['Kenyan Vice President Rigathi Moss arrived.'],
    { head: true },
  ),
  rule(
    'PRIME_MINISTER_OF',
    'prime minister, premier, pm, acting prime minister, prime minister-designate, taoiseach',
    ['Danish Prime Minister Mette Holm spoke.', 'Mette Holm, the prime minister of Denmark, spoke.'],
    ['Danish Deputy Prime Minister Mette Holm spoke.'],
    { head: true },
  ),
  rule('CHANCELLOR_OF', 'chancellor', ['Anna Keller, the German chancellor, left.'], [], { head: true }),
  rule(
    'MONARCH_OF',
    'king, queen, emperor, empress, sultan, emir, monarch',
    ['King Harald of Norway opened the session.'],
    [],
    { head: true },
  ),
  rule(
    'LEADER_OF',
    'leader, first minister, supreme leader, head of state, head of government, dictator, ruler, party leader, opposition leader, strongman',
    ['Hamas leader Omar Said spoke.'],
    [],
    { head: true },
  ),
  rule(
    'MINISTER_OF',
    'minister, foreign minister, defence minister, defense minister, finance minister, interior minister, justice minister, economy minister, energy minister, health minister, trade minister, education minister, agriculture minister, transport minister, culture minister, environment minister, fisheries minister, prime minister’s deputy, secretary of state, foreign secretary, defence secretary, defense secretary, home secretary, treasury secretary, health secretary, interior secretary, attorney general, finance chief, foreign affairs minister, minister of foreign affairs, minister of defence, minister of finance, minister of justice, minister for foreign affairs, chancellor of the exchequer',
    ['Danish Foreign Minister Lars Lund met reporters.'],
    ['Danish Prime Minister Mette Holm spoke.'],
    { prepositions: ['for'] },
  ),
  rule(
    'AMBASSADOR_OF',
    'ambassador, envoy, special envoy, consul, high commissioner, charge d’affaires, chargé d’affaires',
    ['Peter Lang, former Swiss ambassador to Chile, agreed.', 'the Swiss ambassador Peter Lang agreed.'],
    [],
    { by: { to: 'AMBASSADOR_TO', in: 'AMBASSADOR_TO' } },
  ),
  rule(
    'SPOKESPERSON_FOR',
    'spokesman, spokeswoman, spokesperson, press secretary, press officer, chief spokesman, chief spokesperson, government spokesman, government spokeswoman, government spokesperson, deputy spokesman, deputy spokesperson',
    [
      'Pentagon spokesman John Miller said so.',
      'Ingrid Berg, a spokeswoman for the European Commission, said so.',
    ],
    [],
    { prepositions: ['for'] },
  ),
  rule(
    'ADVISER_TO',
    'aide, adviser, advisor, top aide, senior aide, national security adviser, national security advisor, chief of staff, senior adviser, presidential aide, presidential adviser',
    ['Greta Voss, an adviser to Chancellor Anna Keller, resigned.'],
    [],
    { prepositions: ['to', 'for'] },
  ),
  rule('MAYOR_OF', 'mayor, lord mayor, deputy mayor', [
    'London Mayor Ada Price disagreed.',
    'London’s mayor, Ada Price, disagreed.',
  ]),
  rule('GOVERNOR_OF', 'governor, regional governor', ['Texas Governor Greg Hall signed the bill.']),
  rule(
    'SECRETARY_GENERAL_OF',
    'secretary-general, secretary general, general secretary',
    ['NATO Secretary General Jens Berg spoke.'],
    ['NATO spokesman Jens Berg spoke.'],
  ),
  rule(
    'DIRECTOR_OF',
    'director, director-general, director general, executive director, managing director, head, chief, boss, chief executive, chief executive officer, ceo, manager, chief economist, policy chief, foreign policy chief, deputy director',
    ['Kate Lowe, the director of Amnesty International, said so.', 'Tesla chief executive Elon Brandt left.'],
    [],
    { prepositions: ['at'] },
  ),
  rule('CHAIR_OF', 'chairman, chairwoman, chairperson, chair, speaker, co-chair', [
    'House of Commons Speaker Lindsay Boyle agreed.',
  ]),
  rule(
    'COMMANDER_OF',
    'commander, commander-in-chief, army chief, military chief, chief of the general staff',
    ['NATO commander Carl Stone agreed.'],
  ),
  rule(
    'MEMBER_OF',
    'member, senator, lawmaker, councilman, councilwoman, councillor, councilor, city councilman, city councilwoman, council member, city council member, congressman, congresswoman, mp, mep, representative, legislator, politician, parliamentarian, delegate',
    ['David Lowe, a politician from the Labour Party, reacted.'],
    [],
    { prepositions: ['from', 'for', 'in'] },
  ),
  rule(
    'OFFICIAL_OF',
    'vice president, deputy prime minister, deputy president, deputy foreign minister, deputy minister, crown prince, official, diplomat, commissioner, negotiator, chief negotiator, prosecutor, judge, secretary, undersecretary, first lady, permanent secretary, surgeon general, solicitor general, inspector general, police commissioner, vice-president, deputy chief, deputy head',
    ['Kenyan Vice President Rigathi Moss arrived.'],
    [],
    { prepositions: ['at', 'for', 'to'] },
  ),
  rule('SUPPORTED', 'fan, big fan, supporter, admirer', [
    'Omar Reyes, a supporter of Anna Holt, agreed.',
    'Omar Reyes is a big fan of Anna Holt.',
  ]),
  rule('CRITICIZED', 'critic, fierce critic, outspoken critic', [
    'Omar Reyes, a critic of Anna Holt, agreed.',
  ]),
  rule('OPPOSED', 'opponent, rival, foe, adversary', ['Omar Reyes, an opponent of Anna Holt, agreed.']),
  rule('ALLY_OF', 'ally, close ally, key ally, confidant', ['Omar Reyes is an ally of Anna Holt.']),
  rule('FOUNDED', 'founder, co-founder', ['Amazon founder Jeff Bolt agreed.']),
  rule(
    'WORKED_FOR',
    'journalist, reporter, correspondent, editor, editor-in-chief, analyst, researcher, professor, lawyer',
    ['Reuters correspondent Anna Bell asked him.'],
    [],
    { prepositions: ['for', 'at', 'from', 'with'] },
  ),
];

/** Words that qualify an office and are kept with the fact: "former British ambassador". */
export const statusWords: ReadonlySet<string> = new Set(
  'former ex acting interim outgoing incoming then late deposed ousted exiled elected re-elected newly-elected'.split(
    ' ',
  ),
);

/** Forms of address and ranks that go before a name and name no body. Value: what they tell of the person. */
export const honorifics: ReadonlyMap<string, 'female' | 'male' | 'either'> = new Map([
  ...'mr mr. sir lord prince king sheikh pope ayatollah imam father brother baron duke count emir sultan'
    .split(' ')
    .map((word) => [word, 'male'] as const),
  ...'mrs mrs. ms ms. miss dame lady princess queen duchess madam sister baroness'
    .split(' ')
    .map((word) => [word, 'female'] as const),
  ...'dr dr. prof prof. professor sen sen. senator rep rep. representative gov gov. gen gen. general col col. colonel lt lt. lieutenant major maj maj. capt capt. captain adm adm. admiral sgt sgt. sergeant judge justice rev rev. reverend archbishop bishop cardinal patriarch marshal hon hon. comrade councilman councilwoman councillor congressman congresswoman msgr msgr. monsignor doctor inspector detective officer commissioner ambassador coach justice rabbi mufti pastor vicar commodore cmdr cmdr. sheriff constable superintendent'
    .split(' ')
    .map((word) => [word, 'either'] as const),
]);

/** What an office tells of its holder. */
export const genderOfOffice: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ...[
    'king',
    'emperor',
    'sultan',
    'emir',
    'spokesman',
    'chairman',
    'congressman',
    'crown prince',
    'strongman',
  ].map((word) => [word, 'male'] as const),
  ...['queen', 'empress', 'spokeswoman', 'chairwoman', 'congresswoman', 'first lady'].map(
    (word) => [word, 'female'] as const,
  ),
]);

/** Family words: "his wife, Anna Lund". The relation from the owner to the named one. */
export const familyNouns: ReadonlyMap<string, string> = new Map([
  ...['wife', 'husband', 'spouse', 'ex-wife', 'ex-husband', 'widow', 'fiancée', 'fiancé'].map(
    (word) => [word, 'MARRIED_TO'] as const,
  ),
  ...['son', 'daughter', 'stepson', 'stepdaughter'].map((word) => [word, 'PARENT_OF'] as const),
  ...['brother', 'sister', 'half-brother', 'half-sister'].map((word) => [word, 'SIBLING_OF'] as const),
  ...[
    'cousin',
    'nephew',
    'niece',
    'uncle',
    'aunt',
    'grandson',
    'granddaughter',
    'son-in-law',
    'daughter-in-law',
    'mother',
    'father',
    'brother-in-law',
  ].map((word) => [word, 'RELATIVE_OF'] as const),
]);
