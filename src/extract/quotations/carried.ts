// A quotation without a verb of its own: who spoke just before goes on.

import { anySaying } from '../rules/speech.ts';
import { cuesOf } from './cue.ts';
import type { Frames, Quoted } from './frames.ts';
import { first, last, type Said } from './said.ts';

/** A quotation that nobody is named for: who spoke just before goes on, in the same paragraph or from the one before. */
export function carried(
  frames: Frames,
  quoted: Quoted,
  index: number,
  found: readonly (Said | undefined)[],
  extents: readonly string[],
): Said | undefined {
  const { sentence } = first(quoted);
  const previous = frames.quoted[index - 1];
  const said = found[index - 1];
  if (quoted.continues)
    return said === undefined
      ? undefined
      : { ...said, reason: 'continued from the paragraph before', confidence: said.confidence };
  // A line of its own without a full stop is a heading, and what stands after words of the report is theirs to exanySaying.
  if (!opensSentence(frames, quoted) || frames.article.trees[sentence]?.kind === 'headline') return undefined;
  const paragraph = frames.paragraph(sentence);
  const gap = previous === undefined ? Number.POSITIVE_INFINITY : sentence - last(previous).sentence;
  if (
    previous !== undefined &&
    said !== undefined &&
    frames.paragraph(last(previous).sentence) === paragraph &&
    gap <= 2
  )
    return { ...said, reason: 'goes on in the same paragraph', confidence: said.confidence * 0.9 };
  const introduced = introducedBy(frames, sentence - 1, paragraph);
  if (introduced !== undefined) return introduced;
  const next = frames.quoted[index + 1];
  const following = found[index + 1];
  if (
    next !== undefined &&
    following !== undefined &&
    first(next).sentence - last(quoted).sentence <= 1 &&
    frames.paragraph(first(next).sentence) === paragraph
  )
    return {
      ...following,
      reason: 'named with the next words quoted',
      confidence: following.confidence * 0.8,
    };
  if (previous !== undefined && said !== undefined && extents[index - 1] === 'whole' && gap <= 1)
    return { ...said, reason: 'goes on from the paragraph before', confidence: said.confidence * 0.8 };
  return undefined;
}

const opensSentence = (frames: Frames, quoted: Quoted): boolean => {
  const { sentence, from } = first(quoted);
  return frames
    .syntax(sentence)
    .words.slice(0, from)
    .every(({ upos }) => /^(?:CCONJ|PUNCT|ADV)$/.test(upos));
};

/** "Moss was blunt. “We lost.”": who speaks in, or is the subject of, the sentence before. */
function introducedBy(frames: Frames, sentence: number, paragraph: number): Said | undefined {
  if (sentence < 0 || frames.article.trees[sentence]?.kind !== 'prose') return undefined;
  const syntax = frames.syntax(sentence);
  const isSame = frames.paragraph(sentence) === paragraph;
  if (!isSame && paragraph - frames.paragraph(sentence) > 1) return undefined;
  const root = syntax.words.findIndex(({ head }) => head === 0);
  const cue = cuesOf(frames, sentence).findLast(
    ({ saying, cue }) => saying.quotes && (cue?.word === root || isUnder(frames, sentence, cue?.word, root)),
  );
  const isAnnouncement = syntax.words.at(-1)?.form === ':';
  if (cue !== undefined)
    return { ...cue, reason: 'spoke in the sentence before', confidence: isAnnouncement ? 0.9 : 0.7 };
  if (!isSame && !isAnnouncement) return undefined;
  const subject = syntax.child(root, 'nsubj');
  if (subject === undefined || !frames.isOutside(sentence, subject)) return undefined;
  const speaker = frames.phrase(sentence, subject);
  const isSomeone =
    /^(?:he|she|i|they)$/i.test(syntax.word(subject).form) ||
    frames.nameAt(sentence, subject)?.type === 'Person';
  return isSomeone
    ? {
        speaker,
        cue: undefined,
        listener: undefined,
        saying: anySaying,
        reason: 'subject of the sentence before',
        confidence: 0.5,
      }
    : undefined;
}

function isUnder(frames: Frames, sentence: number, word: number | undefined, root: number): boolean {
  if (word === undefined) return false;
  const syntax = frames.syntax(sentence);
  return syntax.headOf(word) === root && /^(?:conj|advcl|parataxis)$/.test(syntax.relationOf(word));
}
