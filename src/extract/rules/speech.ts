// Verbs of saying, as data: what follows them, or stands in quotation marks beside them, is someone's word and not the
// report's own. The one list of them: quotations, reference and claims read it.

/**
 * What a verb of saying makes of what is said. `judges`: it says what to think of something ("described it as a success").
 * `acts`: it is an act or attitude whose words may be quoted ("refused “for good reason”"), and what follows is no report.
 */
export type Stance = 'says' | 'denies' | 'thinks' | 'demands' | 'judges' | 'acts';

/** Verbs that are alike in how what is said hangs on them. */
export interface Saying {
  /** Lemmas; a particle after a hyphen: "point-out". */
  readonly verbs: string;
  readonly stance: Stance;
  /** Where who is spoken to stands: as object ("told Moss"), after "to" ("said to Moss"), or nowhere. */
  readonly listener: 'object' | 'to' | 'none';
  /**
   * What may stand in marks: a `whole` sentence alone ("…," Moss smiled), `part` of one alone ("called it “bad”"), or `any`
   * of both.
   */
  readonly quotes: 'any' | 'whole' | 'part';
  /** Sentences that must be read as quoted by the verb, in words of our own. */
  readonly examples: readonly string[];
}

/** By how they are used; a verb stands in one group. Source: the verbs of news reports, and VerbNet's classes 37 and 29. */
export const sayings: readonly Saying[] = [
  {
    verbs:
      'say add state declare announce explain report confirm reveal indicate stress emphasize emphasise underline underscore reiterate repeat insist argue maintain assert affirm reaffirm claim allege note observe remark comment recall acknowledge admit concede confess disclose boast complain lament conclude predict promise pledge vow swear testify mention specify point-out reply respond answer counter retort agree disagree joke quip suggest elaborate clarify summarize summarise reason muse signal hint recount relate relay read echo enthuse exclaim interject chip-in object plead protest',
    stance: 'says',
    listener: 'to',
    quotes: 'any',
    examples: [
      '“The bridge is safe,” Moss added.',
      '“We will pay,” the minister said to reporters.',
      'Moss insisted the bridge was “safe enough”.',
    ],
  },
  {
    verbs: 'tell inform remind assure reassure notify warn caution advise brief',
    stance: 'says',
    listener: 'object',
    quotes: 'any',
    examples: ['“The bridge is safe,” Moss told the council.', 'Moss warned Reyes of “grave harm”.'],
  },
  {
    verbs:
      'write tweet retweet post text email e-mail blog type scribble publish caption message respond-to reply-to',
    stance: 'says',
    listener: 'to',
    quotes: 'any',
    examples: ['“What a night!” Moss wrote in a post.', 'Moss tweeted: “What a night.”'],
  },
  {
    verbs:
      'begin start continue go-on smile grin laugh chuckle sigh shrug sob nod wink fume snap bark growl roar moan groan gush deadpan interrupt pipe-up try press crow sing',
    stance: 'acts',
    listener: 'none',
    quotes: 'whole',
    examples: ['“It was a long day,” she sighed.', '“And then we left,” Moss continued.'],
  },
  {
    verbs: 'shout yell cry scream whisper mutter mumble murmur chant thunder call-out blurt-out grumble rant',
    stance: 'says',
    listener: 'to',
    quotes: 'any',
    examples: ['“Go home!” they shouted.', '“Not now,” whispered Reyes.'],
  },
  {
    verbs: 'deny dispute refute rebut reject',
    stance: 'denies',
    listener: 'none',
    quotes: 'any',
    examples: ['Moss denied that the bridge was “falling down”.'],
  },
  {
    verbs:
      'believe think hope expect feel fear doubt consider know understand hear suspect reckon assume guess figure wonder worry remember imagine opine',
    stance: 'thinks',
    listener: 'none',
    quotes: 'any',
    examples: ['“It is too late,” Moss believes.', 'Moss believes the bridge is “safe enough”.'],
  },
  {
    verbs:
      'demand urge request recommend propose ask order beg appeal call-for implore exhort instruct enquire inquire query',
    stance: 'demands',
    listener: 'object',
    quotes: 'any',
    examples: ['“Who pays?” asked Reyes.', 'Moss urged Reyes to show “more patience”.'],
  },
  {
    verbs:
      'describe characterize characterise call hail praise brand dub label deem term slam denounce condemn dismiss blast criticize criticise accuse decry deride lambast lambaste attack mock ridicule welcome tout laud applaud salute honor honour thank bill refer liken compare depict portray cite invoke blame introduce',
    stance: 'judges',
    listener: 'none',
    quotes: 'part',
    examples: ['Moss described the talks as “useful”.', 'Reyes called the plan “a bad joke”.'],
  },
  {
    verbs:
      'express voice convey speak talk outline set-out lay-out threaten apologize apologise congratulate allude hit-out lash-out speak-out foresee forecast estimate cry-out rail',
    stance: 'says',
    listener: 'to',
    quotes: 'part',
    examples: ['Moss expressed “deep regret”.', 'Moss spoke of “a turning point”.'],
  },
  {
    verbs: 'rule find',
    stance: 'says',
    listener: 'none',
    quotes: 'part',
    examples: ['Reyes ruled the raid “illegal”.'],
  },
  {
    verbs:
      'view regard rate present discuss offer seek want refuse defend justify advocate back support favor favour envisage envision highlight address raise decide plan aim intend',
    stance: 'acts',
    listener: 'none',
    quotes: 'part',
    examples: ['Moss wants a “fresh start”.', 'Reyes defended the “only possible plan”.'],
  },
];

/** The group of a verb, by lemma with its particle after a hyphen. */
export const sayingOf: ReadonlyMap<string, Saying> = new Map(
  sayings.flatMap((saying) =>
    saying.verbs
      .trim()
      .split(/\s+/)
      .map((verb): [string, Saying] => [verb, saying]),
  ),
);

/** What a verb of saying makes of a clause under it, by lemma; acts and attitudes are none. */
export const speechVerbs: ReadonlyMap<string, Exclude<Stance, 'judges' | 'acts'>> = new Map(
  [...sayingOf].flatMap(([verb, { stance }]) =>
    stance === 'acts' ? [] : [[verb, stance === 'judges' ? 'says' : stance] as const],
  ),
);

/** Verbs that may stand after what was said, or in the midst of it: "…, Moss added". */
export const quotingVerbs: ReadonlySet<string> = new Set(
  [...sayingOf].flatMap(([verb, { quotes, stance }]) =>
    quotes === 'part' || stance === 'acts' ? [] : [verb],
  ),
);

/** What a verb of no group is taken for where it must be one of saying. */
export const anySaying: Saying = { verbs: '', stance: 'says', listener: 'to', quotes: 'any', examples: [] };

/** Nouns for what is said or written: the words in them are their owner's ("the ministry's statement read: “…”"). */
export const utterances: ReadonlySet<string> = new Set(
  'statement letter post tweet message email e-mail text note memo memorandum report speech address remark comment word reply response answer warning announcement release communique communiqué declaration interview article op-ed editorial column essay blog caption quote slogan phrase complaint affidavit filing testimony claim assertion call description characterization characterisation term promise pledge vow demand criticism praise apology plea appeal'.split(
    ' ',
  ),
);
