import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originsOf, type Report } from '../../../../src/resolve/origins.ts';
import { originAt, originRuns, updateOrigins } from '../../../../src/resolve/standing/origins.ts';
import { MemoryShelf } from '../../../../src/resolve/standing/shelf.ts';
import { article } from '../../fake.ts';

/** Sentences that reports are made of; a report of some in common with others is a copy, or partly one. */
const sentences = Array.from({ length: 8 }, (_, i) =>
  Array.from({ length: 9 }, (_, j) => `w${'abcdefgh'[i]}${'ijklmnopq'[j]}nd`).join(' '),
);

const reports = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  day: fc.integer({ min: 1, max: 9 }),
  picked: fc.array(fc.integer({ min: 0, max: sentences.length - 1 }), { maxLength: 5 }),
});
const steps = fc.array(
  fc.array(fc.oneof(reports, fc.record({ id: reports.map(({ id }) => id) })), { maxLength: 3 }),
  {
    maxLength: 9,
  },
);

test('after any changes the origins are those that a new start gives', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const shelf = new MemoryShelf();
      const now = new Map<string, Report>();
      for (const step of changes) {
        const known = new Set(now.keys());
        for (const one of step)
          if ('picked' in one) now.set(one.id, reportOf(one));
          else now.delete(one.id);
        const touched = new Set(step.map(({ id }) => id));
        updateOrigins(shelf, {
          put: touched.intersection(new Set(now.keys())),
          removed: touched.intersection(known).difference(new Set(now.keys())),
          report: (id) => now.get(id) as Report,
          all: () => [...now.values()],
        });
        const expected = originsOf([...now.values()]);
        for (const { document, sentences } of now.values()) {
          const runs = originRuns(shelf, document.id);
          expect(sentences.map((_, i) => originAt(runs, i, document.id))).toEqual(
            sentences.map(({ start }) => expected.of(document.id, start)),
          );
        }
      }
    }),
    { numRuns: 1000 },
  );
}, 600_000);

function reportOf({ id, day, picked }: { id: string; day: number; picked: readonly number[] }): Report {
  const texts = picked.map((i) => `${sentences[i]}.`);
  const text = texts.join(' ');
  let end = -1;
  const spans = texts.map((one) => {
    const start = end + 1;
    end = start + one.length;
    return { start, end };
  });
  return { document: article(id, text, { publishedAt: `2025-01-0${day}` }), sentences: spans };
}
