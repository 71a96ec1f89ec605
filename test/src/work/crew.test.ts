// Who does what next, with workers by hand: no threads, no journal.
import { expect, test } from 'vitest';
import { type Crew, type Desk, work } from '../../../src/work/crew.ts';
import { createWorker, type Worker } from '../../../src/work/worker.ts';
import { article, fakeExtractor } from '../fake.ts';

const sources = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `${i}.txt`, id: `${i}.txt` }));

/** Each source holds so many documents. */
function workerOf(documents: number): Worker {
  const reader = {
    accepts: () => true,
    async *read({ id }: { id: string }) {
      for (let number = 0; number < documents; number++) yield article(`${id}#${number}`, 'Lena met Tom.');
    },
  };
  return createWorker({ extractor: fakeExtractor(), readers: [reader], reading: undefined });
}

/** Counts what is kept, and how many documents were wanted and not kept at any time. */
function desk() {
  const counted = { kept: 0, ended: 0, most: 0, wanted: 0 };
  const one: Desk = {
    markOf: () => undefined,
    wants: () => {
      counted.wanted += 1;
      counted.most = Math.max(counted.most, counted.wanted - counted.kept);
      return true;
    },
    keep: () => {
      counted.kept += 1;
    },
    fail: () => {},
    end: () => {
      counted.ended += 1;
    },
  };
  return { counted, desk: one };
}

const worker = workerOf(100);
const crews: readonly [string, Crew][] = [
  ['one worker does both', { readers: [worker], annotators: [worker] }],
  ['one reads and three annotate', { readers: [worker], annotators: [1, 2, 3].map(() => workerOf(0)) }],
  ['two read, and one of them annotates', { readers: [worker, workerOf(100)], annotators: [worker] }],
];

test.each(crews)('everything is done where %s, and little waits', async (_, crew) => {
  const { counted, desk: to } = desk();
  await work(sources(10), crew, to);
  expect(counted).toMatchObject({ kept: 1000, ended: 10 });
  expect(counted.most).toBeLessThan(40);
});

test('what the desk throws ends the work', async () => {
  const failing: Desk = {
    ...desk().desk,
    keep: () => {
      throw new Error('The disk is full.');
    },
  };
  await expect(work(sources(2), { readers: [worker], annotators: [worker] }, failing)).rejects.toThrow(
    'disk',
  );
});
