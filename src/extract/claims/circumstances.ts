// The further phrases of a claim: where, about what, to whom, how much.
import type { Syntax } from '../syntax.ts';
import { type Ends, type Filler, isKind } from './ends.ts';
import type { Scene } from './events.ts';
import type { Predication } from './predications.ts';

/** A further phrase of a claim: "in Lima", "on fishing". */
export interface Circumstance {
  readonly role: 'place' | 'topic' | 'recipient' | 'initiator' | 'amount' | 'office' | 'status';
  readonly filler: Filler;
}

/** What a predication says besides its ends; `taken` are the words that stand at one. */
export function circumstancesOf(
  { sentence, ends, syntax }: Scene,
  { obliques, objects, receivers }: Predication,
  taken: readonly number[],
): Circumstance[] {
  const free = (words: readonly number[]) => words.filter((word) => !taken.includes(word));
  const recipients = ends
    .any(sentence, free(receivers))
    .map((filler) => ({ role: 'recipient' as const, filler }));
  const amounts = [...objects, ...obliques.flatMap(({ words }) => words)]
    .filter((word) => isAmount(syntax, word) && !ends.isTime(sentence, word))
    .map((word) => ({ role: 'amount' as const, filler: ends.phrase(sentence, word) }));
  return [...recipients, ...amounts, ...besides(sentence, ends, obliques, taken)];
}

/** Where an event took place, by its own phrases: "talks in Lima". */
export const placesOf = ({ sentence, ends }: Scene, obliques: Predication['obliques']): Circumstance[] =>
  obliques
    .filter(({ preposition }) => /^(?:in|at)$/.test(preposition))
    .flatMap(({ words }) => ends.named(sentence, words))
    .filter(({ thing }) => thing.type === 'Place')
    .map((filler) => ({ role: 'place', filler }));

/** Place, topic and recipient after prepositions. */
function besides(
  sentence: number,
  ends: Ends,
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
      if (/^(?:about|over|on|regarding|concerning)$/.test(preposition) && !ends.isTime(sentence, word))
        return [{ role: 'topic', filler: named ?? ends.phrase(sentence, word) }];
      if (preposition === 'to' && named !== undefined && isKind('actor', named.thing))
        return [{ role: 'recipient', filler: named }];
      return [];
    });
}

/** Money or a number of things: "$40 million", "5,000 troops". */
const isAmount = (syntax: Syntax, word: number): boolean =>
  syntax.word(word).upos === 'SYM' ||
  (syntax.word(word).upos === 'NUM' && syntax.child(word, 'nmod') === undefined);
