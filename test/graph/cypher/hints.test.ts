// What a query names and the graph doesn't hold is said beside its rows.
import { expect, test } from 'vitest';
import { cypher } from '../../../graph/store/graphology.ts';
import { draw } from './draw.ts';

const people = "(a:Person {name: 'Ann', age: 30})-[:KNOWS {since: 2020}]->(b:Person:Writer {name: 'Bo'})";

const hintsOn = (pattern: string, query: string): readonly string[] =>
  cypher(draw(pattern), query, {}, { mode: 'write' }).hints?.() ?? [];

test.each([
  ['MATCH (p:Persn) RETURN p', ['No node has the label "Persn": did you mean Person?']],
  ['MATCH (p:person) RETURN p', ['No node has the label "person": did you mean Person?']],
  ['MATCH (p:Persno|Writer) RETURN p', ['No node has the label "Persno": did you mean Person?']],
  ['MATCH (p:Airport) RETURN p', ['No node has the label "Airport".']],
  ['MATCH (a)-[:KNWOS]->(b) RETURN b', ['No relationship has the type "KNWOS": did you mean KNOWS?']],
  [
    'MATCH (a) WHERE EXISTS { (a)-[:KNOW]->() } RETURN a',
    ['No relationship has the type "KNOW": did you mean KNOWS?'],
  ],
  ['MATCH (a {nmae: "Ann"}) RETURN a', ['Nothing has the property "nmae": did you mean name?']],
  [
    'MATCH (a)-[r]->() WHERE r.sinse > 1 RETURN a.aeg',
    [
      'Nothing has the property "sinse": did you mean since?',
      'Nothing has the property "aeg": did you mean age?',
    ],
  ],
  [
    'MATCH (a:Persn) RETURN a UNION MATCH (a:Wrier) RETURN a',
    [
      'No node has the label "Persn": did you mean Person?',
      'No node has the label "Wrier": did you mean Writer?',
    ],
  ],
])('%s: %j', (query, hints) => {
  expect(hintsOn(people, query)).toEqual(hints);
});

test.each([
  'MATCH (p:Person:Writer)<-[r:KNOWS {since: 2020}]-(q) WHERE p.name = "Bo" RETURN q.age',
  'MATCH (p:!Airport) RETURN p',
  'CREATE (c:City {title: "x"}) WITH c MATCH (d:City) RETURN d.title',
  'MATCH (p:Person) SET p:Old, p.seen = 1 WITH p MATCH (q:Old) RETURN q.seen',
  'WITH {first: 1} AS m, date() AS d RETURN m.first, m.second, d.year',
  'MATCH p = (a)-->(b) RETURN length(p)',
])('%s: none', (query) => {
  expect(hintsOn(people, query)).toEqual([]);
});

test('an empty graph gives none', () => {
  expect(hintsOn('', 'MATCH (p:Person) RETURN p')).toEqual([]);
});
