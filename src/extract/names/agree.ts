// From what each sentence shows to what the article means: one type for one string, surnames of people who have been named,
// names that a sentence hid, headlines read with what running text has taught.
import type { NameKind, Tree, TreeWord } from '../../text/index.ts';
import type { Article, Name } from '../article.ts';
import { genderOfFirstName } from '../data/first-names.ts';
import { type Known, learn } from './learn.ts';
import { isCased, isLoud } from './loud.ts';
import { type Spotted, typeOf } from './spot.ts';

/** `all` holds a list a tree. Gives names in reading order, without overlap. Cost: linear. */
export function agree({ trees }: Article, all: readonly (readonly Spotted[])[]): Name[] {
  const spotted = isCased(trees)
    ? all.map((names, i) => names.filter((name) => hasCapital(trees[i] as Tree, name)))
    : all;
  const loud = trees.map(isLoud);
  const known = learn(trees, spotted, loud);
  return trees.flatMap((tree, sentence) => {
    if (tree.kind === 'boilerplate') return [];
    const own = (spotted[sentence] as Spotted[]).filter((name) =>
      name.guessed
        ? !loud[sentence] && known.votes.has(textOf(tree.words, name))
        : !loud[sentence] || isCredible(tree, name, known),
    );
    const filled = fill(tree, own, known, loud[sentence] as boolean);
    return filled.map((name): Name => ({ sentence, ...settle(tree.words, name, known) }));
  });
}

/** Places alone are written small now and then ("in kerala"); what else the head sees there is mostly none. */
const hasCapital = ({ words }: Tree, name: Spotted): boolean =>
  name.type === 'Place' || /[^\P{L}\p{Ll}]/u.test(textOf(words, name));

const kinds: readonly NameKind[] = ['person', 'organization', 'place'];

/** How much the rest of the article counts against a name's own sentence. */
const shareOfArticle = 0.8;

function settle(words: readonly TreeWord[], name: Spotted, known: Known): Omit<Name, 'sentence'> {
  const { from, to, listed } = name;
  const base = { from, to };
  const country = listed?.country;
  const text = textOf(words, name);
  if (known.storms.has(text)) return { ...base, type: 'Event', confidence: 0.8 };
  const votes = known.votes.get(text);
  if (name.type === 'Event' || name.scores === undefined)
    return {
      ...base,
      type: name.type,
      ...(country ? { country } : {}),
      confidence: name.type === 'Event' ? 0.8 : 0.85,
    };
  const own = name.scores;
  const score = (kind: NameKind) => own[kind] + shareOfArticle * ((votes?.[kind] ?? 0) - own[kind]);
  const best = kinds.reduce((a, b) => (score(b) > score(a) ? b : a));
  const isPerson = best === 'person' && !(country?.by === 'country' && isOnlyCountry(text, known));
  const type = country !== undefined && country.by !== 'seat' && !isPerson ? 'Place' : typeOf[best];
  const confidence = confidenceOf(
    own[best] - own.none,
    score(best) - Math.max(...kinds.map((k) => (k === best ? -1e9 : score(k)))),
  );
  return { ...base, type, ...(country && type !== 'Person' ? { country } : {}), confidence };
}

/** Türkiye is nobody; Chad, Jordan and Israel may be. */
const isOnlyCountry = (text: string, { surnames }: Known): boolean =>
  !genderOfFirstName.has(text) && !surnames.has(text);

/** From two distances, to no name and to the next kind, to 0–1: nothing but sums and quotients, alike on every machine. */
function confidenceOf(name: number, kind: number): number {
  const sure = (distance: number) => (distance <= 0 ? 0.5 : 0.5 + (0.5 * distance) / (distance + 2));
  return Math.round(100 * Math.min(sure(name), sure(kind))) / 100;
}

/** In a headline in which every word has a capital: what the running text knows, or a list, or the head firmly. */
function isCredible(tree: Tree, name: Spotted, known: Known): boolean {
  if (name.scores === undefined) return true;
  const text = textOf(tree.words, name);
  if (known.votes.has(text) || known.byFold.has(text.toLowerCase())) return true;
  return (
    name.listed !== undefined ||
    Math.max(...kinds.map((kind) => name.scores?.[kind] ?? 0)) - name.scores.none > firm
  );
}

const firm = 3;

/** Adds known names at places where the sentence's own are silent, and takes the longer of two that begin alike. */
function fill(tree: Tree, own: readonly Spotted[], known: Known, loud: boolean): Spotted[] {
  const { words } = tree;
  const found: Spotted[] = [];
  let next = 0;
  for (let at = 0; at < words.length; ) {
    while ((own[next]?.from ?? Number.POSITIVE_INFINITY) < at) next++;
    const mine = own[next]?.from === at ? own[next] : undefined;
    const taught = known.longestAt(words, at, loud);
    const end = at + (taught?.length ?? 0);
    const fits =
      taught !== undefined &&
      (own[next - 1]?.to ?? 0) <= at &&
      swallows(own, next, end) &&
      (mine !== undefined || (beginsAt(own, next) >= end && standsApart(words, at, end, loud, taught.count)));
    if (fits && taught !== undefined && (mine === undefined || end > mine.to)) {
      found.push({ from: at, to: end, type: taught.type, scores: taught.scores, listed: taught.listed });
      at = end;
    } else if (mine !== undefined) {
      found.push(mine);
      at = mine.to;
    } else at++;
  }
  return found;
}

const beginsAt = (own: readonly Spotted[], index: number): number =>
  own[index]?.from ?? Number.POSITIVE_INFINITY;

/** Whether what begins before `end` ends by then, and is no event. */
function swallows(own: readonly Spotted[], index: number, end: number): boolean {
  for (let i = index; beginsAt(own, i) < end; i++) {
    const name = own[i] as Spotted;
    if (name.to > end || name.type === 'Event') return false;
  }
  return true;
}

/** Whether nothing says that the words are part of a longer name, or a common word with a sentence's capital. */
function standsApart(
  words: readonly TreeWord[],
  from: number,
  to: number,
  loud: boolean,
  count: number,
): boolean {
  if (loud) return true;
  const isCapital = (at: number) => /^\p{Lu}/u.test(words[at]?.form ?? '') && words[at]?.upos === 'PROPN';
  if ((from > 1 && isCapital(from - 1)) || isCapital(to)) return false;
  return to - from > 1 || from > 0 || count > 1;
}

/** The words as they stand, divided by spaces. */
export const textOf = (words: readonly TreeWord[], { from, to }: Pick<Spotted, 'from' | 'to'>): string => {
  let text = (words[from] as TreeWord).form;
  for (let at = from + 1; at < to; at++) text += ` ${(words[at] as TreeWord).form}`;
  return text;
};
