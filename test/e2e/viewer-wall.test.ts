import { describe, expect, test } from 'vitest';
import { crowd } from '../../bench/crowd.ts';
import { chromiumPath, settled } from './browser.ts';
import { viewing } from './viewing.ts';

describe.skipIf(chromiumPath === undefined)('The wall in Chromium', () => {
  const open = viewing();

  test('gives way to the table when the graphics are lost', async () => {
    const { page } = await open();
    await settled(page);

    await page.evaluate(
      `document.querySelector('.canvas canvas.sigma-nodes').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`,
    );

    await page.getByText('WebGL is missing or was lost').waitFor();
    await page.locator('tbody tr').first().waitFor();
  });

  test('shows the 150 best supported of a larger graph, and more on request', async () => {
    const { page, complaints } = await open({ graph: crowd(400, 1200) });
    await settled(page);
    expect(await page.evaluate('globalThis.__wiregraph.placed()')).toBe(150);

    await page.getByRole('button', { name: 'Show more' }).click();

    await expect.poll(() => page.evaluate('globalThis.__wiregraph.placed()'), { timeout: 10_000 }).toBe(300);
    expect(complaints).toEqual([]);
  });
});
