// The further phrases of a claim: where, about what, to whom, how much.

import { speechVerbs } from '../rules/speech.ts';
import type { Syntax } from '../syntax.ts';
import { type Filler, isKind } from './ends.ts';
import type { Scene } from './events.ts';
import { type Predication, prepositionOf } from './predications.ts';

/** A further phrase of a claim: "in Lima", "on fishing". */
export interface Circumstance {
  readonly role: 'place' | 'topic' | 'recipient' | 'initiator' | 'amount' | 'office' | 'status';
  readonly filler: Filler;
}

/** What a predication says besides its ends; `taken` are the words that stand at one. */
export function circumstancesOf(
  { sentence, ends, syntax }: Scene,
  { obliques, objects, receivers, verb }: Predication,
  taken: readonly number[],
): Circumstance[] {
  const free = (words: readonly number[]) => words.filter((word) => !taken.includes(word));
  const recipients = ends
    .any(sentence, free(receivers))
    .map((filler) => ({ role: 'recipient' as const, filler }));
  const amounts = [
    ...objects.flatMap((word) => amountsAt(syntax, word)),
    // Of what stands after a preposition only money and measures: "for 3 million dollars", not "with two ministers".
    ...obliques
      .flatMap(({ words }) => words)
      .filter((word) => isNumber(syntax, word) || isMeasure(syntax, word)),
  ].filter((word) => !ends.isTime(sentence, word));
  return [
    ...recipients,
    ...[...new Set(amounts)].map((word) => ({
      role: 'amount' as const,
      filler: amountPhrase({ sentence, ends, syntax }, word),
    })),
    ...besides({ sentence, ends, syntax }, tellsOf(syntax, verb, objects), obliques, taken),
  ];
}

/** Where an event took place, what it was about and how much of it there was, by its own phrases: "talks in Lima on fishing". */
export function phrasesOf(
  { sentence, ends, syntax }: Scene,
  noun: number,
  obliques: Predication['obliques'],
): Circumstance[] {
  const places = obliques
    .filter(({ preposition }) => /^(?:in|at)$/.test(preposition))
    .flatMap(({ words }) => ends.named(sentence, words))
    .filter(({ thing }) => thing.type === 'Place')
    .map((filler) => ({ role: 'place' as const, filler }));
  const topics = obliques
    .filter(({ preposition }) => topicPreposition.test(preposition))
    .flatMap(({ words }) => words.slice(0, 1))
    .filter((word) => !ends.isTime(sentence, word))
    .map((word) => ({
      role: 'topic' as const,
      filler: ends.named(sentence, [word])[0] ?? ends.phrase(sentence, word),
    }));
  const amounts = amountsAt(syntax, noun)
    .filter((word) => word !== noun && !ends.isTime(sentence, word))
    .map((word) => ({ role: 'amount' as const, filler: amountPhrase({ sentence, ends, syntax }, word) }));
  return [...places, ...topics, ...amounts];
}

const topicPreposition = /^(?:about|over|on|regarding|concerning)$/;

/** Place, topic and recipient after prepositions. */
function besides(
  { sentence, ends, syntax }: Pick<Scene, 'sentence' | 'ends' | 'syntax'>,
  tells: boolean,
  obliques: Predication['obliques'],
  taken: readonly number[],
): Circumstance[] {
  return obliques
    .filter(({ words }) => !words.some((word) => taken.includes(word)))
    .flatMap(({ preposition, words }): Circumstance[] => {
      const [word] = words;
      if (word === undefined) return [];
      const [named] = ends.named(sentence, words);
      if (/^(?:in|at)$/.test(preposition) && named?.thing.type === 'Place')
        return [{ role: 'place', filler: named }];
      // "arrived on tractors" is about nothing.
      const isTopic = topicPreposition.test(preposition) && (preposition !== 'on' || tells);
      if (isTopic && !ends.isTime(sentence, word))
        return [{ role: 'topic', filler: named ?? ends.phrase(sentence, word) }];
      if (preposition !== 'to') return [];
      if (named !== undefined)
        return isKind('actor', named.thing) ? [{ role: 'recipient', filler: named }] : [];
      const phrase = ends.phrase(sentence, word);
      const isGiven = ends.isKind('actor', phrase) && syntax.word(word).upos !== 'PRON';
      return isGiven ? [{ role: 'recipient', filler: phrase }] : [];
    });
}

