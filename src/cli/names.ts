// The --names option: a file's name → the list of names in it, checked.
import { readFile } from 'node:fs/promises';
import type { Names } from '../names.ts';
import { UsageError } from './usage.ts';

/** The list in a file; undefined where none is named. *Errors*: `UsageError`, `NamesError`. */
export async function namesFrom(file: string | undefined): Promise<Names | undefined> {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} can't be read (${(error as NodeJS.ErrnoException).code}). Name a CSV file.`,
      { cause: error },
    );
  }
  const { readNames } = await import('../names.ts');
  return await readNames(text, file);
}
