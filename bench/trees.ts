// Scores of trees against a treebank, as the CoNLL shared tasks count them; no input or output.
import type { GoldWord } from './treebank.ts';

/** A word of a predicted tree, in the same terms as a gold word. */
export type ScoredWord = Pick<
  GoldWord,
  'form' | 'lemma' | 'upos' | 'xpos' | 'head' | 'deprel' | 'start' | 'end'
>;

export interface TreeScores {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

/** The part of a relation that counts: without its subtype. */
export const relation = (deprel: string): string => deprel.split(':')[0] as string;

/** Percentages of right words, for sentences with the same words. Punctuation counts. */
export function scoreTrees(
  gold: readonly (readonly GoldWord[])[],
  found: readonly (readonly ScoredWord[])[],
): TreeScores {
  const pairs = gold.flatMap((words, s) =>
    words.map((word, i) => [word, found[s]?.[i] as ScoredWord] as const),
  );
  const share = (right: (g: GoldWord, f: ScoredWord) => boolean) =>
    (100 * pairs.filter(([g, f]) => right(g, f)).length) / pairs.length;
  return {
    words: pairs.length,
    upos: share((g, f) => g.upos === f.upos),
    xpos: share((g, f) => g.xpos === f.xpos),
    lemma: share((g, f) => g.lemma === f.lemma),
    uas: share((g, f) => g.head === f.head),
    las: share((g, f) => g.head === f.head && relation(g.deprel) === relation(f.deprel)),
  };
}

export interface F1 {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function f1Of(right: number, found: number, wanted: number): F1 {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = wanted === 0 ? 0 : (100 * right) / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Keys of a sentence's subject–verb–object triples: a verb with a subject and an object, by position of the heads. */
export function triples(words: readonly { upos: string; head: number; deprel: string }[]): string[] {
  const found: string[] = [];
  for (const [i, verb] of words.entries()) {
    if (verb.upos !== 'VERB') continue;
    const of = (wanted: string) =>
      words.flatMap((word, k) => (word.head === i + 1 && relation(word.deprel) === wanted ? [k + 1] : []));
    for (const subject of of('nsubj'))
      for (const object of of('obj')) found.push(`${subject} ${i + 1} ${object}`);
  }
  return found;
}

/** F1 of whole triples over sentences with the same words. */
export function scoreTriples(
  gold: readonly (readonly GoldWord[])[],
  found: readonly (readonly ScoredWord[])[],
): F1 {
  let right = 0;
  let wanted = 0;
  let given = 0;
  for (const [s, words] of gold.entries()) {
    const truth = new Set(triples(words));
    const guess = triples(found[s] ?? []);
    right += guess.filter((triple) => truth.has(triple)).length;
    wanted += truth.size;
    given += guess.length;
  }
  return f1Of(right, given, wanted);
}

export interface RawScores {
  readonly tokens: F1;
  readonly sentences: F1;
  readonly words: F1;
  readonly upos: F1;
  readonly las: F1;
}

/** The same from raw text: words are matched by their place. Source: the CoNLL 2018 shared task's evaluation. */
export function scoreRaw(
  gold: readonly (readonly (readonly GoldWord[])[])[],
  found: readonly (readonly (readonly ScoredWord[])[])[],
): RawScores {
  const count = {
    tokens: [0, 0, 0],
    sentences: [0, 0, 0],
    words: [0, 0, 0],
    upos: [0, 0, 0],
    las: [0, 0, 0],
  };
  const tally = (name: keyof typeof count, truth: ReadonlySet<string>, guess: ReadonlySet<string>) => {
    const t = count[name] as [number, number, number];
    t[0] += guess.intersection(truth).size;
    t[1] += guess.size;
    t[2] += truth.size;
  };
  for (const [d, truth] of gold.entries()) {
    const guess = found[d] ?? [];
    const both = (keys: (s: readonly ScoredWord[]) => string[]) =>
      [new Set(truth.flatMap(keys)), new Set(guess.flatMap(keys))] as const;
    tally('tokens', ...both((s) => s.map((w) => `${w.start}-${w.end}`)));
    tally('sentences', ...both((s) => [`${s[0]?.start}-${s.at(-1)?.end}`]));
    tally('words', ...both((s) => s.map((_, i) => place(s, i))));
    tally('upos', ...both((s) => s.map((w, i) => `${place(s, i)} ${w.upos}`)));
    tally(
      'las',
      ...both((s) =>
        s.map(
          (w, i) => `${place(s, i)} ${w.head === 0 ? 'root' : place(s, w.head - 1)} ${relation(w.deprel)}`,
        ),
      ),
    );
  }
  const scores = Object.entries(count).map(([name, [right, given, wanted]]) => [
    name,
    f1Of(right as number, given as number, wanted as number),
  ]);
  return Object.fromEntries(scores) as RawScores;
}

/** A word's place: its token's, and which of the token's words it is. */
function place(words: readonly ScoredWord[], index: number): string {
  const { start, end } = words[index] as ScoredWord;
  let part = 0;
  while (words[index - part - 1]?.start === start) part += 1;
  return `${start}-${end}.${part}`;
}
