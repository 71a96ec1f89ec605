// Whether a sentence's capitals tell anything: not where every longer word has one.
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
