// The example programs run, and print what they say.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const run = (name: string) =>
  execFileSync(process.execPath, [join(root, 'examples', name)], { cwd: root, encoding: 'utf8' });

test('who-called-whom.ts tells calls with their reports', () => {
  const printed = run('who-called-whom.ts');
  expect(printed).toMatch(/^Katla Jónsdóttir called Henrik Dahl. Independent reports: \d$/m);
  expect(printed).toMatch(/^ {2}Nordwire: “.*phone call with Norwegian Prime Minister Henrik Dahl/m);
});

test('any-graph.ts asks a graph of ferries', () => {
  expect(run('any-graph.ts').trim().split('\n')).toEqual([
    'from\tto\thours',
    'Torshavn\tSeydisfjordur\t19',
    'Bergen\tTorshavn\t23',
    'Bergen\tSeydisfjordur\t42',
  ]);
});
