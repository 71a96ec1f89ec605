// The name of a relation that no rule knows, made of the verb that says it.
import { structuralTypes } from '../../../graph/vocabulary/index.ts';
import { pastParticiple, pastTense } from '../inflection.ts';

/** Past tense, particle and preposition, three words at most: `BACKED_OUT_OF`. Undefined where no letters are left. */
export const ownPredicate = (verb: string, preposition = ''): string | undefined =>
  nameOf(pastTense, verb, preposition);

/** Of a passive without agent: `WAS_SWORN_IN`. */
export const passivePredicate = (verb: string, preposition = ''): string | undefined => {
  const name = nameOf(pastParticiple, verb, preposition);
  return name === undefined ? undefined : `WAS_${name}`;
};

function nameOf(tense: (lemma: string) => string, verb: string, preposition: string): string | undefined {
  const [lemma = '', ...particles] = verb.split('-');
  const words = [tense(lemma), ...particles, ...preposition.split(' ')].filter((word) => word !== '');
  const name = words
    .slice(0, 3)
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Z][A-Z0-9_]*$/.test(name) && !structuralTypes.has(name) ? name : undefined;
}
