// Names in quotation marks: of works, operations, people. Nobody says them.
import { cueAt } from './cue.ts';
import type { Frames, Quoted } from './frames.ts';
import { first } from './said.ts';

/** The name of a work, an event or a person in marks: every word of weight has a capital. */
export function isTitle(frames: Frames, quoted: Quoted): boolean {
  if (followsCue(frames, quoted)) return false;
  const { sentence, from, to } = first(quoted);
  const words = frames
    .syntax(sentence)
    .words.slice(from, to)
    .filter(({ form }) => /\p{L}/u.test(form));
  const weighty = words.filter(({ form }) => !small.test(form));
  const before = frames.syntax(sentence).words[from - 1]?.form ?? '';
  const isNamed =
    /^(?:titled|entitled|film|movie|book|novel|song|album|single|show|series|play|documentary|called|named|nicknamed)$/i.test(
      before,
    );
  return (
    weighty.length > 0 &&
    (weighty.length > 1 || isNamed || words.length > 1) &&
    weighty.every(({ form }) => /^[\p{Lu}\p{N}]/u.test(form))
  );
}

/** "chanting “Death to Kings”": a verb of saying just before the marks tells words from titles. */
function followsCue(frames: Frames, quoted: Quoted): boolean {
  const { sentence, from } = first(quoted);
  const cue =
    from > 0 && frames.isOutside(sentence, from - 1) ? cueAt(frames, sentence, from - 1) : undefined;
  return cue?.saying.quotes === 'any';
}

const small = /^(?:a|an|the|of|to|in|on|at|by|for|and|or|but|with|from|s|’s|'s|n't|as|is)$/i;
