// Whom a pronoun stands for: its candidates, and which of them the evidence speaks for.
import type { Syntax } from '../syntax.ts';
import { isBarred } from './barred.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { againstAll, type Candidate, evidenceOf, needOf, speaks } from './evidence.ts';
import { isClause, type Mention } from './mention.ts';
import { actsOn, answered, goesOn, officeSays, takesUp, whoseLeader } from './onward.ts';
import { type Scorers, scoreOf } from './scorer.ts';
import shipped from './scorers.json' with { type: 'json' };
import type { Tie } from './ties.ts';

/** How far back a pronoun may reach, in sentences. */
const REACH = 8;
/** At most so many candidates are weighed. */
const MOST = 16;

/** What a pronoun was weighed against: read by train/. */
export interface Weighed {
  readonly pronoun: Mention;
  /** What speaks for none of them. */
  readonly none: readonly string[];
  readonly candidates: readonly (Candidate & {
    readonly evidence: readonly string[];
    readonly share: number;
  })[];
}

/** For train/ and bench/: other scorers than those that ship; a look at what is weighed, which may say the answer. */
export interface Tuning {
  readonly scorers?: Scorers;
  readonly observe?: (weighed: Weighed, context: Context) => Chain | undefined;
}

/** How sure the evidence must be before a pronoun stands for anything. */
const SURE = 0.4;

/** What a pronoun of the third person stands for, if the evidence is sure enough. */
export function judge(context: Context, pronoun: Mention, tuning: Tuning = {}): Tie | undefined {
  const weighed = weigh(context, pronoun, tuning.scorers ?? shipped);
  const told = tuning.observe?.(weighed, context);
  if (told !== undefined) return { chain: told, confidence: 1, reason: 'told' };
  const speaker = goesOn(context, pronoun);
  if (speaker !== undefined && isCandidate(weighed, speaker))
    return { chain: speaker, confidence: 0.85, reason: 'whoever spoke in the sentence before goes on' };
  const itself = saysOfItself(context, pronoun, weighed);
  if (itself !== undefined)
    return { chain: itself, confidence: 0.8, reason: 'the body that says what it does' };
  const owner = officeSays(context, pronoun, weighed.candidates);
  if (owner !== undefined)
    return { chain: owner, confidence: 0.75, reason: 'whom the sentence is about, by whose office' };
  const leader = whoseLeader(context, pronoun, weighed.candidates);
  if (leader !== undefined)
    return { chain: leader, confidence: 0.65, reason: 'the body of its sentence, which may have one' };
  const subject = takesUp(context, pronoun) ?? actsOn(context, pronoun, weighed.candidates);
  if (subject !== undefined && isCandidate(weighed, subject))
    return { chain: subject, confidence: 0.7, reason: 'the subject of the sentence before' };
  const other = answered(context, pronoun, weighed.candidates);
  if (other !== undefined)
    return { chain: other, confidence: 0.6, reason: 'who did it to whoever answers now' };
  const best = weighed.candidates.reduce<(typeof weighed.candidates)[number] | undefined>(
    (first, next) => (first === undefined || next.share > first.share ? next : first),
    undefined,
  );
  if (best === undefined || best.share < SURE) return undefined;
  if (best.chain.doubtful && pronoun.gender !== undefined) best.chain.type = 'Person';
  return {
    chain: best.chain,
    confidence: best.share,
    reason: reasonOf(pronoun, best, weighed.candidates.length),
  };
}

/** "Acme said it would appeal", "the union said its members": a body that speaks speaks of itself. */
function saysOfItself(context: Context, pronoun: Mention, { candidates }: Weighed): Chain | undefined {
  if (pronoun.word !== 'it' || pronoun.role !== 'subject') return undefined;
  const syntax = context.syntax(pronoun);
  const { upos, lemma } = syntax.word(pronoun.clause);
  const up = syntax.headOf(pronoun.clause);
  if (upos !== 'VERB' || impersonal.has(lemma) || up === undefined) return undefined;
  if (syntax.relationOf(pronoun.clause) !== 'ccomp' || syntax.word(pronoun.head).deprel !== 'nsubj')
    return undefined;
  const subject = syntax.child(up, 'nsubj');
  const mention = subject === undefined ? undefined : context.mentionAt(pronoun.sentence, subject);
  if (mention === undefined || mention.head > pronoun.head || !speaks(context, mention)) return undefined;
  const chain = context.chainOf(mention);
  const isBody = chain?.type === 'Organization' || chain?.country !== undefined;
  return isBody && candidates.some((candidate) => candidate.chain === chain) ? chain : undefined;
}

