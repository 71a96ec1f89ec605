// Verbs of saying in a sentence: who says, who is spoken to. Who does a verb's saying is the matter of speaker.ts.
import type { Place, Quotation } from '../article.ts';
import { anySaying, type Saying, sayingOf } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { type Frames, isNominal } from './frames.ts';
import { ownerOrSelf } from './owner.ts';
import { afterMarks, speakerOf } from './speaker.ts';
import { isModal } from './subject.ts';

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
  if (form.toLowerCase() === 'according') return undefined;
  if (upos !== 'VERB' && !(xpos.startsWith('VB') && sayingOf.has(lemma))) return undefined;
  // "a think tank", "the said bridge".
  if (/^(?:compound|amod|nmod|case|fixed)$/.test(syntax.word(at).deprel)) return undefined;
  const saying =
    sayingOf.get(verbOf(syntax, at)) ??
    sayingOf.get(lemma) ??
    (any || isQuoting(syntax, at) ? anySaying : undefined);
  if (saying === undefined) return undefined;
  // "may assume it is “unexanySayinged”": nobody has thought so yet.
  if (saying.stance === 'thinks' && isModal(syntax, at)) return undefined;
  const found = speakerOf(frames, sentence, at);
  const head = after === undefined ? found : afterMarks(frames, sentence, after, at, found);
  if (head === undefined) return undefined;
  const speaker = ownerOrSelf(frames, sentence, head);
  return { speaker, cue: { sentence, word: at }, listener: listenerOf(frames, sentence, at, saying), saying };
}

/** "was quoted as saying", "put it", "took to … to": verbs that say only in company. */
const isQuoting = (syntax: Syntax, at: number): boolean => {
  const { lemma } = syntax.word(at);
  return (
    lemma === 'quote' ||
    (lemma === 'put' &&
      syntax.children(at, 'obj').some((word) => syntax.word(word).form.toLowerCase() === 'it'))
  );
};

/** The lemma with its particle. */
function verbOf(syntax: Syntax, at: number): string {
  const particle = syntax.child(at, 'compound:prt');
  return particle === undefined
    ? syntax.word(at).lemma
    : `${syntax.word(at).lemma}-${syntax.word(particle).lemma}`;
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
    return syntax.word(at).xpos === 'PRP' || listeners.test(syntax.word(at).lemma.toLowerCase());
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
        syntax.children(at, 'case').some((word) => syntax.word(word).form.toLowerCase() === 'to') &&
        isSomeone(at),
    );
  return told === undefined ? undefined : frames.phrase(sentence, told);
}
