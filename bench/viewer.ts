// How fast the built viewer is in a headless Chromium, and how many names it shows: one row for each measure. Time of
// scripts is processor time of the page's main thread, out of the browser's own trace, without the rasteriser's.
// `npm run bench:viewer -- [seeds|1000|first1000|10000|all10000|100000|FILE.graph]… [--pictures FOLDER]`; SEEDS names a
// .graph file for `seeds`. A file is opened as `wiregraph view` does, and what the server reads of it counts.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sightOf } from '../graph/evidence.ts';
import type { Graph } from '../graph/model.ts';
import { open, readGraph } from '../src/open.ts';
import { type ServeOptions, serve } from '../src/serve/serve.ts';
import { FileSight } from '../src/sight.ts';
import { launch } from '../test/e2e/browser.ts';
import { crowd } from './crowd.ts';
import { longestTask, scriptPer, type Trace, traced } from './tracing.ts';

interface Case {
  readonly graph: () => Promise<Graph> | Graph;
  /** Of a graph that stays in its file. */
  readonly file?: string;
  /** How many entities stand on the wall; the viewer's own choice without. */
  readonly limit?: number;
}

const cases: Readonly<Record<string, Case>> = {
  seeds: { graph: () => readGraph(process.env.SEEDS ?? 'seeds.graph') },
  1000: { graph: () => crowd(1000, 5000), limit: 1000 },
  first1000: { graph: () => crowd(1000, 5000) },
  10000: { graph: () => crowd(10_000, 50_000) },
  all10000: { graph: () => crowd(10_000, 50_000), limit: 10_000 },
  100000: { graph: () => crowd(100_000, 500_000) },
};

const screens = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** More claims than this are shown before all of them are read, as `wiregraph view` does. */
const many = 3000;

const viewerFolder = fileURLToPath(new URL('../dist/viewer', import.meta.url));
const wanted = process.argv.slice(2);
const pictures = wanted.includes('--pictures')
  ? wanted.splice(wanted.indexOf('--pictures'), 2)[1]
  : undefined;
const browser = await launch(['--js-flags=--max-old-space-size=4096']);
for (const name of wanted.length === 0 ? ['seeds', '1000', '10000'] : wanted) {
  const found = name.endsWith('.graph') ? fileCase(name) : cases[name];
  if (found === undefined) throw new Error(`"${name}" is no case: take ${Object.keys(cases).join(', ')}.`);
  await measure(browser, name, found);
}
await browser.close();

function fileCase(file: string): Case {
  return {
    file,
    graph: () => ({ documents: [], sentences: [], mentions: [], claims: [], relations: [], entities: [] }),
  };
}

async function sourceOf(
  graph: Graph,
  file: string | undefined,
): Promise<Pick<ServeOptions, 'sight' | 'store'>> {
  if (file !== undefined) return { sight: () => new FileSight(file), store: await open(file) };
  return graph.claims.length > many ? { sight: () => sightOf(graph) } : {};
}

