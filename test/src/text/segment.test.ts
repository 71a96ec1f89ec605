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
    ['Shares fell. the bank said nothing.', ['Shares fell.', 'the bank said nothing.']],
    ['Holt Inc. said so.', ['Holt Inc. said so.']],
    ['It left for no reason.Then it came back.', ['It left for no reason.', 'Then it came back.']],
    ['i called him! he was out.', ['i called him!', 'he was out.']],
    ['“Stop!” she shouted.', ['“Stop!” she shouted.']],
    ['He said: " Lund is here. "', ['He said: " Lund is here. "']],
    ['Well... it was late.', ['Well... it was late.']],
    ['Best regards, Anna Holt', ['Best regards,', 'Anna Holt']],
    [
      'See https://lima.example/a https://lima.example/b',
      ['See https://lima.example/a', 'https://lima.example/b'],
    ],
    ['会議が開かれた。大統領は出席した。', ['会議が開かれた。', '大統領は出席した。']],
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
    ['Lima, Peru (Nordwire) - Chile met Peru.', 'Lima, Peru (Nordwire) -'],
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

  test('short lines one after the other are items, unless the text begins with them', () => {
    const list = 'Anna Holt\nMette Lund\nRuth Moss';
    expect(segment(`The ministers are:\n\n${list}`).map((s) => s.kind)).toEqual([
      'prose',
      'item',
      'item',
      'item',
    ]);
    expect(segment(list).map((s) => s.kind)).toEqual(['headline', 'headline', 'headline']);
  });

  test('a last sentence without a full stop is no headline', () => {
    expect(segment('Talks failed. Nobody said why').map((s) => s.kind)).toEqual(['prose', 'prose']);
  });

  test.each([
    'The harbour of Lima on Sunday (Nordwire/Anna Holt) (AP Photo/Mette Lund)',
    'Ministers arrive in Lima. (Photo: Mette Lund)',
    'Ministers arrive in Lima. REUTERS/Mette Lund',
    'FILE PHOTO: Ministers arrive in Lima, Peru, May 3, 2024.',
    'In this May 3 photo, ministers arrive in Lima.',
    'Anna Holt, left, and Mette Lund in Lima',
    'President Anna Holt (L) greets Mette Lund in Lima.',
    'Anna Holt in Lima (AFP)',
  ])('“%s” is a caption', (text) => {
    expect(new Set(segment(text).map((sentence) => sentence.kind))).toEqual(new Set(['caption']));
  });

  test.each([
    'The dead were 12 (four of them children)',
    'She left, and the party (centre-left) stayed.',
    'The agency reported the strike. (AFP)',
    'In this still unfinished war, nobody wins.',
    'They talked about prices and/or wages (and more).',
  ])('“%s” is no caption', (text) => {
    expect(segment(text).map((sentence) => sentence.kind)).not.toContain('caption');
  });

  test.each([
    'Subscribe to our newsletter',
    'Read more',
    'Photo: Mette Lund',
    'Photograph by Mette Lund/Getty Images',
    '(Reuters/Anna Holt)',
    'Getty Images',
    'All rights reserved.',
    '(Reporting by Anna Holt; editing by Mette Lund)',
    'Anna Holt contributed to this report.',
    '— Anna Holt (@annaholt) May 5, 2024',
    '* * *',
  ])('“%s” is boilerplate', (text) => {
    expect(segment(text).map((sentence) => sentence.kind)).toEqual(['boilerplate']);
  });

  test('lines of a list are not taken for lines of one paragraph', () => {
    const text =
      'Peru (Group A): tenth time\nChile (Group B): third time\nBrazil (Group C): first time\nCuba: never';
    expect(segment(text)).toHaveLength(4);
  });

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
  ['De president sprak maandag met de minister in Lima over de vrede in de regio en over de oorlog.', false],
  [
    'Presidenten mødte ministeren i Lima mandag for at tale om fred i regionen, og han rejste derefter hjem.',
    false,
  ],
  ['대통령은 월요일에 장관에게 전화를 걸었다', false],
  ['Liberian police used tear gas to disperse people protesting against election results in Monrovia.', true],
  ['Ursula von der Leyen met Luiz Inácio Lula da Silva near Los Angeles.', true],
  [
    'O presidente disse na segunda-feira que não vai renunciar e que uma nova lei será votada em breve.',
    false,
  ],
])('whether “%s” is English: %s', (text, wanted) => {
  expect(isEnglish(text)).toBe(wanted);
});
