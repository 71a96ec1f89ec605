// One page that holds a graph and the whole viewer, and asks nobody for anything: what `export --format html` writes.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../graph/model.ts';
import { linesOf } from './lines.ts';

/** The viewer in one script and one style sheet. */
export interface SingleViewer {
  readonly script: string;
  readonly style: string;
}

/** *Errors*: throws where the folder doesn't hold `viewer.js` and `viewer.css`, as `npm run build` makes them. */
export async function readSingleViewer(folder: string): Promise<SingleViewer> {
  const [script, style] = await Promise.all(
    ['viewer.js', 'viewer.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { script: script as string, style: style as string };
}

/** The page, line by line. Its policy names the hashes of its own script and style, and lets nothing else run or load. */
export function* pageOf(graph: Graph, name: string, viewer: SingleViewer): Generator<string> {
  const script = viewer.script.replaceAll('</script', '<\\/script');
  const style = viewer.style;
  yield '<!doctype html>';
  yield '<html lang="en">';
  yield '<head>';
  yield '<meta charset="utf-8">';
  yield `<meta http-equiv="content-security-policy" content="${policy(script, style)}">`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">';
  yield '<meta name="color-scheme" content="light dark">';
  yield '<meta name="referrer" content="no-referrer">';
  yield '<meta name="generator" content="wiregraph">';
  yield `<title>${attribute(name)} – wiregraph</title>`;
  yield `<style>${style}</style>`;
  yield '</head>';
  yield '<body>';
  yield '<div id="app"></div>';
  yield '<noscript>The viewer needs JavaScript.</noscript>';
  yield `<script type="application/x-ndjson" id="graph" data-name="${attribute(name)}">`;
  // In JSON `<` stands in strings alone, where it may be written so: then no text can end the element or open a comment.
  for (const line of linesOf(graph)) yield line.replaceAll('<', '\\u003c');
  yield '</script>';
  yield `<script type="module">${script}</script>`;
  yield '</body>';
  yield '</html>';
}

/** Workers are started from blobs, pictures are drawn from `data:`; a blob's worker has this policy too. */
const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
