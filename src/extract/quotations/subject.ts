// Who does what a verb says, in its tree alone: through passives, participles, infinitives, coordination and relative clauses.

import { sayingOf } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { isNominal } from './frames.ts';

/**
 * The subject of a verb: its own; for a passive whoever stands after "by"; else that of the verb on which it hangs. `nobody`
 * where the sentence leaves it open ("it was said"); undefined where the tree doesn't tell.
 */
export function subjectOf(syntax: Syntax, verb: number, depth: number): number | 'nobody' | undefined {
  if (depth > DEEPEST) return undefined;
  const passive = syntax.child(verb, 'nsubj:pass', 'aux:pass');
  const { lemma } = syntax.word(verb);
  const quoted = lemma === 'quote' && passive === undefined ? syntax.child(verb, 'obj') : undefined;
  if (quoted !== undefined) return quoted;
  if (passive !== undefined) {
    if (lemma === 'quote' || lemma === 'hear' || lemma === 'record')
      return antecedentOf(syntax, syntax.child(verb, 'nsubj:pass'));
    return agentOf(syntax, verb) ?? 'nobody';
  }
  // Long quotations leave a verb with two subjects: the nearer is its own.
  if (isBarePassive(syntax, verb)) return agentOf(syntax, verb) ?? 'nobody';
  const subject = syntax
    .children(verb, 'nsubj', 'expl')
    .filter((at) => syntax.word(at).deprel !== 'nsubj:pass')
    .reduce<number | undefined>(
      (best, at) => (best === undefined || Math.abs(at - verb) < Math.abs(best - verb) ? at : best),
      undefined,
    );
  if (subject !== undefined) return antecedentOf(syntax, subject);
  const head = syntax.headOf(verb);
  if (head === undefined) return undefined;
  switch (syntax.relationOf(verb)) {
    case 'conj':
      return isVerb(syntax, head) ? subjectOf(syntax, peerOf(syntax, verb, head), depth + 1) : undefined;
    case 'xcomp': {
      const object = syntax.child(head, 'obj', 'iobj');
      if (
        object !== undefined &&
        /^(?:urge|ask|tell|order|hear|see|show|catch|quote|want|allow|force)$/.test(syntax.word(head).lemma)
      )
        return object;
      return subjectOf(syntax, head, depth + 1);
    }
    case 'advcl':
      // "quotes Moss as saying", "Moss was quoted as saying": whoever is quoted.
      if (/^(?:quote|cite)$/.test(syntax.word(head).lemma))
        return antecedentOf(syntax, syntax.child(head, 'nsubj:pass') ?? syntax.child(head, 'obj'));
      return syntax.word(verb).xpos === 'VBN'
        ? (agentOf(syntax, verb) ?? subjectOf(syntax, head, depth + 1))
        : subjectOf(syntax, head, depth + 1);
    case 'acl':
      // "access by saying “open”": whoever likes.
      if (depth === 0 && syntax.child(verb, 'mark') !== undefined) return 'nobody';
      if (syntax.word(verb).xpos === 'VBN') return agentOf(syntax, verb) ?? 'nobody';
      return syntax.word(verb).deprel === 'acl:relcl' ? undefined : head;
    case 'ccomp':
    case 'parataxis':
      return syntax.word(verb).xpos === 'VBG' ? subjectOf(syntax, head, depth + 1) : undefined;
    default:
      return undefined;
  }
}

/** How many verbs up a subject is looked for. */
const DEEPEST = 6;

/** What a verb is coordinated with: "said they would meet but did not elaborate" is no further "would". */
function peerOf(syntax: Syntax, verb: number, head: number): number {
  if (!isPast(syntax, verb) || !isModal(syntax, head)) return head;
  return syntax.ancestors(head).find((at) => isPast(syntax, at)) ?? head;
}

const isPast = (syntax: Syntax, verb: number): boolean =>
  [verb, ...syntax.children(verb, 'aux')].some((at) => syntax.word(at).xpos === 'VBD');

export const isModal = (syntax: Syntax, verb: number): boolean =>
  syntax.children(verb, 'aux').some((at) => syntax.word(at).xpos === 'MD');

const isVerb = (syntax: Syntax, at: number): boolean =>
  /^(?:VERB|AUX)$/.test(syntax.word(at).upos) || syntax.child(at, 'cop', 'nsubj') !== undefined;

/** "Team honored for “courage”": a headline's passive, of a verb that judges something and names nothing that it judges. */
function isBarePassive(syntax: Syntax, verb: number): boolean {
  const { xpos, lemma } = syntax.word(verb);
  if (
    sayingOf.get(lemma)?.stance !== 'judges' ||
    /^(?:call|refer|compare|liken|attack|cite|mock)$/.test(lemma)
  )
    return false;
  return (
    /^VB[DN]$/.test(xpos) &&
    syntax.child(verb, 'obj', 'iobj', 'xcomp', 'ccomp', 'aux') === undefined &&
    !/^(?:acl|xcomp)/.test(syntax.word(verb).deprel)
  );
}

function agentOf(syntax: Syntax, verb: number): number | undefined {
  return syntax
    .children(verb, 'obl')
    .find(
      (at) =>
        syntax.children(at, 'case').some((word) => syntax.word(word).form.toLowerCase() === 'by') &&
        isNominal(syntax, at),
    );
}

/** What a relative pronoun stands for; any other word itself. */
export function antecedentOf(syntax: Syntax, subject: number | undefined): number | undefined {
  if (subject === undefined || !/^W/.test(syntax.word(subject).xpos)) return subject;
  const clause = syntax.headOf(subject);
  return clause !== undefined && /^acl/.test(syntax.word(clause).deprel) ? syntax.headOf(clause) : undefined;
}
