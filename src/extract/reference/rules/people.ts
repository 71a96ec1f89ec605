// Nouns that stand for people, bodies and places, and what they tell of gender. Data; who is meant is decided elsewhere.

export type Gender = 'female' | 'male';

const words = (text: string): string[] => text.trim().split(/\s+/);

const women = words(`
  woman girl lady mother mom mum mama wife ex-wife widow daughter stepdaughter granddaughter sister half-sister stepsister
  aunt niece grandmother grandma stepmother mother-in-law daughter-in-law sister-in-law godmother goddaughter girlfriend
  bride fiancée fiancee queen princess duchess countess empress baroness actress waitress hostess heiress goddess nun
  policewoman businesswoman spokeswoman chairwoman congresswoman councilwoman sportswoman saleswoman servicewoman
  housewife maid midwife madam heroine schoolgirl ballerina songstress sorceress witch mistress matriarch`);

const men = words(`
  man boy gentleman father dad papa husband ex-husband widower son stepson grandson brother half-brother stepbrother
  uncle nephew grandfather grandpa stepfather father-in-law son-in-law brother-in-law godfather godson boyfriend
  groom bridegroom fiancé king prince duke earl emperor baron lord pope monk priest bishop archbishop cardinal
  policeman businessman spokesman chairman congressman councilman sportsman salesman serviceman cameraman fireman
  gunman strongman clergyman frontman statesman schoolboy patriarch landlord waiter wizard imam sultan emir`);

const either = words(`
  person adult child kid baby teenager teen youth infant toddler parent grandparent sibling twin spouse partner cousin
  relative friend neighbour neighbor colleague counterpart ally rival opponent foe enemy critic supporter fan admirer
  leader president premier chancellor minister secretary chief head boss director manager executive officer official
  aide adviser advisor envoy ambassador diplomat negotiator delegate representative spokesperson chair chairperson
  mayor governor senator lawmaker legislator politician parliamentarian councillor candidate incumbent successor
  predecessor deputy commissioner consul dictator ruler monarch tycoon magnate mogul billionaire millionaire
  founder co-founder owner entrepreneur banker economist analyst expert researcher scientist professor scholar
  teacher student pupil graduate doctor physician nurse surgeon dentist psychologist therapist lawyer attorney
  solicitor barrister judge prosecutor plaintiff defendant suspect victim witness survivor culprit attacker assailant
  killer murderer thief burglar robber criminal convict prisoner inmate detainee hostage refugee migrant immigrant
  soldier general colonel major captain lieutenant sergeant corporal private commander admiral marshal veteran pilot
  sailor guard bodyguard cop detective inspector constable sheriff agent spy informant
  journalist reporter correspondent editor columnist author writer novelist poet playwright critic blogger publisher
  translator historian philosopher artist painter sculptor photographer architect designer musician singer rapper
  composer songwriter conductor pianist guitarist violinist drummer bassist vocalist dancer choreographer actor
  comedian director producer filmmaker screenwriter host presenter anchor broadcaster celebrity star
  athlete player footballer striker midfielder defender goalkeeper winger forward quarterback pitcher coach trainer
  referee umpire runner sprinter swimmer cyclist boxer wrestler golfer skater skier champion medalist winner loser
  engineer mechanic electrician plumber carpenter builder worker employee employer clerk accountant farmer driver
  chef cook baker butcher barber tailor servant slave butler shopkeeper trader merchant salesperson customer client
  patient passenger tourist traveller traveler visitor guest resident citizen voter taxpayer consumer user
  activist protester demonstrator dissident rebel insurgent militant terrorist extremist fighter
  chairperson member co-worker classmate teammate roommate housemate companion mentor protégé protege disciple
  follower believer pastor minister preacher rabbi missionary saint chaplain theologian
  hero villain protagonist antagonist character narrator speaker listener
  heir peer noble aristocrat knight explorer inventor pioneer genius fool stranger foreigner native orphan
  man-at-arms ranger lifeguard firefighter paramedic technician programmer developer consultant contractor
  inspector auditor lobbyist campaigner organizer organiser coordinator chairperson intern apprentice trainee
  lover admirer suitor mate newcomer rookie giant dwarf professor lecturer dean principal headmaster headmistress
  biographer linguist mathematician physicist chemist biologist astronomer geologist anthropologist sociologist
  donor investor shareholder lender buyer seller pensioner motorist commuter holidaymaker bystander onlooker gunner
  paramilitary mercenary smuggler trafficker hacker whistleblower academic undergraduate lecturer chairperson strategist
  pollster moderator commentator pundit broadcaster spectator supporter mourner worshipper pilgrim cleric imam
  skipper commodore brigadier seaman mariner fisherman trawlerman financier broker trustee treasurer curator speechwriter
  mediator rapporteur warden jailer kidnapper hijacker fraudster stalker bomber sniper gunner recruit conscript deserter
  influencer youtuber streamer rower oarsman marksman ombudsman alderman craftsman foreman postman headteacher caretaker
  councillor envoy separatist native host guest breeder angler hunter
  astronaut cosmonaut counsel counselor counsellor magistrate justice juror`);

