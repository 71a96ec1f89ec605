// Several things at once: "Moss and Bell", "the two leaders", "both countries’ leaders", "both sides".
import { doerOf, hasModifier, isNear } from './body.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { type Mention, standing, subjectOf } from './mention.ts';
import { isHead, officeAt } from './office.ts';
import { fightersName } from './rules/bodies.ts';
import { type GroupRule, groupRules, leaderNouns } from './rules/groups.ts';
import type { Tie } from './ties.ts';

/** How far back the members may have been spoken of, in sentences. */
const REACH = 6;

/** The group that a description stands for, with its members. */
export function groupOf(context: Context, mention: Mention): Tie | undefined {
  if (mention.form !== 'nominal') return undefined;
  const rule = groupRules.find(({ nouns }) => nouns.has(mention.word));
  if (rule === undefined) return undefined;
  const owned = ofOwners(context, mention);
  if (owned !== undefined) return owned;
  if (!isPair(context, mention, rule)) return ofOffice(context, mention);
  const members = pair(context, mention, rule);
  if (members === undefined) return undefined;
  return {
    chain: context.group(members),
    confidence: 0.75,
    reason: `the last two ${rule.members === 'leaders' ? 'leaders' : rule.members} spoken of`,
  };
}

/** "The presidents" after two of them, and no third. */
function ofOffice(context: Context, mention: Mention): Tie | undefined {
  if (mention.number !== 'many' || mention.determiner !== 'the' || hasModifier(context, mention))
    return undefined;
  const office = officeAt(context.syntax(mention), mention.head, mention.head);
  if (office === undefined) return undefined;
  const holders = new Set(
    context.facts
      .filter((fact) => !fact.isFormer && fact.office.noun.endsWith(office.noun))
      .map(({ holder }) => holder)
      .filter((holder) => isNear(holder, mention, 2)),
  );
  if (holders.size !== 2) return undefined;
  const members = [...holders].sort((a, b) => a.key - b.key);
  return {
    chain: context.group(members),
    confidence: 0.7,
    reason: 'the two near it who hold such an office',
  };
}

/** "Both countries’ leaders": who leads each of the owners. */
function ofOwners(context: Context, mention: Mention): Tie | undefined {
  const owner = context.syntax(mention).child(mention.head, 'nmod:poss');
  const owners = owner === undefined ? [] : (context.chainAt(mention.sentence, owner)?.members ?? []);
  if (owners.length < 2 || !leaderNouns.has(mention.word)) return undefined;
  const holders = owners.map(
    (body) =>
      context.facts.find((fact) => fact.body === body && isHead(fact.office) && !fact.isFormer)?.holder,
  );
  if (holders.some((holder) => holder === undefined)) return undefined;
  return { chain: context.group(holders as Chain[]), confidence: 0.8, reason: 'they lead those countries' };
}

/**
 * Names said in one breath are a group from then on: "Moss and Bell", "between Peru and Chile", "Moss met with Bell".
 * Asked of each name when it has been read.
 */
export function pairAt(context: Context, mention: Mention): void {
  const own = context.link(mention)?.chain;
  if (own === undefined) return;
  const syntax = context.syntax(mention);
  const up = syntax.headOf(mention.head);
  const top = syntax.relationOf(mention.head) === 'conj' && up !== undefined ? up : undefined;
  const partners =
    top === undefined ? withWhom(context, mention) : syntax.conjuncts(top).filter((at) => at <= mention.head);
  const members = [
    ...new Set(
      partners.flatMap((at) => (at === mention.head ? own : (context.chainAt(mention.sentence, at) ?? []))),
    ),
  ];
  const alike = members.every(
    (chain) =>
      chain.members.length === 0 &&
      (chain.type === own.type || (isParty(chain) && isParty(own))) &&
      isParty(chain) === isParty(own),
  );
  if (members.length < 2 || !alike || partners.length !== members.length) return;
  context.remember(context.group(members), {
    ...mention,
    head: partners[0] as number,
    form: 'name',
    number: 'many',
    ...standing(syntax, partners[0] as number),
  });
}

/** Countries and bodies may be two sides. */
const isParty = (chain: Chain): boolean => chain.country !== undefined || chain.type === 'Organization';

