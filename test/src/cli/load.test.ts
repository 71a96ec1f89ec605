import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../../src/build.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { folder } from '../folder.ts';
import { wiregraph } from './wiregraph.ts';

describeOnNeo4j('load', (database) => {
  test('puts a graph into Neo4j, where the same question gets the same answer; twice equals once', async () => {
    await database.clear();
    const cwd = folder({
      'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.',
      'in/2.txt': 'Anna Morel called Karl Weiss.',
    });
    await build({ sources: [join(cwd, 'in')], out: join(cwd, 'a.graph') });
    const { address, username, password, database: name } = database.login();
    const env = {
      ...(username === undefined ? {} : { NEO4J_USERNAME: username }),
      ...(password === undefined ? {} : { NEO4J_PASSWORD: password }),
      ...(name === undefined ? {} : { NEO4J_DATABASE: name }),
    };
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
});
