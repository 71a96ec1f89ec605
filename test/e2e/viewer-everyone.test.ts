// The viewer for everyone, in a real browser: screen readers, keyboards, phones, no WebGL; and its states: stale, failing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { graphOf, harbour } from '../viewer/fixture.ts';
import { chromiumPath, settled } from './browser.ts';
import { panelOf, seenIn, viewing } from './viewing.ts';

const graph = harbour();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds on the page as it is, by rule, impact and element. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] };
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

describe.skipIf(chromiumPath === undefined)('For everyone', () => {
  const open = viewing();
  const relation = encodeURIComponent(graph.relations.find((r) => r.type === 'CALLED')?.id ?? '');

  test.each<[string, string, string]>([
    ['the first look', '', ''],
    ['an entity', 'entity=Person%3Aviktor-saar', ''],
    ['a relation', `relation=${relation}`, ''],
    ['an article', 'article=a-orvane-daily.md', ''],
    ['the table', 'view=table', ''],
    ['filters', 'is=denied', 'f'],
    ['share', 'entity=Person%3Aviktor-saar', 's'],
    ['the keys', '', '?'],
    ['hidden', 'hidden=Person%3Aviktor-saar&pinned=Place%3Ageneva', ''],
    ['nothing matches', 'publisher=none', ''],
    ['the console', 'query=MATCH+(a)-%5Br%5D->(b)+RETURN+a,+r,+b', ''],
  ])('axe finds nothing wrong with %s, light and dark', async (_, hash, key) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open({ hash, browser: { colorScheme, bypassCSP: true } });
      if (key !== '') {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
      }
      if (hash.startsWith('query')) await page.locator('.answer tbody tr').first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
    }
  });

  test('on a phone nothing is wider than the screen, and everything can be reached', async () => {
    const { page, complaints } = await open({
      browser: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    await settled(page);
    const width = () => page.evaluate('document.documentElement.scrollWidth');
    expect(await width()).toBe(390);
    await page.getByRole('button', { name: 'Filters' }).tap();
    await page.getByRole('dialog').waitFor();
    expect(await width()).toBe(390);
    await page.getByRole('button', { name: 'Close filters' }).tap();
    await page.getByRole('button', { name: 'Query' }).tap();
    await page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    expect(await width()).toBe(390);
    await page.getByRole('button', { name: 'Close the console' }).tap();
    await page.getByRole('button', { name: 'Table' }).tap();
    await page.locator('tbody').getByRole('button', { name: 'Viktor Saar' }).first().tap();
    await panelOf(page).getByRole('heading', { name: 'Viktor Saar' }).waitFor();
    expect(await width()).toBe(390);
    expect(complaints).toEqual([]);
  });

  test('the wall is walked by arrow keys', async () => {
    const { page, complaints } = await open({ hash: 'entity=Person%3Ajonas-pryce' });
    await settled(page);
    await page.getByRole('application').focus();
    const heading = () => panelOf(page).locator('h2').textContent();
    const visited = new Set<string | null>();
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(key);
      visited.add(await heading());
      await page.waitForTimeout(500);
    }
    expect(visited.size).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });

  test('says aloud what was chosen and how much is to be seen', async () => {
    const { page } = await open();
    const aloud = page.locator('[aria-live]');
    await page.keyboard.press('/');
    await page.keyboard.type('pryce');
    await page.keyboard.press('Enter');
    await expect.poll(() => aloud.allTextContents()).toContain('Jonas Pryce, 1 relation');
    await page.keyboard.press('1');
    await expect.poll(() => aloud.allTextContents()).toContain('2 entities and 1 relation to be seen');
  });

  test('the focus goes to the evidence where the button that opened it goes away', async () => {
    const { page } = await open();
    await panelOf(page).getByRole('button', { name: 'Anti-Fraud Office investigates' }).focus();
    await page.keyboard.press('Enter');
    await panelOf(page)
      .getByRole('heading', { name: /investigates/ })
      .waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement?.closest("aside.panel") !== null'))
      .toBe(true);
  });

  test('the table follows the selection, and walks entities as well', async () => {
    const { page, complaints } = await open({ hash: `relation=${relation}&view=table` });
    await page.locator('tr.chosen').getByRole('button', { name: 'called' }).waitFor();
    expect(await page.locator('tr[aria-current=true]').count()).toBe(1);
    await page.getByRole('button', { name: 'Entities', exact: true }).click();
    expect(await page.locator('tbody tr').count()).toBe(graph.entities.length);
    await page.getByRole('button', { name: 'Relations', exact: true }).first().press('Tab');
    await page.locator('tbody').getByRole('button', { name: 'Yuki Arai' }).press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Yuki Arai' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('what an editor struck out or corrected is shown as such, with the reason', async () => {
    const [called] = graph.claims.filter((c) => c.predicate === 'CALLED');
    const [paid] = graph.claims.filter((c) => c.predicate === 'SUED');
    if (called === undefined || paid === undefined) throw new Error('The fixture has no such claims.');
    const claims = graph.claims.map((claim) =>
      claim === called
        ? { ...claim, rejected: 'satire', asserted: false }
        : claim === paid
          ? { ...claim, corrected: 'was read backwards' }
          : claim,
    );
    const relations = graph.relations.map((r) => ({
      ...r,
      claims: r.claims.filter((id) => id !== called.id),
    }));
    const { page, complaints } = await open({
      graph: { ...graph, claims, relations },
      hash: `relation=${relation}`,
    });
    const struck = panelOf(page).locator('.card.rejected');
    await struck.getByText('Struck out by an editor: satire').waitFor();
    expect(await struck.locator('blockquote').textContent()).toBe(called.quote);
    await panelOf(page).getByText('Struck out by an editor, and not counted').waitFor();
    await page.goto(`${page.url().split('#')[0]}#entity=${encodeURIComponent(paid.subject ?? '')}`);
    await panelOf(page).getByRole('button', { name: 'Relations', exact: true }).click();
    await panelOf(page).locator('.row').filter({ hasText: 'sued' }).click();
    await panelOf(page).getByText('Corrected by an editor: was read backwards').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a link that is followed while the state before is being written is not lost', async () => {
    const { page } = await open({ hash: `relation=${relation}` });
    const [entity] = graph.entities.filter((one) => one.type === 'Organization');
    if (entity === undefined) throw new Error('The fixture has no organisation.');
    await panelOf(page).getByRole('heading').first().waitFor();
    await page.evaluate(`(() => {
      const before = location.href;
      location.hash = ${JSON.stringify(`entity=${encodeURIComponent(entity.id)}`)};
      history.replaceState(null, '', before);
    })()`);
    await panelOf(page).getByRole('heading', { name: entity.name }).waitFor();
  });

  test('when the graphics are lost the table takes over and says so', async () => {
    const { page } = await open();
    await settled(page);
    await page.evaluate(`for (const canvas of document.querySelectorAll('.canvas canvas'))
      canvas.dispatchEvent(new Event('webglcontextlost'))`);
    await page.getByText('WebGL is missing or was lost').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(graph.relations.length);
  });

  test('names and texts are text in every place where they show', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const arabic = 'مريم الخطيب';
    const { page, complaints } = await open({
      name: '<b>graph</b>',
      graph: graphOf(
        [
          ['Person', evil, '<i>alias</i>'],
          ['Person', arabic],
        ],
        ['2026-01-01', '2026-01-09'].map((publishedAt, i) => ({
          id: `<u>${i}.md`,
          title: '<svg onload=alert(4)>',
          publisher: `"><b>Post ${i}</b>`,
          publishedAt,
          lines: [
            { text: `${evil} called ${arabic}.`, says: [[evil, 'CALLED', arabic] as const], speaker: evil },
            { text: `${arabic} met ${evil}.`, says: [[arabic, 'MET_WITH', evil] as const], speaker: '<s>x' },
          ],
        })),
      ),
    });
    for (const tab of ['Relations', 'Timeline', 'Details']) {
      await panelOf(page).getByRole('button', { name: evil }).last().click();
      await panelOf(page).getByRole('button', { name: tab, exact: true }).click();
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByText('Post 1').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('called');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
    await page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    await page.keyboard.insertText('MATCH p = (a)-[r]-(b), (c:Claim) RETURN p, a.name, c, {x: a} AS `<b>m`');
    await page.keyboard.press('Control+Enter');
    await page.locator('.answer tbody tr').first().waitFor();
    expect(await page.locator('img, script:not([src]), b:not(.statement b), i, u, s').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(chromiumPath === undefined)('The states', () => {
  const open = viewing();

  test('a graph that has changed on disk is said so, and read again with the same choice', async () => {
    let version = 'one';
    let shown = graph;
    const { page } = await open({
      graph: () => shown,
      version: () => version,
      hash: 'entity=Person%3Ayuki-arai',
    });
    await panelOf(page).getByRole('heading', { name: 'Yuki Arai' }).waitFor();
    version = 'two';
    shown = { ...graph, relations: graph.relations.filter((r) => r.type !== 'PAID') };
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByText('The graph on disk has changed.').waitFor();

    await page.getByRole('button', { name: 'Reload' }).click();

    await expect.poll(() => seenIn(page)).toMatchObject({ relations: shown.relations.length });
    expect(await panelOf(page).locator('h2').textContent()).toBe('Yuki Arai');
    expect(await page.getByText('The graph on disk has changed.').count()).toBe(0);
  });

  test('a changed graph that can’t be read leaves the last picture, and says why', async () => {
    let version = 'one';
    const { page } = await open({
      graph: () => {
        if (version === 'two') throw new Error('half a file.');
        return graph;
      },
      version: () => version,
    });
    await settled(page);
    version = 'two';
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('half a file.').waitFor();
    expect(await seenIn(page)).toMatchObject({ relations: graph.relations.length });
    expect(await page.locator('.canvas canvas').count()).toBeGreaterThan(0);
    version = 'three';
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByText('half a file.').count()).toBe(0);
  });
});
