import { describe, expect, test } from 'vitest';
import { paragraphs } from './html/news.ts';
import { documentsOf, reasonsOf, resultsOf } from './results.ts';

const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
const escaped = html.replaceAll('<', '&lt;');

const rss = (items: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Nordwire</title><link>https://nordwire.example</link><language>en-gb</language>${items}</channel></rss>`;
const item = (content: string) =>
  `<item><title>Vik calls &amp; complains</title><link>https://nordwire.example/quota</link><dc:creator>Anna Lund</dc:creator><pubDate>Mon, 19 May 2025 20:15:00 +0200</pubDate>${content}</item>`;
const document = {
  id: 'a.xml#1',
  title: 'Vik calls & complains',
  publisher: 'Nordwire',
  author: 'Anna Lund',
  publishedAt: '2025-05-19T20:15:00+02:00',
  url: 'https://nordwire.example/quota',
  language: 'en-gb',
  text: paragraphs.join('\n\n'),
};

describe('an entry with its text is a document', () => {
  test.each([
    [
      'of RSS, in content:encoded',
      rss(item(`<description>Short.</description><content:encoded><![CDATA[${html}]]></content:encoded>`)),
    ],
    [
      'of RSS, in a description that is the whole',
      rss(
        item(`<description>${escaped}&lt;p>${'The boats stayed where they were. '.repeat(20)}</description>`),
      ),
    ],
    [
      'of Atom, as HTML',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-gb"><title>Nordwire</title><entry><title type="html">Vik calls &amp;amp; complains</title><link rel="self" href="/self"/><link href="https://nordwire.example/quota"/><author><name>Anna Lund</name></author><published>2025-05-19T20:15:00+02:00</published><content type="html">${escaped}</content></entry></feed>`,
    ],
    [
      'of Atom, as XHTML',
      `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom" xml:lang="en-gb"><atom:title>Nordwire</atom:title><atom:entry><atom:title>Vik calls &amp; complains</atom:title><atom:link href="https://nordwire.example/quota"/><atom:author><atom:name>Anna Lund</atom:name></atom:author><atom:published>2025-05-19T20:15:00+02:00</atom:published><atom:content type="xhtml"><div>${html}</div></atom:content></atom:entry></atom:feed>`,
    ],
    [
      'of a JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Nordwire',
        language: 'en-gb',
        items: [
          {
            id: '1',
            title: 'Vik calls & complains',
            url: 'https://nordwire.example/quota',
            date_published: '2025-05-19T20:15:00+02:00',
            authors: [{ name: 'Anna Lund' }],
            content_html: html,
          },
        ],
      }),
    ],
  ])('%s', async (_, feed) => {
    const [found] = await documentsOf('a.xml', feed);
    expect(found).toMatchObject({ ...document, text: expect.stringContaining(document.text) });
  });
});

test('entries without their text are counted, and fetch is named', async () => {
  const feed = rss(
    item('<description>Vik has called.</description>') +
      item(`<content:encoded><![CDATA[${html}]]></content:encoded>`) +
      item(''),
  );
  expect(await resultsOf('a.xml', feed)).toMatchObject([
    { id: 'a.xml#2' },
    {
      reason: expect.stringMatching(
        /has 2 of 3 entries without their text, only a summary or a link\. Fetch their pages: wiregraph fetch ".*a\.xml" --out FOLDER$/,
      ),
    },
  ]);
});

const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
  .join('')}]>`;

describe('what is no feed is told for what it is', () => {
  test.each([
    [
      'a web page',
      '<!DOCTYPE html><html><body>x</body></html>',
      'a.xml is a web page, not a feed. Give it the ending .html, or fetch the feed itself.',
    ],
    [
      'other XML',
      '<svg><path/></svg>',
      'a.xml is XML, but no feed: it begins with <svg>. RSS, Atom and JSON Feed are read.',
    ],
    ['nothing', '', 'a.xml is no XML. Fetch it again, or take it out.'],
    ['broken JSON', '{"version":', 'a.xml is broken JSON. Fetch or write it again.'],
    [
      'other JSON',
      '{"name":"x"}',
      'a.xml is JSON, but no JSON Feed. Records are read one a line from a file that ends in .jsonl.',
    ],
    [
      'elements without end',
      `<rss><channel>${'<item>'.repeat(1000)}`,
      'a.xml has more elements, or deeper ones, than any feed. Look what it is.',
    ],
  ])('%s', async (_, content, reason) => {
    expect(await reasonsOf('a.xml', content)).toEqual([reason]);
  });

  test('a billion laughs are one word', async () => {
    const [found] = await documentsOf(
      'a.xml',
      `${laughs}${rss(item(`<content:encoded>&j; &lt;p>${paragraphs[0]}</content:encoded>`)).replace(/^<\?xml.*\n/, '')}`,
    );
    expect(found?.text).toBe(`&j;\n\n${paragraphs[0]}`);
  });

  test('a date of the year 20255 is none', async () => {
    const [found] = await documentsOf(
      'a.xml',
      rss(item(`<content:encoded>${escaped}</content:encoded>`).replace('May 2025', 'May 20255')),
    );
    expect(found).not.toHaveProperty('publishedAt');
  });
});
