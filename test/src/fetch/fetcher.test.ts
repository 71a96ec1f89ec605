import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Resolve } from '../../../src/fetch/address.ts';
import { isPublic } from '../../../src/fetch/address.ts';
import { Fetcher, type FetchOptions } from '../../../src/fetch/fetcher.ts';
import { answer, serve } from './server.ts';

/** May ask 127.0.0.1, where the test's server is, and stands for the public web; nothing else here. */
const local: FetchOptions = { allowPrivate: (address) => address === '127.0.0.1', pause: 0 };

const fetchOne = async (address: string, options: FetchOptions = {}) => {
  const fetched = await new Fetcher({ ...local, ...options }).fetch(address);
  if (fetched === 'unchanged') return fetched;
  return 'reason' in fetched ? fetched.reason.replace(address, 'It') : fetched;
};

test('a page comes with its final address, its type and what to ask next time', async () => {
  const { origin } = await serve({
    '/a': answer(301, { location: '/b' }),
    '/b': answer(
      200,
      {
        'content-type': 'Text/HTML; Charset="utf-8"',
        etag: '"1"',
        'last-modified': 'Mon, 19 May 2025 20:15:00 GMT',
      },
      'x',
    ),
  });
  expect(await fetchOne(`${origin}/a`)).toEqual({
    address: `${origin}/b`,
    bytes: Buffer.from('x'),
    mediaType: 'text/html',
    charset: 'utf-8',
    validators: { etag: '"1"', lastModified: 'Mon, 19 May 2025 20:15:00 GMT' },
  });
});

test('a page that hasn’t changed isn’t sent again', async () => {
  const { origin, requests } = await serve({ '/a': answer(304) });
  const validators = { etag: '"1"', lastModified: 'Mon, 19 May 2025 20:15:00 GMT' };
  expect(await new Fetcher(local).fetch(`${origin}/a`, validators)).toBe('unchanged');
  expect(requests.at(-1)?.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Mon, 19 May 2025 20:15:00 GMT',
  });
});

describe('robots.txt is kept', () => {
  test.each([
    ['that forbids all', 'User-agent: *\nDisallow: /\n', false],
    ['that forbids us', 'User-agent: wiregraph\nDisallow: /news\n', false],
    ['that forbids others', 'User-agent: other\nDisallow: /\n', true],
    ['that allows more exactly', 'User-agent: *\nDisallow: /news\nAllow: /news/a\n', true],
    ['that is nonsense', '<html>', true],
  ])('one %s', async (_, robots, allowed) => {
    const { origin, asked } = await serve({
      '/robots.txt': answer(200, { 'content-type': 'text/plain' }, robots),
      '/news/a': 'x',
    });
    const fetched = await fetchOne(`${origin}/news/a`);
    expect(asked.includes('GET /news/a')).toBe(allowed);
    if (!allowed)
      expect(fetched).toBe(
        "It may not be fetched: the host's robots.txt asks programs to stay away. Save it from a browser.",
      );
  });

  test('one that can’t be had forbids all', async () => {
    const { origin, asked } = await serve({ '/robots.txt': answer(503), '/a': 'x' });
    expect(await fetchOne(`${origin}/a`)).toContain("the host's robots.txt is answered with status 503");
    expect(asked).toEqual(['GET /robots.txt']);
  });

  test('it is asked for once, also where a page redirects', async () => {
    const { origin, asked } = await serve({
      '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /b\n'),
      '/a': answer(302, { location: '/b' }),
      '/b': 'x',
      '/c': 'x',
    });
    const fetcher = new Fetcher(local);
    expect(await fetcher.fetch(`${origin}/a`)).toMatchObject({
      reason: expect.stringContaining('may not be fetched'),
    });
    await fetcher.fetch(`${origin}/c`);
    expect(asked).toEqual(['GET /robots.txt', 'GET /a', 'GET /c']);
  });
});

test('a host is asked no faster than the pause, or than it wishes', async () => {
  const { origin } = await serve({
    '/robots.txt': answer(200, {}, 'User-agent: *\nCrawl-delay: 0.3\n'),
    '/a': 'x',
  });
  const fetcher = new Fetcher({ ...local, pause: 50 });
  const start = performance.now();
  await Promise.all([
    fetcher.fetch(`${origin}/a`),
    fetcher.fetch(`${origin}/a`),
    fetcher.fetch(`${origin}/a`),
  ]);
  expect(performance.now() - start).toBeGreaterThan(550);
});

