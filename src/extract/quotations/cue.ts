// Who does the saying of a verb, a noun or "according to": over the tree where that holds, by the neighbours where it doesn't.
import type { Place, Quotation } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import { type Frames, isNominal } from './frames.ts';
import { type Saying, sayingOf, utterances } from './saying.ts';

/** A word of saying with who says and who is spoken to. */
export interface Cue {
  readonly speaker: Place;
  readonly cue: Quotation['cue'];
  readonly listener: Place | undefined;
  readonly saying: Saying;
}

/** The cues of a sentence outside of its quotations, in order. */
export function cuesOf(frames: Frames, sentence: number): Cue[] {
  return frames.syntax(sentence).words.flatMap((_, at) => {
    const cue = frames.isOutside(sentence, at) ? cueAt(frames, sentence, at) : undefined;
    return cue === undefined ? [] : [cue];
  });
}

/**
 * The cue that a verb is, where someone does its saying. `any`: of verbs that aren't listed too. `after`: the quotation ends
 * before this word, and who says it stands between it and the verb, or behind the verb, whatever the tree says.
 */
export function cueAt(
  frames: Frames,
  sentence: number,
  at: number,
  { any = false, after }: { readonly any?: boolean; readonly after?: number } = {},
): Cue | undefined {
  const syntax = frames.syntax(sentence);
  const { upos, lemma, form, xpos } = syntax.word(at);
  if (lowered(form) === 'according') return undefined;
  if (upos !== 'VERB' && !(xpos.startsWith('VB') && sayingOf.has(lemma))) return undefined;
  // "a think tank", "the said bridge".
  if (/^(?:compound|amod|nmod|case|fixed)$/.test(syntax.word(at).deprel)) return undefined;
  const saying =
    sayingOf.get(verbOf(syntax, at)) ??
    sayingOf.get(lemma) ??
    (any || isQuoting(syntax, at) ? plain : undefined);
  if (saying === undefined) return undefined;
  // "may assume it is “unexplained”": nobody has thought so yet.
  if (saying.stance === 'thinks' && isModal(syntax, at)) return undefined;
  const found = speakerOf(frames, sentence, at);
  const head = after === undefined ? found : afterMarks(frames, sentence, after, at, found);
  if (head === undefined) return undefined;
  const speaker = ownerOrSelf(frames, sentence, head);
  return { speaker, cue: { sentence, word: at }, listener: listenerOf(frames, sentence, at, saying), saying };
}

const lowered = (form: string): string => form.toLowerCase();

const plain: Saying = { verbs: '', stance: 'says', listener: 'to', quotes: 'any', examples: [] };

/** "was quoted as saying", "put it", "took to … to": verbs that say only in company. */
const isQuoting = (syntax: Syntax, at: number): boolean => {
  const { lemma } = syntax.word(at);
  return (
    lemma === 'quote' ||
    (lemma === 'put' && syntax.children(at, 'obj').some((word) => lowered(syntax.word(word).form) === 'it'))
  );
};

/** The lemma with its particle. */
function verbOf(syntax: Syntax, at: number): string {
  const particle = syntax.child(at, 'compound:prt');
  return particle === undefined
    ? syntax.word(at).lemma
    : `${syntax.word(at).lemma}-${syntax.word(particle).lemma}`;
}

/** The head of the phrase that does a verb's saying. */
function speakerOf(frames: Frames, sentence: number, verb: number): number | undefined {
  const syntax = frames.syntax(sentence);
  const found = subjectOf(syntax, verb, 0);
  if (found === 'nobody') return undefined;
  if (found !== undefined && isSpeaker(frames, sentence, found)) return found;
  return (
    besides(frames, sentence, verb) ??
    (syntax.word(verb).xpos === 'VBG' ? sayerBefore(frames, sentence, verb) : undefined)
  );
}

