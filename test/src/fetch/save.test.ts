import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FetchError } from '../../../src/fetch/known.ts';
import { addressesIn, readAddress } from '../../../src/fetch/read.ts';
import { save } from '../../../src/fetch/save.ts';
import { isFailure, read } from '../../../src/index.ts';
import { folder } from '../folder.ts';
import { page, paragraphs } from '../read/html/news.ts';
import { answer, serve } from './server.ts';

const options = { allowPrivate: true, pause: 0 };
const report = paragraphs.join('\n\n');
const html = paragraphs
  .map((text) => `<p>${text}</p>`)
  .join('')
  .replaceAll('<', '&lt;');

const documents = async (out: string) => {
  const results = await Array.fromAsync(read([out]));
  return results.map((result) =>
    isFailure(result) ? result.reason : [result.title, result.url, result.text === report],
  );
};

test('pages lie in a folder for each host, and say where they come from', async () => {
  const { origin, port } = await serve({
    '/world/quota?id=1': answer(
      200,
      { 'content-type': 'text/html; charset=windows-1252' },
      Buffer.from(page().replaceAll('’', "'").replaceAll(/[“”]/g, '"').replaceAll('Ida', 'Søren'), 'latin1'),
    ),
  });
  const out = folder();
  const { files, failures } = await save([`${origin}/world/quota?id=1`], { ...options, out });
  expect(failures).toEqual([]);
  expect(files).toEqual([
    expect.stringMatching(new RegExp(`127\\.0\\.0\\.1_${port}/world-quota-[0-9a-f]{8}\\.html$`)),
  ]);
  const [document] = await Array.fromAsync(read([out]));
  expect(document).toMatchObject({
    url: `${origin}/world/quota?id=1`,
    text: expect.stringContaining('Søren Vik'),
  });
});

test('a second run asks whether a page has changed, and fetches one whose file is gone', async () => {
  const { origin, requests } = await serve({
    '/a': (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page());
    },
  });
  const out = folder();
  const run = () => save([`${origin}/a`], { ...options, out });
  const [file] = (await run()).files as [string];
  expect(await run()).toMatchObject({ files: [], unchanged: [`${origin}/a`], failures: [] });
  rmSync(file);
  expect((await run()).files).toEqual([file]);
  expect(requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
});

test('a feed’s entries with their text become pages; of others the page is fetched; nothing twice', async () => {
  const out = folder();
  const server = await serve({
    '/rss': (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(`<rss xmlns:content="c"><channel><title>Nordwire</title>
<item><title>Whole &amp; "told"</title><link>${server.origin}/whole</link><pubDate>Mon, 19 May 2025 20:15:00 +0200</pubDate><content:encoded>${html}</content:encoded></item>
<item><title>Short</title><link>${server.origin}/short</link><description>Vik has called.</description></item>
<item><title>Again</title><link>${server.origin}/short</link></item></channel></rss>`),
    '/short': page(),
  });
  const { failures } = await save([`${server.origin}/rss`], { ...options, out });
  expect(failures).toEqual([]);
  expect(await documents(out)).toEqual(
    expect.arrayContaining([
      ['Whole & "told"', `${server.origin}/whole`, true],
      ['Vik calls Copenhagen over quota', `${server.origin}/short`, true],
    ]),
  );
  expect(server.asked).toEqual(['GET /robots.txt', 'GET /rss', 'GET /short']);
});

test('what can’t be had is told, and the rest is fetched', async () => {
  const { origin } = await serve({ '/a': page() });
  const { files, failures } = await save([`${origin}/missing`, 'ftp://x/', `${origin}/a`], {
    ...options,
    out: folder(),
  });
  expect(files).toHaveLength(1);
  expect([...failures].sort()).toEqual([
    'ftp://x/ begins with ftp:, but only http: and https: can be fetched.',
    `${origin}/missing isn't there (status 404). Check the address.`,
  ]);
});

test('names from the web never leave the folder', async () => {
  const path = '/..%2f..%2f..%2fetc/%2e%2e/pass wd%00.html';
  const { origin } = await serve({ [new URL(path, 'http://x').pathname]: page() });
  const out = folder();
  const { files } = await save([origin + path], { ...options, out });
  expect(files).toEqual([expect.stringMatching(/\/127\.0\.0\.1_\d+\/[a-z0-9-]+\.html$/)]);
  expect(readdirSync(out).sort()).toEqual([
    expect.stringMatching(/^\.wiregraph/),
    expect.stringMatching(/^127/),
  ]);
});

test('a note of earlier runs that fetch has not written is refused', async () => {
  const out = folder({ '.wiregraph-fetch.json': '{"version":2}' });
  await expect(save([], { ...options, out })).rejects.toThrow(FetchError);
  expect(readFileSync(join(out, '.wiregraph-fetch.json'), 'utf8')).toBe('{"version":2}');
});

test('an address is read without a file in between', async () => {
  const { origin } = await serve({ '/a': page() });
  expect(await Array.fromAsync(readAddress(`${origin}/a`, options))).toMatchObject([
    { id: `${origin}/a`, url: `${origin}/a`, text: report },
  ]);
  expect(await Array.fromAsync(readAddress(`${origin}/b`, options))).toEqual([
    {
      stage: 'read',
      source: `${origin}/b`,
      reason: `${origin}/b isn't there (status 404). Check the address.`,
    },
  ]);
});

test('a list of addresses is a text with one a line, or a feed', async () => {
  const path = folder({
    'list.txt': '# mine\nhttps://a.example/1\n\n  https://a.example/2\r\n',
    'feed.xml': '<rss><channel><item><link>https://a.example/3</link></item></channel></rss>',
    'empty.txt': 'x',
  });
  writeFileSync(join(path, 'page.html'), page());
  expect(await addressesIn(join(path, 'list.txt'))).toEqual(['https://a.example/1', 'https://a.example/2']);
  expect(await addressesIn(join(path, 'feed.xml'))).toEqual(['https://a.example/3']);
  expect(await addressesIn(join(path, 'empty.txt'))).toContain('lists no address');
  expect(await addressesIn(join(path, 'page.html'))).toContain('is a web page, not a feed');
});
