// Whether what a word says happened: denied, planned, possible or demanded, and which words of the tree make it so.
import type { Modality } from '../../../graph/model.ts';
import {
  adjectiveControl,
  type Control,
  conditions,
  eventControl,
  eventModality,
  modalModality,
  negators,
  nounControl,
  objectControl,
  subjectControl,
} from '../rules/control.ts';
import { takenUp } from '../rules/groups.ts';
import { lightVerbs, receivingVerbs } from '../rules/nouns.ts';
import { speechVerbs, utterances } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { verbOf } from './predications.ts';
import { isInfinitive, isPassive, isPredicate, isSingledOut, keepsSubject } from './subjects.ts';

/** What the tree makes of a word. `reasons` are the words that did, nearest first; empty for what is simply stated. */
export interface Mood {
  readonly negated: boolean;
  readonly modality: Modality;
  readonly reasons: readonly number[];
}

const stated: Mood = { negated: false, modality: 'actual', reasons: [] };

/** The mood of a verb, participle or copular predicate. Cost: linear in the depth of the tree. */
export function moodOf(syntax: Syntax, verb: number): Mood {
  return join(ownMood(syntax, verb), contextOf(syntax, verb));
}

/** The mood of an event noun: by its own words, and by what is done with it. */
export function eventMoodOf(syntax: Syntax, noun: number): Mood {
  const own = join(determined(syntax, noun), adjectival(syntax, noun));
  const head = syntax.headOf(noun);
  if (head === undefined) return own;
  switch (syntax.relationOf(noun)) {
    case 'conj':
      return join(own, eventMoodOf(syntax, head));
    case 'obj':
    case 'nsubj':
    case 'obl':
      if (!isPredicate(syntax, head)) return own;
      return joinOnce(own, adjectival(syntax, noun), governedMood(syntax, noun, head));
    case 'nmod': {
      if (phases.has(syntax.word(head).lemma)) return join(own, phaseMood(syntax, head));
      const control = nounControl.get(syntax.word(head).lemma);
      return control === undefined || isAgreement(syntax, head)
        ? own
        : join(own, controlled(control, [head]));
    }
    default:
      // The event is what is said of something: "was a meeting with".
      return isPredicate(syntax, noun) ? join(own, moodOf(syntax, noun)) : own;
  }
}

/** "held no talks": the verb's mood may hold the noun's denial already. */
const joinOnce = (own: Mood, withoutDenial: Mood, governed: Mood): Mood =>
  join(governed.reasons.some((at) => own.reasons.includes(at)) ? withoutDenial : own, governed);

/** Who supports "the resumption of talks" wants them; who supports talks may have them. */
function phaseMood(syntax: Syntax, noun: number): Mood {
  const verb = syntax.headOf(noun);
  const supports =
    verb !== undefined &&
    syntax.relationOf(noun) === 'obj' &&
    /^(?:support|back|favour|favor|advocate|endorse)$/.test(syntax.word(verb).lemma) &&
    // "thanked Moss for supporting the resumption": it came about.
    syntax.word(verb).xpos !== 'VBG';
  return supports ? controlled({ modality: 'planned' }, [verb]) : eventMoodOf(syntax, noun);
}

/** Nouns for a part of an event: what becomes of "the resumption of talks" becomes of the talks. */
const phases: ReadonlySet<string> = new Set(
  'resumption restoration renewal start beginning opening continuation round series restart'.split(' '),
);

/** "an agreement for an exchange" was made, whatever comes of it. */
const isAgreement = (syntax: Syntax, noun: number): boolean =>
  /^(?:agreement|deal|decision|commitment)$/.test(syntax.word(noun).lemma);

