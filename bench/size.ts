// How large the query engine is when it travels: parser, checker, planner, functions and temporal values in one bundle,
// minified and gzipped. Prints a table and fails beyond the limit. `npm run size`.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Kilobytes of 1000 bytes, gzipped. */
const limit = 80;

/** What is measured: each imports everything that it names, as an application would. */
const entries: readonly (readonly [name: string, code: string])[] = [
  [
    'parser and printer',
    "export { parse } from './graph/cypher/parser.ts'; export { print } from './graph/cypher/print.ts';",
  ],
  [
    'temporal values',
    "export { temporalFunctions } from './graph/cypher/temporal/functions.ts'; export { shifted } from './graph/cypher/temporal/shift.ts';",
  ],
  [
    'engine and parser',
    "export { run } from './graph/cypher/run.ts'; export { snapshotOf } from './graph/cypher/snapshot.ts'; export { parse } from './graph/cypher/parser.ts'; export { print } from './graph/cypher/print.ts';",
  ],
];

const sizes: number[] = [];
for (const [name, code] of entries) {
  const bundle = await bundled(code);
  const size = gzipSync(bundle, { level: 9 }).length / 1000;
  sizes.push(size);
  console.log(
    `${name.padEnd(20)} ${(bundle.length / 1000).toFixed(1).padStart(7)} kB, gzipped ${size.toFixed(1).padStart(5)} kB`,
  );
}
const whole = sizes.at(-1) ?? 0;
console.log(`size: ${whole.toFixed(1)} of at most ${limit} kB`);
if (whole > limit) process.exitCode = 1;

async function bundled(code: string): Promise<string> {
  const id = join(import.meta.dirname, '..', 'engine-entry.ts');
  const output = await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'silent',
    configFile: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source.endsWith('engine-entry.ts') ? id : null),
        load: (found) => (found === id ? code : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      rolldownOptions: { input: id, preserveEntrySignatures: 'strict' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (first === undefined || !('output' in first)) throw new Error('The bundle is empty.');
  return first.output.map((part) => ('code' in part ? part.code : '')).join('');
}
