// Taking away in a real browser: files, pictures, and the page that opens from disk without a network.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf, readSingleViewer } from '../../src/serve/page.ts';
import { graphOf, harbour } from '../viewer/fixture.ts';
import { chromiumPath, launch, settled, whereIs } from './browser.ts';
import { panelOf, seenIn, singleViewerFolder, viewing } from './viewing.ts';

const graph = harbour();

describe.skipIf(chromiumPath === undefined)('Taking away', () => {
  const open = viewing();
  const taking = async (hash = '') => {
    const viewing = await open({ hash });
    await settled(viewing.page);
    await viewing.page.getByRole('button', { name: 'Share', exact: true }).click();
    await viewing.page.getByRole('dialog').waitFor();
    return viewing;
  };
  const taken = async (page: Page, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  test('the picture of the wall is a PNG of twice its size, and an SVG with every name', async () => {
    const { page, complaints } = await taking();
    const png = await taken(page, 'PNG');
    const box = await page.locator('.canvas').boundingBox();
    expect(png.name).toBe('Orvane-port-inquiry.png');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
      Math.round((box?.width ?? 0) * 2),
      Math.round((box?.height ?? 0) * 2),
    ]);
    const svg = (await taken(page, 'SVG')).bytes.toString();
    expect(graph.entities.filter((e) => !svg.includes(`>${e.name}<`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['CSV', /^\uFEFFsubject,relation,object,/],
    ['JSON', /^\{\n "graph"/],
    ['GEXF', /<gexf /],
    ['GraphML', /<graphml /],
  ])('the graph is had as %s', async (format, beginning) => {
    const { page, complaints } = await taking('is=denied');
    const seen = await seenIn(page);
    const text = (await taken(page, format)).bytes.toString();
    expect(text).toMatch(beginning);
    expect(text).toContain('Mara Lindqvist');
    expect(text).not.toContain('Yuki Arai');
    if (format === 'GEXF') expect(text.match(/<edge /g)).toHaveLength(seen.relations);
    expect(complaints).toEqual([]);
  });

  test('a link holds the state and not the token', async () => {
    const { page, served } = await taking('entity=Person%3Ayuki-arai&is=denied');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied').first().waitFor();
    const link = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(link).toMatch(/^#entity=Person%3Ayuki-arai&is=denied/);
    expect(link).not.toContain(served.address.split('/').at(-2));
  });

  test('what changes the graph is a command to copy, with names that no shell obeys', async () => {
    const { page } = await open({
      graph: graphOf(
        [
          ['Person', "$(rm -rf ~)'; echo"],
          ['Person', 'Bea'],
        ],
        [
          {
            id: 'a b.md',
            title: 'A',
            publisher: 'P',
            publishedAt: '2026-01-01',
            lines: [
              { text: "$(rm -rf ~)'; echo called Bea.", says: [["$(rm -rf ~)'; echo", 'CALLED', 'Bea']] },
            ],
          },
        ],
      ),
      hash: 'entity=Person%3Abea',
    });
    await panelOf(page).getByRole('button', { name: 'Details' }).click();
    await panelOf(page).getByRole('combobox', { name: 'The same as…' }).fill('echo');
    await page.keyboard.press('Enter');
    expect(await panelOf(page).locator('.command code').first().textContent()).toBe(
      `wiregraph merge 'Orvane port inquiry' Person:bea 'Person:$(rm--rf-~)'\\'';-echo'`,
    );
  });
});

describe.skipIf(chromiumPath === undefined)('The exported page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-page-'));
  let browser: Browser;
  const evil = '</script><script>alert(1)</script>';
  const arabic = 'مريم الخطيب';

  beforeAll(async () => {
    if (!existsSync(`${singleViewerFolder}/viewer.js`))
      throw new Error('The viewer is not built: run "npm run build" before the tests.');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const openFile = async (shown = graph, name = 'Orvane port inquiry', hash = '') => {
    const path = join(folder, 'page.html');
    const viewer = await readSingleViewer(singleViewerFolder);
    writeFileSync(path, [...pageOf(shown, name, viewer)].join('\n'));
    const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request to ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(path).href}${hash}`);
    await page.locator('h1').waitFor();
    return { page, complaints };
  };

  test('opens from disk without a network: wall, evidence, article, search and Cypher', async () => {
    const { page, complaints } = await openFile();
    await settled(page);
    const dot = await whereIs(page, 'entity', 'Organization:northgate-ports');
    await page.mouse.click(dot.x, dot.y);
    await panelOf(page).getByRole('heading', { name: 'Northgate Ports' }).waitFor();
    await panelOf(page).getByRole('button', { name: 'open at the sentence' }).first().click();
    await panelOf(page).locator('mark').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ms lind');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Mara Lindqvist' }).waitFor();
    await page.keyboard.press('q');
    await page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    await page.keyboard.insertText('MATCH (a:Person) RETURN count(a) AS people');
    await page.keyboard.press('Control+Enter');
    await page.locator('.answer tbody').getByText(/^\d+$/).waitFor();
    expect(complaints).toEqual([]);
  });

  test('lays out with its worker and takes away a picture', async () => {
    const { page, complaints } = await openFile();
    await settled(page);
    await page.keyboard.press('s');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(complaints).toEqual([]);
  });

  test('keeps its state in its address', async () => {
    const { page } = await openFile(graph, 'x', '#entity=Person%3Ayuki-arai&is=denied');
    await panelOf(page).getByRole('heading', { name: 'Yuki Arai' }).waitFor();
    await page.getByRole('button', { name: 'Remove the filter only: denied' }).click();
    await expect.poll(() => page.url()).not.toContain('is=denied');
    await page.reload();
    await panelOf(page).getByRole('heading', { name: 'Yuki Arai' }).waitFor();
  });

  test('runs nothing that its names and texts hold', async () => {
    const shown = graphOf(
      [
        ['Person', evil],
        ['Person', arabic],
      ],
      [
        {
          id: 'a.md',
          title: `<!--${evil}`,
          publisher: evil,
          publishedAt: '2026-01-01',
          lines: [{ text: `${evil} called ${arabic}.`, says: [[evil, 'CALLED', arabic]], speaker: evil }],
        },
      ],
    );
    const { page, complaints } = await openFile(shown, `"><img src=x onerror=alert(2)>${evil}`);
    await panelOf(page)
      .getByRole('button', { name: `${evil} called` })
      .click();
    await panelOf(page).getByRole('button', { name: 'open at the sentence' }).click();
    expect(await panelOf(page).locator('mark').textContent()).toBe(`${evil} called ${arabic}.`);
    expect(complaints).toEqual([]);
  });
});
