// Finding in a real browser: search, filters, time, neighbourhoods and ways, one by one, undo, and the link that holds it.
import { describe, expect, test } from 'vitest';
import { harbour } from '../viewer/fixture.ts';
import { chromiumPath, settled, whereIs } from './browser.ts';
import { panelOf, seenIn, viewing } from './viewing.ts';

const graph = harbour();
const relationsWith = (type: string) => graph.relations.filter((r) => r.type === type).length;

describe.skipIf(chromiumPath === undefined)('Finding', () => {
  const open = viewing();

  test('"/" finds a sentence by its words and opens the article there', async () => {
    const { page, complaints } = await open();

    await page.keyboard.press('/');
    await page.keyboard.type('dredging sued');
    await page.getByRole('option').filter({ hasText: 'Yuki Arai sued' }).waitFor();
    await page.keyboard.press('Enter');

    expect(await panelOf(page).locator('mark').textContent()).toContain('Yuki Arai sued Delta Dredging');
    expect(await panelOf(page).locator('mark').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('words that stand nowhere are said to', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    await page.getByText('No name and no sentence has these words.').waitFor();
  });

  test('a filter by relation narrows wall and table, says so, and is undone and redone by keys', async () => {
    const { page, complaints } = await open();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).getByLabel('paid').check();
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: relationsWith('PAID') });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove the filter relation: paid' }).waitFor();

    await page.keyboard.press('Control+z');
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: graph.relations.length });
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: relationsWith('PAID') });

    await page.getByRole('button', { name: 'Table' }).click();
    expect(await page.locator('tbody tr').count()).toBe(relationsWith('PAID'));
    expect(complaints).toEqual([]);
  });

  test.each([
    ['only what one source says', graph.relations.filter((r) => r.origins === 1).length],
    ['only where they disagree', graph.relations.filter((r) => r.disputed).length],
  ])('%s', async (label, count) => {
    const { page } = await open();
    await page.keyboard.press('f');
    await page.getByLabel(label).check();
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: count });
    expect(count).toBeGreaterThan(0);
  });

  test('a brush over the timeline filters by time, and so do its handles by keyboard', async () => {
    const { page, complaints } = await open();
    const box = await page.locator('.bars').boundingBox();
    if (box === null) throw new Error('There is no timeline.');
    await page.mouse.move(box.x + 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + 20, { steps: 5 });
    await page.mouse.up();
    const brushed = await seenIn(page);
    expect(brushed.relations).toBeGreaterThan(0);
    expect(brushed.relations).toBeLessThan(graph.relations.length);

    await page.getByRole('slider', { name: /Latest/ }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: graph.relations.length });
    await page.keyboard.press('Control+z');
    await expect.poll(() => seenIn(page)).toEqual(brushed);
    await page.getByRole('button', { name: 'all times' }).click();
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: graph.relations.length });
    expect(complaints).toEqual([]);
  });

  test('what no relation passes names the filter to remove', async () => {
    const { page } = await open({ hash: 'publisher=Nobody+Reads+This&type=PAID' });
    const remove = page.getByRole('button', { name: /Remove the filter publisher: Nobody Reads This/ });
    await remove.last().click();
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: relationsWith('PAID') });
  });

  test('a neighbourhood, a way, expand, collapse, pin and hide, each undone in turn', async () => {
    const { page, complaints } = await open({ hash: 'entity=Person%3Ajonas-pryce' });
    const tools = panelOf(page).getByRole('group', { name: 'On the wall' });
    const all = await seenIn(page);
    await tools.getByRole('button', { name: '1 step' }).click();
    await expect.poll(() => seenIn(page)).toMatchObject({ entities: 2 });
    await panelOf(page).getByRole('button', { name: 'Tomas Okafor' }).first().click();
    await tools.getByRole('button', { name: /^Expand/ }).click();
    const expanded = await seenIn(page);
    expect(expanded.entities).toBeGreaterThan(2);
    await tools.getByRole('button', { name: /^Collapse/ }).click();
    await expect.poll(async () => (await seenIn(page)).entities).toBeLessThan(expanded.entities);
    await tools.getByRole('button', { name: 'Pin' }).click();
    await tools.getByRole('button', { name: 'Unpin' }).waitFor();
    await tools.getByRole('button', { name: 'Hide' }).click();
    await page.getByRole('button', { name: /hidden/ }).waitFor();

    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => seenIn(page)).toEqual(all);
    expect(complaints).toEqual([]);
  });

  test('the way between two people is found by naming the other', async () => {
    const { page, complaints } = await open({ hash: 'entity=Person%3Ajonas-pryce' });
    await panelOf(page).getByRole('button', { name: 'Path to…' }).click();
    await panelOf(page).getByRole('combobox').fill('hana');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Remove the filter from Jonas Pryce to Hana Bechara' }).waitFor();
    const { entities } = await seenIn(page);
    expect(entities).toBeGreaterThan(2);
    expect(entities).toBeLessThan(graph.entities.length);
    expect(complaints).toEqual([]);
  });

  test('everything can be done by keys alone', async () => {
    const { page, complaints } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('pryce');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Jonas Pryce' }).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => seenIn(page)).toMatchObject({ entities: 2 });
    await page.keyboard.press('0');
    await page.keyboard.press('h');
    await expect.poll(() => seenIn(page)).toMatchObject({ entities: graph.entities.length - 1 });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.locator('tbody tr').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(chromiumPath === undefined)('A link', () => {
  const open = viewing();

  test('brings back what was chosen when the page is loaded again', async () => {
    const { page, served } = await open();
    await settled(page);
    const dot = await whereIs(page, 'entity', 'Organization:northgate-ports');
    await page.mouse.click(dot.x, dot.y);
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByLabel('stated').check();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => page.url()).toMatch(/entity=.*&is=stated.*&camera=/);
    await page.waitForTimeout(800);
    const [url, before] = [page.url(), await seenIn(page)];
    const place = await whereIs(page, 'entity', 'Organization:northgate-ports');

    await page.reload();

    await panelOf(page).getByRole('heading', { name: 'Northgate Ports' }).waitFor();
    await expect.poll(() => seenIn(page)).toEqual(before);
    await settled(page);
    const after = await whereIs(page, 'entity', 'Organization:northgate-ports');
    expect(Math.hypot(after.x - place.x, after.y - place.y)).toBeLessThan(8);
    const token = served.address.split('/').at(-2) ?? '';
    expect(url.split('#')[1]).not.toContain(token);
  });

  test('pasted into the search box shows what it holds', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.insertText('#entity=Person%3Amara-lindqvist&is=denied');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Mara Lindqvist' }).waitFor();
    await expect
      .poll(() => seenIn(page))
      .toMatchObject({ relations: graph.relations.filter((r) => r.negated).length });
  });

  test('to something that isn’t there shows the graph all the same', async () => {
    const { page, complaints } = await open({ hash: 'entity=Person%3Anobody&article=none.md&limit=x' });
    await panelOf(page).getByRole('heading', { name: 'Start here' }).waitFor();
    expect(await seenIn(page)).toMatchObject({ relations: graph.relations.length });
    expect(complaints).toEqual([]);
  });
});
