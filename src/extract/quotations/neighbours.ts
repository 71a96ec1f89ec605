// What stands just before and just after a quotation: "Moss said: “…”", "“…,” said Moss", "“…” — Ana Moss".

import { anySaying } from '../rules/speech.ts';
import { type Cue, cueAt } from './cue.ts';
import type { Frames, Quoted } from './frames.ts';
import { ownerOf } from './owner.ts';
import { first, last, type Said } from './said.ts';

/** "Moss said: “…”", "Moss told Reyes, “…”": the nearest verb of saying before the marks, with nothing said between. */
export function announced(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, from } = first(quoted);
  const { words } = frames.syntax(sentence);
  const mark = words[from - 1]?.form;
  const isAnnounced = mark === ':' || mark === ',' || mark === '—' || mark === '–';
  for (let at = from - 1; at >= 0 && frames.isOutside(sentence, at); at--) {
    const cue = cueAt(frames, sentence, at);
    if (cue !== undefined && (isAnnounced || at === from - 1) && covers(frames, sentence, at, from))
      return { ...cue, reason: `announced by “${words[at]?.form}”`, confidence: mark === ':' ? 0.95 : 0.9 };
    // Another clause between: the verb announces something else.
    if (cue !== undefined || (mark !== ':' && from - at > NEAR)) return undefined;
  }
  return undefined;
}

/** In words, between a verb of saying and what it announces: "told reporters in Lima on Friday, “…”". */
const NEAR = 16;

/** Whether nothing but objects and adverbials stands between a verb and the quotation that it announces. */
function covers(frames: Frames, sentence: number, verb: number, from: number): boolean {
  const { words } = frames.syntax(sentence);
  for (let at = verb + 1; at < from; at++) {
    const { upos, xpos } = words[at] as (typeof words)[number];
    if (xpos === 'MD' || (upos === 'VERB' && /^VB[DZP]$/.test(xpos))) return false;
  }
  return true;
}

/** "“…,” said Moss", "“…,” the minister told Reyes": the first verb of saying after the marks. */
export function afterwards(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, to } = last(quoted);
  const { words } = frames.syntax(sentence);
  const opens = words[to]?.form;
  if (opens === ';' || opens === ':' || opens === '(') return undefined;
  for (let at = to; at < words.length && at < to + FAR && frames.isOutside(sentence, at); at++) {
    const cue = isBase(frames, sentence, at) ? undefined : cueAt(frames, sentence, at, { after: to });
    if (cue === undefined) continue;
    if (cue.saying.stance === 'acts' && cue.saying.quotes === 'part') return undefined;
    const speaker = cue.speaker;
    // The speaker stands between the marks and the verb, or after the verb.
    if (speaker.sentence !== sentence || speaker.from < to) return undefined;
    return { ...cue, reason: `followed by “${words[at]?.form}”`, confidence: 0.95 };
  }
  return undefined;
}

/** In words, from the marks to the verb: a long apposition may stand between. */
const FAR = 40;

/** Whether a verb stands bare: "tank think", "to say". */
const isBase = (frames: Frames, sentence: number, at: number): boolean => {
  const syntax = frames.syntax(sentence);
  return syntax.word(at).xpos === 'VB' && syntax.child(at, 'aux') === undefined;
};

/** "“Open the door!” | an officer shouts.": the verb of saying that was taken for a sentence of its own. */
export function severed(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, to } = last(quoted);
  const next = sentence + 1;
  if (to < frames.syntax(sentence).words.length || next >= frames.article.trees.length) return undefined;
  if (frames.paragraph(next) !== frames.paragraph(sentence)) return undefined;
  const syntax = frames.syntax(next);
  for (let at = 0; at < Math.min(syntax.words.length, SHORT) && frames.isOutside(next, at); at++) {
    if (syntax.word(at).upos !== 'VERB') continue;
    const isBare =
      syntax.child(at, 'ccomp', 'xcomp') === undefined &&
      (syntax.child(at, 'obj') === undefined || /^(?:tell|ask)$/.test(syntax.word(at).lemma));
    const cue = isBare && /^VB[DZP]$/.test(syntax.word(at).xpos) ? cueAt(frames, next, at) : undefined;
    if (cue === undefined || cue.saying.quotes === 'part') return undefined;
    return { ...cue, reason: `followed by “${syntax.word(at).form}”`, confidence: 0.85 };
  }
  return undefined;
}

