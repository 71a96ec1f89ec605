// Whom a pronoun stands for: its candidates, what rules them out, and which of the rest the evidence speaks for.
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { type Candidate, evidenceOf } from './evidence.ts';
import { isClause, type Mention, subjectOf } from './mention.ts';
import weights from './weights.json' with { type: 'json' };

/** How far back a pronoun may reach, in sentences. */
const REACH = 4;
/** At most so many candidates are weighed. */
const MOST = 16;

/** What a pronoun was weighed against: read by train/. */
export interface Weighed {
  readonly pronoun: Mention;
  readonly candidates: readonly (Candidate & {
    readonly evidence: readonly string[];
    readonly share: number;
  })[];
}

/** The candidates of a pronoun with their shares of belief, which with that of "none of these" sum to 1. */
export function weigh(context: Context, pronoun: Mention): Weighed {
  const model = modelOf(pronoun);
  const found = candidatesOf(context, pronoun);
  const scored = found.map((candidate) => {
    const evidence = evidenceOf(context, pronoun, candidate, found);
    let score = 0;
    for (const piece of evidence) score += model[piece] ?? 0;
    return { candidate, evidence, score };
  });
  const none = Math.exp(model.none ?? 0);
  const top = Math.max(0, ...scored.map(({ score }) => score));
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - top), none * Math.exp(-top));
  return {
    pronoun,
    candidates: scored.map(({ candidate, evidence, score }) => ({
      ...candidate,
      evidence,
      share: Math.exp(score - top) / sum,
    })),
  };
}

const modelOf = (pronoun: Mention): Readonly<Record<string, number>> =>
  pronoun.word === 'it' ? weights.it : pronoun.word === 'they' ? weights.they : weights.person;

function candidatesOf(context: Context, pronoun: Mention): Candidate[] {
  const found: Candidate[] = [];
  for (const chain of context.recent) {
    if (found.length >= MOST) break;
    const mention = chain.read.at(-1) as Mention;
    if (pronoun.sentence - mention.sentence > REACH || !suits(pronoun, chain)) continue;
    if (isBarred(context, pronoun, chain)) continue;
    found.push({ chain, mention, rank: found.length, after: false });
  }
  return [...found, ...later(context, pronoun, found)];
}

/** "When she won, Ada Moss wept": who is named after the pronoun, in the clause that the pronoun's belongs to. */
function later(context: Context, pronoun: Mention, found: readonly Candidate[]): Candidate[] {
  const syntax = context.syntax(pronoun);
  const above = new Set(syntax.ancestors(pronoun.head).filter((at) => isClause(syntax, at)));
  return (context.mentions[pronoun.sentence] ?? []).flatMap((mention): Candidate[] => {
    if (
      mention.head <= pronoun.head ||
      mention.role !== 'subject' ||
      (mention.clause === pronoun.clause && !pronoun.pronoun?.possessive)
    )
      return [];
    if (!above.has(mention.clause)) return [];
    const chain = context.named(mention);
    if (chain === undefined || !suits(pronoun, chain) || found.some((other) => other.chain === chain))
      return [];
    return [{ chain, mention, rank: found.length, after: true }];
  });
}

/** By gender, number and kind alone. */
function suits(pronoun: Mention, chain: Chain): boolean {
  switch (pronoun.word) {
    case 'he':
    case 'she':
      return (
        chain.type === 'Person' &&
        chain.number === 'one' &&
        (chain.gender === undefined || chain.gender === pronoun.gender || !chain.certain)
      );
    case 'it':
      return chain.type !== 'Person' && chain.number === 'one';
    default:
      return chain.number === 'many' || chain.type === 'Organization' || chain.country !== undefined;
  }
}

/** What grammar forbids. */
function isBarred(context: Context, pronoun: Mention, chain: Chain): boolean {
  return chain.read.some(
    (mention) => mention.sentence === pronoun.sentence && isTooClose(context, pronoun, mention),
  );
}

function isTooClose(context: Context, pronoun: Mention, mention: Mention): boolean {
  const syntax = context.syntax(pronoun);
  if (holds(syntax, mention.head, pronoun.head)) return true;
  if (pronoun.pronoun?.reflexive) return false;
  if (pronoun.pronoun?.possessive) return false;
  if (mention.pronoun?.possessive) return false;
  const isObject = pronoun.role === 'object' || pronoun.role === 'oblique';
  if (isObject && subjectOf(syntax, pronoun.clause) === mention.head) return true;
  const isArgument = (role: string) => role === 'subject' || role === 'object' || role === 'oblique';
  return mention.clause === pronoun.clause && isArgument(mention.role) && isArgument(pronoun.role);
}

/** A phrase that holds the pronoun is not what the pronoun stands for, but "a man who lost his hat" may be. */
function holds(syntax: ReturnType<Context['syntax']>, head: number, at: number): boolean {
  for (let up: number | undefined = at; up !== undefined; up = syntax.headOf(up)) {
    if (up === head) return true;
    if (up !== at && isClause(syntax, up)) return false;
  }
  return false;
}
