// Says what names, descriptions and pronouns of an article stand for: one reading from its first word to its last.
import type { Article, Name, Quotation, Reference, Referents, Thing, Title } from '../article.ts';
import { Syntax } from '../syntax.ts';
import { type Chain, Chains } from './chain.ts';
import { Context } from './context.ts';
import { describe } from './describe.ts';
import { pairAt } from './group.ts';
import { type Mention, mentionsOf } from './mention.ts';
import { chainsOfNames } from './named.ts';
import { factsOf } from './office.ts';
import { type Weighed, weigh } from './pronoun.ts';
import { eventNouns } from './rules/events.ts';
import { speakerOf } from './speaker.ts';
import { tieOf } from './ties.ts';

/** What the stages before this one found. */
export interface Found {
  readonly article: Article;
  readonly names: readonly Name[];
  readonly titles: readonly Title[];
  readonly quotations: readonly Quotation[];
}

/** Every mention that can be resolved, with its thing. What can't be is left out. Cost: near linear. */
export function referentsOf(
  found: Found,
  observe?: (weighed: Weighed, context: Context) => Chain | undefined,
): Referents {
  const { article, names, quotations } = found;
  const trees = article.trees.map((tree) => new Syntax(tree));
  const bySentence: Name[][] = trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  const mentions = trees.map((syntax, sentence) =>
    article.trees[sentence]?.kind === 'boilerplate'
      ? []
      : mentionsOf(syntax, sentence, bySentence[sentence] as Name[]),
  );
  const chains = new Chains();
  const context = new Context(article, trees, mentions, chains, quotations);
  context.names = chainsOfNames(article, names, trees, chains);
  context.facts.push(...factsOf(context, found.titles));
  for (const mention of mentions.flat()) resolve(context, mention, observe);
  for (const mention of mentions.flat()) {
    if (!/^(?:I|we|you)$/.test(mention.word) || mention.pronoun === undefined) continue;
    const tie = speakerOf(context, mention);
    if (tie !== undefined) context.add(mention, tie.chain, tie.confidence, tie.reason);
  }
  return gather(context);
}

function resolve(
  context: Context,
  mention: Mention,
  observe?: (weighed: Weighed, context: Context) => Chain | undefined,
): void {
  const named = context.named(mention);
  if (named !== undefined) {
    context.add(mention, named, mention.name?.confidence ?? 1, 'its name');
    return pairAt(context, mention);
  }
  const tie = tieOf(context, mention);
  if (tie !== undefined) return context.add(mention, tie.chain, tie.confidence, tie.reason);
  if (mention.pronoun !== undefined) {
    if (!/^(?:he|she|it|they)$/.test(mention.word)) return;
    const weighed = weigh(context, mention);
    const told = observe?.(weighed, context);
    const best = weighed.candidates.toSorted((a, b) => b.share - a.share)[0];
    const chain = told ?? (best && best.share > 0.3 ? best.chain : undefined);
    if (chain !== undefined) {
      chain.gender ??= mention.gender;
      context.add(mention, chain, best?.share ?? 0, 'weighed');
    }
    return;
  }
  const described = describe(context, mention);
  if (described !== undefined)
    return context.add(mention, described.chain, described.confidence, described.reason);
  const type =
    mention.kind === 'person'
      ? 'Person'
      : mention.kind === 'body'
        ? 'Organization'
        : mention.kind === 'place'
          ? 'Place'
          : eventNouns.has(mention.word)
            ? 'Event'
            : 'Topic';
  const chain = context.chains.add({
    type,
    name: mention.word,
    named: false,
    gender: mention.gender,
    number: mention.number ?? 'one',
  });
  context.add(mention, chain, 1, 'introduced');
}

function gather(context: Context): Referents {
  const things = new Map<Chain, Thing>();
  const thingOf = (chain: Chain): Thing => {
    const known = things.get(chain);
    if (known !== undefined) return known;
    const made: Thing = {
      key: things.size,
      type: chain.type,
      name: chain.name,
      members: chain.members.map(thingOf),
    };
    things.set(chain, made);
    return made;
  };
  const references = context.links
    .filter(({ chain }) => chain.named || chain.members.length > 0)
    .map(
      ({ mention, chain, confidence, reason }): Reference => ({
        sentence: mention.sentence,
        from: mention.from,
        to: mention.to,
        head: mention.head,
        form: mention.form,
        thing: thingOf(chain),
        confidence,
        reason,
      }),
    )
    .sort((a, b) => a.sentence - b.sentence || a.from - b.from || b.to - a.to);
  const byHead = new Map<number, Reference>();
  for (const reference of references) {
    const key = reference.sentence * 1000 + reference.head;
    if (!byHead.has(key)) byHead.set(key, reference);
  }
  return {
    things: [...things.values()],
    references,
    at: (sentence, word) => byHead.get(sentence * 1000 + word),
  };
}
