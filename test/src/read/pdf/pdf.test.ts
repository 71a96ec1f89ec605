import { describe, expect, test } from 'vitest';
import { documentsOf, reasonsOf } from '../results.ts';
import { column, pdfOf, type Words } from './pdf-file.ts';

const textOf = async (pages: readonly (readonly Words[])[]) =>
  (await documentsOf('a.pdf', pdfOf(pages)))[0]?.text;

const left = [
  'The minister telephoned her coun-',
  'terpart on Monday to complain',
  'about the quota for mackerel.',
  'The call lasted forty minutes',
  'and ended without a date for',
  'another one, two officials said',
];
const right = [
  'in Havn. Fishermen have blocked',
  'two harbours since Friday, and',
  'the police expect more of them',
  'to come. A spokesman called the',
  'conversation friendly and said',
  'that it would be continued.',
];
const told =
  'The minister telephoned her counterpart on Monday to complain about the quota for mackerel. The call lasted forty minutes and ended without a date for another one, two officials said in Havn. Fishermen have blocked two harbours since Friday, and the police expect more of them to come. A spokesman called the conversation friendly and said that it would be continued.';

describe('the text of a PDF is what a reader reads', () => {
  test('columns one after another, hyphenated words whole', async () => {
    expect(await textOf([[...column(left, 50, 700), ...column(right, 310, 700)]])).toBe(told);
  });

  test('a headline over both columns first', async () => {
    const page = [
      { text: 'Vik calls Copenhagen over the mackerel quota for next year', x: 50, y: 760, size: 20 },
      ...column(left, 50, 700),
      ...column(right, 310, 700),
    ];
    const [document] = await documentsOf('a.pdf', pdfOf([page]));
    expect(document).toMatchObject({
      title: 'Vik calls Copenhagen over the mackerel quota for next year',
      text: `Vik calls Copenhagen over the mackerel quota for next year\n\n${told}`,
    });
  });

  test('on to the next page, without running heads and page numbers', async () => {
    const pages = [left, right].map((lines, i) => [
      { text: `Nordwire Review, 19 May 2025, page ${i + 1}`, x: 50, y: 800 },
      ...column(lines, 50, 700),
      { text: `- ${i + 1} -`, x: 290, y: 30 },
    ]);
    expect(await textOf(pages)).toBe(told);
  });

  test('paragraphs where a gap or an indent parts them', async () => {
    const page = [
      ...column(
        ['The minister telephoned her Danish counterpart on Monday to complain', 'about the quota.'],
        50,
        700,
      ),
      ...column(
        [
          'Fishermen have blocked two harbours since Friday, and the police expect',
          'more of them to come this week, among them the largest of all of the',
          'boats.',
        ],
        50,
        660,
      ),
    ];
    expect(await textOf([page])).toBe(
      'The minister telephoned her Danish counterpart on Monday to complain about the quota.\n\nFishermen have blocked two harbours since Friday, and the police expect more of them to come this week, among them the largest of all of the boats.',
    );
  });

  test('a compound that has its hyphen elsewhere keeps it', async () => {
    expect(
      await textOf([
        column(
          ['It was a long-term plan, and the long-', 'term plan was what they had spo-', 'ken about.'],
          50,
          700,
        ),
      ]),
    ).toBe('It was a long-term plan, and the long-term plan was what they had spoken about.');
  });
});

test('title and author come from the file, where they are no file’s name or account', async () => {
  const page = column(left, 50, 700);
  expect(
    await documentsOf('a.pdf', pdfOf([page], { Title: 'Vik calls', Author: 'Anna Lund' })),
  ).toMatchObject([{ title: 'Vik calls', author: 'Anna Lund' }]);
  const [other] = await documentsOf(
    'a.pdf',
    pdfOf([page], { Title: 'Microsoft Word - final2.docx', Author: 'alund' }),
  );
  expect(other?.title).toMatch(/^The minister telephoned/);
  expect(other).not.toHaveProperty('author');
});

describe('what can’t be read is told', () => {
  test.each([
    [
      'a PDF with no text',
      pdfOf([[], []]),
      'a.pdf holds no text, only pictures (2 pages). Run it through OCR first, with ocrmypdf for instance.',
    ],
    ['no PDF', Buffer.from('%PDF-1.4 nothing'), 'a.pdf is no PDF, or damaged. Fetch or save it again.'],
    [
      'an encrypted PDF',
      Buffer.from(
        pdfOf([column(left, 50, 700)])
          .toString('latin1')
          .replace(
            '/Root 1 0 R',
            `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'28'.repeat(32)}> /P -4 >>`,
          ),
        'latin1',
      ),
      'a.pdf is encrypted. Save a copy without a password.',
    ],
  ])('%s', async (_, content, reason) => {
    expect(await reasonsOf('a.pdf', content)).toEqual([reason]);
  });
});
