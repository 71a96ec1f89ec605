// Whatever bytes a file has, its reader gives documents or reasons: it neither throws nor hangs.
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { zipOf } from './archive/zip-file.ts';
import { page } from './html/news.ts';
import { column, pdfOf } from './pdf/pdf-file.ts';
import { resultsOf } from './results.ts';

const html = page({
  head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"A. Lund"}}</script>',
});
const seeds: Readonly<Record<string, Uint8Array>> = {
  'a.html': Buffer.from(html),
  'a.xml': Buffer.from(
    '<rss><channel><title>x</title><item><title>y</title><description>&lt;p>z&lt;/p></description></item></channel></rss>',
  ),
  'a.json': Buffer.from(
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"x"}]}',
  ),
  'a.jsonl': Buffer.from('{"id":1,"text":"x"}\n{"text":"y"}\n'),
  'a.csv': Buffer.from('id,text\n1,"x, ""y"""\n2,z\n'),
  'a.eml': Buffer.from(
    'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x</p>\n--b--\n',
  ),
  'a.mbox': Buffer.from('From a Mon May 19 20:15:00 2025\nSubject: x\n\ny\n'),
  'a.mhtml': Buffer.from(
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
  ),
  'a.warc': Buffer.from(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: ${html.length + 44}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}\r\n\r\n`,
  ),
  'a.zip': zipOf([
    { name: 'a.html', content: html },
    { name: 'b.txt', content: 'x' },
  ]),
  'a.docx': zipOf([
    { name: 'word/document.xml', content: '<w:document><w:p><w:t>x</w:t></w:p></w:document>' },
  ]),
  'a.tar': await packTar([{ header: { name: 'a.html', size: Buffer.byteLength(html) }, body: html }]),
  'a.pdf': pdfOf([column(['It is a line of text.', 'It is another one.'], 50, 700)]),
};

test.each(Object.keys(seeds))('%s, broken at random', { timeout: 60_000 }, async (name) => {
  const seed = seeds[name] as Uint8Array;
  const change = fc.record({
    at: fc.nat(seed.length),
    bytes: fc.uint8Array({ maxLength: 8 }),
    drop: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      let broken = Buffer.from(seed);
      for (const { at, bytes, drop } of changes)
        broken = Buffer.concat([broken.subarray(0, at), bytes, broken.subarray(at + drop)]);
      const start = performance.now();
      for (const result of await resultsOf(name, broken))
        expect('reason' in result ? result.reason : result.text).toMatch(/\S/);
      expect(performance.now() - start).toBeLessThan(5000);
    }),
    { numRuns: 60 },
  );
});