/** What a verb makes of an event that is its subject or object. */
function governedMood(syntax: Syntax, noun: number, verb: number): Mood {
  const lemma = verbOf(syntax, verb);
  const relation = syntax.relationOf(noun);
  const subject = relation === 'nsubj';
  const undergoes = relation === 'obj' || (subject && isPassive(syntax, verb));
  const prepositioned = `${lemma}-${caseOf(syntax, noun)}`;
  const control =
    undergoes && !lightVerbs.has(lemma) ? eventControl.get(lemma) : eventControl.get(prepositioned);
  if (control !== undefined) {
    // "opposed the partnership with Lima": there it is.
    const isSaid = utterances.has(syntax.word(noun).lemma) || takenUp.has(syntax.word(noun).lemma);
    if (control.negates === true && opposing.has(lemma) && (isSaid || isDefinite(syntax, noun)))
      return stated;
    const above = negationOnly(moodOf(syntax, verb));
    if (above.negated && leavingOpen.has(lemma))
      return { negated: false, modality: 'possible', reasons: [verb, ...above.reasons] };
    return join(controlled(control, [verb]), above);
  }
  if (undergoes && (lightVerbs.has(lemma) || receivingVerbs.has(lemma))) return moodOf(syntax, verb);
  if (relation === 'obl') {
    // "Hopes rose for talks", "pressure grew for a meeting"
    const wish = caseOf(syntax, noun) === 'for' ? syntax.child(verb, 'nsubj') : undefined;
    const wished = wish === undefined ? undefined : nounControl.get(syntax.word(wish).lemma);
    if (wished !== undefined && wish !== undefined) return controlled(wished, [wish]);
    const mood = moodOf(syntax, verb);
    // "agreed to stay in contact", "will be settled through talks", "favours discussing it during talks"
    const preposition = caseOf(syntax, noun);
    const carries =
      (preposition === 'in' && /^(?:stay|remain|keep|be|get)$/.test(lemma)) ||
      (preposition === 'under' && /^(?:come|fall|remain|stay)$/.test(lemma));
    const isMeans = /^(?:through|via)$/.test(preposition);
    const isOpen = /^(?:during|in|at)$/.test(preposition) && !isDefinite(syntax, noun);
    if (carries || ((isMeans || isOpen) && mood.modality !== 'actual' && !mood.negated)) return mood;
    if (lightVerbs.has(lemma) && /^(?:in|into|for|on)$/.test(caseOf(syntax, noun))) return mood;
    // "will travel to Lima for talks"
    const gathers = arranged.has(lemma) || gathering.has(lemma);
    return gathers && caseOf(syntax, noun) === 'for' && mood.modality !== 'actual' ? mood : stated;
  }
  // "The talks would take place", "a meeting is possible": but "the call may help" was made.
  if (subject && happening.has(lemma)) return moodOf(syntax, verb);
  if (subject && syntax.child(verb, 'cop') !== undefined) {
    const adjective = adjectiveControl.get(syntax.word(verb).lemma);
    if (adjective !== undefined)
      return join(controlled(adjective, [verb]), negationOnly(moodOf(syntax, verb)));
  }
  if (undergoes && subject && /^(?:plan|schedule|expect|set|slate)$/.test(lemma))
    return controlled({ modality: 'planned' }, [verb]);
  return stated;
}

/** Verbs that are against what may be there already. */
const opposing: ReadonlySet<string> = new Set('oppose reject refuse deny decline'.split(' '));

const isDefinite = (syntax: Syntax, noun: number): boolean =>
  syntax.child(noun, 'nmod:poss') !== undefined ||
  syntax
    .children(noun, 'det')
    .some((word) => /^(?:the|this|that|these|those)$/i.test(syntax.word(word).form));

const gathering: ReadonlySet<string> = new Set(
  'go meet gather convene host invite welcome receive join visit attend tour'.split(' '),
);

const happening: ReadonlySet<string> = new Set(
  'take begin start continue resume happen occur be follow come go proceed open'.split(' '),
);

const negationOnly = (mood: Mood): Mood => ({ ...mood, modality: 'actual' });

const caseOf = (syntax: Syntax, noun: number): string => {
  const word = syntax.child(noun, 'case');
  return word === undefined ? '' : syntax.word(word).lemma;
};

/** By the verb's own auxiliaries, adverbs, conjunctions and determiners. */
function ownMood(syntax: Syntax, verb: number): Mood {
  let mood: Mood = stated;
  for (const child of syntax.children(verb)) {
    const { form, lemma, deprel, xpos } = syntax.word(child);
    const lower = form.toLowerCase();
    const relation = deprel.replace(/:.*/, '');
    if (relation === 'aux' && xpos === 'MD') {
      const modality = modalModality.get(lemma) ?? modalModality.get(lower);
      if (modality !== undefined) mood = join(mood, { negated: false, modality, reasons: [child] });
    } else if ((relation === 'advmod' || relation === 'cc') && negators.has(lower) && !isOnly(syntax, child))
      mood = join(mood, denied(child));
    else if (relation === 'mark' && adjectiveControl.has(lemma))
      mood = join(mood, controlled(adjectiveControl.get(lemma) as Control, [child]));
    else if (/^(?:instead|rather)$/.test(lower) && syntax.child(child, 'fixed') !== undefined && child < verb)
      mood = join(mood, denied(child));
    else if (relation === 'mark' && lower === 'until' && isPast(syntax, verb)) continue;
    else if (relation === 'mark' && (conditions.has(lower) || lower === 'without'))
      mood = join(
        mood,
        lower === 'without' ? denied(child) : { negated: false, modality: 'possible', reasons: [child] },
      );
    else if (relation === 'nsubj' || relation === 'obj') mood = join(mood, determined(syntax, child));
  }
  if (syntax.child(verb, 'cop') !== undefined) mood = join(mood, determined(syntax, verb));
  if (isAwaited(syntax, verb)) mood = join(mood, { negated: false, modality: 'planned', reasons: [verb] });
  const due = dueAt(syntax, verb);
  if (due !== undefined) mood = join(mood, { negated: false, modality: 'planned', reasons: [due] });
  const arranged = arrangedAt(syntax, verb);
  if (arranged !== undefined) mood = join(mood, { negated: false, modality: 'planned', reasons: [arranged] });
  const turned = invertedAt(syntax, verb);
  if (turned !== undefined) mood = join(mood, { negated: false, modality: 'possible', reasons: [turned] });
  return mood;
}

