import { describe, expect, test } from 'vitest';
import { documentsOf, reasonsOf, resultsOf } from './results.ts';

describe('a record is a document', () => {
  const document = {
    title: 'Vik calls',
    text: 'Vik called.\nDahl listened; he said nothing.',
    publisher: 'Nordwire',
    author: 'A. Lund',
    publishedAt: '2025-05-19',
    url: 'https://nordwire.example/1',
    language: 'en',
  };
  const quoted = '"Vik called.\nDahl listened; he said nothing."';
  test.each([
    [
      'of CSV',
      'a.csv',
      `headline,body,source,byline,date,link,lang\nVik calls,${quoted},Nordwire,A. Lund,2025-05-19,https://nordwire.example/1,en\n`,
    ],
    [
      'of CSV from a spreadsheet, with semicolons and a byte-order mark',
      'a.csv',
      `\uFEFFHeadline;Body;Source;Byline;Published at;Link;Lang\r\nVik calls;${quoted};Nordwire;A. Lund;19 May 2025;https://nordwire.example/1;en\r\n`,
    ],
    [
      'of TSV',
      'a.tsv',
      `title\ttext\tpublisher\tauthor\tdate\turl\tlanguage\nVik calls\t${quoted}\tNordwire\tA. Lund\t2025-05-19\thttps://nordwire.example/1\ten\n`,
    ],
    [
      'of JSONL',
      'a.jsonl',
      JSON.stringify({
        ...document,
        published_at: document.publishedAt,
        publishedAt: undefined,
        authors: [document.author],
        author: undefined,
      }),
    ],
  ])('%s', async (_, name, content) => {
    expect(await documentsOf(name, content)).toMatchObject([{ id: `${name}#1`, ...document }]);
  });

  test('whose columns are told', async () => {
    const content = 'Überschrift,Wortlaut,text\nVik calls,Vik called.,wrong\n';
    expect(
      await documentsOf('a.csv', content, { columns: { text: 'Wortlaut', title: 'Überschrift' } }),
    ).toMatchObject([{ title: 'Vik calls', text: 'Vik called.' }]);
  });

  test('under the id that it has, else under its number', async () => {
    const content = '{"id":"x-7","text":"One."}\n\n{"text":"Two."}\n{"id":12,"text":"Three."}';
    expect((await documentsOf('a.jsonl', content)).map(({ id }) => id)).toEqual([
      'a.jsonl#x-7',
      'a.jsonl#2',
      'a.jsonl#12',
    ]);
  });

  test('without the tags of its HTML', async () => {
    expect(
      await documentsOf('a.jsonl', JSON.stringify({ text: '<p>One &amp; two.</p><p>Three.</p>' })),
    ).toMatchObject([{ text: 'One & two.\n\nThree.' }]);
  });

  test('dated by seconds since 1970', async () => {
    expect(await documentsOf('a.jsonl', '{"text":"One.","timestamp":1747685700}')).toMatchObject([
      { publishedAt: '2025-05-19T20:15:00Z' },
    ]);
  });
});

describe('a bad record is named, and the rest is read', () => {
  test.each([
    ['broken JSON', '{"text":', 'record 1 is broken JSON. Write one object a line.'],
    ['no object', '["One."]', 'record 1 is no JSON object. Write one object a line.'],
    [
      'no text',
      '{"id":"x","abstract":"One."}',
      'record 1 has no text: its columns are "id", "abstract". Say which one it is: --columns text=NAME',
    ],
    [
      'a date that could be two',
      '{"text":"One.","date":"05/06/2025"}',
      'record 1 has the date "05/06/2025", which can\'t be read for sure. Write it as 2025-05-19.',
    ],
    [
      'a line of 5 MB',
      `{"text":"${'x'.repeat(5_000_000)}"}`,
      'record 1 is longer than 4 MB. Split it into its articles.',
    ],
  ])('%s', async (_, line, reason) => {
    const results = await resultsOf('a.jsonl', `${line}\n{"text":"Two."}\n`);
    expect(results).toMatchObject([
      { reason: expect.stringContaining(`a.jsonl ${reason}`) },
      { id: 'a.jsonl#2' },
    ]);
  });

  test('two records of one id', async () => {
    expect(await reasonsOf('a.jsonl', '{"id":1,"text":"One."}\n{"id":1,"text":"Two."}')).toEqual([
      'a.jsonl record 2 has the id "1", which an earlier record has. Give each its own.',
    ]);
  });

  test('more than twenty are counted', async () => {
    const reasons = await reasonsOf('a.jsonl', '{}\n'.repeat(100));
    expect(reasons).toHaveLength(21);
    expect(reasons.at(-1)).toBe("a.jsonl has 80 more records that can't be read. Mend those above first.");
  });

  test('a quotation mark without end', async () => {
    expect(await reasonsOf('a.csv', `text\n"${'x, '.repeat(2_000_000)}`)).toEqual([
      'a.csv has a record 1 longer than 4 MB: a quotation mark may be missing. Nothing after it was read.',
    ]);
  });

  test('a graph that was exported is no table of articles', async () => {
    expect(await reasonsOf('a.ndjson', '{"kind":"document","id":"a","text":"x","contentHash":"0"}')).toEqual([
      'a.ndjson is a graph that was exported. Bring it in with: wiregraph import',
    ]);
  });
});
