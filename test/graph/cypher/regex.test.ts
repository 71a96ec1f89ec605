// Regular expressions as Java writes them, in linear time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf } from '../../../graph/cypher/regex.ts';

const matches = (pattern: string, text: string): boolean =>
  matcherOf(pattern, (problem) => {
    throw new Error(problem);
  })(text, () => {});

test.each<[pattern: string, yes: string[], no: string[]]>([
  ['', [''], ['a']],
  ['An+a', ['Ana', 'Anna'], ['Aa', 'Annas', 'anna']],
  ['(?i)anna', ['ANNA', 'aNNa'], ['Ännä']],
  ['.*nn.*', ['Anna', 'nn'], ['Ana', 'n\nn']],
  ['(?s)a.b', ['a\nb'], []],
  ['a|abc', ['a', 'abc'], ['ab']],
  ['(a|ab)(c|bcd)?', ['a', 'abc', 'abcd'], ['abd']],
  ['(|a)+', ['', 'a', 'aa'], ['b']],
  ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
  ['(ab){2}', ['abab'], ['ab', 'ababab']],
  ['a{2,}', ['aa', 'aaaaa'], ['a']],
  ['a*?b', ['b', 'aab'], ['aa']],
  ['[a-c_]+', ['ab_c'], ['d']],
  ['[^a]', ['b', '\n'], ['a']],
  ['[\\d.,]+', ['1,000.5'], ['x']],
  ['[]a]+', [']a'], ['b']],
  ['\\w+\\s\\W', ['ab !'], ['ab!']],
  ['\\p{Lu}\\p{L}*', ['Émile'], ['émile']],
  ['\\Qa.b\\E+', ['a.b', 'a.bb'], ['axb']],
  ['\\u0041\\x42', ['AB'], []],
  ['^a$', ['a'], ['ba', 'a\n']],
  ['a\\b b', ['a b'], []],
  ['(?i:a)b', ['Ab', 'ab'], ['AB']],
  ['😀+', ['😀😀'], ['😃']],
])('%s', (pattern, yes, no) => {
  for (const text of yes) expect(matches(pattern, text), text).toBe(true);
  for (const text of no) expect(matches(pattern, text), text).toBe(false);
});

test.each([
  ['(', '"(" is never closed'],
  [')', '")" closes nothing'],
  ['[a', '"[" is never closed'],
  ['*', 'nothing to repeat'],
  ['a**', 'nothing to repeat'],
  ['a{2,1}', 'upside down'],
  ['[b-a]', 'upside down'],
  ['a\\', 'ends with a backslash'],
  ['(a)\\1', 'back-references'],
  ['(?=a)', 'looking around'],
  ['a++', 'possessive'],
  ['[a&&b]', 'classes within classes'],
  ['\\p{Nothing}', 'no one knows'],
  ['(a{1000}){1000}', 'too long'],
  ['('.repeat(1000), 'nested more than'],
])('%s is refused: %s', (pattern, problem) => {
  expect(() => matches(pattern, 'a')).toThrow(problem);
});

test('what hangs others takes no time here', () => {
  const start = performance.now();
  expect(matches('(a+)+b', 'a'.repeat(20_000))).toBe(false);
  expect(matches('(a|aa)*(a|aa)*c', 'a'.repeat(20_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('it says the same as JavaScript where both say something', () => {
  const pattern = fc
    .array(fc.constantFrom('a', 'b', '.', '(', ')', '|', '*', '+', '?', '[ab]', '[^a]', '{2}'), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[abc]{0,6}$/), (source, text) => {
      let theirs: RegExp;
      try {
        theirs = new RegExp(`^(?:${source})$`, 'u');
        matches(source, '');
      } catch {
        return;
      }
      expect(matches(source, text), `${source} on ${text}`).toBe(theirs.test(text));
    }),
    { numRuns: 3000 },
  );
});
