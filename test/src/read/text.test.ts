import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../graph/model.ts';
import { textReader } from '../../../src/read/formats.ts';
import { type Failure, isFailure } from '../../../src/read/reader.ts';
import { mostBytes } from '../../../src/read/text.ts';
import { folder } from '../folder.ts';

describe('text', () => {
  test.each([
    ['a byte-order mark is dropped', '\uFEFFLena called.', 'Lena called.'],
    ['Windows line ends become line feeds', 'One.\r\nTwo.\r\n', 'One.\nTwo.\n'],
    ['non-breaking spaces become spaces one for one', 'Mr\u00A0\u00A0Holt 5\u202F%', 'Mr  Holt 5 %'],
    ['nothing is trimmed, collapsed or composed', ' \n\n e\u0301  x \n', ' \n\n e\u0301  x \n'],
    ['a lone carriage return stays', 'a\rb', 'a\rb'],
    ['a `---` that never closes is text', '---\ntitle: x\n', '---\ntitle: x\n'],
    ['a block that is no mapping is text', '---\nIt rained.\n---\nMore.', '---\nIt rained.\n---\nMore.'],
    ['a `---` further down is text', 'One.\n---\na: b\n---\n', 'One.\n---\na: b\n---\n'],
    ['with front matter the text begins after it', '---\ntitle: T\n---\n\nOne.\n', '\nOne.\n'],
  ])('%s', async (_, content, text) => {
    expect(await document(content)).toMatchObject({ text });
  });
});

describe('fields', () => {
  test('come from the front matter', async () => {
    const content = `---
title: "Holt: no deal"
publisher: Nordwire
author: [A. Lund, B. Berg]
date: 19 May 2025, 2:05 pm
url: https://nordwire.example/1
language: en
tags: [politics]
---
Lena Holt called.
`;
    expect(await document(content)).toEqual({
      id: 'a.md',
      title: 'Holt: no deal',
      publisher: 'Nordwire',
      author: 'A. Lund, B. Berg',
      publishedAt: '2025-05-19T14:05',
      url: 'https://nordwire.example/1',
      language: 'en',
      text: 'Lena Holt called.\n',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['the first line that says something', '\n***\n\nHolt calls Berg\n\nMore.', 'Holt calls Berg'],
    ['a Markdown heading without its marks', '# Holt calls *Berg*\n', 'Holt calls *Berg*'],
    ['a first paragraph cut at a word', `${'word '.repeat(50)}`, `${'word '.repeat(24).trim()}…`],
  ])('a missing title is %s', async (_, content, title) => {
    expect(await document(content)).toMatchObject({ title });
  });

  test('another date, same text: another content hash', async () => {
    const one = (await document('---\ndate: 2025-05-19\n---\nText.')) as Document;
    const other = (await document('---\ndate: 2025-05-20\n---\nText.')) as Document;
    expect(one.contentHash).not.toBe(other.contentHash);
  });
});

describe('what is no article gets one sentence that says what to do', () => {
  test.each([
    ['an empty file', '', 'holds no text. Put the article into it or take it out of the folder.'],
    [
      'white space',
      '\uFEFF \r\n\u00A0',
      'holds no text. Put the article into it or take it out of the folder.',
    ],
    [
      'front matter alone',
      '---\ntitle: x\n---\n',
      'holds no text. Put the article into it or take it out of the folder.',
    ],
    ['NUL bytes', 'a\0b', 'is no text: it holds NUL bytes. Take it out of the folder.'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 1, 2, 3, 0xff, 4, 5]),
      'is no text. Take it out of the folder.',
    ],
    [
      'control characters',
      '\x01\x02\x03ab',
      'is no text: most of it is control characters. Take it out of the folder.',
    ],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 65, 0]), 'is UTF-16. Save it as UTF-8.'],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('Grüße.\nZweite Zeile: '), Buffer.from([0xfc]), Buffer.from('ber\n')]),
      'is not UTF-8: line 2 has a byte that no character has. Save it as UTF-8.',
    ],
    [
      'a 50 MB line',
      'x'.repeat(50_000_000),
      'has 50.0 MB; an article may have 4.0 MB. Split it into its articles.',
    ],
    [
      'broken front matter',
      '---\ndate: 2025-05-19\ntitle: Holt: no deal: really\n---\nText.',
      'has a front matter that is no YAML at line 3. Put a value that holds a colon or a quote in quotes.',
    ],
    [
      'a date that could be two',
      '---\ndate: 05/06/2025\n---\nText.',
      'has the date "05/06/2025", which can\'t be read for sure. Write it as 2025-05-19.',
    ],
    [
      'a title that is a mapping',
      '---\ntitle: {a: b}\n---\nText.',
      'has a title in its front matter that is no plain text. Write it as one line.',
    ],
    [
      'aliases without end',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\nText.`,
      'has a front matter whose aliases unfold without end. Write them out.',
    ],
  ])('%s', async (_, content, reason) => {
    const path = join(folder({ 'a.md': content }), 'a.md');
    expect(await readFile(path)).toEqual({ stage: 'read', source: path, reason: `${path} ${reason}` });
  });

  test.skipIf(process.getuid?.() === 0)('a file without the right to read it', async () => {
    const path = join(folder({ 'a.md': 'Text.' }), 'a.md');
    chmodSync(path, 0);
    expect(await readFile(path)).toMatchObject({ reason: expect.stringContaining('no right to read it') });
  });

  test('a file that has gone', async () => {
    const path = join(folder(), 'a.md');
    expect(await readFile(path)).toMatchObject({ reason: `${path} is gone. Build again.` });
  });
});

test('a file at the limit is read', async () => {
  expect(await document('x'.repeat(mostBytes))).toMatchObject({ id: 'a.md' });
});

test.each([
  ['a.txt', true],
  ['A.TXT', true],
  ['a.text', true],
  ['a.md', true],
  ['a.markdown', true],
  ['a.html', false],
  ['txt', false],
])('%s is accepted: %s', (path, accepted) => {
  expect(textReader.accepts({ path, id: path })).toBe(accepted);
});

async function document(content: string | Uint8Array): Promise<Document> {
  const result = await readFile(join(folder({ 'a.md': content }), 'a.md'));
  if (isFailure(result)) throw new Error(result.reason);
  return result;
}

async function readFile(path: string): Promise<Document | Failure> {
  const results: (Document | Failure)[] = [];
  for await (const result of textReader.read({ path, id: 'a.md' })) results.push(result);
  expect(results).toHaveLength(1);
  return results[0] as Document | Failure;
}
