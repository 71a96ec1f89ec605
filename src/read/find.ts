// Files and folders, as named on a command line, → the sources in them. Opens no file; that is for the readers.
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compare } from '../../graph/model.ts';
import type { Failure, Source } from './reader.ts';

/**
 * Sources found, sorted by id; what could not be looked into; and what isn't looked into: hidden files and folders, and
 * the folders that browsers lay beside a saved page.
 */
export interface Found {
  readonly sources: readonly Source[];
  readonly failures: readonly Failure[];
  readonly hidden: readonly string[];
}

/** Two sources would be one document. The message names both. */
export class SameId extends Error {
  override readonly name = 'SameId';
}

/**
 * Every file in the folders named, at any depth, and every file named. The id is the path inside the folder, for a file
 * its base name. Links are followed; a folder that is reached twice is read once and told as a failure.
 * *Errors*: `SameId` where two sources have one id.
 */
export async function findSources(paths: readonly string[]): Promise<Found> {
  const search: Search = { sources: [], failures: [], hidden: [], seen: new Map() };
  for (const path of paths) await lookAt(path, search);
  return { ...search, sources: distinct(search.sources) };
}

interface Search {
  readonly sources: Source[];
  readonly failures: Failure[];
  readonly hidden: string[];
  /** Real path of each folder read → the path by which it was reached first. */
  readonly seen: Map<string, string>;
}

async function lookAt(path: string, search: Search): Promise<void> {
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) await walk(path, '', search);
    else if (kind.isFile()) search.sources.push({ path, id: basename(path).normalize('NFC') });
    else search.failures.push(failure(path, `${path} is neither a file nor a folder. Name one that is.`));
  } catch (error) {
    search.failures.push(failure(path, whyMissing(path, error)));
  }
}

async function walk(folder: string, prefix: string, search: Search): Promise<void> {
  const real = await realpath(folder);
  const before = search.seen.get(real);
  if (before !== undefined) {
    const reason = `${folder} leads to ${before}, which is read already. Remove the link or name the folder once.`;
    search.failures.push(failure(folder, reason));
    return;
  }
  search.seen.set(real, folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map((entry) => entry.name));
  for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || isOfSavedPage(entry.name, names)) search.hidden.push(path);
    else await visit(entry, path, prefix, search);
  }
}

/** `Page_files` beside `Page.html`: pictures, scripts and frames of that page, as Chrome, Edge and Firefox name it. */
function isOfSavedPage(name: string, siblings: ReadonlySet<string>): boolean {
  const page =
    /^(.+)(?:_files|-Dateien|_fichiers|_archivos|_file|_bestanden|-filer|_arquivos|_soubory|_pliki)$/.exec(
      name,
    )?.[1];
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
}

async function visit(entry: Dirent, path: string, prefix: string, search: Search): Promise<void> {
  const id = prefix + entry.name.normalize('NFC');
  try {
    const kind = entry.isSymbolicLink() ? await stat(path) : entry;
    if (kind.isDirectory()) await walk(path, `${id}/`, search);
    else if (kind.isFile()) search.sources.push({ path, id });
    else
      search.failures.push(
        failure(path, `${path} is neither a file nor a folder. Take it out of the folder.`),
      );
  } catch (error) {
    search.failures.push(failure(path, await whyUnreachable(path, error)));
  }
}

/** The same path named twice is one source; the same id under two paths, or one path under two ids, is a mistake. */
function distinct(sources: readonly Source[]): Source[] {
  const byId = new Map<string, Source>();
  for (const source of sources) {
    const other = byId.get(source.id);
    if (other !== undefined && join(other.path) !== join(source.path))
      throw new SameId(
        `${other.path} and ${source.path} would both be the document "${source.id}". Name the folder that holds both, or rename one.`,
      );
    byId.set(source.id, other ?? source);
  }
  const byPath = new Map<string, Source>();
  for (const source of byId.values()) {
    const other = byPath.get(join(source.path));
    if (other !== undefined)
      throw new SameId(
        `${source.path} is named twice and would be the documents "${other.id}" and "${source.id}". Name it once.`,
      );
    byPath.set(join(source.path), source);
  }
  return [...byId.values()].sort((a, b) => compare(a.id, b.id));
}

const failure = (source: string, reason: string): Failure => ({ stage: 'find', source, reason });

function whyMissing(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file or folder ${path}. Check the path.`;
  return whyClosed(path, code, error);
}

async function whyUnreachable(path: string, error: unknown): Promise<string> {
  const code = (error as NodeJS.ErrnoException).code;
  const isLink = await lstat(path).then(
    (s) => s.isSymbolicLink(),
    () => false,
  );
  if (isLink && code === 'ENOENT') return `${path} is a link to nothing. Remove it or mend it.`;
  if (isLink && code === 'ELOOP') return `${path} is a link that leads back to itself. Remove it.`;
  return whyClosed(path, code, error);
}

function whyClosed(path: string, code: string | undefined, error: unknown): string {
  return code === 'EACCES' || code === 'EPERM'
    ? `${path} can't be looked into: you have no right to read it. Change its rights.`
    : `${path} can't be looked into (${code ?? String(error)}). Check the disk it is on.`;
}
