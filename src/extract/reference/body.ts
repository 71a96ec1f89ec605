// Which body or place a description takes up: "the ministry", "the company", "the rebels", "the city". Who is meant of
// people: office.ts and describe.ts.
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { type Mention, subjectOf } from './mention.ts';
import { type BodyRule, bodyRules, fighters, trades } from './rules/bodies.ts';
import { vesselNouns } from './rules/people.ts';
import type { Tie } from './ties.ts';

/** How far back a name that says the noun may stand, in sentences; one that doesn't; the only one. */
const reach = { named: 12, kind: 3, lone: 20 };

/** "The ministry" after "the Foreign Ministry"; "the company", "the country", "the city" after one that is named. */
export function body(context: Context, mention: Mention): Tie | undefined {
  const rules = mention.number === undefined ? [] : rulesOf(mention);
  if (
    (mention.number !== 'one' && rules.length === 0) ||
    !(mention.determiner === 'the' || mention.determiner === 'this') ||
    isPartOf(context, mention)
  )
    return undefined;
  const isBare = !hasModifier(context, mention);
  const bearer = context.recent.find(
    (chain) =>
      isBare &&
      isSaidAsNoun(context, mention) &&
      chain.named &&
      chain.type !== 'Person' &&
      isNear(chain, mention, reach.named) &&
      chain.name.toLowerCase().split(' ').slice(1).includes(mention.word),
  );
  if (bearer !== undefined)
    return { chain: bearer, confidence: 0.85, reason: `its name says “${mention.word}”` };
  const fits =
    places.get(mention.word) ??
    (isCentralBank(context, mention)
      ? (chain: Chain) => /bank|reserve/i.test(chain.name)
      : rules.length > 0
        ? (chain: Chain) => isBody(rules, chain) && !isOfOtherTrade(mention.word, chain)
        : undefined);
  if (fits === undefined) return undefined;
  const doer = doerOf(context, mention);
  const near = context.recent.filter(
    (chain) => chain !== doer && chain.named && fits(chain) && isNear(chain, mention, reach.kind),
  );
  // Of the rebels of an article there is mostly one body, of its companies there are several.
  if (near.length === 0 && isBare && rules.some(({ fits }) => fits !== undefined))
    return (
      lone(context, mention, (chain) => chain !== doer && chain.named && fits(chain)) ??
      (rules.some(({ nouns }) => nouns === fighters) ? announced(context, fits) : undefined)
    );
  if (isBare && mention.word === 'country') {
    const foremost = foremostCountry(context, mention, doer);
    if (foremost !== undefined) return foremost;
  }
  return isBare || fits === isBuilding ? ofSeveral(near, mention) : ofOne(near, mention);
}

/** A country has one, and no private bank is it. */
const isCentralBank = (context: Context, { head, sentence, word }: Mention): boolean =>
  word === 'bank' && context.trees[sentence]?.words[head - 1]?.form.toLowerCase() === 'central';

/** "the country" where one is spoken of at least twice as much as any other. */
function foremostCountry(context: Context, mention: Mention, doer: Chain | undefined): Tie | undefined {
  const [first, second] = context.recent
    .filter((chain) => chain.country !== undefined && isNear(chain, mention, reach.named))
    .toSorted((a, b) => b.noted - a.noted);
  return first !== undefined && first !== doer && first.noted > 2 && first.noted >= 2 * (second?.noted ?? 0)
    ? { chain: first, confidence: 0.65, reason: 'the country that the article is about' }
    : undefined;
}

/** "The rebels" before the only front that the article will name. */
function announced(context: Context, fits: (chain: Chain) => boolean): Tie | undefined {
  const later = new Set([...context.names.values()].filter((chain) => chain.named && fits(chain)));
  const [only] = later;
  return only !== undefined && later.size === 1
    ? { chain: only, confidence: 0.55, reason: 'the only one of its kind that the article names' }
    : undefined;
}

/** The only body of its kind, however far back it is. */
function lone(context: Context, mention: Mention, fits: (chain: Chain) => boolean): Tie | undefined {
  const all = context.recent.filter((chain) => fits(chain) && isNear(chain, mention, reach.lone));
  return all.length === 1
    ? { chain: all[0] as Chain, confidence: 0.65, reason: 'the only one of its kind so far' }
    : undefined;
}

/** Who does what is done to these words: "France, which keeps soldiers in the country" is not the country. */
export function doerOf(context: Context, mention: Mention): Chain | undefined {
  if (mention.role === 'subject') return undefined;
  const syntax = context.syntax(mention);
  const subject = subjectOf(syntax, mention.clause);
  if (subject === undefined) return undefined;
  const isRelative = /^W/.test(syntax.word(subject).xpos) && syntax.relationOf(mention.clause) === 'acl';
  const at = isRelative ? syntax.headOf(mention.clause) : subject;
  return at === undefined ? undefined : context.chainAt(mention.sentence, at);
}

/** "rebels of the Front", "fighters from the Shining Path": the body that they fight for. */
export function fightersOf(context: Context, mention: Mention): Tie | undefined {
  if (mention.number !== 'many' || !fighters.has(mention.word)) return undefined;
  const syntax = context.syntax(mention);
  // "the government and rebels of the Front": the parser hangs it on the first of them.
  const first = syntax.relationOf(mention.head) === 'conj' ? syntax.headOf(mention.head) : undefined;
  const of = [mention.head, ...(first === undefined ? [] : [first])]
    .flatMap((at) => syntax.children(at, 'nmod'))
    .filter((at) => at > mention.head)
    .find((at) => syntax.children(at, 'case').some((word) => /^(?:of|from)$/i.test(syntax.word(word).form)));
  const named = of === undefined ? undefined : context.mentionAt(mention.sentence, of);
  const chain = named && context.named(named);
  return chain?.type === 'Organization' ? { chain, confidence: 0.75, reason: 'they are of it' } : undefined;
}