/** "…, accusing Reyes of “bad faith”": whoever spoke before in the sentence, or its first subject. */
function sayerBefore(frames: Frames, sentence: number, verb: number): number | undefined {
  const syntax = frames.syntax(sentence);
  if (syntax.words[verb - 1]?.form !== ',') return undefined;
  for (let at = verb - 1; at >= 0; at--) {
    if (
      !frames.isOutside(sentence, at) ||
      !/^VB[DZP]$/.test(syntax.word(at).xpos) ||
      !sayingOf.has(syntax.word(at).lemma)
    )
      continue;
    const found = subjectOf(syntax, at, 0);
    if (typeof found === 'number' && isSpeaker(frames, sentence, found)) return found;
  }
  const first = syntax.words.findIndex(
    ({ deprel }, at) => at < verb && deprel === 'nsubj' && isSpeaker(frames, sentence, at),
  );
  return first === -1 ? undefined : first;
}

/** Whoever stands between the marks and the verb: a person named at once, else the tree's subject, else the first phrase. */
function afterMarks(
  frames: Frames,
  sentence: number,
  after: number,
  verb: number,
  found: number | undefined,
): number | undefined {
  const syntax = frames.syntax(sentence);
  const start = syntax.word(after).upos === 'PUNCT' ? after + 1 : after;
  const name = frames.nameFrom(sentence, start);
  if (name?.type === 'Person' && name.to <= verb) return syntax.headWithin(name);
  return found === undefined || found < after ? firstOf(frames, sentence, after, verb) : found;
}

/** The head of the first phrase between two words: "Ana Moss, the mayor of Lima, said". */
function firstOf(frames: Frames, sentence: number, from: number, verb: number): number | undefined {
  const syntax = frames.syntax(sentence);
  for (let at = from; at < verb; at++) {
    const { upos, form } = syntax.word(at);
    if (upos === 'ADP' || upos === 'SCONJ' || upos === 'VERB') return undefined;
    if (upos === 'PUNCT' || /^(?:DET|ADJ|ADV|CCONJ)$/.test(upos)) continue;
    if (!isSpeaker(frames, sentence, at) || form === '') return undefined;
    const top = topOf(syntax, at);
    return top >= from && top < verb ? top : at;
  }
  return undefined;
}

/** Whether a word can be whoever speaks: outside of quotations, nominal, and no mere "it", "this", "there". */
function isSpeaker(frames: Frames, sentence: number, at: number): boolean {
  const syntax = frames.syntax(sentence);
  const { xpos, form, deprel } = syntax.word(at);
  if (!frames.isOutside(sentence, at) || deprel === 'expl') return false;
  if (/^(?:this|that|these|there|what|which|nothing|something|everything|anything|you)$/i.test(form))
    return false;
  return (
    isNominal(syntax, at) ||
    xpos === 'DT' ||
    xpos === 'CD' ||
    (xpos === 'JJ' && syntax.child(at, 'det') !== undefined)
  );
}

/** How many verbs up a subject is looked for. */
const DEEPEST = 6;

/**
 * The subject of a verb: its own; for a passive whoever stands after "by"; else that of the verb on which it hangs. `nobody`
 * where the sentence leaves it open ("it was said"); undefined where the tree doesn't tell.
 */
