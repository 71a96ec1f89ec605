// The relation types, as data: what each means, whether it has a direction, and its PLOVER event type and mode.
// What triggers them in a text stands in src/extract/rules; what no type covers becomes a relation under its own verb.
import type { RelationType } from './vocabulary.ts';

/** Every relation type of the vocabulary, grouped by PLOVER event type, then what news states in passing. */
export const relationTypes: readonly RelationType[] = [
  // CONSULT: meetings, calls, visits, talks.
  type('CALLED', 'A spoke to B by telephone.', both('CONSULT', 'phone')),
  type('SPOKE_WITH', 'A and B had a conversation.', both('CONSULT')),
  type('MET_WITH', 'A and B met in person.', both('CONSULT')),
  type('HELD_TALKS_WITH', 'A and B negotiated or held talks.', both('CONSULT')),
  type('BRIEFED', 'A informed B of what had happened.', event('CONSULT')),
  type('CONSULTED', 'A asked B for advice.', event('CONSULT')),
  type('VISITED', 'A travelled to B.', event('CONSULT', 'visit')),
  type(
    'HOSTED',
    'A received B, or B’s talks with others took place under A’s roof.',
    event('CONSULT', 'visit'),
  ),
  type('MEDIATED_FOR', 'A mediated in a matter of B.', event('CONSULT', 'third-party')),

  // AGREE: promises, offers, agreements.
  type('AGREED_WITH', 'A and B agreed on something.', both('AGREE')),
  type('AGREED_TO', 'A agreed to B, or to do something to B.', event('AGREE')),
  type('OFFERED_TO', 'A offered something to B.', event('AGREE')),
  type('PROPOSED_TO', 'A proposed something to B.', event('AGREE')),
  type('PROMISED', 'A promised something to B.', event('AGREE')),
  type('INVITED', 'A invited B.', event('AGREE')),

  // SUPPORT: words in favour, recognition, signatures.
  type('SUPPORTED', 'A spoke or acted in favour of B or of B’s cause.', event('SUPPORT')),
  type('IMPROVED_TIES_WITH', 'A and B took up or improved relations.', both('SUPPORT')),
  type('PRAISED', 'A spoke well of B.', event('SUPPORT')),
  type('THANKED', 'A thanked B.', event('SUPPORT')),
  type('WELCOMED', 'A welcomed B or what B did.', event('SUPPORT')),
  type('CONGRATULATED', 'A congratulated B.', event('SUPPORT')),
  type('RECOGNIZED', 'A formally recognised B or B’s claim.', event('SUPPORT')),
  type(
    'ACKNOWLEDGED',
    'A acknowledged B’s position or commitment: SUPPORTED in its weakest form.',
    event('SUPPORT'),
  ),
  type('HONORED', 'A gave B an honour, a prize or an order.', event('SUPPORT')),
  type('ENDORSED', 'A endorsed B.', event('SUPPORT')),
  type('DEFENDED', 'A defended B against criticism or attack.', event('SUPPORT')),
  type('BELIEVED', 'A trusted B to mean what B says.', event('SUPPORT')),
  type('SIGNED_AGREEMENT_WITH', 'A and B signed an agreement.', both('SUPPORT')),

  // CONCEDE: verbal concessions.
  type('CONCEDED_TO', 'A gave way to B in words.', event('CONCEDE')),
  type('LIFTED', 'A lifted or eased a restriction on B.', event('CONCEDE')),
  type('ALLOWED', 'A let B do something.', event('CONCEDE')),
  type('PARDONED', 'A pardoned or forgave B.', event('CONCEDE')),
  type('APOLOGIZED_TO', 'A apologised to B.', event('CONCEDE')),

  // COOPERATE: material cooperation.
  type('WORKED_WITH', 'A and B worked together on something.', both('COOPERATE')),
  type('HAD_TRADE_WITH', 'A and B traded or had economic relations.', both('COOPERATE')),
  type('EXCHANGED_PRISONERS_WITH', 'A and B exchanged prisoners.', both('COOPERATE')),
  type('SHARED_INTELLIGENCE_WITH', 'A gave intelligence to B.', event('COOPERATE')),
  type('AWARDED_CONTRACT_TO', 'A gave B a contract or a licence.', event('COOPERATE')),
  type('EXERCISED_WITH', 'A and B held joint military exercises.', both('COOPERATE')),

  // AID: material help.
  type('AIDED', 'A gave B material help.', event('AID')),
  type('ARMED', 'A gave B weapons.', event('AID')),
  type('FUNDED', 'A gave B money.', event('AID')),
  type('SHELTERED', 'A gave B asylum or shelter.', event('AID')),

  // RETREAT: withdrawals, releases, resignations.
  type('WITHDREW_FROM', 'A withdrew forces from, or gave up, B.', event('RETREAT', 'withdraw')),
  type('RELEASED', 'A set B free or gave B back.', event('RETREAT', 'release')),
  type('DISARMED', 'A gave up or took away B’s weapons.', event('RETREAT', 'disarm')),
  type('CEASED_FIRE_WITH', 'A and B stopped fighting.', both('RETREAT', 'ceasefire')),
  type('ADMITTED', 'A let B in.', event('RETREAT', 'access')),
  type('RESIGNED_FROM', 'A resigned from B.', event('RETREAT', 'resign')),

  // REQUEST: demands, appeals, orders.
  type('DEMANDED_OF', 'A demanded something of B.', event('REQUEST', 'change')),
  type('URGED', 'A urged B to do something.', event('REQUEST')),
  type('ASKED', 'A asked B for or about something.', event('REQUEST')),
  type('ORDERED', 'A ordered B to do something.', event('REQUEST')),

  // ACCUSE: disapproval, accusations, investigations.
  type('ACCUSED', 'A accused B of something.', event('ACCUSE', 'allege')),
  type('CRITICIZED', 'A spoke against B.', event('ACCUSE', 'disapprove')),
  type('CONDEMNED', 'A condemned B or what B did.', event('ACCUSE', 'disapprove')),
  type('BLAMED', 'A held B responsible for something.', event('ACCUSE', 'disapprove')),
  type('FEUDED_WITH', 'A and B quarrelled in public.', both('ACCUSE', 'disapprove')),
  type('INVESTIGATED', 'A investigated B.', event('ACCUSE', 'investigate')),
  type('TESTIFIED_AGAINST', 'A gave evidence against B.', event('ACCUSE', 'allege')),
  type('SUED', 'A took B to court.', event('ACCUSE', 'allege')),
  type('CHARGED', 'A charged B with an offence.', event('ACCUSE', 'allege')),

  // REJECT: refusals and denials.
  type('REJECTED', 'A rejected B or what B wanted.', event('REJECT')),
  type('DECLINED', 'A turned down an invitation, an offer or a visit of B.', event('REJECT')),
  type('OPPOSED', 'A stood against B.', event('REJECT')),
  type('VETOED', 'A vetoed B.', event('REJECT')),
  type('IGNORED', 'A paid no heed to B.', event('REJECT')),

  // THREATEN: threats and warnings.
  type('THREATENED', 'A threatened B.', event('THREATEN')),
  type('WARNED', 'A warned B.', event('THREATEN')),

  // PROTEST: collective action against someone.
  type('PROTESTED_AGAINST', 'A demonstrated against B.', event('PROTEST', 'demo')),
  type('BOYCOTTED', 'A boycotted B.', event('PROTEST', 'boycott')),
  type('STRUCK_AGAINST', 'A stopped work in protest against B.', event('PROTEST', 'strike')),

  // SANCTION: relations cut down.
  type('SANCTIONED', 'A imposed sanctions or a penalty on B.', event('SANCTION', 'discontinue')),
  type('CUT_OFF', 'A ended or refused B aid, trade, traffic or entry.', event('SANCTION', 'discontinue')),
  type('PRESSURED', 'A put pressure on B.', event('SANCTION')),
  type('CUT_TIES_WITH', 'A ended or reduced relations with B.', event('SANCTION', 'discontinue')),
  type('EXPELLED', 'A expelled B.', event('SANCTION', 'expel')),
  type('LEFT', 'A left B, or withdrew from it as a member.', event('SANCTION', 'withdraw')),
  type('CONVICTED', 'A found B guilty or sentenced B.', event('SANCTION', 'convict')),
  type('DISMISSED', 'A removed B from office.', event('SANCTION', 'expel')),

  // MOBILIZE: shows of force.
  type('DEPLOYED_TO', 'A sent forces to B.', event('MOBILIZE', 'troops')),
  type('MOBILIZED_AGAINST', 'A readied forces against B.', event('MOBILIZE', 'troops')),

  // COERCE: repression short of violence.
  type(
    'RESTRICTED',
    'A put B, or people in B, under restrictions: a curfew, a ban, an emergency.',
    event('COERCE', 'restrict'),
  ),
  type('REPRESSED', 'A put B down by force.', event('COERCE')),
  type('ARRESTED', 'A arrested or held B.', event('COERCE', 'arrest')),
  type('SEIZED', 'A seized B or what belongs to B.', event('COERCE', 'seize')),
  type('RAIDED', 'A searched B’s premises.', event('COERCE', 'seize')),
  type('BANNED', 'A banned B.', event('COERCE', 'restrict')),
  type('CENSORED', 'A censored B.', event('COERCE', 'censor')),
  type('DEPORTED', 'A deported B.', event('COERCE', 'deport')),
  type('BLOCKADED', 'A cut off B.', event('COERCE', 'withhold')),
  type('HACKED', 'A broke into B’s computers.', event('COERCE', 'cyber')),
  type('OCCUPIED', 'A holds B by force.', event('COERCE', 'seize')),
  type('ANNEXED', 'A declared B its own.', event('COERCE', 'seize')),

  // ASSAULT: violence.
  type('ATTACKED', 'A used force against B.', event('ASSAULT')),
  type('INVADED', 'A’s forces entered B.', event('ASSAULT', 'heavy-weapons')),
  type('BOMBED', 'A bombed or shelled B.', event('ASSAULT', 'explosives')),
  type('FOUGHT_WITH', 'A and B fought each other.', both('ASSAULT')),
  type('KILLED', 'A killed B.', event('ASSAULT', 'targeted')),
  type('TORTURED', 'A tortured or abused B.', event('ASSAULT', 'torture')),
  type('ABDUCTED', 'A took B away by force.', event('ASSAULT', 'abduct')),
  type('DESTROYED', 'A destroyed B.', event('ASSAULT', 'destroy')),

  // Offices and roles. A "former" or "acting" one carries that word as the claim’s argument `status`.
  type('PRESIDENT_OF', 'A is president of B.'),
  type('VICE_PRESIDENT_OF', 'A is vice president of B.'),
  type('PRIME_MINISTER_OF', 'A is head of government of B.'),
  type('CHANCELLOR_OF', 'A is chancellor of B.'),
  type('MONARCH_OF', 'A reigns in B.'),
  type('ROYAL_OF', 'A is of the royal family of B, or bears a title of nobility of B.'),
  type('LEADER_OF', 'A leads B.'),
  type('MINISTER_OF', 'A is a minister or secretary of state of B.'),
  type('GOVERNOR_OF', 'A is governor of B.'),
  type('MAYOR_OF', 'A is mayor of B.'),
  type('AMBASSADOR_OF', 'A is an ambassador or envoy sent by B.'),
  type('AMBASSADOR_TO', 'A is an ambassador or envoy to B.'),
  type('SPOKESPERSON_FOR', 'A speaks for B.'),
  type('ADVISER_TO', 'A is an adviser or aide of B.'),
  type('DIRECTOR_OF', 'A directs or manages B.'),
  type('CHAIR_OF', 'A is in the chair of B.'),
  type('SECRETARY_GENERAL_OF', 'A is secretary-general of B.'),
  type('COMMANDER_OF', 'A commands B.'),
  type('OFFICER_OF', 'A serves in the forces or the police of B.'),
  type('LAWMAKER_OF', 'A sits in the parliament of B, or for B in a parliament.'),
  type('JUDGE_OF', 'A is a judge of B.'),
  type('PROSECUTOR_OF', 'A is a prosecutor of B.'),
  type('CLERIC_OF', 'A is a cleric of B.'),
  type('CANDIDATE_OF', 'A stands for election for B.'),
  type('LAWYER_FOR', 'A is the lawyer of B.'),
  type('COACH_OF', 'A trains B.'),
  type('PLAYED_FOR', 'A plays or played in B’s team.'),
  type('OFFICIAL_OF', 'A holds another office of B.'),
  type('REPRESENTED', 'A represents B.'),

  // Memberships, work, ownership.
  type('MEMBER_OF', 'A is a member of B.'),
  type('WORKED_FOR', 'A works for B.'),
  type('FOUNDED', 'A founded B.'),
  type('OWNED', 'A owns B.'),
  type('BID_FOR', 'A tried to buy B.'),
  type('ACQUIRED', 'A bought B or a part of it.'),
  type('COMPETED_WITH', 'A and B are rivals in business.', { symmetric: true }),
  type('JOINED', 'A joined B.'),
  type('SUCCEEDED', 'A took over from B.'),
  type('APPOINTED', 'A gave B an office.'),
  type('DEFEATED', 'A won against B.'),

  // People.
  type('MARRIED_TO', 'A and B are or were married.', { symmetric: true }),
  type('PARENT_OF', 'A is mother or father of B.'),
  type('SIBLING_OF', 'A is sister or brother of B.', { symmetric: true }),
  type('RELATIVE_OF', 'A and B are of one family.', { symmetric: true }),
  type('PARTNER_OF', 'A and B are a couple, or were.', { symmetric: true }),
  type('FRIEND_OF', 'A and B are friends or neighbours.', { symmetric: true }),
  type('APPEARED_WITH', 'A and B were seen together.', { symmetric: true }),

  // Bonds between countries and others.
  type('ALLY_OF', 'A and B are allies.', { symmetric: true }),
  type('HAD_RELATIONSHIP_WITH', 'A and B have a relationship or ties.', { symmetric: true }),

  // Places.
  type('LOCATED_IN', 'A lies or stands in B.'),
  type('BASED_IN', 'A has its seat in B.'),
  type('PART_OF', 'A is a part of B.'),
  type('CAPITAL_OF', 'A is the capital of B.'),
  type('NATIONAL_OF', 'A comes from or belongs to B.'),
  type('BORN_IN', 'A was born in B.'),
  type('WAS_IN', 'A was in B.'),
  type('SPOKE_IN', 'A spoke in public in B.'),

  // Words.
  type('TOLD', 'A said something to B.'),
  type('INTERVIEWED', 'A interviewed B.'),
  type('POSTED_ON', 'A published something on B.'),
  type('REPORTED_ON', 'A, a news outlet, reported about B.'),
];

function type(
  name: string,
  meaning: string,
  kind: Pick<RelationType, 'eventType' | 'mode'> & { readonly symmetric?: boolean } = {},
): RelationType {
  return { name, meaning, symmetric: false, ...kind };
}

function event(eventType: string, mode?: string) {
  return mode === undefined ? { eventType } : { eventType, mode };
}

function both(eventType: string, mode?: string) {
  return { ...event(eventType, mode), symmetric: true };
}
