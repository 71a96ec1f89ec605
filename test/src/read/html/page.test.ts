import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../src/read/html/page.ts';
import { page, paragraphs } from './news.ts';

const report = paragraphs.join('\n\n');

/** The text and the fields, or the reason. */
const read = (html: string, address?: string) => {
  const found = readPage(html, address);
  return 'reason' in found ? found.reason : { text: found.text, ...found.fields };
};

describe('the text is the report', () => {
  test.each([
    ['without what stands around it', page()],
    [
      'without a caption',
      page({
        between: '<figure><img src="a.jpg"><figcaption>Ida Vik in Havn on Monday</figcaption></figure>',
      }),
    ],
    [
      'without a caption that no figure marks',
      page({ between: '<div><img src="a.jpg"><br>Ida Vik in Havn on Monday</div>' }),
    ],
    [
      'without a link to another report',
      page({ between: '<p><a href="/2">Ferry to the islands runs aground near the lighthouse</a></p>' }),
    ],
    [
      'without “read more”',
      page({ between: '<p><b>READ MORE:</b> <a href="/2">The quota explained</a></p>' }),
    ],
    [
      'without a box for a newsletter',
      page({
        between:
          '<div class="newsletter-box"><p>Sign up for our morning briefing, delivered to your inbox at six every day.</p></div>',
      }),
    ],
    [
      'without a cookie notice',
      page({
        between:
          '<div id="cookie-consent"><p>We use cookies to make this site better. You can accept all of them or choose.</p></div>',
      }),
    ],
    [
      'without a share bar',
      page({
        between:
          '<ul class="share-tools"><li><a href="#">Facebook</a></li><li><a href="#">Email</a></li></ul>',
      }),
    ],
    [
      'without an advertisement',
      page({ between: '<div class="ad"><p>Advertisement</p></div><p>Continue reading the main story</p>' }),
    ],
    [
      'without comments',
      page({
        after: `<div class="comments"><h3>2 comments</h3>${'<p>I have said for years that this would happen, and nobody listened to me at all.</p>'.repeat(8)}</div>`,
      }),
    ],
    [
      'without related reports',
      page({
        after:
          '<h3>Related stories</h3><ul><li><a href="/2">Quota cut again</a></li><li><a href="/3">Minister in trouble</a></li></ul>',
      }),
    ],
    [
      'without cards of other articles',
      page({
        after:
          `<article class="card"><h3><a href="/4">Island school closes</a></h3><p>${'The last school on the island closes this summer after ninety years. '.repeat(2)}</p></article>`.repeat(
            3,
          ),
      }),
    ],
    [
      'without what a style hides',
      page({
        between:
          '<p style="display:none">You have read your last free article of this month, and should subscribe now.</p>',
      }),
    ],
    [
      'without scripts',
      page({
        between:
          '<script>document.write("<p>The boats are tied up and nobody will wait for them.</p>")</script>',
      }),
    ],
    [
      'without byline and date',
      page({
        body: `<p class="byline">By Anna Lund</p><p>19 May 2025, 10:15</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
      }),
    ],
  ])('%s', (_, html) => {
    expect(read(html)).toMatchObject({ text: report });
  });

  test('with its subheadings, lists and tables', () => {
    const between =
      '<h2>What is at stake</h2><ul><li>Forty thousand tonnes of mackerel</li><li>Nine hundred jobs in the north</li></ul><table><tr><td>2024</td><td>41</td></tr><tr><td>2025</td><td>28</td></tr></table>';
    expect(read(page({ between }))).toMatchObject({
      text: [
        ...paragraphs.slice(0, 2),
        'What is at stake',
        'Forty thousand tonnes of mackerel\nNine hundred jobs in the north',
        '2024 41\n2025 28',
        ...paragraphs.slice(2),
      ].join('\n\n'),
    });
  });

  test('with two line ends where a page has no paragraphs', () => {
    expect(read(page({ body: paragraphs.join('<br><br>') }))).toMatchObject({ text: report });
  });

  test('of a page whose every paragraph stands in a box of its own', () => {
    expect(
      read(
        page({
          body: paragraphs.map((text, i) => `<div class="block block-${i}"><p>${text}</p></div>`).join(''),
        }),
      ),
    ).toMatchObject({ text: report });
  });

  test.each([
    ['plain', report],
    ['HTML', paragraphs.map((text) => `<p>${text}</p>`).join('')],
  ])('of a page that scripts fill, from its data, %s', (_, articleBody) => {
    const data = { '@type': 'NewsArticle', headline: 'Vik calls', articleBody };
    const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><div id="app"><p>Please wait a moment.</p></div>`;
    expect(read(html)).toMatchObject({ text: report });
  });

  test('of broken markup', () => {
    expect(read(`<title>x</title><div><p>${paragraphs.join('<p>')}`)).toMatchObject({ text: report });
  });
});

describe('a page states', () => {
  const ld = (data: object) =>
    page({ head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` });
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Vik calls Copenhagen over quota',
    datePublished: '2025-05-19T20:15:00+02:00',
    author: [
      { '@type': 'Person', name: 'Anna Lund' },
      { '@type': 'Person', name: 'Bo Berg' },
    ],
    publisher: { '@type': 'Organization', name: 'Nordwire' },
    mainEntityOfPage: 'https://nordwire.example/quota',
    inLanguage: 'en',
  };
  const facts = {
    title: 'Vik calls Copenhagen over quota',
    author: 'Anna Lund, Bo Berg',
    publisher: 'Nordwire',
    publishedAt: '2025-05-19T20:15:00+02:00',
    url: 'https://nordwire.example/quota',
    language: 'en-GB',
  };

  test.each([
    ['in JSON-LD', ld(article)],
    [
      'in JSON-LD within a graph, by reference',
      ld({
        '@graph': [
          { '@type': 'WebSite', name: 'x' },
          { ...article, author: [{ '@id': '#a' }, { '@id': '#b' }] },
          { '@type': 'Person', '@id': '#a', name: 'Anna Lund' },
          { '@type': 'Person', '@id': '#b', name: 'Bo Berg' },
        ],
      }),
    ],
    [
      'in JSON-LD with a line end in a string',
      page({
        head: `<script type="application/ld+json">${JSON.stringify(article).replace('over quota', 'over\nquota')}</script>`,
      }),
    ],
    [
      'in OpenGraph and meta',
      page({
        head: '<meta property="og:site_name" content="Nordwire"><meta property="og:title" content="Vik calls Copenhagen over quota"><meta name="author" content="Anna Lund, Bo Berg"><meta property="article:published_time" content="2025-05-19T20:15:00+02:00"><link rel="canonical" href="https://nordwire.example/quota">',
      }),
    ],
  ])('%s', (_, html) => {
    expect(read(html)).toMatchObject(facts);
  });

  test.each([
    ['a publisher in the title alone', '', { publisher: 'Nordwire' }],
    [
      'a byline that it only shows',
      '<div class="byline">By Anna Lund, Nordwire correspondent</div>',
      { author: 'Anna Lund, Nordwire correspondent' },
    ],
    [
      'a time in a time element',
      '<time datetime="2025-05-19T20:15:00+02:00">Monday</time>',
      { publishedAt: '2025-05-19T20:15:00+02:00' },
    ],
    [
      'a date with an American zone',
      '<span class="date">May 19, 2025, 8:15 PM EDT</span>',
      { publishedAt: '2025-05-19T20:15-04:00' },
    ],
  ])('%s', (_, head, expected) => {
    expect(read(page({ head }))).toMatchObject(expected);
  });

  test('no date where it has one of the year 20255 or 1', () => {
    const head =
      '<meta property="article:published_time" content="20255-05-19T00:00:00Z"><time datetime="0001-01-01">';
    expect(read(page({ head }))).not.toHaveProperty('publishedAt');
  });

  test('no other’s author: a teaser’s and a commenter’s bylines are theirs', () => {
    const after =
      '<div class="related"><span class="author">Carl Dahl</span></div><div class="comments"><cite class="author">Eva F</cite></div>';
    expect(read(page({ after }))).not.toHaveProperty('author');
  });

  test.each([
    ['where it was fetched', page(), 'https://nordwire.example/q?id=1', 'https://nordwire.example/q?id=1'],
    [
      'where a browser saved it from',
      `<!-- saved from url=(0030)https://nordwire.example/saved -->${page()}`,
      undefined,
      'https://nordwire.example/saved',
    ],
    [
      'its canonical one, though it was fetched elsewhere',
      page({ head: '<link rel="canonical" href="/quota">' }),
      'https://m.nordwire.example/q',
      'https://m.nordwire.example/quota',
    ],
    [
      'none that is a script',
      page({ head: '<link rel="canonical" href="javascript:alert(1)">' }),
      undefined,
      undefined,
    ],
  ])('as its address %s', (_, html, address, url) => {
    expect((read(html, address) as { url?: string }).url).toBe(url);
  });
});

describe('a page without an article is told for what it is', () => {
  const short =
    '<p>Norland’s fisheries minister telephoned her Danish counterpart on Monday.</p><p>The call lasted forty minutes.</p>';
  test.each([
    [
      'the beginning of a paid article',
      page({ body: `${short}<div><p>Subscribe now to continue reading this article.</p></div>` }),
      'shows only 14 words of its article to readers without a subscription.',
    ],
    [
      'the beginning of an article that says so in JSON-LD',
      page({
        head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}</script>',
        body: short,
      }),
      'to readers without a subscription',
    ],
    [
      'a login page',
      '<title>Log in</title><form><p>Enter the address and the password that you have chosen.</p><input name="u"><input type="password"></form>',
      'is a login page.',
    ],
    [
      'an error page',
      '<title>404 Not Found</title><h1>Not Found</h1><p>The requested address was not found on this server.</p>',
      'is no article but an error page ("404 Not Found").',
    ],
    [
      'a page that scripts fill',
      '<title>x</title><div id="app"></div><noscript>Please enable JavaScript.</noscript>',
      'its text is put in by scripts',
    ],
    [
      'a list of links',
      `<title>News</title><ul>${'<li><a href="/1">The ferry ran aground</a></li>'.repeat(30)}</ul>`,
      'no paragraph of running text was found',
    ],
    ['an empty page', '', 'holds no article'],
  ])('%s', (_, html, reason) => {
    expect(read(html)).toContain(reason);
  });
});

describe('hostile pages are bounded', () => {
  test('a million elements', () => {
    expect(read('<b>x</b>'.repeat(1_000_000))).toBe(
      'has more elements, or deeper ones, than any article. Save the article alone.',
    );
  });

  test('elements a hundred thousand deep', () => {
    expect(read(`${'<div>'.repeat(100_000)}<p>${report}</p>`)).toContain('or deeper ones');
  });

  test('elements a thousand deep are a broken page, and read', () => {
    expect(read(`${'<div>'.repeat(1000)}<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>`)).toMatchObject({
      text: `${paragraphs[0]}\n\n${paragraphs[1]}`,
    });
  });

  test.each([
    ['a tag that never ends', `<p>${report}</p><div class="${'a '.repeat(500_000)}`],
    ['a million spaces', `<p>${report}</p>${' '.repeat(1_000_000)}<p>${' \n'.repeat(500_000)}`],
    ['a class of a million words', `<p>${report}</p><div class="${'share-'.repeat(200_000)}">x</div>`],
    [
      'a line of a million dashes',
      `<title>${'- '.repeat(500_000)}</title><p>${report}</p><p>${'by '.repeat(300_000)}</p>`,
    ],
  ])('%s takes less than two seconds', (_, html) => {
    const start = performance.now();
    read(html);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
