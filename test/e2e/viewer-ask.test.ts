// Asking in a real browser: the console under the strict policy, its answers, its mistakes, and stopping.
import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../graph/store/memory.ts';
import { harbour } from '../viewer/fixture.ts';
import { chromiumPath } from './browser.ts';
import { panelOf, seenIn, viewing } from './viewing.ts';

describe.skipIf(chromiumPath === undefined)('The console', () => {
  const open = viewing();
  const asking = async () => {
    const viewing = await open();
    await viewing.page.keyboard.press('q');
    await viewing.page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    return viewing;
  };

  test('answers as a table, whose names open the evidence', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.insertText(
      'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a, r, b.name AS called, r.documents AS reports',
    );
    await page.keyboard.press('Control+Enter');

    const row = page.locator('.answer tbody tr');
    await row.waitFor();
    expect(await row.locator('td').allTextContents()).toEqual([
      'Viktor Saar',
      'called',
      'Mara Lindqvist',
      '3',
    ]);
    await row.getByRole('button', { name: 'called' }).click();
    await panelOf(page).locator('h2').filter({ hasText: 'Viktor Saar called Mara Lindqvist' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows an answer on the wall, undone like everything else', async () => {
    const { page, complaints } = await asking();
    const all = await seenIn(page);
    await page.keyboard.insertText('MATCH (a)-[r:PAID]->(b) RETURN r');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /Show on the wall/ }).click();
    await page.getByRole('button', { name: /Remove the filter answer of a query/ }).waitFor();
    const { relations } = await seenIn(page);
    expect(relations).toBeGreaterThan(0);
    expect(relations).toBeLessThan(all.relations);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => seenIn(page)).toEqual(all);
    expect(complaints).toEqual([]);
  });

  test('underlines a mistake where it is and says what it is', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.insertText('MATCH (a) RETURN b');
    await expect.poll(() => page.locator('.cm-lintRange-error').textContent()).toBe('b');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('.answer [role=alert]').textContent()).toContain('Line 1, column 18');
    expect(complaints).toEqual([]);
  });

  test('completes labels, types, properties and names', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.type('MATCH (a:Per');
    await page.getByRole('option', { name: 'Person' }).waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('-[:CAL');
    await page.getByRole('option', { name: /CALLED/ }).waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    const text = () => page.getByRole('textbox', { name: 'Query in Cypher' }).textContent();
    expect(await text()).toMatch(/^MATCH \(a:Person\)-\[:CALLED\]$/);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type('MATCH (a) WHERE a.na');
    await page.getByRole('option', { name: /^name/ }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type("RETURN 'ms li");
    await page.getByRole('option', { name: /Mara Lindqvist/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('stops a long query where it is, and answers the next', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.insertText(
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)',
    );
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The query was stopped.').waitFor();
    await page.getByRole('textbox', { name: 'Query in Cypher' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('columnheader', { name: 'one' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('offers the library of questions, with the selected entity filled in', async () => {
    const { page, complaints } = await open({ hash: 'entity=Person%3Atomas-okafor' });
    await page.keyboard.press('q');
    await page.getByRole('button', { name: 'How are two people connected?' }).click();
    const from = page.locator('.blanks').getByLabel('from');
    expect(await from.inputValue()).toBe('Tomas Okafor');
    await page.locator('.blanks').getByLabel('to').fill('Mara Lindqvist');
    await page.keyboard.press('Enter');
    await page.locator('.answer tbody').getByRole('button', { name: 'Mara Lindqvist' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('knows the procedures of graphs', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.insertText(
      "CALL graph.pageRank({labels: 'Entity'}) YIELD node, score RETURN node LIMIT 3",
    );
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.answer tbody tr').count()).toBe(3);
    expect(complaints).toEqual([]);
  });

  test('keeps its question in the link, and runs it when the page is loaded again', async () => {
    const { page, complaints } = await asking();
    await page.keyboard.insertText("MATCH (a:Person {name: 'Yuki Arai'}) RETURN a.name AS who");
    await expect.poll(() => page.url()).toContain('query=MATCH');
    await page.reload();
    await page.locator('.answer tbody').getByText('Yuki Arai').waitFor();
    expect(complaints).toEqual([]);
  });

  test('asks the store through the server where the page holds a part of the graph', async () => {
    const graph = harbour();
    const [relation] = graph.relations.filter((r) => r.type === 'CALLED');
    if (relation === undefined) throw new Error('The fixture has no call.');
    const ends = new Set([relation.subject, relation.object]);
    const part = {
      ...graph,
      entities: graph.entities.filter((e) => ends.has(e.id)),
      mentions: graph.mentions.filter((m) => ends.has(m.entity)),
      claims: graph.claims.filter((c) => relation.claims.includes(c.id)),
      relations: [relation],
    };
    const store = new MemoryStore();
    await store.write({ put: graph });
    const { page, complaints } = await open({
      excerpt: async (entities) => ({
        graph: entities > 150 ? graph : part,
        entities: graph.entities.length,
      }),
      store,
    });
    await page.getByText(`Read so far: the best supported 2 of ${graph.entities.length} entities`).waitFor();
    await page.keyboard.press('q');
    await page.getByRole('textbox', { name: 'Query in Cypher' }).waitFor();
    await page.keyboard.insertText(
      'MATCH (a:Person)-[r:CALLED]->(b) MATCH (p:Person) RETURN a, r, count(p) AS people',
    );
    await page.keyboard.press('Control+Enter');
    const row = page.locator('.answer tbody tr');
    await row.waitFor();
    const people = graph.entities.filter((e) => e.type === 'Person').length;
    expect(await row.locator('td').allTextContents()).toEqual(['Viktor Saar', 'called', `${people}`]);
    await row.getByRole('button', { name: 'called' }).click();
    await panelOf(page)
      .getByRole('heading', { name: /Viktor Saar called/ })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test('refuses to write', async () => {
    const { page } = await asking();
    await page.keyboard.insertText('CREATE (a:Person) RETURN a');
    await page.keyboard.press('Control+Enter');
    await page.locator('.answer [role=alert]').waitFor();
  });
});
