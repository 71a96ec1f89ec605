// Text as search compares it: letters without their accents, in lower case, words with one blank before each.

/** " mara lindqvist" of "Mara  Lindqvist!": every word begins after a blank, so that " lind" finds the start of one. */
export const folded = (text: string): string => {
  const plain = isPlain.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  return ` ${plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
};

/** The words of a query, each as it is looked for in a folded text: " lind". */
export const wantedIn = (query: string): readonly string[] =>
  folded(query)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);

/** Whether every wanted word begins a word of a folded text. */
export const hasAll = (text: string, wanted: readonly string[]): boolean =>
  wanted.every((word) => text.includes(word));

const isPlain = /^[\x20-\x7e\n]*$/;
