// Says what names, descriptions and pronouns of an article stand for.
import type { Article, Name, Place, Quotation, Reference, Referents, Thing, Title } from '../article.ts';
import { Syntax } from '../syntax.ts';
import { type Chain, Chains, type Link } from './chain.ts';
import { Context } from './context.ts';
import { type Mention, mentionsOf } from './mention.ts';
import { chainsOfNames } from './named.ts';
import { bodyOf, factsOf, isHead, officeAt } from './office.ts';
import type { Tuning } from './pronoun.ts';
import { read } from './read.ts';

/** What the stages before this one found. */
export interface Found {
  readonly article: Article;
  readonly names: readonly Name[];
  readonly titles: readonly Title[];
  readonly quotations: readonly Quotation[];
}

/**
 * Every mention that can be resolved to something that is named, with its thing. What can't be is left out. `tuning` is
 * for train/ and bench/. Cost: near linear.
 */
export function referentsOf(found: Found, tuning?: Tuning): Referents {
  const context = contextOf(found);
  read(context, tuning);
  return gather(context);
}

/** Every mention with its chain, those that are never named and never taken up included: for measuring. */
export function everyReference(found: Found, tuning?: Tuning): readonly Reference[] {
  const context = contextOf(found);
  read(context, tuning);
  return referencesOf(context.links);
}

function contextOf({ article, names, titles, quotations }: Found): Context {
  const trees = article.trees.map((tree) => new Syntax(tree));
  const bySentence: Name[][] = trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  const mentions = trees.map((syntax, sentence) =>
    article.trees[sentence]?.kind === 'boilerplate'
      ? []
      : mentionsOf(syntax, sentence, bySentence[sentence] as Name[]),
  );
  const chains = new Chains();
  const named = chainsOfNames(article, names, trees, chains);
  const context = new Context({ article, trees, mentions, chains, quotations, names: named });
  for (const fact of factsOf(context, titles)) context.learn(fact);
  return context;
}

function gather(context: Context): Referents {
  const { links } = context;
  const holders = holdersOf(context);
  const isKept = ({ chain }: Link) => chain.named || chain.members.length > 0 || holders.has(chain);
  const references = referencesOf(links.filter(isKept));
  const isEvent = ({ chain }: Link) => chain.type === 'Event' && !chain.named && chain.noted > 1;
  const byHead = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.sentence} ${reference.head}`;
    if (!byHead.has(key)) byHead.set(key, reference);
  }
  return {
    things: [...new Set(references.map(({ thing }) => thing))],
    references,
    events: referencesOf(links.filter(isEvent)),
    at: (sentence, word) => byHead.get(`${sentence} ${word}`),
  };
}

/** Who is never named but described as the first of a country. Who is said to lead two is nobody. */
function holdersOf(context: Context): ReadonlySet<Chain> {
  const found = Map.groupBy(
    context.links.filter((link) => isHolder(context, link)),
    ({ chain }) => chain,
  );
  for (const [chain, links] of found) {
    const bodies = new Set(links.map(({ mention }) => bodyOf(context, mention)));
    if (bodies.size > 1) found.delete(chain);
    else chain.name = described(context, (links[0] as Link).mention);
  }
  return new Set(found.keys());
}

/**
 * "The Chilean president", whom the article never names: reports of that time do. Not "the first Chilean president", "any
 * Chilean president".
 */
function isHolder(context: Context, { chain, mention }: Link): boolean {
  const { form, number, determiner, sentence, from, head } = mention;
  if (chain.named || chain.type !== 'Person' || form !== 'nominal' || number !== 'one') return false;
  if (determiner !== 'the' && determiner !== 'owner') return false;
  const syntax = context.syntax(mention);
  const office = officeAt(syntax, from, head);
  if (office === undefined || !isHead(office) || bodyOf(context, mention)?.country === undefined)
    return false;
  const words = office.noun.split(/[ -]/);
  return syntax
    .children(head, 'amod', 'compound', 'nummod')
    .every(
      (at) => words.includes(syntax.word(at).form.toLowerCase()) || context.mentionAt(sentence, at)?.name,
    );
}

/** Its own words, without those that point at it: "Chilean president". */
const described = (context: Context, mention: Mention): string =>
  context
    .syntax(mention)
    .words.slice(mention.from, mention.head + 1)
    .map(({ form }) => form)
    .join(' ')
    .replace(/^the /i, '')
    .replace(/ (?=['’])/g, '');

/** In reading order, outer before inner. Things get their keys here: they count those that are spoken of. */
function referencesOf(links: readonly Link[]): Reference[] {
  const things = new Map<Chain, Thing>();
  const thingOf = (chain: Chain): Thing => {
    const known = things.get(chain);
    if (known !== undefined) return known;
    const members = chain.members.map(thingOf);
    const made: Thing = { key: things.size, type: chain.type, name: chain.name, members };
    things.set(chain, made);
    return made;
  };
  return links
    .toSorted((a, b) => inOrder(a.mention, b.mention))
    .map(({ mention, chain, confidence, reason }) => {
      const { sentence, from, to, head, form } = mention;
      return { sentence, from, to, head, form, thing: thingOf(chain), confidence, reason };
    });
}

const inOrder = (a: Place, b: Place): number => a.sentence - b.sentence || a.from - b.from || b.to - a.to;
