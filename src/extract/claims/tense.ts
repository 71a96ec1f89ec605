// The past tense of a verb, for a relation's name: "back" gives "BACKED". Knows irregular verbs and doubled letters alone.

import { structuralTypes } from '../../../graph/vocabulary/index.ts';
import { doublingVerbs, irregularVerbs } from '../data/verbs.ts';

/** The type of a relation that no rule knows: past tense, particle and preposition, three words at most. Undefined where no letters are left. */
export function ownPredicate(verb: string, preposition = ''): string | undefined {
  const [lemma = '', ...particles] = verb.split('-');
  const words = [pastTense(lemma), ...particles, ...preposition.split(' ')].filter((word) => word !== '');
  const name = words
    .slice(0, 3)
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Z][A-Z0-9_]*$/.test(name) && !structuralTypes.has(name) ? name : undefined;
}

function pastTense(lemma: string): string {
  const irregular = past.get(lemma);
  if (irregular !== undefined) return irregular;
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doublingVerbs.has(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

const past: ReadonlyMap<string, string> = new Map(
  irregularVerbs
    .trim()
    .split(/,\s*/)
    .map((entry) => entry.split(' '))
    .map(([lemma = '', tense = lemma]) => [lemma, tense]),
);
