// Under whose saying a quotation stands in its sentence's tree.
import type { Syntax } from '../syntax.ts';
import { type Cue, cueAt, cuesOf } from './cue.ts';
import type { Frames, Quoted } from './frames.ts';
import { according, owned } from './owner.ts';
import { first, last, type Said } from './said.ts';

/**
 * The verb of saying under which the quotation stands in its tree, or that stands beside it in parentheses. Of several the
 * innermost that someone says; an attitude ("wants", "discussed") or a thing ("this suggests") only where nobody says more.
 */
export function above(frames: Frames, quoted: Quoted): Said | undefined {
  const place = first(quoted);
  const { sentence } = place;
  const syntax = frames.syntax(sentence);
  const head = syntax.headWithin(place);
  const found: Said[] = [];
  const nouns: Said[] = [];
  let below = head;
  const aside = asideOf(frames, sentence, head);
  if (aside !== undefined) found.push(aside);
  for (const at of syntax.ancestors(head)) {
    // What is said follows its verb, or is a clause before it; the subject, or what stands beside it, is neither.
    const isSaid = at < place.from || /^(?:ccomp|parataxis|obj|dep)/.test(syntax.word(below).deprel);
    below = at;
    const beside = asideOf(frames, sentence, at);
    if (beside !== undefined) found.push(beside);
    if (!frames.isOutside(sentence, at)) continue;
    const cue = isSaid && !isSupposed(syntax, at) ? cueAt(frames, sentence, at) : undefined;
    if (cue !== undefined && cue.saying.quotes !== 'whole')
      found.push({
        ...cue,
        reason: `under “${syntax.word(at).form}”`,
        confidence: cue.saying.quotes === 'any' ? 0.9 : 0.8,
      });
    const noun = owned(frames, sentence, at);
    if (noun !== undefined)
      nouns.push({ ...noun, reason: `in the words of “${syntax.word(at).form}”`, confidence: 0.7 });
  }
  const says = found.filter(({ saying }) => saying.stance !== 'thinks' && saying.stance !== 'acts');
  const best =
    says.find((said) => frames.isSomeone(said.speaker) || isJudgement(frames, said)) ??
    says.find((said) => said.saying.quotes === 'any' && isSaidBySomeone(frames, said)) ??
    nouns[0] ??
    found.find((said) => frames.isSomeone(said.speaker));
  return nearer(frames, quoted, best) ?? best;
}

/** "if the rebels agree": nobody has said so yet. */
const isSupposed = (syntax: Syntax, verb: number): boolean =>
  syntax.children(verb, 'mark').some((at) => /^(?:if|unless)$/i.test(syntax.word(at).form));

/** What things do as well as people: "the deal promises", "this suggests". Of others a noun that isn't known will be someone. */
const impersonal = new Set(
  'suggest indicate signal hint promise underline underscore confirm reveal predict propose mean raise address exanySaying mention reflect demand summarize summarise read reject relate expect outline set-out lay-out express convey cite introduce back call-for refer depict portray forecast foresee threaten'.split(
    ' ',
  ),
);

/** Whether people, or what speaks for them, say what a verb says. */
function isSaidBySomeone(frames: Frames, { speaker, cue }: Cue): boolean {
  if (frames.isSomeone(speaker) || cue === undefined) return frames.isSomeone(speaker);
  const { lemma, xpos } = frames.syntax(cue.sentence).word(cue.word);
  return !impersonal.has(lemma) && xpos !== 'VB';
}

/** "the opposition called it a “disaster”", "what the report calls “ghosts”": nobody but people judges. */
function isJudgement(frames: Frames, said: Said): boolean {
  if (said.saying.stance !== 'judges' || said.cue === undefined || !isSaidBySomeone(frames, said))
    return false;
  const { sentence, word } = said.cue;
  const syntax = frames.syntax(sentence);
  const isInside = /^(?:acl:relcl|advcl:relcl|ccomp|csubj)/.test(syntax.word(word).deprel);
  return isInside || syntax.child(word, 'obj', 'xcomp') !== undefined;
}

