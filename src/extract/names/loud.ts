// Whether capitals tell anything: not in a sentence where every longer word has one, nor in a text without any.
import type { Tree } from '../../text/index.ts';

/** Whether a headline has a capital on every longer word, or any sentence on every letter. Cost: linear. */
export function isLoud({ words, kind }: Tree): boolean {
  let long = 0;
  let loud = 0;
  for (const { form } of words) {
    if (!/^\p{L}{4,}/u.test(form)) continue;
    long++;
    if (kind === 'headline' ? /^\p{Lu}/u.test(form) : form === form.toUpperCase()) loud++;
  }
  return long >= 4 && loud * 4 >= long * 3;
}

/** Whether an article's sentences begin with capitals: then a name in small letters is none. Cost: linear in the sentences. */
export function isCased(trees: readonly Tree[]): boolean {
  let small = 0;
  let capital = 0;
  for (const { words } of trees) {
    const first = words.find(({ form }) => /^\p{L}/u.test(form))?.form ?? '';
    if (/^\p{Lu}/u.test(first)) capital++;
    else if (/^\p{Ll}/u.test(first)) small++;
  }
  return capital > 3 * small;
}
