// schema.cypher is what people read and run; schema.ts what programs do. They say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { constraints, indexes } from '../../../graph/store/neo4j/schema.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { graph } from '../builder.ts';

const file = join(import.meta.dirname, '../../../graph/store/neo4j/schema.cypher');
const statements = readFileSync(file, 'utf8')
  .replace(/^\/\/.*$/gm, '')
  .split(';')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '');

test('schema.cypher holds the statements of schema.ts', () => {
  expect(statements).toEqual([...constraints, ...indexes]);
});

describeOnNeo4j('the schema', (database) => {
  test('can be applied again and again, and finds names and sentences', async () => {
    const store = await database.emptyStore();
    await store.write({ put: graph('(morel)-[:CALLED]->(weiss)') });
    for (const statement of [...statements, ...statements, 'CALL db.awaitIndexes(60)'])
      await database.ask(statement);
    const find = (index: string, text: string) =>
      database.ask('CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id', {
        index,
        text,
      });
    expect(await find('wiregraph_names', 'morel')).toEqual([{ id: 'morel' }]);
    expect(await find('wiregraph_sentences', 'called')).toEqual([{ id: 'report-1.md#s0' }]);
  });
});