/** In words: where the verb of such a sentence stands at the latest. */
const SHORT = 8;

/** "Moss: “…”", "Moss’s words: “…”", "Moss on the bridge: “…”". */
export function labelled(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, from } = first(quoted);
  const { words } = frames.syntax(sentence);
  if (words[from - 1]?.form !== ':') return undefined;
  const owner = ownerOf(frames, sentence, from - 1) ?? subjectBefore(frames, sentence, from - 1);
  return owner === undefined ? undefined : { ...owner, reason: 'named before a colon', confidence: 0.8 };
}

/** "Moss had the same thought: “…”": whoever the clause before the colon is about. */
function subjectBefore(frames: Frames, sentence: number, colon: number): Cue | undefined {
  const syntax = frames.syntax(sentence);
  for (let at = colon - 1; at >= 0; at--) {
    if (!frames.isOutside(sentence, at) || !syntax.word(at).deprel.startsWith('nsubj')) continue;
    const verb = syntax.headOf(at);
    if (verb === undefined || !frames.isOutside(sentence, verb) || /^acl/.test(syntax.word(verb).deprel))
      continue;
    const speaker = frames.phrase(sentence, at);
    const isPerson =
      syntax.word(at).deprel === 'nsubj' &&
      (frames.nameAt(sentence, at)?.type === 'Person' || /^(?:he|she|they)$/i.test(syntax.word(at).form));
    return isPerson ? { speaker, cue: undefined, listener: undefined, saying: anySaying } : undefined;
  }
  return undefined;
}

/** "“Fine,” Moss nodded": after a comma inside the marks any verb will do. */
export function unlisted(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, to } = last(quoted);
  const syntax = frames.syntax(sentence);
  const inner = syntax.words.slice(0, to).findLast(({ form }) => !/^["'“”‘’«»]+$/.test(form))?.form ?? '';
  if (!/^(?:,|\?|!|—|–|-)$/.test(inner)) return undefined;
  for (let at = to; at < syntax.words.length && at < to + NEAR && frames.isOutside(sentence, at); at++) {
    const { xpos } = syntax.word(at);
    if (!/^VB[DZP]$/.test(xpos)) continue;
    const cue = cueAt(frames, sentence, at, { any: true, after: to });
    return cue === undefined || cue.speaker.from < to
      ? undefined
      : { ...cue, reason: 'before any verb', confidence: 0.5 };
  }
  return undefined;
}

/** "“Keep going.” — Ana Moss": a name, and no verb, after the marks. */
export function signed(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, to } = last(quoted);
  const isCut = to >= frames.syntax(sentence).words.length;
  const at = isCut ? { sentence: sentence + 1, from: 0 } : { sentence, from: to };
  if (at.sentence >= frames.article.trees.length || at.sentence - sentence > 1) return undefined;
  const rest = frames.syntax(at.sentence).words.slice(at.from, at.from + NEAR);
  const isDashed = /^(?:—|–|-|--|―|~)$/.test(rest[0]?.form ?? '');
  if (!isDashed || rest.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined;
  const name = frames.nameFrom(at.sentence, at.from + 1);
  if (name === undefined) return undefined;
  const speaker = { sentence: at.sentence, from: name.from, to: name.to };
  return {
    speaker,
    cue: undefined,
    listener: undefined,
    saying: anySaying,
    reason: 'signed',
    confidence: 0.8,
  };
}
