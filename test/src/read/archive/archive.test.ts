import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import { page, paragraphs } from '../html/news.ts';
import { documentsOf, reasonsOf, resultsOf } from '../results.ts';
import { zipOf } from './zip-file.ts';

const files = [
  { name: 'in/a.txt', content: 'Holt called Berg.' },
  { name: 'in/page.html', content: page() },
  { name: 'in/.hidden.txt', content: 'x' },
  { name: '__MACOSX/in/a.txt', content: 'x' },
  { name: 'in/photo.jpg', content: 'x' },
];
const tarOf = async (parts: readonly { name: string; content: string | Uint8Array }[]) =>
  packTar(
    parts.map(({ name, content }) => ({ header: { name, size: Buffer.byteLength(content) }, body: content })),
  );

describe('an archive gives what its files give, without pictures and hidden ones', () => {
  test.each([
    ['a.zip', async () => zipOf(files)],
    ['a.tar', async () => tarOf(files)],
    ['a.tar.gz', async () => gzipSync(await tarOf(files))],
    ['a.tgz', async () => gzipSync(await tarOf(files))],
  ])('%s', async (name, make) => {
    const documents = await documentsOf(name, await make());
    expect(documents.map(({ id, title }) => [id, title])).toEqual([
      [`${name}#in/a.txt`, 'Holt called Berg.'],
      [`${name}#in/page.html`, 'Vik calls Copenhagen over quota'],
    ]);
  });

  test('archives and tables within it too', async () => {
    const inner = zipOf([
      { name: 'b.jsonl', content: '{"text":"Holt called Berg."}\n{"text":"Berg called Holt."}' },
    ]);
    expect(
      (await documentsOf('a.zip', zipOf([{ name: 'inner.zip', content: inner }]))).map(({ id }) => id),
    ).toEqual(['a.zip#inner.zip:b.jsonl:1', 'a.zip#inner.zip:b.jsonl:2']);
  });

  test('a file of a kind that nobody reads is told', async () => {
    expect(await reasonsOf('a.zip', zipOf([{ name: 'b.xls', content: 'x' }]))).toEqual([
      expect.stringMatching(/^a\.zip, b\.xls is of no kind that can be read\./),
    ]);
  });
});

describe('an archive that means harm is named, and the rest is read', () => {
  const good = { name: 'a.txt', content: 'Holt called Berg.' };
  test.each(['../../etc/passwd.txt', '/etc/passwd.txt', 'in/../../up.txt', 'C:/up.txt', '..\\up.txt'])(
    'a path that climbs out: %s',
    async (name) => {
      const results = await resultsOf('a.zip', zipOf([{ name, content: 'x' }, good]));
      expect(results).toMatchObject([
        { reason: expect.stringContaining('whose path climbs out of it. It is left out.') },
        { id: 'a.zip#a.txt' },
      ]);
    },
  );

  test('a path that climbs out of a tar', async () => {
    expect(await resultsOf('a.tar', await tarOf([{ name: '../up.txt', content: 'x' }, good]))).toMatchObject([
      { reason: expect.stringContaining('"../up.txt" whose path climbs out of it') },
      { id: 'a.tar#a.txt' },
    ]);
  });

  test('a bomb', async () => {
    const bomb = Buffer.alloc(150_000_000, 97);
    expect(await resultsOf('a.zip', zipOf([{ name: 'bomb.jsonl', content: bomb }, good]))).toMatchObject([
      {
        reason: expect.stringMatching(
          /has a part "bomb\.jsonl" that unfolds to 150 MB out of \d+ kB: a bomb\. It is left out\.$/,
        ),
      },
      { id: 'a.zip#a.txt' },
    ]);
    expect(await reasonsOf('a.jsonl.gz', gzipSync(bomb))).toEqual([
      expect.stringContaining('unfolds to more than a hundred times its size'),
    ]);
  });

  test('a part that lies about its size', async () => {
    expect(
      await resultsOf('a.zip', zipOf([{ name: 'lie.txt', content: 'x'.repeat(10_000), says: 10 }, good])),
    ).toMatchObject([
      { reason: expect.stringContaining("a.zip, lie.txt can't be read") },
      { id: 'a.zip#a.txt' },
    ]);
  });

  test('a page of 100 MB', async () => {
    const html = `<p>${'Holt called Berg. '.repeat(1000)}</p>`;
    const large = Buffer.concat([
      Buffer.from(html),
      Buffer.from(
        Array.from({ length: 1000 }, (_, i) => `<i>${i}</i>`)
          .join('')
          .repeat(12_000),
      ),
    ]);
    expect(await reasonsOf('a.html', large)).toEqual([
      expect.stringMatching(
        /^a\.html has \d+\.\d MB; an article may have 32\.0 MB\. Save the article alone, without pictures\.$/,
      ),
    ]);
  });

  test.each([
    ['no archive at all', 'a.zip', 'PK nothing', 'is no zip archive, or damaged'],
    ['a tar that is none', 'a.tar', 'x'.repeat(2000), 'is no tar archive, or damaged'],
    ['a gzip that is none', 'a.html.gz', 'x', "is damaged: it can't be inflated."],
    ['a cut gzip', 'a.txt.gz', gzipSync('Holt called Berg. '.repeat(100)).subarray(0, 30), 'is damaged'],
  ])('%s', async (_, name, content, reason) => {
    expect(await reasonsOf(name, content)).toEqual([expect.stringContaining(reason)]);
  });

  test('an encrypted part', async () => {
    expect(await reasonsOf('a.zip', zipOf([{ name: 'a.txt', content: 'x', isEncrypted: true }]))).toEqual([
      'a.zip has a part "a.txt" that is encrypted. Unpack it with its password.',
    ]);
  });

  test('archives within archives within archives', async () => {
    const nest = (depth: number): Buffer =>
      zipOf([depth === 0 ? good : { name: `${depth}.zip`, content: nest(depth - 1) }]);
    expect(await reasonsOf('a.zip', nest(6))).toEqual([
      expect.stringContaining('lies too deep, in archives within archives. Unpack them.'),
    ]);
  });
});

