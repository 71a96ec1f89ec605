// Whose words each quotation is: the rules in the order in which they are asked. Who does the saying of a verb is the matter of
// cue.ts.
import type { Place, Quotation } from '../article.ts';
import { according, type Cue, cueAt, cuesOf, owned, ownerOf } from './cue.ts';
import { isWhole } from './extent.ts';
import type { Frames, Quoted } from './frames.ts';

/** Who says a quotation and how that is known. */
interface Said extends Cue {
  readonly reason: string;
  /** 0–1. */
  readonly confidence: number;
}

/** A quotation each of `frames.quoted`, in order. */
export function attribute(frames: Frames): Quotation[] {
  const extents = frames.quoted.map((quoted) => (isWhole(frames, quoted) ? 'whole' : 'part'));
  const found: (Said | undefined)[] = frames.quoted.map((quoted, i) =>
    extents[i] === 'whole' ? ofWhole(frames, quoted) : ofPart(frames, quoted),
  );
  frames.quoted.forEach((quoted, i) => {
    if (found[i] === undefined && extents[i] === 'whole')
      found[i] = carried(frames, quoted, i, found, extents);
  });
  return frames.quoted.map(({ start, end }, i): Quotation => {
    const said = found[i];
    return {
      start,
      end,
      speaker: said?.speaker,
      cue: said?.cue,
      listener: said?.listener,
      extent: extents[i] as Quotation['extent'],
      ...(said === undefined ? {} : { reason: said.reason, confidence: said.confidence }),
    };
  });
}

/** Someone's sentence: what stands just before and just after it tells more than the tree, which long quotations break. */
function ofWhole(frames: Frames, quoted: Quoted): Said | undefined {
  return (
    announced(frames, quoted) ??
    afterwards(frames, quoted) ??
    severed(frames, quoted) ??
    above(frames, quoted) ??
    accordingTo(frames, quoted) ??
    before(frames, quoted) ??
    labelled(frames, quoted) ??
    unlisted(frames, quoted) ??
    signed(frames, quoted)
  );
}

/** Words quoted inside a sentence of the report: the tree tells under whose saying they stand. */
function ofPart(frames: Frames, quoted: Quoted): Said | undefined {
  if (isTitle(frames, quoted) && !followsCue(frames, quoted)) return undefined;
  return (
    above(frames, quoted) ?? accordingTo(frames, quoted) ?? before(frames, quoted) ?? labelled(frames, quoted)
  );
}

const first = ({ places }: Quoted): Place => places[0] as Place;
const last = ({ places }: Quoted): Place => places.at(-1) as Place;

