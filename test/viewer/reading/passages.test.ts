import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passages } from '../../../viewer/reading/passages.ts';

const text = 'Saar called Lindqvist. She denied it. Both left.';
const claim = (id: string, start: number, end: number) => ({ id, start, end });

test('the opened sentence is one passage that equals its slice', () => {
  const cut = passages(text, [claim('a', 0, 22), claim('b', 23, 37)], { start: 23, end: 37 });
  expect(cut.filter((p) => p.isOpen).map((p) => p.text)).toEqual(['She denied it.']);
});

test('overlapping claims share the passage in which they overlap', () => {
  const cut = passages(text, [claim('a', 0, 22), claim('b', 5, 37)], null);
  expect(cut.map((p) => [p.text, p.claims])).toEqual([
    ['Saar ', ['a']],
    ['called Lindqvist.', ['a', 'b']],
    [' She denied it.', ['b']],
    [' Both left.', []],
  ]);
});

test('an empty text has no passages', () => expect(passages('', [], null)).toEqual([]));

test('passages make up the text, wherever claims begin and end', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => claim('x', Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span), (any, claims) => {
      expect(
        passages(any, claims, claims[0] ?? null)
          .map((p) => p.text)
          .join(''),
      ).toBe(any);
    }),
  );
});
