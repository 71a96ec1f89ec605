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
 * another when its words leave some of the other's out or give initials, and when all names that it could be short for
 * are forms of one; where they are several it stays apart. Order of the names doesn't matter. Cost: sorting, and for
 * each short name the names that share its first or last word.
 */
export function cluster(names: readonly Name[]): ReadonlyMap<string, string> {
  const fullestFirst = [...names].sort(
    (a, b) => b.words.length - a.words.length || b.key.length - a.key.length || compare(a.key, b.key),
  );
  const blocks = Map.groupBy(
    fullestFirst.flatMap((name) => blocksOf(name).map((block) => ({ name, block }))),
    ({ block }) => block,
  );
  const roots = new Map<string, string>();
  for (const name of fullestFirst) {
    const others = blocksOf(name).flatMap((block) => blocks.get(block) ?? []);
    const fuller = others.filter((other) => !name.isFixed && isShortFor(name, other.name));
    const found = new Set(fuller.map((other) => roots.get(other.name.key)));
    const [root] = found;
    roots.set(name.key, found.size === 1 && root !== undefined ? root : name.key);
  }
  return roots;
}

/** Names that share no block are never compared. */
function blocksOf({ type, words, initials, isAcronym }: Name): string[] {
  const first = words[0] ?? '';
  if (type === 'Person') return [...new Set([first, words.at(-1) ?? ''])].map((word) => `${type} ${word}`);
  const acronym = isAcronym ? first : initials;
  return acronym === null ? [] : [`${type} ${acronym}`];
}

function isShortFor(short: Name, full: Name): boolean {
  if (short.key === full.key) return false;
  if (short.type !== 'Person') return short.isAcronym && short.words[0] === full.initials;
  return (
    isSuffix(short.words, full.words) ||
    isFirstWord(short.words, full.words) ||
    leavesOutMiddle(short.words, full.words) ||
    givesInitials(short.words, full.words)
  );
}

/** Holt is short for Lena Holt. */
const isSuffix = (short: readonly string[], full: readonly string[]): boolean =>
  short.length < full.length && short.every((word, i) => word === full[full.length - short.length + i]);

/** Xi is short for Xi Jinping: in half of the world the family name comes first. */
const isFirstWord = (short: readonly string[], full: readonly string[]): boolean =>
  short.length === 1 && full.length > 1 && short[0] === full[0];

/** Lena Holt is short for Lena Maria Holt. */
function leavesOutMiddle(short: readonly string[], full: readonly string[]): boolean {
  if (short.length < 2 || short.length >= full.length) return false;
  if (short[0] !== full[0] || short.at(-1) !== full.at(-1)) return false;
  let next = 0;
  for (const word of full) if (word === short[next]) next += 1;
  return next === short.length;
}

/** L. Holt is short for Lena Holt, L. M. Holt for Lena Maria Holt. Letters without a vowel, or one letter. */
function givesInitials(short: readonly string[], full: readonly string[]): boolean {
  const [letters = '', last] = short;
  if (short.length !== 2 || full.length < 2 || last !== full.at(-1)) return false;
  if (!/^(?:\p{L}|[^aeiou\P{L}]{2,3})$/u.test(letters) || full[0] === letters) return false;
  const initials = full.slice(0, -1).map((word) => word[0]);
  return initials.join('').startsWith(letters);
}
