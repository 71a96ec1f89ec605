// What expressions give. Each row is Cypher on the left and, also in Cypher, what it equals on the right.
import { describe, expect, test } from 'vitest';
import { Float } from '../../../graph/cypher/values.ts';
import { rowsOn } from './draw.ts';

const equalTo = async (left: string, right: string) => {
  const [[a, b] = []] = await rowsOn('', `RETURN ${left} AS a, ${right} AS b`);
  expect(a).toEqual(b);
};

describe('arithmetic keeps INTEGER and FLOAT apart', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['7 / 2.0', '3.5'],
    ['-7 % 3', '-1'],
    ['5.5 % 2', '1.5'],
    ['2 ^ 3', '8.0'],
    ['2 ^ 3 ^ 2', '64.0'],
    ['-2 ^ 2', '4.0'],
    ['1 + 1.0', '2.0'],
    ['0.5 + 0.5', '1.0'],
    ['9007199254740991 + 2', '9007199254740993'],
    ['9223372036854775806 + 1', '9223372036854775807'],
    ['4611686018427387904 * 2 - 1 - 4611686018427387904', '4611686018427387903'],
    ['-9223372036854775808', '-9223372036854775807 - 1'],
    ['0x1F + 0o17', '46'],
    ['1.0 / 0', 'INF'],
    ['1 + null', 'null'],
    ["'a' + 1 + 2.0", "'a12.0'"],
    ["1 + 'a'", "'1a'"],
    ['[1] + 2 + [3]', '[1, 2, 3]'],
    ['0 + [1]', '[0, 1]'],
  ])('%s is %s', async (left, right) => {
    const wraps = left.includes('4611686018427387904 * 2');
    if (wraps) await expect(equalTo(left, right)).rejects.toThrow('64 bits');
    else await equalTo(left, right);
  });
});

describe('comparison knows null and types', () => {
  test.each([
    ['1 = 1.0', 'true'],
    ["1 = '1'", 'false'],
    ['null = null', 'null'],
    ['null <> 1', 'null'],
    ['[1, null] = [1, 2]', 'null'],
    ['[1, null] = [2, null]', 'false'],
    ['[1] = [1, null]', 'false'],
    ['{a: 1} = {a: 1.0}', 'true'],
    ['{a: null} = {a: 1}', 'null'],
    ['{a: 1} = {b: 1}', 'false'],
    ["1 < 'a'", 'null'],
    ["'a' < 'b'", 'true'],
    ['false < true', 'true'],
    ['[1, 2] < [1, 3]', 'true'],
    ['[1] < [1, null]', 'true'],
    ['1 < 2 < 3', 'true'],
    ['1 < 3 < 2', 'false'],
    ['1 < null < 3', 'null'],
    ['3 < null < 3 < 2', 'false'],
    ['NaN = NaN', 'false'],
    ['NaN < 1', 'false'],
    ['9007199254740993 = 9007199254740992.0', 'true'],
    ["'\\uD83D\\uDE00' > '\\uFFFF'", 'true'],
  ])('%s is %s', equalTo);
});

describe('logic has three values', () => {
  test.each([
    ['true AND null', 'null'],
    ['false AND null', 'false'],
    ['true OR null', 'true'],
    ['false OR null', 'null'],
    ['true XOR null', 'null'],
    ['NOT null', 'null'],
    ['true XOR true', 'false'],
    ['NOT false OR false', 'true'],
    ['false OR true AND false', 'false'],
    ['1 IN [1, null]', 'true'],
    ['2 IN [1, null]', 'null'],
    ['null IN []', 'false'],
    ['1 IN null', 'null'],
    ['[1] IN [[1], 2]', 'true'],
    ['null IS NULL', 'true'],
    ['1 IS NOT NULL', 'true'],
    ['all(x IN [1, 2] WHERE x > 0)', 'true'],
    ['all(x IN [1, null] WHERE x > 0)', 'null'],
    ['all(x IN [] WHERE false)', 'true'],
    ['any(x IN [null, 2] WHERE x > 1)', 'true'],
    ['none(x IN [1, 2] WHERE x > 2)', 'true'],
    ['single(x IN [1, 2] WHERE x = 1)', 'true'],
    ['single(x IN [1, null] WHERE x = 1)', 'null'],
  ])('%s is %s', equalTo);
});

describe('text, lists and maps', () => {
  test.each([
    ["'abc' STARTS WITH 'ab' AND 'abc' ENDS WITH 'bc' AND 'abc' CONTAINS 'b'", 'true'],
    ["'abc' CONTAINS null", 'null'],
    ["1 CONTAINS 'a'", 'null'],
    ['[1, 2, 3][0]', '1'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][3]', 'null'],
    ['[1, 2, 3][1..]', '[2, 3]'],
    ['[1, 2, 3][..-1]', '[1, 2]'],
    ['[1, 2, 3][1..null]', 'null'],
    ['{a: {b: 1}}.a.b', '1'],
    ["{a: 1}['a']", '1'],
    ['{a: 1}.b', 'null'],
    ['[x IN range(1, 4) WHERE x % 2 = 0 | x * 10]', '[20, 40]'],
    ['[x IN [1, 2]]', '[1, 2]'],
    ['[x IN null | x]', 'null'],
    ['reduce(a = 0, x IN [1, 2, 3] | a + x)', '6'],
    ["CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", "'b'"],
    ["CASE WHEN null THEN 'a' ELSE 'c' END", "'c'"],
    ['CASE null WHEN null THEN 1 ELSE 2 END', '2'],
  ])('%s is %s', equalTo);
});

