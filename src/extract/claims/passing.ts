// What news states in passing: where a place lies, which capital is whose, what country a company is of, who was where.
import type { Syntax } from '../syntax.ts';
import { tiesOf } from './bodies.ts';
import { type Ends, isCountry, type Named } from './ends.ts';
import { prepositionOf } from './predications.ts';

/** A fact that a phrase states, and the word that states it. */
export interface Passing {
  readonly predicate: string;
  readonly subject: Named;
  readonly object: Named;
  readonly trigger: number;
}

/** The facts that the phrases of a sentence state in passing. Cost: linear. */
export function passingOf(syntax: Syntax, sentence: number, ends: Ends): Passing[] {
  const seats = syntax.words.flatMap((_, word) => seatOf(syntax, sentence, ends, word));
  const facts = syntax.words.flatMap((_, word): Passing[] => {
    const reference = ends.at(sentence, word);
    if (reference === undefined || reference.form !== 'name') return [];
    const [subject] = ends.named(sentence, [word]);
    if (subject === undefined) return [];
    const facts =
      subject.thing.type === 'Place'
        ? [
            ...lyingIn(syntax, sentence, ends, subject),
            ...describedIn(syntax, sentence, ends, subject),
            ...capital(syntax, sentence, ends, subject),
          ]
        : subject.thing.type === 'Organization'
          ? countryOf(syntax, sentence, ends, subject)
          : presentIn(syntax, sentence, ends, subject);
    return [
      ...facts.filter(({ object }) => object.thing.type === 'Place'),
      ...(subject.thing.type === 'Place' ? [] : tiesOf(syntax, sentence, ends, subject)),
    ].filter(({ object }) => object.thing.key !== subject.thing.key);
  });
  return [...facts, ...seats];
}

/** "Arica, Chile", "Arica in Chile", "the Chilean port of Arica". */
function lyingIn(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  if (isCountry(subject.thing.name)) return [];
  const { word, to } = subject;
  const inside = syntax.children(word, 'nmod').filter((child) => prepositionOf(syntax, child) === 'in');
  const next = syntax.words[to]?.form === ',' ? [to + 1] : [];
  const after = ends
    .named(sentence, next)
    .filter(
      ({ thing, word: at }) =>
        syntax.word(at).upos !== 'ADJ' &&
        isCountry(thing.name) &&
        !/^(?:conj|nsubj|obl)/.test(syntax.word(at).deprel),
    );
  // "the Indian states of Bihar and West Bengal"
  const listed = syntax.relationOf(word) === 'conj' ? (syntax.headOf(word) ?? word) : word;
  const kind = syntax.headOf(listed);
  const kinds =
    kind !== undefined && prepositionOf(syntax, listed) === 'of' && placeNouns.has(syntax.word(kind).lemma);
  const before = kinds ? ends.before(sentence, kind).filter(({ thing }) => isCountry(thing.name)) : [];
  return [...ends.named(sentence, inside), ...after, ...before].map((object) => ({
    predicate: 'LOCATED_IN',
    subject,
    object,
    trigger: word,
  }));
}

/** "Arica, the main town of the Tacna region in northern Chile": in each of them. */
function describedIn(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  if (isCountry(subject.thing.name)) return [];
  const { word } = subject;
  const head = syntax.headOf(word);
  const isSaid =
    head !== undefined && syntax.relationOf(word) === 'nsubj' && syntax.child(head, 'cop') !== undefined;
  const nouns = [...syntax.children(word, 'appos'), ...(isSaid ? [head] : [])];
  return nouns
    .filter((noun) => placeNouns.has(syntax.word(noun).lemma))
    .flatMap((noun) => within(syntax, noun))
    .flatMap((place) => ends.named(sentence, [place]))
    .map((object) => ({ predicate: 'LOCATED_IN', subject, object, trigger: word }));
}

/** The phrases after "of" and "in" below a noun, each in the one before. */
function within(syntax: Syntax, noun: number): number[] {
  return syntax
    .children(noun, 'nmod')
    .filter((child) => /^(?:of|in|on)$/.test(prepositionOf(syntax, child)))
    .flatMap((child) => [child, ...within(syntax, child)]);
}

/** "Moss, a commander in Arica": where a person is. */
function presentIn(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  const inside = syntax
    .children(subject.word, 'appos')
    .filter((noun) => syntax.word(noun).upos === 'NOUN')
    .flatMap((noun) => syntax.children(noun, 'nmod'))
    .filter((child) => prepositionOf(syntax, child) === 'in');
  return ends
    .named(sentence, inside)
    .filter(({ thing }) => !isCountry(thing.name))
    .map((object) => ({ predicate: 'WAS_IN', subject, object, trigger: subject.word }));
}

/** "Lima, the Peruvian capital", "the capital of Peru, Lima". */
function capital(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  const { word } = subject;
  const head = syntax.headOf(word);
  const beside = [
    ...syntax.children(word, 'appos'),
    ...(head !== undefined && syntax.relationOf(word) === 'appos' ? [head] : []),
  ];
  return beside
    .filter((noun) => syntax.word(noun).lemma === 'capital')
    .flatMap((noun) => ends.owners(sentence, noun))
    .map((object) => ({ predicate: 'CAPITAL_OF', subject, object, trigger: word }));
}

/** "the Chilean miner Acme", "Acme, a Chilean miner". */
function countryOf(syntax: Syntax, sentence: number, ends: Ends, subject: Named): Passing[] {
  const { word } = subject;
  const described = syntax
    .children(word, 'nmod:desc', 'compound', 'appos')
    .filter((at) => syntax.word(at).upos === 'NOUN');
  return described
    .flatMap((noun) => ends.before(sentence, noun))
    .filter(({ thing }) => isCountry(thing.name))
    .map((object) => ({ predicate: 'NATIONAL_OF', subject, object, trigger: word }));
}

/** "Acme’s headquarters in Lima". */
function seatOf(syntax: Syntax, sentence: number, ends: Ends, noun: number): Passing[] {
  if (!/^(?:headquarters|hq|headquarter|base|seat)$/i.test(syntax.word(noun).lemma)) return [];
  const inside = syntax
    .children(noun, 'nmod')
    .filter((child) => /^(?:in|at)$/.test(prepositionOf(syntax, child)));
  const places = ends.named(sentence, inside).filter(({ thing }) => thing.type === 'Place');
  return ends
    .owners(sentence, noun)
    .filter(({ thing }) => thing.type === 'Organization')
    .flatMap((subject) =>
      places.map((object) => ({ predicate: 'BASED_IN', subject, object, trigger: noun })),
    );
}

const placeNouns: ReadonlySet<string> = new Set(
  'city town village port region province state resort island district suburb capital county area peninsula'.split(
    ' ',
  ),
);
