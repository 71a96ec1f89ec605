import { expect, test } from 'vitest';
import { fold } from '../../../src/resolve/fold.ts';
import { withoutTitle, wordsOf } from '../../../src/resolve/name.ts';

test.each([
  ['President Lena Holt', 'Lena Holt'],
  ['former Prime Minister  Lena\nHolt', 'Lena Holt'],
  ['Vice-President Holt', 'Holt'],
  ['Mr. Holt', 'Holt'],
  ['Mr', 'Mr'],
  ['Stephen King', 'Stephen King'],
])('%j without its title is %s', (name, bare) => {
  expect(withoutTitle(name)).toBe(bare);
});

test.each([
  ['Katla Jónsdóttir', ['katla', 'jonsdottir']],
  ['J. D. Vance', ['jd', 'vance']],
  ['J.D. Vance', ['jd', 'vance']],
  ['Kim Jong-un', ['kim', 'jong', 'un']],
  ["Holt's", ['holt']],
  ["O'Neill", ['oneill']],
  ['the U.S.', ['us']],
  ['Лена Хольт', ['лена', 'хольт']],
  ['김정은', ['김정은']],
  ['!?', []],
])('the words of %s are %j', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test.each([
  ['zelensky zelenskyy zelenskiy zelenskij zelenskii zelenski', 'zelenski'],
  ['kiev kyiv kiew', 'kiv'],
  ['yuri yury yuriy yurii', 'iuri'],
  ['dmitri dmitry dmitrii dmitriy', 'dmitri'],
  ['sergei sergey', 'sergei'],
  ['ermak yermak', 'ermak'],
  ['muller mueller', 'muler'],
  ['mohammed mohamed', 'mohamed'],
  ['romanoff romanov', 'romanov'],
])('%s fold to %s', (spellings, folded) => {
  for (const spelling of spellings.split(' ')) expect(fold(spelling)).toBe(folded);
});

test.each([
  ['mary', 'marie'],
  ['mali', 'male'],
  ['niger', 'nigeria'],
  ['slovakia', 'slovenia'],
  ['austria', 'australia'],
  ['anna', 'ana'],
  ['li', 'lie'],
  ['daniel', 'danielle'],
  ['liu', 'lu'],
])('%s and %s stay apart', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});
