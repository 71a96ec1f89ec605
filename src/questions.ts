// The library of questions, read from the files that ship with the package.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../graph/model.ts';
import { type Question, questionOf } from '../graph/queries/question.ts';

const folder = join(import.meta.dirname, '../graph/queries');
const ending = '.cypher';

/** Every question that `graph/queries` holds, by name. *Cost*: some twenty small files. */
export function questions(): readonly Question[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort(compare)
    .map((file) => questionOf(file.slice(0, -ending.length), readFileSync(join(folder, file), 'utf8')));
}
