import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../graph/model.ts';
import { type Served, serve } from '../../src/serve/serve.ts';
import { graphOf, harbour } from '../viewer/fixture.ts';
import { chromiumPath, complaintsOf, launch, settled, whereIs } from './browser.ts';

const viewerFolder = fileURLToPath(new URL('../../dist/viewer', import.meta.url));

describe.skipIf(chromiumPath === undefined)('The viewer in Chromium', () => {
  const graph = harbour();
  let browser: Browser;
  let served: Served | undefined;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    if (!existsSync(`${viewerFolder}/index.html`))
      throw new Error('The viewer is not built: run "npm run build" before the tests.');
    browser = await launch();
  });
  afterEach(async () => {
    await page?.close();
    await served?.close();
  });
  afterAll(() => browser?.close());

  const open = async (shown: Graph, viewport = { width: 1440, height: 900 }, hash = ''): Promise<void> => {
    served = await serve({ graph: shown, name: 'Orvane port inquiry', viewerFolder });
    page = await browser.newPage({ viewport });
    complaints = complaintsOf(page, served.address);
    await page.goto(hash === '' ? served.address : `${served.address}#${hash}`);
  };
  const names = async (): Promise<string[]> =>
    ((await page.evaluate('globalThis.__wiregraph.names()')) as { id: string }[]).map((n) => n.id);
  const panel = () => page.locator('aside.panel');
  const relation = (text: string) => {
    const found = graph.relations.find((r) => r.id.includes(text));
    if (found === undefined) throw new Error(`No relation has "${text}" in its id.`);
    return found;
  };

  test('shows title, counts and every name, and asks nobody else', async () => {
    await open(graph);
    await settled(page);

    expect(await page.title()).toBe('Orvane port inquiry – wiregraph');
    expect(await page.locator('.counts').textContent()).toBe('26 entities · 42 relations · 6 articles');
    const names = (await page.evaluate('globalThis.__wiregraph.names()')) as { box: Box }[];
    expect(names).toHaveLength(26);
    expect(overlapping(names.map((n) => n.box))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a click on a line shows its claims, and one of them opens its article at the sentence', async () => {
    await open(graph);
    await settled(page);
    const called = relation('CALLED');
    const middle = await whereIs(page, 'relation', called.id);

    await page.mouse.click(middle.x, middle.y);

    await panel().locator('h2').filter({ hasText: 'Viktor Saar called Mara Lindqvist' }).waitFor();
    expect(await panel().locator('blockquote').count()).toBe(3);
    const card = panel().locator('.card', { hasText: 'two people' });
    expect(await card.locator('.speaker').textContent()).toBe('according to two people ');
    expect(await card.locator('.source').textContent()).toContain('The Harbour Post · 15 Mar 2026');
    const quote = await card.locator('blockquote').textContent();
    await card.getByRole('button', { name: 'open at the sentence' }).click();
    const mark = panel().locator('mark');
    expect(await mark.allTextContents()).toEqual([quote]);
    expect(graph.claims.map((c) => c.quote)).toContain(quote);
    expect(await mark.isVisible()).toBe(true);
    const text = graph.documents.find((d) => d.publisher === 'The Harbour Post')?.text;
    expect(await panel().locator('.text').textContent()).toBe(text);
    expect(complaints).toEqual([]);
  });

  test('an article tells what its names, quotations and times stand for where they are pointed at', async () => {
    const [article] = graph.documents;
    if (article === undefined) throw new Error('The fixture has no article.');
    const at = (words: string) => ({
      start: article.text.indexOf(words),
      end: article.text.indexOf(words) + words.length,
    });
    const quotations = [{ ...at('three times'), speaker: 'Person:tomas-okafor', speakerText: 'he' }];
    const times = [{ ...at('within a week'), from: '2026-03-01', to: '2026-03-07' }];
    await open({ ...graph, documents: [{ ...article, quotations, times }, ...graph.documents.slice(1)] });
    await panel().getByRole('button', { name: 'Viktor Saar called Mara Lindqvist' }).first().click();
    await panel()
      .locator('.card', { hasText: 'Orvane Daily' })
      .getByRole('button', { name: /open at/ })
      .click();
    const told = panel().getByTestId('pointed');
    expect(await told.textContent()).toContain('Point at a name');

    await panel().locator('.mention', { hasText: 'Viktor Saar' }).first().hover();
    expect(await told.textContent()).toMatch(/^Viktor Saar, person, \d+ mentions here$/);
    expect(await panel().locator('.mention.same').allTextContents()).toContain('Saar');
    await panel().locator('.when').hover();
    expect(await told.textContent()).toBe('1 Mar 2026 – 7 Mar 2026');
    await panel().locator('.quoted').hover();
    expect(await told.textContent()).toBe('said by Tomas Okafor (“he”)');
    expect(complaints).toEqual([]);
  });

  test('an event shows the reports of it, and who speaks shows what they say', async () => {
    const [event] = graph.entities.filter((e) => e.type === 'Event');
    const called = graph.claims.filter((c) => c.predicate === 'CALLED');
    if (event === undefined) throw new Error('The fixture has no event.');
    const speakers = [{ entity: 'Person:lucia-ferrante', text: 'Ms Ferrante' }];
    const claims = graph.claims.map((c) => (called.includes(c) ? { ...c, about: event.id, speakers } : c));
    await open({ ...graph, claims }, undefined, `entity=${encodeURIComponent(event.id)}`);

    await panel().getByText('Reports of it').waitFor();
    expect(await panel().locator('.card', { hasText: 'Viktor Saar called' }).count()).toBeGreaterThan(0);
    expect(await panel().locator('.panel-head .hint').textContent()).toContain('3 reports');
    await panel().getByRole('button', { name: 'Lucia Ferrante' }).first().click();
    await panel().getByRole('button', { name: 'Says', exact: true }).click();
    expect(await panel().locator('.card').count()).toBeGreaterThanOrEqual(called.length);
    expect(complaints).toEqual([]);
  });

  test('Escape closes the article, then the selection', async () => {
    await open(graph);
    await panel().getByRole('button', { name: 'Anti-Fraud Office investigates Viktor Saar' }).click();
    await panel().getByRole('button', { name: 'open at the sentence' }).first().click();

    await page.keyboard.press('Escape');
    expect(await panel().locator('h2').textContent()).toContain('investigates');
    await page.keyboard.press('Escape');

    expect(await panel().locator('h2').textContent()).toBe('Start here');
  });

  test('a click on a dot shows the entity with what is denied or only possible marked as such', async () => {
    await open(graph);
    await settled(page);
    const dot = await whereIs(page, 'entity', 'Organization:northgate-ports');

    await page.mouse.click(dot.x, dot.y);

    await panel().locator('h2').filter({ hasText: 'Northgate Ports' }).waitFor();
    expect((await panel().locator('.card .mark').allTextContents()).toSorted()).toEqual([
      'demanded',
      'denied',
      'possible',
    ]);
    expect(complaints).toEqual([]);
  });

  test('the pointer on a dot lights its neighbourhood', async () => {
    await open(graph);
    await settled(page);
    const dot = await whereIs(page, 'entity', 'Person:jonas-pryce');

    await page.mouse.move(dot.x, dot.y);

    await expect
      .poll(async () => (await names()).toSorted())
      .toEqual(['Person:jonas-pryce', 'Person:tomas-okafor']);
  });

  test('"/" finds an entity by an alias', async () => {
    await open(graph);
    await page.locator('h1').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('ms lind');
    await page.keyboard.press('Enter');

    await panel().locator('h2').filter({ hasText: 'Mara Lindqvist' }).waitFor();
  });

  test('a chip hides its type on the wall and in the table', async () => {
    await open(graph);
    await settled(page);

    await page.getByRole('button', { name: /^Person/ }).click();
    await expect.poll(async () => (await names()).filter((id) => id.startsWith('Person:'))).toEqual([]);
    await page.getByRole('button', { name: 'Table' }).click();

    const without = graph.relations.filter(
      (r) => ![r.subject, r.object].some((id) => id.startsWith('Person:')),
    );
    expect(await page.locator('tbody tr').count()).toBe(without.length);
    expect(complaints).toEqual([]);
  });

  test('the table lists every relation and opens one by keyboard', async () => {
    await open(graph);
    await page.getByRole('button', { name: 'Table' }).click();

    await page.locator('tbody tr').first().getByRole('button', { name: 'investigates' }).focus();
    await page.keyboard.press('Enter');

    expect(await page.locator('tbody tr').count()).toBe(graph.relations.length);
    await panel().locator('h2').filter({ hasText: 'investigates' }).waitFor();
    expect(await page.getByRole('status').count()).toBe(0);
  });

  test('places are the same each time', async () => {
    const places = async () => {
      await open(graph);
      await settled(page);
      return Promise.all(graph.entities.map((e) => whereIs(page, 'entity', e.id)));
    };
    const first = await places();
    await page.close();
    await served?.close();

    expect(await places()).toEqual(first);
  });

  test('names and texts are shown as text, whatever stands in them', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const arabic = 'مريم الخطيب';
    await open(
      graphOf(
        [
          ['Person', evil, '<script>alert(2)</script>'],
          ['Person', arabic],
        ],
        [
          {
            id: 'javascript:alert(3).md',
            title: '<svg onload=alert(4)>',
            publisher: '"><b>Post</b>',
            publishedAt: '2026-01-01',
            lines: [
              { text: `${evil} called ${arabic} at noon.`, says: [[evil, 'CALLED', arabic]], speaker: evil },
            ],
          },
        ],
      ),
    );
    await settled(page);

    await panel()
      .getByRole('button', { name: `${evil} called` })
      .click();
    await panel().getByRole('button', { name: 'open at the sentence' }).click();

    expect(await panel().locator('h2').textContent()).toBe('<svg onload=alert(4)>');
    expect(await panel().locator('mark').textContent()).toBe(`${evil} called ${arabic} at noon.`);
    expect(await page.locator('img, script:not([src]), b').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('an empty graph says what to do', async () => {
    await open({ documents: [], sentences: [], entities: [], mentions: [], claims: [], relations: [] });

    await page.getByText('The graph holds no article.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('on a phone nothing is wider than the screen', async () => {
    await open(graph, { width: 390, height: 844 });
    await settled(page);
    await panel().getByRole('button', { name: 'Saar Holdings paid Tomas Okafor' }).click();
    await panel().getByText('independent').waitFor();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(complaints).toEqual([]);
  });

  test('without WebGL the table takes over and says so', async () => {
    const plain = await launch(['--disable-3d-apis']);
    served = await serve({ graph, name: 'Orvane port inquiry', viewerFolder });
    page = await plain.newPage();
    await page.goto(served.address);

    await page.getByText('WebGL is missing').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(graph.relations.length);
    await plain.close();
  });

  test('a server that is gone is said so', async () => {
    await open(graph);
    await page.locator('h1').waitFor();
    await page.route('**/api/graph', (route) =>
      route.fulfill({ status: 500, body: 'The graph can’t be read: no such file.' }),
    );

    await page.reload();

    await page.getByText('no such file').waitFor();
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlapping = (boxes: readonly Box[]): (readonly [Box, Box])[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => [a, b] as const),
  );
