// Runs the command line as a real process.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** What a command printed, and its exit code. */
export async function wiregraph(args: readonly string[], { cwd, env, input }: Options = {}): Promise<Ran> {
  const child = start(args, cwd, env);
  child.stdin?.end(input ?? '');
  return finished(child);
}

/** The process while it runs. */
export function start(
  args: readonly string[],
  cwd?: string,
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'entry.ts'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
}

/** What a process printed until its end. */
export async function finished(child: ChildProcess): Promise<Ran> {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