function subjectOf(syntax: Syntax, verb: number, depth: number): number | 'nobody' | undefined {
  if (depth > DEEPEST) return undefined;
  const passive = syntax.child(verb, 'nsubj:pass', 'aux:pass');
  const { lemma } = syntax.word(verb);
  const quoted = lemma === 'quote' && passive === undefined ? syntax.child(verb, 'obj') : undefined;
  if (quoted !== undefined) return quoted;
  if (passive !== undefined) {
    if (lemma === 'quote' || lemma === 'hear' || lemma === 'record')
      return antecedentOf(syntax, syntax.child(verb, 'nsubj:pass'));
    return agentOf(syntax, verb) ?? 'nobody';
  }
  // Long quotations leave a verb with two subjects: the nearer is its own.
  if (isBarePassive(syntax, verb)) return agentOf(syntax, verb) ?? 'nobody';
  const subject = syntax
    .children(verb, 'nsubj')
    .filter((at) => syntax.word(at).deprel !== 'nsubj:pass')
    .reduce<number | undefined>(
      (best, at) => (best === undefined || Math.abs(at - verb) < Math.abs(best - verb) ? at : best),
      undefined,
    );
  if (subject !== undefined) return antecedentOf(syntax, subject);
  const head = syntax.headOf(verb);
  if (head === undefined) return undefined;
  switch (syntax.relationOf(verb)) {
    case 'conj':
      return isVerb(syntax, head) ? subjectOf(syntax, peerOf(syntax, verb, head), depth + 1) : undefined;
    case 'xcomp': {
      const object = syntax.child(head, 'obj', 'iobj');
      if (
        object !== undefined &&
        /^(?:urge|ask|tell|order|hear|see|show|catch|quote|want|allow|force)$/.test(syntax.word(head).lemma)
      )
        return object;
      return subjectOf(syntax, head, depth + 1);
    }
    case 'advcl':
      // "quotes Moss as saying", "Moss was quoted as saying": whoever is quoted.
      if (/^(?:quote|cite)$/.test(syntax.word(head).lemma))
        return antecedentOf(syntax, syntax.child(head, 'nsubj:pass') ?? syntax.child(head, 'obj'));
      return syntax.word(verb).xpos === 'VBN'
        ? (agentOf(syntax, verb) ?? subjectOf(syntax, head, depth + 1))
        : subjectOf(syntax, head, depth + 1);
    case 'acl':
      // "access by saying “open”": whoever likes.
      if (depth === 0 && syntax.child(verb, 'mark') !== undefined) return 'nobody';
      if (syntax.word(verb).xpos === 'VBN') return agentOf(syntax, verb) ?? 'nobody';
      return syntax.word(verb).deprel === 'acl:relcl' ? undefined : head;
    case 'ccomp':
    case 'parataxis':
      return syntax.word(verb).xpos === 'VBG' ? subjectOf(syntax, head, depth + 1) : undefined;
    default:
      return undefined;
  }
}

/** What a verb is coordinated with: "said they would meet but did not elaborate" is no further "would". */
function peerOf(syntax: Syntax, verb: number, head: number): number {
  if (!isPast(syntax, verb) || !isModal(syntax, head)) return head;
  return syntax.ancestors(head).find((at) => isPast(syntax, at)) ?? head;
}

const isPast = (syntax: Syntax, verb: number): boolean =>
  [verb, ...syntax.children(verb, 'aux')].some((at) => syntax.word(at).xpos === 'VBD');

const isModal = (syntax: Syntax, verb: number): boolean =>
  syntax.children(verb, 'aux').some((at) => syntax.word(at).xpos === 'MD');

const isVerb = (syntax: Syntax, at: number): boolean =>
  /^(?:VERB|AUX)$/.test(syntax.word(at).upos) || syntax.child(at, 'cop', 'nsubj') !== undefined;

/** "Team honored for “courage”": a headline's passive, of a verb that judges something and names nothing that it judges. */
function isBarePassive(syntax: Syntax, verb: number): boolean {
  const { xpos, lemma } = syntax.word(verb);
  if (sayingOf.get(lemma)?.stance !== 'judges' || /^(?:refer|compare|liken|attack|cite|mock)$/.test(lemma))
    return false;
  return (
    /^VB[DN]$/.test(xpos) &&
    syntax.child(verb, 'obj', 'iobj', 'xcomp', 'ccomp', 'aux') === undefined &&
    !/^(?:acl|xcomp)/.test(syntax.word(verb).deprel)
  );
}

function agentOf(syntax: Syntax, verb: number): number | undefined {
  return syntax
    .children(verb, 'obl')
    .find(
      (at) =>
        syntax.children(at, 'case').some((word) => lowered(syntax.word(word).form) === 'by') &&
        isNominal(syntax, at),
    );
}