/** "Moss spoke with Bell", "Moss's call with Bell": the subject or owner, and this. */
function withWhom(context: Context, mention: Mention): number[] {
  const syntax = context.syntax(mention);
  const preposition = syntax.child(mention.head, 'case');
  if (preposition === undefined || !/^(?:with|and)$/.test(syntax.word(preposition).lemma)) return [];
  const up = syntax.headOf(mention.head);
  if (up === undefined) return [];
  const owner = syntax.child(up, 'nmod:poss');
  const subject = owner ?? subjectOf(syntax, mention.clause);
  return subject === undefined || subject === mention.head ? [] : [subject, mention.head];
}

function isPair(context: Context, mention: Mention, rule: GroupRule): boolean {
  const syntax = context.syntax(mention);
  if (mention.word === 'two')
    return (
      syntax.children(mention.head, 'nmod', 'acl', 'amod').length === 0 &&
      (mention.determiner === 'the' || /^both$/i.test(syntax.word(mention.head).form))
    );
  const words = syntax
    .children(mention.head, 'nummod', 'det', 'amod', 'cc:preconj')
    .map((at) => syntax.word(at).form.toLowerCase());
  if (words.includes('each') && (rule.members === 'countries' || rule.members === 'sides')) return true;
  if (mention.number !== 'many') return words.includes('either');
  if (words.includes('both')) return true;
  if (words.includes('two'))
    return words.some((word) => /^(?:the|these|those)$/.test(word)) || mention.determiner === 'owner';
  return words.some((word) => rule.bare.has(word)) && words.includes('the');
}

function pair(context: Context, mention: Mention, { members }: GroupRule): readonly Chain[] | undefined {
  const isPerson = (chain: Chain) => chain.type === 'Person' && chain.named;
  const isCountry = (chain: Chain) => chain.country !== undefined;
  const isSide = (chain: Chain) => isCountry(chain) || (members === 'sides' && chain.type === 'Organization');
  const fits = members === 'people' || members === 'leaders' ? isPerson : isSide;
  const isNear = (chain: Chain, reach = REACH) =>
    mention.sentence - (chain.read.at(-1)?.sentence ?? -99) <= reach;
  const isDone = mention.role === 'object' || mention.role === 'oblique';
  const doer = isDone ? doerOf(context, mention) : undefined;
  // Two sides of a war stay two sides.
  const reach = members === 'sides' ? 2 * REACH : REACH;
  const told = context.recent.find(
    (chain) => chain.members.length === 2 && chain.members.every(fits) && isNear(chain, reach),
  );
  if (told !== undefined && !told.members.includes(doer as Chain)) return told.members;
  const single = context.recent.filter(
    (chain) => chain.members.length === 0 && chain !== doer && isNear(chain),
  );
  if (doer !== undefined && mention.word === 'two') return bothOf(single);
  // A government and rebels are sides too, of which one may have no name.
  if (members === 'sides' && single.some(isFighting)) return undefined;
  const last =
    members === 'leaders'
      ? leadersFirst(context, single.filter(isPerson))
      : members === 'people'
        ? single.filter(isPerson)
        : foremost(single.filter(isCountry));
  return last.length < 2 ? undefined : last.slice(0, 2).toSorted((a, b) => a.key - b.key);
}

/** "accused Acme of bribing Bell Foods and will sue both": the last two named, where they are alike. */
function bothOf(near: readonly Chain[]): readonly Chain[] | undefined {
  const [last, other] = near.filter(
    ({ named, type }) => named && (type === 'Person' || type === 'Organization'),
  );
  return last !== undefined && other?.type === last.type
    ? [last, other].toSorted((a, b) => a.key - b.key)
    : undefined;
}

const isFighting = ({ type, name }: Chain): boolean => type === 'Organization' && fightersName.test(name);

/** Those who lead a country where there are two; else all. */
function leadersFirst(context: Context, people: readonly Chain[]): readonly Chain[] {
  const leading = people.filter((chain) =>
    context.facts.some((fact) => fact.holder === chain && isHead(fact.office)),
  );
  return leading.length >= 2 ? leading : people;
}

/** Of countries that are near those that the article speaks of most: "the two countries" are seldom where people met. */
const foremost = (near: readonly Chain[]): readonly Chain[] => near.toSorted((a, b) => b.noted - a.noted);
