import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/read/charset.ts';
import { page } from './html/news.ts';
import { documentsOf } from './results.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('bytes become the text that was meant', () => {
  test.each([
    ['UTF-8', bytes('Grüße'), undefined, 'Grüße'],
    ['UTF-8 with a byte-order mark', bytes([0xef, 0xbb, 0xbf], 'Grüße'), 'iso-8859-1', 'Grüße'],
    ['UTF-16', bytes([0xff, 0xfe, 0x47, 0, 0xfc, 0]), undefined, 'Gü'],
    ['UTF-8 that is labelled Latin 1', bytes('Grüße'), 'iso-8859-1', 'Grüße'],
    [
      'UTF-8 that labels itself Latin 1',
      bytes('<meta charset="iso-8859-1">Grüße'),
      undefined,
      '<meta charset="iso-8859-1">Grüße',
    ],
    [
      'Windows-1252 without a label',
      bytes('It', [0x92], 's ', [0x93], 'fine', [0x94]),
      undefined,
      'It’s “fine”',
    ],
    [
      'Windows-1252 that is labelled UTF-8',
      bytes('Gr', [0xfc, 0xdf], 'e ', [0x96], ' yes'),
      'utf-8',
      'Grüße – yes',
    ],
    ['Windows-1251 by its label', bytes([0xcf, 0xf0, 0xe8]), 'windows-1251', 'При'],
    [
      'Shift JIS as the page says',
      bytes('<meta charset=shift_jis>', [0x93, 0xfa, 0x96, 0x7b]),
      undefined,
      '<meta charset=shift_jis>日本',
    ],
    [
      'what XML declares',
      bytes('<?xml version="1.0" encoding="ISO-8859-2"?>', [0xb1]),
      undefined,
      '<?xml version="1.0" encoding="ISO-8859-2"?>ą',
    ],
    ['a label that names nothing', bytes('Gr', [0xfc]), 'x-nonsense', 'Grü'],
    [
      'UTF-8 with one broken byte in a long text',
      bytes('ü'.repeat(500), [0xff]),
      undefined,
      `${'ü'.repeat(500)}\uFFFD`,
    ],
  ])('%s', (_, content, label, text) => {
    expect(decodeBytes(content, label)).toBe(text);
  });
});

test('a page with a wrong label has the right names', async () => {
  const html = page({ head: '<meta charset="utf-8"><meta name="author" content="Søren Bø">' }).replace(
    'Ida Vik',
    'Ida Vikøyr',
  );
  expect(
    await documentsOf('a.html', Buffer.from(html.replaceAll('’', "'").replaceAll(/[“”]/g, '"'), 'latin1')),
  ).toMatchObject([{ author: 'Søren Bø', text: expect.stringContaining('Ida Vikøyr') }]);
});
