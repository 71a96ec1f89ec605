// Which sentences the network reads together, and in which rows their words stand.

/** The longest sentence that the network takes at once, in words. */
export const longest = 200;

/** Sentences are read together until they have so many words: weights are fetched once for all, and still fit the cache. */
const batchWords = 128;

/** Rows for the words of a batch: two sentences always fit. */
export const capacity = 2 * longest;

/** A sentence in a batch: its words stand in rows from `first` on, in the upper layer after the root's row. */
export interface Sentence {
  /** Among the sentences given. */
  readonly index: number;
  readonly forms: readonly string[];
  readonly first: number;
  readonly root: number;
}

/** Sentences of like length together, longest first. *Errors*: `RangeError` where one is empty or too long. */
export function batchesOf(sentences: readonly (readonly string[])[]): Sentence[][] {
  const length = (index: number) => (sentences[index] as readonly string[]).length;
  const order = sentences.map((_, index) => index).sort((a, b) => length(b) - length(a) || a - b);
  const batches: Sentence[][] = [];
  let words = batchWords;
  for (const index of order) {
    const forms = sentences[index] as readonly string[];
    const n = forms.length;
    if (n === 0 || n > longest) throw new RangeError(`A sentence has 1 to ${longest} words, not ${n}.`);
    let batch = batches.at(-1);
    if (batch === undefined || (words + n > batchWords && batch.length % 2 === 0)) {
      batch = [];
      batches.push(batch);
      words = 0;
    }
    batch.push({ index, forms, first: words, root: words + batch.length });
    words += n;
  }
  return batches;
}
