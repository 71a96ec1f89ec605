// Runs openCypher's cases and prints what passed, by category. `npm run tck`; with `-- WORDS` only the cases whose names
// hold the words, each failure with its reason; with `-- --neo4j` on a real Neo4j. Exits with 1 where something is not
// as known-failures.ts says.
import { existsSync } from 'node:fs';
import { startServer } from '../neo4j/server.ts';
import { type Case, readCases, tckFolder } from './cases.ts';
import { memoryGround } from './ground.ts';
import { knownFailures, knownFailuresOfNeo4j } from './known-failures.ts';
import { neo4jGrounds } from './neo4j-ground.ts';
import { type Report, report } from './report.ts';

const options = process.argv.slice(2);
const words = options.filter((option) => option !== '--neo4j').join(' ');

if (!existsSync(tckFolder)) {
  console.error(`There are no cases in ${tckFolder}: graph/cypher/README.md says where to get them.`);
  process.exitCode = 1;
} else {
  const cases = readCases().filter(({ name }) => name.includes(words));
  if (options.includes('--neo4j')) print(await onNeo4j(cases), knownFailuresOfNeo4j);
  else print(await report(cases, memoryGround, knownFailures), knownFailures);
}

async function onNeo4j(cases: readonly Case[]): Promise<Report> {
  const server = await startServer();
  const grounds = await neo4jGrounds(server.login);
  try {
    return await report(cases.filter(isWithoutProcedures), grounds.empty, knownFailuresOfNeo4j);
  } finally {
    await grounds.close();
    await server.stop();
  }
}

function isWithoutProcedures({ steps }: Case): boolean {
  return !steps.some(({ sentence }) => sentence.startsWith('there exists a procedure'));
}

function print(
  { categories, failures, surprises, passed, total }: Report,
  known: Readonly<Record<string, string>>,
): void {
  if (words !== '') for (const { name, problem } of failures) console.log(`${name}\n  ${problem}\n`);
  for (const { category, passed: good, total: all } of categories)
    console.log(`${category.padEnd(44)} ${String(good).padStart(5)} of ${all}`);
  for (const { name, problem } of surprises) console.log(`\n${name}\n  ${problem}`);
  console.log(`\nfailures that are known: ${Object.keys(known).length}`);
  console.log(`tck: ${passed} of ${total} passed`);
  if (surprises.length > 0) process.exitCode = 1;
}
