// wiregraph watch as a real process, on a folder and on a feed of a server of its own.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readGraph } from '../../../src/open.ts';
import { folder } from '../folder.ts';
import { start } from './wiregraph.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The command, and what it has printed when that matches. */
function watching(cwd: string, ...args: string[]) {
  const child = start(['watch', ...args, '--out', 'a.graph'], cwd);
  ends.push(() => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const says = async (wanted: string) => {
    while (!said.includes(wanted)) {
      if (child.exitCode !== null) throw new Error(`It has ended, and said: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = () => {
    child.kill('SIGINT');
    return new Promise((resolve) => child.once('exit', resolve));
  };
  return { says, stop };
}

test('keeps a graph in step with a folder, a line a change', { timeout: 120_000 }, async () => {
  const cwd = folder({ 'in/1.txt': 'Anna Morel called Karl Weiss.' });
  const { says, stop } = watching(cwd, 'in');
  await says('+ 1.txt\n');
  mkdirSync(join(cwd, 'in/deep'));
  writeFileSync(join(cwd, 'in/deep/2.txt'), 'Karl Weiss thanked Anna Morel.');
  await says('+ deep/2.txt\n');
  writeFileSync(join(cwd, 'in/1.txt'), 'Anna Morel met Karl Weiss.');
  await says('~ 1.txt\n');
  rmSync(join(cwd, 'in/1.txt'));
  writeFileSync(join(cwd, 'in/3.txt'), '');
  await says('- 1.txt\n');
  await says('3.txt holds no text');
  expect(await stop()).toBe(0);
  expect((await readGraph(join(cwd, 'a.graph'))).documents.map(({ id }) => id)).toEqual(['deep/2.txt']);
});

test('fetches what a feed has, and keeps it', { timeout: 120_000 }, async () => {
  const text =
    'Anna Morel called Karl Weiss on Friday and told him that the talks would begin on Monday. '.repeat(4);
  const server: Server = createServer((request, response) => {
    if (request.url !== '/feed') return response.writeHead(404).end();
    const item = `<item><title>Call</title><link>http://${request.headers.host}/call</link><content:encoded>${text}</content:encoded></item>`;
    const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title>${item}</channel></rss>`;
    return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const cwd = folder({});
  const { says, stop } = watching(cwd, `http://127.0.0.1:${port}/feed`, '--allow-private');
  await says('+ 127.0.0.1');
  expect(await stop()).toBe(0);
  expect((await readGraph(join(cwd, 'a.graph'))).documents.map(({ title }) => title)).toEqual(['Call']);
});
