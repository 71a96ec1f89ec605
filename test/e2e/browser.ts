// A real Chromium for tests: where it is found, how it is started, what a page of ours must never do.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of the browser; undefined where there is none. `CHROMIUM` names another. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined) {
  const message =
    'No Chromium was found (looked at $CHROMIUM, /usr/bin/chromium, /usr/bin/chromium-browser and /usr/bin/google-chrome): install it, for instance with "apt-get install chromium".';
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(`SKIPPED: every test in a browser. ${message}`);
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with an empty profile; `more` are further flags. */
export const launch = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath as string, args: [...flags, ...more] });

/** What went wrong on a page, or went elsewhere: must stay empty. */
export function complaintsOf(page: Page, address: string): readonly string[] {
  const complaints: string[] = [];
  const origin = new URL(address).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) complaints.push(`request to ${url}`);
  });
  return complaints;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Waits until nothing on the wall moves. The page's policy forbids `eval`, so this asks from outside. */
export async function settled(page: Page): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if ((await page.evaluate('globalThis.__wiregraph?.settled ?? false')) === true) return;
    await page.waitForTimeout(50);
  }
  throw new Error('The wall did not come to rest within 15 s.');
}

/** Where an entity, or the middle of a relation, is on the page. */
export async function whereIs(page: Page, kind: 'entity' | 'relation', id: string): Promise<Point> {
  const place = (await page.evaluate(
    `globalThis.__wiregraph.whereIs(${JSON.stringify({ kind, id })})`,
  )) as Point | null;
  const box = await page.locator('.canvas').boundingBox();
  if (place === null || place === undefined || box === null)
    throw new Error(`${kind} ${id} isn't on the wall.`);
  return { x: box.x + place.x, y: box.y + place.y };
}
