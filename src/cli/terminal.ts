// Where a command prints: the result on standard output, all else on standard error. The only door to either.
import type { Writable } from 'node:stream';
import picocolors from 'picocolors';
import { Pace } from './pace.ts';
import { printable } from './printable.ts';

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };
type Colors = ReturnType<typeof picocolors.createColors>;

/** Whoever reads our output has gone (`wiregraph export … | head`). No mistake, and nothing to tell. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

export class Terminal {
  /** What the process is to exit with when nothing throws. */
  exitCode = 0;
  /** Width of standard output in columns, more than 0; undefined where it is no terminal, and nothing need be cut. */
  readonly columns: number | undefined;
  readonly isInteractive: boolean;
  /** For standard output. */
  readonly colors: Colors;
  readonly #out: Stream;
  readonly #err: Stream;
  #closed = false;
  #hasBar = false;
  readonly #pace = new Pace();

  constructor(out: Stream, err: Stream, env: NodeJS.ProcessEnv) {
    const hasColor = (stream: Stream) => stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
    this.#out = out;
    this.#err = err;
    // A terminal that nobody told its size says 0.
    this.columns = out.isTTY === true ? out.columns || 80 : undefined;
    this.isInteractive = err.isTTY === true;
    this.colors = picocolors.createColors(hasColor(out));
    out.on('error', () => {
      this.#closed = true;
    });
    err.on('error', () => {});
  }

  /** Prints a part of the result as it is: whoever makes it has made it `printable`. Waits while the reader is slow. */
  async print(text: string): Promise<void> {
    this.clearBar();
    if (!this.#closed && !this.#out.write(text))
      await new Promise<void>((resolve) => {
        for (const event of ['drain', 'error', 'close']) this.#out.once(event, () => resolve());
      });
    if (this.#closed) throw new OutputClosed();
  }

  /** Tells a person something that is not the result. */
  tell(text: string): void {
    this.clearBar();
    this.#err.write(`${printable(text)}\n`);
  }

  /** Shows how far a long command is, how fast it goes and how long that takes; on a terminal only. */
  bar(done: number, total: number, label: string): void {
    if (!this.isInteractive) return;
    const width = 24;
    const filled = Math.round((done / Math.max(total, 1)) * width);
    const pace = this.#pace.note(done, total, performance.now());
    const count = `${done}/${total} ${pace === '' ? '' : `${pace} `}`;
    const line = `${'━'.repeat(filled)}${'·'.repeat(width - filled)} ${count}${printable(label)}`;
    this.#err.write(`\r\x1b[K${line.slice(0, (this.#err.columns || 80) - 1)}`);
    this.#hasBar = true;
  }

  clearBar(): void {
    if (this.#hasBar) this.#err.write('\r\x1b[K');
    this.#hasBar = false;
  }
}