/** What a relative pronoun stands for; any other word itself. */
function antecedentOf(syntax: Syntax, subject: number | undefined): number | undefined {
  if (subject === undefined || !/^W/.test(syntax.word(subject).xpos)) return subject;
  const clause = syntax.headOf(subject);
  return clause !== undefined && /^acl/.test(syntax.word(clause).deprel) ? syntax.headOf(clause) : undefined;
}

/** "said Moss", "Moss said": the nearest phrase beside a verb whose tree is lost. */
function besides(frames: Frames, sentence: number, verb: number): number | undefined {
  const syntax = frames.syntax(sentence);
  if (!/^VB[DZP]?$/.test(syntax.word(verb).xpos) && !/^VBN$/.test(syntax.word(verb).xpos)) return undefined;
  // Backwards over auxiliaries and adverbs.
  let at = verb - 1;
  while (at >= 0 && /^(?:AUX|ADV|PART)$/.test(syntax.word(at).upos)) at--;
  if (at >= 0 && isSpeaker(frames, sentence, at) && !isGoverned(syntax, at)) return topOf(syntax, at);
  if (syntax.word(verb).xpos === 'VBN') return undefined;
  const start =
    verb - 1 < 0 || !frames.isOutside(sentence, verb - 1) || syntax.word(verb - 1).upos === 'PUNCT';
  if (!start) return undefined;
  at = verb + 1;
  while (at < syntax.words.length && /^(?:DET|ADJ|ADV|NUM)$/.test(syntax.word(at).upos)) at++;
  return at < syntax.words.length && isSpeaker(frames, sentence, at) ? topOf(syntax, at) : undefined;
}

/** Whether a noun stands in a phrase after a preposition. */
const isGoverned = (syntax: Syntax, at: number): boolean =>
  syntax.child(topOf(syntax, at), 'case') !== undefined;

/** The head of the run of nouns that a word belongs to. */
function topOf(syntax: Syntax, at: number): number {
  const head = syntax.headOf(at);
  return head !== undefined && /^(?:compound|flat|nmod:desc|amod|det)/.test(syntax.word(at).deprel)
    ? topOf(syntax, head)
    : at;
}

/** The words of a statement are its owner's: "the ministry's statement said". */
function ownerOrSelf(frames: Frames, sentence: number, head: number): Place {
  const owner = ownerAt(frames, sentence, head);
  return frames.phrase(sentence, owner ?? head);
}

function ownerAt(frames: Frames, sentence: number, noun: number): number | undefined {
  const syntax = frames.syntax(sentence);
  if (!utterances.has(lowered(syntax.word(noun).lemma))) return undefined;
  const owner = syntax.children(noun, 'nmod:poss').find((at) => frames.isOutside(sentence, at));
  if (owner !== undefined) return owner;
  const source = syntax
    .children(noun, 'nmod')
    .find(
      (at) =>
        syntax.children(at, 'case').some((word) => /^(?:from|by|of)$/i.test(syntax.word(word).form)) &&
        frames.isOutside(sentence, at),
    );
  if (source !== undefined && isNominal(syntax, source)) return source;
  // "Moss issued a statement saying": whoever made it.
  const verb = syntax.headOf(noun);
  if (verb === undefined || syntax.relationOf(noun) !== 'obj') return undefined;
  const maker = syntax.child(verb, 'nsubj');
  return maker !== undefined && frames.isOutside(sentence, maker) ? antecedentOf(syntax, maker) : undefined;
}

/** "Moss's warning of “grave harm”", "in the words of Moss": a noun for what is said that has an owner. */
export function owned(frames: Frames, sentence: number, noun: number): Cue | undefined {
  const syntax = frames.syntax(sentence);
  if (syntax.word(noun).upos !== 'NOUN' || !utterances.has(lowered(syntax.word(noun).lemma)))
    return undefined;
  const owner = syntax.children(noun, 'nmod:poss').find((at) => frames.isOutside(sentence, at));
  if (owner === undefined) return undefined;
  return {
    speaker: frames.phrase(sentence, owner),
    cue: { sentence, word: noun },
    listener: undefined,
    saying: plain,
  };
}

