// Whose word a clause is: reported speech over the tree, "according to", "Moscow, he pledged, would", and quotations.
import type { Quotation } from '../article.ts';
import { eventControl, nounControl, objectControl } from '../rules/control.ts';
import { quotingVerbs, speechVerbs } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { verbOf } from './predications.ts';
import { calledFor, isPassive, listOf, subjectOf } from './subjects.ts';

/** Someone who says so: heads of the phrases in a sentence that name them. Empty: "it is said". */
export interface Speech {
  readonly sentence: number;
  readonly words: readonly number[];
  /** The verb (or "according") that makes it speech. */
  readonly cue: number;
  readonly stance: 'says' | 'denies' | 'thinks' | 'demands';
  /** Whether the words are no speech but a wish that someone voices: "expressed readiness to". */
  readonly voiced?: true;
}

/** Who says what stands at a word, nearest first; empty where the report itself does. */
export type SpeakersOf = (sentence: number, word: number) => readonly Speech[];

/** Cost: linear to make; each question as deep as its tree. */
export function speakersOf(
  trees: readonly Syntax[],
  quotations: readonly Quotation[],
  offsetOf: OffsetOf,
): SpeakersOf {
  const asides = trees.map((syntax, sentence) => asidesOf(syntax, sentence));
  return (sentence, word) => {
    const syntax = trees[sentence] as Syntax;
    const said = spokenAbove(syntax, sentence, word, asides[sentence] ?? []);
    const quoted = quotedBy(trees, quotations, offsetOf(sentence, word));
    if (quoted === undefined) return said;
    // The tree may know the same speaker, or one inside the quotation ("“He says …,” Moss said").
    const known = said.some((speech) => speech.sentence === quoted.sentence && speech.cue === quoted.cue);
    const same = said.some(
      ({ words, sentence: at }) => at === quoted.sentence && words.some((w) => quoted.words.includes(w)),
    );
    // "told the paper", where the tree sees no one who tells.
    if (known)
      return said.map((speech) => (speech.cue === quoted.cue && speech.words.length === 0 ? quoted : speech));
    return same ? said : [...said, quoted];
  };
}

type OffsetOf = (sentence: number, word: number) => number;

function quotedBy(
  trees: readonly Syntax[],
  quotations: readonly Quotation[],
  offset: number,
): Speech | undefined {
  const quotation = quotations.find(({ start, end }) => start <= offset && offset < end);
  if (quotation?.speaker === undefined) return undefined;
  const { speaker, cue } = quotation;
  const syntax = trees[speaker.sentence] as Syntax;
  const head = syntax.headWithin(speaker);
  return {
    sentence: speaker.sentence,
    words: [head],
    cue: cue !== undefined && cue.sentence === speaker.sentence ? cue.word : head,
    stance: 'says',
  };
}

/** Speech that stands beside what is said: its verb or preposition, and the clause that it covers. */
interface Aside extends Speech {
  readonly covers: number;
  /** The aside's own words, which nobody but the report says. */
  readonly own: number;
}

function asidesOf(syntax: Syntax, sentence: number): Aside[] {
  return syntax.words.flatMap((_, at): Aside[] => {
    const aside = parenthetic(syntax, at) ?? according(syntax, at) ?? opining(syntax, at);
    return aside === undefined ? [] : [{ ...aside, sentence }];
  });
}

/** "Moscow, he pledged, would propose"; "…, as Moss put it". */
function parenthetic(syntax: Syntax, verb: number): Omit<Aside, 'sentence'> | undefined {
  const { lemma, upos, deprel } = syntax.word(verb);
  const head = syntax.headOf(verb);
  if (upos !== 'VERB' || head === undefined || !(quotingVerbs.has(lemma) || lemma === 'put'))
    return undefined;
  const as = syntax.children(verb, 'mark').some((mark) => syntax.word(mark).lemma === 'as');
  const beside = /^(?:parataxis|acl:relcl|advcl|discourse|ccomp|conj|dep)/.test(deprel);
  if (!beside || syntax.child(verb, 'ccomp', 'xcomp') !== undefined || (lemma === 'put' && !as))
    return undefined;
  if (!as && syntax.child(verb, 'mark') !== undefined) return undefined;
  const subject = syntax.child(verb, 'nsubj');
  if (/^(?:ccomp|parataxis)$/.test(deprel) && isSaid(syntax, verb, head)) return undefined;
  if (subject === undefined || /^W/.test(syntax.word(subject).xpos)) return undefined;
  const { from } = syntax.span(verb);
  const mark = [syntax.words[from], syntax.words[from - 1]].find((word) => word?.upos === 'PUNCT');
  // "Moss advised Acme; Lund was advised by Reyes": what follows says something of its own.
  if (mark?.form === ';') return undefined;
  const before = mark !== undefined;
  if (!as && (!before || deprel === 'conj' || syntax.child(verb, 'obj') !== undefined)) return undefined;
  const covers = clauseAbove(syntax, head);
  return {
    ...speakerOf(syntax, verb),
    cue: verb,
    stance: speechVerbs.get(lemma) ?? 'says',
    covers,
    own: verb,
  };
}