/** "reported on it when he said it was “bad”": a verb between, just before the marks, of which the tree knows nothing said. */
function nearer(frames: Frames, quoted: Quoted, found: Said | undefined): Said | undefined {
  if (found?.cue === undefined) return undefined;
  const { sentence, from } = first(quoted);
  const syntax = frames.syntax(sentence);
  for (let at = from - 1; at > found.cue.word && frames.isOutside(sentence, at); at--) {
    if (syntax.word(at).form === ',' && at < from - 1) return undefined;
    if (!/^VB[DZPG]$/.test(syntax.word(at).xpos) || syntax.child(at, 'ccomp', 'xcomp', 'obj') !== undefined)
      continue;
    const cue = cueAt(frames, sentence, at);
    if (cue?.saying.quotes === 'any' && cue.saying.stance !== 'thinks' && frames.isSomeone(cue.speaker))
      return { ...cue, reason: `after “${syntax.word(at).form}”`, confidence: 0.7 };
  }
  return undefined;
}

/** "The bridge, Moss insisted, would be “safe”": a verb of saying beside the clause that holds the quotation. */
function asideOf(frames: Frames, sentence: number, clause: number): Said | undefined {
  const syntax = frames.syntax(sentence);
  for (const at of syntax.children(clause, 'parataxis', 'advcl', 'ccomp')) {
    if (!frames.isOutside(sentence, at) || !isAside(frames, sentence, at)) continue;
    const cue = cueAt(frames, sentence, at);
    if (cue?.saying.quotes)
      return { ...cue, reason: `“${syntax.word(at).form}” beside it`, confidence: 0.85 };
  }
  return undefined;
}

/** Whether a verb of saying stands in parentheses: between commas, or last, and with nothing said under it. */
function isAside(frames: Frames, sentence: number, at: number): boolean {
  const syntax = frames.syntax(sentence);
  if (syntax.child(at, 'ccomp', 'xcomp', 'obj') !== undefined) return false;
  const { from } = syntax.span(at);
  const isMarked = (word: number) => /^(?:PUNCT)$/.test(syntax.words[word]?.upos ?? 'PUNCT');
  // "and that they would answer for it": said itself.
  if (/^that$/i.test(syntax.words[syntax.child(at, 'mark') ?? -1]?.form ?? '')) return false;
  if (syntax.relationOf(at) === 'advcl')
    return syntax.child(at, 'mark') !== undefined && /^as$/i.test(syntax.word(from).form);
  return isMarked(from) || isMarked(from - 1);
}

/** "according to Moss", "in the words of Moss", anywhere in the sentence's frame. */
export function accordingTo(frames: Frames, quoted: Quoted): Said | undefined {
  for (const { sentence } of new Set([first(quoted), last(quoted)])) {
    const cue = according(frames, sentence);
    if (cue !== undefined) return { ...cue, reason: 'according to', confidence: 0.9 };
  }
  return undefined;
}

/** The nearest verb of saying before the marks in the sentence, where the tree has lost the thread. */
export function before(frames: Frames, quoted: Quoted): Said | undefined {
  const { sentence, from } = first(quoted);
  const cue = cuesOf(frames, sentence).findLast(({ cue }) => cue !== undefined && cue.word < from);
  if (cue?.cue === undefined || cue.saying.quotes !== 'any' || cue.saying.stance === 'thinks')
    return undefined;
  const { words } = frames.syntax(sentence);
  const { xpos, deprel } = words[cue.cue.word] as (typeof words)[number];
  // "a plan published by Reyes", "to say": no one speaks up.
  if (xpos === 'VB' || (xpos === 'VBN' && deprel.startsWith('acl')) || !isSaidBySomeone(frames, cue))
    return undefined;
  const isCut = words.some(
    ({ form }, at) =>
      at > (cue.cue?.word ?? 0) &&
      at < from &&
      frames.isOutside(sentence, at) &&
      /^(?:;|while|whereas|although|though|but)$/i.test(form),
  );
  return isCut ? undefined : { ...cue, reason: `after “${words[cue.cue.word]?.form}”`, confidence: 0.6 };
}
