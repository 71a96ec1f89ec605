// Offices, roles and ties of people as data: what a person is of a country, a body or another person. How a sentence gives
// them to someone stands in titles/. In examples [ ] marks a person, { } a country, its people or a place, < > a body.

/** What one group of nouns says of whoever bears them. */
export interface Role {
  /** Relation type from the holder to the body; from the body to the holder where `turned`. */
  readonly office: string;
  /** In lower case, singular; several words may make one, hyphens as spaces. The longest that fits wins. */
  readonly nouns: readonly string[];
  /** What it can be of: a country or an organisation, a person, or either. */
  readonly of: 'body' | 'person' | 'any';
  /** Prepositions besides "of" before what it is of: "spokesman for". */
  readonly prepositions: readonly string[];
  /** The relation that a preposition means instead: "ambassador to". */
  readonly by: Readonly<Record<string, string>>;
  /** The relation instead, where it is of an organisation: "Labour MP". */
  readonly ofOrganization: string | undefined;
  /** Whether words before the noun name its field and belong to the office: "digital affairs minister". */
  readonly field: boolean;
  /** Whether it says nothing without a body: "ally", "wife". */
  readonly bound: boolean;
  readonly turned: boolean;
  /** `office: HOLDER [of BODY]` must be found. */
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

type More = Partial<
  Pick<Role, 'of' | 'prepositions' | 'by' | 'ofOrganization' | 'field' | 'bound' | 'turned' | 'misses'>
>;

function role(office: string, nouns: string, matches: readonly string[], more: More = {}): Role {
  const none = { prepositions: [], by: {}, ofOrganization: undefined, misses: [] };
  const plain = { of: 'body', field: false, bound: false, turned: false } as const;
  return { ...none, ...plain, ...more, office, nouns: nouns.split(', '), matches };
}

/** Every role. A noun stands in one of them. */
export const roles: readonly Role[] = [
  role(
    'PRESIDENT_OF',
    'president',
    ['{Kenyan} President [William Otieno] arrived.', 'The president of {Kenya}, [William Otieno], arrived.'],
    {
      misses: ['{Kenyan} Vice President [Rita Moss] arrived.', 'The presidential aide [Rita Moss] arrived.'],
    },
  ),
  role(
    'VICE_PRESIDENT_OF',
    'vice president, deputy president',
    ['{Kenyan} Vice President [Rita Moss] arrived.', '[Rita Moss], vice president of {Kenya}, arrived.'],
    { field: true, prepositions: ['at', 'for'], misses: ['{Kenyan} President [Rita Moss] arrived.'] },
  ),
  role(
    'PRIME_MINISTER_OF',
    'prime minister, premier, pm, taoiseach, chief minister',
    ['{Danish} Prime Minister [Mette Holm] spoke.', '{Denmark}’s premier, [Mette Holm], spoke.'],
    { misses: ['{Danish} Deputy Prime Minister [Mette Holm] spoke.', 'The premier league began.'] },
  ),
  role('CHANCELLOR_OF', 'chancellor', ['[Anna Keller], the {German} chancellor, left.']),
  role('MONARCH_OF', 'king, queen, emperor, empress, sultan, emir, monarch, tsar', [
    'King [Harald] of {Norway} opened the session.',
    '[Harald] was king of {Norway} for decades.',
  ]),
  role(
    'ROYAL_OF',
    'prince, princess, crown prince, crown princess, duke, duchess, earl, grand duke, queen consort, prince regent',
    ['Crown Prince [Khalid bin Fahd] of {Saudi Arabia} left.'],
  ),
  role(
    'LEADER_OF',
    'leader, supreme leader, paramount leader, head of state, head of government, dictator, ruler, strongman, warlord, junta leader, junta chief, majority leader, minority leader, ringleader, first minister',
    ['<Hamas> leader [Omar Said] was killed.', '[Omar Said] is the leader of <Hamas>.'],
    { misses: ['<Hamas> leaders met [Omar Said].'] },
  ),
  role(
    'MINISTER_OF',
    'minister, secretary of state, secretary of defense, secretary of defence, foreign secretary, defence secretary, defense secretary, home secretary, treasury secretary, health secretary, interior secretary, energy secretary, education secretary, transport secretary, transportation secretary, commerce secretary, labor secretary, agriculture secretary, business secretary, justice secretary, environment secretary, culture secretary, trade secretary, housing secretary, homeland security secretary, veterans affairs secretary, northern ireland secretary, war secretary, attorney general, chancellor of the exchequer, foreign affairs chief, cabinet member',
    [
      '{Danish} Foreign Minister [Lars Lund] left.',
      '[Lars Lund], {Denmark}’s minister of digital affairs, left.',
      '{U.S.} Secretary of State [John Kerr] left.',
    ],
    {
      field: true,
      prepositions: ['for'],
      misses: [
        '{Danish} Prime Minister [Mette Holm] spoke.',
        '{Danish} Deputy Foreign Minister [Lars Lund] left.',
      ],
    },
  ),
  role(
    'AMBASSADOR_OF',
    'ambassador, envoy, special envoy, peace envoy, emissary, consul, consul general, high representative, special representative, permanent representative, special coordinator, charge d affaires, chargé d’affaires, ambassador at large',
    ['The {Swiss} ambassador, [Peter Lang], agreed.', '[Peter Lang], a {Swiss} envoy to {Chile}, agreed.'],
    {
      field: true,
      by: { to: 'AMBASSADOR_TO', in: 'AMBASSADOR_TO', for: 'AMBASSADOR_TO', on: 'AMBASSADOR_TO' },
      misses: ['The {Swiss} embassy denied it, [Peter Lang] said.'],
    },
  ),
  role(
    'SPOKESPERSON_FOR',
    'spokesman, spokeswoman, spokesperson, press secretary, press officer, press attaché, communications director, director of communications, communications chief, mouthpiece',
    [
      '<Pentagon> spokesman [John Miller] said so.',
      '[Ingrid Berg], a spokeswoman for the {Swiss} army, said so.',
    ],
    { field: true, of: 'any', prepositions: ['for', 'at', 'with'] },
  ),
  role(
    'ADVISER_TO',
    'aide, adviser, advisor, national security adviser, national security advisor, chief of staff, deputy chief of staff, consigliere, campaign manager, speechwriter, private secretary, special assistant, confidant, right hand man, right hand woman, henchman, protégé, fixer',
    [
      '[Greta Voss], an adviser to President [Anna Keller], resigned.',
      '[Keller] aide [Greta Voss] resigned.',
    ],
    { field: true, of: 'any', prepositions: ['to', 'for', 'at'] },
  ),
  role('GOVERNOR_OF', 'governor, governor general, lieutenant governor, prefect, viceroy, gov', [
    '{Texas} Governor [Greg Hall] signed the bill.',
    'Gov. [Greg Hall] of {Texas} signed the bill.',
  ]),
  role('MAYOR_OF', 'mayor, lord mayor, burgomaster', [
    '{London}’s mayor, [Ada Price], disagreed.',
    '[Ada Price] was elected mayor of {London}.',
  ]),
  role(
    'SECRETARY_GENERAL_OF',
    'secretary general, general secretary, party secretary, first secretary',
    ['<NATO> Secretary-General [Jens Berg] spoke.'],
    { prepositions: ['at'], misses: ['<NATO> spokesman [Jens Berg] spoke.'] },
  ),
  role(
    'DIRECTOR_OF',
    'director, director general, executive director, managing director, general director, head, chief, boss, chief executive, chief executive officer, chief financial officer, chief operating officer, chief technology officer, chief economist, ceo, cfo, coo, cto, executive, manager, general manager, dean, principal, headmaster, headmistress, headteacher, head teacher, rector, provost, superintendent, controller, administrator, curator, abbot, chief scientist, chief whip, executive editor, country director, regional director, station chief, bureau chief, coordinator',
    ['[Kate Lowe], the director of <Amnesty>, agreed.', '<Tesla> chief executive [Paul Brandt] left.'],
    {
      field: true,
      prepositions: ['at', 'for', 'with'],
      misses: ['[Kate Lowe] shook her head at <Amnesty>.', '{Kenya}’s chief concern is [Kate Lowe].'],
    },
  ),
  role(
    'CHAIR_OF',
    'chairman, chairwoman, chairperson, chair, cochair, co chair, co chairman, speaker, chair of the board, chairman of the board, board chairman, convener, moderator',
    ['[Tom Lund] is the chairman of the <Labour Party>.', '<Fed> Chair [Jerome Pole] left.'],
    {
      field: true,
      prepositions: ['at'],
      misses: ['[Tom Lund] chairs the <Labour Party>.'],
    },
  ),
  role(
    'COMMANDER_OF',
    'commander, commander in chief, commanding officer, supreme commander, chief of the general staff, chief of general staff, chief of the army staff, chief of army staff, chief of defence staff, chief of the defence staff, commandant',
    ['<NATO> commander [Carl Stone] agreed.', '[Carl Stone], the commander of {U.S.} forces, agreed.'],
    { field: true, prepositions: ['for', 'with'] },
  ),
  role(
    'OFFICER_OF',
    'general, colonel, lieutenant colonel, lieutenant, lieutenant general, major, major general, brigadier general, brigadier, admiral, rear admiral, vice admiral, sergeant, staff sergeant, corporal, private first class, commodore, marshal, field marshal, air marshal, air chief marshal, airman, detective, inspector, constable, police officer, army officer, intelligence officer, sheriff, deputy sheriff, cmdr, gen, col, lt, lt col, lt gen, maj, maj gen, brig gen, brig, capt, adm, sgt, soldier',
    ['Gen. [Carl Stone] of the {U.S.} army agreed.', '{Israeli} army Maj. [Avi Stern] agreed.'],
    {
      prepositions: ['with', 'from'],
      misses: [
        'A general election in {Kenya} was won by [Rita Moss].',
        'A major concern of <Acme> is [Avi Stern].',
      ],
    },
  ),
  role(
    'LAWMAKER_OF',
    'senator, lawmaker, congressman, congresswoman, mp, mep, member of parliament, member of congress, legislator, parliamentarian, assemblyman, assemblywoman, state representative, state senator, sen, rep, backbencher',
    ['Sen. [Bob Lowe] of {Ohio} voted.', '[David Lowe], the MP for {Leeds}, voted.'],
    { prepositions: ['for', 'from', 'with'], ofOrganization: 'MEMBER_OF' },
  ),
  role(
    'MEMBER_OF',
    'member, councilman, councilwoman, councillor, councilor, city councilman, council member, city council member, politician, delegate, board member, committee member, veteran, activist, militant, fighter, cadre, party member, insider, stalwart, senior member, founding member, singer, guitarist, drummer, frontman, bassist, recruiter',
    ['[David Lowe], a politician from the <Labour Party>, reacted.', '[David Lowe] is a member of <Hamas>.'],
    { field: true, prepositions: ['from', 'for', 'with', 'on'] },
  ),
  role(
    'MEMBER_OF',
    'democrat, republican, tory, liberal democrat, green, social democrat, christian democrat',
    ['[Bob Lowe], a Republican, voted.'],
  ),
  role(
    'JUDGE_OF',
    'judge, justice, chief justice, magistrate, chief judge, associate justice, presiding judge, district judge',
    [
      '<Supreme Court> Justice [Helen Ward] dissented.',
      '[Helen Ward], a judge at the <Hague Tribunal>, dissented.',
    ],
    { prepositions: ['at', 'on'] },
  ),
  role(
    'PROSECUTOR_OF',
    'prosecutor, prosecutor general, chief prosecutor, public prosecutor, state prosecutor, federal prosecutor, district attorney, special counsel, procurator general',
    ['[Ana Duarte], prosecutor general of {Brazil}, asked for a warrant.'],
    { prepositions: ['at', 'for'] },
  ),
  role(
    'CLERIC_OF',
    'pope, bishop, archbishop, cardinal, patriarch, imam, grand imam, rabbi, chief rabbi, ayatollah, grand ayatollah, mufti, grand mufti, cleric, priest, pastor, vicar, monsignor, rev, reverend, sheikh, mullah, lama, monk, nun, pontiff',
    ['The archbishop of {Canterbury}, [Rowan Pell], apologised.', 'Pope [Leo] apologised.'],
    { prepositions: ['at', 'from'] },
  ),
  role(
    'COACH_OF',
    'coach, head coach, assistant coach, team manager, trainer',
    ['<Chelsea> coach [Frank Lamb] praised his side.'],
    { of: 'any', prepositions: ['at', 'for'], misses: ['The coach from {Leeds} hit [Frank Lamb].'] },
  ),
  role(
    'PLAYED_FOR',
    'striker, midfielder, defender, goalkeeper, forward, winger, quarterback, pitcher, outfielder, shortstop, captain, team captain, player, batsman, bowler, scrum half, fly half, keeper, full back, playmaker, rider, defenseman, goalie, centre back, point guard, linebacker, running back, wide receiver, catcher, batter, sprinter, cyclist, gymnast, skater, driver, champion, seed',
    ['[Leo Sanchez], the <Barcelona> striker, missed the match.'],
    { field: true, prepositions: ['for', 'at', 'from', 'with'] },
  ),
  role(
    'LAWYER_FOR',
    'lawyer, attorney, defence lawyer, defense lawyer, defense attorney, counsel, solicitor, barrister, general counsel',
    ['[Anwar]’s lawyer, [Nadia Saleh], said he would appeal.'],
    { field: true, of: 'any', prepositions: ['for', 'with', 'at'] },
  ),
  role(
    'CANDIDATE_OF',
    'candidate, presidential candidate, presidential hopeful, presidential contender, nominee, presidential nominee, front runner, frontrunner, challenger, running mate',
    ['<Labour> candidate [Mitch Rowe] lost.'],
    { field: true, of: 'any', prepositions: ['for', 'from'] },
  ),
  role(
    'OFFICIAL_OF',
    'official, diplomat, commissioner, trade representative, negotiator, chief negotiator, secretary, undersecretary, under secretary, undersecretary of state, under secretary of state, undersecretary general, under secretary general, permanent secretary, first lady, surgeon general, solicitor general, inspector general, auditor general, comptroller, treasurer, deputy, ombudsman, mediator, rapporteur, special rapporteur, high commissioner, representative, chief of protocol, registrar, regent, commissioner general, head of delegation, public relations officer, chief information officer, medical officer, chief medical officer, state secretary, parliamentary secretary, number two, second in command, technocrat, bureaucrat, agent',
    ['<EU> commissioner [Vera Tal] agreed.', '[Vera Tal], a diplomat at the {Swiss} embassy, agreed.'],
    { field: true, prepositions: ['at', 'for', 'to', 'with', 'from', 'on'] },
  ),
  role(
    'WORKED_FOR',
    'journalist, reporter, correspondent, editor, editor in chief, columnist, presenter, anchor, anchorman, news anchor, newsreader, broadcaster, producer, cameraman, photographer, analyst, economist, researcher, professor, assistant professor, associate professor, professor emeritus, lecturer, scholar, fellow, senior fellow, research fellow, scientist, engineer, consultant, employee, worker, staffer, historian, expert, specialist, pilot, doctor, surgeon, nurse, physician, teacher, intern, trader, contractor, banker, operative, attache, attaché, host, contributor, epidemiologist, meteorologist, seismologist, political scientist, social worker, aid worker, security guard, actor, actress, filmmaker, author, co author, writer, novelist, poet, artist, comedian, astronaut, cosmonaut, archaeologist, lobbyist, campaigner, pulmonologist, psychologist, psychiatrist, architect, designer, chef, blogger, podcaster, whistleblower, sociologist, geologist, astronomer, physicist, chemist, biologist, climatologist, virologist, anthropologist, philosopher, playwright, conductor, composer, programmer, developer, lead researcher, strategist',
    [
      '<Reuters> correspondent [Anna Bell] asked him.',
      '[Ellen Marsh], a professor of law at <Yale>, agreed.',
    ],
    { field: true, prepositions: ['for', 'at', 'from', 'with'] },
  ),
  role(
    'FOUNDED',
    'founder, cofounder, co founder, founding father, creator, inventor',
    ['<Amazon> founder [Jeff Bolt] agreed.', '[Jeff Bolt] is a co-founder of <Amazon>.'],
    { bound: true },
  ),
  role('OWNED', 'owner, co owner, proprietor, landlord', ['[Jeff Bolt], owner of the <Gazette>, agreed.'], {
    bound: true,
  }),
  role('NATIONAL_OF', 'citizen, national, native', ['[Ross Wynn], a {British} citizen, was released.'], {
    bound: true,
  }),
  role(
    'SUPPORTED',
    'fan, supporter, admirer, backer, loyalist, donor',
    ['[Omar Reyes], a supporter of [Anna Holt], agreed.'],
    { of: 'any', bound: true },
  ),
  role('CRITICIZED', 'critic, detractor', ['[Omar Reyes], a fierce critic of [Anna Holt], agreed.'], {
    of: 'any',
    bound: true,
  }),
  role(
    'OPPOSED',
    'opponent, rival, foe, adversary, nemesis',
    ['[Omar Reyes], an opponent of [Anna Holt], agreed.'],
    { of: 'any', bound: true },
  ),
  role(
    'ALLY_OF',
    'ally, associate',
    ['[Holt] ally [Omar Reyes] agreed.', '[Omar Reyes] is an ally of [Anna Holt].'],
    {
      of: 'any',
      bound: true,
    },
  ),
  role('SUCCEEDED', 'successor', ['[Obama]’s successor, [Don Tanner], left.'], { of: 'person', bound: true }),
  role('SUCCEEDED', 'predecessor', ['His predecessor, [Barack Odum], left.'], {
    of: 'person',
    bound: true,
    turned: true,
  }),

  // Kin and friends: of a person, and nothing without one.
  role(
    'MARRIED_TO',
    'wife, husband, spouse, widow, widower',
    [
      'His wife, [Anna Lund], left.',
      '[Tom Holt] and his wife [Clara] left.',
      '[Clara], the wife of [Tom Holt], left.',
    ],
    { of: 'person', bound: true, prepositions: ['to'], misses: ['A wife of a miner met [Clara].'] },
  ),
  role(
    'PARTNER_OF',
    'girlfriend, boyfriend, partner, fiancé, fiancée, fiance, fiancee, lover',
    ['[Holt]’s partner, [Carla Moss], left.'],
    { of: 'person', bound: true },
  ),
  role(
    'PARENT_OF',
    'son, daughter, child, stepson, stepdaughter, eldest son, only child, baby',
    ['[Lund]’s daughter [Eva] left.', '[Hunter Boyle], son of [Joe Boyle], left.'],
    { of: 'person', bound: true, turned: true, misses: ['[Bill Reed], the son of a miner, left.'] },
  ),
  role(
    'PARENT_OF',
    'mother, father, mom, mum, dad, stepmother, stepfather, parent',
    ['[Carla Moss], mother of [Ian Moss], left.'],
    { of: 'person', bound: true, misses: ['[Carla Moss], a mother of three, left.'] },
  ),
  role(
    'SIBLING_OF',
    'brother, sister, half brother, half sister, sibling, twin, twin brother, twin sister, stepbrother, stepsister',
    ['[Peter Moss], the younger brother of [Ian Moss], left.'],
    { of: 'person', bound: true },
  ),
  role(
    'RELATIVE_OF',
    'cousin, nephew, niece, uncle, aunt, grandson, granddaughter, grandfather, grandmother, grandchild, relative, son in law, daughter in law, father in law, mother in law, brother in law, sister in law, great grandson, great granddaughter, descendant, godfather, godmother',
    ['His cousin [Ines Roth] left.', '[Ines Roth], son-in-law of [Peter Lang], left.'],
    { of: 'person', bound: true },
  ),
  role(
    'FRIEND_OF',
    'friend, best friend, classmate, roommate, neighbour, neighbor',
    ['[Holt]’s friend [Ines Roth] left.'],
    { of: 'person', bound: true },
  ),
  role(
    'WORKED_WITH',
    'colleague, co worker, coworker, teammate, bandmate, business partner',
    ['[Ines Roth], a colleague of [Holt], left.'],
    { of: 'person', bound: true },
  ),
];

/** Titles with a full stop or without that name no office: what they tell of the bearer. */
export const courtesies: ReadonlyMap<string, 'female' | 'male' | 'either'> = new Map([
  ...'mr messrs sir lord baron'.split(' ').map((word) => [word, 'male'] as const),
  ...'mrs ms miss dame lady madam madame baroness'.split(' ').map((word) => [word, 'female'] as const),
  ...'dr prof hon honourable comrade'.split(' ').map((word) => [word, 'either'] as const),
]);

/** What a noun of `roles` tells of whoever bears it; absent where it tells nothing. */
export const genderOfRole: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ...'king, emperor, sultan, emir, tsar, prince, crown prince, duke, grand duke, earl, spokesman, chairman, co chairman, congressman, assemblyman, councilman, city councilman, strongman, anchorman, cameraman, headmaster, pope, pontiff, bishop, imam, ayatollah, monk, husband, widower, boyfriend, fiancé, fiance, son, stepson, father, dad, stepfather, brother, half brother, twin brother, stepbrother, nephew, uncle, grandson, grandfather, son in law, father in law, brother in law, great grandson, godfather'
    .split(', ')
    .map((noun) => [noun, 'male'] as const),
  ...'queen, queen consort, empress, princess, crown princess, duchess, spokeswoman, chairwoman, congresswoman, assemblywoman, councilwoman, headmistress, first lady, nun, wife, widow, girlfriend, fiancée, fiancee, daughter, stepdaughter, mother, mom, mum, stepmother, sister, half sister, twin sister, stepsister, niece, aunt, granddaughter, grandmother, daughter in law, mother in law, sister in law, great granddaughter, godmother'
    .split(', ')
    .map((noun) => [noun, 'female'] as const),
]);
