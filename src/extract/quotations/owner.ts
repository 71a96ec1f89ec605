// Whose words a noun's are: "the ministry's statement", "according to Moss", "in the words of Moss", "Moss: “…”".
import type { Place } from '../article.ts';
import { anySaying, utterances } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import type { Cue } from './cue.ts';
import { type Frames, isNominal } from './frames.ts';
import { isSpeaker, topOf } from './speaker.ts';
import { antecedentOf } from './subject.ts';

/** The words of a statement are its owner's: "the ministry's statement said". */
export function ownerOrSelf(frames: Frames, sentence: number, head: number): Place {
  const owner = ownerAt(frames, sentence, head);
  return frames.phrase(sentence, owner ?? head);
}

function ownerAt(frames: Frames, sentence: number, noun: number): number | undefined {
  const syntax = frames.syntax(sentence);
  if (!utterances.has(syntax.word(noun).lemma.toLowerCase())) return undefined;
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
  if (syntax.word(noun).upos !== 'NOUN' || !utterances.has(syntax.word(noun).lemma.toLowerCase()))
    return undefined;
  const owner = syntax.children(noun, 'nmod:poss').find((at) => frames.isOutside(sentence, at));
  if (owner === undefined) return undefined;
  return {
    speaker: frames.phrase(sentence, owner),
    cue: { sentence, word: noun },
    listener: undefined,
    saying: anySaying,
  };
}

/** "according to Moss", "in the words of Moss", "in Moss's words". */
export function according(frames: Frames, sentence: number): Cue | undefined {
  const syntax = frames.syntax(sentence);
  for (const [at, word] of syntax.words.entries()) {
    if (!frames.isOutside(sentence, at)) continue;
    const form = word.form.toLowerCase();
    const isWords =
      (form === 'words' || form === 'opinion' || form === 'view') &&
      syntax.words[syntax.span(at).from]?.form.toLowerCase() === 'in';
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
      saying: anySaying,
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
      saying: anySaying,
    };
  }
  return undefined;
}