/** "Moss said: “…”", "Moss told Reyes, “…”": the nearest verb of saying before the marks, with nothing said between. */
function announced(frames: Frames, quoted: Quoted): Said | undefined {
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
function afterwards(frames: Frames, quoted: Quoted): Said | undefined {
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

/** Whether a verb stands bare: "tank think", "to say". */
const isBase = (frames: Frames, sentence: number, at: number): boolean => {
  const syntax = frames.syntax(sentence);
  return syntax.word(at).xpos === 'VB' && syntax.child(at, 'aux') === undefined;
};

/** "“Open the door!” | an officer shouts.": the verb of saying that was taken for a sentence of its own. */
function severed(frames: Frames, quoted: Quoted): Said | undefined {
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

/** In words, from the marks to the verb: a long apposition may stand between. */
const FAR = 40;

/**
 * The verb of saying under which the quotation stands in its tree, or that stands beside it in parentheses. Of several the
 * innermost that someone says; an attitude ("wants", "discussed") or a thing ("this suggests") only where nobody says more.
 */
function above(frames: Frames, quoted: Quoted): Said | undefined {
  const place = first(quoted);
  const { sentence } = place;
  const syntax = frames.syntax(sentence);
  const head = syntax.headWithin(place);
  const found: Said[] = [];
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
    const cue = isSaid ? cueAt(frames, sentence, at) : undefined;
    if (cue !== undefined && cue.saying.quotes !== 'whole')
      found.push({
        ...cue,
        reason: `under “${syntax.word(at).form}”`,
        confidence: cue.saying.quotes === 'any' ? 0.9 : 0.8,
      });
    const noun = owned(frames, sentence, at);
    if (noun !== undefined)
      found.push({ ...noun, reason: `in the words of “${syntax.word(at).form}”`, confidence: 0.7 });
  }
  const says = found.filter(({ saying }) => saying.stance !== 'thinks' && saying.stance !== 'acts');
  const best =
    says.find((said) => frames.isSomeone(said.speaker)) ??
    says.find((said) => said.saying.quotes === 'any' && isSaidBySomeone(frames, said)) ??
    found.find((said) => frames.isSomeone(said.speaker));
  return nearer(frames, quoted, best) ?? best;
}

/** What things do as well as people: "the deal promises", "this suggests". Of others a noun that isn't known will be someone. */
const impersonal = new Set(
  'suggest indicate signal hint promise underline underscore confirm reveal predict propose mean raise address explain mention reflect demand summarize summarise read reject relate expect'.split(
    ' ',
  ),
);

/** Whether people, or what speaks for them, say what a verb says. */
function isSaidBySomeone(frames: Frames, { speaker, cue }: Cue): boolean {
  if (frames.isSomeone(speaker) || cue === undefined) return frames.isSomeone(speaker);
  const { lemma, xpos } = frames.syntax(cue.sentence).word(cue.word);
  return !impersonal.has(lemma) && xpos !== 'VB';
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
  if (syntax.relationOf(at) === 'advcl')
    return syntax.child(at, 'mark') !== undefined && /^as$/i.test(syntax.word(from).form);
  return isMarked(from) || isMarked(from - 1);
}

/** "according to Moss", "in the words of Moss", anywhere in the sentence's frame. */
function accordingTo(frames: Frames, quoted: Quoted): Said | undefined {
  for (const { sentence } of new Set([first(quoted), last(quoted)])) {
    const cue = according(frames, sentence);
    if (cue !== undefined) return { ...cue, reason: 'according to', confidence: 0.9 };
  }
  return undefined;
}

/** The nearest verb of saying before the marks in the sentence, where the tree has lost the thread. */
function before(frames: Frames, quoted: Quoted): Said | undefined {
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

/** "Moss: “…”", "Moss’s words: “…”", "Moss on the bridge: “…”". */
function labelled(frames: Frames, quoted: Quoted): Said | undefined {
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
    return isPerson ? { speaker, cue: undefined, listener: undefined, saying: nothing } : undefined;
  }
  return undefined;
}

/** "“Fine,” Moss nodded": after a comma inside the marks any verb will do. */
function unlisted(frames: Frames, quoted: Quoted): Said | undefined {
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
function signed(frames: Frames, quoted: Quoted): Said | undefined {
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
  return { speaker, cue: undefined, listener: undefined, saying: nothing, reason: 'signed', confidence: 0.8 };
}

/** A quotation that nobody is named for: who spoke just before goes on, in the same paragraph or from the one before. */
function carried(
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
  // A line of its own without a full stop is a heading, and what stands after words of the report is theirs to explain.
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
        saying: nothing,
        reason: 'subject of the sentence before',
        confidence: 0.5,
      }
    : undefined;
}

const nothing = { verbs: '', stance: 'says', listener: 'none', quotes: 'any', examples: [] } as const;

function isUnder(frames: Frames, sentence: number, word: number | undefined, root: number): boolean {
  if (word === undefined) return false;
  const syntax = frames.syntax(sentence);
  return syntax.headOf(word) === root && /^(?:conj|advcl|parataxis)$/.test(syntax.relationOf(word));
}

/** "chanting “Death to Kings”": a verb of saying just before the marks tells words from titles. */
function followsCue(frames: Frames, quoted: Quoted): boolean {
  const { sentence, from } = first(quoted);
  const cue =
    from > 0 && frames.isOutside(sentence, from - 1) ? cueAt(frames, sentence, from - 1) : undefined;
  return cue?.saying.quotes === 'any';
}

const small = /^(?:a|an|the|of|to|in|on|at|by|for|and|or|but|with|from|s|’s|'s|n't|as|is)$/i;

/** The name of a work, an event or a person in marks: every word of weight has a capital. */
function isTitle(frames: Frames, quoted: Quoted): boolean {
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
