// What goes on from the sentence before, for pronouns: whoever spoke goes on speaking, a body or a pair that did something
// goes on doing. Rules, asked before the weights.
import type { Quotation } from '../article.ts';
import { quotingVerbs } from '../rules/speech.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { type Candidate, speaks } from './evidence.ts';
import type { Mention } from './mention.ts';
import { agentVerbs, bodyHeads, headedNouns, ownedNouns, spokesmen } from './rules/agents.ts';
import { personNouns } from './rules/people.ts';
import { chainOf } from './speaker.ts';

/**
 * "Moss confirmed that Bell would go. She told reporters …", "“We lost.” He added": whoever said the sentence before says
 * this one too. Cost: the mentions of one sentence.
 */
export function goesOn(context: Context, pronoun: Mention): Chain | undefined {
  if (pronoun.gender === undefined || !speaks(context, pronoun) || context.quotation(pronoun) !== -1)
    return undefined;
  const own = context.spokenBy(pronoun)[0];
  const syntax = context.syntax(pronoun);
  // "Two doctors had seen Bell, she said": as well.
  const isAside = syntax.relationOf(pronoun.clause) === 'parataxis';
  if (own === undefined && !isAside && syntax.headOf(pronoun.clause) !== undefined) return undefined;
  const before = sentenceBefore(context, pronoun, own);
  const quoted = quotationAtEndOf(context, before);
  if (quoted !== undefined) return quoted.speaker && chainOf(context, quoted.speaker);
  const speaking = (context.mentions[before] ?? []).filter(
    (mention) =>
      context.syntax(mention).headOf(mention.clause) === undefined &&
      context.quotation(mention) === -1 &&
      speaks(context, mention),
  );
  // "Its captain has confessed, Moss confirmed": who says the whole of it.
  const beside = (context.mentions[before] ?? []).filter(
    (mention) =>
      context.syntax(mention).relationOf(mention.clause) === 'parataxis' &&
      context.quotation(mention) === -1 &&
      speaks(context, mention),
  );
  const saying = beside.length > 0 ? beside : speaking;
  const speakers = new Set(saying.map((mention) => context.chainOf(mention)));
  const [speaker] = speakers;
  return speakers.size === 1 ? speaker : undefined;
}

/** The sentence before that of a pronoun and of the quotation that it is said to speak. */
function sentenceBefore(context: Context, { sentence }: Mention, own: Quotation | undefined): number {
  const { trees } = context.article;
  let at = sentence;
  while (at > 0 && own !== undefined && (trees[at]?.start ?? 0) > own.start) at--;
  return at - 1;
}

/** The quotation in which a sentence ends, and that fills all of it. */
function quotationAtEndOf(context: Context, sentence: number): Quotation | undefined {
  const words = context.article.trees[sentence]?.words.filter(({ form }) => /[\p{L}\p{N}]/u.test(form)) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const index = context.quotationOver(last.start);
  const quotation = context.quotationAt(index);
  return quotation?.extent === 'whole' && context.quotationOver(first.start) === index
    ? quotation
    : undefined;
}

/**
 * "The Front denied it. Its spokesman said …", "Moss and Bell sat down. They did not speak": who did the sentence before,
 * where this one begins with what only someone does or has. Cost: the mentions of one sentence.
 */
export function takesUp(context: Context, pronoun: Mention): Chain | undefined {
  if (!/^(?:it|they)$/.test(pronoun.word) || !opens(context, pronoun)) return undefined;
  const before = (context.mentions[pronoun.sentence - 1] ?? []).filter(
    (mention) => context.quotation(mention) === context.quotation(pronoun),
  );
  return pronoun.word === 'it' ? bodyOf(context, before) : pairOf(context, pronoun, before);
}

/** Whether a pronoun is what its sentence begins with, and only someone does or has what follows. */
function opens(context: Context, pronoun: Mention): boolean {
  const syntax = context.syntax(pronoun);
  const owned = pronoun.pronoun?.possessive === true ? syntax.headOf(pronoun.head) : undefined;
  const top = owned ?? pronoun.head;
  const verb = syntax.headOf(top);
  if (verb === undefined || syntax.word(top).deprel !== 'nsubj') return false;
  if (owned !== undefined) {
    const { lemma } = syntax.word(owned);
    return pronoun.head === 0 && (ownedNouns.has(lemma) || headedNouns.has(lemma) || personNouns.has(lemma));
  }
  const isMain = syntax.headOf(verb) === undefined || syntax.relationOf(verb) === 'parataxis';
  return isMain && agentVerbs.has(syntax.word(verb).lemma) && isFirst(context, pronoun);
}

/** Nobody and nothing that acts stands before it. */
const isFirst = (context: Context, { sentence, head }: Mention): boolean =>
  (context.mentions[sentence] ?? []).every(
    (mention) => mention.head >= head || mention.role === 'modifier' || mention.kind === 'thing',
  );

/** The body or country that a sentence is about. */
function bodyOf(context: Context, mentions: readonly Mention[]): Chain | undefined {
  const subject = mentions.find(
    (mention) => mention.role === 'subject' && context.syntax(mention).headOf(mention.clause) === undefined,
  );
  const chain = subject && context.chainOf(subject);
  const isBody = chain?.type === 'Organization' || chain?.country !== undefined;
  return isBody && chain?.number === 'one' ? chain : undefined;
}

