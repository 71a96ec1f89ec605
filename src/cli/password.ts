// Asks for a password at the terminal, and shows none of it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** What was typed; undefined where nobody sits at a terminal. */
export async function askForPassword(
  prompt: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Promise<string | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: silent, terminal: true });
  output.write(prompt);
  try {
    return await reader.question('');
  } finally {
    reader.close();
    output.write('\n');
  }
}
