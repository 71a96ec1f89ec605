// What a company, body or investor is to another by the noun that describes it: "Acme's subsidiary Moss Foods", "Acme, a rival
// of Moss Foods", "the Lima firm Acme". Offices of people stand in titles/.
import type { Syntax } from '../syntax.ts';
import { type Ends, isCountry, type Named } from './ends.ts';
import type { Passing } from './passing.ts';

/** The ties that the words beside the name of a body or a person state. Cost: linear in the words beside it. */
export function tiesOf(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  return describing(syntax, subject.word).flatMap((noun) => [
    ...tied(syntax, sentence, ends, subject, noun),
    ...(subject.thing.type === 'Organization' ? seated(sentence, ends, subject, noun) : []),
  ]);
}

/** The nouns that say what a name names: before it, beside it, or as a predicate. */
function describing(syntax: Syntax, word: number): number[] {
  const beside = syntax.children(word, 'nmod:desc', 'compound', 'appos');
  const head = syntax.headOf(word);
  const above =
    head !== undefined &&
    (syntax.relationOf(word) === 'appos' ||
      (syntax.relationOf(word) === 'nsubj' && syntax.child(head, 'cop') !== undefined))
      ? [head]
      : [];
  return [...new Set([...beside, ...above])].filter((at) => syntax.word(at).upos === 'NOUN');
}

function tied(syntax: Syntax, sentence: number, ends: Ends, subject: Named, noun: number): Passing[] {
  const tie = ties.get(syntax.word(noun).lemma);
  const isPerson = subject.thing.type === 'Person';
  if (tie === undefined || (isPerson && !tie.person)) return [];
  return ends
    .owners(sentence, noun)
    .filter(({ thing }) => thing.type === 'Organization' || (tie.person && thing.type === 'Person'))
    .map((object) => ({ predicate: tie.predicate, subject, object, trigger: noun }));
}

/** "its Lima subsidiary Acme", "the Lima firm Acme". */
function seated(sentence: number, ends: Ends, subject: Named, noun: number): Passing[] {
  return ends
    .before(sentence, noun)
    .filter(({ thing }) => thing.type === 'Place' && !isCountry(thing.name))
    .map((object) => ({ predicate: 'BASED_IN', subject, object, trigger: noun }));
}

/** What a noun makes of a body; `person`: of a person as well. */
interface Tie {
  readonly predicate: string;
  readonly person: boolean;
}

const tie = (predicate: string, nouns: string, person = false): [string, Tie][] =>
  nouns.split(' ').map((noun) => [noun, { predicate, person }]);

const ties: ReadonlyMap<string, Tie> = new Map([
  ...tie('PART_OF', 'subsidiary unit division arm affiliate branch wing offshoot'),
  ...tie('OWNED', 'parent'),
  ...tie('OWNED', 'shareholder investor stakeholder', true),
  ...tie('COMPETED_WITH', 'rival competitor'),
]);
