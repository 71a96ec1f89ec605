// Runs openCypher's cases and prints what passed, by category. `npm run tck`; with `-- WORDS` only the cases whose names
// hold the words, each failure with its reason. Exits with 1 where something is not as known-failures.ts says.
import { existsSync } from 'node:fs';
import { readCases, tckFolder } from './cases.ts';
import { knownFailures } from './known-failures.ts';
import { type Report, report } from './report.ts';

const words = process.argv.slice(2).join(' ');

if (!existsSync(tckFolder)) {
  console.error(`There are no cases in ${tckFolder}: graph/cypher/README.md says where to get them.`);
  process.exitCode = 1;
} else print(await report(readCases().filter(({ name }) => name.includes(words))));

function print({ categories, failures, surprises, passed, total }: Report): void {
  if (words !== '') for (const { name, problem } of failures) console.log(`${name}\n  ${problem}\n`);
  for (const { category, passed: good, total: all } of categories)
    console.log(`${category.padEnd(44)} ${String(good).padStart(5)} of ${all}`);
  for (const { name, problem } of surprises) console.log(`\n${name}\n  ${problem}`);
  console.log(`\nfailures that are known: ${Object.keys(knownFailures).length}`);
  console.log(`tck: ${passed} of ${total} passed`);
  if (surprises.length > 0) process.exitCode = 1;
}