async function measure(browser: Browser, path: string, { graph: make, limit, file }: Case): Promise<void> {
  const name = path.replace(/^.*\/|\.graph$/g, '');
  const graph = await make();
  const served = await serve({ graph, ...(await sourceOf(graph, file)), name, viewerFolder });
  const address = `${served.address}${limit === undefined ? '' : `#limit=${limit}`}`;
  const row = (what: string, value: string) => console.log(`${name.padEnd(10)} ${what.padEnd(34)} ${value}`);
  if (file === undefined) row('entities, relations', `${graph.entities.length}, ${graph.relations.length}`);

  // The second opening counts: the first one fills the server's caches, as a second reader would find them.
  // A very large graph takes too long to be opened twice.
  if (file === undefined && graph.entities.length < 50_000)
    await (await opened(browser, address)).context().close();
  const begun = await loadedIn(browser, address);
  const { page } = begun;
  row(
    'first picture',
    `${ms(begun.first)} after navigation, ${ms(begun.first - begun.loaded)} after loading`,
  );
  row('layout done', `${ms(begun.done - begun.first)} after the first picture`);
  row('all of it here', `${ms(begun.all)} after navigation`);
  const opening = longestTask(begun.trace, 'wall: begun', 'wall: first picture');
  row(
    'longest task before, in opening',
    `${ms(longestTask(begun.trace, null, 'wall: begun'))}, ${ms(opening)}`,
  );
  row('longest task during layout', ms(longestTask(begun.trace, 'wall: first picture', 'wall: layout done')));
  row('longest task until all is here', ms(longestTask(begun.trace, 'wall: first picture', 'graph: all')));
  await page.waitForTimeout(800);
  const { names, placed, overlapping } = await labelsOf(page);
  row(
    'names shown / overlapping',
    `${names} of ${placed} (${Math.round((100 * names) / placed)} %) / ${overlapping}`,
  );

  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('There is no wall on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const panning = await traced(browser, page, async () => {
    await page.mouse.move(x, y + 150);
    await page.mouse.down();
    for (let i = 0; i < 60; i++) await page.mouse.move(x + 4 * i, y + 150 + (i % 7));
    await page.mouse.up();
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(500);
  });
  row('script per frame, moving', perEvent(panning, 'frame'));
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForTimeout(700);

  const spots = await spotsOf(page, box);
  const hovering = await traced(browser, page, async () => {
    for (const spot of spots.slice(0, 20)) {
      await page.mouse.move(spot.x, spot.y);
      await page.waitForTimeout(60);
    }
  });
  row('script per hover', perEvent(hovering, 'pointer', Math.min(20, spots.length)));
  const clicking = await traced(browser, page, async () => {
    for (const spot of spots.slice(0, 4)) {
      await page.mouse.click(spot.x, spot.y);
      await page.waitForTimeout(120);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
    }
  });
  row('script per selection', `${perEvent(clicking, 'click')} (panel and moving camera included)`);

  const search = performance.now();
  await page.keyboard.press('/');
  await page.keyboard.type((graph.entities[3]?.name ?? 'Solta').slice(0, 5));
  await page.getByRole('option').first().waitFor();
  row('search', `${ms(performance.now() - search)} until found, five letters typed`);
  await page.keyboard.press('Escape');
  const filter = performance.now();
  await page.getByRole('button', { name: /^Person/ }).click();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  row('filter', `${ms(performance.now() - filter)} until drawn`);
  await page.context().close();
  if (pictures !== undefined) await photograph(browser, address, `${pictures}/${name}`);
  await served.close();
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await drawn(page, 'wall: layout done');
  return page;
}

async function loadedIn(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const trace = await traced(browser, page, async () => {
    await page.goto(address);
    await drawn(page, 'wall: layout done');
    await drawn(page, 'graph: all');
  });
  const mark = (name: string) =>
    page.evaluate(`performance.getEntriesByName(${JSON.stringify(name)})[0].startTime`) as Promise<number>;
  const [all, loaded, first, done] = [
    await mark('graph: all'),
    await mark('wall: begun'),
    await mark('wall: first picture'),
    await mark('wall: layout done'),
  ];
  return { page, trace, loaded, first, done, all };
}

/** Waits for a mark. The page's policy forbids `eval`, so this asks from outside. */
async function drawn(page: Page, mark: string): Promise<void> {
  for (let i = 0; i < 6000; i++) {
    if (((await page.evaluate(`performance.getEntriesByName('${mark}').length`)) as number) > 0) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`The viewer did not come to "${mark}" within two minutes.`);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function labelsOf(page: Page) {
  const boxes = ((await page.evaluate('globalThis.__wiregraph.names()')) as { readonly box: Box }[]).map(
    (n) => n.box,
  );
  const placed = (await page.evaluate('globalThis.__wiregraph.placed()')) as number;
  const meet = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const overlapping = boxes.filter((a, i) => boxes.some((b, j) => j < i && meet(a, b))).length;
  return { names: boxes.length, placed, overlapping };
}

/** Where the dots of some named entities are. */
async function spotsOf(
  page: Page,
  wall: Box,
): Promise<readonly { readonly x: number; readonly y: number }[]> {
  const ids = ((await page.evaluate('globalThis.__wiregraph.names()')) as { readonly id: string }[]).map(
    (n) => n.id,
  );
  const spots: { x: number; y: number }[] = [];
  for (const id of ids.slice(0, 40)) {
    const at = (await page.evaluate(
      `globalThis.__wiregraph.whereIs(${JSON.stringify({ kind: 'entity', id })})`,
    )) as { readonly x: number; readonly y: number } | null;
    if (at !== null) spots.push({ x: wall.x + at.x, y: wall.y + at.y });
  }
  return spots;
}

function perEvent(trace: Trace, kind: Parameters<typeof scriptPer>[1], count?: number): string {
  const found = scriptPer(trace, kind, count);
  return `${found.mean.toFixed(1)} ms, at most ${found.most.toFixed(1)} (${found.count})`;
}

function ms(time: number): string {
  return `${Math.round(time).toLocaleString('en')} ms`;
}

async function photograph(browser: Browser, address: string, start: string): Promise<void> {
  mkdirSync(start.slice(0, start.lastIndexOf('/')), { recursive: true });
  for (const viewport of screens)
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(address);
      await drawn(page, 'wall: layout done');
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${start}-${viewport.width}-${colorScheme}.png` });
      await context.close();
    }
}
