// What every Store must do. `storeContract` is run on the memory store and on a real Neo4j.
import { describe, expect, test } from 'vitest';
import type { Row } from '../../graph/cypher/values.ts';
import {
  CypherError,
  QueryStopped,
  type RunOptions,
  type Store,
  StoreError,
} from '../../graph/store/store.ts';
import { graph } from '../graph/builder.ts';

/** Every row of a query. */
export async function rowsOf(store: Store, query: string, options?: RunOptions): Promise<Row[]> {
  const { rows } = await store.run(query, options);
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Tests of a store; `makeStore` gives an empty one for each test. */
export function storeContract(name: string, makeStore: () => Promise<Store>): void {
  const call = graph('(putin:Person)-[:CALLED]->(trump:Person)', '(trump)-[:BRIEFED]->(macron:Person)');

  const everything = 'MATCH (n) RETURN properties(n) AS n, [] AS r ORDER BY n.id';
  const edges =
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS r, b.id AS b ORDER BY a, type, b, r.id, r.step, r.start';

  async function filled(...changes: Parameters<Store['write']>[0][]): Promise<Store> {
    const store = await makeStore();
    for (const change of changes) await store.write(change);
    return store;
  }

  async function dump(store: Store): Promise<Row[][]> {
    return [await rowsOf(store, ours(everything)), await rowsOf(store, edges)];
  }
  // A store may keep a note of its own beside the graph; only what has one of our labels is the graph.
  const ours = (query: string) =>
    query.replace('MATCH (n)', 'MATCH (n) WHERE n:Document OR n:Sentence OR n:Entity OR n:Claim');

  describe(`${name} is a store:`, () => {
    test('a question gets rows with one value per column', async () => {
      const store = await filled({ put: call });
      const query = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name AS other, r.documents';
      expect((await store.run(query)).columns).toEqual(['a.name', 'other', 'r.documents']);
      expect(await rowsOf(store, query)).toEqual([['Putin', 'Trump', 1]]);
      await store.close();
    });

    test('an empty store has no rows', async () => {
      const store = await filled();
      expect(await rowsOf(store, 'MATCH (n:Entity) RETURN n')).toEqual([]);
      await store.close();
    });

    test('every record is there, and every edge that follows from it', async () => {
      const store = await filled({ put: call });
      expect(await rowsOf(store, 'MATCH (n:Entity) RETURN n.name ORDER BY n.name')).toEqual([
        ['Macron'],
        ['Putin'],
        ['Trump'],
      ]);
      expect(
        await rowsOf(
          store,
          `MATCH (d:Document)-[:HAS_SENTENCE]->(s:Sentence)<-[:STATED_IN]-(c:Claim)-[:SUBJECT]->(a:Person),
                 (c)-[:OBJECT]->(b:Person)-[m:MENTIONED_IN]->(d)
           RETURN d.publisher, s.text, c.quote, a.name, b.name, m.count, m.spans ORDER BY d.id`,
        ),
      ).toEqual([
        ['Paper 1', 'Putin called Trump.', 'Putin called Trump.', 'Putin', 'Trump', 1, [13, 18]],
        ['Paper 2', 'Trump briefed Macron.', 'Trump briefed Macron.', 'Trump', 'Macron', 1, [14, 20]],
      ]);
      await store.close();
    });

    test('a node that is returned has its labels and properties, and no others', async () => {
      const store = await filled({ put: call });
      const [[node] = []] = await rowsOf(store, 'MATCH (n:Person {id: "trump"}) RETURN n');
      expect(node).toMatchObject({
        labels: ['Entity', 'Person'],
        properties: { id: 'trump', name: 'Trump', type: 'Person', aliases: [], mentions: 2, documents: 2 },
      });
      await store.close();
    });

    test('writing twice is writing once', async () => {
      const once = await dump(await filled({ put: call }));
      const twice = await filled({ put: call }, { put: call });
      expect(await dump(twice)).toEqual(once);
      await twice.close();
    });

    test('an article that is removed leaves nothing behind', async () => {
      const { documents, sentences, entities, mentions, claims } = call;
      const of = (id: string) => (part: { document: string }) => part.document === id;
      const first = {
        documents: documents.slice(0, 1),
        sentences: sentences.filter(of('report-1.md')),
        entities: entities.filter((entity) => entity.id !== 'macron'),
        mentions: mentions.filter(of('report-1.md')),
        claims: claims.filter(of('report-1.md')),
      };
      const expected = await dump(await filled({ put: first }));
      const store = await filled({ put: call }, { remove: { documents: ['report-2.md'] } });
      expect(await dump(store)).toEqual(expected);
      await store.close();
    });

    test('support is counted over all articles that were written', async () => {
      const both = graph('(putin)-[:CALLED]->(trump)', '(trump)-[:CALLED]->(putin)');
      const store = await filled({ put: both });
      const query =
        'MATCH (a:Person)-[r:CALLED]-(b) WHERE a.name < b.name RETURN r.claims, r.documents, r.publishers';
      expect(await rowsOf(store, query)).toEqual([[2, 2, 2]]);
      await store.write({ remove: { documents: ['report-1.md'] } });
      expect(await rowsOf(store, query)).toEqual([[1, 1, 1]]);
      await store.close();
    });

    test('words that stand for two are a mention of each', async () => {
      const both = graph('(putin)-[:CALLED]->(trump)');
      const [first] = both.mentions.filter((mention) => mention.entity === 'putin');
      if (first === undefined) throw new Error('There is no mention to begin with.');
      const second = { ...first, id: `${first.id}/2`, entity: 'trump' };
      const store = await filled({ put: { ...both, mentions: [...both.mentions, second] } });
      const query =
        'MATCH (e:Entity)-[m:MENTIONED_IN]->(:Document) RETURN e.id, e.mentions, m.count ORDER BY e.id';
      expect(await rowsOf(store, query)).toEqual([
        ['putin', 1, 1],
        ['trump', 2, 2],
      ]);
      await store.close();
    });

    test('a copy is one in the share of its claims that come from there', async () => {
      const first = '(putin)-[:CALLED]->(trump)';
      const second = '(putin)-[:CALLED from:1]->(trump)\n(trump)-[:MET_WITH]->(macron)';
      const store = await filled({ put: graph(first, second) });
      const query = 'MATCH (a:Document)-[r:COPY_OF]->(b:Document) RETURN a.id, b.id, r.share';
      expect(await rowsOf(store, query)).toEqual([['report-2.md', 'report-1.md', 0.5]]);
      await store.close();
    });

    test('parameters are values, whatever they hold', async () => {
      const store = await filled({ put: call });
      const parameters = { name: "Trump' OR 1=1 //", list: ['Putin', 'Trump'] };
      expect(await rowsOf(store, 'MATCH (n:Person {name: $name}) RETURN n', { parameters })).toEqual([]);
      const query = 'MATCH (n:Person) WHERE n.name IN $list RETURN n.name ORDER BY n.name';
      expect(await rowsOf(store, query, { parameters })).toEqual([['Putin'], ['Trump']]);
      await store.close();
    });

    test('a syntax error is a CypherError with its place', async () => {
      const store = await filled();
      const error = await rowsOf(store, 'MATCH (n:Person\nRETURN n').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(CypherError);
      expect((error as CypherError).position).toMatchObject({ line: 2, column: 1 });
      await store.close();
    });

    test('a query that writes is refused unless it may', async () => {
      const store = await filled();
      await expect(rowsOf(store, 'CREATE (n:Person) RETURN n')).rejects.toThrow(CypherError);
      expect(await rowsOf(store, 'MATCH (n:Person) RETURN n')).toEqual([]);
      await store.close();
    });

    test('more rows than are wanted stop the query', async () => {
      const store = await filled();
      const query = 'UNWIND range(1, 10) AS n RETURN n';
      expect(await rowsOf(store, query, { rows: 10 })).toHaveLength(10);
      await expect(rowsOf(store, query, { rows: 9 })).rejects.toThrow(QueryStopped);
      await store.close();
    });

    test('a deadline stops a query', async () => {
      const store = await filled();
      const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)';
      await expect(rowsOf(store, query, { deadline: 50 })).rejects.toThrow(QueryStopped);
      await store.close();
    });

    test('a signal stops a query while it runs', async () => {
      const store = await filled();
      const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)';
      const signal = AbortSignal.timeout(50);
      await expect(rowsOf(store, query, { signal })).rejects.toThrow(QueryStopped);
      await store.close();
    });

    test.each([
      ['Cypher', '"}) DETACH DELETE n //'],
      ['a backtick', 'a`b'],
      ['a NUL', 'a\0b'],
      ['nothing', ''],
      ['a line end and a tab', ' a\n\tb '],
      ['an escape', '\\u0027 \\'],
      ['a megabyte', 'é😀'.repeat(170_000)],
    ])('text with %s is kept as it is', async (_, text) => {
      const store = await filled({
        put: {
          ...call,
          documents: call.documents.map((document) => ({ ...document, title: text })),
          entities: call.entities.map((entity) => ({ ...entity, aliases: [text] })),
        },
      });
      expect(await rowsOf(store, 'MATCH (d:Document) RETURN DISTINCT d.title')).toEqual([[text]]);
      expect(await rowsOf(store, 'MATCH (e:Entity) RETURN DISTINCT e.aliases')).toEqual([[[text]]]);
      const parameters = { text };
      expect(await rowsOf(store, 'MATCH (d {title: $text}) RETURN count(d)', { parameters })).toEqual([[2]]);
      await store.close();
    });

    test.each([
      ['half a character in a name', { name: 'a\ud800b' }, '"a\\ud800b"'],
      ['half a character in an alias', { aliases: ['\udc00'] }, '"\\udc00"'],
      ['a name that nobody could look up', { name: 'x'.repeat(10_000) }, '"xxxxx'],
      ['a type that is a query', { type: 'Person) DETACH DELETE (n' as 'Person' }, '"Person) DETACH'],
    ])('%s is refused with its value, and nothing is written', async (_, fields, problem) => {
      const store = await filled();
      const entities = call.entities.map((entity) => ({ ...entity, ...fields }));
      const write = store.write({ put: { ...call, entities } });
      await expect(write).rejects.toThrow(StoreError);
      await expect(write).rejects.toThrow(problem);
      expect(await dump(store)).toEqual([[], []]);
      await store.close();
    });

    test.each([
      ['a map', { a: 1 }],
      ['a list of several types', [1, 'a']],
      ['a list with a null in it', [1, null]],
      ['a list of lists', [[1]]],
    ])('a property can’t be %s', async (_, value) => {
      const store = await filled();
      const query = 'CREATE (n:Note {value: $value})';
      await expect(rowsOf(store, query, { mode: 'write', parameters: { value } })).rejects.toThrow(
        CypherError,
      );
      expect(await rowsOf(store, 'MATCH (n:Note) RETURN n')).toEqual([]);
      await store.close();
    });

    test('a parameter can’t hold half a character', async () => {
      const store = await filled();
      const asked = rowsOf(store, 'RETURN $text', { parameters: { text: 'a\ud800' } });
      await expect(asked).rejects.toThrow(StoreError);
      await expect(asked).rejects.toThrow('"a\\ud800"');
      await store.close();
    });
  });
}
