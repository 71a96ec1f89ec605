import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import { build } from '../../../src/build.ts';
import { readGraph } from '../../../src/open.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

const one = 'French President Anna Morel called German Chancellor Karl Weiss on Friday.\n';
const two = 'Anna Morel called Karl Weiss. Weiss later met Omar Reyes.\n';

async function built(files: Readonly<Record<string, string>>): Promise<string> {
  const path = folder(files);
  await build({ sources: [join(path, 'in')], out: join(path, 'a.graph') });
  return path;
}

const bytesOf = async (path: string) => [...toLines(await readGraph(path))].join('\n');

test('a removed article leaves the graph as if it had never been there, and its text nowhere in the file', async () => {
  const cwd = await built({ 'in/1.txt': one, 'in/2.txt': two });
  const without = await built({ 'in/1.txt': one });
  const { code, out, err } = await wiregraph(['remove', 'a.graph', '2.txt'], { cwd });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('a.graph: 1 article removed');
  expect(out).toMatch(/^- +Omar Reyes +Person$/m);
  expect(out).toMatch(/^~ +Anna Morel +CALLED +Karl Weiss +2 articles → 1 article$/m);
  expect(await bytesOf(join(cwd, 'a.graph'))).toBe(await bytesOf(join(without, 'a.graph')));
  expect(readFileSync(join(cwd, 'a.graph'), 'latin1')).not.toContain('Omar Reyes');
});

test('an article that is not there is told, and nothing is removed', async () => {
  const cwd = await built({ 'in/1.txt': one, 'in/deep/2.txt': two });
  const before = readFileSync(join(cwd, 'a.graph'));
  const { code, out, err } = await wiregraph(['remove', 'a.graph', '1.txt', '2.txt'], { cwd });
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe('a.graph holds no article 2.txt. Is it deep/2.txt?\nNothing was removed.\n');
  expect(readFileSync(join(cwd, 'a.graph')).equals(before)).toBe(true);
});

test('diff says what changed, and that nothing did', async () => {
  const cwd = await built({ 'in/1.txt': one, 'in/2.txt': two });
  await build({ sources: [join(cwd, 'in/1.txt')], out: join(cwd, 'b.graph') });
  const { out } = await wiregraph(['diff', 'b.graph', 'a.graph'], { cwd });
  expect(out).toMatch(/^Articles\n\+ +2\.txt/);
  expect(out).toMatch(/^\+ +Karl Weiss +MET_WITH +Omar Reyes +1 article$/m);
  expect((await wiregraph(['diff', 'a.graph', 'a.graph'], { cwd })).out).toBe('Nothing changed.\n');
  const json = await wiregraph(['diff', 'b.graph', 'a.graph', '--json'], { cwd });
  expect(JSON.parse(json.out).documents.added[0].id).toBe('2.txt');
});
