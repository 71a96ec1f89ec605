// A graph that the page doesn't hold, in a real browser: first picture, evidence, search, filters and questions through the server.
import { describe, expect, test } from 'vitest';
import { sightOf } from '../../graph/evidence.ts';
import { MemoryStore } from '../../graph/store/memory.ts';
import { harbour } from '../viewer/fixture.ts';
import { chromiumPath, settled, whereIs } from './browser.ts';
import { type Opening, panelOf, seenIn, viewing } from './viewing.ts';

const graph = harbour();
const sight = sightOf(graph);
const large: Opening = {
  sight: () => sight,
  graph: () => {
    throw new Error('Nobody asks for the whole graph.');
  },
};
const called = graph.relations.find((r) => r.type === 'CALLED' && !r.negated);
const [claim] = graph.claims.filter(({ id }) => called?.claims.includes(id));
if (called === undefined || claim === undefined) throw new Error('The fixture has no call.');

describe.skipIf(chromiumPath === undefined)('A graph that is too large for the page', () => {
  const open = viewing();

  test('shows who is best supported while the rest is read, and moves nobody when it comes', async () => {
    const { promise: isDrawn, resolve: goOn } = Promise.withResolvers<void>();
    const sketch = await sight.sketch();
    const many = { ...sketch, entities: [...sketch.entities, ...strangers(60_000)] };
    const { page, complaints } = await open({
      ...large,
      sight: () => ({
        ...sight,
        sketch: async () => many,
        grounds: async () => {
          await isDrawn;
          return sight.grounds();
        },
      }),
    });
    await settled(page);
    const before = await whereIs(page, 'entity', called.subject);
    await page.getByText('60,000 entities without a relation').waitFor();
    goOn();
    await page.locator('.timeline').waitFor();
    expect(await whereIs(page, 'entity', called.subject)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('a click brings the evidence, and the evidence its article, at the sentence', async () => {
    const { page, complaints } = await open(large);
    await settled(page);
    const { x, y } = await whereIs(page, 'entity', called.subject);
    await page.mouse.click(x, y);
    await panelOf(page).getByText(claim.quote).first().waitFor();
    await panelOf(page)
      .locator('.card')
      .filter({ hasText: claim.quote })
      .getByRole('button', { name: 'open at the sentence' })
      .first()
      .click();
    expect(await panelOf(page).locator('mark').textContent()).toBe(claim.quote);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.goto(`${page.url().replace(/#.*/, '')}#relation=${encodeURIComponent(called.id)}`);
    await panelOf(page).getByText(claim.quote).waitFor();
    expect(complaints).toEqual([]);
  });

  test('names are found at once and sentences through the server', async () => {
    const { page, complaints } = await open(large);
    await page.keyboard.press('/');
    await page.keyboard.type('dredging sued');
    await page.getByRole('option').filter({ hasText: 'Yuki Arai sued' }).waitFor();
    await page.keyboard.press('Enter');
    await panelOf(page).locator('mark').filter({ hasText: 'Yuki Arai sued Delta Dredging' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    await page.getByText('No name and no sentence has these words.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('filters by publisher and time count as of a whole graph', async () => {
    const paper = 'Orvane Daily';
    const reports = new Set(graph.documents.filter((d) => d.publisher === paper).map((d) => d.id));
    const count = graph.relations.filter((r) =>
      r.claims.some((id) => reports.has(graph.claims.find((c) => c.id === id)?.document ?? '')),
    ).length;
    const { page, complaints } = await open({
      ...large,
      hash: new URLSearchParams({ publisher: paper }).toString(),
    });
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: count });
    await page.locator('.timeline').waitFor();
    expect(count).toBeLessThan(graph.relations.length);
    expect(complaints).toEqual([]);
  });

  test('the server tells where they disagree', async () => {
    let asked = 0;
    const found = graph.relations[0]?.id ?? '';
    const disagreeing = async () => {
      asked += 1;
      return [found];
    };
    const { page } = await open({ ...large, sight: () => ({ ...sight, disagreeing }) });
    await page.keyboard.press('f');
    await page.getByLabel('only where they disagree').check();
    const disputed = new Set(graph.relations.filter((r) => r.disputed).map((r) => r.id)).add(found);
    await expect.poll(() => seenIn(page)).toMatchObject({ relations: disputed.size });
    expect(asked).toBe(1);
  });

  test('questions are answered by the server, from all of the graph', async () => {
    const store = new MemoryStore();
    await store.write({ put: graph });
    const { page, complaints } = await open({ ...large, store });
    await page.keyboard.press('q');
    await page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    await page.keyboard.insertText('MATCH (c:Claim) RETURN count(c) AS claims');
    await page.keyboard.press('Control+Enter');
    await page
      .locator('.answer tbody td')
      .filter({ hasText: `${graph.claims.length}` })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test('what is taken away has its evidence', async () => {
    const { page, complaints } = await open(large);
    await page.keyboard.press('s');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const chunk of stream) text += chunk;
    expect(text).toContain(claim.quote);
    expect(complaints).toEqual([]);
  });
});

const strangers = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    entity: { id: `Place:${i}`, type: 'Place' as const, name: `Place ${i}`, aliases: [] },
    mentions: 0,
    documents: 0,
  }));