/** "is expected in Lima", "is due in Lima" */
const isAwaited = (syntax: Syntax, verb: number): boolean =>
  (syntax.word(verb).lemma === 'due' || (syntax.word(verb).lemma === 'expect' && isPassive(syntax, verb))) &&
  syntax.child(verb, 'xcomp', 'ccomp') === undefined;

/** "worked there until he was sacked": he was. */
const isPast = (syntax: Syntax, verb: number): boolean =>
  [verb, ...syntax.children(verb, 'aux', 'cop')].some((at) => syntax.word(at).xpos === 'VBD') &&
  syntax.headOf(verb) !== undefined &&
  syntax.children(syntax.headOf(verb) as number, 'aux').every((at) => syntax.word(at).xpos !== 'MD');

/** "Had Lima signed, …": an auxiliary before its subject is a condition. */
function invertedAt(syntax: Syntax, verb: number): number | undefined {
  const subject = syntax.child(verb, 'nsubj');
  if (
    subject === undefined ||
    !/^(?:advcl|ccomp|parataxis)$/.test(syntax.relationOf(verb)) ||
    syntax.child(verb, 'mark') !== undefined
  )
    return undefined;
  return syntax
    .children(verb, 'aux', 'cop')
    .find((aux) => aux < subject && /^(?:had|were|should)$/i.test(syntax.word(aux).form));
}

/** "is to leave", "are to be freed"; "Chile to buy Acme" in a headline. */
const dueAt = (syntax: Syntax, verb: number): number | undefined => {
  const mark = syntax.children(verb, 'mark').find((at) => syntax.word(at).xpos === 'TO');
  if (mark === undefined) return undefined;
  const subject = syntax.child(verb, 'nsubj');
  if (
    subject === mark - 1 &&
    /^(?:root|ccomp)$/.test(syntax.relationOf(verb)) &&
    syntax.child(verb, 'aux') === undefined
  )
    return mark;
  return syntax
    .children(verb, 'aux', 'cop')
    .find((at) => at < mark && /^(?:is|are|was|were|am)$/i.test(syntax.word(at).form));
};

