// What speaks for and against a pronoun standing for a candidate: named pieces of evidence, which a scorer weighs.
import { quotingVerbs, speechVerbs } from '../rules/speech.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { isClause, type Mention, subjectOf } from './mention.ts';
import { agentVerbs, ownedNouns } from './rules/agents.ts';
import { speakerAt } from './speaker.ts';

/** Someone or something that a pronoun may stand for, and the mention by which it is nearest. */
export interface Candidate {
  readonly chain: Chain;
  readonly mention: Mention;
  /** How many other candidates are nearer. */
  readonly rank: number;
  /** It is named only after the pronoun. */
  readonly after: boolean;
}

/** Names of what holds of a pronoun and one of its candidates. Cost: the depth of the tree. */
export function evidenceOf(
  context: Context,
  pronoun: Mention,
  candidate: Candidate,
  all: readonly Candidate[],
): string[] {
  const { chain, mention, rank, after } = candidate;
  const distance = pronoun.sentence - mention.sentence;
  const own = caseOf(pronoun);
  const near =
    distance === 0
      ? after
        ? 'after'
        : 's0'
      : distance === 1
        ? 's1'
        : distance === 2
          ? 's2'
          : distance <= 4
            ? 's3'
            : 's5';
  const role = roleOf(context, mention);
  const found = [
    near,
    `${own} ${near}`,
    `rank ${Math.min(rank, 4)}`,
    `${own} ${near} rank ${Math.min(rank, 3)}`,
    `role ${role}`,
    `${own} ${role}`,
    `${near} ${role}`,
    `${own} ${near} ${role}`,
    `form ${mention.form}`,
    `${near} form ${mention.form}`,
    chain.named ? 'named' : 'unnamed',
    `a ${kindOf(chain)}`,
    `${own} a ${kindOf(chain)}`,
  ];
  if (pronoun.gender === undefined) found.push(`${needOf(context, pronoun)} a ${kindOf(chain)}`);
  if (
    distance === 0 &&
    all.every((other) => other.chain === chain || other.mention.sentence !== pronoun.sentence)
  )
    found.push('only one here', `${own} only one here`);
  if (all.length === 1) found.push('only one');
  if (context.paragraph(mention) !== context.paragraph(pronoun)) found.push('new paragraph');
  found.push(...salience(chain, all), ...gender(pronoun, chain));
  const last = chain.read.findLast((other) => other.pronoun !== undefined);
  if (last !== undefined && last.word === pronoun.word)
    found.push(`taken up s${Math.min(3, pronoun.sentence - last.sentence)}`);
  const quotes = [context.quotation(pronoun), context.quotation(mention)];
  if (quotes[0] !== quotes[1])
    found.push(quotes[0] === -1 ? 'out of quote' : quotes[1] === -1 ? 'into quote' : 'other quote');
  if (speakerAt(context, pronoun) === chain) found.push('speaker');
  found.push(...earlier(context, pronoun, chain, own));
  if (distance === 0) found.push(...within(context, pronoun, mention, own, role));
  else found.push(...across(context, pronoun, mention, own, role, near));
  return found;
}

/** What speaks for a pronoun standing for none of its candidates. */
export function againstAll(context: Context, pronoun: Mention, all: readonly Candidate[]): string[] {
  const syntax = context.syntax(pronoun);
  const own = caseOf(pronoun);
  const nearest = Math.min(9, ...all.map(({ mention }) => pronoun.sentence - mention.sentence));
  const found = [
    'none',
    `none ${own}`,
    `none near ${Math.min(nearest, 3)}`,
    `none of ${Math.min(all.length, 4)}`,
  ];
  if (pronoun.gender === undefined) found.push(`none ${needOf(context, pronoun)}`);
  if (pronoun.word === 'it' && pronoun.role === 'subject') {
    const { upos, lemma } = syntax.word(pronoun.clause);
    const that = syntax.child(pronoun.clause, 'csubj', 'ccomp', 'xcomp', 'advcl') !== undefined;
    found.push(`none ${upos}${that ? ' that' : ''}`);
    if (/^(?:seem|appear|take|rain|happen|turn|come)$/.test(lemma)) found.push('none happens');
  }
  return found;
}

export const caseOf = ({ role, pronoun }: Mention): string =>
  pronoun?.reflexive ? 'self' : pronoun?.possessive ? 'his' : role === 'subject' ? 'he' : 'him';

const kindOf = (chain: Chain): string =>
  chain.country !== undefined
    ? 'country'
    : chain.members.length > 0
      ? 'group'
      : chain.named
        ? chain.type
        : `some ${chain.type}`;

function roleOf(context: Context, mention: Mention): string {
  if (mention.role !== 'subject') return mention.role;
  return context.syntax(mention).word(mention.head).deprel === 'nsubj:pass' ? 'passive' : 'subject';
}

/** Whether the sentence needs someone where the pronoun stands, or may take a thing. */
export function needOf(context: Context, pronoun: Mention): 'someone' | 'thing' {
  const syntax = context.syntax(pronoun);
  if (pronoun.role === 'subject') {
    const isPassive = syntax.word(pronoun.head).deprel === 'nsubj:pass';
    return !isPassive && agentVerbs.has(syntax.word(pronoun.clause).lemma) ? 'someone' : 'thing';
  }
  const head = syntax.headOf(pronoun.head);
  const isOwner = pronoun.role === 'possessor' && head !== undefined;
  return isOwner && ownedNouns.has(syntax.word(head).lemma) ? 'someone' : 'thing';
}

