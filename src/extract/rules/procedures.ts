// What is done by courts, offices and firms with people, money and licences, as data. Patterns read as in verbs.ts;
// `revoke [licence] X's` asks for the owner of an object that is one of the nouns.
import { act } from './acts.ts';
import type { VerbRule } from './verbs.ts';

const request = '[complaint|appeal|petition|application|request|motion|plea|bid|writ|claim]';
const accounts =
  '[account|accounts|asset|assets|fund|funds|property|properties|holding|holdings|saving|savings|deposit|deposits]';
const licences =
  '[licence|license|licences|permit|permits|accreditation|citizenship|passport|visa|credential|credentials|registration|immunity|status|title|contract|concession|mandate|charter]';
const contracts = '[contract|contracts|tender|concession|licence|license|commission|franchise|deal|order]';
const testimony = '[evidence|testimony|witness]';
const pay =
  '[money|fine|bribe|bribes|fee|fees|compensation|damage|damages|ransom|commission|kickback|kickbacks|salary|dividend|sum|rent|debt|settlement]';

/** Every rule of this file. */
export const procedureRules: readonly VerbRule[] = [
  // Before courts
  act(
    'ASKED',
    `file|lodge|submit|make|lay|bring|launch|enter ${request} with|to|before|at X; take [case|matter|dispute|complaint|fight|battle|grievance] to X; refer [case|matter|dispute] to X; turn to X for; go-to X for`,
    [
      'Greenpeace lodged a complaint with the European Commission.',
      'Anna Holt will take her case to the Supreme Court.',
    ],
    ['Anna Holt took her dog to the park.'],
    'actor',
  ),
  act(
    'TESTIFIED_AGAINST',
    `testify against X; give|provide|bear ${testimony} against X; inform on X; incriminate X`,
    [
      'Omar Reyes testified against Anna Holt.',
      'Omar Reyes gave evidence against Anna Holt in June.',
      'Omar Reyes refused to bear witness against Anna Holt.',
    ],
    ['Omar Reyes testified in favour of Anna Holt.'],
  ),
  act(
    'DEFENDED',
    'testify for X; give|provide [evidence|testimony] for X; clear X of; acquit X; absolve X; exonerate X; vindicate X; find X innocent',
    ['The court acquitted Omar Reyes.', 'Anna Holt cleared Omar Reyes of fraud.'],
    ['The court convicted Omar Reyes.'],
    'person',
  ),
  act(
    'DEPORTED',
    'extradite X to; hand-over X to; hand X over; surrender X to; deliver X to; turn-over X to; turn X over; transfer X to; return X to; send X home',
    ['Chile handed Omar Reyes over to Peru.', 'Omar Reyes was surrendered to Peru by Chile.'],
    ['Chile surrendered to Peru.', 'Chile handed the letter over to Omar Reyes.'],
    'person',
  ),
  act(
    'ORDERED',
    'summon X; subpoena X; call [witness|witnesses]; recall X; haul-in X',
    ['Chile summoned Omar Reyes.'],
    [],
    'actor',
  ),
  act(
    'CHARGED',
    "put X on trial; send X for trial; send X to trial; bring X to trial; seek|demand|launch|begin|start [impeachment|prosecution|indictment] of X; seek|demand|launch|begin|start [impeachment|prosecution|indictment] X's",
    ['The party will seek the impeachment of Omar Reyes.', 'The party sought Omar Reyes’s impeachment.'],
    ['The party sought the advice of Omar Reyes.'],
    'person',
  ),

  act(
    'REJECTED',
    "throw-out|dismiss|reject|strike-out|turn-down|quash [appeal|complaint|claim|case|lawsuit|suit|petition|application|motion|plea|challenge|objection] X's; throw-out|dismiss|reject [appeal|complaint|claim|case|lawsuit|suit|petition|application] by|from X",
    ['The court threw out Anna Holt’s appeal.'],
    ['Anna Holt threw out the chair of Omar Reyes.'],
  ),
  act(
    'SUPPORTED',
    "uphold|allow|grant [appeal|complaint|claim|petition|application|motion|challenge|objection] X's; side with X; rule in favour|favor of X; find for X",
    ['The Supreme Court upheld Anna Holt’s appeal.'],
    ['The Supreme Court adjourned the case against Anna Holt.'],
    'actor',
  ),

  // Searches, accounts, licences
  act(
    'RAIDED',
    "swoop on X; swoop on X's; descend on X's; comb X's; carry-out [search|searches|raid|raids] at|of X; ransack X's; storm X's",
    ['Police swooped on the offices of Gazprom.'],
    ['Police searched for Omar Reyes.'],
  ),
  act(
    'SEIZED',
    `freeze|block|seize|confiscate|impound|attach ${accounts} X's; freeze|block|seize|confiscate ${accounts} of X`,
    [
      'The banks froze accounts held by Gazprom.',
      'Chile has blocked the accounts of Omar Reyes.',
      'Chile seized funds that Omar Reyes held.',
    ],
    ['Chile unfroze the accounts of Omar Reyes.'],
  ),
  act(
    'SANCTIONED',
    `revoke|withdraw|cancel|suspend|annul|strip|pull|terminate|rescind ${licences} of|from X; revoke|withdraw|cancel|suspend|annul|pull|terminate|rescind ${licences} X's; strip X of; deprive X of; fine X; penalise X; punish X; impose|levy|slap [fine|fines|penalty|penalties|punishment] on X; hand [fine|penalty] to X`,
    [
      'Chile revoked Gazprom’s mining licence.',
      'Chile may cancel the accreditation of Reuters.',
      'Chile stripped Omar Reyes of his title.',
      'Chile imposed a fine on Gazprom.',
    ],
    ['Chile granted Gazprom a licence.'],
  ),

  // Money and contracts
  act(
    'AWARDED_CONTRACT_TO',
    `give|award|hand|grant ${contracts} to X; contract X to; hire X to; commission X to`,
    ['Chile awarded the contract to Gazprom.', 'Chile hired Gazprom to build the dam.'],
    ['Chile gave the book to Gazprom.'],
    'body',
  ),
  {
    ...act(
      'AWARDED_CONTRACT_TO',
      'win|land|clinch|secure|receive [contract|contracts|tender|order|concession] from X',
      ['Gazprom won an order from Chile.'],
      ['Gazprom won praise from Chile.'],
      'actor',
    ),
    turned: true,
  },
  act(
    'FUNDED',
    `pay ${pay} to X; pay X; bribe X; buy-off X; reimburse X; compensate X; channel|funnel|transfer|wire|send|divert|slip|donate [money] to X; pay for X's; bankroll X; hand [money|envelope|envelopes|cash] to X; pay-off X`,
    [
      'Gazprom paid a fine of 12 million euros to Chile.',
      'Gazprom must pay Anna Holt 48,000 euros.',
      'Gazprom channelled 2 million euros to Omar Reyes.',
    ],
    ['Anna Holt paid her respects to Omar Reyes.', 'Chile paid for the dam.'],
    'actor',
  ),
  // Words
  act(
    'APOLOGIZED_TO',
    'offer|make|issue|extend|owe|send|give [apology|apologies] to X',
    ['Chile offered an apology to Peru for the raid.'],
    ['Chile offered a ship to Peru.'],
    'actor',
  ),
  act(
    'CALLED',
    'place|make|return [call|calls] to X; give X call|ring',
    ['Anna Holt placed a call to Omar Reyes.'],
    [],
    'person',
  ),
  act(
    'CRITICIZED',
    'take [aim|swipe] at X; take [issue] with X; come-down on X; have [words|word] for X; take X to task; tear into X; lay into X; lash X; heap [scorn|abuse] on X; pour [cold] on X',
    ['Omar Reyes took aim at Anna Holt.', 'Anna Holt took Omar Reyes to task over the dam.'],
    ['Omar Reyes took a seat at the court.'],
    'actor',
  ),

  // Posts
  act(
    'APPOINTED',
    'name X to; put X in charge; put X at helm; tap X; tap X as|for|to; bring-in X as|to; entrust X with; task X with; bring-back X as; reappoint X; hand X job|post|portfolio|role; give X job|post|portfolio|role',
    [
      'Anna Holt put Omar Reyes in charge of the inquiry.',
      'Anna Holt has tapped Omar Reyes to lead Gazprom.',
    ],
    ['Anna Holt put Omar Reyes in a difficult position.'],
    'person',
  ),
  act(
    'DISMISSED',
    'relieve X of; force X to resign; push-out X; force X from office; axe X; let-go X; boot-out X; discharge X',
    ['Anna Holt relieved Omar Reyes of his command.'],
    [],
    'person',
  ),
  act(
    'PROTESTED_AGAINST',
    "lead [march|protest|rally|demonstration] on|to X; march on|to X's; rally outside|at X; hold|stage [vigil|sit-in] outside|at X",
    ['Anna Holt led a march on the Chilean embassy.', 'Students marched on the Chilean consulate.'],
  ),
];
