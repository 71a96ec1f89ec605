import { describe, expect, test } from 'vitest';
import { aggregateNamed } from '../../../graph/cypher/aggregates.ts';
import { functionNamed } from '../../../graph/cypher/functions.ts';
import { run } from '../../../graph/cypher/run.ts';
import { snapshotOf } from '../../../graph/cypher/snapshot.ts';
import type { Value } from '../../../graph/cypher/values.ts';
import { MemoryStore } from '../../../graph/store/memory.ts';
import { nodesOf, relationshipsOf } from '../../../graph/store/shape.ts';
import { blanksOf, filled } from '../../../viewer/asking/blanks.ts';
import { type Cell, cellOf, cellText } from '../../../viewer/asking/cells.ts';
import { offersAt } from '../../../viewer/asking/completion.ts';
import { foundIn } from '../../../viewer/asking/found.ts';
import { library } from '../../../viewer/asking/library.ts';
import { functions, labels, properties, structure } from '../../../viewer/asking/schema.ts';
import { atlasOf } from '../../../viewer/reading/atlas.ts';
import { harbour } from '../fixture.ts';

const graph = harbour();
const atlas = atlasOf('Harbour', graph);

async function ask(text: string): Promise<Cell[][]> {
  const store = new MemoryStore();
  await store.write({ put: graph });
  const { rows } = await store.run(text);
  const cells: Cell[][] = [];
  for await (const row of rows) cells.push(row.map((value: Value) => cellOf(value)));
  return cells;
}

describe('What completion knows', () => {
  test('of labels and properties is what the graph has', () => {
    const nodes = [...nodesOf(graph)];
    const edges = [...relationshipsOf(graph)];
    const used = new Set([...nodes, ...edges].flatMap((one) => Object.keys(one.properties)));
    expect([...used].filter((key) => properties[key] === undefined)).toEqual([]);
    expect([...new Set(nodes.flatMap((n) => n.labels))].filter((l) => labels[l] === undefined)).toEqual([]);
    const types = new Set(graph.relations.map((r) => r.type));
    const holding = edges.map((e) => e.type).filter((type) => !types.has(type));
    expect(holding.filter((type) => structure[type] === undefined)).toEqual([]);
  });

  test.each(functions)('the function %s is one that the engine has', (name) => {
    const known =
      functionNamed(name) ?? aggregateNamed(name) ?? run(`RETURN ${name}(null)`, snapshotOf([], []));
    expect(known).toBeDefined();
  });
});

/** The offers where `|` stands. */
const offers = (text: string, isAsked = false) =>
  offersAt(atlas, text.replace('|', ''), text.indexOf('|'), isAsked)?.offers.map((o) => o.label) ?? null;

describe('Completion', () => {
  test.each<[string, string[]]>([
    ['MATCH (a:|', ['Person', 'Document']],
    ['MATCH (a:Per|', ['Person']],
    ['MATCH (a:Entity:|)', ['Place']],
    ['MATCH (a)-[:|', ['CALLED', 'PAID', 'MENTIONED_IN']],
    ['MATCH (a)-[r:CALLED~|', ['PAID']],
    ['MATCH (a) WHERE a.|', ['name', 'aliases']],
    ['MATCH (a:Person {|', ['name']],
    ['MATCH (a:Person {name: "Mara L|', ['Mara Lindqvist']],
    ["MATCH (a) WHERE a.name = 'ms li|", ['Mara Lindqvist']],
    ['MATCH (someone) RETURN so|', ['someone']],
    ['MATCH (a) RETURN cou|', ['count', 'COUNT']],
    ['MAT|', ['MATCH']],
  ])('at %s offers %j', (text, wanted) => {
    const written = text.replace('~', '\u0000');
    const at = written.indexOf('|');
    const found = offersAt(atlas, written.replace('|', '').replace('\u0000', '|'), at, false)?.offers.map(
      (o) => o.label,
    );
    expect(found).toEqual(expect.arrayContaining(wanted));
  });

  test('offers nothing where nothing was begun, unless it is asked for', () => {
    expect(offers('MATCH (a) |')).toBeNull();
    expect(offers('MATCH (a) |', true)).toContain('RETURN');
  });
});

describe('An answer', () => {
  test('names entities, relations, articles and sentences by their own ids', async () => {
    const [row] = await ask(
      `MATCH (a:Person {name: 'Viktor Saar'})-[r:CALLED]->(b)<-[:OBJECT]-(c:Claim)-[:STATED_IN]->(s)<--(d)
       RETURN a, r, c, s, d ORDER BY d.id LIMIT 1`,
    );
    const [a, r, c, s, d] = row ?? [];
    expect(a).toEqual({ is: 'node', kind: 'Entity', id: 'Person:viktor-saar', text: 'Viktor Saar' });
    expect(atlas.relations.has((r as { id: string }).id)).toBe(true);
    expect(atlas.claims.has((c as { id: string }).id)).toBe(true);
    expect(s).toMatchObject({ kind: 'Sentence' });
    expect(atlas.documents.has((d as { id: string }).id)).toBe(true);
  });

  test('is plain data, whatever it holds', async () => {
    const [row] = await ask(
      "RETURN 1.0 AS f, 2 AS i, date('2026-03-08') AS d, [1, null] AS l, {a: 'x'} AS m, null AS n, 1.0/0 AS z",
    );
    expect(structuredClone(row)).toEqual(row);
    expect(row?.map(cellText)).toEqual(['1.0', '2', '2026-03-08', '[1, ]', '{a: x}', '', 'Infinity']);
  });

  test('speaks of the entities and relations on its paths, in its lists, and of its claims', async () => {
    const path = await ask("MATCH p = (:Person {name: 'Jonas Pryce'})-[r]-(:Person) RETURN [p]");
    expect(foundIn(atlas, path)).toMatchObject({
      entities: expect.arrayContaining(['Person:jonas-pryce', 'Person:tomas-okafor']),
      relations: [expect.stringContaining('Person:jonas-pryce')],
    });
    const claim = await ask("MATCH (c:Claim {predicate: 'CALLED'}) RETURN c LIMIT 1");
    expect(foundIn(atlas, claim).entities.toSorted()).toEqual([
      'Person:mara-lindqvist',
      'Person:viktor-saar',
    ]);
    expect(foundIn(atlas, [['Viktor Saar', 'nobody', 3, null]])).toEqual({
      entities: ['Person:viktor-saar'],
      relations: [],
    });
  });
});

test('the library holds the questions that ship with the graph', () => {
  expect(library.length).toBeGreaterThan(10);
  expect(library.every(({ title }) => title.endsWith('?'))).toBe(true);
});

describe('A blank', () => {
  const text = '// Who?\n// $who = "Ana" (a name)\n// $most = "3" (how many)\nRETURN $who';

  test('is read out of the remarks and filled in there', () => {
    expect(blanksOf(text)).toEqual([
      { name: 'who', value: 'Ana', means: 'a name' },
      { name: 'most', value: '3', means: 'how many' },
    ]);
    expect(blanksOf(filled(text, 'who', 'Li$& "x"\nRETURN 1'))[0]?.value).toBe('Li$& xRETURN 1');
  });
});
