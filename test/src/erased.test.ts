import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepUp } from '../../src/derive.ts';
import { Journal } from '../../src/journal.ts';
import { remove } from '../../src/remove.ts';
import { annotate, article } from './fake.ts';
import { folder } from './folder.ts';

test('no word of a removed article is left in the file, not even in the slack of a page', async () => {
  const path = join(folder(), 'a.graph');
  const name = (i: number) => `Lena Hol${'abcdefghij'[i % 10]}${'abcdefghij'[Math.floor(i / 10) % 10]}t`;
  const put = (id: string, text: string) => {
    using journal = Journal.write(path);
    const document = article(id, text, { publishedAt: '2025-05-01' });
    journal.add({ document, record: annotate(document) }, '');
    keepUp(journal);
  };
  for (let i = 0; i < 60; i += 1)
    put(`${i}.txt`, `${name(i)} called ${name(i + 1)}. ${name(i + 2)} called Tom Berg.`);
  put('secret.txt', 'Quentin Xavier called Tom Berg. Lena Holaat called Quentin Xavier.');
  expect(readFileSync(path, 'latin1')).toContain('quentin-xavier');
  await remove(path, ['secret.txt']);
  const bytes = readFileSync(path, 'latin1');
  for (const word of ['Quentin', 'quentin', 'secret.txt']) expect(bytes).not.toContain(word);
});