describe('a web archive', () => {
  const record = (type: string, body: string | Buffer, fields = '') =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\n${fields}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
      ),
      Buffer.from(body),
      Buffer.from('\r\n\r\n'),
    ]);
  const response = (head: string, body: string | Buffer, path = '/quota') =>
    record(
      'response',
      Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body)]),
      `WARC-Target-URI: https://nordwire.example${path}\r\nContent-Type: application/http; msgtype=response\r\n`,
    );
  const chunked = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
  const records = [
    record('warcinfo', 'software: test\r\n'),
    record('request', 'GET / HTTP/1.1\r\n\r\n'),
    response('200 OK\r\nContent-Type: text/html; charset=utf-8', page()),
    response('301 Moved\r\nLocation: /x', ''),
    response('200 OK\r\nContent-Type: image/png', 'x'),
    response('200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked', chunked(page()), '/chunked'),
    response('200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip', gzipSync(page()), '/gzip'),
  ];
  const found = [
    ['a.warc#3', 'https://nordwire.example/quota'],
    ['a.warc#6', 'https://nordwire.example/chunked'],
    ['a.warc#7', 'https://nordwire.example/gzip'],
  ];

  test('gives its pages with their addresses, and passes over what is no page', async () => {
    const documents = await documentsOf('a.warc', Buffer.concat(records));
    expect(documents.map(({ id, url }) => [id, url])).toEqual(found);
    expect(documents.every(({ text }) => text === paragraphs.join('\n\n'))).toBe(true);
  });

  test('may be gzipped record by record', async () => {
    const documents = await documentsOf('a.warc.gz', Buffer.concat(records.map((bytes) => gzipSync(bytes))));
    expect(documents.map(({ id, url }) => [id, url])).toEqual(
      found.map(([id, url]) => [id?.replace('warc', 'warc.gz'), url]),
    );
  });

  test.each([
    [
      'is told where it is none',
      'x\n',
      'a.warc is no web archive: a record begins with no "WARC/". Look what it is.',
    ],
    [
      'is told where it ends early',
      Buffer.concat([
        ...records.slice(0, 2),
        Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP'),
      ]),
      "a.warc can't be read on after record 2: it ends in the middle of a record. Fetch it again.",
    ],
    ['is told where it is empty', '', 'a.warc is an empty web archive. Take it out.'],
  ])('%s', async (_, content, reason) => {
    expect(await reasonsOf('a.warc', content)).toEqual([reason]);
  });
});