/** "“I asked for it,” she wrote": who wrote stands behind it, so that asking is what is written. */
function isSaid(syntax: Syntax, verb: number, head: number): boolean {
  const subject = syntax.child(head, 'nsubj');
  return quotingVerbs.has(syntax.word(head).lemma) && subject !== undefined && subject > verb;
}

/** "according to Moss". */
function according(syntax: Syntax, at: number): Omit<Aside, 'sentence'> | undefined {
  if (syntax.word(at).form.toLowerCase() !== 'according') return undefined;
  const relation = syntax.relationOf(at);
  const speaker = relation === 'case' ? syntax.headOf(at) : syntax.child(at, 'obl', 'nmod');
  if (speaker === undefined) return undefined;
  const own = relation === 'case' ? speaker : at;
  const head = syntax.headOf(own);
  if (head === undefined) return undefined;
  return { words: listOf(syntax, speaker), cue: at, stance: 'says', covers: clauseAbove(syntax, head), own };
}

/** "in the words of Moss", "in Moss’s view". */
function opining(syntax: Syntax, at: number): Omit<Aside, 'sentence'> | undefined {
  if (!/^(?:view|opinion|words|judgment|judgement)$/i.test(syntax.word(at).form)) return undefined;
  const preposition = syntax.child(at, 'case');
  const head = syntax.headOf(at);
  if (preposition === undefined || head === undefined || syntax.relationOf(at) !== 'obl') return undefined;
  if (syntax.word(preposition).lemma !== 'in') return undefined;
  const owner = syntax.child(at, 'nmod:poss', 'nmod');
  if (owner === undefined) return undefined;
  return {
    words: listOf(syntax, owner),
    cue: at,
    stance: 'says',
    covers: clauseAbove(syntax, head),
    own: at,
  };
}

/** The head of the clause that a word stands in. */
function clauseAbove(syntax: Syntax, at: number): number {
  for (const up of [at, ...syntax.ancestors(at)]) {
    const relation = syntax.relationOf(up);
    if (/^(?:root|ccomp|advcl|parataxis|acl|csubj)$/.test(relation)) return up;
    if (relation === 'conj' && syntax.word(up).upos === 'VERB' && syntax.child(up, 'nsubj') !== undefined)
      return up;
  }
  return at;
}

/** Up the tree: each verb of saying whose content the word stands in, and each aside that covers it. */
function spokenAbove(syntax: Syntax, sentence: number, word: number, asides: readonly Aside[]): Speech[] {
  const found: Speech[] = [];
  const path = [word, ...syntax.ancestors(word)];
  const add = (speech: Speech) => {
    if (!found.some((other) => other.cue === speech.cue)) found.push(speech);
  };
  path.forEach((at, i) => {
    for (const { covers, own, ...aside } of asides)
      if (covers === at && !path.slice(0, i + 1).includes(own)) add(aside);
    const hearsay = hearsayAt(syntax, at);
    if (hearsay !== undefined) add({ sentence, words: [hearsay], cue: hearsay, stance: 'says' });
    const head = path[i + 1];
    if (head === undefined) return;
    const below = path.slice(0, i);
    const isAside =
      syntax.relationOf(at) === 'ccomp'
        ? below.some((word) => isAddition(syntax, word))
        : below.some((word) => syntax.word(word).deprel === 'acl:relcl' || isOccasion(syntax, word));
    const speech = isAside ? undefined : saying(syntax, at, head);
    const demanded = i === 0 ? demandedEvent(syntax, at, head) : undefined;
    for (const one of [...(speech === undefined ? [] : cited(syntax, speech)), speech, demanded])
      if (one !== undefined) add({ ...one, sentence });
  });
  // Of "he said it had been announced" he is who is known.
  const known = found.filter(({ words }) => words.length > 0);
  return known.length > 0 ? known : found;
}

/** "said that Acme, which sells salt, would close": what is added after a comma the report knows itself. */
function isAddition(syntax: Syntax, clause: number): boolean {
  if (syntax.word(clause).deprel !== 'acl:relcl') return false;
  const { from } = syntax.span(clause);
  return syntax.words[from - 1]?.form === ',' || syntax.words[from]?.form === ',';
}

