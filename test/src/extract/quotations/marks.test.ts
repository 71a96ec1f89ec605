import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../../../src/extract/quotations/marks.ts';

/** What stands in marks; a line is a paragraph, and its full stops end sentences. */
function quoted(text: string): string[] {
  let start = 0;
  const paragraphs = text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const ends = [...line.matchAll(/[.!?]["”]?(?= |$)/g)].map(
      (match) => from + match.index + match[0].length,
    );
    return { start: from, end: from + line.length, sentenceEnds: [...ends, from + line.length] };
  });
  return stretchesOf(text, paragraphs).map(({ start, end }) => text.slice(start, end));
}

describe('Quotation marks', () => {
  test.each([
    ['typographic', 'He said “it is late” twice.', ['“it is late”']],
    ['straight', 'He said "it is late" twice.', ['"it is late"']],
    ['spaced, as tokenisers leave them', 'He said " it is late " twice.', ['" it is late "']],
    ['single', 'She called it ‘a bad joke’ and left.', ['‘a bad joke’']],
    ['single and straight', "She called it 'a bad joke' and left.", ["'a bad joke'"]],
    ['guillemets', 'He said «it is late» twice.', ['«it is late»']],
    ['guillemets turned round', 'He said »it is late« twice.', ['»it is late«']],
    ['low and high', 'He said „it is late“ twice.', ['„it is late“']],
    ['two accents, two apostrophes', "He said ``it is late'' twice.", ["``it is late''"]],
    ['two high ones', 'He said ”it is late” twice.', ['”it is late”']],
    ['a mixture', 'He said “it is late" twice.', ['“it is late"']],
  ])('are found: %s', (_, text, found) => {
    expect(quoted(text)).toEqual(found);
  });

  test.each([
    'Both countries’ leaders didn’t come; it’s Moss’s call.',
    "Both countries' leaders didn't come; it's Moss's call.",
    "In the '90s rock 'n' roll was everywhere.",
    'The pipe is 12" wide, and he is 6\'2" tall.',
    'A lone mark ” closes nothing.',
    'Nor does one open at the end “',
  ])('are told from apostrophes and strays: %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  test('leave plurals inside a single quotation alone', () => {
    expect(quoted('He spoke of ‘both countries’ hopes and fears’.')).toEqual([
      '‘both countries’ hopes and fears’',
    ]);
  });

  test('make one quotation of one inside another', () => {
    expect(quoted('“She said ‘no’ and “never” to me,” he said.')).toEqual([
      '“She said ‘no’ and “never” to me,”',
    ]);
  });

  test('carry a quotation over paragraphs that each open with a mark', () => {
    expect(quoted('He wrote: “It rains.\n“It pours.\n“It stops.” He left.')).toEqual([
      '“It rains.',
      '“It pours.',
      '“It stops.”',
    ]);
  });

  test('carry a quotation over a paragraph that only closes it', () => {
    expect(quoted('He wrote: "It rains.\nIt pours," and left.\nThen it stopped.')).toEqual([
      '"It rains.',
      'It pours,"',
    ]);
  });

  test('end an announced quotation without a closing mark with its paragraph, any other with its sentence', () => {
    expect(quoted('He said: “It rains. It pours.\nThen it stopped.')).toEqual(['“It rains. It pours.']);
    expect(quoted('He called it a “bad joke. Then he left.\nIt stopped.')).toEqual(['“bad joke.']);
  });

  test('end a quotation that another follows before it was closed', () => {
    expect(quoted('He said “it rains. She said “it pours” and left.')).toEqual(['“it rains.', '“it pours”']);
  });

  test('are read in linear time, whatever stands open', () => {
    const began = performance.now();
    for (const mark of ['“', '"', "'a ", '‘a ', '” ', '« ']) quoted(`a ${mark}`.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