/** "is coming to Lima": what is arranged, by verbs of coming and going. */
function arrangedAt(syntax: Syntax, verb: number): number | undefined {
  const { lemma, xpos } = syntax.word(verb);
  if (xpos !== 'VBG' || !arranged.has(lemma)) return undefined;
  return syntax
    .children(verb, 'aux')
    .find((aux) => /^(?:is|are|am|['’]s|['’]re|['’]m)$/i.test(syntax.word(aux).form));
}

const arranged: ReadonlySet<string> = new Set('come arrive leave fly travel return head depart'.split(' '));

/** "not only": denies nothing. */
const isOnly = (syntax: Syntax, at: number): boolean =>
  /^(?:only|just|merely)$/i.test(syntax.words[at + 1]?.form ?? '');

const denied = (at: number): Mood => ({ negated: true, modality: 'actual', reasons: [at] });

/** "no talks", "nobody". */
function determined(syntax: Syntax, noun: number): Mood {
  const no = syntax
    .children(noun, 'det', 'advmod')
    .find((word) => /^(?:no|neither)$/i.test(syntax.word(word).form));
  if (no !== undefined) return denied(no);
  return /^(?:nobody|nothing|none)$/i.test(syntax.word(noun).form) ? denied(noun) : stated;
}

/** "a potential call", "the planned visit". */
function adjectival(syntax: Syntax, noun: number): Mood {
  for (const child of syntax.children(noun, 'amod', 'compound')) {
    const modality = eventModality.get(syntax.word(child).form.toLowerCase());
    if (modality !== undefined) return { negated: false, modality, reasons: [child] };
  }
  return stated;
}

/** By what the verb hangs on. */
function contextOf(syntax: Syntax, verb: number): Mood {
  const head = syntax.headOf(verb);
  if (head === undefined) return questioned(syntax, verb);
  const relation = syntax.word(verb).deprel;
  switch (relation.replace(/:.*/, '')) {
    case 'conj':
      return isPredicate(syntax, head)
        ? join(sharesAuxiliaries(syntax, verb) ? ownMood(syntax, head) : stated, contextOf(syntax, head))
        : stated;
    case 'xcomp':
      return complement(syntax, verb, head);
    case 'ccomp':
      return isInfinitive(syntax, verb) ? complement(syntax, verb, head) : reported(syntax, head);
    case 'csubj':
    case 'obj':
      return stated;
    case 'advcl':
      return relation === 'advcl:relcl' ? stated : adverbial(syntax, verb, head);
    case 'acl':
      return relation === 'acl:relcl' ? stated : attributive(syntax, verb, head);
    default:
      return stated;
  }
}

const questioned = (syntax: Syntax, verb: number): Mood => {
  const mark = syntax.children(verb, 'punct').find((word) => syntax.word(word).form === '?');
  return mark === undefined ? stated : { negated: false, modality: 'possible', reasons: [mark] };
};

/** "will propose and sign": a bare verb after "and" is under the first one's auxiliaries. */
function sharesAuxiliaries(syntax: Syntax, verb: number): boolean {
  const { xpos } = syntax.word(verb);
  return (
    syntax.child(verb, 'nsubj', 'mark') === undefined &&
    // "will resign and be replaced"
    syntax.children(verb, 'aux', 'cop').every((aux) => syntax.word(aux).xpos === 'VB') &&
    (xpos === 'VB' || xpos === 'VBN' || xpos === 'VBG' || xpos === 'VBP')
  );
}

/** Under a governing verb or adjective: "agreed to meet", "is ready to meet", "refused to meet". */
function complement(syntax: Syntax, verb: number, head: number): Mood {
  const lemma = verbOf(syntax, head);
  const above = moodOf(syntax, head);
  if (syntax.word(head).upos !== 'VERB') {
    // "was right to attack" judges what happened.
    const noun = syntax.word(head).upos === 'NOUN' ? nounControl.get(lemma) : undefined;
    const control = adjectiveControl.get(lemma) ?? noun ?? { modality: 'same' as const };
    return join(controlled(control, [head]), above);
  }
  const object = syntax.child(head, 'obj', 'iobj', 'nsubj:pass');
  const expected = isPassive(syntax, head) && lemma === 'expect';
  const table = object === undefined || expected ? subjectControl : objectControl;
  // "rang Moss to thank her": it was done in doing so.
  if (keepsSubject.has(lemma) && expressive.has(syntax.word(verb).lemma)) return above;
  if (above.negated && leavingOpen.has(lemma))
    return { negated: false, modality: 'possible', reasons: [head, ...above.reasons] };
  const control =
    table.get(lemma) ??
    prepositional(syntax, head) ??
    (object === undefined ? objectControl : subjectControl).get(lemma) ??
    // "is said to have met", "claims to have met"
    (isInfinitive(syntax, verb) && !speechVerbs.has(lemma)
      ? { modality: 'planned' as const }
      : { modality: 'same' as const });
  return join(controlled(control, [head]), above);
}

/** Verbs that leave open what they don't exclude: "has not ruled out talks". */
const leavingOpen: ReadonlySet<string> = new Set('rule-out rule exclude preclude oppose reject'.split(' '));

/** "called on Lima to sign". */
function prepositional(syntax: Syntax, head: number): Control | undefined {
  const { lemma } = syntax.word(head);
  for (const oblique of syntax.children(head, 'obl')) {
    const control = objectControl.get(`${lemma}-${caseOf(syntax, oblique)}`);
    if (control !== undefined) return control;
  }
  return undefined;
}

/** Under a verb of saying, or an adjective: "denied that", "hopes that", "it is possible that". */
function reported(syntax: Syntax, head: number): Mood {
  const lemma = syntax.word(head).lemma;
  if (syntax.word(head).upos !== 'VERB') {
    const control = /^(?:possible|likely|unlikely)$/.test(lemma) ? adjectiveControl.get(lemma) : undefined;
    return control === undefined ? stated : controlled(control, [head]);
  }
  const stance = speechVerbs.get(lemma);
  const above = ownMood(syntax, head);
  if (stance === 'denies' || lemma === 'doubt')
    return above.negated ? stated : { negated: true, modality: 'actual', reasons: [head] };
  if (stance === 'demands') return controlled({ modality: 'demanded' }, [head]);
  if (/^(?:hope|expect|wish|propose|suggest|promise|pledge|vow)$/.test(lemma)) return stated;
  if (above.negated && stance === undefined) return { ...above, modality: 'possible', negated: false };
  return stated;
}

function adverbial(syntax: Syntax, verb: number, head: number): Mood {
  const above = moodOf(syntax, head);
  // "will speak when she arrives"
  if (above.modality !== 'actual' && isPresentTime(syntax, verb)) return { ...above, negated: false };
  if (!isInfinitive(syntax, verb)) {
    // "blocked Moss from leaving"
    const control = objectControl.get(verbOf(syntax, head));
    const from = syntax.children(verb, 'mark').some((mark) => syntax.word(mark).lemma === 'from');
    if (from && control?.negates === true) return join(controlled(control, [head]), above);
    const gerund = syntax.word(verb).xpos === 'VBG' && syntax.child(verb, 'nsubj') === undefined;
    const apart = syntax.child(verb, 'mark') !== undefined;
    return gerund && !apart && above.modality !== 'actual' && !above.negated ? above : stated;
  }
  if (expressive.has(syntax.word(verb).lemma)) return above;
  // "cancelled a trip to open the fair"
  const gone = eventControl.get(verbOf(syntax, head));
  if (gone?.negates === true) return join(controlled(gone, [head]), above);
  const control = prepositional(syntax, head) ?? objectControl.get(verbOf(syntax, head));
  return join(controlled(control ?? { modality: 'planned' }, [head]), above.negated ? stated : above);
}

/** A clause of time in the present: after a future it means one. */
const isPresentTime = (syntax: Syntax, verb: number): boolean =>
  /^VB[ZP]$/.test(syntax.word(verb).xpos) &&
  syntax
    .children(verb, 'mark', 'advmod')
    .some((word) => /^(?:when|after|before|until|once|while|whenever)$/i.test(syntax.word(word).form));

/** What is done by what is done for it: "gathered to protest". */
const expressive: ReadonlySet<string> = new Set(
  'protest demand demonstrate denounce condemn commemorate celebrate honour honor mark thank congratulate support oppose apologise apologize express condole wish'.split(
    ' ',
  ),
);

/** On a noun: "readiness to work", "the possibility of hosting", "the first leader to visit". */
function attributive(syntax: Syntax, verb: number, noun: number): Mood {
  const control = nounControl.get(syntax.word(noun).lemma);
  const marked = syntax.child(verb, 'mark') !== undefined;
  if (control !== undefined && marked)
    return join(controlled(control, [noun]), join(determined(syntax, noun), givenUp(syntax, noun)));
  if (!isInfinitive(syntax, verb) || isSingledOut(syntax, noun)) return stated;
  return { negated: false, modality: 'possible', reasons: [noun] };
}

/** "lost a bid to buy", "dropped plans to build": nothing came of it. */
function givenUp(syntax: Syntax, noun: number): Mood {
  const verb = syntax.headOf(noun);
  const undergoes = syntax.relationOf(noun) === 'obj' || syntax.word(noun).deprel === 'nsubj:pass';
  if (verb === undefined || !undergoes) return stated;
  const lemma = verbOf(syntax, verb);
  return /^(?:lose|drop|abandon|scrap|shelve|cancel|withdraw|renounce|forgo|give-up|call-off)$/.test(lemma)
    ? denied(verb)
    : stated;
}

const controlled = (control: Control, reasons: readonly number[]): Mood => ({
  negated: control.negates === true,
  modality: control.modality === 'same' ? 'actual' : control.modality,
  reasons: control.modality === 'same' && control.negates !== true ? [] : reasons,
});

/** The nearer mood with the further one: two denials cancel out; of two modalities the nearer counts, but "possible" stays. */
function join(near: Mood, far: Mood): Mood {
  if (far === stated) return near;
  const modality =
    near.modality === 'actual' || (near.modality === 'planned' && far.modality === 'possible')
      ? far.modality
      : near.modality;
  return { negated: near.negated !== far.negated, modality, reasons: [...near.reasons, ...far.reasons] };
}
