import { describe, expect, test } from 'vitest';
import { zipOf } from './archive/zip-file.ts';
import { documentsOf, reasonsOf } from './results.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = (body: string, core = '') =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'docProps/core.xml',
      content: `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z">${core}</cp:coreProperties>`,
    },
  ]);
const p = (...runs: string[]) =>
  `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr>${runs.map((run) => `<w:r>${run}</w:r>`).join('')}</w:p>`;
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;

test('a document gives its paragraphs, and title and author from its properties', async () => {
  const body = `${p(t('Ida Vik'), t(' called &amp; complained.'))}<w:tbl><w:tr><w:tc>${p(t('2024'))}</w:tc><w:tc>${p(t('41'))}</w:tc></w:tr></w:tbl>${p(t('One'), '<w:br/>', t('two'), '<w:tab/>', t('three.'))}`;
  const core =
    '<dc:title>Vik calls</dc:title><dc:creator>Anna Lund</dc:creator><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>';
  const [document] = await documentsOf('a.docx', word(body, core));
  expect(document).toMatchObject({
    id: 'a.docx',
    title: 'Vik calls',
    author: 'Anna Lund',
    text: 'Ida Vik called & complained.\n\n2024\n\n41\n\nOne\ntwo three.',
  });
  expect(document).not.toHaveProperty('publishedAt');
});

test('what was deleted, and what a field is made from, is no text', async () => {
  const body = p(t('Vik called'), '<w:instrText>PAGE</w:instrText>', t('.')).replace(
    '</w:p>',
    `<w:del><w:r><w:delText>twice</w:delText></w:r></w:del></w:p>`,
  );
  expect(await documentsOf('a.docx', word(body))).toMatchObject([{ text: 'Vik called.' }]);
});

describe('what can’t be read is told', () => {
  test.each([
    ['no text', word(p()), 'a.docx holds no text. Put the article into it or take it out.'],
    [
      'another zip',
      zipOf([{ name: 'a.txt', content: 'x' }]),
      'a.docx is no Word document: it has no word/document.xml. Save it as .docx.',
    ],
    [
      'an encrypted document',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a.docx is encrypted, or no Word document. Save a copy without a password, as .docx.',
    ],
    [
      'a bomb',
      word(`${p(t('x'))}<!--${'x'.repeat(150_000_000)}-->`),
      'a.docx unfolds to more than a hundred times its size: a bomb. Look what it is.',
    ],
  ])('%s', async (_, content, reason) => {
    expect(await reasonsOf('a.docx', content)).toEqual([reason]);
  });
});
