// When a clause says that an office was held: by tense, auxiliaries, denial and the verb above it.
import { comingVerbs, officeVerbs } from '../rules/role-words.ts';
import type { Sentence } from './sentence.ts';
import type { Told } from './status.ts';

/**
 * The status that a clause tells, with the word that tells it; undefined where it doesn't say that the office is, was or will
 * be held. `head` is the predicate, `verb` its copula or itself.
 */
export function tenseOf(sentence: Sentence, head: number, verb: number): Told | undefined {
  const { syntax } = sentence;
  const find = (pattern: RegExp, ...relations: string[]) =>
    syntax.children(head, ...relations).find((at) => pattern.test(sentence.lower(at)));
  const longer = find(/^longer$/, 'advmod', 'amod');
  if (longer !== undefined) return { status: 'former', at: longer };
  const denied =
    find(/^(?:not|n't|n’t|never|hardly)$/, 'advmod') ??
    find(/^no$/, 'det') ??
    find(/^(?:if|whether|unless)$/, 'mark');
  if (denied !== undefined) return undefined;
  const will = find(/^(?:will|shall|'ll|’ll)$/, 'aux');
  if (will !== undefined) return { status: 'elect', at: will };
  if (find(/^(?:would|could|can|may|might|must|should|'d|’d)$/, 'aux') !== undefined) return undefined;
  const before = find(/^(?:previously|formerly|once)$/, 'advmod');
  if (before !== undefined) return { status: 'former', at: before };
  // "acquitted of being a member"
  if (sentence.lower(verb) === 'being') return undefined;
  if (find(/^to$/, 'mark') !== undefined) return byGovernor(sentence, head);
  if (verb === head) return sentence.tag(head) === 'VB' ? undefined : { status: 'current', at: head };
  const past =
    /^(?:was|were)$/.test(sentence.lower(verb)) && syntax.relationOf(head) !== 'ccomp' ? verb : undefined;
  const was = past ?? find(/^had$/, 'aux');
  return was === undefined ? { status: 'current', at: verb } : { status: 'former', at: was };
}

/** "is set to become", "nominated her to be", "used to be"; not "wants to be". */
function byGovernor(sentence: Sentence, head: number): Told | undefined {
  // "is to become"
  const is = sentence.syntax
    .children(head, 'cop', 'aux')
    .find((at) => /^(?:is|are|was|were)$/.test(sentence.lower(at)));
  if (is !== undefined && sentence.lower(is + 1) === 'to') return { status: 'elect', at: is };
  const at = sentence.syntax.headOf(head);
  if (at === undefined) return undefined;
  const lemma = sentence.words[at]?.lemma.toLowerCase() ?? '';
  if (comingVerbs.has(lemma) || lemma === 'go' || isGiving(lemma)) return { status: 'elect', at };
  if (lemma === 'use') return { status: 'former', at };
  return /^(?:continue|begin|start)$/.test(lemma) ? { status: 'current', at } : undefined;
}

/** Whether a verb gives an office: "appoint". */
export const isGiving = (lemma: string): boolean =>
  officeVerbs.appoint.includes(lemma) || officeVerbs.nominate.includes(lemma);