/** No name that has been passed over: "Lanka Today". */
function isSaidAsNoun(context: Context, { sentence, head }: Mention): boolean {
  const syntax = context.trees[sentence];
  return syntax?.child(head, 'det') !== undefined || /^\p{Ll}/u.test(syntax?.word(head).form ?? '');
}

const rulesOf = ({ word, number }: Mention): readonly BodyRule[] =>
  bodyRules.filter((rule) => rule.nouns.has(word) && rule.number === number);

/** Whether a noun may stand for a body: "the publisher", "the broadcaster". */
export const isBodyNoun = (word: string): boolean => bodyRules.some(({ nouns }) => nouns.has(word));

const isBody = (rules: readonly BodyRule[], { type, name, nouns }: Chain): boolean =>
  type === 'Organization' &&
  // A ship is no company.
  ![...nouns].some((noun) => vesselNouns.has(noun)) &&
  rules.some(({ fits, misfits }) => (fits?.test(name) ?? true) && !(misfits?.test(name) ?? false));

/** "The party" is no bank, and "the company" no party, where the article has said so. */
function isOfOtherTrade(noun: string, { nouns }: Chain): boolean {
  const own = trades.find((trade) => trade.has(noun));
  const isBusiness = businessNouns.has(noun);
  const told = trades.filter((trade) => [...nouns].some((word) => trade.has(word)));
  if (told.length === 0) return false;
  return own !== undefined
    ? !told.includes(own)
    : isBusiness &&
        told.every((trade) =>
          ['party', 'union', 'court', 'regulator', 'club'].some((word) => trade.has(word)),
        );
}

/** What any firm may be called. */
const businessNouns: ReadonlySet<string> = new Set('company firm corporation business'.split(' '));

/** With more words than the noun: the only one there is, and not of the same sentence. */
function ofOne(near: readonly Chain[], mention: Mention): Tie | undefined {
  const [first] = near;
  return first !== undefined &&
    near.length === 1 &&
    isNear(first, mention, 1) &&
    mention.sentence > (first.read.at(-1)?.sentence ?? 0)
    ? { chain: first, confidence: 0.6, reason: 'the only one of its kind near it' }
    : undefined;
}

function ofSeveral(near: readonly Chain[], mention: Mention): Tie | undefined {
  const [first] = near;
  if (first === undefined) return undefined;
  if (near.length === 1)
    return { chain: first, confidence: 0.75, reason: 'the only one of its kind near it' };
  const called = near.filter((chain) => chain.nouns.has(mention.word));
  if (called.length === 1)
    return { chain: called[0] as Chain, confidence: 0.75, reason: `“${mention.word}” as before` };
  const last = near.filter((chain) => isNear(chain, mention, 1));
  if (last.length === 1 && last[0]?.type === 'Organization')
    return { chain: last[0] as Chain, confidence: 0.6, reason: 'the only one of its kind just before it' };
  const subject = near.find((chain) => chain.read.at(-1)?.role === 'subject' && isNear(chain, mention, 1));
  return subject && { chain: subject, confidence: 0.55, reason: 'the subject of its kind before it' };
}

export const isNear = (chain: Chain, mention: Mention, reach: number): boolean =>
  mention.sentence - (chain.read.at(-1)?.sentence ?? -99) <= reach;

/** Whether a description has more words than its noun: "the new company". */
export function hasModifier(context: Context, { head, sentence }: Mention): boolean {
  return (context.trees[sentence]?.children(head, 'amod', 'compound', 'nmod', 'acl') ?? []).some(
    (at) => !isAside(context, sentence, head, at),
  );
}

/** "The company of his brother": which one, the phrase itself says. */
function isPartOf(context: Context, { head, sentence }: Mention): boolean {
  const syntax = context.trees[sentence];
  return (syntax?.children(head, 'nmod', 'acl', 'nmod:poss') ?? []).some(
    (at) => !isAside(context, sentence, head, at),
  );
}

/** "the group, known as", "the firm in 2019", "start-": tells nothing of which one. */
function isAside(context: Context, sentence: number, head: number, at: number): boolean {
  const syntax = context.trees[sentence];
  if (syntax === undefined) return false;
  if (at < head) return syntax.words[at + 1]?.form === '-';
  // "accused the service of leaking it"
  if (syntax.word(at).xpos === 'VBG' && syntax.child(at, 'mark') !== undefined) return true;
  if (syntax.words[head + 1]?.form === ',') return true;
  const { upos, form, lemma } = syntax.word(at);
  return upos === 'NUM' || /^(?:19|20)\d\d$/.test(form) || times.has(lemma.toLowerCase());
}

const times: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday year month week day decade'.split(
    ' ',
  ),
);

const isBuilding = (chain: Chain): boolean =>
  /\b(?:embassy|palace|tower|hospital|church|cathedral|mosque|school|hotel|museum|hall|court|prison|stadium|theatre|theater|centre|center)\b/i.test(
    chain.name,
  );

const places: ReadonlyMap<string, (chain: Chain) => boolean> = new Map([
  ['building', isBuilding],
  ...['country', 'nation'].map((noun) => [noun, (chain: Chain) => chain.country !== undefined] as const),
  ...['city', 'town', 'capital', 'village'].map(
    (noun) => [noun, (chain: Chain) => chain.type === 'Place' && chain.country === undefined] as const,
  ),
  // A city is none of these: only what has been called so.
  ...['region', 'island', 'state', 'province'].map(
    (noun) => [noun, (chain: Chain) => chain.type === 'Place' && chain.nouns.has(noun)] as const,
  ),
]);
