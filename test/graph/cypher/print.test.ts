// Tree to text and back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Query } from '../../../graph/cypher/ast.ts';
import { parse } from '../../../graph/cypher/parser.ts';
import { print } from '../../../graph/cypher/print.ts';
import { Float } from '../../../graph/cypher/values.ts';
import { queries } from './generate.ts';

/** The tree without the places in the text that it came from. */
function bare(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(bare);
  if (typeof tree !== 'object' || tree === null || tree instanceof Float) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== 'at')
      .map(([key, value]) => [key, bare(value)]),
  );
}

test('parse(print(tree)) is the tree, for any tree', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(queries, (tree: Query) => {
      expect(bare(parse(print(tree)))).toEqual(bare(tree));
    }),
    { numRuns: 500 },
  );
});

// Found by the property above: brackets that look like a node, and a difference that looks like an arrow.
test.each([
  'RETURN (EXISTS { MATCH () } = a) - -a AS a',
  'RETURN (COUNT { MATCH (a) }) - -(1) AS a',
  'RETURN (a) - -b AS a',
])('%s is printed as what it is', (text) => {
  const tree = parse(text);
  expect(bare(parse(print(tree)))).toEqual(bare(tree));
});

describe('a printed query reads like one', () => {
  test.each([
    ['match (n:Person) return n', 'MATCH (n:Person) RETURN n'],
    [
      "MATCH (a:A:B)-[r:X|:Y*2..]->(b {x:1})<--()  WHERE a.x>1 AND b.y='z' RETURN a",
      "MATCH (a:A&B)-[r:X|Y*2..]->(b {x: 1})<--() WHERE a.x > 1 AND b.y = 'z' RETURN a",
    ],
    [
      'MATCH p=(a)-[:T*]-(b) WHERE NOT (a)-->(b) RETURN DISTINCT p ORDER BY a.x desc, b SKIP 1 LIMIT $n',
      'MATCH p = (a)-[:T*1..]-(b) WHERE NOT (a)-->(b) RETURN DISTINCT p ORDER BY a.x DESC, b SKIP 1 LIMIT $n',
    ],
    ['RETURN (1+2)*3-(4-5)', 'RETURN (1 + 2) * 3 - (4 - 5) AS `(1+2)*3-(4-5)`'],
    ['RETURN a . name', 'RETURN a.name AS `a . name`'],
    ['RETURN -(1), - 1, 1.0, 1e30', 'RETURN -(1) AS `-(1)`, -1 AS `- 1`, 1.0 AS `1.0`, 1e+30 AS `1e30`'],
    ["RETURN 'it\\'s\\n' AS x", "RETURN 'it\\'s\\u000a' AS x"],
    ['RETURN `a b`, `end` AS `c``d`', 'RETURN `a b`, `end` AS `c``d`'],
    [
      'UNWIND [x IN [1,2] WHERE x>1|x] AS y WITH y WHERE y>0 RETURN y UNION ALL RETURN 1 AS y',
      'UNWIND [x IN [1, 2] WHERE x > 1 | x] AS y WITH y WHERE y > 0 RETURN y UNION ALL RETURN 1 AS y',
    ],
    [
      'MATCH (n) WHERE exists{(n)-->(:A)} RETURN count{(n)--()} AS c, case n.x when 1 then 2 else 3 end AS d',
      'MATCH (n) WHERE EXISTS { MATCH (n)-->(:A) } RETURN COUNT { MATCH (n)--() } AS c, CASE n.x WHEN 1 THEN 2 ELSE 3 END AS d',
    ],
  ])('%s', (text, printed) => {
    expect(print(parse(text))).toBe(printed);
  });
});
