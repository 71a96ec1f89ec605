// Walks over one dependency tree, by position: who depends on whom. Knows no rule and no name.
import type { Span } from '../../graph/model.ts';
import type { Tree, TreeWord } from '../text/index.ts';
import type { Place } from './article.ts';
import { isPlainVerb, verbOfEnding, verbOfForm } from './inflection.ts';

/** A tree with its children at hand. Positions count from 0. Cost: linear to make; each walk as far as it goes. */
export class Syntax {
  readonly words: readonly TreeWord[];
  readonly #children: readonly (readonly number[])[];
  readonly #relations: readonly string[];

  constructor(tree: Tree) {
    this.words = tree.words.map((word, at, all) => withLemma(word, all[at - 1]));
    this.#relations = this.words.map(({ deprel }) => withoutSubtype(deprel));
    const children: number[][] = tree.words.map(() => []);
    tree.words.forEach((word, i) => {
      if (word.head > 0) children[word.head - 1]?.push(i);
    });
    this.#children = children;
  }

  word(at: number): TreeWord {
    return this.words[at] as TreeWord;
  }

  /** Position of the head; undefined for the root. */
  headOf(at: number): number | undefined {
    const { head } = this.word(at);
    return head === 0 ? undefined : head - 1;
  }

  /** The relation to the head, without its subtype: `nsubj` for `nsubj:pass`. */
  relationOf(at: number): string {
    return this.#relations[at] as string;
  }

  /** The dependents, in order; with `relations` (whole or without subtype) only those. */
  children(at: number, ...relations: readonly string[]): readonly number[] {
    const all = this.#children[at] ?? none;
    if (relations.length === 0) return all;
    return all.filter((child) => this.#isOneOf(child, relations));
  }

  #isOneOf(at: number, relations: readonly string[]): boolean {
    return relations.includes(this.word(at).deprel) || relations.includes(this.relationOf(at));
  }

  /** The first dependent in one of these relations. */
  child(at: number, ...relations: readonly string[]): number | undefined {
    return (this.#children[at] ?? none).find((child) => this.#isOneOf(child, relations));
  }

  /** A word and everything under it, in order; may have gaps. */
  subtree(at: number): number[] {
    const found: number[] = [];
    const visit = (word: number) => {
      found.push(word);
      for (const child of this.children(word)) visit(child);
    };
    visit(at);
    return found.sort((a, b) => a - b);
  }

  /** The words from the first to the last under `at`: a phrase. */
  span(at: number): { readonly from: number; readonly to: number } {
    const all = this.subtree(at);
    return { from: all[0] as number, to: (all.at(-1) as number) + 1 };
  }

  /** A word and those coordinated with it, in order: "Chile, Peru and Norway". */
  conjuncts(at: number): number[] {
    return [at, ...this.children(at, 'conj').flatMap((child) => this.conjuncts(child))];
  }

  /** From the head upwards, the root last. */
  ancestors(at: number): number[] {
    const found: number[] = [];
    for (let up = this.headOf(at); up !== undefined; up = this.headOf(up)) found.push(up);
    return found;
  }

  /** The word of a stretch whose head lies outside it: the first such. */
  headWithin({ from, to }: Pick<Place, 'from' | 'to'>): number {
    for (let at = from; at < to; at++) {
      const head = this.headOf(at);
      if (head === undefined || head < from || head >= to) return at;
    }
    return from;
  }
}

const none: readonly number[] = [];

function withoutSubtype(deprel: string): string {
  const at = deprel.indexOf(':');
  return at === -1 ? deprel : deprel.slice(0, at);
}

/** The parser's table guesses at verbs that it has never seen ("lifted"); the list knows them. */
function withLemma(word: TreeWord, before: TreeWord | undefined): TreeWord {
  if (word.upos !== 'VERB') return word;
  const form = word.form.toLowerCase();
  // "to found a party" finds none.
  if ((word.xpos === 'VB' || before?.xpos === 'TO') && isPlainVerb(form))
    return word.lemma === form ? word : { ...word, lemma: form, xpos: 'VB' };
  if (!/^VB[DGN]$/.test(word.xpos)) return word;
  const lemma = verbOfForm(form) ?? (word.lemma === form ? verbOfEnding(form) : undefined);
  return lemma === undefined || lemma === word.lemma ? word : { ...word, lemma };
}

/**
 * Where words stand in the text. The parts of a contraction share its span in the tree; here each has its own: "Moss" of
 * "Moss's" ends before the apostrophe. Shape: at least one word.
 */
export function spanOf({ words }: Pick<Tree, 'words'>, { from, to }: Pick<Place, 'from' | 'to'>): Span {
  const [first, last] = [words[from] as TreeWord, words[to - 1] as TreeWord];
  const isLater = sameToken(words[from - 1], first);
  const isEarlier = sameToken(last, words[to]);
  return {
    start: isLater ? Math.max(first.start, first.end - first.form.length) : first.start,
    end: isEarlier ? Math.min(last.end, last.start + last.form.length) : last.end,
  };
}

const sameToken = (a: TreeWord | undefined, b: TreeWord | undefined): boolean =>
  a !== undefined && b !== undefined && a.start === b.start && a.end === b.end;
