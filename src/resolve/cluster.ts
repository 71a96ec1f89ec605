// Which names stand for one thing: full names, and the shorter ones that only one full name of the corpus explains.
// Sees distinct names, no articles; what becomes of a cluster is `entities.ts`'s matter.
import type { EntityType } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';

/** A name as it is compared. */
export interface Name {
  readonly type: EntityType;
  /** Folded words; `key` is type and words as one string. */
  readonly words: readonly string[];
  readonly key: string;
  /** Its first letters, of two significant words or more: "uns" for United Nations Secretariat. */
  readonly initials: string | null;
  /** Whether some report writes it as an acronym. */
  readonly isAcronym: boolean;
  /** An import says which entity it is: it joins no other name. */
  readonly isFixed: boolean;
}

/**
 * The key of the name that each name is a form of, by key; a full name is a form of itself. A name is a short form of
 * another when it is one of the other's `abbreviations`, and when all names that it could be short for are forms of
 * one; where they are several it stays apart. Order of the names doesn't matter. Cost: linear, plus sorting.
 */
export function cluster(names: readonly Name[]): ReadonlyMap<string, string> {
  const fullestFirst = [...names].sort(
    (a, b) => b.words.length - a.words.length || b.key.length - a.key.length || compare(a.key, b.key),
  );
  const rootOf = new Map<string, string>();
  /** Roots of the names so far that could be meant, by type and abbreviation. */
  const meant = new Map<string, Set<string>>();
  for (const name of fullestFirst) {
    const found = meant.get(asShortForm(name)) ?? new Set();
    const [only] = found;
    const root = only !== undefined && found.size === 1 && !name.isFixed ? only : name.key;
    rootOf.set(name.key, root);
    for (const short of abbreviations(name)) {
      const key = `${name.type} ${short}`;
      meant.set(key, (meant.get(key) ?? new Set()).add(root));
    }
  }
  return rootOf;
}

/** The abbreviation that a name would be, if it is one. */
function asShortForm({ type, words, key, isAcronym }: Name): string {
  const [letters = '', last] = words;
  if (type !== 'Person') return isAcronym ? `${type} ${letters}` : '';
  const hasInitials = words.length === 2 && /^(?:\p{L}|[^aeiou\P{L}]{2,3})$/u.test(letters);
  return hasInitials ? `${type} ${initialled(letters, last)}` : key;
}

/** What may be written for a full name: parts of a person's name, the first letters of others. */
function abbreviations({ type, words, initials }: Name): Set<string> {
  if (type !== 'Person') return new Set(initials === null ? [] : [initials]);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const found = new Set<string>();
  if (words.length === 1) return found;
  // Xi is short for Xi Jinping: in half of the world the family name comes first.
  found.add(first);
  // Holt and Maria Holt are short for Lena Maria Holt, and so is Lena Holt.
  for (let i = 1; i < words.length; i += 1) found.add(words.slice(i).join(' '));
  for (const middle of selections(words.slice(1, -1))) found.add([first, ...middle, last].join(' '));
  // L. Holt and L. M. Holt are as well.
  const letters = words.slice(0, -1).map((word) => word[0]);
  for (let i = 1; i <= letters.length; i += 1) found.add(initialled(letters.slice(0, i).join(''), last));
  found.delete(words.join(' '));
  return found;
}

const initialled = (letters: string, last: string | undefined): string => `${letters}. ${last}`;

/** Every way to leave out some of the words in the middle, of at most five; of more, all are left out. */
function selections(words: readonly string[]): string[][] {
  const [word, ...rest] = words;
  if (word === undefined || words.length > 5) return [[]];
  return selections(rest).flatMap((some) => [some, [word, ...some]]);
}
