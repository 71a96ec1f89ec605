// Words that govern another verb, as data: whose act it is then, and whether it happened. "Refused to meet" is no meeting.
import type { Modality } from '../../../graph/model.ts';

/** What a governing word makes of the verb under it. `negates`: the act didn't or won't take place. */
export interface Control {
  readonly modality: Modality | 'same';
  readonly negates?: boolean;
}

const table = (words: string, control: Control): [string, Control][] =>
  words.split(' ').map((word) => [word, control]);

/** Verbs whose own subject does what follows: "agreed to meet". */
export const subjectControl: ReadonlyMap<string, Control> = new Map([
  ...table(
    'plan want intend agree decide promise vow pledge offer seek try aim wish prepare look consider propose threaten need hope expect schedule set attempt choose opt move volunteer resolve determine like love wait swear commit prefer mull weigh contemplate discuss suggest recommend',
    { modality: 'planned' },
  ),
  ...table('seem appear', { modality: 'possible' }),
  ...table(
    'continue begin start help come go manage get keep resume proceed rush tend dare happen use force compel have finish stop',
    {
      modality: 'same',
    },
  ),
  ...table('refuse decline fail hesitate avoid forbid rule rule-out deny reject oppose exclude resist', {
    modality: 'same',
    negates: true,
  }),
]);

/** Verbs whose object does what follows: "urged Lima to sign". With a particle or preposition where they have one. */
export const objectControl: ReadonlyMap<string, Control> = new Map([
  ...table(
    'urge ask tell order demand press push request beg instruct require want call call-on call-upon call-for appeal-to implore exhort pressure advise encourage remind direct summon invite warn challenge',
    { modality: 'demanded' },
  ),
  ...table('hire recruit appoint employ engage commission dispatch tap choose nominate assign task bribe', {
    modality: 'planned',
  }),
  ...table('expect allow permit enable authorise authorize let', { modality: 'possible' }),
  ...table('force compel persuade convince help lead cause get', { modality: 'same' }),
  ...table('prevent stop ban bar keep block prohibit discourage deter', { modality: 'same', negates: true }),
]);

/** Adjectives before an infinitive: "is ready to work with". */
export const adjectiveControl: ReadonlyMap<string, Control> = new Map([
  ...table(
    'ready willing prepared eager keen set due determined happy poised committed scheduled bound quick glad pleased open',
    {
      modality: 'planned',
    },
  ),
  ...table(
    'likely able possible free certain sure expected supposed hard easy difficult tough necessary essential important vital crucial capable eligible liable prone desperate eager anxious hesitant afraid tempted',
    { modality: 'possible' },
  ),
  ...table('unlikely unable unwilling reluctant impossible', { modality: 'possible', negates: true }),
]);

/** Nouns before an infinitive or a gerund: "readiness to work", "interest in hosting". */
export const nounControl: ReadonlyMap<string, Control> = new Map([
  ...table(
    'readiness willingness intention plan plans pledge promise vow decision proposal offer desire interest favour favor openness commitment agreement hope attempt effort efforts bid move ambition goal aim idea preparation preparations determination deal',
    { modality: 'planned' },
  ),
  ...table('possibility potential chance prospect prospects opportunity ability right option likelihood', {
    modality: 'possible',
  }),
  ...table('refusal failure inability reluctance unwillingness', { modality: 'same', negates: true }),
  ...table(
    'call calls demand demands request requests order orders appeal appeals ultimatum pressure importance need necessity urgency',
    {
      modality: 'demanded',
    },
  ),
]);

/** Words before an event noun: "a potential call", "the planned visit". */
export const eventModality: ReadonlyMap<string, Modality> = new Map([
  ...['potential', 'possible', 'hypothetical', 'eventual'].map((word) => [word, 'possible'] as const),
  ...[
    'planned',
    'upcoming',
    'future',
    'proposed',
    'scheduled',
    'forthcoming',
    'next',
    'expected',
    'looming',
  ].map((word) => [word, 'planned'] as const),
]);

/** What a modal makes of its verb. */
export const modalModality: ReadonlyMap<string, Modality> = new Map([
  ...['will', 'would', 'shall', "'ll", "won't", "wouldn't"].map((word) => [word, 'planned'] as const),
  ...['may', 'might', 'could', 'can', "couldn't", "can't", 'cannot'].map(
    (word) => [word, 'possible'] as const,
  ),
  ...['should', 'must', "shouldn't", "mustn't"].map((word) => [word, 'demanded'] as const),
]);

/** Verbs with which a gerund after "for", "of" or "from" is the object's act: "thanked Moss for supporting". */
export const praisingVerbs: ReadonlySet<string> = new Set(
  'thank praise commend applaud credit congratulate honour honor reward criticise criticize blame condemn denounce slam rebuke mock accuse suspect convict acquit charge indict arrest fine sanction punish sue prosecute forgive warn stop prevent keep bar ban block discourage deter prohibit talk push goad pressure force trick coerce urge'.split(
    ' ',
  ),
);

/** What a verb makes of an event that is its object: "proposed talks", "cancelled the visit". */
export const eventControl: ReadonlyMap<string, Control> = new Map([
  ...table(
    'propose plan offer suggest seek want schedule expect promise prepare arrange announce envision envisage await anticipate pledge favour favor eye invite pursue set need hope discuss consider mull weigh look facilitate order approve authorise authorize decree grant hope-for wait-for aim-for look-for ready-for prepare-for prepared-for open-to agree-to agree-on look-to keen-on eager-for willing-for favourable-to',
    { modality: 'planned' },
  ),
  ...table('demand urge request call-for press-for push-for insist', { modality: 'demanded' }),
  ...table(
    'cancel call-off scrap rule-out avoid skip refuse reject oppose postpone decline deny avert forgo abandon prevent block halt suspend opposed-to object-to',
    { modality: 'same', negates: true },
  ),
]);

/** Conjunctions under which nothing is said to have happened: "if Lima signs". */
export const conditions: ReadonlySet<string> = new Set('if unless whether once until lest'.split(' '));

/** Adverbs and determiners that deny: "never met", "held no talks". */
export const negators: ReadonlySet<string> = new Set(
  "not never no n't n’t neither nor hardly scarcely barely nobody nothing none".split(' '),
);
