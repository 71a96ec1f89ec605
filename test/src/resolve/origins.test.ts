import { describe, expect, test } from 'vitest';
import { originsOf, type Report } from '../../../src/resolve/origins.ts';
import { segment } from '../../../src/text/index.ts';

const report = (id: string, text: string, publishedAt?: string): Report => ({
  document: { id, title: '', text, contentHash: '', ...(publishedAt === undefined ? {} : { publishedAt }) },
  sentences: segment(text),
});

/** For each sentence of each report whose words they are. */
function origins(...reports: readonly Report[]): Record<string, string[]> {
  const found = originsOf(reports);
  return Object.fromEntries(
    reports.map(({ document, sentences }) => [
      document.id,
      sentences.map(({ start }) => found.of(document.id, start)),
    ]),
  );
}

const wire = [
  'The harbour authority of Arnvik closed both piers on Thursday after divers found cracks in the oldest pillars.',
  'Engineers will examine the foundations for three weeks before any ferry may land there again.',
  'Until then ships from the islands are sent north to Holm, where two provisional landing stages were built overnight.',
  'The town council meets on Monday to decide who pays for the repairs, which a first estimate puts at nine million crowns.',
].join('\n\n');

const other = [
  'Commuters on the outer islands face a long detour this month because Arnvik’s piers are no longer safe.',
  'Cracks had been seen by divers on Thursday, and the authority in charge of the harbour acted within the hour.',
  'Shopkeepers along the quay fear for their summer: without ferries hardly anyone comes to buy.',
].join('\n\n');

describe('origins', () => {
  test('are the earliest article of the same words, whatever their case and punctuation', () => {
    expect(
      origins(
        report('a', 'One, two.', '2025-05-20'),
        report('b', '“one TWO”', '2025-05-19T23:00-05:00'),
        report('c', 'One two', '2025-05-19T23:30Z'),
        report('d', 'One two'),
        report('e', 'One two three'),
      ),
    ).toEqual({ a: ['c'], b: ['c'], c: ['c'], d: ['c'], e: ['e'] });
  });

  test('are the agency’s of what came out at one time, or at none that is known', () => {
    const sent = `Piers of Arnvik closed\n\nARNVIK, May 3 (Andes Wire) - ${wire}`;
    for (const day of [undefined, '2025-05-03'])
      expect(new Set(Object.values(origins(report('a', wire, day), report('b', sent, day))).flat())).toEqual(
        new Set(['b']),
      );
    const found = origins(report('a', wire, '2025-05-02'), report('b', sent, '2025-05-03'));
    expect(found.a?.every((id) => id === 'a')).toBe(true);
  });

  test('are an agency’s also where a sentence credits it and has a few words of its own', () => {
    const sentence = (lead: string) =>
      `${lead} a court in Arnvik ruled the closure unlawful and ordered the harbour to reopen. ${other}`;
    const sent = 'A court in Arnvik later ruled the closure unlawful and ordered the harbour to reopen.';
    const firstOf = (lead: string) =>
      origins(report('a', sent, '2025-05-03'), report('b', sentence(lead), '2025-05-04')).b?.[0];
    expect(firstOf('The Andes Wire agency reported that')).toBe('a');
    expect(firstOf('People on the quay were relieved when')).toBe('b');
  });

  test('articles without a word are no copies', () => {
    const found = originsOf([report('a', '…'), report('b', '…')]);
    expect([found.of('a', 0), found.of('b', 0)]).toEqual(['a', 'b']);
  });

  const paragraphs = wire.split('\n\n');
  const from = (text: string) =>
    new Set(
      Object.values(origins(report('wire', wire, '2025-03-01'), report('copy', text, '2025-03-02'))).flat(),
    );

  test.each([
    ['cut', paragraphs.slice(0, 2).join('\n\n')],
    ['reordered', [...paragraphs].reverse().join('\n\n')],
    ['under another headline', `Piers shut for weeks\n\n${wire}`],
    [
      'reworded in a third of its words',
      wire
        .split(' ')
        .map((word, i) => ([1, 2, 6].includes(i % 9) ? 'something' : word))
        .join(' '),
    ],
  ])('a copy that is %s has the original’s', (_, text) => {
    expect(from(text)).toEqual(new Set(['wire']));
  });

  test('another reporter’s article on the same event is its own', () => {
    expect(from(other)).toEqual(new Set(['wire', 'copy']));
    expect(origins(report('wire', wire), report('z', other)).z).toEqual(['z', 'z', 'z']);
  });

  test('a copied paragraph in an article of its own has the original’s, the others have not', () => {
    const mixed = `${other}\n\n${paragraphs[2]}`;
    expect(origins(report('wire', wire, '2025-03-01'), report('copy', mixed, '2025-03-02')).copy).toEqual([
      'copy',
      'copy',
      'copy',
      'wire',
    ]);
  });

  test('a copy of a copy has the first one’s, in whatever order they come', () => {
    const chain = [
      report('c', paragraphs.slice(1).join('\n\n'), '2025-03-03'),
      report('a', wire, '2025-03-01'),
      report('b', [...paragraphs].reverse().join('\n\n'), '2025-03-02'),
    ];
    const expected = { a: Array(4).fill('a'), b: Array(4).fill('a'), c: Array(3).fill('a') };
    expect(origins(...chain)).toEqual(expected);
    expect(origins(...[...chain].reverse())).toEqual(expected);
  });

  test('two reporters who write down one speech are two', () => {
    const speech =
      '“We will rebuild these piers, and we will not wait for the ministry to find the money that it promised us ten years ago.”';
    expect(
      origins(
        report(
          'a',
          `In Arnvik the mayor lost her patience on Friday evening.\n\n${speech}\n\nThe hall applauded her for minutes.`,
        ),
        report(
          'b',
          `${speech}\n\nWith these words Arnvik’s mayor closed a stormy council session that had begun at noon.`,
        ),
      ),
    ).toEqual({ a: ['a', 'a', 'a'], b: ['b', 'b'] });
  });

  test('a thousand articles with one word changed have one origin', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      report(`n${String(i).padStart(4, '0')}`, wire.replace('nine', `number${i}`)),
    );
    expect(new Set(Object.values(origins(...many)).flat())).toEqual(new Set(['n0000']));
  });
});