/** The only several of a sentence, where they are its subject. */
function pairOf(context: Context, pronoun: Mention, mentions: readonly Mention[]): Chain | undefined {
  const others = mentions.filter(
    (mention) =>
      mention.number === 'many' &&
      (mention.kind === 'person' || mention.kind === 'body') &&
      context.chainOf(mention)?.members.length === 0,
  );
  const groups = context.recent.filter(
    ({ members, read }) =>
      members.length > 1 && read.at(-1)?.sentence === pronoun.sentence - 1 && read.at(-1)?.role === 'subject',
  );
  return others.length === 0 && groups.length === 1 ? groups[0] : undefined;
}

/**
 * "Holt appealed to Bell to open the port. She treated …": the subject of the sentence before, where nobody else there may be
 * meant. Cost: the candidates.
 */
export function actsOn(
  context: Context,
  pronoun: Mention,
  candidates: readonly Candidate[],
): Chain | undefined {
  const syntax = context.syntax(pronoun);
  if (pronoun.gender === undefined || syntax.word(pronoun.head).deprel !== 'nsubj') return undefined;
  if (syntax.headOf(pronoun.clause) !== undefined || !isFirst(context, pronoun)) return undefined;
  const before = pronoun.sentence - 1;
  const near = candidates.filter(({ chain }) => chain.read.some(({ sentence }) => sentence === before));
  const only = near[0]?.chain;
  if (near.length !== 1 || only === undefined) return undefined;
  const isSubject = only.read.some(
    (mention) =>
      mention.sentence === before &&
      mention.role === 'subject' &&
      context.syntax(mention).headOf(mention.clause) === undefined &&
      context.quotation(mention) === context.quotation(pronoun),
  );
  return isSubject ? only : undefined;
}

/** "the attack bore the mark of the Front and its leader, Juan Moss, would pay": a front has a leader, a country a president. */
export function whoseLeader(
  context: Context,
  pronoun: Mention,
  candidates: readonly Candidate[],
): Chain | undefined {
  if (pronoun.word !== 'it' || pronoun.pronoun?.possessive !== true) return undefined;
  const syntax = context.syntax(pronoun);
  const noun = syntax.headOf(pronoun.head);
  if (noun === undefined || !bodyHeads.has(syntax.word(noun).lemma)) return undefined;
  const here = candidates.filter(
    ({ chain, mention, after }) =>
      !after && chain.named && chain.type === 'Organization' && mention.sentence === pronoun.sentence,
  );
  if (here.length > 0) return here.length === 1 ? here[0]?.chain : undefined;
  const before = bodyOf(context, context.mentions[pronoun.sentence - 1] ?? []);
  return before?.type === 'Organization' && before.named ? before : undefined;
}

/** "Moss spoke by phone with Bell, her office said": whoever the sentence is about. Cost: the mentions of the sentence. */
export function officeSays(
  context: Context,
  pronoun: Mention,
  candidates: readonly Candidate[],
): Chain | undefined {
  if (pronoun.gender === undefined || pronoun.pronoun?.possessive !== true) return undefined;
  const syntax = context.syntax(pronoun);
  const noun = syntax.headOf(pronoun.head);
  const verb = noun === undefined ? undefined : syntax.headOf(noun);
  if (noun === undefined || verb === undefined || !/^nsubj/.test(syntax.word(noun).deprel)) return undefined;
  const isSaid = quotingVerbs.has(syntax.word(verb).lemma) && syntax.words[pronoun.head - 1]?.form === ',';
  if (!isSaid || !spokesmen.has(syntax.word(noun).lemma)) return undefined;
  const first = (context.mentions[pronoun.sentence] ?? []).find(
    (mention) => mention.role === 'subject' && mention.head < pronoun.head && mention.clause !== verb,
  );
  const chain = first && context.chainOf(first);
  return candidates.some((candidate) => candidate.chain === chain) ? chain : undefined;
}

/** "Moss urged Ada Bell to stay. She ignored him": the subject of the sentence before, where its other party answers. */
export function answered(
  context: Context,
  pronoun: Mention,
  candidates: readonly Candidate[],
): Chain | undefined {
  const syntax = context.syntax(pronoun);
  const isObject = /^(?:obj|iobj)$/.test(syntax.word(pronoun.head).deprel);
  if (pronoun.gender === undefined || !isObject || syntax.headOf(pronoun.clause) !== undefined)
    return undefined;
  const before = (context.mentions[pronoun.sentence - 1] ?? []).filter(
    (mention) => context.quotation(mention) === context.quotation(pronoun),
  );
  const doer = before.find(
    (mention) => mention.role === 'subject' && context.syntax(mention).headOf(mention.clause) === undefined,
  );
  const chain = doer && context.chainOf(doer);
  const own = (context.mentions[pronoun.sentence] ?? []).find(
    (mention) => mention.role === 'subject' && mention.clause === pronoun.clause,
  );
  const answers = own?.form === 'pronoun' ? context.chainOf(own) : undefined;
  if (doer === undefined || answers === undefined || answers === chain) return undefined;
  const isParty = before.some(
    (mention) =>
      context.chainOf(mention) === answers &&
      /^(?:object|oblique)$/.test(mention.role) &&
      mention.clause === doer.clause,
  );
  return isParty && candidates.some((candidate) => candidate.chain === chain) ? chain : undefined;
}
