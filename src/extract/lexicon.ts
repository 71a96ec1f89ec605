// The words of the language that the first extractor knows: closed classes, and verbs with their forms. No rules about them.
import { doublingVerbs, irregularVerbs, nounVerbs, plainVerbs } from './data/verbs.ts';

/** What the form of a verb may be. `base` is also the present after "they". */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** The readings of a word as a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly forms: ReadonlySet<VerbForm>;
  /** Whether its base and third person are nouns as well ("call", "talks"). */
  readonly noun: boolean;
}

/** The verb that a word may be a form of; undefined where it is none that we know. Lower-case. */
export const verbReading = (word: string): VerbReading | undefined => readings.get(word);

export const determiners = set(
  'a an the this that these those some any no every each both all another such several many few most much more less half further such either neither other first second third last next certain various numerous two three four five six seven eight nine ten dozens hundreds thousands',
);
export const possessives = set('his her its their our my your');
export const subjectPronouns = set('he she it they we i you who');
export const objectPronouns = set('him her it them us me you himself herself itself themselves whom');
export const prepositions = set(
  'of in on at by for with from to into onto over under about against between among amid during after before since until till through throughout across along around near beside behind beyond within without toward towards upon via per despite concerning regarding following like unlike inside outside off above below versus vs vs. than as alongside including',
);
export const conjunctions = set('and or but nor yet & plus');
/** Words that open a subordinate clause. */
export const subordinators = set(
  'that when while because if whether although though unless once whereas where why how which who whom whose what so wherever whenever lest',
);
export const modals = set(
  "will would can could may might shall should must cannot can't won't wouldn't couldn't shouldn't mustn't 'll ’ll won’t wouldn’t couldn’t shouldn’t can’t",
);
export const beForms = set(
  "be am is are was were been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 're ’re 'm ’m",
);
export const haveForms = set("have has had having haven't hasn't hadn't haven’t hasn’t hadn’t 've ’ve");
export const doForms = set("do does did don't doesn't didn't don’t doesn’t didn’t");
export const negations = set('not never no n’t hardly scarcely neither nor');
/** Whether the word carries "not" in itself: "wouldn't". */
export const isNegative = (word: string): boolean =>
  negations.has(word) || /n['’]t$/.test(word) || word === 'cannot';

export const adverbs = set(
  'also already again ago ahead almost alone altogether always apart aside away back even ever far fast forth forward hard hence here how however indeed instead just later least less likewise long maybe meanwhile more moreover most much nearly nevertheless next nonetheless now nowadays often once only otherwise out outright over overnight perhaps quite rather really seldom separately since so sometimes somewhat soon still then there thereby therefore though thus together today tomorrow tonight too twice up very well when yesterday yet afterwards beforehand abroad overseas elsewhere everywhere anyway else down off not never notably reportedly allegedly pretty one-on-one definitely firmly upwards online live',
);

/** Words with a capital at the start of a sentence that open it and are no names. */
export const openers = set(
  'according additionally after although amid among analysts and another any apart as asked at authorities because before both but by citing consequently critics despite during each earlier either eventually every experts few finally first following for foreign former four from further given had hardly has have having here hours if in indeed instead it its just last late later leaders let like many meanwhile more moreover most much my nearly neither never nevertheless new next no none nor not nothing now observers of officials on once one only or other others our out over overall part people police previously protesters rather reporters residents russian second several shortly similarly since six so some soon speaking still such sources ten thank that the their then there thereafter therefore these they this those though three through throughout thus to today together tomorrow tonight too two under unless unlike until up upon very war was we were what when where whether which while who whose why will with within without would yesterday yet you your talks peace negotiations sanctions ceasefire troops forces sides presidents ministers diplomats lawmakers prosecutors investigators supporters opponents activists voters students workers soldiers rebels militants hundreds thousands millions dozens details reports news breaking updated live watch opinion analysis exclusive good great best better big high low long hard free full open private public national international global local central state federal government president minister chancellor king queen prince spokesman spokeswoman spokesperson secretary ambassador senator governor mayor general leader chief opposition reportedly notably asked praising speaking additional contact conditions trade',
);

/** Time words that stand without a preposition: "said Monday he …". */
export const weekdays = set('monday tuesday wednesday thursday friday saturday sunday');
export const months = set(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.',
);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Irregular and plain verbs whose base is a noun as well. */
const irregularNouns = set(
  'beat bid bite blow break build burn burst buy cast catch cost cut deal draw drink drive fall feed feel fight fly forecast freeze hit hold hurt lead leave let lie light make meet pay put read ride ring rise run say set shake shot show shut sleep split spread stand steal stick strike sweep swim swing take tear think throw wear win',
);
const plainNouns = set(
  'blast boost brand brush comment display dispute distance escalate feud forge hail hack hint host interview invite jail launch lift lobby mandate murder name outline overhaul phone pledge pose pour praise probe quarrel quote raid rally rebuke recall regard regret release repeal reply rescue respect restart retreat ridicule sack salute scrap shake shell shield signal silence skip slam slap smear snub spark sponsor spur stage storm stress subject surrender swap tackle telegraph telephone text torture travel trigger tweet veto visit voice vote vow wage warrant welcome witness wreck yield email subpoena dispatch cheer clash breach decline delegate pardon patrol lecture retort pressure volunteer',
);

const readings: ReadonlyMap<string, VerbReading> = (() => {
  const found = new Map<string, { lemma: string; forms: Set<VerbForm>; noun: boolean }>();
  const add = (word: string, lemma: string, form: VerbForm, noun: boolean) => {
    const reading = found.get(word) ?? { lemma, forms: new Set<VerbForm>(), noun };
    if (reading.lemma === lemma) reading.forms.add(form);
    found.set(word, reading);
  };
  const nouns = new Set(nounVerbs.trim().split(/\s+/));
  for (const entry of irregularVerbs.trim().split(/,\s*/)) {
    const [lemma = '', past = '', participle = past] = entry.split(' ');
    const noun = irregularNouns.has(lemma) || nouns.has(lemma);
    for (const [word, form] of [
      [lemma, 'base'],
      [third(lemma), 'third'],
      [past, 'past'],
      [participle, 'participle'],
      [ing(lemma), 'ing'],
    ] as const)
      add(word, lemma, form, noun);
  }
  for (const lemma of [...plainVerbs.trim().split(/\s+/), ...nouns]) {
    if (found.has(lemma) && found.get(lemma)?.lemma === lemma && found.get(lemma)?.forms.has('base'))
      continue;
    const noun = nouns.has(lemma) || plainNouns.has(lemma);
    add(lemma, lemma, 'base', noun);
    add(third(lemma), lemma, 'third', noun);
    add(past(lemma), lemma, 'past', noun);
    add(past(lemma), lemma, 'participle', noun);
    add(ing(lemma), lemma, 'ing', noun);
    if (/[aeiou]l$/.test(lemma))
      for (const end of ['led', 'ling'] as const)
        for (const form of end === 'led' ? (['past', 'participle'] as const) : (['ing'] as const))
          add(lemma + end, lemma, form, noun);
  }
  return found;
})();

function third(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (lemma === 'be') return 'is';
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function past(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doublingVerbs.has(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

function ing(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma) && lemma !== 'be')
    return `${lemma.slice(0, -1)}ing`;
  return doublingVerbs.has(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

/** The past tense of a verb, for a relation's name: "back" gives "backed". */
export function pastTense(lemma: string): string {
  const irregular = irregularVerbs
    .trim()
    .split(/,\s*/)
    .find((entry) => entry.startsWith(`${lemma} `));
  return irregular?.split(' ')[1] ?? past(lemma);
}
