// The --vocabulary option: a file's name → types and rules, checked.
import { readFile } from 'node:fs/promises';
import type { OwnVocabulary } from '../extract/vocabulary.ts';
import { UsageError } from './usage.ts';

/** The vocabulary in a file; undefined where none is named. *Errors*: `UsageError`, `VocabularyError`. */
export async function vocabularyFrom(file: string | undefined): Promise<OwnVocabulary | undefined> {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} can't be read (${(error as NodeJS.ErrnoException).code}). Name a YAML or JSON file.`,
      {
        cause: error,
      },
    );
  }
  const { readVocabulary } = await import('../extract/vocabulary.ts');
  return readVocabulary(text, file);
}
