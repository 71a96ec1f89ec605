// The word that heads whoever does a verb's saying: by the tree where that holds, by the neighbours where it doesn't.

import { sayingOf } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { type Frames, isNominal } from './frames.ts';
import { subjectOf } from './subject.ts';

/** The head of the phrase that does a verb's saying. */
export function speakerOf(frames: Frames, sentence: number, verb: number): number | undefined {
  const syntax = frames.syntax(sentence);
  const found = subjectOf(syntax, verb, 0);
  if (found === 'nobody') return undefined;
  if (found !== undefined && isSpeaker(frames, sentence, found)) return found;
  return (
    besides(frames, sentence, verb) ??
    (syntax.word(verb).xpos === 'VBG' ? sayerBefore(frames, sentence, verb) : undefined)
  );
}

/** Whoever stands between the marks and the verb: a person named at once, else the tree's subject, else the first phrase. */
export function afterMarks(
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
export function isSpeaker(frames: Frames, sentence: number, at: number): boolean {
  const syntax = frames.syntax(sentence);
  const { xpos, form } = syntax.word(at);
  if (!frames.isOutside(sentence, at)) return false;
  if (/^(?:this|that|these|there|what|which|nothing|something|everything|anything|you)$/i.test(form))
    return false;
  return (
    isNominal(syntax, at) ||
    xpos === 'DT' ||
    xpos === 'CD' ||
    (xpos === 'JJ' && syntax.child(at, 'det') !== undefined)
  );
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
  // "the ambassador, Ana Moss, accused Lima of “theft”"
  const apposed = frames.nameBefore(sentence, verb);
  if (apposed !== undefined) return syntax.headWithin(apposed);
  const start =
    verb - 1 < 0 || !frames.isOutside(sentence, verb - 1) || syntax.word(verb - 1).upos === 'PUNCT';
  if (!start) return undefined;
  at = verb + 1;
  while (at < syntax.words.length && /^(?:DET|ADJ|ADV|NUM)$/.test(syntax.word(at).upos)) at++;
  return at < syntax.words.length && isSpeaker(frames, sentence, at)
    ? topOf(syntax, ownedBy(syntax, at))
    : undefined;
}

/** "said his lawyer", "said Moss’s lawyer": the lawyer. */
const ownedBy = (syntax: Syntax, at: number): number =>
  syntax.word(at).deprel === 'nmod:poss' ? (syntax.headOf(at) ?? at) : at;

/** Whether a noun stands in a phrase after a preposition. */
const isGoverned = (syntax: Syntax, at: number): boolean =>
  syntax.child(topOf(syntax, at), 'case') !== undefined;

/** The head of the run of nouns that a word belongs to. */
export function topOf(syntax: Syntax, at: number): number {
  const head = syntax.headOf(at);
  return head !== undefined && /^(?:compound|flat|nmod:desc|amod|det)/.test(syntax.word(at).deprel)
    ? topOf(syntax, head)
    : at;
}
