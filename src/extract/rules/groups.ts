// Nouns that describe rather than name, as data: who stands for a country, what "the two sides" may be.

/** "Chilean delegates", "the Chilean side", "Chilean forces": who they are of acts. */
export const groupNouns: ReadonlySet<string> = new Set(
  'officials representative representatives delegation delegations delegate delegates negotiator negotiators envoy envoys side sides government governments authorities leadership force forces troops army military soldiers administration diplomats team teams regime state armies navy warships jets drones missiles counterparts cabinet presidency junta spokesman spokeswoman spokesperson spokesmen navy envoys mediators rebels panel mission'.split(
    ' ',
  ),
);

/** With a demonym or a country before them these make an organisation of their own: "Chilean media". */
export const bodyNouns: ReadonlySet<string> = new Set(
  'media parliament police embassy senate judiciary opposition ministry office intelligence prosecutors'.split(
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
    remark: ['CRITICIZED', 'ACCUSED', 'CONDEMNED'],
    comment: ['CRITICIZED', 'ACCUSED', 'CONDEMNED'],
    allegation: ['ACCUSED'],
    charge: ['ACCUSED', 'CHARGED'],
    claim: ['ACCUSED'],
    criticism: ['CRITICIZED', 'CONDEMNED', 'ACCUSED', 'BLAMED'],
    threat: ['THREATENED', 'WARNED'],
    warning: ['WARNED'],
    ultimatum: ['DEMANDED_OF'],
    condition: ['DEMANDED_OF'],
    attack: ['ATTACKED', 'BOMBED'],
  }),
);

/** Nouns for those who act, where no name stands: "rebels", "a minister", "the company". By lemma. */
export const actorNouns: ReadonlySet<string> = new Set(
  `people person man woman child boy girl youth adult citizen resident villager inhabitant local civilian native national
immigrant migrant refugee settler exile tourist traveller passenger worker employee employer staff teacher student pupil
professor scientist researcher doctor nurse patient lawyer judge prosecutor jury court tribunal parliament congress senate
assembly legislature cabinet government administration authority regime state country nation kingdom republic federation
province city town village community population tribe minority majority party opposition coalition alliance bloc union
movement group organisation organization agency body commission committee council board panel ministry department office
institution foundation charity company firm corporation bank business industry maker manufacturer producer supplier
retailer airline carrier bank newspaper paper magazine channel station broadcaster network media press journalist reporter
correspondent editor writer author blogger activist campaigner protester protestor demonstrator marcher striker rioter
dissident critic supporter opponent rival ally enemy foe friend neighbour neighbor partner colleague member leader
chief head boss director manager executive chairman chairwoman chairperson chair president premier minister chancellor
king queen prince princess monarch emperor sultan emir governor mayor senator congressman congresswoman lawmaker deputy
legislator politician candidate official officer spokesman spokeswoman spokesperson aide adviser advisor diplomat envoy
ambassador consul delegate delegation representative negotiator mediator monitor observer inspector investigator
secretary commissioner expert analyst economist general colonel major captain commander lieutenant sergeant soldier troop
trooper force army navy militia guard guerrilla rebel insurgent militant fighter gunman terrorist extremist separatist
nationalist islamist fundamentalist bomber attacker assailant suspect criminal thief robber killer murderer kidnapper
hostage captive prisoner detainee inmate victim survivor witness police policeman policewoman constable detective agent
spy bishop archbishop pope priest cleric imam rabbi monk nun church mosque congregation family father mother parent son
daughter brother sister husband wife widow relative cousin team club player coach athlete actor actress singer artist
crew pilot driver farmer fisherman miner trader merchant investor shareholder owner customer consumer voter crowd mob gang
cartel syndicate sect cult aircraft plane jet helicopter drone warship ship vessel side counterpart compatriot faction
unit brigade battalion division squad patrol wing peacekeeper volunteer veteran recruit conscript deserter hacker
whistleblower leadership presidency embassy consulate mission elder peasant labourer laborer everyone anyone nobody
someone others thousands hundreds dozens`
    .trim()
    .split(/\s+/),
);