function salience(chain: Chain, all: readonly Candidate[]): string[] {
  const count = chain.read.length;
  const most = Math.max(...all.map((other) => other.chain.read.length));
  const named = Math.max(...all.map((other) => other.chain.names));
  const found = [`count ${Math.min(4, count)}`];
  if (count === most && count > 1) found.push('most read');
  if (chain.names === named && chain.names > 1) found.push('most named');
  if (count * 3 < most) found.push('seldom');
  return found;
}

function gender(pronoun: Mention, chain: Chain): string[] {
  if (pronoun.gender === undefined) return [];
  return [
    chain.gender === undefined
      ? 'gender open'
      : chain.gender === pronoun.gender
        ? `gender same ${chain.toldBy}`
        : `gender other ${chain.toldBy}`,
  ];
}

/** What the chain has been in the sentence before and, so far, in this one. */
function earlier(context: Context, pronoun: Mention, chain: Chain, own: string): string[] {
  const found = new Set<string>();
  const says = speaks(context, pronoun);
  for (let i = chain.read.length - 1; i >= 0 && i >= chain.read.length - 8; i--) {
    const mention = chain.read[i] as Mention;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > 2) break;
    if (mention.role !== 'subject') continue;
    const syntax = context.syntax(mention);
    if (syntax.headOf(mention.clause) === undefined)
      found.add(`was main subject s${distance}`).add(`${own} was main subject s${distance}`);
    if (speaks(context, mention))
      found.add(`has spoken s${distance}`).add(`${says ? 'speaks' : own} has spoken s${distance}`);
    found.add(`was subject s${distance}`);
  }
  return [...found];
}

/** Whether a mention is the subject of a verb of saying. */
export function speaks(context: Context, mention: Mention): boolean {
  if (mention.role !== 'subject') return false;
  const { lemma } = context.syntax(mention).word(mention.clause);
  return quotingVerbs.has(lemma) || (speechVerbs.get(lemma) ?? 'thinks') !== 'thinks';
}

/** Both stand in one sentence. */
function within(context: Context, pronoun: Mention, mention: Mention, own: string, role: string): string[] {
  const syntax = context.syntax(pronoun);
  const found: string[] = [];
  const up = syntax.ancestors(pronoun.head);
  const clauses = up.filter((at) => isClause(syntax, at));
  const level = clauses.indexOf(mention.clause);
  found.push(`${own} ${role} clause ${level < 0 ? 'other' : Math.min(level, 3)}`);
  if (level > 0) {
    const link = syntax.relationOf(clauses[level - 1] as number);
    found.push(`${role} over ${link}`, `${own} ${role} over ${link}`);
  }
  if (level < 0) {
    // A clause beside the pronoun's: coordinated, or under it.
    const beside = syntax.ancestors(mention.head).find((at) => clauses.includes(at));
    found.push(
      beside === undefined ? 'apart' : beside === clauses[0] ? `${role} under own clause` : `${role} beside`,
    );
  }
  if (subjectOf(syntax, pronoun.clause) === mention.head) found.push(`own subject ${own}`);
  else if (
    mention.role === 'subject' &&
    clauses.slice(1).some((at) => subjectOf(syntax, at) === mention.head)
  )
    found.push(`subject above ${own}`);
  const shared = syntax.ancestors(mention.head).find((at) => at === pronoun.head || up.includes(at));
  const steps =
    shared === undefined ? 9 : syntax.ancestors(mention.head).indexOf(shared) + up.indexOf(shared) + 2;
  found.push(`steps ${steps <= 2 ? 2 : steps <= 4 ? steps : steps <= 6 ? 5 : 7}`);
  const gap = pronoun.head - mention.head;
  found.push(`gap ${gap < 0 ? 'after' : gap <= 3 ? 3 : gap <= 8 ? 8 : gap <= 15 ? 15 : 99}`);
  if (syntax.relationOf(mention.head) === 'conj') found.push('coordinated');
  const noun = syntax.headOf(pronoun.head);
  if (noun !== undefined && syntax.relationOf(noun) === 'conj' && syntax.headOf(noun) === mention.head)
    found.push(`${own} joined to it`);
  if (syntax.words.slice(0, mention.head).every((word) => word.deprel !== 'nsubj') && role === 'subject')
    found.push('first subject');
  return found;
}

function across(
  context: Context,
  pronoun: Mention,
  mention: Mention,
  own: string,
  role: string,
  near: string,
): string[] {
  const syntax = context.syntax(mention);
  const found: string[] = [];
  const isMain = syntax.headOf(mention.clause) === undefined;
  found.push(`${near} ${role} ${isMain ? 'main' : 'embedded'}`);
  const first = syntax.words.findIndex((word) => word.deprel.startsWith('nsubj'));
  if (first === mention.head) found.push(`${near} first subject`, `${own} ${near} first subject`);
  const opening = context.syntax(pronoun).words.findIndex((word) => word.deprel.startsWith('nsubj'));
  if (opening === pronoun.head) found.push(`opens ${role} ${isMain ? 'main' : 'embedded'}`);
  if (syntax.relationOf(mention.head) === 'conj') found.push('coordinated');
  return found;
}
