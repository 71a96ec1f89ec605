// Says what names, descriptions and pronouns of an article stand for.
import type { Article, Name, Place, Quotation, Reference, Referents, Thing, Title } from '../article.ts';
import { Syntax } from '../syntax.ts';
import { type Chain, Chains, type Link } from './chain.ts';
import { Context } from './context.ts';
import { mentionsOf } from './mention.ts';
import { chainsOfNames } from './named.ts';
import { factsOf } from './office.ts';
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

function gather({ links }: Context): Referents {
  const references = referencesOf(links.filter(({ chain }) => chain.named || chain.members.length > 0));
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
