// Open triples: what each verb, copula, apposition and possessive of a tree says of what, in the sentence's own words.
// Knows no rule and no name. A triple's parts are positions of words; they may have gaps ("has … been").
import type { Syntax } from '../syntax.ts';
import { antecedentOf, isInfinitive, isPassive, listOf, subjectOf, type Way } from './subjects.ts';

/** How a triple was made; what its confidence is counted from. */
export type OpenKind = 'verb' | 'copula' | 'apposition' | 'possessive' | 'title';

/** Subject, predicate and further parts, the nearest first: object, then phrases with their prepositions. */
export interface OpenTriple {
  readonly kind: OpenKind;
  /** The verb, or the noun that an apposition or possessive is made of. */
  readonly word: number;
  readonly subject: readonly number[];
  /** Empty where the sentence only implies "is" or "has". */
  readonly predicate: readonly number[];
  /** "is" or "has" where the sentence implies them. */
  readonly implied?: 'is' | 'has';
  /** May be empty: "Moss resigned". */
  readonly parts: readonly (readonly number[])[];
  readonly way: Way;
}

/** Every open triple of a tree, in reading order of their words. Cost: near linear, for sentences as people write them. */
export function openTriples(syntax: Syntax): OpenTriple[] {
  return syntax.words.flatMap((_, at) => [...ofVerb(syntax, at), ...ofNoun(syntax, at)]);
}

function ofVerb(syntax: Syntax, at: number): OpenTriple[] {
  const copula = syntax.child(at, 'cop') !== undefined;
  const { upos, deprel } = syntax.word(at);
  if (!copula && (upos !== 'VERB' || /^(?:amod|compound|case|mark|fixed|flat|advmod)/.test(deprel)))
    return [];
  if (isJoined(syntax, at)) return [];
  const { words: subjects, way } = subjectOf(syntax, at);
  const chain = chainOf(syntax, at);
  const last = chain.at(-1) as number;
  const predicate = predicateOf(syntax, chain, copula);
  const objects = copula
    ? [nominalOf(syntax, at)]
    : objectsOf(syntax, last).flatMap((object) => splitOf(syntax, object));
  const others = chain.flatMap((verb) => adjuncts(syntax, verb)).sort((a, b) => a.word - b.word);
  const triples: OpenTriple[] = [];
  for (const subject of subjects) {
    const base = {
      kind: copula ? ('copula' as const) : ('verb' as const),
      word: at,
      subject: phrase(syntax, subject),
      way,
    };
    if (objects.length > 0)
      for (const object of objects)
        triples.push({ ...base, predicate, parts: [object, ...others.map((one) => one.words)] });
    else triples.push(...intransitive(syntax, base, predicate, others));
  }
  return triples;
}

/** Without an object the first phrase after the verb takes its place, and its preposition joins the predicate. */
function intransitive(
  syntax: Syntax,
  base: Pick<OpenTriple, 'kind' | 'word' | 'subject' | 'way'>,
  predicate: readonly number[],
  others: readonly Adjunct[],
): OpenTriple[] {
  const first = others.find(({ word, preposition }) => preposition.length > 0 && word > base.word);
  if (first === undefined)
    return others.length === 0 ? [] : [{ ...base, predicate, parts: others.map((one) => one.words) }];
  const rest = others.filter((one) => one !== first).map((one) => one.words);
  const bare = first.words.filter((word) => !first.preposition.includes(word));
  return splitWords(syntax, first.word, bare).map((object) => ({
    ...base,
    predicate: [...predicate, ...first.preposition],
    parts: [object, ...rest],
  }));
}

/** A verb that only goes on with its governing verb: "agreed to meet" is one predicate. */
function isJoined(syntax: Syntax, at: number): boolean {
  const head = syntax.headOf(at);
  return (
    head !== undefined &&
    syntax.relationOf(at) === 'xcomp' &&
    syntax.word(at).upos === 'VERB' &&
    syntax.word(head).upos === 'VERB' &&
    syntax.child(head, 'obj', 'iobj') === undefined
  );
}

/** The verb and the infinitives that go on with it. */
function chainOf(syntax: Syntax, at: number): number[] {
  const next = syntax.children(at, 'xcomp').find((child) => isJoined(syntax, child));
  return next === undefined ? [at] : [at, ...chainOf(syntax, next)];
}

/** Auxiliaries, negation, particles and the verbs themselves, in order. */
function predicateOf(syntax: Syntax, chain: readonly number[], copula: boolean): number[] {
  const words = chain.flatMap((verb, i) => [
    ...(copula && i === 0 ? [] : [verb]),
    ...syntax.children(verb, 'aux', 'aux:pass', 'cop', 'compound:prt'),
    ...syntax.children(verb, 'advmod').filter((word) => isClose(syntax, word, verb)),
    ...(i === 0 ? [] : syntax.children(verb, 'mark')),
  ]);
  return [...new Set(words)].sort((a, b) => a - b);
}

/** "not", "also", "never": an adverb without dependents right beside its verb. */
const isClose = (syntax: Syntax, adverb: number, verb: number): boolean =>
  syntax.children(adverb).length === 0 && adverb < verb && verb - adverb <= 2;

function objectsOf(syntax: Syntax, verb: number): number[] {
  const object = syntax.children(verb, 'obj');
  return object.length > 0 ? [...object] : [...syntax.children(verb, 'ccomp')];
}

/** The predicate of a copula, without its subject and auxiliaries. */
function nominalOf(syntax: Syntax, at: number): number[] {
  return subtreeWithout(
    syntax,
    at,
    /^(?:nsubj|csubj|cop|aux|conj|cc|punct|parataxis|mark|advcl|expl|discourse|vocative|ccomp)/,
  );
}

