// Holds the rooms apart: who may import whom, as README and docs say. Reads imports as text; runs nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Import {
  /** Path from the root, for instance `graph/model.ts`. */
  readonly from: string;
  /** Path from the root for our own files, the bare name for a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = ['src', 'graph', 'viewer'].flatMap((room) => sources(room).flatMap(importsOf));

interface Rule {
  readonly says: string;
  readonly forbids: (edge: Import) => boolean;
}

const isApi = (file: string) => file === 'graph/api.ts' || within(file, 'graph/api');

const within = (path: string, ...folders: string[]) =>
  folders.some((folder) => path.startsWith(`${folder}/`));
const room = (path: string) => path.split('/').slice(0, 2).join('/');
const isNode = (name: string) => name.startsWith('node:') || name === 'better-sqlite3';

const rules: Rule[] = [
  {
    says: 'graph imports neither src nor viewer',
    forbids: (e) => within(e.from, 'graph') && within(e.to, 'src', 'viewer'),
  },
  { says: 'viewer never imports src', forbids: (e) => within(e.from, 'viewer') && within(e.to, 'src') },
  { says: 'src never imports viewer', forbids: (e) => within(e.from, 'src') && within(e.to, 'viewer') },
  {
    says: 'graph and src/text hold nothing that only Node has',
    forbids: (e) => within(e.from, 'graph', 'src/text') && isNode(e.to),
  },
  {
    says: 'graph/model.ts imports nothing of ours',
    forbids: (e) => e.from === 'graph/model.ts' && within(e.to, 'graph'),
  },
  {
    says: 'graph/vocabulary knows the model alone',
    forbids: (e) =>
      within(e.from, 'graph/vocabulary') &&
      within(e.to, 'graph') &&
      !within(e.to, 'graph/vocabulary') &&
      e.to !== 'graph/model.ts',
  },
  {
    says: 'graph/cypher knows neither the API nor a store',
    forbids: (e) => within(e.from, 'graph/cypher') && (within(e.to, 'graph/store') || isApi(e.to)),
  },
  {
    says: 'the typed API knows the Store interface as a type alone',
    forbids: (e) => isApi(e.from) && within(e.to, 'graph/store') && !e.typeOnly,
  },
  {
    says: 'only graph/store/neo4j knows neo4j-driver',
    forbids: (e) => e.to.startsWith('neo4j-driver') && !within(e.from, 'graph/store/neo4j'),
  },
  {
    says: 'only what lies beside the memory store, and the viewer, know graphology',
    forbids: (e) =>
      e.to.startsWith('graphology') && !within(e.from, 'viewer') && !/^graph\/store\/[^/]+\.ts$/.test(e.from),
  },
  {
    says: 'only src/journal.ts and its shelf know SQLite',
    forbids: (e) => e.to === 'node:sqlite' && !['src/journal.ts', 'src/shelf.ts'].includes(e.from),
  },
  {
    says: 'read, text, extract, resolve and serve do not know each other',
    forbids: (e) => {
      const stages = ['src/read', 'src/text', 'src/extract', 'src/resolve', 'src/serve'];
      const crosses =
        stages.includes(room(e.from)) && stages.includes(room(e.to)) && room(e.from) !== room(e.to);
      return crosses && !(room(e.from) === 'src/extract' && room(e.to) === 'src/text');
    },
  },
  {
    says: 'only cli and index.ts know build.ts, open.ts and serve',
    forbids: (e) =>
      (['src/build.ts', 'src/open.ts'].includes(e.to) || within(e.to, 'src/serve')) &&
      !within(e.from, 'src/cli', 'src/serve') &&
      !['src/index.ts', 'src/build.ts', 'src/open.ts'].includes(e.from),
  },
];

describe('import rules', () => {
  test('there are imports to look at', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test.each(rules)('$says', ({ forbids }) => {
    expect(imports.filter(forbids).map((e) => `${e.from} → ${e.to}`)).toEqual([]);
  });

  test('one file in viewer knows sigma', () => {
    const knowing = new Set(imports.filter((e) => /^sigma(\/|$)/.test(e.to)).map((e) => e.from));
    expect([...knowing]).toHaveLength(1);
  });

  test('only cli prints', () => {
    const printing = ['src', 'graph', 'viewer']
      .flatMap(sources)
      .filter((file) => /\bconsole\.|process\.std(out|err)\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(printing.filter((file) => !within(file, 'src/cli'))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^;'"()]*?\sfrom\s*)?['"]([^'"]+)['"]/gm,
  );
  const dynamic = text.matchAll(/\bimport\(()\s*['"]([^'"]+)['"]/g);
  return [...statements, ...dynamic].map(([, type, name]) => ({
    from,
    to: name?.startsWith('.') ? relative(root, join(root, dirname(from), name)) : (name ?? ''),
    typeOnly: Boolean(type),
  }));
}
