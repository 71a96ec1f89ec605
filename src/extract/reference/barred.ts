// What rules a candidate of a pronoun out, whatever else speaks for it: grammar, and who speaks.
import type { Span } from '../../../graph/model.ts';
import type { Syntax } from '../syntax.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { isClause, type Mention, subjectOf } from './mention.ts';
import { speakerAt } from './speaker.ts';

/** So many mentions of a chain are looked at: a quotation holds no more of one. */
const LATELY = 40;

/** What grammar forbids, and what no speaker says of himself. */
export function isBarred(context: Context, pronoun: Mention, chain: Chain): boolean {
  if (pronoun.person === 3 && isOwnWord(context, pronoun, chain)) return true;
  const here = (context.mentions[pronoun.sentence] ?? []).filter((mention) =>
    holdsChain(context.chainOf(mention), chain),
  );
  return here.some((mention) => isTooClose(context, pronoun, mention));
}

/** A speaker is no "he" in what he says; whom a quotation speaks of is not its speaker. */
export function isOwnWord(context: Context, mention: Mention, chain: Chain): boolean {
  const inside = context.quotationAt(context.quotation(mention));
  if (inside?.extent === 'whole' && speakerAt(context, mention) === chain) return true;
  const spoken = context.spokenBy(mention);
  return spoken.some((quotation) =>
    chain.read
      .slice(-LATELY)
      .some((other) => other.form !== 'pronoun' && isWithin(context.start(other), quotation)),
  );
}

/** Itself, or a group of which it is one. */
const holdsChain = (whole: Chain | undefined, part: Chain): boolean =>
  whole === part || whole?.members.includes(part) === true;

const isWithin = (at: number, { start, end }: Span): boolean => at >= start && at < end;

function isTooClose(context: Context, pronoun: Mention, mention: Mention): boolean {
  const syntax = context.syntax(pronoun);
  if (mention.form !== 'name' && holds(syntax, mention.head, pronoun.head)) return true;
  if (pronoun.pronoun?.reflexive) return false;
  if (pronoun.pronoun?.possessive) return isBeside(syntax, pronoun, mention);
  if (mention.pronoun?.possessive) return false;
  const isObject = pronoun.role === 'object' || pronoun.role === 'oblique';
  // "Chile’s president praised it": it is not Chile.
  const owned = mention.role === 'possessor' ? syntax.headOf(mention.head) : undefined;
  if (isObject && pronoun.word === 'it' && owned !== undefined && subjectOf(syntax, pronoun.clause) === owned)
    return true;
  if (isObject && subjectOf(syntax, pronoun.clause) === mention.head) return true;
  const isArgument = (role: string) => role === 'subject' || role === 'object' || role === 'oblique';
  return mention.clause === pronoun.clause && isArgument(mention.role) && isArgument(pronoun.role);
}

/** "His call with Bell" is not Bell's. */
function isBeside(syntax: Syntax, pronoun: Mention, mention: Mention): boolean {
  const noun = syntax.headOf(pronoun.head);
  return (
    noun !== undefined &&
    syntax.headOf(mention.head) === noun &&
    /^(?:nmod|obl|obj)$/.test(syntax.relationOf(mention.head)) &&
    mention.head > noun
  );
}

/** A phrase that holds the pronoun is not what the pronoun stands for, but "a man who lost his hat" may be. */
function holds(syntax: Syntax, head: number, at: number): boolean {
  for (let up: number | undefined = at; up !== undefined; up = syntax.headOf(up)) {
    if (up === head) return true;
    if (up !== at && (isClause(syntax, up) || syntax.relationOf(up) === 'conj')) return false;
  }
  return false;
}