/** "according to Moss", "in the words of Moss", "in Moss's words". */
export function according(frames: Frames, sentence: number): Cue | undefined {
  const syntax = frames.syntax(sentence);
  for (const [at, word] of syntax.words.entries()) {
    if (!frames.isOutside(sentence, at)) continue;
    const form = lowered(word.form);
    const isWords =
      (form === 'words' || form === 'opinion' || form === 'view') &&
      lowered(syntax.words[Math.max(0, syntax.span(at).from)]?.form ?? '') === 'in';
    if (form !== 'according' && !isWords) continue;
    const source =
      form === 'according'
        ? sourceOf(syntax, at)
        : (syntax.child(at, 'nmod:poss') ?? syntax.child(at, 'nmod'));
    if (source === undefined || !isSpeaker(frames, sentence, source)) continue;
    return {
      speaker: ownerOrSelf(frames, sentence, source),
      cue: { sentence, word: at },
      listener: undefined,
      saying: plain,
    };
  }
  return undefined;
}

function sourceOf(syntax: Syntax, according: number): number | undefined {
  if (syntax.relationOf(according) === 'case') return syntax.headOf(according);
  return syntax.child(according, 'obl', 'nmod', 'obj');
}

/** Who is named before a colon at `colon`: the first phrase of the frame, or the owner of the words that it names. */
export function ownerOf(frames: Frames, sentence: number, colon: number): Cue | undefined {
  const syntax = frames.syntax(sentence);
  let start = colon;
  while (start > 0 && frames.isOutside(sentence, start - 1) && !/^[.;:!?]$/.test(syntax.word(start - 1).form))
    start--;
  for (let at = start; at < colon; at++) {
    const head = topOf(syntax, at);
    if (head < start || head >= colon || syntax.word(head).upos === 'PUNCT') continue;
    if (!isSpeaker(frames, sentence, head)) {
      if (/^(?:VERB|AUX|ADP)$/.test(syntax.word(head).upos)) return undefined;
      continue;
    }
    return {
      speaker: ownerOrSelf(frames, sentence, head),
      cue: undefined,
      listener: undefined,
      saying: plain,
    };
  }
  return undefined;
}

const listeners =
  /^(?:reporter|journalist|lawmaker|parliament|council|audience|crowd|supporter|mp|medium|media|press|nation|police|court|investigator|agency|newspaper|paper|channel|radio|television|tv|congress|senate|assembly|committee|ally|colleague|parent|family|friend|official|leader|people|voter|student|worker|staff|viewer|listener|fan|player|team|officer|judge|jury|prosecutor|minister|president|ambassador|public)$/;

/** Who is spoken to. */
function listenerOf(frames: Frames, sentence: number, verb: number, { listener }: Saying): Place | undefined {
  if (listener === 'none') return undefined;
  const syntax = frames.syntax(sentence);
  const isSomeone = (at: number) => {
    if (!frames.isOutside(sentence, at)) return false;
    const name = frames.nameAt(sentence, at);
    if (name !== undefined) return name.type === 'Person' || name.type === 'Organization';
    return syntax.word(at).xpos === 'PRP' || listeners.test(lowered(syntax.word(at).lemma));
  };
  const passive = syntax.child(verb, 'nsubj:pass');
  if (listener === 'object') {
    const told = passive ?? syntax.child(verb, 'iobj') ?? syntax.child(verb, 'obj');
    return told !== undefined && frames.isOutside(sentence, told) && isNominal(syntax, told)
      ? frames.phrase(sentence, told)
      : undefined;
  }
  const told = syntax
    .children(verb, 'obl')
    .find(
      (at) =>
        syntax.children(at, 'case').some((word) => lowered(syntax.word(word).form) === 'to') && isSomeone(at),
    );
  return told === undefined ? undefined : frames.phrase(sentence, told);
}
