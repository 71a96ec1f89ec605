// What grammar alone says two mentions to be the same: "Ada Moss, the mayor", "Moss is a lawyer", "Moss, who".
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { Mention } from './mention.ts';

/** That a description or "who" is another mention's thing. */
export interface Tie {
  readonly chain: Chain;
  readonly confidence: number;
  readonly reason: string;
}

/** The tie of a description or a relative pronoun with what has been read or is named beside it. Cost: its dependents. */
export function tieOf(context: Context, mention: Mention): Tie | undefined {
  if (mention.word === 'who' && mention.pronoun !== undefined) return relative(context, mention);
  if (mention.form !== 'nominal') return undefined;
  return apposed(context, mention) ?? equated(context, mention);
}

/** "the mayor, who": what the clause of "who" hangs on. */
function relative(context: Context, mention: Mention): Tie | undefined {
  const syntax = context.syntax(mention);
  for (const at of [mention.head, ...syntax.ancestors(mention.head)]) {
    if (syntax.word(at).deprel !== 'acl:relcl') continue;
    const noun = syntax.headOf(at);
    const chain = noun === undefined ? undefined : someoneAt(context, mention, noun);
    return chain && { chain, confidence: 0.95, reason: 'the clause hangs on it' };
  }
  return undefined;
}

/** "the only man in Chile who": the man, on whatever the parser hangs the clause. */
function someoneAt(context: Context, { sentence, pronoun }: Mention, noun: number): Chain | undefined {
  const syntax = context.trees[sentence];
  const chain = context.chainAt(sentence, noun);
  if (syntax === undefined || chain?.type === 'Person' || pronoun?.possessive) return chain;
  for (let at = noun; syntax.word(at).deprel === 'nmod'; ) {
    at = syntax.headOf(at) as number;
    const above = context.chainAt(sentence, at);
    if (above?.type === 'Person' && above.number === 'one') return above;
  }
  return chain;
}

function apposed(context: Context, mention: Mention): Tie | undefined {
  const syntax = context.syntax(mention);
  const { sentence, head } = mention;
  const reason = 'in apposition to it';
  for (const child of syntax.children(head, 'appos')) {
    const other = context.mentionAt(sentence, child);
    const chain = other && context.named(other);
    if (chain !== undefined && agrees(mention, chain) && isSingle(context, other as Mention))
      return { chain, confidence: 0.9, reason };
  }
  const up = syntax.headOf(head);
  if (up === undefined || syntax.relationOf(head) !== 'appos') return undefined;
  const chain = context.chainAt(sentence, up);
  const isListed =
    mention.determiner === 'none' && syntax.child(head, 'nmod', 'compound', 'amod') === undefined;
  return chain !== undefined && agrees(mention, chain) && !isListed
    ? { chain, confidence: 0.9, reason }
    : undefined;
}

/** "Moss is the mayor", "Moss became mayor", "the mayor is Moss", "Moss as mayor". */
function equated(context: Context, mention: Mention): Tie | undefined {
  const syntax = context.syntax(mention);
  const { sentence, head } = mention;
  const reason = 'the sentence says that it is';
  const tie = (at: number | undefined): Tie | undefined => {
    const chain = at === undefined ? undefined : context.chainAt(sentence, at);
    return chain !== undefined && agrees(mention, chain) ? { chain, confidence: 0.85, reason } : undefined;
  };
  if (isDenied(context, mention) || mention.determiner === 'no') return undefined;
  if (mention.kind === 'thing' && mention.determiner === 'none') return undefined;
  if (syntax.child(head, 'cop') !== undefined) return tie(syntax.child(head, 'nsubj'));
  const up = syntax.headOf(head);
  if (up === undefined) return undefined;
  if (syntax.relationOf(head) === 'nsubj' && syntax.child(up, 'cop') !== undefined) {
    const other = context.mentionAt(sentence, up);
    const chain = other && context.named(other);
    return chain !== undefined && mention.determiner !== 'a' && agrees(mention, chain)
      ? { chain, confidence: 0.85, reason }
      : undefined;
  }
  const isBecome =
    /^(?:become|remain)$/.test(syntax.word(up).lemma) && /^(?:xcomp|obj)$/.test(syntax.relationOf(head));
  return isBecome ? tie(syntax.child(up, 'nsubj')) : undefined;
}

function isDenied(context: Context, mention: Mention): boolean {
  const syntax = context.syntax(mention);
  return syntax
    .children(mention.head, 'advmod', 'det')
    .some((at) => /^(?:not|n['’]t|never|no)$/i.test(syntax.word(at).form));
}

/** A name that isn't one of several. */
const isSingle = (context: Context, { head, sentence }: Mention): boolean =>
  (context.trees[sentence]?.children(head, 'conj').length ?? 0) === 0;

/** By number, kind and gender. */
export function agrees(mention: Mention, chain: Chain): boolean {
  if (mention.number !== undefined && mention.number !== chain.number) return false;
  if (mention.gender !== undefined && chain.gender !== undefined && mention.gender !== chain.gender)
    return false;
  switch (mention.kind) {
    case 'person':
      return chain.type === 'Person';
    case 'body':
      return chain.type === 'Organization' || chain.country !== undefined;
    case 'place':
      return chain.type === 'Place';
    default:
      return !chain.named && chain.type !== 'Person';
  }
}
