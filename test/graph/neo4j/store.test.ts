// What the Neo4j store keeps, what it leaves alone and what it refuses, on a real server.
import { expect, test } from 'vitest';
import { Neo4jStore } from '../../../graph/store/neo4j/index.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { held, rows } from './held.ts';
import { batch, claim, mention, person, picture, Reference, report } from './records.ts';

const call = batch(
  report('a', { publisher: 'Nordwire', publishedAt: '2025-05-19' }),
  claim('a', 'morel CALLED weiss', { speakers: [{ entity: 'aide', text: 'An aide' }], confidence: 0.5 }),
);

describeOnNeo4j('the Neo4j store', (database) => {
  test('holds what shape.ts says, once, however often it is written', async () => {
    const store = await database.emptyStore();
    const reference = new Reference();
    reference.write({ put: call });
    for (const _ of ['first', 'second']) {
      await store.write({ put: call });
      expect(await held(store)).toEqual(picture(reference.graph()));
    }
  });

  test('answers who called whom', async () => {
    const store = await database.emptyStore();
    await store.write({ put: call });
    await store.write({ put: batch(report('b'), claim('b', 'weiss CALLED morel')) });
    const question = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents';
    const { columns } = await store.run(question);
    expect(columns).toEqual(['a.name', 'b.name', 'r.documents']);
    expect(await rows(store, question)).toEqual([['morel', 'weiss', 2]]);
  });

  test('lets a removed document go with all that only it said', async () => {
    const store = await database.emptyStore();
    await store.write({ put: call });
    const before = await held(store);
    await store.write({
      put: batch(report('b'), claim('b', 'weiss CALLED morel'), claim('b', 'weiss MET_WITH kim', {}, 20)),
    });
    await store.write({ remove: { documents: ['b', 'never there'] } });
    expect(await held(store)).toEqual(before);
  });

  test('counts the mentions of an entity over all documents', async () => {
    const store = await database.emptyStore();
    await store.write({ put: call });
    await store.write({
      put: { documents: [report('b')], mentions: [0, 8].map((at) => mention('b', 'morel', at)) },
    });
    const query = 'MATCH (e:Entity {id: "morel"}) RETURN e.mentions, e.documents';
    expect(await rows(store, query)).toEqual([[3, 2]]);
  });

  test('never shows its marker', async () => {
    const store = await database.emptyStore();
    await store.write({ put: call });
    const [[node] = []] = await rows(store, 'MATCH (e:Entity {id: "morel"}) RETURN e');
    expect(node).toHaveProperty('labels', ['Entity', 'Person']);
  });

  test("leaves other people's nodes and relationships as they are", async () => {
    const store = await database.emptyStore();
    await database.ask(`
      CREATE (:Person:Entity:WiregraphForeign {id: 'morel', name: 'mine'})-[:CALLED {id: 'morel CALLED weiss'}]->
        (:Document:WiregraphForeign {id: 'a'})<-[:STATED_IN]-(:Claim:WiregraphForeign {id: 'x'})`);
    const theirs = () =>
      database.ask(
        'MATCH (n:WiregraphForeign) OPTIONAL MATCH (n)-[r]-() RETURN labels(n) AS l, properties(n) AS n, properties(r) AS r ORDER BY n.id, l[0]',
      );
    const before = await theirs();
    await store.write({ put: call });
    await store.write({ remove: { documents: ['a'] } });
    expect(await held(store)).toEqual(
      (await held(store)).filter((text) => text.includes('CALLED') || text.includes('STATED_IN')),
    );
    expect(await theirs()).toEqual(before);
  });

  test("keeps a node on which someone else's relationship hangs, and says so", async () => {
    const store = await database.emptyStore();
    await store.write({ put: call });
    const before = await held(store);
    await database.ask('MATCH (e:Entity {id: "morel"}) CREATE (e)-[:SEEN_BY]->(:WiregraphForeign)');
    const removal = store.write({ remove: { documents: ['a'] } });
    await expect(removal).rejects.toThrow("relationships hang that are not wiregraph's");
    await database.ask('MATCH ()-[r:SEEN_BY]->(n) DELETE r, n');
    expect(await held(store)).toEqual(before);
  });

  test.each([
    '"}) DETACH DELETE n //',
    '`',
    "'",
    '\\',
    '$x',
    '',
    ' a\nb ',
    'é😀',
    'a\0b',
    'long '.repeat(800),
  ])('keeps the name %j as it is', async (name) => {
    const store = await database.emptyStore();
    const id = `person ${name}`;
    const document = report(`${name} report`);
    const put = {
      ...batch(document, claim(document.id, 'a CALLED b', { subject: id, subjectText: name })),
      entities: [person(id, { name, aliases: [name] }), person('b')],
      mentions: [mention(document.id, id, 0), mention(document.id, 'b', 4)],
    };
    await store.write({ put });
    expect(await rows(store, 'MATCH (a)-[:CALLED]->() RETURN a.id, a.name, a.aliases')).toEqual([
      [id, name, [name]],
    ]);
    await store.write({ remove: { documents: [document.id] } });
    expect(await held(store)).toEqual([]);
  });

  test.each([
    [
      'a predicate that is Cypher',
      claim('a', 'x CALLED]->(n)DELETE y'),
      'x CALLED]->(n)DELETE y'.split(' ')[1],
    ],
    ['a structural predicate', claim('a', 'x HAS_SENTENCE y'), 'HAS_SENTENCE'],
    ['a small predicate', claim('a', 'x called y'), 'called'],
  ])('refuses %s', async (_, bad, value) => {
    const store = await database.emptyStore();
    const write = store.write({ put: batch(report('a'), bad) });
    await expect(write).rejects.toThrow(StoreError);
    await expect(write).rejects.toThrow(`"${value}"`);
    expect(await held(store)).toEqual([]);
  });

  test.each([
    [
      'a document',
      { claims: [claim('a', 'x CALLED y')], entities: [person('x'), person('y')] },
      'the document "a"',
    ],
    ['an entity', { ...call, entities: [person('morel'), person('aide')] }, 'the entity "weiss"'],
  ])('refuses a claim whose batch lacks %s, and writes nothing', async (_, put, problem) => {
    const store = await database.emptyStore();
    await expect(store.write({ put })).rejects.toThrow(problem);
    expect(await held(store)).toEqual([]);
  });

  test('keeps a text of a megabyte', async () => {
    const store = await database.emptyStore();
    const text = 'é'.repeat(1e6);
    await store.write({ put: { documents: [report('a', { text })] } });
    expect(await rows(store, 'MATCH (d:Document) RETURN d.text')).toEqual([[text]]);
  });

  test('refuses a name that is too long to be found', async () => {
    const store = await database.emptyStore();
    const put = { entities: [person('x', { name: 'x'.repeat(10_000) })] };
    await expect(store.write({ put })).rejects.toThrow(
      /^The name "x{60}…" has 10000 bytes: shorten it to 8000/,
    );
    expect(await held(store)).toEqual([]);
  });

  test('loses nothing when two stores write about the same two people at once', async () => {
    const stores = [await database.emptyStore(), await Neo4jStore.open(database.login())] as const;
    const people = ['a', 'b'].map((name) => person(name));
    await stores[0].write({ put: { entities: people } });
    // The reports bring no entities: nothing but the store's own order keeps one from missing the other's claim.
    const reports = Array.from({ length: 24 }, (_, i) => {
      const { entities: _entities, ...put } = batch(report(`d${i}`), claim(`d${i}`, 'a MET_WITH b'));
      return put;
    });
    await Promise.all(reports.map((put, i) => stores[i % 2 === 0 ? 0 : 1].write({ put })));
    await stores[1].close();
    const query = 'MATCH (a)-[r:MET_WITH]->(b) RETURN a.id, r.documents, r.claims, b.id, a.documents';
    expect(await rows(stores[0], query)).toEqual([['a', 24, 24, 'b', 24]]);
  });
});
