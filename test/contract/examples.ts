// The graph of the project's example articles, built once a test file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../graph/model.ts';
import { build } from '../../src/build.ts';

let built: Promise<Graph> | undefined;

export function exampleGraph(): Promise<Graph> {
  built ??= buildIn(mkdtempSync(join(tmpdir(), 'wiregraph-examples-')));
  return built;
}

async function buildIn(folder: string): Promise<Graph> {
  try {
    const sources = [join(import.meta.dirname, '../../examples/articles')];
    const { graph } = await build({ sources, out: join(folder, 'examples.graph') });
    // It is read out of the file when it is looked at, and the file goes.
    return { ...graph };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
