// What lies in the installed package beside the code: its version, the built viewer, the example articles.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's folder: the nearest one above that holds a package.json. The code runs from `src` and from `dist`. */
const folder = nearest(import.meta.dirname);

export const version = String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
export const viewerFolder = join(folder, 'dist', 'viewer');
/** The viewer as one script and one style sheet, for pages that open from disk. */
export const singleViewerFolder = join(folder, 'dist', 'single');
export const exampleArticles = join(folder, 'examples', 'articles');

function nearest(path: string): string {
  return existsSync(join(path, 'package.json')) || dirname(path) === path ? path : nearest(dirname(path));
}