/** Whether "on" after a verb leads to what it is about: "agreed on a date", "held talks in Lima on trade". */
const tellsOf = (syntax: Syntax, verb: string, objects: readonly number[]): boolean =>
  speechVerbs.has(verb) ||
  tellingVerbs.has(verb) ||
  objects.some((word) => tellingNouns.has(syntax.word(word).lemma));

const tellingNouns: ReadonlySet<string> = new Set(
  'talk talks meeting conversation discussion negotiation call consultation dialogue summit conference debate agreement deal treaty accord statement vote'.split(
    ' ',
  ),
);

const tellingVerbs: ReadonlySet<string> = new Set(
  'agree vote negotiate meet advise consult brief work cooperate collaborate debate focus decide rule question lobby press pressure clash differ disagree mediate confer deliberate compromise sign congratulate thank challenge interview campaign act lecture report update'.split(
    ' ',
  ),
);

/** The numbers of things that a phrase holds: "5,000 troops", "a grant of 2 million euros", "a 12-million-dollar loan". */
function amountsAt(syntax: Syntax, word: number): number[] {
  if (isNumber(syntax, word) || isCounted(syntax, word)) return [word];
  return syntax
    .children(word, 'nmod', 'compound', 'amod', 'nummod')
    .filter((child) => child < word || /^(?:of|worth|worth of)$/.test(prepositionOf(syntax, child)))
    .filter((child) => isMeasure(syntax, child) || (child > word && isCounted(syntax, child)));
}

/** The number with what it counts, without what it is a number of: "6 percent", "at least 210 people". */
function amountPhrase(
  { sentence, ends, syntax }: Pick<Scene, 'sentence' | 'ends' | 'syntax'>,
  word: number,
): Filler {
  const whole = ends.phrase(sentence, word);
  if (syntax.word(word).upos === 'SYM' || syntax.word(word).upos === 'NUM') return whole;
  const numbers = syntax
    .subtree(word)
    .filter((at) => at < word && at >= whole.from && syntax.word(at).upos === 'NUM');
  const [first] = numbers;
  const before = first === undefined ? [] : syntax.children(first, 'advmod', 'nmod', 'case', 'obl');
  const from = Math.min(...before.flatMap((at) => syntax.subtree(at)), first ?? whole.from);
  return { ...whole, from: Math.max(whole.from, from), to: word + 1 };
}

/** "$40 million", "210" */
const isNumber = (syntax: Syntax, word: number): boolean =>
  syntax.word(word).upos === 'SYM' ||
  (syntax.word(word).upos === 'NUM' &&
    syntax.child(word, 'nmod') === undefined &&
    !/^(?:nummod|compound|flat)/.test(syntax.word(word).deprel));

/** "5,000 troops", "twenty villages"; "one call" counts nothing. */
const isCounted = (syntax: Syntax, word: number): boolean =>
  syntax
    .children(word, 'nummod')
    .some((child) => syntax.word(child).upos === 'NUM' && !/^(?:one|two)$/i.test(syntax.word(child).form));

/** "3 million dollars", "12 percent" */
const isMeasure = (syntax: Syntax, word: number): boolean =>
  measures.has(syntax.word(word).lemma.toLowerCase()) &&
  syntax.children(word, 'nummod', 'compound', 'amod').some((child) => syntax.word(child).upos === 'NUM');

const measures: ReadonlySet<string> = new Set(
  'dollar euro pound krone krona franc peso real rupee ruble rouble yen yuan lira dinar rand won shekel hryvnia cent penny pence % percent percentage point share vote barrel ton tonne kilogram kilo gram litre liter gallon acre hectare mile kilometre kilometer metre meter foot degree megawatt gigawatt'.split(
    ' ',
  ),
);
