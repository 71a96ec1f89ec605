// What nouns say, as data: "a phone call with", "talks between A and B", "Chile’s attack on Peru".

/** A relation type with the nouns that state it. */
export interface NounRule {
  readonly predicate: string;
  /** Singular or plural as they stand in texts; the longest wins. */
  readonly nouns: readonly string[];
  /** Prepositions before the other end. */
  readonly prepositions: readonly string[];
  /** Whether "between A and B", "A and B’s" and "A and B held" name both ends. */
  readonly mutual: boolean;
  /** Whether it is more often talked about than made: it counts only where someone makes it ("reached an agreement"). */
  readonly made?: true;
  /** Whether a clause that says what it is names the other end: "accusations that Peru attacked". */
  readonly content?: true;
  /** Whether it may be done to whoever acts on it: "at the invitation of Moss, Lund came". */
  readonly followed?: true;
  readonly only?: 'place' | 'person' | 'network' | 'actor' | 'body' | 'territory';
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

const mutual = (
  predicate: string,
  nouns: string,
  matches: readonly string[],
  misses: readonly string[] = [],
  only: NounRule['only'] = 'actor',
): NounRule => ({
  predicate,
  nouns: nouns.split(', '),
  prepositions: ['with', 'to'],
  mutual: true,
  only,
  matches,
  misses,
});

/** A mutual relation that counts only where someone makes it. */
const made = (...rule: Parameters<typeof mutual>): NounRule => ({ ...mutual(...rule), made: true });

const directed = (
  predicate: string,
  nouns: string,
  prepositions: string,
  matches: readonly string[],
  misses: readonly string[] = [],
  only?: NounRule['only'],
): NounRule => ({
  predicate,
  nouns: nouns.split(', '),
  prepositions: prepositions.split('|'),
  mutual: false,
  matches,
  misses,
  ...(only === undefined ? {} : { only }),
});

/** Every noun rule. */
export const nounRules: readonly NounRule[] = [
  mutual(
    'CALLED',
    'call, calls, phone call, phone calls, telephone call, telephone calls, phone conversation, telephone conversation, video call, phone talks, telephone talks',
    [
      'Anna Holt held a phone call with Omar Reyes.',
      'Anna Holt described her call with Omar Reyes as useful.',
      'The phone call between Anna Holt and Omar Reyes lasted an hour.',
    ],
    ['Anna Holt rejected calls for talks.'],
    'person',
  ),
  mutual('SPOKE_WITH', 'conversation, conversations, contact, touch', [
    'Anna Holt has never had any contact with Omar Reyes.',
    'Anna Holt had a conversation with Omar Reyes.',
    'Anna Holt and Omar Reyes engaged in a long conversation.',
  ]),
  mutual('SPOKE_WITH', 'interview, interviews', [
    'In an interview with Reuters, Anna Holt praised Omar Reyes.',
    'Anna Holt gave an interview to Reuters.',
  ]),
  mutual('MET_WITH', 'meeting, meetings, summit, encounter', [
    'Anna Holt held a meeting with Omar Reyes.',
    'After her meeting with Omar Reyes, Anna Holt flew home.',
  ]),
  mutual(
    'HELD_TALKS_WITH',
    'talks, direct talks, negotiations, negotiation, peace talks, ceasefire talks, ceasefire negotiations, dialogue, consultations, discussions, contacts, bilateral talks',
    [
      'Chile and Peru will begin negotiations.',
      'Direct talks between Chile and Peru resumed.',
      'Chilean and Peruvian envoys held talks in Lima.',
      'Chile and Peru were engaged in dialogue.',
    ],
  ),
  mutual(
    'EXCHANGED_PRISONERS_WITH',
    'prisoner exchange, prisoner swap, exchange of prisoners, prisoners swap, prisoner exchanges, prisoner swaps',
    ['The prisoner exchange between Chile and Peru took place on Friday.'],
  ),
  mutual(
    'HAD_TRADE_WITH',
    'trade, trade relations, commercial ties, trade ties, economic ties, economic relations, trade deal, business ties',
    ['Chile is looking to engage in trade with Peru.'],
  ),
  mutual('HAD_RELATIONSHIP_WITH', 'relationship, relations, ties, friendship, special relationship', [
    'Chile has good relations with Peru.',
    'The relationship between Chile and Peru is close.',
  ]),
  mutual('ALLY_OF', 'alliance', ['The alliance between Chile and Peru held.']),
  made(
    'AGREED_WITH',
    'agreement, deal, accord, treaty, pact, settlement',
    ['Chile reached an agreement with Peru.'],
    ['Omar Reyes explained his position on an agreement between Chile and Peru.'],
  ),
  made('CEASED_FIRE_WITH', 'ceasefire, cease-fire, truce, armistice', ['Chile agreed to a truce with Peru.']),
  mutual('FOUGHT_WITH', 'war, fighting, battle', ['The war between Chile and Peru ended.']),
  mutual('WORKED_WITH', 'cooperation, collaboration, partnership, coalition, coalition government', [
    'Chile praised its cooperation with Peru.',
  ]),
  mutual(
    'FEUDED_WITH',
    'feud, war of words, row, quarrel, spat, dispute, disagreement, disagreements, rift, odds, loggerheads, argument',
    [
      'The feud between Anna Holt and Omar Reyes went on.',
      'Anna Holt had several disagreements with Omar Reyes.',
      'Chile is at odds with Peru.',
    ],
  ),
  directed(
    'VISITED',
    'visit, trip, state visit, working visit, journey, tour',
    'to|of',
    ['Anna Holt’s visit to Peru was put off.'],
    [],
    'place',
  ),
  {
    ...directed(
      'INVITED',
      'invitation',
      'to|for',
      [
        'Anna Holt’s invitation to Omar Reyes surprised many.',
        'At the invitation of Anna Holt, Omar Reyes travelled to Lima.',
      ],
      ['Omar Reyes travelled to Lima without an invitation.'],
      'actor',
    ),
    followed: true,
  },
  {
    ...directed('ASKED', 'request, urging, behest', 'to', ['Norway mediated at the request of Chile.']),
    only: 'actor',
    followed: true,
  },
  {
    ...directed('ORDERED', 'order, orders, instruction, instructions', 'to', [
      'Omar Reyes resigned on the orders of Anna Holt.',
    ]),
    only: 'actor',
    followed: true,
  },
  directed('ATTACKED', 'attack, attacks, strike, strikes, offensive, assault, aggression', 'on|against', [
    'Chile’s attack on Peru was condemned.',
  ]),
  directed('INVADED', 'invasion, full-scale invasion', 'of', ['Chile’s invasion of Peru began in May.']),
  directed(
    'CRITICIZED',
    'criticism, rebuke, reprimand, censure, scorn',
    'of',
    [
      'Anna Holt’s criticism of Omar Reyes was harsh.',
      'Omar Reyes faced criticism from Anna Holt over the dam.',
      'Omar Reyes drew a sharp rebuke from Anna Holt.',
    ],
    ['Omar Reyes faced criticism of the dam.'],
  ),
  directed('SUPPORTED', 'support, backing, approval, solidarity', 'for|to|with', [
    'Chile’s support for Peru is firm.',
    'Omar Reyes has won the backing of Anna Holt.',
  ]),
  directed('SANCTIONED', 'sanctions, tariffs, embargo', 'against|on', [
    'Chile’s sanctions against Peru remain.',
  ]),
  directed('PRESSURED', 'pressure', 'on', [
    'Chile’s pressure on Peru grew.',
    'Peru is under pressure from Chile to sign.',
  ]),
  directed(
    'POSTED_ON',
    'post, statement, message, posts',
    'on',
    ['In a post on Telegram, Anna Holt thanked Omar Reyes.'],
    ['In a post on Monday, Anna Holt thanked Omar Reyes.'],
    'network',
  ),
  directed(
    'ACQUIRED',
    'acquisition, purchase, takeover, buyout',
    'of|for',
    [
      'Tesla’s purchase of Gazprom was delayed.',
      'Anna Holt opposed the takeover of Gazprom by Tesla.',
      'The acquisition of the oil company Gazprom by Tesla was delayed.',
    ],
    ['The takeover of Gazprom was delayed.'],
  ),
  directed('BID_FOR', 'bid, takeover bid, rival bid, takeover offer, approach', 'for', [
    'Tesla’s bid for Gazprom failed.',
  ]),
  directed('KILLED', 'killing, murder, assassination', 'of', [
    'Chile’s killing of Omar Reyes was condemned.',
    'Anna Holt condemned the murder of Omar Reyes by Hamas.',
  ]),
  directed('ARRESTED', 'arrest, detention, imprisonment', 'of', [
    'The arrest of Omar Reyes by Chile was condemned.',
  ]),
  directed('ABDUCTED', 'kidnapping, abduction', 'of', [
    'The abduction of Omar Reyes by Hamas was condemned.',
  ]),
  directed('EXPELLED', 'expulsion', 'of', ['Chile’s expulsion of Omar Reyes was condemned.']),
  directed('DISMISSED', 'dismissal, sacking, firing, ouster, ousting', 'of', [
    'Anna Holt’s dismissal of Omar Reyes was criticised.',
  ]),
  directed('APPOINTED', 'appointment, nomination', 'of', [
    'The appointment of Omar Reyes by Anna Holt was criticised.',
  ]),
  directed('CONVICTED', 'conviction, sentencing, jailing', 'of', [
    'The conviction of Omar Reyes by Chile was criticised.',
  ]),
  directed('DEPORTED', 'extradition, deportation', 'of', [
    'Omar Reyes’s extradition by Chile was criticised.',
  ]),
  directed('RECOGNIZED', 'recognition', 'of', ['Chile’s recognition of Kosovo was welcomed.']),
  directed('BOMBED', 'bombing, bombardment, shelling', 'of', ['Chile’s bombing of Arica was condemned.']),
  directed('CONDEMNED', 'condemnation, denunciation', 'of', ['Chile’s condemnation of Peru was welcomed.']),
  directed('ENDORSED', 'endorsement', 'of', ['Anna Holt’s endorsement of Omar Reyes was welcomed.']),
  directed('INVESTIGATED', 'investigation, probe, inquiry, enquiry', 'into|of', [
    'Chile’s investigation into Gazprom was delayed.',
    'A probe into Gazprom by Chile was delayed.',
    'Gazprom is under investigation by Chile.',
  ]),
  directed('SUED', 'lawsuit, suit, legal action, complaint, lawsuits, complaints, libel suit', 'against', [
    'Greenpeace’s lawsuit against Gazprom was delayed.',
    'Omar Reyes, whose complaint against Gazprom was upheld, smiled.',
  ]),
  directed('CHARGED', 'impeachment, indictment, prosecution', 'of', [
    'Chile’s prosecution of Omar Reyes was criticised.',
  ]),
  directed('RAIDED', 'raid, raids, search', 'on|of', ['Chile’s raid on Gazprom was criticised.']),
  directed('CONVICTED', 'guilty verdict, verdict', 'against', [
    'The court’s verdict was expected, but Chile’s verdict against Omar Reyes shocked many.',
  ]),
  directed('PARDONED', 'pardon', 'of|for', ['Chile’s pardon of Omar Reyes was criticised.']),
  {
    ...directed(
      'ASKED',
      'appeal, appeals, application, petition, plea, entreaty',
      'to',
      [
        'An appeal by Anna Holt to the Supreme Court was thrown out.',
        'Anna Holt’s application to the European Commission failed.',
      ],
      ['Omar Reyes dismissed the appeal of Anna Holt.'],
    ),
    only: 'actor' as const,
  },
  directed('TESTIFIED_AGAINST', 'testimony, evidence', 'against', [
    'Testimony by Omar Reyes against Anna Holt filled two days.',
  ]),
  directed('JOINED', 'accession, entry', 'to|into', ['Peru’s accession to NATO was delayed.']),
  directed('LEFT', 'exit, departure', 'from', ['Peru’s exit from NATO was delayed.']),
  directed('RESIGNED_FROM', 'resignation', 'from', ['Anna Holt’s resignation from Gazprom surprised many.']),
  directed('RELEASED', 'release', 'of', ['The release of Omar Reyes by Hamas was welcomed.']),
  directed('DEFEATED', 'defeat', 'of', ['Omar Reyes’s defeat by Anna Holt surprised many.']),
  directed('DEFEATED', 'victory, win, triumph', 'over|against', [
    'Anna Holt’s victory over Omar Reyes surprised many.',
  ]),
  directed('BLOCKADED', 'blockade, siege', 'of', ['Chile’s blockade of Peru was condemned.']),
  directed('BOYCOTTED', 'boycott', 'of', ['Chile’s boycott of Peru was condemned.']),
  directed('AIDED', 'aid, military aid, assistance, military assistance, humanitarian aid', 'to|for', [
    'Chile’s aid to Peru was doubled.',
  ]),
  directed('PRAISED', 'praise', 'for|of', ['Anna Holt’s praise for Omar Reyes was welcomed.']),
  directed('APOLOGIZED_TO', 'apology', 'to', ['Chile’s apology to Peru was welcomed.']),
  directed('FUNDED', 'loan, loans', 'to', ['Chile’s loan to Peru was criticised.']),
  directed('THREATENED', 'threat, threats', 'against', ['Chile’s threats against Peru were condemned.']),
  {
    ...directed('ACCUSED', 'accusation, accusations, allegation, allegations, claim, claims', 'against', [
      'Chile’s accusations against Peru were rejected.',
      'Chile’s accusation that Peru had attacked Norway was rejected.',
      'Omar Reyes denied a claim by Chile that Peru had attacked Norway.',
    ]),
    content: true,
  },
  directed('BELIEVED', 'trust, confidence, faith', 'in', ['Anna Holt’s trust in Omar Reyes was gone.']),
  directed('TOLD', 'message, messages, letter, letters', 'to', [
    'Anna Holt’s letter to Omar Reyes was long.',
  ]),
  directed('OPPOSED', 'opposition', 'to', [
    'Chile’s opposition to Peru was known.',
    'Chile voiced its opposition to Peru’s plan.',
  ]),
  directed('PROTESTED_AGAINST', 'protest, protests, demonstration, demonstrations', 'against', [
    'Greenpeace’s protest against Gazprom drew thousands.',
  ]),
  directed('WITHDREW_FROM', 'withdrawal, retreat', 'from', ['Chile’s withdrawal from Peru was completed.']),
  // Acts by their nouns: what a verb of verbs.ts says, "X's … of Y" and "the … of Y by X" say too.
  directed('WARNED', 'warning, warnings', 'to', ['Anna Holt’s warning to Omar Reyes was clear.']),
  directed('PROMISED', 'promise, promises, pledge, pledges, assurance, assurances, vow', 'to', [
    'Anna Holt’s promise to Omar Reyes was broken.',
  ]),
  directed(
    'OFFERED_TO',
    'offer, offers',
    'to',
    ['Anna Holt’s offer to Omar Reyes stands.'],
    ['The offer of Anna Holt stands.'],
    'actor',
  ),
  directed('DEMANDED_OF', 'demand, demands, ultimatum', 'to', ['Chile’s ultimatum to Peru ran out.']),
  directed('PROPOSED_TO', 'proposal, proposals', 'to', ['Chile’s proposal to Peru was new.'], [], 'actor'),
  directed(
    'DEFENDED',
    'defence, defense',
    'of',
    ['Omar Reyes’s defence of Anna Holt surprised many.'],
    [],
    'person',
  ),
  directed(
    'FUNDED',
    'funding, financing, sponsorship, bribing',
    'of',
    ['Chile’s funding of Greenpeace ended.'],
    [],
    'actor',
  ),
  directed(
    'FUNDED',
    'payment, payments, bribe, bribes, donation, donations, grant, grants',
    'to',
    ['Gazprom’s payments to Omar Reyes were secret.', 'Gazprom had made payments to Omar Reyes.'],
    [],
    'actor',
  ),
  directed('REJECTED', 'rejection, rebuff', 'of', ['Omar Reyes’s rejection of Anna Holt’s offer was firm.']),
  directed('SEIZED', 'seizure, confiscation, nationalisation, nationalization, capture, recapture', 'of', [
    'Chile’s seizure of Gazprom’s ships was illegal.',
  ]),
  directed('FOUNDED', 'founding, creation', 'of', ['Omar Reyes’s founding of Greenpeace made news.']),
  directed(
    'AIDED',
    'rescue, evacuation',
    'of',
    ['The rescue of Omar Reyes by Chile took an hour.'],
    [],
    'actor',
  ),
  directed('DESTROYED', 'destruction, demolition', 'of', ['Chile’s destruction of Arica was condemned.']),
  directed('TORTURED', 'torture, beating, mistreatment', 'of', [
    'Chile’s torture of Omar Reyes was condemned.',
  ]),
  directed(
    'KILLED',
    'execution, poisoning',
    'of',
    ['Chile’s execution of Omar Reyes was condemned.'],
    [],
    'actor',
  ),
  directed('OWNED', 'ownership', 'of', ['Gazprom’s ownership of Tesla was secret.']),
  directed('OWNED', 'stake, shareholding', 'in', ['Gazprom’s stake in Tesla was secret.']),
  directed(
    'LEADER_OF',
    'leadership',
    'of',
    ['Anna Holt’s leadership of Greenpeace was praised.'],
    [],
    'body',
  ),
  directed('BANNED', 'ban', 'on', ['Chile’s ban on Greenpeace was criticised.']),
  directed('DEPORTED', 'handover', 'of', ['Chile’s handover of Omar Reyes was criticised.'], [], 'actor'),
  directed(
    'DISMISSED',
    'removal, suspension, demotion',
    'of',
    ['Omar Reyes’s removal by Anna Holt was criticised.'],
    [],
    'actor',
  ),
  directed(
    'APPOINTED',
    'hiring, recruitment, promotion, reappointment',
    'of',
    ['Anna Holt’s hiring of Omar Reyes was criticised.'],
    [],
    'actor',
  ),
  directed('INVESTIGATED', 'audit, questioning, interrogation, scrutiny, inspection', 'of|into', [
    'Chile’s audit of Gazprom was delayed.',
  ]),
  directed('VETOED', 'veto', 'of|on', ['Chile’s veto of Peru’s draft was criticised.']),
  directed('IGNORED', 'snub, defiance', 'of|to', ['Anna Holt’s snub of Omar Reyes was noticed.']),
  directed('OPPOSED', 'resistance, objection, objections', 'to', [
    'Chile’s objections to Peru’s plan were known.',
  ]),
  directed('THANKED', 'thanks, gratitude', 'to', ['Anna Holt’s thanks to Omar Reyes came late.']),
  directed('CONGRATULATED', 'congratulations', 'to', [
    'Anna Holt’s congratulations to Omar Reyes came late.',
  ]),
  directed('DEPLOYED_TO', 'deployment', 'to', ['Chile’s deployment to Peru was criticised.'], [], 'place'),
  directed(
    'HONORED',
    'medal, honour, honor',
    'for',
    ['Chile’s medal for Omar Reyes was criticised.'],
    [],
    'actor',
  ),
  mutual('MARRIED_TO', 'marriage, wedding', ['Anna Holt’s marriage to Omar Reyes ended.'], [], 'person'),
  mutual('FOUGHT_WITH', 'clashes, clash, skirmishes', ['Clashes between Chile and Peru went on.']),
  mutual('COMPETED_WITH', 'rivalry', ['The rivalry between Gazprom and Tesla is old.']),
  directed('OCCUPIED', 'occupation, annexation', 'of', ['Chile’s occupation of Peru ended.']),
];

/** Acts of which the owner is whom they are done to: "Moss’s arrest", "his release". */
export const suffered: ReadonlySet<string> = new Set(
  'release arrest detention imprisonment killing murder assassination abduction kidnapping expulsion dismissal sacking firing ouster ousting appointment nomination evacuation extradition deportation conviction trial death execution eviction removal election sentencing poisoning capture defeat impeachment indictment prosecution'.split(
    ' ',
  ),
);

/** Acts that are done to whoever is named after "of": "the murder of Moss" is none of Moss's. */
export const undergone: ReadonlySet<string> = new Set([
  ...nounRules
    .filter((rule) => !rule.mutual && rule.prepositions.includes('of'))
    .flatMap((rule) => rule.nouns),
  ...'evacuation eviction liberation capture conviction deportation extradition trial prosecution poisoning poisonings shooting stabbing beating torture rape sentencing jailing execution election removal destruction seizure recapture rescue treatment mistreatment persecution harassment suspension closure defeat overthrow loss death deaths killings arrests murders'.split(
    ' ',
  ),
]);

/** Verbs that only carry an event noun: "held talks", "will begin negotiations". */
export const lightVerbs: ReadonlySet<string> = new Set(
  'hold have conduct begin start renew strengthen deepen upgrade expand sign launch open resume continue restart engage enter join finish end conclude complete reach make do establish attend carry undertake seek pursue want plan restore maintain share enjoy develop build wage fight broker schedule arrange agree involve lock give grant cut interrupt'.split(
    ' ',
  ),
);

/** Relations that an owner stands for: "the rejection of Lima's offer" is of Lima. */
export const owned: ReadonlySet<string> = new Set(
  'WELCOMED REJECTED OPPOSED CRITICIZED CONDEMNED PRAISED SUPPORTED VETOED SEIZED RAIDED ENDORSED'.split(' '),
);

/** Verbs that carry an act to whom it is meant for: "issued a rebuke to Moss", "voiced its opposition to the plan". */
export const conveyingVerbs: ReadonlySet<string> = new Set(
  'issue voice express deliver send offer place level lodge lend throw hurl direct aim extend pay show declare announce'.split(
    ' ',
  ),
);

/** Verbs with which whom an act is done to stands before it: "drew praise from Moss". */
export const receivingVerbs: ReadonlySet<string> = new Set(
  'receive get face draw win earn gain attract secure obtain suffer accept encounter incur provoke prompt trigger field enjoy survive withstand endure brave'.split(
    ' ',
  ),
);

/** Verbs with which someone has an act done that is theirs to do: "ordered the arrest of Moss". */
export const decidingVerbs: ReadonlySet<string> = new Set(
  'order approve authorise authorize allow decree confirm announce grant sign complete carry-out begin start'.split(
    ' ',
  ),
);

/** Verbs with which someone speaks of an event of their own: "described the call with X as". */
export const describingVerbs: ReadonlySet<string> = new Set(
  'describe characterise characterize call hail praise discuss mention recall say tell announce confirm rate summarise summarize address reveal share describe detail'.split(
    ' ',
  ),
);

/** Prepositions that put an event beside what its participant does: "after the call with X, Moss said". */
export const besidePrepositions: ReadonlySet<string> = new Set(
  'after before following during in on at ahead amid since until to about with for prior from'.split(' '),
);