interface Adjunct {
  readonly word: number;
  readonly words: readonly number[];
  readonly preposition: readonly number[];
}

/** Prepositional phrases, bare times, infinitives of purpose and receivers. */
function adjuncts(syntax: Syntax, verb: number): Adjunct[] {
  const copula = syntax.child(verb, 'cop') !== undefined;
  return syntax
    .children(verb, 'obl', 'iobj', 'advmod', 'xcomp', 'advcl')
    .filter((child) => !isJoined(syntax, child) && !isClose(syntax, child, verb))
    .filter((child) => !copula || syntax.relationOf(child) === 'advcl')
    .filter((child) => syntax.relationOf(child) !== 'advcl' || isShortClause(syntax, child))
    .map((child) => ({
      word: child,
      words: full(syntax, child),
      preposition: syntax.children(child, 'case').filter((word) => word < child),
    }));
}

const isShortClause = (syntax: Syntax, at: number): boolean =>
  isInfinitive(syntax, at) && syntax.subtree(at).length < 12;

/** Each of several objects by itself: "met Moss and Lund". */
function splitOf(syntax: Syntax, object: number): number[][] {
  if (syntax.relationOf(object) === 'ccomp') return [full(syntax, object)];
  const members = listOf(syntax, object);
  if (members.length === 1 || members.length > 8)
    return [subtreeWithout(syntax, object, /^(?:acl:relcl|appos|parataxis)$/)];
  return members.map((member) => subtreeWithout(syntax, member, /^(?:conj|cc|punct)$/));
}

function splitWords(syntax: Syntax, head: number, words: readonly number[]): number[][] {
  const members = listOf(syntax, head);
  if (members.length === 1 || members.length > 8) return [[...words]];
  return members.map((member) => subtreeWithout(syntax, member, /^(?:conj|cc|punct|case)$/));
}

// Nouns

/** "Moss, the mayor of Lima," and "the mayor’s plan". */
function ofNoun(syntax: Syntax, at: number): OpenTriple[] {
  const { upos } = syntax.word(at);
  if (upos !== 'NOUN' && upos !== 'PROPN') return [];
  const found: OpenTriple[] = [];
  for (const child of syntax.children(at, 'appos')) {
    const named = syntax.word(at).upos === 'PROPN' ? [at, child] : [child, at];
    found.push({
      kind: 'apposition',
      word: child,
      subject: core(syntax, named[0] as number),
      predicate: [],
      implied: 'is',
      parts: [core(syntax, named[1] as number)],
      way: 'own',
    });
  }
  const owner = syntax.child(at, 'nmod:poss');
  if (owner !== undefined && syntax.word(owner).upos !== 'PRON')
    found.push({
      kind: 'possessive',
      word: at,
      subject: core(syntax, owner),
      predicate: [],
      implied: 'has',
      parts: [core(syntax, at).filter((word) => !syntax.subtree(owner).includes(word))],
      way: 'own',
    });
  const title = syntax.child(at, 'nmod:desc');
  if (title !== undefined && upos === 'PROPN')
    found.push({
      kind: 'title',
      word: at,
      subject: [at, ...syntax.children(at, 'flat')].sort((a, b) => a - b),
      predicate: [],
      implied: 'is',
      parts: [full(syntax, title)],
      way: 'own',
    });
  return found;
}

// Phrases

/** A subject: its words without what is coordinated with it. */
function phrase(syntax: Syntax, head: number): number[] {
  const antecedent = antecedentOf(syntax, head);
  return subtreeWithout(
    syntax,
    antecedent ?? head,
    /^(?:conj|cc|punct|acl:relcl|parataxis|case|mark|cc:preconj|cop|nsubj|aux)$/,
  );
}

const core = (syntax: Syntax, head: number): number[] =>
  subtreeWithout(
    syntax,
    head,
    /^(?:conj|cc|punct|acl:relcl|parataxis|case|appos|mark|cc:preconj|nmod:desc|cop|nsubj|aux|advcl)$/,
  );

/** All words under a head, without punctuation at the edges. */
function full(syntax: Syntax, head: number): number[] {
  return trimmed(syntax, syntax.subtree(head));
}

/** The words under a head without the branches of certain relations that hang on it. */
function subtreeWithout(syntax: Syntax, head: number, relations: RegExp): number[] {
  const words = [
    head,
    ...syntax
      .children(head)
      .filter((child) => !isCut(syntax, child, relations))
      .flatMap((child) => syntax.subtree(child)),
  ];
  return trimmed(
    syntax,
    words.sort((a, b) => a - b),
  );
}

function isCut(syntax: Syntax, child: number, relations: RegExp): boolean {
  const { deprel, form } = syntax.word(child);
  if (deprel === 'punct' && form === '-') return false;
  return relations.test(deprel) || relations.test(deprel.replace(/:.*/, ''));
}

function trimmed(syntax: Syntax, words: number[]): number[] {
  const isMark = (at: number | undefined) => at !== undefined && syntax.word(at).upos === 'PUNCT';
  let [from, to] = [0, words.length];
  while (from < to && isMark(words[from])) from++;
  while (to > from && isMark(words[to - 1])) to--;
  return words.slice(from, to);
}

/** Whether a passive: kept for those who count confidence. */
export const isTurned = (syntax: Syntax, { word, kind }: OpenTriple): boolean =>
  kind === 'verb' && isPassive(syntax, word);
