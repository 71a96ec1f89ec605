// Which office a description names, and who holds which: "the Russian leader" is whoever leads Russia in this article.
import type { Place, Title } from '../article.ts';
import { genderOfOffice, officeRules } from '../rules/offices.ts';
import type { Syntax } from '../syntax.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { Mention } from './mention.ts';
import type { Gender } from './rules/people.ts';

/** The words of an office in lower case, and the relation type that it is. */
export interface Office {
  readonly noun: string;
  readonly predicate: string;
  readonly gender: Gender | undefined;
}

/** Someone holds an office, of a country or body where that is said. */
export interface OfficeFact {
  readonly holder: Chain;
  readonly office: Office;
  readonly body: Chain | undefined;
  readonly isFormer: boolean;
}

/** Stands for the noun where only a counterpart tells that someone leads a country: as what, nobody has said. */
const counterpart = 'counterpart';

const headOffices = new Set(officeRules.filter((rule) => rule.head === true).map((rule) => rule.predicate));

/** Whether the text has said which office it is. */
export const isTold = ({ noun }: Office): boolean => noun !== counterpart;

/** Whether the office is the first of its country: "the Russian leader" may mean its holder. */
export const isHead = ({ predicate }: Office): boolean => headOffices.has(predicate);

/** The longest office noun that ends at `head` and doesn't begin before `from`. */
export function officeAt(syntax: Syntax, from: number, head: number): Office | undefined {
  for (let at = Math.max(from, head - 4); at <= head; at++) {
    const noun = nounOf(syntax, at, head + 1);
    const predicate = predicates.get(noun);
    if (predicate !== undefined) return { noun, predicate, gender: genderOfOffice.get(noun) };
  }
  return undefined;
}

/** Words in lower case, the last in the singular. */
function nounOf(syntax: Syntax, from: number, to: number): string {
  const words = syntax.words.slice(from, to);
  const last = words.at(-1);
  const head = last?.xpos.endsWith('S') ? last.lemma : last?.form;
  return [...words.slice(0, -1).map((word) => word.form), head].join(' ').replace(/ - /g, '-').toLowerCase();
}

const predicates: ReadonlyMap<string, string> = new Map(
  officeRules.flatMap((rule) => rule.nouns.map((noun) => [noun, rule.predicate] as const)),
);

/** The facts that titles state, as far as their holders are named. */
export function factsOf(context: Context, titles: readonly Title[]): OfficeFact[] {
  return titles.flatMap((title): OfficeFact[] => {
    const { holder, words, office: predicate, body, status } = title;
    const noun = nounOf(context.trees[words.sentence] as Syntax, words.from, words.to);
    const chain = chainOfName(context, holder);
    if (chain?.type !== 'Person' || predicate === undefined) return [];
    const office = { noun, predicate, gender: genderOfOffice.get(noun) };
    return [
      { holder: chain, office, body: body && chainOfName(context, body), isFormer: status === 'former' },
    ];
  });
}

/** What a name stands for, a demonym included. */
function chainOfName(context: Context, place: Place): Chain | undefined {
  const syntax = context.trees[place.sentence] as Syntax;
  const mention = context.mentionAt(place.sentence, syntax.headWithin(place));
  return mention?.name && context.names.get(mention.name);
}

/** "leader" takes up any head of state or government; "minister" any minister; otherwise the office must be the same. */
export function isOffice(known: Office, said: Office): boolean {
  if (known.noun === counterpart) return isHead(said);
  if (known.predicate !== said.predicate) return said.predicate === 'LEADER_OF' && isHead(known);
  const isPart = known.noun.endsWith(said.noun) || said.noun.endsWith(known.noun);
  return !/^(?:MINISTER_OF|OFFICIAL_OF|DIRECTOR_OF|WORKED_FOR)$/.test(said.predicate) || isPart;
}

/** The country or body of a description: "Chilean", "Chile’s", "of Chile", "to Chile". */
export function bodyOf(context: Context, mention: Mention): Chain | undefined {
  const syntax = context.syntax(mention);
  for (const child of syntax.children(mention.head, 'amod', 'compound', 'nmod', 'obl')) {
    const other = context.mentionAt(mention.sentence, child);
    const chain = other?.name && context.names.get(other.name);
    if (chain !== undefined && chain.type !== 'Person') return chain;
    if (other === undefined || syntax.word(child).deprel !== 'nmod:poss') continue;
    const owner = context.link(other)?.chain;
    if (owner !== undefined && owner.type !== 'Person' && owner.number === 'one') return owner;
  }
  return undefined;
}

/** "His Chilean counterpart Juan Bell" tells an office of Bell: the owner’s own, in Chile. */
export function counterpartBeside(context: Context, mention: Mention): OfficeFact[] {
  const syntax = context.syntax(mention);
  const noun = mention.from - 1;
  if (noun < 1 || syntax.word(noun).lemma.toLowerCase() !== counterpart) return [];
  const holder = context.link(mention)?.chain;
  const before = [...Array(Math.min(4, noun)).keys()].map((k) =>
    context.mentionAt(mention.sentence, noun - 1 - k),
  );
  const body = before
    .map((other) => other?.name && context.names.get(other.name))
    .find((chain) => chain?.country !== undefined);
  const owner = before
    .map((other) => (other?.role === 'possessor' ? context.link(other)?.chain : undefined))
    .find((chain) => chain !== undefined);
  if (holder === undefined || body === undefined) return [];
  return context.facts
    .filter((fact) => fact.holder === owner && !fact.isFormer)
    .map(({ office }) => ({
      holder,
      office: isHead(office) ? { ...office, noun: counterpart, gender: undefined } : office,
      body,
      isFormer: false,
    }));
}
