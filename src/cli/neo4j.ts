// What export writes for Neo4j's own tools: a script for cypher-shell, tables for neo4j-admin.
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterImport, csvOptions, type Provenance, toCsv, toCypher } from '../../graph/store/neo4j/files.ts';
import { readGraph } from '../open.ts';
import { openSource } from '../source.ts';
import { UsageError } from './usage.ts';

/** The script's lines. *Errors*: `JournalError`, `StoreError`. */
export async function* scriptOf(path: string): AsyncGenerator<string> {
  const provenance = await provenanceOf(path);
  for (const statement of toCypher(await readGraph(path), provenance)) yield statement.trimEnd();
}

/** What was written, and how to use it. */
export interface Tables {
  /** Imports the tables into the database `neo4j`; to be run where that Neo4j is installed, and stopped. */
  readonly command: string;
  /** Then, with that Neo4j started. */
  readonly afterwards: string;
}

/** Writes the tables into a folder, which is replaced as a whole. *Errors*: `UsageError`, `JournalError`, `StoreError`. */
export async function saveTables(path: string, out: string | undefined): Promise<Tables> {
  if (out === undefined)
    throw new UsageError('The tables need a folder: name one with --out, for instance --out tables/.');
  const provenance = await provenanceOf(path);
  const graph = await readGraph(path);
  const folder = resolve(out);
  const options: string[] = [];
  try {
    await mkdir(dirname(folder), { recursive: true });
    const part = await mkdtemp(`${folder}.part-`);
    try {
      for (const { file, option, lines } of toCsv(graph, provenance)) {
        await pipeline(Readable.from(withEnds(lines)), createWriteStream(join(part, file)));
        options.push(`${option}=${join(folder, file)}`);
      }
      const script = afterImport(provenance).map((statement) => `${statement};\n`);
      await writeFile(join(part, 'afterwards.cypher'), script.join(''));
      await rm(folder, { recursive: true, force: true });
      await rename(part, folder);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new UsageError(`${out} can't be written (${code}). Check that you may write there.`, { cause });
  }
  return {
    afterwards: `cypher-shell -u neo4j -f ${join(folder, 'afterwards.cypher')}`,
    command: ['neo4j-admin database import full neo4j', ...csvOptions, ...options].join(' \\\n  '),
  };
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function provenanceOf(path: string): Promise<Provenance> {
  using source = await openSource(path);
  const digests = new Map<string, string>();
  for (const { id, digest } of source.articles()) digests.set(id, digest);
  return { journal: source.journal, state: source.state, digests };
}
