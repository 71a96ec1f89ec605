// The built viewer, read once. What isn't in this map can't be asked for, so no path can leave the folder.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface ViewerFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The content type. */
  readonly type: string;
}

/**
 * Every plain file of a folder by its path in it (`/` as separator); links are left out.
 * *Errors*: throws where the folder or its `index.html` is missing.
 */
export async function readViewer(folder: string): Promise<ReadonlyMap<string, ViewerFile>> {
  const files = new Map<string, ViewerFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), {
      bytes: new Uint8Array(await readFile(path)),
      type,
    });
  }
  if (!files.has('index.html')) throw new Error(`There is no index.html in ${folder}.`);
  return files;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};
