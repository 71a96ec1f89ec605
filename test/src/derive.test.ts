import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toLines } from '../../graph/exchange.ts';
import { derive, isCurrent, keepUp, replaceKeepingUp } from '../../src/derive.ts';
import { Journal } from '../../src/journal.ts';
import { assemble } from '../../src/resolve/assemble.ts';
import { annotate, article } from './fake.ts';
import { folder } from './folder.ts';

const reported = (id: string, text: string) => {
  const document = article(id, text, { publishedAt: '2025-05-01' });
  return { document, record: annotate(document) };
};
const lines = (journal: Journal) => [...toLines(derive(journal))];

/** A file with five articles whose graph stands. */
function standing(): Journal {
  const journal = Journal.write(join(folder(), 'a.graph'));
  for (const id of ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt'])
    journal.add(reported(id, `Lena Holt called Tom Berg. Quentin Xavier called Lena Ho${id[0]}t.`), '');
  keepUp(journal);
  return journal;
}

test('a corrected article takes its own share out of the graph that stands, and no more', () => {
  using journal = standing();
  const state = journal.standing()?.state;
  replaceKeepingUp(journal, { put: [reported('2.txt', 'Lena Holt called Max Aas.')] }, '');
  expect(journal.standing()?.state).not.toBe(state);
  expect(isCurrent(journal)).toBe(true);
  expect(lines(journal)).toEqual([...toLines(assemble([...journal.articles()], []))]);
});

test('articles that are gone from their folder take their share with them', () => {
  using journal = standing();
  replaceKeepingUp(journal, { remove: ['1.txt', '3.txt'] }, '');
  expect(isCurrent(journal)).toBe(true);
  expect(lines(journal)).toEqual([...toLines(assemble([...journal.articles()], []))]);
});

test('no word that a correction took away is left in the file', () => {
  const journal = standing();
  const { path } = journal;
  for (const id of ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt'])
    replaceKeepingUp(journal, { put: [reported(id, 'Lena Holt called Tom Berg.')] }, '');
  journal.close();
  expect(readFileSync(path, 'latin1')).not.toMatch(/quentin/i);
});
