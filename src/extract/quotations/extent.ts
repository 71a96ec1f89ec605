// Whether a quotation is someone's sentence or words inside a sentence of the report.
import type { TreeWord } from '../../text/index.ts';
import { sayingOf } from '../rules/speech.ts';
import type { Frames, Quoted } from './frames.ts';

/** Whether it holds a clause: a finite verb with its subject, or a sentence that begins as one and is closed as one. */
export function isWhole(frames: Frames, { places, isOpen }: Quoted): boolean {
  const [place, ...more] = places.filter(({ sentence, from, to }) =>
    frames
      .syntax(sentence)
      .words.slice(from, to)
      .some(({ form }) => /[\p{L}\p{N}]/u.test(form)),
  );
  if (place === undefined) return false;
  if (more.length > 0) return true;
  const { sentence, from, to } = place;
  const syntax = frames.syntax(sentence);
  const content = syntax.words.slice(from, to);
  const letters = content.findIndex(({ form }) => /[\p{L}\p{N}]/u.test(form));
  const end = content.findLast(({ form }) => !marks.test(form))?.form ?? '';
  const before = from === 0 ? '' : syntax.word(from - 1).form;
  const opens =
    /^[\p{Lu}\p{N}]/u.test(content[letters]?.form ?? '') &&
    (from === 0 || /^[,:—–-]$|^["“”]$/.test(before) || isSaying(syntax.words[from - 1]));
  const isSentence = isOpen || /^(?:[.!?…]|\.{3})$/.test(end);
  // "“Not now,” said Moss", "Moss: “Not now”".
  const isTaken = before === ':' || (end === ',' && (from === 0 || before === ','));
  const isClosed = isOpen || /^(?:[.,!?…]|\.{3}|—|–|-|--)$/.test(end) || to >= syntax.words.length - 1;
  if (opens && isClosed && (isSentence || isTaken || hasFinite(frames, sentence, from, to))) return true;
  return hasClause(frames, sentence, from, to);
}

const marks = /^["'“”‘’«»„‹›]+$|^''$|^``$/;

const isSaying = (word: TreeWord | undefined): boolean => word?.upos === 'VERB' && sayingOf.has(word.lemma);

function hasFinite(frames: Frames, sentence: number, from: number, to: number): boolean {
  const { words } = frames.syntax(sentence);
  return words.slice(from, to).some(({ xpos }) => /^(?:VB[DZP]?|MD)$/.test(xpos));
}

/** A finite verb and its subject, both inside, that are no relative or subordinate clause. */
function hasClause(frames: Frames, sentence: number, from: number, to: number): boolean {
  const syntax = frames.syntax(sentence);
  const isIn = (at: number | undefined) => at !== undefined && from <= at && at < to;
  for (let at = from; at < to; at++) {
    const subject = syntax.child(at, 'nsubj', 'expl', 'csubj');
    if (!isIn(subject) || /^(?:acl|advcl)/.test(syntax.word(at).deprel)) continue;
    if (
      syntax.child(at, 'mark') !== undefined &&
      isIn(syntax.child(at, 'mark')) &&
      syntax.child(at, 'mark') !== undefined &&
      (syntax.headOf(at) === undefined || isIn(syntax.headOf(at)))
    )
      continue;
    const finite = [at, ...syntax.children(at, 'aux', 'cop')].some(
      (word) => isIn(word) && /^(?:VB[DZP]|MD)$/.test(syntax.word(word).xpos),
    );
    const inner = syntax.headOf(at);
    if (finite && !(isIn(inner) && from > 0 && hasOuterSubject(syntax, inner as number, from, to)))
      return true;
  }
  return false;
}

/** Whether the verb's subject stands outside of the marks: "Moss “hopes that they win”" is part of a sentence. */
function hasOuterSubject(
  syntax: ReturnType<Frames['syntax']>,
  at: number,
  from: number,
  to: number,
): boolean {
  const subject = syntax.child(at, 'nsubj');
  return subject !== undefined && (subject < from || subject >= to);
}
