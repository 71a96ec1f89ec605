import { describe, expect, test } from 'vitest';
import { page, paragraphs } from './html/news.ts';
import { documentsOf, reasonsOf, resultsOf } from './results.ts';

const head = `From: "Nordwire Briefing" <briefing@nordwire.example>
To: reader@example.com
Subject: =?utf-8?q?Vik_calls_Copenhagen_=E2=80=93_again?=
Date: Mon, 19 May 2025 20:15:00 +0200
MIME-Version: 1.0
`;
const plain = `${head}Content-Type: text/plain; charset=utf-8

Ida Vik telephoned Copenhagen.

From the harbour: nothing new.
`;
const newsletter = `${head}Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain

See https://nordwire.example
--inner
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<table><tr><td><a href="#">View this email in your browser</a></td></tr><tr><td><h1>Vik calls</h1><p>Ida Vik telephoned =D8rsted in Copenhagen.</p></td></tr><tr><td>You are receiving this because you subscribed. <a href="#">Unsubscribe</a></td></tr></table>
--inner--
--outer
Content-Type: text/html; name="report.html"
Content-Disposition: attachment; filename="report.html"

${page()}
--outer
Content-Type: image/png
Content-Disposition: attachment; filename="logo.png"

x
--outer--
`;
const fields = {
  title: 'Vik calls Copenhagen – again',
  publisher: 'Nordwire Briefing',
  publishedAt: '2025-05-19T20:15:00+02:00',
};

test('a message is a document, with its sender as publisher and the zone that it was sent in', async () => {
  expect(await documentsOf('a.eml', plain)).toMatchObject([
    { id: 'a.eml', ...fields, text: 'Ida Vik telephoned Copenhagen.\n\nFrom the harbour: nothing new.' },
  ]);
});

test('a newsletter is what it shows, without what mailings add; what is attached is read too', async () => {
  expect(await documentsOf('a.eml', newsletter)).toMatchObject([
    { id: 'a.eml', ...fields, text: 'Vik calls\n\nIda Vik telephoned Ørsted in Copenhagen.' },
    { id: 'a.eml#report.html', title: 'Vik calls Copenhagen over quota', text: paragraphs.join('\n\n') },
  ]);
});

test('a mailbox gives each message, and leaves `From ` within one where it is', async () => {
  const box = `From a@b Mon May 19 20:15:00 2025\n${plain}\n>From now on it is quiet.\n\nFrom a@b Mon May 19 20:16:00 2025\n${newsletter}`;
  const documents = await documentsOf('a.mbox', box);
  expect(documents.map(({ id }) => id)).toEqual(['a.mbox#1', 'a.mbox#2', 'a.mbox#2:report.html']);
  expect(documents[0]?.text).toContain('From now on it is quiet.');
});

test('a page that a browser saved as MHTML is a page, with its address', async () => {
  const mhtml = `From: <Saved by Blink>
Snapshot-Content-Location: https://nordwire.example/quota
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://nordwire.example/quota

${page()}
--b
Content-Type: text/css
Content-Location: https://nordwire.example/a.css

p {}
--b--
`;
  expect(await documentsOf('a.mhtml', mhtml)).toMatchObject([
    {
      id: 'a.mhtml',
      url: 'https://nordwire.example/quota',
      title: 'Vik calls Copenhagen over quota',
      text: paragraphs.join('\n\n'),
    },
  ]);
});

describe('what is no mail is told', () => {
  test.each([
    ['a.eml', '', 'a.eml is no message: it has no header. Look what it is.'],
    ['a.eml', `${head}\n`, 'a.eml holds no text. Take it out.'],
    [
      'a.mbox',
      'x\n',
      'a.mbox holds no message: no line in it is such as "From a@b Mon May 19 20:15:00 2025". Look what it is.',
    ],
    ['a.mhtml', plain, 'a.mhtml holds no page. Save it again from a browser.'],
  ])('%s', async (name, content, reason) => {
    expect(await reasonsOf(name, content)).toEqual([reason]);
  });

  test('parts within parts without end', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    expect(await resultsOf('a.eml', head + nested)).toMatchObject([
      { reason: expect.stringContaining('a.eml is no message that can be read') },
    ]);
  });
});