/** Nouns for one person, by lemma; the value is the gender that the noun itself tells. */
export const personNouns: ReadonlyMap<string, Gender | 'either'> = new Map([
  ...either.map((word) => [word, 'either'] as const),
  ...women.map((word) => [word, 'female'] as const),
  ...men.map((word) => [word, 'male'] as const),
]);

/** What the nouns that tell a gender tell. By lemma. */
export const genderedNouns: ReadonlyMap<string, Gender> = new Map([
  ...women.map((word) => [word, 'female'] as const),
  ...men.map((word) => [word, 'male'] as const),
]);

/** Nouns for relatives who may share a surname: "her husband", "his twin". By lemma. */
export const kinNouns: ReadonlySet<string> = new Set(
  words(`mother mom mum wife ex-wife widow daughter stepdaughter granddaughter sister half-sister stepsister aunt niece
    grandmother stepmother father dad husband ex-husband widower son stepson grandson brother half-brother stepbrother uncle
    nephew grandfather stepfather spouse cousin twin child sibling sister-in-law brother-in-law mother-in-law father-in-law
    daughter-in-law son-in-law`),
);

/** Nouns for people that need an owner to be someone: "his wife". By lemma. */
export const relationalNouns: ReadonlySet<string> = new Set(
  words(`mother mom mum wife ex-wife widow daughter stepdaughter granddaughter sister half-sister stepsister aunt niece
    grandmother stepmother girlfriend fiancée fiancee father dad husband ex-husband son stepson grandson brother
    half-brother stepbrother uncle nephew grandfather stepfather boyfriend fiancé spouse partner cousin friend colleague
    counterpart predecessor successor mother-in-law father-in-law son-in-law daughter-in-law brother-in-law sister-in-law
    deputy mentor lover rival boss`),
);

/** Groups of people that take "it" or "they". By lemma. */
export const bodyNouns: ReadonlySet<string> = new Set(
  words(`government administration ministry department agency authority commission committee council parliament congress
    senate assembly court police army military navy force company firm corporation bank group organization organisation
    institute institution university college school hospital church party union team club league association federation
    foundation coalition alliance bloc regime cabinet board bureau embassy network newspaper magazine broadcaster channel
    station studio label band orchestra manufacturer maker carrier airline retailer publisher developer supplier operator
    charity movement militia brigade jury delegation mission side media press outlet website startup giant watchdog
    regulator think-tank lender miner insurer carmaker drugmaker chipmaker shipbuilder brewer conglomerate utility alliance tribunal
    office service household family crew staff junta kingdom`),
);

/** What sails under a name: it takes "it", and its crew acts for it. By lemma. */
export const vesselNouns: ReadonlySet<string> = new Set(
  words(
    'ship vessel trawler ferry tanker freighter boat yacht submarine frigate destroyer warship barge tug icebreaker liner',
  ),
);

/** Nouns for places. By lemma. */
export const placeNouns: ReadonlySet<string> = new Set(
  words(`country nation state city town village capital region province district county island continent area territory
    republic kingdom municipality suburb neighbourhood neighborhood settlement port peninsula`),
);
