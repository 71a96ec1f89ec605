import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fromLines } from '../../../graph/exchange.ts';
import { type Served, ServeError, type ServeOptions, serve } from '../../../src/serve/serve.ts';
import { harbour } from '../../viewer/fixture.ts';

describe('The local server', () => {
  let viewerFolder: string;
  let served: Served | undefined;

  beforeAll(async () => {
    viewerFolder = await mkdtemp(join(tmpdir(), 'wiregraph-viewer-'));
    await writeFile(join(viewerFolder, 'index.html'), '<!doctype html><title>built</title>');
    await writeFile(join(viewerFolder, 'secret.key'), 'not a file of a page');
    await symlink('/etc/hostname', join(viewerFolder, 'link.json'));
  });
  afterAll(() => rm(viewerFolder, { recursive: true }));
  afterEach(() => served?.close());

  const start = async (options: Partial<ServeOptions> = {}): Promise<string> => {
    served = await serve({ graph: harbour(), name: 'Harbour', viewerFolder, ...options });
    return served.address;
  };

  test('gives the same graph that it was handed, line by line', async () => {
    const address = await start();

    const answer = await fetch(`${address}api/graph`);

    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(await fromLines((await answer.text()).split('\n'))).toEqual(harbour());
  });

  test('asks a function for the graph once, when it is first needed', async () => {
    let asked = 0;
    const address = await start({
      graph: () => {
        asked += 1;
        return harbour();
      },
    });
    expect(asked).toBe(0);

    await fetch(`${address}api/graph`).then((a) => a.text());
    await fetch(`${address}api/graph`).then((a) => a.text());

    expect(asked).toBe(1);
  });

  test('says which state of the graph it is, and gives another once that has changed', async () => {
    let version = 'one';
    let asked = 0;
    const address = await start({
      version: () => version,
      graph: () => {
        asked += 1;
        return harbour();
      },
    });
    const about = async () => (await fetch(`${address}api/about`)).json();
    const read = () => fetch(`${address}api/graph`).then((a) => a.text());

    expect(await about()).toEqual({ name: 'Harbour', version: 'one' });
    await read();
    await read();
    expect(asked).toBe(1);
    version = 'two';
    expect(await about()).toEqual({ name: 'Harbour', version: 'two' });
    await read();

    expect(asked).toBe(2);
  });

  test('a graph that can’t be had is a sentence, and is tried again', async () => {
    let asked = 0;
    const address = await start({
      graph: () => {
        asked += 1;
        if (asked === 1) throw new Error('the file is gone.');
        return harbour();
      },
    });

    const first = await fetch(`${address}api/graph`);

    expect([first.status, await first.text()]).toEqual([500, 'The graph can’t be read: the file is gone.\n']);
    expect((await fetch(`${address}api/graph`)).status).toBe(200);
  });

  test('tells its name and serves the page, with a policy that lets nothing else run', async () => {
    const address = await start();

    const page = await fetch(address);

    expect(await (await fetch(`${address}api/about`)).json()).toEqual({ name: 'Harbour', version: null });
    expect(await page.text()).toContain('<title>built</title>');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['no token', '/'],
    ['no token before the data', '/api/graph'],
    ['a wrong token', `/${'A'.repeat(32)}/api/graph`],
    ['a token with more behind it', '/TOKENx/api/graph'],
    ['an escaped slash', '/TOKEN%2Fapi/graph'],
    ['a token that is not at the start', '/x/TOKEN/api/graph'],
  ])('refuses %s', async (_, path) => {
    const { origin, token } = partsOf(await start());

    const answer = await ask(origin + path.replace('TOKEN', token), {});

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Open the address that wiregraph printed');
  });

  test.each([
    ['another Host', { host: 'evil.example' }],
    ['its own name with another port', { host: '127.0.0.1:1' }],
    ['another Origin', { origin: 'https://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
    [
      'a request that another site’s page makes',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    [
      'a request that a page of another port makes',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ],
  ])('refuses %s, even with the token', async (_, headers) => {
    const address = await start();

    const answer = await ask(`${address}api/graph`, headers);

    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('"kind"');
  });

  test('takes its own Origin, and localhost as its name', async () => {
    const address = await start();
    const { host } = new URL(address);
    const local = host.replace('127.0.0.1', 'localhost');

    expect((await ask(`${address}api/about`, { origin: `http://${host}` })).status).toBe(200);
    expect((await ask(`${address}api/about`, { host: local })).status).toBe(200);
  });

  test.each([
    '../package.json',
    '..%2Fpackage.json',
    '%2e%2e/package.json',
    '....//package.json',
    'secret.key',
    'link.json',
    'assets/',
    '%00',
    '/etc/hostname',
  ])('serves nothing for %s', async (path) => {
    const address = await start();

    const answer = await ask(address, {}, 'GET', new URL(address).pathname + path);

    expect([403, 404]).toContain(answer.status);
  });

  test.each([
    ['POST', 'text/plain', 415],
    ['POST', 'application/x-www-form-urlencoded', 415],
    ['POST', 'application/json', 405],
    ['DELETE', 'application/json', 405],
  ])('only reads: %s with %s is refused', async (method, type, status) => {
    const address = await start();

    const answer = await ask(`${address}api/graph`, { 'content-type': type }, method);

    expect(answer.status).toBe(status);
  });

  test('every start has another token of 192 bits', async () => {
    const first = partsOf(await start()).token;
    await served?.close();

    const second = partsOf(await start()).token;

    expect(first).toMatch(/^[\w-]{32}$/);
    expect(second).not.toBe(first);
  });

  test('tells of each answer without the token', async () => {
    const heard: { status: number; path: string }[] = [];
    const address = await start({ onAnswer: (answer) => heard.push(answer) });

    await fetch(`${address}api/about`);
    await fetch(address);

    await expect
      .poll(() => heard)
      .toEqual([
        { status: 200, path: '/api/about' },
        { status: 200, path: '/' },
      ]);
  });

  test('says what to do where the viewer isn’t built or the port is taken', async () => {
    const { port } = new URL(await start());

    await expect(
      serve({ graph: harbour(), name: 'x', viewerFolder: join(viewerFolder, 'no') }),
    ).rejects.toThrow(/npm run build/);
    await expect(serve({ graph: harbour(), name: 'x', viewerFolder, port: Number(port) })).rejects.toThrow(
      new ServeError(`Port ${port} is in use. Leave the port out to take any free one, or name another.`),
    );
  });
});

function partsOf(address: string): { origin: string; token: string } {
  const { origin, pathname } = new URL(address);
  return { origin, token: pathname.slice(1, -1) };
}

/** A request as node sends it: unlike fetch, it lets a test say any Host and any path. */
function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  path = url.replace(/^http:\/\/[^/]+/, ''),
): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}