/** "threatened to resign when Lima closed the port": on what occasion someone wants or threatens is no part of it. */
const isOccasion = (syntax: Syntax, clause: number): boolean =>
  syntax.relationOf(clause) === 'advcl' &&
  syntax
    .children(clause, 'mark', 'advmod')
    .some((word) => /^(?:when|after|before|since|while|as)$/i.test(syntax.word(word).form));

/** "reportedly": someone says so. */
const hearsayAt = (syntax: Syntax, at: number): number | undefined =>
  syntax
    .children(at, 'advmod')
    .find((word) => /^(?:reportedly|allegedly|purportedly|supposedly)$/i.test(syntax.word(word).form));

/** "demanded the release of Moss", "called for talks": the event is what someone wants. */
function demandedEvent(syntax: Syntax, noun: number, head: number): Omit<Speech, 'sentence'> | undefined {
  if (!/^(?:obj|obl)$/.test(syntax.relationOf(noun)) || syntax.word(head).upos !== 'VERB') return undefined;
  const preposition = syntax.child(noun, 'case');
  const { lemma } = syntax.word(head);
  const key = preposition === undefined ? lemma : `${lemma}-${syntax.word(preposition).lemma}`;
  if (eventControl.get(key)?.modality !== 'demanded') return undefined;
  return { ...speakerOf(syntax, head), cue: head, stance: 'demands' };
}

/** "Reuters reported, citing officials": the officials are nearer to it. */
function cited(syntax: Syntax, speech: Omit<Speech, 'sentence'>): Omit<Speech, 'sentence'>[] {
  return syntax
    .children(speech.cue, 'advcl')
    .filter((at) => /^(?:cite|quote)$/.test(syntax.word(at).lemma) && syntax.word(at).xpos === 'VBG')
    .flatMap((at) => {
      const source = syntax.child(at, 'obj');
      return source === undefined ? [] : [{ words: listOf(syntax, source), cue: at, stance: speech.stance }];
    });
}

/** Whether `head` says what `at` heads. */
function saying(syntax: Syntax, at: number, head: number): Omit<Speech, 'sentence'> | undefined {
  const { lemma } = syntax.word(head);
  const relation = syntax.relationOf(at);
  const stance = speechVerbs.get(verbOf(syntax, head)) ?? speechVerbs.get(lemma);
  if (/^(?:ccomp|csubj)$/.test(relation) && syntax.word(head).upos === 'VERB' && stance !== undefined)
    return { ...speakerOf(syntax, head), cue: head, stance };
  // "Reuters said, citing Moss, that", "quoted Moss as saying": who reports it is further away.
  if (relation === 'advcl' && isPassedOn(syntax, at, head))
    return { ...speakerOf(syntax, head), cue: head, stance: 'says' };
  if (isAlleged(syntax, at, head)) return { ...speakerOf(syntax, head), cue: head, stance: 'says' };
  if (relation === 'parataxis' && stance !== undefined && (at < head || isAnnounced(syntax, at, head)))
    return { ...speakerOf(syntax, head), cue: head, stance };
  if (/^(?:xcomp|advcl|ccomp)$/.test(relation) && isDemanding(syntax, at, head))
    return { ...speakerOf(syntax, head), cue: head, stance: 'demands' };
  if (relation === 'acl') {
    const voiced = voicedBy(syntax, at, head);
    if (voiced !== undefined) return voiced;
  }
  if (relation === 'xcomp' && selfReporting.has(lemma))
    return { ...speakerOf(syntax, head), cue: head, stance: stance ?? 'says' };
  // "is confident that", "is said to have"
  if (relation === 'ccomp' && /^(?:confident|sure|certain|convinced|adamant|clear|aware)$/.test(lemma))
    return { words: subjectOf(syntax, head).words, cue: head, stance: 'thinks' };
  if (
    relation === 'xcomp' &&
    isPassive(syntax, head) &&
    /^(?:say|report|believe|think|allege|understand|know)$/.test(lemma)
  )
    return { words: [], cue: head, stance: 'says' };
  // "his claim that Lima attacked"
  if (relation === 'acl' && syntax.child(at, 'mark') !== undefined && sayingNouns.has(lemma)) {
    const owner = syntax.child(head, 'nmod:poss') ?? authorAfter(syntax, head);
    const words = owner === undefined ? [head] : listOf(syntax, owner);
    return { words, cue: head, stance: 'says' };
  }
  return undefined;
}

/** "reported, citing Moss", "quoted Moss as saying" */
function isPassedOn(syntax: Syntax, at: number, head: number): boolean {
  const [lower, upper] = [syntax.word(at), syntax.word(head).lemma];
  if (lower.xpos !== 'VBG') return false;
  if (/^(?:cite|quote)$/.test(lower.lemma)) return speechVerbs.has(upper);
  return /^(?:cite|quote)$/.test(upper) && speechVerbs.has(lower.lemma);
}

