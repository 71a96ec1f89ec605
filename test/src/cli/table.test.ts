import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cut, table } from '../../../src/cli/table.ts';

const columns = [{ title: 'name' }, { title: 'articles', align: 'right' }] as const;

test('columns are as wide as their widest cell, numbers to the right', () => {
  expect(
    table(columns, [
      ['Lena Holt', '12'],
      ['Bo', '3'],
    ]),
  ).toEqual(['name       articles', 'Lena Holt        12', 'Bo                3']);
});

test('wide characters count as two', () => {
  expect(
    table(columns, [
      ['北京', '1'],
      ['abcd', '2'],
    ]),
  ).toEqual(['name  articles', '北京         1', 'abcd         2']);
});

test('the widest column gives way, with a mark, and no line is wider than the terminal', () => {
  const lines = table([...columns, { title: 'quote' }], [['Lena Holt', '1', 'word '.repeat(30)]], {
    width: 50,
  });
  expect(lines[1]).toBe('Lena Holt         1  word word word word word wor…');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(50);
});

test('without a width nothing is cut', () => {
  expect(table(columns, [['x'.repeat(300), '1']])[1]).toContain('x'.repeat(300));
});

test('where there is no room for columns, each row is a block', () => {
  const many = ['one', 'two', 'three'].map((title) => ({ title }));
  const row = ['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)];
  expect(table(many, [row, row], { width: 20 })).toEqual([
    `one: ${row[0]}`,
    `two: ${row[1]}`,
    `three: ${row[2]}`,
    '',
    `one: ${row[0]}`,
    `two: ${row[1]}`,
    `three: ${row[2]}`,
  ]);
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['ab cdef', 4, 'ab…'],
  ['北京北京', 5, '北京…'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5, '👩‍👩‍👧👩‍👩‍👧…'],
])('%s cut to %i is %s', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});

test('without titles each row stays one line, however little room there is', () => {
  const untitled = [{ title: '' }, { title: '' }, { title: '' }];
  const row = ['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)];
  expect(table(untitled, [row], { width: 20 })[1]).toBe('aaaaaaa…  bbbbbbb…  ccccccc…');
});
