// Who is meant by the words of an office that stand apart from a name: "a spokeswoman for Acme, Anna Holt, said"; and of what
// country's government a person may be said to have one. Both come from titles.
import type { Place, Reference } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import type { Understood } from './index.ts';

/** What titles tell about words and people. */
export interface Called {
  /** By sentence and the word that heads an office: who holds it. */
  readonly holders: ReadonlyMap<string, Reference>;
  /** By the key of a person's thing: the country that he or she holds an office of. */
  readonly countries: ReadonlyMap<number, Reference>;
}

/** Cost: linear in the titles and references. */
export function calledBy({ titles, referents }: Understood, trees: readonly Syntax[]): Called {
  const places = new Map<string, Reference>();
  for (const reference of referents.references) places.set(keyOf(reference), reference);
  const [holders, countries] = [new Map<string, Reference>(), new Map<number, Reference>()];
  for (const { holder, words, body, office, status } of titles) {
    const who = places.get(keyOf(holder));
    const syntax = trees[words.sentence];
    if (who === undefined || syntax === undefined || who.thing.type !== 'Person') continue;
    const head = syntax.headWithin(words);
    if (holder.sentence === words.sentence && isBeside(syntax, head, syntax.headWithin(holder)))
      holders.set(`${words.sentence}:${head}`, who);
    const country = body === undefined ? undefined : places.get(keyOf(body));
    const governs = office !== undefined && governing.has(office) && status === 'current';
    if (governs && country?.thing.type === 'Place') countries.set(who.thing.key, country);
  }
  return { holders, countries };
}

const keyOf = ({ sentence, from, to }: Place): string => `${sentence}:${from}-${to}`;

/** Whether a name hangs on the words of its office, not on a verb between them. */
const isBeside = (syntax: Syntax, office: number, name: number): boolean => {
  const between = syntax.ancestors(name).slice(0, syntax.ancestors(name).indexOf(office));
  return syntax.ancestors(name).includes(office) && between.every((at) => syntax.word(at).upos !== 'VERB');
};

const governing: ReadonlySet<string> = new Set(
  'PRESIDENT_OF PRIME_MINISTER_OF CHANCELLOR_OF MONARCH_OF LEADER_OF MINISTER_OF'.split(' '),
);
