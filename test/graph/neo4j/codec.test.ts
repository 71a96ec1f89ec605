// Values to Neo4j and back. The cases that need a server stand at the end.
import { expect, test } from 'vitest';
import {
  Duration,
  Float,
  LocalDate,
  LocalDateTime,
  LocalTime,
  Node,
  Path,
  Relationship,
  type Value,
  ZonedDateTime,
  ZonedTime,
} from '../../../graph/cypher/values.ts';
import { fromDriver, toDriver } from '../../../graph/store/neo4j/codec.ts';
import { StoreError } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { rows } from './held.ts';

test.each<[name: string, ours: Value, theirs: unknown]>([
  ['a whole number is an INTEGER', 3, 3n],
  ['a fraction is a FLOAT', 0.5, 0.5],
  ['a whole Float is a FLOAT', new Float(3), 3],
  ['lists and maps keep their values', [1, { a: [new Float(2), null, 'x'] }], [1n, { a: [2, null, 'x'] }]],
])('%s', (_, ours, theirs) => {
  expect(toDriver(ours)).toEqual(theirs);
  expect(fromDriver(theirs)).toEqual(ours);
});

test.each<[name: string, value: Value, problem: string]>([
  ['a lone surrogate', 'a\ud800b', '"a\\ud800b"'],
  ['a lone surrogate in a key', { '\udc00': 1 }, '"\\udc00"'],
  ['an integer beyond 64 bits', 2n ** 63n, '9223372036854775808'],
  ['a node', new Node('n1', ['Person'], {}), 'A node'],
  ['a relationship', new Relationship('r1', 'CALLED', 'n1', 'n2', {}), 'A relationship'],
  ['a path', new Path([], []), 'A path'],
])('%s is refused with its value', (_, value, problem) => {
  expect(() => toDriver(value)).toThrow(StoreError);
  expect(() => toDriver(value)).toThrow(problem);
});

describeOnNeo4j('values through Neo4j', (database) => {
  test('come back as they went', async () => {
    const store = await database.emptyStore();
    const values: Value[] = [
      ...[null, true, 0, 1, -1, Number.MAX_SAFE_INTEGER, 2n ** 63n - 1n, -(2n ** 63n), 0.5, new Float(1)],
      ...[
        Number.NaN,
        Number.POSITIVE_INFINITY,
        '',
        'é 😀',
        'a\0b',
        '}) DETACH DELETE n //',
        '`"\'\\',
        'x'.repeat(1e6),
      ],
      ...[[], [1, 'a', null, [true]], {}, { a: { b: [1] }, '`': 1 }],
    ];
    expect(await rows(store, 'RETURN $values', { parameters: { values } })).toEqual([[values]]);
  });

  test.each<[cypher: string, value: Value]>([
    ['1', 1],
    ['1.0', new Float(1)],
    ['9007199254740993', 9007199254740993n],
    ['date("2025-05-19")', new LocalDate(20227)],
    ['localtime("18:00:00")', new LocalTime(18 * 3600e9)],
    ['time("18:00:00+02:00")', new ZonedTime(18 * 3600e9, 7200)],
    ['localdatetime("2025-05-19T18:00:00")', new LocalDateTime(20227, 18 * 3600e9)],
    ['datetime("2025-05-19T18:00:00Z")', new ZonedDateTime(20227, 18 * 3600e9, 0)],
    [
      'datetime("2025-05-19T18:00:00[Europe/Oslo]")',
      new ZonedDateTime(20227, 18 * 3600e9, 7200, 'Europe/Oslo'),
    ],
    ['duration("P14M-1DT-2.5S")', new Duration(14, -1, -3, 500_000_000)],
  ])('RETURN %s gives the same as everywhere, and can be handed over', async (cypher, value) => {
    const store = await database.emptyStore();
    const query = `RETURN ${cypher} AS made, $value AS given, toString($value) = toString(${cypher})`;
    expect(await rows(store, query, { parameters: { value } })).toEqual([[value, value, true]]);
  });

  test('a point is not supported yet, and says so', async () => {
    const store = await database.emptyStore();
    await expect(rows(store, 'RETURN point({x: 1, y: 2})')).rejects.toThrow('not supported yet');
  });

  test('nodes, relationships and paths are ours', async () => {
    const store = await database.emptyStore();
    const query = 'CREATE p = (a:A {id: 1})-[r:R {x: 1.0}]->(b:B) RETURN a, r, p';
    const [[a, r, p] = []] = await rows(store, query, { mode: 'write' });
    expect(a).toBeInstanceOf(Node);
    expect(a).toMatchObject({ labels: ['A'], properties: { id: 1 } });
    const { nodes, relationships } = p as Path;
    expect(nodes[0]).toEqual(a);
    expect(relationships).toEqual([r]);
    expect(r).toMatchObject({ type: 'R', start: nodes[0]?.id, end: nodes[1]?.id });
    expect((r as Relationship).properties.x).toEqual(new Float(1));
  });
});
