// What every test of the viewer in a browser needs: one browser, and for each test a server, a page and what it complains of.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Served, type ServeOptions, serve } from '../../src/serve/serve.ts';
import { harbour } from '../viewer/fixture.ts';
import { complaintsOf, launch } from './browser.ts';

export const viewerFolder = fileURLToPath(new URL('../../dist/viewer', import.meta.url));
export const singleViewerFolder = fileURLToPath(new URL('../../dist/single', import.meta.url));

export interface Viewing {
  readonly page: Page;
  readonly served: Served;
  /** Must stay empty. */
  readonly complaints: readonly string[];
}

export interface Opening
  extends Partial<Pick<ServeOptions, 'graph' | 'name' | 'version' | 'excerpt' | 'sight' | 'store'>> {
  /** The state to begin with, as in a link. */
  readonly hash?: string;
  readonly browser?: BrowserContextOptions;
}

/** To be called once in a `describe`; gives what opens the viewer in a test. */
export function viewing(): (opening?: Opening) => Promise<Viewing> {
  let browser: Browser;
  const toClose: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    if (!existsSync(`${viewerFolder}/index.html`))
      throw new Error('The viewer is not built: run "npm run build" before the tests.');
    browser = await launch();
  });
  afterEach(async () => {
    for (const close of toClose.splice(0)) await close();
  });
  afterAll(() => browser?.close());

  return async ({ hash = '', browser: settings = {}, ...options } = {}) => {
    const served = await serve({ graph: harbour(), name: 'Orvane port inquiry', viewerFolder, ...options });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...settings });
    const page = await context.newPage();
    const complaints = complaintsOf(page, served.address);
    toClose.push(
      () => context.close(),
      () => served.close(),
    );
    await page.goto(`${served.address}${hash === '' ? '' : `#${hash}`}`);
    await page.locator('h1').waitFor();
    return { page, served, complaints };
  };
}

/** The panel with the evidence. */
export const panelOf = (page: Page) => page.locator('aside.panel');

/** How many relations are to be seen, as it is said aloud. */
export async function seenIn(page: Page): Promise<{ readonly entities: number; readonly relations: number }> {
  const text = (await page.getByText(/to be seen$/).textContent()) ?? '';
  const [entities = 0, relations = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return { entities, relations };
}
