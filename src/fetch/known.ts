// What earlier answers said, in a hidden file of the folder: what to ask next time whether a page has changed.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Validators } from './fetcher.ts';

/** What is known of earlier runs can't be read. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

const State = z.strictObject({
  version: z.literal(1),
  addresses: z.record(
    z.string(),
    z.object({
      etag: z.string().optional(),
      lastModified: z.string().optional(),
      file: z.string().optional(),
    }),
  ),
});

/** What earlier answers said, in a hidden file of the folder. */
export class Known {
  readonly #path: string;
  readonly #out: string;
  readonly #addresses: z.infer<typeof State>['addresses'];
  readonly #gone: ReadonlySet<string>;

  private constructor(out: string, addresses: z.infer<typeof State>['addresses'], gone: ReadonlySet<string>) {
    [this.#path, this.#out, this.#addresses, this.#gone] = [stateFile(out), out, addresses, gone];
  }

  /** What an earlier run has noted in a folder; nothing where there is none. *Errors*: `FetchError`. */
  static async open(out: string): Promise<Known> {
    const text = await readFile(stateFile(out), 'utf8').catch(() => undefined);
    if (text === undefined) return new Known(out, {}, new Set());
    const state = State.safeParse(parsed(text));
    if (!state.success)
      throw new FetchError(
        `${stateFile(out)} isn't what fetch has written. Remove it: pages are then fetched again.`,
      );
    const { addresses } = state.data;
    const gone = new Set<string>();
    for (const [address, { file }] of Object.entries(addresses))
      if (file !== undefined && (await readFile(join(out, file)).catch(() => undefined)) === undefined)
        gone.add(address);
    return new Known(out, addresses, gone);
  }

  /** None for a page whose file is gone: it must come whole. */
  validators(address: string): Validators {
    const known = this.#addresses[address];
    return known === undefined || this.#gone.has(address)
      ? {}
      : { etag: known.etag, lastModified: known.lastModified };
  }

  /** Notes what an answer said. */
  set(address: string, { etag, lastModified }: Validators, file: string | undefined): void {
    this.#addresses[address] = {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      ...(file === undefined ? {} : { file }),
    };
  }

  /** Writes the note, whole or not at all. */
  async write(): Promise<void> {
    await mkdir(this.#out, { recursive: true });
    await writeFile(
      `${this.#path}.part`,
      `${JSON.stringify({ version: 1, addresses: this.#addresses }, undefined, 1)}\n`,
    );
    await rename(`${this.#path}.part`, this.#path);
  }
}

const stateFile = (out: string): string => join(out, '.wiregraph-fetch.json');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
