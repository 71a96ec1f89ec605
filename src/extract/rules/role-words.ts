// Words around an office: what tells that it is past, acting or to come, what belongs to it, what it is of. And the verbs
// that give an office to someone or take it away. The offices themselves stand in roles.ts.
import type { Title } from '../article.ts';

type Status = Title['status'];

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words before an office (or after a hyphen: "president-elect"). */
export const statusWords: ReadonlyMap<string, Status> = new Map<string, Status>([
  ...words(
    'former ex then late onetime one-time erstwhile past previous deposed ousted disgraced retired ret fallen once formerly previously impeached toppled deceased sacked',
  ).map((word) => [word, 'former'] as const),
  ...words('acting interim caretaker provisional temporary').map((word) => [word, 'acting'] as const),
  ...words('elect designate incoming future would-be nominated aspiring nominee').map(
    (word) => [word, 'elect'] as const,
  ),
]);

/** Before an office these make it another, lower one. */
export const underWords: ReadonlySet<string> = new Set(
  words('deputy vice assistant associate junior under sub co-deputy'),
);

/** What a deputy of is one as well: a deputy spokesman speaks, a deputy minister is no minister. */
export const sharedByDeputies: ReadonlySet<string> = new Set(
  words(
    'SPOKESPERSON_FOR ADVISER_TO WORKED_FOR COACH_OF LAWYER_FOR PROSECUTOR_OF JUDGE_OF MEMBER_OF OFFICER_OF LAWMAKER_OF',
  ),
);

/** Nouns that stand for a body: "army spokesman" is the army's. */
export const bodyNouns: ReadonlySet<string> = new Set(
  words(`administration agency air airline alliance ambulance armed army authority authorities bank board brigade cabinet campaign church city club
coalition college commission committee company congress council country court delegation department district embassy faction family federation
firm force forces foundation fund government group guard hospital institute intelligence junta league mafia militia military ministry mission mosque movement
municipality museum navy network newspaper opposition organisation organization parliament party police prison rebel region rights school secretariat security
senate service state student team trade tribe tribal tribunal union university village watchdog city coastguard gang cartel province county town provincial
presidency palace house labor labour separatist insurgent guerrilla militant factory hotel plant border port customs fire rescue services`),
);

/** Adjectives that belong to a body's noun: "central bank governor". */
export const bodyAdjectives: ReadonlySet<string> = new Set(
  words(
    'central national federal ruling regional local supreme high royal public provincial municipal constitutional joint emergency secret',
  ),
);

/** Adjectives that say of what part of a country someone is: "far-right leader" leads no country. */
export const partWords: ReadonlySet<string> = new Set(
  words(`left right far-right far-left hard-left hard-right islamist jihadist rebel opposition separatist independence pro-independence pro-democracy secessionist nationalist communist socialist
conservative liberal populist religious spiritual tribal student civil evangelical catholic protestant orthodox muslim shiite sunni hindu jewish christian
republican democratic regional local provincial municipal district black gay indigenous native ethnic secular moderate exiled underground`),
);

/** Forces, and what a role is in one: the chief of an army commands it, a captain there plays for nobody. */
export const forceNouns: ReadonlySet<string> = new Set(
  words(
    'army military navy force forces militia guard police regiment battalion brigade troops corps marines coastguard',
  ),
);
export const roleInForce: ReadonlyMap<string, string> = new Map([
  ['DIRECTOR_OF', 'COMMANDER_OF'],
  ['PLAYED_FOR', 'OFFICER_OF'],
  ['ADVISER_TO', 'COMMANDER_OF'],
]);

/** Offices of a whole country, state or town: no party or wing of it: "Republican Gov. Greg Hall". */
export const civicOffices: ReadonlySet<string> = new Set(
  words(
    'PRESIDENT_OF VICE_PRESIDENT_OF PRIME_MINISTER_OF CHANCELLOR_OF MINISTER_OF GOVERNOR_OF MAYOR_OF LAWMAKER_OF JUDGE_OF MONARCH_OF PROSECUTOR_OF',
  ),
);

/** Trades rather than offices: "American journalist" says where someone is from, "Baghdad correspondent" where she works. */
export const tradeOffices: ReadonlySet<string> = new Set(
  words('WORKED_FOR PLAYED_FOR LAWYER_FOR COACH_OF CLERIC_OF MEMBER_OF FOUNDED OWNED'),
);

