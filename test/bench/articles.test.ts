import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodyScore, factsRight, type GoldPage, hasPages, readPages } from '../../bench/articles.ts';

const gold: GoldPage[] = JSON.parse(readFileSync(join(import.meta.dirname, '../gold/pages.json'), 'utf8'));

// The pages are their publishers': without them ($WIREGRAPH_SHARED) there is nothing to measure.
describe.skipIf(!hasPages)('Half of the article extraction benchmark', () => {
  const pages = hasPages ? readPages() : [];

  test.each(['develop', 'check'] as const)(
    'has its bodies read with F1 of at least .96 in the half “%s”',
    (half) => {
      expect(bodyScore(pages.filter((page) => page.half === half)).f1).toBeGreaterThan(0.96);
    },
  );

  test('has its bodies read with F1 of at least .97', () => {
    expect(bodyScore(pages).f1).toBeGreaterThan(0.97);
  });

  test.each(['title', 'publisher', 'author', 'date'] as const)(
    'states its %s, and at least nine of ten are read right',
    (fact) => {
      const judged = gold.flatMap((page) => {
        const found = pages.find(({ id }) => id.startsWith(page.page));
        return found === undefined ? [] : [factsRight(found, page)[fact]];
      });
      const known = judged.filter((right) => right !== null);
      expect(judged).toHaveLength(gold.length);
      expect(known.filter(Boolean).length / known.length).toBeGreaterThanOrEqual(0.9);
    },
  );
});
