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
  /** Of what it is, where that is said: "defence" of "the defence minister" and of "the minister of defence". */
  readonly field?: string | undefined;
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
    if (predicate !== undefined)
      return { noun, predicate, gender: genderOfOffice.get(noun), field: fieldOf(syntax, head) };
  }
  return undefined;
}

/** What an office is of, by the noun before it or after "of"; undefined where that is a name, or not said. */
function fieldOf(syntax: Syntax, head: number): string | undefined {
  const before = syntax.words[head - 1];
  const isBefore = before !== undefined && syntax.headOf(head - 1) === head;
  if (isBefore && (fields.has(before.form.toLowerCase()) || before.upos === 'NOUN'))
    return wordOf(before.form);
  const of = syntax
    .children(head, 'nmod')
    .find(
      (at) =>
        at > head && syntax.children(at, 'case').some((word) => /^(?:of|for)$/i.test(syntax.word(word).form)),
    );
  if (of === undefined) return undefined;
  const first = syntax.children(of, 'amod', 'compound').find((at) => at < of) ?? of;
  const { form } = syntax.word(first);
  return fields.has(form.toLowerCase()) || syntax.word(first).upos === 'NOUN' ? wordOf(form) : undefined;
}

const wordOf = (form: string): string => spelt.get(form.toLowerCase()) ?? form.toLowerCase();

const spelt: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['external', 'foreign'],
  ['economic', 'economy'],
]);

/** Fields that are adjectives, or that the tagger takes for names. */
const fields: ReadonlySet<string> = new Set(
  'foreign interior exterior external economic defence defense justice finance health education transport industry trade energy labour labor culture agriculture environment home business treasury housing'.split(
    ' ',
  ),
);

/** Words in lower case, the last in the singular. */
function nounOf(syntax: Syntax, from: number, to: number): string {
  const words = syntax.words.slice(from, to);
  const last = words.at(-1);
  const head = last?.xpos.endsWith('S') ? last.lemma : last?.form;
  return [...words.slice(0, -1).map((word) => word.form), head]
    .join(' ')
    .replace(/ - /g, '-')
    .toLowerCase()
    .replace(/^ex-/, '');
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
    const field = fieldOf(context.trees[words.sentence] as Syntax, words.to - 1);
    const office = { noun, predicate, gender: genderOfOffice.get(noun), field };
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
  if (!ofFields.has(said.predicate)) return true;
  if (known.field !== undefined && said.field !== undefined) return known.field === said.field;
  const isMinister = said.noun === 'minister' && said.field === undefined && said.predicate === 'MINISTER_OF';
  return isMinister || known.noun.endsWith(said.noun) || said.noun.endsWith(known.noun);
}

/** Offices that are told apart by what they are of. */
const ofFields: ReadonlySet<string> = new Set(
  'MINISTER_OF OFFICIAL_OF DIRECTOR_OF WORKED_FOR OFFICER_OF'.split(' '),
);

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
