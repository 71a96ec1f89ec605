// Builds with workers in threads: real threads, an extractor and a reader of one's own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toLines } from '../../../graph/exchange.ts';
import { BuildError, type BuildOptions, build } from '../../../src/build.ts';
import { Journal } from '../../../src/journal.ts';
import type { Reader } from '../../../src/read/reader.ts';
import { moduleAddress, WorkError } from '../../../src/work/skills.ts';
import { fakeExtractor } from '../fake.ts';
import { folder } from '../folder.ts';

const extractor = join(import.meta.dirname, 'own.mjs');
const reader = join(import.meta.dirname, 'reader.mjs');

/** More than one thread is started for. */
const many = (count = 60) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`in/${i}.txt`, `Lena ${'ABC'[i % 3]}erg met Tom ${i}.`]),
  );

describe('any number of workers', () => {
  test('makes the same graph, byte for byte, and the same report', async () => {
    const files = { ...many(), 'in/table.jsonl': rows(50), 'in/bad.txt': '', 'in/fail.txt': 'FAIL' };
    const results = [];
    for (const workers of [1, 2, 5]) {
      const path = folder(files);
      const { graph, ...report } = await run(path, { workers });
      results.push({ lines: [...toLines(graph)], report: relative(report, path), journal: dumped(path) });
    }
    expect(results[0]?.report.added).toHaveLength(110);
    expect(results[0]?.report.failures).toHaveLength(2);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test('tells progress once a source', async () => {
    const told: number[] = [];
    await run(folder(many()), { workers: 2, onProgress: ({ done }) => told.push(done) });
    expect(told).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });
});

describe('an article that', () => {
  test.each([
    ['hangs its worker', 'HANG', 'it took more than 1 seconds'],
    ['ends its worker', 'EXIT', 'it ended its worker (exit code 7)'],
    ['crashes its worker', 'THROW', 'it crashed its worker (thrown later)'],
    ['fails', 'FAIL', 'own 1 failed on it'],
  ])('%s is told by name, and the rest is read', async (_, text, reason) => {
    const path = folder({ ...many(), 'in/7.txt': text });
    const { added, failures } = await run(path, { workers: 2, patience: 1000 });
    expect(added).toHaveLength(59);
    expect(failures).toMatchObject([{ stage: 'annotate', source: '7.txt' }]);
    expect(failures[0]?.reason).toContain(reason);
  });

  test('is the second of one name is told, and the first is kept', async () => {
    const twice: Reader = {
      accepts: () => true,
      async *read({ id }) {
        for (const text of ['Lena met Tom.', 'Tom met Lena.'])
          yield { id: `${id}#a`, title: text, text, contentHash: text };
      },
    };
    const { added, failures, graph } = await run(folder({ 'in/t.txt': 'x' }), { readers: [twice] });
    expect(added).toEqual(['t.txt#a']);
    expect(graph.documents.map((document) => document.text)).toEqual(['Lena met Tom.']);
    expect(failures.map((failure) => failure.reason)).toEqual([
      expect.stringContaining('has a second record that is called t.txt#a'),
    ]);
  });
});

test('a source goes on after one of its articles hung the worker that read it', async () => {
  const lines = Array.from({ length: 100 }, (_, i) => (i === 40 ? 'HANG on Lena' : `Lena met Tom ${i}.`));
  const path = folder({ ...many(), 'in/a.lines': lines.join('\n') });
  const { added, failures } = await run(path, { workers: 2, patience: 1000, readerModules: [reader] });
  expect(added.filter((id) => id.startsWith('a.lines'))).toHaveLength(99);
  expect(failures.map((failure) => failure.source)).toEqual(['a.lines#40']);
});

test('a source that hangs its reader is told, and what came before is kept', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => (i === 30 ? 'HANG' : `Lena met Tom ${i}.`));
  const path = folder({ ...many(), 'in/a.lines': lines.join('\n') });
  const { added, failures } = await run(path, { workers: 2, patience: 1000, readerModules: [reader] });
  expect(added.filter((id) => id.startsWith('a.lines'))).toHaveLength(16);
  expect(failures.map((failure) => failure.reason)).toEqual([
    expect.stringMatching(/a\.lines can't be read to its end: it took more than 1 seconds\./),
  ]);
});

describe('a source that is unchanged', () => {
  test('is not read again, and one that has changed is', async () => {
    const path = folder(many());
    await run(path);
    const before = readFileSync(join(path, 'out.graph'));
    const second = await run(path);
    expect(second.unchanged).toHaveLength(60);
    expect(readFileSync(join(path, 'out.graph'))).toEqual(before);
    writeFileSync(join(path, 'in/3.txt'), 'Nils met Lena.');
    expect((await run(path)).replaced).toEqual(['3.txt']);
  });

  test('is known by its bytes, not by its date', async () => {
    const path = folder({ 'in/a.txt': 'Lena met Tom.' });
    await run(path);
    using journal = Journal.write(join(path, 'out.graph'));
    expect(journal.mark('a.txt', 'own@1')).toMatch(/^\S+ {} [\da-f]{64}$/);
    expect(journal.mark('a.txt', 'own@2')).toBeUndefined();
    journal.remove(['a.txt']);
    expect(journal.mark('a.txt', 'own@1')).toBeUndefined();
  });

  test('is read again where a part of it failed', async () => {
    const path = folder({ 'in/t.jsonl': `${rows(2)}{"text":""}\n` });
    await run(path);
    expect((await run(path)).failures).toHaveLength(1);
  });
});

describe('what workers are given', () => {
  test('a module that is no extractor is refused', async () => {
    const path = folder({
      'in/a.txt': 'Lena.',
      'no.mjs': 'export default {}',
      'broken.mjs': 'throw new Error("off")',
    });
    const failing = (name: string) => expect(run(path, { extractor: join(path, name) })).rejects;
    await failing('no.mjs').toThrow(
      /no\.mjs is no extractor\. It must be an object with name, version and annotate/,
    );
    await failing('broken.mjs').toThrow(WorkError);
    await failing('gone.mjs').toThrow(/can't be loaded/);
  });

  test('an object can’t be shared among workers', async () => {
    const path = folder(many());
    await expect(run(path, { extractor: fakeExtractor(), workers: 2 })).rejects.toThrow(BuildError);
  });

  test('a package that isn’t there is told', () => {
    expect(() => moduleAddress('no-such-package-here')).toThrow(/There is no package no-such-package-here/);
  });
});

test('a signal stops threads at once, and the next build goes on', async () => {
  const path = folder({ ...many(), 'in/7.txt': 'HANG' });
  const stop = new AbortController();
  let told = 0;
  const onProgress = () => {
    if (++told === 30) stop.abort();
  };
  await expect(run(path, { workers: 2, signal: stop.signal, onProgress })).rejects.toThrow('aborted');
  writeFileSync(join(path, 'in/7.txt'), 'Lena met Tom.');
  const { added, unchanged } = await run(path, { workers: 2 });
  expect(unchanged.length).toBeGreaterThanOrEqual(30);
  expect(added.length + unchanged.length).toBe(60);
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify({ text: `Lena met Nils ${i}.` })}\n`).join('');

function relative<T>(report: T, path: string): T {
  return JSON.parse(JSON.stringify(report).replaceAll(path, '')) as T;
}

function dumped(path: string): unknown {
  using journal = Journal.read(join(path, 'out.graph'));
  return [...journal.articles()];
}

function run(path: string, options: Partial<BuildOptions> = {}) {
  return build({ sources: [join(path, 'in')], out: join(path, 'out.graph'), extractor, ...options });
}
