import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../../src/build.ts';
import { Journal } from '../../../src/journal.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

const reports = {
  'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.\n',
  'in/2.txt': 'Anna Morel called Karl Weiss.\n',
  'in/3.txt': 'Ana Morell met Omar Reyes in Lima on Sunday. Ana Morell later thanked Omar Reyes.\n',
};

async function built(): Promise<(...args: readonly string[]) => ReturnType<typeof wiregraph>> {
  const cwd = folder(reports);
  await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
  return (...args) => wiregraph(args, { cwd });
}

test('entities lists names, and tells everything about one', async () => {
  const run = await built();
  expect((await run('entities', 'a.graph')).out).toMatch(/^Anna Morel +Person +\d+ .*person:anna-morel$/m);
  const { out } = await run('entities', 'a.graph', 'Anna');
  expect(out).toMatch(/^Anna Morel {2}Person {2}person:anna-morel\n/);
  expect(out).toMatch(/^Anna Morel: same name/m);
  expect(out).toContain('1.txt:17-27');
  expect(await run('entities', 'a.graph', 'Nobody')).toMatchObject({
    code: 1,
    err: 'Nothing in a.graph is called Nobody.\n',
  });
});

test('a merge outlives a rebuild, is listed, and can be taken back', async () => {
  const run = await built();
  const people = () =>
    run('query', 'a.graph', "MATCH (p:Person) WHERE p.name CONTAINS 'Morel' RETURN p.name", '--json');
  const before = await people();
  const merged = await run('merge', 'a.graph', 'Anna Morel', 'Ana Morell', '--why', 'her byline');
  expect([merged.code, merged.err]).toEqual([0, '']);
  expect(merged.out).toMatch(/^Decision 1 is kept\.\n/);
  expect((await people()).out.trim().split('\n')).toHaveLength(1);
  await run('build', 'in', '--out', 'a.graph');
  expect((await people()).out.trim().split('\n')).toHaveLength(1);
  expect((await run('decisions', 'a.graph')).out).toMatch(
    /^1 +\d{4}-\d\d-\d\d +Anna Morel \(1\.txt:17-27\) and Ana Morell \(3\.txt:0-10\) are one +her byline$/m,
  );
  expect((await run('undo', 'a.graph', '1')).out).toMatch(/^Decision 1 is taken back\.\n/);
  expect(await people()).toEqual(before);
});

test('a decision whose article is gone is told, and kept', async () => {
  const run = await built();
  await run('merge', 'a.graph', 'Anna Morel', 'Ana Morell');
  await run('remove', 'a.graph', '3.txt');
  const { out } = await run('decisions', 'a.graph');
  expect(out).toContain('no effect: no article has the mention 3.txt:0-10 any more');
});

test('a rejected claim supports nothing, and says why', async () => {
  const run = await built();
  const ids = await run('query', 'a.graph', "MATCH (c:Claim {predicate: 'THANKED'}) RETURN c.id", '--json');
  const { 'c.id': id } = JSON.parse(ids.out) as { 'c.id': string };
  expect((await run('reject', 'a.graph', id, '--why', 'satire')).out).toMatch(/^- .*THANKED/m);
  const { out } = await run(
    'query',
    'a.graph',
    'MATCH (c:Claim) WHERE c.rejected IS NOT NULL RETURN c.rejected, c.asserted',
    '--json',
  );
  expect(JSON.parse(out)).toEqual({ 'c.rejected': 'satire', 'c.asserted': false });
});

test.each([
  [['merge', 'a.graph', 'Nobody', 'Anna Morel'], 'Nothing in the graph is called Nobody.'],
  [['merge', 'a.graph', 'Morel', 'Anna Morel'], 'Do you mean Ana Morell, Anna Morel?'],
  [['merge', 'a.graph', 'Anna Morel', 'person:anna-morel'], 'are one thing in this graph already'],
  [['split', 'a.graph', 'Karl Weiss', '9.txt'], 'Karl Weiss has no mention 9.txt'],
  [['split', 'a.graph', 'Karl Weiss', '1.txt', '2.txt'], 'nothing would be left'],
  [['reject', 'a.graph', 'x', '--why', 'y'], 'The graph has no claim x.'],
  [['undo', 'a.graph', '7'], 'a.graph has no decision 7.'],
  [['undo', 'a.graph', 'x'], 'It is a whole number'],
])('%j is refused with a reason', async (args, message) => {
  const run = await built();
  const { code, err } = await run(...args);
  expect(code).toBeGreaterThan(0);
  expect(err).toContain(message);
  expect(err).not.toContain('should not have');
});

test('a list of names wins, is a decision like others, and tells its bad rows', async () => {
  const cwd = folder({
    ...reports,
    'n.csv': 'name,aliases,type,id\nAnna Morel,Ana Morell,Person,anna\nLima,,Town,\n',
  });
  const run = (...args: readonly string[]) => wiregraph(args, { cwd });
  const { code, err } = await run('build', 'in', '--out', 'a.graph', '--names', 'n.csv');
  expect([code, err]).toEqual([3, expect.stringContaining('n.csv, line 3: the type "Town" is none of')]);
  const { out } = await run('entities', 'a.graph', 'Ana Morell');
  expect(out).toMatch(/^Anna Morel {2}Person {2}anna\n/);
  expect((await run('decisions', 'a.graph')).out).toMatch(/^1 .* a list of 1 name: Anna Morel/m);
  await run('undo', 'a.graph', '1');
  expect((await run('entities', 'a.graph', 'anna')).out).not.toContain(' anna\n');
});

test('split takes the mention of one of several whom the same words name', async () => {
  const cwd = folder({
    'in/1.txt': 'Anna Morel called Karl Weiss on Friday. The two leaders met on Sunday.\n',
    'in/2.txt': 'Anna Morel called Karl Weiss.\n',
  });
  await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
  const run = (...args: readonly string[]) => wiregraph(args, { cwd });
  const shown = (await run('entities', 'a.graph', 'Karl Weiss')).out;
  const [, id = ''] = /^ {2}(1\.txt:\S+\/2) /m.exec(shown) ?? [];
  expect(id).not.toBe('');
  const { code, out } = await run('split', 'a.graph', 'Karl Weiss', id);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Decision 1 is kept\./)]);
  expect((await run('entities', 'a.graph', 'person:karl-weiss')).out).not.toContain(id);
});

test('a decision waits for nobody: while another process writes, that is told and nothing is kept', async () => {
  const cwd = folder(reports);
  const path = join(cwd, 'a.graph');
  await build({ sources: [join(cwd, 'in')], out: path });
  const run = (...args: readonly string[]) => wiregraph(args, { cwd });
  {
    using _ = Journal.write(path);
    for (const args of [
      ['merge', 'a.graph', 'Anna Morel', 'Ana Morell'],
      ['build', 'in', '--out', 'a.graph'],
    ]) {
      const { code, err } = await run(...args);
      expect([code, err]).toEqual([1, expect.stringContaining('is being written by another process. Wait')]);
    }
  }
  expect((await run('decisions', 'a.graph')).out).toBe('Nothing was decided.\n');
});
