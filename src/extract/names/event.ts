// Names of events: a run of capitalised words that ends, or begins, in a word for what happens. Rules alone.
import type { TreeWord } from '../../text/index.ts';
import { eventEndings, eventOpenings, notOfEvents, stormWords } from '../data/name-endings.ts';

/**
 * How many words a named event has that begins at `at`: "World Cup 2018", "Battle of Verdun"; 0 where none does.
 * Cost: as long as the run.
 */
export function eventAt(words: readonly TreeWord[], at: number): number {
  if (!isCapital(words[at])) return 0;
  const before = words[at - 1];
  if (isCapital(before) && before?.upos === 'PROPN') return 0;
  if (eventOpenings.has(words[at]?.form ?? '') && words[at + 1]?.form === 'of') {
    const start = words[at + 2]?.form === 'the' ? at + 3 : at + 2;
    const end = runEnd(words, start);
    if (end > start) return end - at;
  }
  if (stormWords.has(words[at]?.form ?? '') && words[at + 1]?.upos === 'PROPN' && isCapital(words[at + 1]))
    return 2;
  const end = runEnd(words, at);
  for (let last = end - 1; last > at; last--) {
    const form = words[last]?.form ?? '';
    if (!eventEndings.has(form) || notOfEvents.has(words[at]?.form ?? '')) continue;
    const next = words[last + 1];
    const numbered = next !== undefined && /^(?:[IVX]+|(?:19|20)\d\d)$/.test(next.form);
    return last + (numbered ? 2 : 1) - at;
  }
  return 0;
}

function runEnd(words: readonly TreeWord[], at: number): number {
  let end = at;
  while (isCapital(words[end]) || (end > at && words[end]?.form === '-' && isCapital(words[end + 1]))) end++;
  return end;
}

const isCapital = (word: TreeWord | undefined): boolean =>
  word !== undefined &&
  (/^\p{Lu}/u.test(word.form) || /^\d+(?:st|nd|rd|th)$/.test(word.form)) &&
  word.form !== 'I';
