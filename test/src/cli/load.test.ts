import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../../src/build.ts';
import { readGraph } from '../../../src/open.ts';
import { held } from '../../graph/neo4j/held.ts';
import { picture } from '../../graph/neo4j/records.ts';
import { type Database, describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

describeOnNeo4j('load', (database) => {
  test('puts a graph into Neo4j, where the same question gets the same answer; twice equals once', {
    timeout: 120_000,
  }, async () => {
    await database.clear();
    const cwd = folder({
      'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.',
      'in/2.txt': 'Anna Morel called Karl Weiss.',
    });
    await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
    const { address } = database.login();
    const env = envOf(database);
    for (let time = 0; time < 2; time += 1) {
      const loaded = await wiregraph(['load', 'a.graph', '--to', address], { cwd, env });
      expect(loaded).toEqual({
        code: 0,
        out: expect.stringMatching(
          time === 0
            ? /^bolt:\/\/.*: 2 articles, \d+ entities, \d+ claims; 2 written\n$/
            : /^bolt:\/\/.*: 2 articles, \d+ entities, \d+ claims; nothing had changed\n$/,
        ),
        err: '',
      });
    }
    const question = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents, r';
    const asked = await wiregraph(['query', address, question], { cwd, env });
    expect(asked.out).toMatch(/^Anna Morel +Karl Weiss +2 +\[CALLED, actual, 2 documents\]$/m);
    expect(asked).toEqual(await wiregraph(['query', 'a.graph', question], { cwd }));
  });

  test('keeps Neo4j in step with build, merge, reject and remove', { timeout: 120_000 }, async () => {
    const store = await database.emptyStore();
    const cwd = folder({
      'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.',
      'in/2.txt': 'A. Morel called Karl Weiss. Ida Holm thanked Karl Weiss.',
    });
    const run = async (...args: string[]) => {
      const ran = await wiregraph([...args, '--to', database.login().address], { cwd, env: envOf(database) });
      expect(ran).toMatchObject({
        code: 0,
        err: expect.stringMatching(/^bolt:\/\/.* written|removed|changed/m),
      });
      const graph = await readGraph(join(cwd, 'a.graph'));
      expect(await held(store)).toEqual(picture(graph));
      return graph;
    };
    const graph = await run('build', 'in', '--out', 'a.graph');
    const claim = graph.claims.find(({ predicate }) => predicate === 'THANKED')?.id ?? '';
    await run('reject', 'a.graph', claim, '--why', 'satire');
    await run('merge', 'a.graph', 'Ida Holm', 'Anna Morel');
    await run('undo', 'a.graph', '1');
    await run('remove', 'a.graph', '1.txt');
  });

  test('tells that the Neo4j is missing before anything is read', async () => {
    const cwd = folder({ 'in/1.txt': 'Anna Morel called Karl Weiss.' });
    const ran = await wiregraph(['build', 'in', '--out', 'a.graph', '--to', 'bolt://127.0.0.1:1'], { cwd });
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining('No Neo4j answers') });
    expect(existsSync(join(cwd, 'a.graph'))).toBe(false);
  });

  test('takes a password from a file, and tells what is wrong with it', async () => {
    const cwd = folder({ 'in/1.txt': 'Anna Morel called Karl Weiss.', right: '', wrong: 'wrong\n' });
    writeFileSync(join(cwd, 'right'), `${database.login().password}\n`);
    await database.clear();
    await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
    const load = (file: string) =>
      wiregraph(['load', 'a.graph', '--to', database.login().address], {
        cwd,
        env: { NEO4J_PASSWORD_FILE: file },
      });
    expect(await load('right')).toMatchObject({ code: 0 });
    expect(await load('wrong')).toMatchObject({
      code: 1,
      err: expect.stringContaining('refuses the user "neo4j"'),
    });
    expect(await load('none')).toMatchObject({
      code: 2,
      err: expect.stringContaining("can't be read (ENOENT)"),
    });
  });
});

function envOf(database: Database): Record<string, string> {
  const { username, password, database: name } = database.login();
  return {
    ...(username === undefined ? {} : { NEO4J_USERNAME: username }),
    ...(password === undefined ? {} : { NEO4J_PASSWORD: password }),
    ...(name === undefined ? {} : { NEO4J_DATABASE: name }),
  };
}
