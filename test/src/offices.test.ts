// Offices change hands, and people share names: whole articles, read and resolved.
import { expect, test } from 'vitest';
import { extract } from '../../src/index.ts';
import { assemble } from '../../src/resolve/assemble.ts';
import { article } from './fake.ts';

/** The name of the entity at some words of each article; the number of its entity where two share one. */
async function meantIn(...told: readonly (readonly [date: string, text: string, words: string])[]) {
  const articles = await Promise.all(
    told.map(async ([publishedAt, text], i) => {
      const document = article(`${i}.txt`, text, { publishedAt });
      return { document, record: await extract(document) };
    }),
  );
  const { mentions, entities } = assemble(articles);
  return told.map(([, text, words], i) => {
    const start = text.indexOf(words);
    const found = mentions.find(
      (mention) =>
        mention.document === `${i}.txt` && mention.start <= start && mention.end >= start + words.length,
    );
    return entities.find(({ id }) => id === found?.entity)?.id;
  });
}

test('“the Chilean president” is whoever is named so at that time', async () => {
  const [first, named, later, successor] = await meantIn(
    ['2016-06-01', 'The Chilean president opened a school in Talca.', 'The Chilean president'],
    ['2016-06-03', 'Chilean President Rosa Diaz left Talca.', 'Rosa Diaz'],
    ['2018-06-01', 'The Chilean president met the pilots.', 'The Chilean president'],
    ['2018-06-02', 'Chilean President Omar Vega flew to Lima.', 'Omar Vega'],
  );
  expect([first, later]).toEqual([named, successor]);
  expect(named).not.toBe(successor);
});

test('“the Chilean president” of two years is two people, also where nobody is named', async () => {
  const [first, same, later] = await meantIn(
    ['2016-06-01', 'The Chilean president opened a school in Talca.', 'The Chilean president'],
    ['2016-06-02', 'The president of Chile was in Talca.', 'The president'],
    ['2018-06-01', 'The Chilean president met the pilots.', 'The Chilean president'],
  );
  expect(first).toBeDefined();
  expect(same).toBe(first);
  expect(later).not.toBe(first);
});

test('two people named Kim are two, and each keeps what is said of them', async () => {
  const [leader, minister, again] = await meantIn(
    ['2024-05-01', 'North Korean leader Kim watched the parade.', 'Kim'],
    ['2024-05-02', 'South Korean Prime Minister Kim opened a tunnel.', 'Kim'],
    ['2024-05-03', 'North Korean leader Kim Jong Un went home.', 'Kim Jong Un'],
  );
  expect(minister).not.toBe(leader);
  expect(again).toBe(leader);
});