/** "said: Lima has signed" */
const isAnnounced = (syntax: Syntax, at: number, head: number): boolean =>
  syntax.words.slice(head + 1, at).some((word) => word.form === ':');

/** "accused Lima of hiding it", "denied hiding it": whoever does so says it. */
function isAlleged(syntax: Syntax, at: number, head: number): boolean {
  if (syntax.word(at).xpos !== 'VBG' || syntax.word(head).upos !== 'VERB') return false;
  const relation = syntax.relationOf(at);
  const { lemma } = syntax.word(head);
  if (/^(?:xcomp|ccomp)$/.test(relation)) return /^(?:deny|admit|acknowledge|confess)$/.test(lemma);
  const mark = syntax.child(at, 'mark');
  const marked = mark === undefined ? '' : syntax.word(mark).lemma;
  return /^(?:advcl|acl)$/.test(relation) && accusing.get(lemma) === marked;
}

/** Verbs of accusing, with what stands before the deed. */
const accusing: ReadonlyMap<string, string> = new Map([
  ['accuse', 'of'],
  ['suspect', 'of'],
  ['blame', 'for'],
  ['charge', 'with'],
]);

/** "urged Lima to sign", "called for Lima to sign": who wants it says so. */
function isDemanding(syntax: Syntax, at: number, head: number): boolean {
  const { lemma, upos } = syntax.word(head);
  if (upos !== 'VERB' || !syntax.children(at, 'mark').some((mark) => syntax.word(mark).xpos === 'TO'))
    return false;
  const whom =
    syntax.child(at, 'nsubj') ?? calledFor(syntax, at) ?? syntax.child(head, 'obj', 'iobj', 'nsubj:pass');
  const marks = syntax.children(at, 'mark').map((mark) => `${lemma}-${syntax.word(mark).lemma}`);
  const through = syntax
    .children(head, 'obl')
    .flatMap((oblique) => syntax.children(oblique, 'case'))
    .map((word) => `${lemma}-${syntax.word(word).lemma}`);
  const keys = [...(whom === undefined ? [] : [lemma, ...marks]), ...through];
  return keys.some((key) => objectControl.get(key)?.modality === 'demanded');
}

/** "Moss expressed readiness to work": the wish is what Moss says. */
function voicedBy(syntax: Syntax, at: number, noun: number): Omit<Speech, 'sentence'> | undefined {
  const verb = syntax.headOf(noun);
  const marked = syntax.child(at, 'mark') !== undefined;
  if (
    verb === undefined ||
    !marked ||
    syntax.relationOf(noun) !== 'obj' ||
    !nounControl.has(syntax.word(noun).lemma)
  )
    return undefined;
  return voicing.has(syntax.word(verb).lemma)
    ? { ...speakerOf(syntax, verb), cue: verb, stance: 'says', voiced: true }
    : undefined;
}

const voicing: ReadonlySet<string> = new Set(
  'express voice signal convey state reiterate declare announce reaffirm affirm confirm communicate'.split(
    ' ',
  ),
);

/** Who the subject of a verb of saying is; in the passive who stands after "by". */
function speakerOf(syntax: Syntax, verb: number): { words: readonly number[] } {
  const { lemma, xpos } = syntax.word(verb);
  const source = /^(?:cite|quote)$/.test(lemma) && xpos === 'VBG' ? syntax.child(verb, 'obj') : undefined;
  if (source !== undefined) return { words: listOf(syntax, source) };
  if (!isPassive(syntax, verb)) return { words: subjectOf(syntax, verb).words };
  // "was told that": somebody told; "Asked about it, he said" is no passive.
  const agent = syntax.child(verb, 'obl:agent');
  return { words: agent === undefined ? [] : listOf(syntax, agent) };
}

/** Verbs whose infinitive is the subject's own word: "pledged to sign", "claims to have". */
const selfReporting: ReadonlySet<string> = new Set(
  'pledge promise vow claim profess threaten swear purport'.split(' '),
);

/** "a claim by Lima that" */
const authorAfter = (syntax: Syntax, noun: number): number | undefined =>
  syntax
    .children(noun, 'nmod')
    .find((at) =>
      syntax.children(at, 'case').some((word) => /^(?:by|from|of)$/.test(syntax.word(word).lemma)),
    );

const sayingNouns: ReadonlySet<string> = new Set(
  'claim statement assertion allegation accusation belief announcement warning suggestion charge report complaint rumour rumor speculation view argument promise pledge remark insistence conviction hope fear'.split(
    ' ',
  ),
);
