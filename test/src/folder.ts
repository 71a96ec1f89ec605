// A folder of files for one test, removed after it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The folder's path; files by path inside it, folders made as needed. For several tests, hand over `afterAll`. */
export function folder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  atEnd: (clean: () => void) => void = onTestFinished,
): string {
  const path = mkdtempSync(join(tmpdir(), 'wiregraph-test-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
