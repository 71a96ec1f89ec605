import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/text/words.ts';

const forms = (text: string) => wordsOf(text).map((word) => word.form);

describe('words', () => {
  test.each([
    ["They don't know.", ['They', 'do', "n't", 'know', '.']],
    ['She can’t, he said.', ['She', 'ca', 'n’t', ',', 'he', 'said', '.']],
    ['a two-hour call', ['a', 'two', '-', 'hour', 'call']],
    ["Norway's minister", ['Norway', "'s", 'minister']],
    ["the ministers' meeting", ['the', 'ministers', "'", 'meeting']],
    ['U.S. President', ['U.S.', 'President']],
    ['Mr. Dahl paid $3.5m.', ['Mr.', 'Dahl', 'paid', '$', '3.5', 'm', '.']],
    ['at 7:30 p.m. on 2/11/2001', ['at', '7:30', 'p.m.', 'on', '2/11/2001']],
    ['Write to press@oslo.example now', ['Write', 'to', 'press@oslo.example', 'now']],
    ['“Yes,” she said…', ['“', 'Yes', ',', '”', 'she', 'said', '…']],
    ['It lasted until 5 p.m.', ['It', 'lasted', 'until', '5', 'p.m.']],
    ['He works for Holt Inc.', ['He', 'works', 'for', 'Holt', 'Inc', '.']],
    ['in the U.S.', ['in', 'the', 'U.S.']],
    ['the 9/11 report', ['the', '9/11', 'report']],
    ['lakhs: 1,00,000', ['lakhs', ':', '1,00,000']],
    ['on 18,19', ['on', '18', ',', '19']],
    ['@annaholt shared #peace :-)', ['@annaholt', 'shared', '#peace', ':-)']],
    ['They were so-called x-rays', ['They', 'were', 'so', '-', 'called', 'x', '-', 'rays']],
    ['a cross-border pre-war plan.doc', ['a', 'cross-border', 'pre-war', 'plan.doc']],
    ['a cannot-do list', ['a', 'can', 'not', '-', 'do', 'list']],
  ])('%s', (text, wanted) => {
    expect(forms(text)).toEqual(wanted);
  });

  test('the parts of a contraction share its span', () => {
    const [, first, second] = wordsOf("I don't");
    expect([first?.start, first?.end, second?.start, second?.end]).toEqual([2, 7, 2, 7]);
  });

  test('words are in order, cover all but white space, and every form is part of its slice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let at = 0;
        let before = { start: -1, end: 0 };
        for (const word of wordsOf(text)) {
          const shares = word.start === before.start && word.end === before.end;
          if (!shares) {
            expect(word.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(at, word.start).trim()).toBe('');
          }
          expect(text.slice(word.start, word.end)).toContain(word.form);
          at = word.end;
          before = word;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