/** "said it seemed", "said it took": nobody does it. */
const impersonal: ReadonlySet<string> = new Set(
  'seem appear take rain snow happen turn depend matter hurt help mean become remain come go feel look cost last begin start end'.split(
    ' ',
  ),
);

const isCandidate = ({ candidates }: Weighed, chain: Chain): boolean =>
  candidates.some((candidate) => candidate.chain === chain);

function reasonOf(pronoun: Mention, { chain, mention, after }: Candidate, count: number): string {
  const gender = pronoun.gender !== undefined && chain.gender === pronoun.gender ? `${pronoun.gender} ` : '';
  const what = count === 1 ? `the only ${gender}candidate` : `the likeliest of ${count} ${gender}candidates`;
  const distance = pronoun.sentence - mention.sentence;
  const where = after
    ? 'named after it'
    : distance === 0
      ? 'in its sentence'
      : distance === 1
        ? 'in the sentence before'
        : `${distance} sentences before`;
  return `${what}: ${mention.role === 'other' ? '' : `${mention.role} `}${where}`;
}

/** The candidates of a pronoun with their shares of belief, which with that of "none of these" sum to 1. */
function weigh(context: Context, pronoun: Mention, scorers: Scorers): Weighed {
  const scorer = scorers[pronoun.word === 'it' || pronoun.word === 'they' ? pronoun.word : 'person'];
  const found = candidatesOf(context, pronoun);
  const scored = found.map((candidate) => {
    const evidence = evidenceOf(context, pronoun, candidate, found);
    return { candidate, evidence, score: scoreOf(scorer, evidence) };
  });
  const none = againstAll(context, pronoun, found);
  const against = scoreOf(scorer, none);
  const top = Math.max(against, ...scored.map(({ score }) => score));
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - top), Math.exp(against - top));
  return {
    pronoun,
    none,
    candidates: scored.map(({ candidate, evidence, score }) => ({
      ...candidate,
      evidence,
      share: Math.exp(score - top) / sum,
    })),
  };
}

function candidatesOf(context: Context, pronoun: Mention): Candidate[] {
  const found: Candidate[] = [];
  for (const chain of context.recent) {
    if (found.length >= MOST) break;
    const mention = chain.read.at(-1) as Mention;
    if (pronoun.sentence - mention.sentence > REACH || !suits(context, pronoun, chain)) continue;
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
    if (mention.head <= pronoun.head || !above.has(mention.clause) || !isInSubject(syntax, mention))
      return [];
    if (mention.clause === pronoun.clause && pronoun.pronoun?.possessive !== true) return [];
    const chain = context.named(mention);
    if (chain === undefined || !suits(context, pronoun, chain) || isBarred(context, pronoun, chain))
      return [];
    if (found.some((other) => other.chain === chain)) return [];
    return [{ chain, mention, rank: found.length, after: true }];
  });
}

/** A subject, or whose the subject is. */
function isInSubject(syntax: Syntax, { role, head }: Mention): boolean {
  const up = syntax.headOf(head);
  return (
    role === 'subject' || (role === 'possessor' && up !== undefined && syntax.relationOf(up) === 'nsubj')
  );
}

/** By gender, number and kind alone. */
function suits(context: Context, pronoun: Mention, chain: Chain): boolean {
  switch (pronoun.word) {
    case 'he':
    case 'she':
      return (
        (chain.type === 'Person' || chain.doubtful) &&
        chain.number === 'one' &&
        (chain.gender === undefined || chain.gender === pronoun.gender || chain.toldBy === 'name')
      );
    case 'it':
      if (chain.type === 'Person' || chain.number === 'many') return false;
      return needOf(context, pronoun) === 'thing' || canAct(chain);
    default:
      if (chain.number === 'one' && (chain.type === 'Person' || !canAct(chain))) return false;
      return needOf(context, pronoun) === 'thing' || canAct(chain);
  }
}

/** Whether something can say, want or own: people, bodies and countries. */
const canAct = (chain: Chain): boolean =>
  chain.members.some(canAct) ||
  chain.type === 'Person' ||
  chain.type === 'Organization' ||
  chain.country !== undefined;
