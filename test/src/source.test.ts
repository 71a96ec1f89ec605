// A .graph file in parts: the same graph that is read as a whole.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { bySentence } from '../../graph/exchange.ts';
import { compare } from '../../graph/model.ts';
import { build } from '../../src/build.ts';
import { readGraph } from '../../src/open.ts';
import { openSource } from '../../src/source.ts';
import { folder } from './folder.ts';

async function built(): Promise<string> {
  const cwd = folder({
    'in/a.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday. He thanked her.',
    'in/a:1.txt': 'Anna Morel met Karl Weiss in Oslo.',
    'in/a-1.txt': 'Karl Weiss resigned, officials said.',
  });
  const out = join(cwd, 'x.graph');
  await build({ sources: [join(cwd, 'in')], out });
  return out;
}

test('the parts of a file make up its graph', async () => {
  const path = await built();
  const whole = await readGraph(path);
  using source = await openSource(path);
  const articles = [...source.articles()].map((article) => ({ ...article, parts: article.read() }));
  const byId = (a: { id: string }, b: { id: string }) => compare(a.id, b.id);
  expect(articles.map(({ parts }) => parts.document).sort(byId)).toMatchObject(
    whole.documents.map(({ id, text, title }) => ({ id, text, title })),
  );
  expect(articles.flatMap(({ parts }) => parts.sentences).sort(bySentence)).toEqual(whole.sentences);
  expect(articles.flatMap(({ parts }) => parts.mentions).sort(byId)).toEqual(whole.mentions);
  expect(articles.flatMap(({ parts }) => parts.claims).sort(byId)).toEqual(whole.claims);
  expect([...source.entities()]).toEqual(whole.entities);
  expect(source.size).toEqual({
    documents: 3,
    entities: whole.entities.length,
    claims: whole.claims.length,
  });
  for (const { id, parts } of articles) {
    expect(source.has(id)).toBe(true);
    for (const part of [...parts.sentences, ...parts.mentions, ...parts.claims])
      expect(part.document).toBe(id);
  }
  expect(source.has('b')).toBe(false);
});

test('a file keeps its id, and another has another', async () => {
  const [path, other] = [await built(), await built()];
  const idOf = async (file: string) => {
    using source = await openSource(file);
    return source.journal;
  };
  const id = await idOf(path);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idOf(path)).toBe(id);
  expect(await idOf(other)).not.toBe(id);
});

test('a file from before there were ids gets one, and its graph made', async () => {
  const path = await built();
  const db = new DatabaseSync(path);
  db.exec('DROP TABLE journal; DELETE FROM standing; DELETE FROM shelf');
  db.close();
  using source = await openSource(path);
  expect(source.journal).toMatch(/^[0-9a-f-]{36}$/);
  expect([...source.articles()]).toHaveLength(3);
});
