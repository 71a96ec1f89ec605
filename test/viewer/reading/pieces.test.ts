import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../graph/model.ts';
import { pieces } from '../../../viewer/reading/pieces.ts';

const text = 'On Monday Saar’s lawyer said: “He called her.”';
const mention = (entity: string, start: number, end: number): Mention => ({
  id: `a:${start}-${end}`,
  document: 'a',
  start,
  end,
  text: text.slice(start, end),
  form: 'name',
  entity,
});
const none = { mentions: [], quotations: [], times: [] };
const whole = { start: 0, end: text.length };

describe('Pieces of a passage', () => {
  test('tell what stands for something from what doesn’t', () => {
    const marked = { ...none, times: [{ start: 3, end: 9, from: '2026-03-09', to: '2026-03-09' }] };
    expect(
      pieces(text, { start: 0, end: 14 }, marked).map((piece) => [piece.text, piece.time?.from]),
    ).toEqual([
      ['On ', undefined],
      ['Monday', '2026-03-09'],
      [' Saar', undefined],
    ]);
  });

  test('stand for the innermost of two mentions', () => {
    const marked = { ...none, mentions: [mention('lawyer', 10, 23), mention('saar', 10, 14)] };
    expect(
      pieces(text, { start: 10, end: 23 }, marked).map((piece) => [piece.text, piece.mention?.entity]),
    ).toEqual([
      ['Saar', 'saar'],
      ['’s lawyer', 'lawyer'],
    ]);
  });

  test('may be a mention inside a quotation', () => {
    const quotation = { start: 30, end: 46, speaker: 'lawyer', speakerText: 'Saar’s lawyer' };
    const marked = { ...none, quotations: [quotation], mentions: [mention('saar', 31, 33)] };
    const cut = pieces(text, { start: 28, end: 46 }, marked);
    expect(cut.map((piece) => [piece.text, piece.mention?.entity, piece.quotation?.speaker])).toEqual([
      [': ', undefined, undefined],
      ['“', undefined, 'lawyer'],
      ['He', 'saar', 'lawyer'],
      [' called her.”', undefined, 'lawyer'],
    ]);
  });

  test('make up the passage, wherever marks begin and end', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (quoted, named) => {
        const marked = {
          ...none,
          quotations: quoted.map((one) => ({ ...one, speaker: null, speakerText: null })),
          mentions: named.map(({ start, end }) => mention('x', start, end)),
        };
        expect(
          pieces(text, whole, marked)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
