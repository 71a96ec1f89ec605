// The parser in a real browser, from the built files as they are: the same trees as in Node.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/text/index.ts';
import { chromiumPath, launch } from './browser.ts';

const dist = join(import.meta.dirname, '../../dist');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
};
const text = 'Moscow, he pledged, would work with Kyiv. “We don’t agree,” said Anna Holt.';

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let server: Server;

  beforeAll(async () => {
    if (!existsSync(join(dist, 'src/text/index.js')))
      throw new Error('There is no dist/: run `npm run build` first.');
    server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      if (path === '/page.html') response.end('<!doctype html><title>parser</title>');
      else if (existsSync(join(dist, path))) response.end(readFileSync(join(dist, path)));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  test('a text has the same trees as in Node', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
      // As text: the test runner would rewrite an import in a function.
      const found = await page.evaluate(
        `import('/src/text/index.js').then(({ parse }) => parse(${JSON.stringify(text)}))`,
      );
      expect(found).toEqual(await parse(text));
    } finally {
      await browser.close();
    }
  }, 60_000);
});