describe('nothing behind the own firewall is asked', () => {
  const names: Record<string, string> = {
    'public.example': '127.0.0.1',
    'inside.example': '127.0.0.2',
    'metadata.example': '169.254.169.254',
  };
  const resolve: Resolve = (name, done) => done(null, [{ address: names[name] ?? '127.0.0.2', family: 4 }]);

  test.each([
    'http://127.0.0.2/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
    'http://2130706434/',
    'http://0x7f.2/',
    'http://0177.0.0.2/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.2]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:2]/',
  ])('%s', async (address) => {
    expect(await fetchOne(address)).toMatch(
      /^It leads to \S+ inside a private network\. Add --allow-private if that is meant\.$/,
    );
  });

  test.each(['http://inside.example/', 'https://metadata.example/'])('by the name %s', async (address) => {
    expect(await fetchOne(address, { resolve })).toMatch(
      /^It leads to \S+, which is [\d.]+, inside a private network\./,
    );
  });

  test.each(['http://127.0.0.2:PORT/b', 'http://inside.example:PORT/b', '//inside.example:PORT/b'])(
    'after a redirect to %s',
    async (target) => {
      const server = await serve({
        '/a': (_, response) =>
          void response.writeHead(302, { location: target.replace('PORT', String(server.port)) }).end(),
        '/b': 'secret',
      });
      expect(await fetchOne(`http://public.example:${server.port}/a`, { resolve })).toContain(
        'inside a private network',
      );
      expect(server.asked).not.toContain('GET /b');
    },
  );

  test('where one of a name’s numbers is private', async () => {
    const both: Resolve = (_, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '127.0.0.2', family: 4 },
      ]);
    expect(await fetchOne('http://public.example/', { resolve: both })).toContain('which is 127.0.0.2,');
  });

  test('unless that is meant', async () => {
    const { port } = await serve({ '/a': 'x' });
    expect(await fetchOne(`http://127.0.0.2:${port}/a`, { allowPrivate: true })).toMatchObject({
      mediaType: 'text/html',
    });
  });

  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['64:ff9b::808:808', true],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['2002:7f00:1::', false],
    ['nonsense', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});

describe('what can’t be had gets its reason', () => {
  test.each([
    ['a file', 'file:///etc/passwd', 'It begins with file:, but only http: and https: can be fetched.'],
    [
      'a password',
      'http://me:secret@news.example/',
      'It holds a user name or password, which would stay in the graph. Save the page from a browser.',
    ],
    ['no address', 'news.example/report', 'It is no address. Write it as https://…'],
    [
      'nobody there',
      'http://127.0.0.1:1/',
      "It can't be reached: its host takes no connection. Try again later.",
    ],
  ])('%s', async (_, address, reason) => {
    expect(await fetchOne(address)).toBe(reason);
  });

  test('a name that nobody has', async () => {
    const resolve: Resolve = (_, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []);
    expect(await fetchOne('http://nowhere.example/', { resolve })).toBe(
      "It can't be reached: its host has no address. Check how it is written, and the network.",
    );
  });

  test.each([
    ['a page that isn’t there', answer(404), "It isn't there (status 404). Check the address."],
    [
      'a page for others',
      answer(403),
      'It may not be read without logging in, or not by programs (status 403). Save it from a browser.',
    ],
    [
      'a host that has enough',
      answer(429, { 'retry-after': '120' }),
      "It can't be fetched now: the host asks to come back (status 429). Try again in 120 seconds.",
    ],
    ['a host that is broken', answer(500), 'It is answered with status 500. Try again later.'],
    [
      'a picture',
      answer(200, { 'content-type': 'image/png' }, 'x'),
      'It is image/png, which holds no article. Name the page itself.',
    ],
    [
      'a redirect to itself',
      answer(302, { location: '/a' }),
      'It is redirected in a circle. Open it in a browser, and save it there.',
    ],
    [
      'a redirect to a file',
      answer(302, { location: 'file:///etc/passwd' }),
      'It begins with file:, but only http: and https: can be fetched.',
    ],
    [
      'broken compression',
      answer(200, { 'content-encoding': 'gzip' }, 'x'.repeat(100)),
      "It can't be fetched (Z_DATA_ERROR). Try again later.",
    ],
    ['too much', answer(200, {}, 'x'.repeat(2000)), 'It has more than 0.001 MB. Save the article itself.'],
    [
      'a bomb',
      answer(200, { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(5_000_000))),
      'It has more than 0.001 MB. Save the article itself.',
    ],
  ])('%s', async (_, how, reason) => {
    const { origin } = await serve({ '/a': how });
    expect(await fetchOne(`${origin}/a`, { mostBytes: 1000 })).toBe(reason);
  });

  test('redirects without end', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`/${i}`, answer(302, { location: `/${i + 1}` })]),
    );
    const { origin } = await serve(paths);
    expect(await fetchOne(`${origin}/0`)).toBe(
      'It is redirected more than 5 times. Open it in a browser, and save it there.',
    );
  });

  test('a server that sends one byte a second', async () => {
    const { origin } = await serve({
      '/a': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    });
    expect(await fetchOne(`${origin}/a`, { deadline: 300 })).toBe(
      'It took longer than 0.3 seconds. Try again later.',
    );
  });

  test('a server that says nothing', async () => {
    const { origin } = await serve({ '/robots.txt': () => {} });
    expect(await fetchOne(`${origin}/a`, { deadline: 300 })).toContain('took longer than 0.3 seconds');
  });

  test('a header without end', async () => {
    const { origin } = await serve({ '/a': answer(200, { 'x-much': 'x'.repeat(100_000) }) });
    expect(await fetchOne(`${origin}/a`)).toContain("It can't be fetched (HPE_HEADER_OVERFLOW)");
  });
});

test('whoever stops it gets the reason, at once', async () => {
  const { origin } = await serve({ '/a': () => {} });
  const stop = new AbortController();
  const fetching = new Fetcher({ ...local, signal: stop.signal }).fetch(`${origin}/a`);
  setTimeout(() => stop.abort(new Error('enough')), 100);
  await expect(fetching).rejects.toThrow('enough');
});