describe('functions', () => {
  test.each([
    ["size('a\\uD83D\\uDE00')", '2'],
    ["reverse('a\\uD83D\\uDE00')", "'\\uD83D\\uDE00a'"],
    ["substring('hello', 1, 3)", "'ell'"],
    ["substring('hello', 9)", "''"],
    ["left('hello', 2) + right('hello', 2)", "'helo'"],
    ["split('a,b,,', ',')", "['a', 'b', '', '']"],
    ["replace('a.b.c', '.', '$&')", "'a$&b$&c'"],
    ["trim('  a ') + lTrim(' b ') + rTrim(' c ')", "'ab  c'"],
    ["toUpper('é') + toLower('É')", "'Éé'"],
    ['range(0, 6, 3)', '[0, 3, 6]'],
    ['range(3, 1, -1)', '[3, 2, 1]'],
    ['range(1, 0)', '[]'],
    ['head([1, 2])', '1'],
    ['last([])', 'null'],
    ['tail([1, 2, 3])', '[2, 3]'],
    ['coalesce(null, 2, 3)', '2'],
    ['coalesce(null)', 'null'],
    ['size(null)', 'null'],
    ["toInteger('12')", '12'],
    ["toInteger('1.9')", '1'],
    ["toInteger('x')", 'null'],
    ['toInteger(-1.9)', '-1'],
    ["toFloat('1e3')", '1000.0'],
    ['toFloat(1)', '1.0'],
    ["toBoolean('TRUE')", 'true'],
    ["toBoolean('x')", 'null'],
    ['toString(1.0)', "'1.0'"],
    ['toString(1e10)', "'1.0E10'"],
    ['toString(0.0001)', "'1.0E-4'"],
    ['toString(123456.7)', "'123456.7'"],
    ['toIntegerOrNull([])', 'null'],
    ['abs(-3)', '3'],
    ['abs(-0.5)', '0.5'],
    ['sign(-0.5)', '-1'],
    ['round(2.5)', '3.0'],
    ['round(-2.5)', '-2.0'],
    ['round(3.14159, 2)', '3.14'],
    ['ceil(1.2) + floor(1.8)', '3.0'],
    ['sqrt(16)', '4.0'],
    ['keys({a: 1, b: null})', "['a', 'b']"],
    ['properties({a: 1})', '{a: 1}'],
    ['isEmpty([]) AND isEmpty({}) AND isEmpty("")', 'true'],
    ['nullIf(1, 1)', 'null'],
    ['SIZE([1])', '1'],
  ])('%s is %s', equalTo);
});

test('ORDER BY puts every value in its place', async () => {
  const rows = await rowsOn(
    '(n)-[:T]->(m)',
    `MATCH p = (n)-[r]->() UNWIND [null, 2, 1.5, NaN, 'b', 'a', true, false, [2], [1, 2], {b: 1}, n, r, p] AS x
     RETURN x ORDER BY x`,
  );
  const kinds = rows.map(([x]) =>
    Array.isArray(x) ? `[${x}]` : typeof x === 'object' ? x?.constructor.name : x,
  );
  expect(kinds).toEqual([
    ...['Object', 'Node', 'Relationship', '[1,2]', '[2]', 'Path', 'a', 'b', false, true, 1.5, 2, Number.NaN],
    undefined,
  ]);
});

test('aggregates pass nulls over and keep the kind of number', async () => {
  const query = `UNWIND [1, 2, null, 4] AS x
    RETURN sum(x), sum(x * 1.0), avg(x), min(x), max(x), collect(x), count(x), percentileCont(x, 0.5), percentileDisc(x, 0.5)`;
  const expected = await rowsOn('', 'RETURN 7, 7.0, 2.3333333333333335, 1, 4, [1, 2, 4], 3, 2 AS c, 2');
  expect(await rowsOn('', query)).toEqual(expected);
  const deviation = 'UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x RETURN stDevP(x)';
  expect(await rowsOn('', deviation)).toEqual([[new Float(2)]]);
});

describe('types are told and tested', () => {
  test.each([
    ['1 IS :: INTEGER', 'true'],
    ['1.0 IS :: INTEGER', 'false'],
    ['null IS :: STRING', 'true'],
    ['null IS :: STRING NOT NULL', 'false'],
    ['1 IS NOT TYPED FLOAT', 'true'],
    ["'a' IS :: INTEGER | STRING", 'true'],
    ['[1, null] IS :: LIST<INTEGER>', 'true'],
    ['[1, null] IS :: LIST<INTEGER NOT NULL>', 'false'],
    ["date('2024-01-01') IS :: DATE", 'true'],
    ['[x IN [1, 2.5] WHERE (x IS :: INTEGER | STRING) | x]', '[1]'],
    ["valueType([1, 'a'])", "'LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL'"],
    ['valueType([1, null])', "'LIST<INTEGER> NOT NULL'"],
    ['valueType([])', "'LIST<NOTHING> NOT NULL'"],
    ['valueType(null)', "'NULL'"],
    ["toIntegerList(['1', 2.7, null, 'x'])", '[1, 2, null, null]'],
    ["toStringList([1, 'a', true])", "['1', 'a', 'true']"],
  ])('%s is %s', equalTo);
});

describe('several ways to say it', () => {
  test.each([
    ["CASE 2 WHEN 1, 2 THEN 'few' ELSE 'many' END", "'few'"],
    ["trim(BOTH 'x' FROM 'xxaxx')", "'a'"],
    ["trim(LEADING 'x' FROM 'xxaxx')", "'axx'"],
    ["btrim('xxaxx', 'x')", "'a'"],
    ["rtrim('a  ')", "'a'"],
    ["round(2.5, 0, 'HALF_EVEN')", '2.0'],
    ["round(-1.25, 1, 'UP')", '-1.3'],
    ['round(-2.5)', '-2.0'],
  ])('%s is %s', equalTo);
});
