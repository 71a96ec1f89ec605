import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSources, SameId } from '../../../src/read/find.ts';
import { folder } from '../folder.ts';

test('a folder gives every file at any depth, with its path inside it as id, in the order of ids', async () => {
  const path = folder({ 'b.txt': '', 'a.txt': '', 'deep/er/c.md': '', 'picture.png': '' });
  const { sources, failures } = await findSources([path]);
  expect(sources.map((s) => s.id)).toEqual(['a.txt', 'b.txt', 'deep/er/c.md', 'picture.png']);
  expect(sources[2]?.path).toBe(join(path, 'deep/er/c.md'));
  expect(failures).toEqual([]);
});

test('a file has its base name as id', async () => {
  const path = folder({ 'deep/c.md': '' });
  expect((await findSources([join(path, 'deep/c.md')])).sources.map((s) => s.id)).toEqual(['c.md']);
});

test('hidden files and folders are told, not read', async () => {
  const path = folder({ '.git/config.txt': '', '.hidden.txt': '', 'a.txt': '' });
  const { sources, hidden } = await findSources([path]);
  expect(sources.map((s) => s.id)).toEqual(['a.txt']);
  expect(hidden).toEqual([join(path, '.git'), join(path, '.hidden.txt')]);
});

test('what a browser lays beside a saved page is told, not read', async () => {
  const path = folder({
    'a.html': '',
    'a_files/frame.html': '',
    'b.htm': '',
    'b-Dateien/frame.html': '',
    'c_files/d.html': '',
  });
  const { sources, hidden } = await findSources([path]);
  expect(sources.map((s) => s.id)).toEqual(['a.html', 'b.htm', 'c_files/d.html']);
  expect(hidden).toEqual([join(path, 'a_files'), join(path, 'b-Dateien')]);
});

test('what is missing is a failure, and the rest is found', async () => {
  const path = folder({ 'a.txt': '' });
  const { sources, failures } = await findSources([join(path, 'nowhere'), path]);
  expect(sources).toHaveLength(1);
  expect(failures.map((f) => f.reason)).toEqual([
    `There is no file or folder ${join(path, 'nowhere')}. Check the path.`,
  ]);
});

test('two sources with one id are refused with both named', async () => {
  const path = folder({ 'x/a.txt': '', 'y/a.txt': '' });
  const [x, y] = [join(path, 'x'), join(path, 'y')];
  await expect(findSources([x, y])).rejects.toThrow(SameId);
  await expect(findSources([x, y])).rejects.toThrow(
    `${join(x, 'a.txt')} and ${join(y, 'a.txt')} would both be the document "a.txt".`,
  );
});

test('a file that is named twice is one source, or refused where it would be two documents', async () => {
  const path = folder({ 'a.txt': '', 'x/b.txt': '' });
  expect((await findSources([path, join(path, 'a.txt')])).sources.map((s) => s.id)).toEqual([
    'a.txt',
    'x/b.txt',
  ]);
  await expect(findSources([path, join(path, 'x/b.txt')])).rejects.toThrow(
    'is named twice and would be the documents "x/b.txt" and "b.txt"',
  );
});

test('links are followed, but never in a circle', async () => {
  const path = folder({ 'a/one.txt': '', 'elsewhere.txt': '' });
  symlinkSync('../elsewhere.txt', join(path, 'a/linked.txt'));
  symlinkSync('..', join(path, 'a/up'));
  symlinkSync('nothing', join(path, 'a/broken.txt'));
  symlinkSync('self.txt', join(path, 'a/self.txt'));
  const { sources, failures } = await findSources([join(path, 'a')]);
  expect(sources.map((s) => s.id)).toEqual(['linked.txt', 'one.txt', 'up/elsewhere.txt']);
  expect(failures.map((f) => f.reason)).toEqual([
    `${join(path, 'a/broken.txt')} is a link to nothing. Remove it or mend it.`,
    `${join(path, 'a/self.txt')} is a link that leads back to itself. Remove it.`,
    `${join(path, 'a/up/a')} leads to ${join(path, 'a')}, which is read already. Remove the link or name the folder once.`,
  ]);
});

test('a folder with the name of an article is a folder', async () => {
  const path = folder();
  mkdirSync(join(path, 'a.txt'));
  expect((await findSources([path])).sources).toEqual([]);
});
