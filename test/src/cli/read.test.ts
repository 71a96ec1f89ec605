import { expect, test } from 'vitest';
import { serve } from '../fetch/server.ts';
import { folder } from '../folder.ts';
import { page, paragraphs } from '../read/html/news.ts';
import { wiregraph } from './wiregraph.ts';

const head =
  '<meta name="author" content="Anna Lund"><meta property="article:published_time" content="2025-05-19T20:15:00+02:00"><link rel="canonical" href="https://nordwire.example/quota">';

test('read shows a person what a page holds', async () => {
  const cwd = folder({ 'a.html': page({ head }) });
  expect(await wiregraph(['read', 'a.html'], { cwd })).toEqual({
    code: 0,
    err: '',
    out: `Vik calls Copenhagen over quota
Publisher: Nordwire
Author:    Anna Lund
Published: 2025-05-19T20:15:00+02:00
Address:   https://nordwire.example/quota
Language:  en-GB
Id:        a.html

${paragraphs.join('\n\n')}

`,
  });
});

test('read --json prints one object a document, and tells what it left out', async () => {
  const cwd = folder({
    'a.csv': 'Day,Words\n2025-05-19,Vik called Dahl on Monday and said so.\n05/06/2025,No.\n',
  });
  const { code, out, err } = await wiregraph(
    ['read', 'a.csv', '--json', '--columns', 'text=Words,date=Day'],
    { cwd },
  );
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    id: 'a.csv#1',
    publishedAt: '2025-05-19',
    text: 'Vik called Dahl on Monday and said so.',
  });
  expect(err).toContain('a.csv record 2 has the date "05/06/2025"');
});

test('read takes an address, and refuses one on this machine unless it is meant', async () => {
  const { origin } = await serve({ '/a': page({ head }) });
  expect(await wiregraph(['read', `${origin}/a`])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('inside a private network. Add --allow-private'),
  });
  expect((await wiregraph(['read', `${origin}/a`, '--allow-private'])).out).toContain(
    'Address:   https://nordwire.example/quota',
  );
});

test('a text that would steer the terminal is shown, not obeyed', async () => {
  const cwd = folder({
    'a.html': page({
      between:
        '<p>The minister said \u001b[31m no \u001b]0;owned\u0007 to the whole of it, again and again.</p>',
    }),
  });
  expect((await wiregraph(['read', 'a.html'], { cwd })).out).not.toContain('\u001b');
});

test.each([
  ['a column that is no field', ['read', 'a.csv', '--columns', 'body=Text'], 2, 'Fields are id, title, text'],
  [
    'a text in another language',
    ['read', 'de.txt'],
    0,
    'de.txt does not read as English: build leaves it out.',
  ],
  ['nothing', ['read', 'none'], 1, 'There is no file or folder none.'],
])('read tells of %s', async (_, args, code, message) => {
  const cwd = folder({
    'de.txt': 'Die Präsidentin rief den Kanzler am Freitag an und dankte ihm für die Einladung nach Wien.',
  });
  const ran = await wiregraph(args, { cwd });
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(message)]);
});

test('fetch brings pages into a folder that build reads', async () => {
  const { origin } = await serve({ '/a': page({ head }) });
  const cwd = folder({ 'list.txt': `${origin}/a\n${origin}/b\n` });
  const ran = await wiregraph(['fetch', 'list.txt', '--out', 'in', '--allow-private', '--pause', '0'], {
    cwd,
  });
  expect(ran).toEqual({
    code: 3,
    out: 'in: 1 fetched, 0 unchanged\n',
    err: `Not fetched, 1 in all:\n  ${origin}/b isn't there (status 404). Check the address.\n`,
  });
  expect((await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd })).out).toContain(
    'a.graph: 1 article (1 new)',
  );
});

test.each([
  ['--pause', '-1'],
  ['--timeout', 'x'],
])('fetch refuses %s %s', async (...wrong) => {
  expect(await wiregraph(['fetch', 'https://a.example', '--out', 'in', ...wrong])).toMatchObject({
    code: 2,
    err: expect.stringContaining('is no number of seconds'),
  });
});
