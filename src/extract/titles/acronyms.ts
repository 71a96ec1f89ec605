// Pairs short forms with the names that they stand for: "the World Health Organization (WHO)". What the pair stands for is
// the matter of reference/.
import type { Tree } from '../../text/index.ts';
import type { Article, Name, Place } from '../article.ts';

/** A name and its short form, where the article puts one for the other. */
export interface Acronym {
  /** "World Health Organization". */
  readonly full: Place;
  /** "WHO". */
  readonly short: Place;
  /** 0–1. */
  readonly confidence: number;
}

/**
 * In reading order: pairs that stand beside each other ("(WHO)", ", or WHO,"), then short names whose letters begin the
 * words of just one longer name of the article. A short form is paired once. *Cost*: linear in the words, and short names
 * times long ones. *Source*: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003), with
 * names instead of any words where the article has them.
 */
export function acronymsOf(article: Article, names: readonly Name[]): Acronym[] {
  const bySentence: Name[][] = article.trees.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  const beside = article.trees.flatMap((tree, sentence) =>
    tree.kind === 'boilerplate' ? [] : defined(tree, sentence, bySentence[sentence] ?? []),
  );
  return [...beside, ...byInitials(article, names, beside)];
}

/** "FULL (SHORT)", "SHORT (FULL)", "FULL, or SHORT". */
function defined(tree: Tree, sentence: number, names: readonly Name[]): Acronym[] {
  const { words } = tree;
  const form = (at: number) => words[at]?.form ?? '';
  const found: Acronym[] = [];
  words.forEach((word, mark) => {
    const open = word.form === '(' || word.form === '[';
    const or = word.form === ',' && /^(?:or|known)$/.test(form(mark + 1));
    if (!open && !or) return;
    const start = open ? mark + 1 : mark + (form(mark + 1) === 'known' ? 3 : 2);
    const at = /^["“‘']$|^the$/i.test(form(start)) ? start + 1 : start;
    const end = shortEnd(tree, at);
    if (end > at && (!open || /^[)\],;"”’']$/.test(form(end)))) {
      const full = fullBefore(tree, names, mark, shortOf(tree, at, end));
      if (full !== undefined)
        found.push({ full: { sentence, ...full }, short: { sentence, from: at, to: end }, confidence: 0.95 });
      return;
    }
    // "the WHO (World Health Organization)"
    const from = mark - 1;
    const name = names.find((other) => other.from === at || other.from === at + 1);
    if (!open || name === undefined || shortEnd(tree, from) !== mark) return;
    if (stands(shortOf(tree, from, mark), fullOf(tree, name)))
      found.push({
        full: { sentence, from: name.from, to: name.to },
        short: { sentence, from, to: mark },
        confidence: 0.95,
      });
  });
  return found;
}

/** Where a short form that starts at a word ends; `at` where none does: two capitals at least, no sentence case. */
function shortEnd({ words }: Tree, at: number): number {
  const form = words[at]?.form ?? '';
  const joined = words[at + 1]?.form === '-' && /^\p{Lu}{2,}$/u.test(words[at + 2]?.form ?? '');
  if (!isShort(form)) return at;
  return joined ? at + 3 : at + 1;
}

const isShort = (form: string): boolean =>
  form.length >= 2 && form.length <= 10 && /^\p{Lu}[\p{L}\p{N}.&+-]*$/u.test(form) && capitals(form) >= 2;

const capitals = (form: string): number => form.match(/\p{Lu}/gu)?.length ?? 0;

const shortOf = ({ words }: Tree, from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.form)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');

const fullOf = ({ words }: Tree, { from, to }: { readonly from: number; readonly to: number }): string[] =>
  words.slice(from, to).map((word) => word.form);

/** The name right before a mark whose letters a short form takes, or else the words that do. */
function fullBefore(
  tree: Tree,
  names: readonly Name[],
  mark: number,
  short: string,
): { from: number; to: number } | undefined {
  const to = tree.words[mark - 1]?.form === ',' ? mark - 1 : mark;
  const name = names.find((other) => other.to === to);
  if (name !== undefined && name.to - name.from > 1 && stands(short, fullOf(tree, name)))
    return { from: name.from, to: name.to };
  // Up to twice as many words as letters, the fewest that hold them all.
  for (let from = to - 2; from >= Math.max(0, to - Math.min(2 * short.length, short.length + 5)); from--) {
    const first = tree.words[from]?.form ?? '';
    if (!/^[\p{L}\p{N}-]+$/u.test(first)) return undefined;
    if (/^\p{Lu}/u.test(first) && stands(short, fullOf(tree, { from, to }))) return { from, to };
  }
  return undefined;
}

/** Whether the letters of a short form stand in the words in order, the first at their beginning, most at a word’s. */
function stands(short: string, words: readonly string[]): boolean {
  const letters = short.toLowerCase();
  const big = words.filter((word) => !small.has(word.toLowerCase()) && /^[\p{L}\p{N}]/u.test(word));
  if (big.length < 2 || big[0]?.[0]?.toLowerCase() !== letters[0]) return false;
  return initials(words, letters) || initials(big, letters) || within(big, letters);
}

const small = new Set("of the and for in on to a an de la des du et y & - — ’s 's".split(' '));

const initials = (words: readonly string[], letters: string): boolean =>
  words
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .map((word) => word[0]?.toLowerCase())
    .join('') === letters;

/** "Interpol"-like forms: every letter in order, each next word’s beginning before a letter inside a word. */
function within(words: readonly string[], letters: string): boolean {
  const text = words.join(' ').toLowerCase();
  let at = 0;
  let starts = 0;
  for (const letter of letters) {
    const next = text.indexOf(` ${letter}`, at);
    const found = at === 0 && text[0] === letter ? 0 : next !== -1 ? next + 1 : text.indexOf(letter, at);
    if (found === -1) return false;
    if (found === 0 || text[found - 1] === ' ') starts++;
    at = found + 1;
  }
  // All of the words that matter begin a letter, and no more than one letter is from within a word.
  return starts >= letters.length - 1 && starts >= Math.min(words.length, letters.length) - 1;
}

/** Short names that no pair explains, and the one longer name that begins with their letters. */
function byInitials(article: Article, names: readonly Name[], beside: readonly Acronym[]): Acronym[] {
  const wordsOf = (name: Name) => fullOf(article.trees[name.sentence] as Tree, name);
  const explained = new Set(
    beside.map(({ short }) => shortOf(article.trees[short.sentence] as Tree, short.from, short.to)),
  );
  const long = new Map<string, Name[]>();
  for (const name of names) {
    if (name.type === 'Person' || name.to - name.from < 2) continue;
    const words = wordsOf(name).filter((word) => /^\p{Lu}/u.test(word));
    const key = words.map((word) => word[0]).join('');
    long.set(key, [...(long.get(key) ?? []), name]);
  }
  const found: Acronym[] = [];
  for (const name of names) {
    if (name.to - name.from !== 1 || name.type === 'Person' || name.country !== undefined) continue;
    const tree = article.trees[name.sentence] as Tree;
    const short = shortOf(tree, name.from, name.to);
    if (!/^\p{Lu}{2,6}$/u.test(short) || explained.has(short)) continue;
    const fulls = (long.get(short) ?? []).filter((other) => other.country === undefined);
    const one = new Set(fulls.map((other) => wordsOf(other).join(' ').toLowerCase()));
    const [full] = fulls;
    if (full === undefined || one.size !== 1) continue;
    explained.add(short);
    found.push({
      full: { sentence: full.sentence, from: full.from, to: full.to },
      short: { sentence: name.sentence, from: name.from, to: name.to },
      confidence: 0.75,
    });
  }
  return found;
}
