import { expect, test } from 'vitest';
import { oneLine, printable, printableJson } from '../../../src/cli/printable.ts';

test.each([
  ['plain text stays', 'Łódź 北京 👩‍👩‍👧 –', 'Łódź 北京 👩‍👩‍👧 –'],
  ['an escape sequence is shown', '\x1b[31mred\x1b[0m', '␛[31mred␛[0m'],
  ['a bell, a carriage return and a backspace are shown', '\x07\r\b', '␇␍␈'],
  ['the one-byte CSI is shown', '\x9b31m', '\\u{9b}31m'],
  ['a delete is shown', '\x7f', '\\u{7f}'],
  ['a bidirectional override is shown', 'a\u202Eb\u2066', 'a\\u{202e}b\\u{2066}'],
  ['line feed and tab stay', 'a\n\tb', 'a\n\tb'],
])('%s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('one line has no line feed', () => {
  expect(oneLine(' a\r\n\tb \x1b ')).toBe('a b ␛');
});

test('JSON keeps its value', () => {
  const value = { quote: 'a\x9b\u202E\x7f\x1b\n' };
  const json = printableJson(JSON.stringify(value));
  expect(JSON.parse(json)).toEqual(value);
  expect(printable(json)).toBe(json);
});
