import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEnglish, segment, tokenize } from '../../../src/text/index.ts';

const sentences = (text: string) => segment(text).map((s) => text.slice(s.start, s.end));

describe('segment', () => {
  test.each([
    ['Chile met Peru. Talks go on.', ['Chile met Peru.', 'Talks go on.']],
    ['The U.S. President arrived. He left.', ['The U.S. President arrived.', 'He left.']],
    ['Mr. Holt and Dr. Lund met at Orda.kz today.', ['Mr. Holt and Dr. Lund met at Orda.kz today.']],
    ['“We agree.” Lund left.', ['“We agree.”', 'Lund left.']],
    ['Talks to resume\n\nChile met Peru on Friday.', ['Talks to resume', 'Chile met Peru on Friday.']],
    [
      'Chilean President and Peruvian President\nAnna Holt met.',
      ['Chilean President and Peruvian President\nAnna Holt met.'],
    ],
    ['It cost 3.5 million. Lund paid.', ['It cost 3.5 million.', 'Lund paid.']],
    ['', []],
    [' \n\n ', []],
  ])('%j', (text, wanted) => {
    expect(sentences(text)).toEqual(wanted);
  });

  test('a line of its own without a full stop is a headline', () => {
    const kinds = segment('Talks to resume\n\nChile met Peru on Friday.').map((sentence) => sentence.kind);
    expect(kinds).toEqual(['headline', 'prose']);
  });

  test.each([
    ['LIMA — Chile met Peru.', 'LIMA —'],
    ['LIMA, Peru (Nordwire) – Chile met Peru.', 'LIMA, Peru (Nordwire) –'],
    ['ADDIS ABABA, May 3 - Chile met Peru.', 'ADDIS ABABA, May 3 -'],
  ])('“%s” begins with a dateline', (text, dateline) => {
    const found = segment(text).map((s) => [s.kind, text.slice(s.start, s.end)]);
    expect(found).toEqual([
      ['dateline', dateline],
      ['prose', 'Chile met Peru.'],
    ]);
  });

  test.each([
    'NATO — the alliance of thirty — met Peru.',
    'Lima — a city — met Peru.',
    'UN-led talks - so far - failed.',
  ])('“%s” has no dateline', (text) => {
    expect(segment(text).map((s) => s.kind)).toEqual(['prose']);
  });

  test('a line that begins with a bullet or a number is an item', () => {
    const text = '• Chile will withdraw.\n\n2. Peru will pay.\n\nBoth agreed.';
    expect(segment(text).map((s) => s.kind)).toEqual(['item', 'item', 'prose']);
  });

  test.each(['Subscribe to our newsletter', 'Read more', 'Photo: Mette Lund', 'All rights reserved.'])(
    '“%s” is boilerplate',
    (text) => {
      expect(segment(text).map((sentence) => sentence.kind)).toEqual(['boilerplate']);
    },
  );

  test('sentences are in order, within the text, and made of its tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let at = 0;
        for (const { start, end, tokens } of segment(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect([tokens[0]?.start, tokens.at(-1)?.end]).toEqual([start, end]);
          for (const token of tokens) expect(token.text).toBe(text.slice(token.start, token.end));
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves nothing out but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let at = 0;
        for (const { start, end } of segment(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['Kim Jong-un met Orda.kz in the U.S.', ['Kim', 'Jong-un', 'met', 'Orda.kz', 'in', 'the', 'U.S.']],
  ["Chile's 1,000 troops", ['Chile', "'s", '1,000', 'troops']],
  ['“Yes,” she said…', ['“', 'Yes', ',', '”', 'she', 'said', '…']],
])('the tokens of %s', (text, wanted) => {
  expect(tokenize(text).map((token) => token.text)).toEqual(wanted);
});

test.each([
  ['Chile and Peru held talks in Lima on Friday, the minister said, and they will go on.', true],
  ['El presidente llamó al ministro el lunes para hablar de la paz en la región y de la guerra.', false],
  ['대통령은 월요일에 장관에게 전화를 걸었다', false],
])('whether “%s” is English: %s', (text, wanted) => {
  expect(isEnglish(text)).toBe(wanted);
});