/** Of teams, which bear the names of countries and towns: "the England striker". */
export const teamOffices: ReadonlySet<string> = new Set(words('PLAYED_FOR COACH_OF'));

/** Nouns that are offices only with a capital or where what they are of is said: "the speaker", "a guard". */
export const vagueNouns: ReadonlySet<string> = new Set(
  words(
    'leader speaker head chair host guard player fellow subject agent keeper forward center rider worker expert specialist editor fan fighter veteran representative deputy guardian partner child delegate driver champion seed developer conductor author writer designer executive chief boss trainer contributor',
  ),
);

/** Words before an office that say nothing of what it is of. */
export const harmlessWords: ReadonlySet<string> = new Set(
  words(
    `chief top senior new longtime long time veteran key lead leading first second third founding prominent powerful influential popular controversial embattled fellow one two year old lower upper high junior young elder fiery self style de facto vocal hardline former current day present presidential royal parliamentary congressional diplomatic billionaire millionaire tycoon magnate celebrity star heir teenage dissident disgruntled woman female male ever youngest oldest only`,
  ),
);

/** Nouns that say in one word what party someone is of; a noun only with a capital. */
export const partisans: ReadonlySet<string> = new Set([
  'democrat',
  'republican',
  'tory',
  'green',
  'liberal democrat',
  'social democrat',
  'christian democrat',
]);

/** Fields of work, before an office or after "of": "foreign policy chief". */
export const fieldNouns: ReadonlySet<string> = new Set(
  words(`accounting affairs agriculture aid art arts aviation business chemistry climate commerce commercial communications counterterrorism crisis culture defence defense design development
digital diplomacy economic economics economy education election elections emergency energy engineering environment environmental external finance financial fisheries
foreign global health history home housing human humanitarian immigration industry information infrastructure innovation interior international investment justice labour labor
law legal marketing media medical medicine migration military nuclear nutrition oil operating operations outreach personnel petroleum philosophy physics planning policy political politics power
press procurement product project programme program programs protocol public refugee relations relief research rights safety sales science security services social space sport sports state strategy
supply surgery surveillance sustainability tax technical technology tourism trade transport transportation treasury vaccine war water welfare women youth psychology sociology biology literature mathematics theology`),
);

/** Nouns that only say what kind of thing a name before them names: "the Unite union". */
export const kindNouns: ReadonlySet<string> = new Set(
  words(`agency airline association bank brand broadcaster chain channel charity club college company corporation daily firm foundation giant group hospital institute league
magazine manufacturer movement museum network newspaper organisation organization party province region state city region county district platform school site startup team
think-tank tribe union university website carmaker`),
);

/** Verbs of office, by what they do to whom. Phrasal ones by their verb. */
export const officeVerbs = {
  /** The object of these comes to the office: "appointed Lund as". */
  appoint: words(
    'appoint reappoint elect re-elect reelect name choose pick select make install instal swear crown anoint confirm hire promote recruit proclaim declare ordain reinstate inaugurate elevate',
  ),
  /** The object of these may come to it. */
  nominate: words('nominate designate tap propose'),
  /** The subject of these holds it, or begins to. */
  hold: words(
    'become remain serve act work take continue stay return start begin double step rule govern reign',
  ),
  /** The subject of these, or in the passive and of others the object, lost it. */
  leave: words(
    'resign quit step stand retire oust remove dismiss fire sack depose topple unseat drop lose strip suspend exit depart leave',
  ),
  /** The subject comes to it, the object lost it. */
  replace: words('replace succeed follow'),
  /** What is done with a post or a ministry: it goes to someone, is given, is taken, is run. */
  post: {
    goes: words('go fall pass'),
    gives: words('give hand offer assign entrust award'),
    takes: words('take get receive assume inherit secure accept land'),
    runs: words('head lead run hold keep occupy manage'),
  },
} as const;

/** Nouns for an office whose name follows: "the post of finance minister". */
export const postNouns: ReadonlySet<string> = new Set(words('post job position office role title portfolio'));

/** Nouns for what a minister runs. */
export const ministryNouns: ReadonlySet<string> = new Set(words('ministry portfolio'));

/** Verbs of will and duty before an office verb: the office is still to come. */
export const comingVerbs: ReadonlySet<string> = new Set(words('set expect due poise slate schedule prepare'));
