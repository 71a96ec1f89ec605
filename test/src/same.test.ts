// The same articles and decisions make the same bytes, in whatever steps they came.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLines } from '../../graph/exchange.ts';
import { build } from '../../src/build.ts';
import { decide } from '../../src/decide.ts';
import { readGraph } from '../../src/open.ts';
import { remove } from '../../src/remove.ts';
import { fakeExtractor } from './fake.ts';
import { folder } from './folder.ts';

/** More than the suite has time for: WIREGRAPH_RUNS=1000. */
const numRuns = Number(process.env.WIREGRAPH_RUNS ?? 25);

const texts = [
  'Lena Holt called Tom Berg.',
  'Holt called Berg. Berg called Nils Aas.',
  'Tom Berg called Lena Holt.',
  'Lena Maria Holt called Ida Aas.',
  'Berg called Ida Aas and Nils Aas called Ida Aas.',
  'Tom Holt called Lena Holt.',
];
const names = texts.map((_, i) => `${i}.txt`);

type Step = { readonly kind: 'add' | 'remove' | 'change'; readonly files: readonly string[] };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'add', 'remove', 'change'),
  files: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
});

const options = { extractor: fakeExtractor(), now: () => new Date(0) };

/** A folder with all articles, and what builds some of them, as they are or as they were before a correction. */
function articles(clean: (done: () => void) => void) {
  const cwd = folder({}, clean);
  const out = join(cwd, 'a.graph');
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), `${text}\n`);
  const add = async (files: readonly string[], isOld = false) => {
    for (const name of files)
      write(name, isOld ? `Nobody called Lena Holt. ${name}` : (texts[names.indexOf(name)] as string));
    await build({ ...options, sources: files.map((name) => join(cwd, name)), out });
  };
  const bytes = async () => [...toLines(await readGraph(out))].join('\n');
  return { out, add, bytes };
}

test('any order, any split into builds, any removal and coming again, any correction: the same bytes', {
  timeout: 3_600_000,
}, async () => {
  const decision = () => ({ kind: 'different' as const, a: '0.txt:0-9', b: '2.txt:16-25', why: 'two' });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 4 }),
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, order, first) => {
        const done: (() => void)[] = [];
        const [one, other] = [articles((clean) => done.push(clean)), articles((clean) => done.push(clean))];
        try {
          await one.add(names);
          await decide(one.out, decision, () => new Date(0));
          await other.add(order.slice(0, first), true);
          await decide(other.out, decision, () => new Date(0));
          for (const { kind, files } of steps)
            if (kind === 'remove') for (const file of files) await remove(other.out, [file]);
            else await other.add(files, kind === 'change');
          for (const name of order) await other.add([name]);
          expect(await other.bytes()).toBe(await one.bytes());
        } finally {
          for (const clean of done) clean();
        }
      },
    ),
    { numRuns },
  );
});
