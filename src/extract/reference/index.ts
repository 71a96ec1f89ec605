// Says what names, descriptions and pronouns of an article stand for.
import type { Article, Name, Quotation, Reference, Referents, Thing, Title } from '../article.ts';
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
  return gather(context, () => true).references;
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
  context.facts.push(...factsOf(context, titles));
  return context;
}

const isNamed = ({ chain }: Link): boolean => chain.named || chain.members.length > 0;

function gather({ links }: Context, isWanted: (link: Link) => boolean = isNamed): Referents {
  const things = new Map<Chain, Thing>();
  const thingOf = (chain: Chain): Thing => {
    const known = things.get(chain);
    if (known !== undefined) return known;
    const members = chain.members.map(thingOf);
    const made: Thing = { key: things.size, type: chain.type, name: chain.name, members };
    things.set(chain, made);
    return made;
  };
  const references = links
    .filter(isWanted)
    .map((link) => referenceOf(link, thingOf(link.chain)))
    .sort(inOrder);
  const byHead = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.sentence} ${reference.head}`;
    if (!byHead.has(key)) byHead.set(key, reference);
  }
  return {
    things: [...things.values()],
    references,
    at: (sentence, word) => byHead.get(`${sentence} ${word}`),
  };
}

const referenceOf = ({ mention, confidence, reason }: Link, thing: Thing): Reference => ({
  sentence: mention.sentence,
  from: mention.from,
  to: mention.to,
  head: mention.head,
  form: mention.form,
  thing,
  confidence,
  reason,
});

const inOrder = (a: Reference, b: Reference): number =>
  a.sentence - b.sentence || a.from - b.from || b.to - a.to;
