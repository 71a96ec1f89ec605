// The tarball that users install: packed, installed in an empty folder without development dependencies, and used.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-package-'));
// The Node that runs the tests comes first, as it does for whoever has a Node that is new enough.
const env = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NODE_ENV: 'production',
};
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  if (!existsSync(join(root, 'dist/src/index.js')))
    throw new Error('There is no dist/: run `npm run build` first.');
  run('npm', 'pack', root, '--ignore-scripts', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', 'install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund', '--silent');
}, 300_000);

describe('the installed package', () => {
  test('has no development dependency beside it', () => {
    const names = readdirSync(join(folder, 'node_modules'));
    expect(names).toContain('wiregraph');
    for (const name of ['vite', 'vitest', 'typescript', 'sigma', 'playwright-core', 'node'])
      expect(names).not.toContain(name);
  });

  test('builds a graph and answers a question', () => {
    writeFileSync(
      join(folder, 'report.txt'),
      'French President Anna Morel called German Chancellor Karl Weiss on Friday.\n',
    );
    run('npx', '--no', 'wiregraph', 'build', 'report.txt', '--out', 'report.graph');
    const question = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents';
    const answer = run('npx', '--no', 'wiregraph', 'query', 'report.graph', question, '--json');
    expect(JSON.parse(answer)).toEqual({ 'a.name': 'Anna Morel', 'b.name': 'Karl Weiss', 'r.documents': 1 });
  });

  test.each([
    ['wiregraph', ['build', 'open', 'read', 'extract']],
    ['wiregraph/text', ['segment']],
    ['wiregraph/graph', ['MemoryStore', 'fromLines', 'toLines']],
  ])('%s exports %j', (name, exported) => {
    const print = `console.log(JSON.stringify(Object.keys(await import('${name}'))))`;
    expect(JSON.parse(run('node', '--input-type=module', '-e', print))).toEqual(
      expect.arrayContaining(exported),
    );
  });
});
