// Which office a description names, and who holds which: "the Russian leader" is whoever leads Russia in this article.

import type { Title } from '../article.ts';
import { genderOfOffice, type OfficeRule, officeRules } from '../rules/offices.ts';
import type { Syntax } from '../syntax.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { Mention } from './mention.ts';
import type { Gender } from './rules/people.ts';

/** The words of an office in lower case, and the rule that they belong to. */
export interface Office {
  readonly noun: string;
  readonly rule: OfficeRule;
  readonly gender: Gender | undefined;
}

/** Someone holds an office, of a country or body where that is said. */
export interface OfficeFact {
  readonly holder: Chain;
  readonly office: Office;
  readonly body: Chain | undefined;
  readonly isFormer: boolean;
}

/** The longest office noun that ends at `head` and doesn't begin before `from`. */
export function officeAt(syntax: Syntax, from: number, head: number): Office | undefined {
  for (let at = Math.max(from, head - 4); at <= head; at++) {
    const words = syntax.words.slice(at, head + 1);
    const last = words.at(-1);
    const noun = [
      ...words.slice(0, -1).map((word) => word.form),
      last?.xpos.endsWith('S') ? last.lemma : last?.form,
    ]
      .join(' ')
      .replace(/ - /g, '-')
      .toLowerCase();
    const rule = rules.get(noun);
    if (rule !== undefined) return { noun, rule, gender: genderOfOffice.get(noun) };
  }
  return undefined;
}

const rules: ReadonlyMap<string, OfficeRule> = new Map(
  officeRules.flatMap((rule) => rule.nouns.map((noun) => [noun, rule] as const)),
);

/** The facts that titles state, as far as their holders are named. */
export function factsOf(context: Context, titles: readonly Title[]): OfficeFact[] {
  return titles.flatMap((title): OfficeFact[] => {
    const { holder, words, body, status } = title;
    const syntax = context.trees[holder.sentence] as Syntax;
    const office = officeAt(context.trees[words.sentence] as Syntax, words.from, words.to - 1);
    const named = context.mentionAt(holder.sentence, syntax.headWithin(holder));
    const chain = named && context.named(named);
    if (chain?.type !== 'Person' || office === undefined) return [];
    return [{ holder: chain, office, body: body && bodyAt(context, body), isFormer: status === 'former' }];
  });
}

/** The country or body that a name stands for, a demonym included. */
export function bodyAt(
  context: Context,
  place: { readonly sentence: number; readonly from: number; readonly to: number },
): Chain | undefined {
  const syntax = context.trees[place.sentence] as Syntax;
  const mention = context.mentionAt(place.sentence, syntax.headWithin(place));
  return mention?.name && context.names.get(mention.name);
}

/** "leader" takes up any head of state or government; "minister" any minister; otherwise the office must be the same. */
export function isOffice(known: Office, said: Office): boolean {
  if (known.rule === said.rule)
    return (
      known.rule.predicate !== 'MINISTER_OF' ||
      known.noun === said.noun ||
      said.noun === 'minister' ||
      known.noun.includes(said.noun)
    );
  return said.rule.predicate === 'LEADER_OF' && known.rule.head === true;
}

/** The country or body of a description: "Chilean", "Chile’s", "of Chile", "to Chile". */
export function bodyOf(context: Context, mention: Mention): Chain | undefined {
  const syntax = context.syntax(mention);
  for (const child of syntax.children(mention.head, 'amod', 'compound', 'nmod', 'obl')) {
    const other = context.mentionAt(mention.sentence, child);
    const chain = other?.name && context.names.get(other.name);
    if (chain !== undefined && chain.type !== 'Person') return chain;
    if (other !== undefined && syntax.word(child).deprel === 'nmod:poss') {
      const owner = context.link(other)?.chain;
      if (owner !== undefined && owner.type !== 'Person' && owner.number === 'one') return owner;
    }
  }
  return undefined;
}
